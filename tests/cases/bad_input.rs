//! Input that is broken, hostile or gone: each gets a message that names file
//! and place, the rest goes on, nothing is lost, and the exit status says it.

use std::fs;

use crate::program::{folder, folder_with, program, run, run_with};

/// An article that is read without complaint.
const GOOD: &[u8] =
    b"OSLO (AP) \xe2\x80\x94 Mayor Kit Orr opened the bridge on Monday.\n\nIt was closed for three years.\n";

#[test]
fn an_empty_file_is_named_and_the_rest_goes_on() {
    let folder = folder_with("empty", &[("in/a.txt", b""), ("in/b.txt", GOOD), ("in/c.txt", b" \n\t\n")]);
    let outcome = run(&folder, &["extract", "in"]);
    assert_eq!(outcome.ids(), ["in/b.txt"]);
    assert!(outcome.stderr.contains("cutline: in/a.txt: is empty\n"), "{}", outcome.stderr);
    assert!(outcome.stderr.contains("cutline: in/c.txt: holds nothing but white space\n"), "{}", outcome.stderr);
    assert!(outcome.stderr.ends_with("cutline: 2 inputs skipped, 1 document read\n"), "{}", outcome.stderr);
    assert_eq!(outcome.status, Some(3));
}

#[test]
fn a_binary_file_is_named_and_the_rest_goes_on() {
    let noise: Vec<u8> = (0..5000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    let folder = folder_with(
        "binary",
        &[("a.txt", picture), ("b.txt", &noise), ("c.txt", GOOD), ("d.jsonl", b"\x1f\x8b\x08\0\0")],
    );
    let outcome = run(&folder, &["extract", "a.txt", "b.txt", "c.txt", "d.jsonl"]);
    assert_eq!(outcome.ids(), ["c.txt"]);
    for message in [
        "a.txt: is not text but a PNG picture",
        "b.txt: is not text but binary data",
        "d.jsonl: cannot be unpacked: it is cut short",
    ] {
        assert!(outcome.stderr.contains(message), "{message} is not in {}", outcome.stderr);
    }
    assert_eq!(outcome.status, Some(3));
}

#[test]
fn a_single_line_of_50_mb_is_read() {
    let folder = folder("long-line");
    let word = "x".repeat(9_999) + " ";
    let text = word.repeat(5_000);
    let line = format!(
        "{{\"id\":\"long\",\"unread\":\"{text}\",\"text\":\"Rain fell.\"}}\n{{\"id\":\"next\",\"text\":\"It stopped.\"}}\n"
    );
    fs::write(folder.join("a.jsonl"), line).unwrap();
    fs::write(folder.join("b.txt"), &text).unwrap();
    let outcome = run(&folder, &["extract", "a.jsonl", "b.txt", "--no-text"]);
    assert_eq!(outcome.ids(), ["long", "next", "b.txt"]);
    assert_eq!(outcome.records()[2]["source"]["bytes"], 50_000_000);
    assert_eq!(outcome.status, Some(0), "{}", outcome.stderr);
}

#[test]
fn blank_lines_without_number_are_no_obstacle() {
    let blank = "\n".repeat(100_000);
    let article = blank.clone() + "Rain fell.\n" + &blank + "It stopped.\n";
    let lines = blank.clone() + "{\"id\":\"x\",\"text\":\"Rain fell.\"}\n" + &blank + "{oops\n";
    let files = [
        ("a.txt", article.as_bytes()),
        ("b.jsonl", lines.as_bytes()),
        ("c.txt", blank.as_bytes()),
        ("d.jsonl", blank.as_bytes()),
    ];
    let folder = folder_with("blank", &files);
    let outcome = run(&folder, &["extract", "a.txt", "b.jsonl", "c.txt", "d.jsonl"]);
    assert_eq!(outcome.ids(), ["a.txt", "x"]);
    for message in
        ["b.jsonl: line 200002: is not a JSON object", "c.txt: holds nothing but", "d.jsonl: holds no JSON lines"]
    {
        assert!(outcome.stderr.contains(message), "{message} is not in {}", outcome.stderr);
    }
    assert_eq!(outcome.status, Some(3));
}

#[test]
fn nul_bytes_are_kept_in_the_text_and_named() {
    let folder = folder_with("nul", &[("a.txt", b"Rain fell on Oslo.\n\nThen it\0 stopped.\n")]);
    let outcome = run(&folder, &["extract", "a.txt"]);
    assert_eq!(outcome.records()[0]["text"], "Rain fell on Oslo.\n\nThen it\0 stopped.\n");
    assert_eq!(outcome.records()[0]["warnings"][0]["code"], "control-characters");
    assert!(
        outcome
            .stderr
            .contains("a.txt: warning: control characters kept as they are: 1, of them NUL: 1 (first on line 3")
    );
    assert_eq!(outcome.status, Some(0));
}

#[test]
fn lone_surrogates_become_replacement_characters() {
    let lines =
        b"{\"id\":\"a\",\"text\":\"It rained \\ud83d in Oslo.\"}\n{\"id\":\"b\",\"text\":\"Smile \\ud83d\\ude00.\"}\n";
    let folder = folder_with("surrogates", &[("a.jsonl", lines)]);
    let outcome = run(&folder, &["extract", "a.jsonl"]);
    let records = outcome.records();
    assert_eq!(records[0]["text"], "It rained \u{fffd} in Oslo.");
    assert_eq!(records[0]["warnings"][0]["code"], "lone-surrogates");
    assert_eq!(records[0]["warnings"][0]["start"], 10);
    assert_eq!(records[1]["text"], "Smile \u{1f600}.");
    assert!(outcome.stderr.contains("a.jsonl: line 1: warning: lone surrogates"), "{}", outcome.stderr);
    assert_eq!(outcome.status, Some(0));
}

#[test]
fn broken_lines_are_named_skipped_counted_and_listed() {
    let lines = b"{\"id\":\"a\",\"text\":\"Rain fell.\"}\n{\"id\":\"b\",\"text\":\n[1,2]\n{\"id\":\"d\"}\n{\"id\":\"e\",\"text\":7}\n{\"id\":\"f\",\"text\":\"It stopped.\"}\n";
    let folder = folder_with("broken", &[("a.jsonl", lines)]);
    let outcome = run(&folder, &["extract", "a.jsonl", "gone.txt", "--rejects", "rejects.jsonl"]);
    assert_eq!(outcome.ids(), ["a", "f"]);
    for line in 2..=5 {
        assert!(outcome.stderr.contains(&format!("cutline: a.jsonl: line {line}: ")), "{}", outcome.stderr);
    }
    assert!(outcome.stderr.ends_with("cutline: 5 inputs skipped, 2 documents read\n"), "{}", outcome.stderr);
    assert_eq!(outcome.status, Some(3));
    let rejects = fs::read_to_string(folder.join("rejects.jsonl")).unwrap();
    insta::assert_snapshot!(rejects, @r#"
    {"path":"a.jsonl","line":2,"reason":"is not a JSON object: EOF while parsing a value, at column 17"}
    {"path":"a.jsonl","line":3,"reason":"is not a JSON object: invalid type: sequence, expected an object, at column 0"}
    {"path":"a.jsonl","line":4,"id":"d","reason":"has no field 'text'"}
    {"path":"a.jsonl","line":5,"id":"e","reason":"field 'text' holds a number, not a string"}
    {"path":"gone.txt","reason":"cannot be read: No such file or directory (os error 2)"}
    "#);
}

#[test]
fn thousands_of_broken_lines_do_not_flood_the_screen() {
    let lines = "oops\n".repeat(5_000) + "{\"id\":\"last\",\"text\":\"Rain fell.\"}\n";
    let folder = folder_with("flood", &[("a.jsonl", lines.as_bytes())]);
    let outcome = run(&folder, &["extract", "a.jsonl", "--rejects", "rejects.jsonl"]);
    assert_eq!(outcome.ids(), ["last"]);
    assert!(outcome.stderr.lines().count() < 30, "{}", outcome.stderr);
    assert!(outcome.stderr.contains("cutline: 4980 more messages of this kind"), "{}", outcome.stderr);
    assert_eq!(fs::read_to_string(folder.join("rejects.jsonl")).unwrap().lines().count(), 5_000);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_opened_is_named_and_the_rest_goes_on() {
    let folder = folder_with("unreadable", &[("in/a.txt", GOOD), ("in/named.txt/b.txt", GOOD)]);
    std::os::unix::fs::symlink("nowhere", folder.join("in/link.txt")).unwrap();
    std::os::unix::fs::symlink("loop.txt", folder.join("in/loop.txt")).unwrap();
    let outcome = run(&folder, &["extract", "in", "gone"]);
    assert_eq!(outcome.ids(), ["in/a.txt", "in/named.txt/b.txt"]);
    for path in ["in/link.txt", "in/loop.txt", "gone"] {
        assert!(outcome.stderr.contains(&format!("cutline: {path}: cannot be read: ")), "{}", outcome.stderr);
    }
    assert_eq!(outcome.status, Some(3));
}

/// The reader lists the folder before the named pipe is read to its end, which
/// is when the rest of the folder is taken away.
#[cfg(unix)]
#[test]
fn a_folder_that_vanishes_while_it_is_read_is_named() {
    use std::io::Write;
    use std::process::Stdio;
    let folder = folder_with("vanishes", &[("in/b.txt", GOOD), ("in/sub/c.txt", GOOD)]);
    let mut command = program(&folder, &["extract", "--jobs", "1", "-", "in/b.txt", "in/sub"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    fs::remove_dir_all(folder.join("in")).unwrap();
    child.stdin.take().unwrap().write_all(GOOD).unwrap();
    let output = child.wait_with_output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    for path in ["in/b.txt", "in/sub"] {
        assert!(stderr.contains(&format!("cutline: {path}: cannot be read: No such file or directory")), "{stderr}");
    }
    assert_eq!(output.status.code(), Some(3));
}

#[test]
fn a_path_given_twice_is_read_once_with_a_note() {
    let folder = folder_with("twice", &[("in/a.txt", GOOD), ("in/b.jpg", b"\xff\xd8\xff")]);
    let outcome = run(&folder, &["extract", "in/a.txt", "in", "./in/a.txt"]);
    assert_eq!(outcome.ids(), ["in/a.txt"]);
    assert!(outcome.stderr.contains("cutline: ./in/a.txt: given twice, read once\n"), "{}", outcome.stderr);
    assert!(outcome.stderr.contains("cutline: in: passed over 1 (.jpg)\n"), "{}", outcome.stderr);
    assert_eq!(outcome.status, Some(0));
}

#[test]
fn an_id_that_returns_is_numbered_and_named() {
    let lines = b"{\"id\":\"a\",\"text\":\"Rain fell.\"}\n{\"id\":\"a\",\"text\":\"It stopped.\"}\n";
    let outcome = run_with(&folder("ids"), &["extract", "-"], lines);
    assert_eq!(outcome.ids(), ["a", "a#2"]);
    assert_eq!(outcome.records()[1]["warnings"][0]["code"], "repeated-id");
    assert!(outcome.stderr.contains("cutline: -: line 2: warning: the id"), "{}", outcome.stderr);
}

#[test]
fn control_characters_never_reach_the_terminal() {
    let text = "\u{1b}]0;owned\u{7} Rain\u{1b}[31m fell in Oslo\u{9b}2J.\n\n\u{1b}[2JMayor Kit Orr, left, in Oslo, May 3, 2021. (Rosa Sami/Reuters)\u{202e}\n";
    let name = "a\u{1b}[31m.txt";
    let folder = folder_with("controls", &[(name, text.as_bytes()), ("b\u{1b}[1m.txt", b"")]);
    let commands = ["report", "captions", "explain", "entities", "quotes", "timeline", "stories"];
    for command in commands {
        let outcome = run(&folder, &[command, name, "b\u{1b}[1m.txt", "gone\u{1b}[1m"]);
        let shown = outcome.stdout + &outcome.stderr;
        let raw = shown.chars().find(|c| (c.is_control() && *c != '\n') || *c == '\u{202e}');
        assert_eq!(raw, None, "{command} shows {shown:?}");
        assert_eq!(outcome.status, Some(3), "{command} says {shown}");
    }
    let outcome = run(&folder, &["report", "--format", "m\u{1b}[31m"]);
    assert!(!outcome.stderr.contains('\u{1b}'), "{:?}", outcome.stderr);
    assert_eq!(outcome.status, Some(2));
}

#[test]
fn nothing_to_read_is_a_failure() {
    let folder = folder_with("nothing", &[("in/a.jpg", b"\xff\xd8\xff")]);
    let outcome = run(&folder, &["extract", "in"]);
    assert!(
        outcome.stderr.contains("cutline: in: passed over 1 (.jpg)\ncutline: found nothing to read\n"),
        "{}",
        outcome.stderr
    );
    assert_eq!((outcome.stdout.as_str(), outcome.status), ("", Some(1)));
    let outcome = run(&folder, &["extract", "gone"]);
    assert_eq!(outcome.status, Some(1));
}
