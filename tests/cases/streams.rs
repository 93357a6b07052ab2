//! Standard streams, threads, exit status.

use std::fs;
use std::io::Read;
use std::process::Stdio;

use crate::program::{folder, folder_with, program, run, run_with, top};

/// Articles that differ, some of them hostile.
fn many(count: usize) -> String {
    let one = |n: usize| {
        let photo = n % 7;
        let text = format!(
            "OSLO (AP) — Mayor Kit Orr said on May {}, 2021, that bridge {n} is safe.\n\n“It will hold,” she said.\n\n\
             Mayor Kit Orr, left, opens bridge {photo} in Oslo, Norway, May 3, 2021. (Rosa Sami/Reuters)\n",
            n % 28 + 1
        );
        serde_json::json!({ "id": format!("n{n}"), "text": text, "date": "2021-06-01" }).to_string() + "\n"
    };
    (0..count).map(one).collect()
}

#[test]
fn the_output_does_not_depend_on_the_number_of_threads() {
    let folder = folder_with("threads", &[("many.jsonl", many(60).as_bytes())]);
    let seeds = top().join("seeds");
    for command in ["extract", "report", "captions", "entities", "quotes", "timeline", "stories"] {
        let with = |jobs| run(&folder, &[command, "many.jsonl", seeds.to_str().unwrap(), "--jobs", jobs]).stdout;
        let one = with("1");
        assert!(!one.is_empty(), "{command} wrote nothing");
        assert_eq!(one, with("8"), "{command} depends on threads");
    }
    let with = |jobs| run(&folder, &["extract", "--clusters", "many.jsonl", "--jobs", jobs]).stdout;
    assert_eq!(with("1"), with("8"));
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let folder = folder_with("pipe", &[("many.jsonl", many(600).as_bytes())]);
    for command in ["extract", "captions"] {
        let said = fs::File::create(folder.join("said.txt")).unwrap();
        let mut child = program(&folder, &[command, "many.jsonl", "--format", "jsonl"]);
        let mut child = child.stdout(Stdio::piped()).stderr(said).spawn().unwrap();
        let mut first = [0; 64];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(0), "{command}");
        assert_eq!(fs::read_to_string(folder.join("said.txt")).unwrap(), "", "{command}");
    }
}

#[test]
fn standard_input_is_text_or_json_lines() {
    let folder = folder("stdin");
    let outcome = run_with(&folder, &["extract", "-"], b"Rain fell on Oslo.\n");
    assert_eq!(outcome.ids(), ["-"]);
    let outcome =
        run_with(&folder, &["extract", "-"], b"{\"text\":\"Rain fell.\"}\n{\"id\":\"b\",\"text\":\"It stopped.\"}\n");
    assert_eq!(outcome.ids(), ["-#1", "b"]);
    let outcome = run_with(&folder, &["extract", "-"], b"");
    assert_eq!((outcome.stderr.lines().next(), outcome.status), (Some("cutline: -: is empty"), Some(1)));
}

#[test]
fn fields_of_other_names_are_read_when_told() {
    let line = b"{\"url\":\"u1\",\"body\":\"Rain fell on Monday.\",\"when\":\"2021-05-05\",\"id\":\"no\",\"date\":\"1999-01-01\"}\n";
    let flags = ["extract", "-", "--id-field", "url", "--text-field", "body", "--date-field", "when"];
    let outcome = run_with(&folder("fields"), &flags, line);
    let record = &outcome.records()[0];
    assert_eq!((&record["id"], &record["metadata"]["published"]), (&"u1".into(), &"2021-05-05".into()));
}

#[test]
fn a_file_takes_the_output_and_a_wrong_place_for_it_is_said() {
    let folder = folder_with("output", &[("a.txt", b"Rain fell on Oslo.\n")]);
    let shown = run(&folder, &["extract", "a.txt"]).stdout;
    let outcome = run(&folder, &["extract", "a.txt", "-o", "out.jsonl"]);
    assert_eq!((outcome.stdout.as_str(), outcome.status), ("", Some(0)));
    assert_eq!(fs::read_to_string(folder.join("out.jsonl")).unwrap(), shown);
    let outcome = run(&folder, &["extract", "a.txt", "-o", "gone/out.jsonl"]);
    assert!(outcome.stderr.starts_with("cutline: gone/out.jsonl: cannot be written: "), "{}", outcome.stderr);
    assert_eq!(outcome.status, Some(1));
}

#[test]
fn offsets_count_what_they_are_told_to() {
    let folder = folder_with("units", &[("a.txt", "“Zoë 🌧 Orr” met Kit Orr in Oslo.\n".as_bytes())]);
    for (unit, length) in [("codepoint", 32), ("byte", 40), ("utf16", 33)] {
        let outcome = run(&folder, &["extract", "a.txt", "--offset-unit", unit]);
        let record = &outcome.records()[0];
        assert_eq!((&record["offset_unit"], &record["blocks"][0]["end"]), (&unit.into(), &length.into()));
    }
}

#[test]
fn a_wrong_command_line_has_its_own_status() {
    let folder = folder("usage");
    for wrong in
        [&["extract"][..], &["extrac", "x"], &["report", "--format", "pdf", "x"], &["dedup", "x", "--min-jaccard", "0"]]
    {
        let outcome = run(&folder, wrong);
        assert_eq!(outcome.status, Some(2), "{wrong:?}");
        assert!(outcome.stderr.contains("--help"), "{}", outcome.stderr);
    }
}

#[test]
fn every_help_has_an_example_and_fits_a_screen() {
    let folder = folder("help");
    let all = run(&folder, &["--help"]).stdout;
    let names = all.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names: Vec<&str> =
        names.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help").collect();
    assert!(names.contains(&"report") && names.len() >= 11, "{all}");
    for name in names {
        let help = run(&folder, &[name, "--help"]).stdout;
        assert!(help.contains(&format!("\n  cutline {name} ")), "no example: {help}");
        assert!(help.lines().count() <= 40, "too long: {help}");
        assert!(help.lines().all(|line| line.chars().count() <= 100), "too wide: {help}");
    }
}
