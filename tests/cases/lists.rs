//! `dedup`: every format, in memory and beyond it, on one thread and on four.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::program::{Outcome, folder_with, run, run_with};

const LEAD: &str = "Mayor Ana Bela waves to supporters outside the old town hall in Lima, Peru, on Jan. 10, 2020.";
const CONTEXT: &str = "The city chose a new council after months of quarrels about the harbour.";

/// A line of a list.
fn line(id: &str, page: &str, text: &str) -> String {
    json!({ "id": id, "page": page, "text": text }).to_string() + "\n"
}

/// Captions of two pictures, with texts that say nothing among them.
fn captions() -> String {
    [
        line("cut", "p1", &format!("{}…", &LEAD[..60])),
        line("whole", "p1", &format!("{LEAD} {CONTEXT} (AP Photo/Kit Orr)")),
        line("bare", "p2", &format!("{LEAD} {CONTEXT}")),
        line("dogs", "p2", &format!("Two dogs sleep in the shade of a parked bus. {CONTEXT} (AP Photo/Kit Orr)")),
        line("none", "p3", "…"),
        line("dots", "p3", "…"),
        line("other", "p4", "…"),
    ]
    .concat()
}

/// Many texts, most of which have near copies.
fn many(count: usize) -> String {
    let word = |n: usize| format!("w{}", n * n % 97);
    let text = |n: usize| (0..40).map(|at| word(n / 4 * 7 + at + at / (30 + n % 4))).collect::<Vec<_>>().join(" ");
    (0..count).map(|n| line(&format!("t{n}"), "p", &text(n))).collect()
}

fn list(name: &str, text: &str) -> PathBuf {
    folder_with(name, &[("list.jsonl", text.as_bytes())])
}

fn dedup(folder: &Path, flags: &str) -> Outcome {
    let flags: Vec<&str> = ["dedup", "list.jsonl"].into_iter().chain(flags.split_whitespace()).collect();
    run(folder, &flags)
}

fn clusters(outcome: &Outcome) -> Vec<Vec<String>> {
    let members = |record: &Value| {
        let members = record["members"].as_array().unwrap().iter();
        members.map(|member| member["id"].as_str().unwrap().to_owned()).collect()
    };
    outcome.records().iter().map(members).collect()
}

#[test]
fn captions_are_clustered_by_picture_and_those_without_words_by_document() {
    let folder = list("caption-clusters", &captions());
    let outcome = dedup(&folder, "--unit caption --format clusters --doc-field page");
    assert_eq!(clusters(&outcome), [vec!["cut", "whole", "bare"], vec!["dogs"], vec!["none", "dots"], vec!["other"]]);
    let first = &outcome.records()[0];
    assert_eq!((&first["cluster"], &first["canonical"]["id"]), (&"whole".into(), &"whole".into()));
    let relations: Vec<&Value> = (0..3).map(|at| &first["members"][at]["relation"]).collect();
    assert_eq!(relations, ["truncated", "exact", "credit"]);
    assert_eq!(first["members"][2]["document"], "p2");
    let shared = json!([{ "text": CONTEXT, "count": 3, "members": ["whole", "bare", "dogs"] }]);
    assert_eq!(first["shared_context"], shared);
}

#[test]
fn assignments_and_keep_account_for_every_text() {
    let folder = list("caption-assignments", &captions());
    let outcome = dedup(&folder, "--unit caption");
    let pairs: Vec<(Value, Value)> =
        outcome.records().iter().map(|record| (record["id"].clone(), record["cluster"].clone())).collect();
    assert_eq!(pairs.len(), 7);
    assert_eq!(pairs[0], ("cut".into(), "whole".into()));
    let kept = dedup(&folder, "--unit caption --format keep");
    assert_eq!(kept.stdout, "whole\ndogs\nnone\ndots\nother\n");
    assert!(kept.stderr.contains("5 of 7 to keep"), "{}", kept.stderr);
    let kept = dedup(&folder, "--unit caption --format keep --doc-field page");
    assert_eq!(kept.stdout, "whole\ndogs\ndots\nother\n");
    let kept = dedup(&folder, "--unit string --format keep");
    assert!(kept.stdout.ends_with("dogs\nnone\ndots\nother\n"), "{}", kept.stdout);
}

#[test]
fn pairs_list_repeats_once_or_every_one() {
    let text = [
        line("a", "p", "one two three four"),
        line("b", "p", "One two, three four!"),
        line("c", "p", "one two three five"),
    ];
    let folder = list("pairs", &text.concat());
    let head = "id1\tid2\tjaccard\tcontainment\n";
    let outcome = dedup(&folder, "--format pairs --min-jaccard 0.3");
    assert_eq!(outcome.stdout, format!("{head}a\tc\t0.333333\t0.500000\n"));
    let outcome = dedup(&folder, "--format pairs --min-containment 0.5 --repeats expand");
    let all = "a\tb\t1.000000\t1.000000\na\tc\t0.333333\t0.500000\nb\tc\t0.333333\t0.500000\n";
    assert_eq!(outcome.stdout, format!("{head}{all}"));
}

#[test]
fn the_output_depends_neither_on_memory_nor_on_threads() {
    let folder = list("memory", &many(600));
    for flags in [
        "--format pairs --min-jaccard 0.5",
        "--format pairs --min-containment 0.6 --repeats expand",
        "--unit story --format assignments",
        "--unit caption --format clusters",
        "--format keep",
    ] {
        let plain = dedup(&folder, &format!("{flags} --jobs 1"));
        assert!(plain.stdout.lines().count() > 20, "{flags}: {}", plain.stderr);
        for other in ["--jobs 4", "--jobs 1 --memory 256K", "--jobs 4 --memory 256K"] {
            assert!(dedup(&folder, &format!("{flags} {other}")).stdout == plain.stdout, "{flags} {other}");
        }
    }
}

#[test]
fn broken_lines_of_a_list_are_named_and_counted_and_the_rest_is_done() {
    let text = [line("a", "p", "one two three"), "{oops\n".into(), "\n".into(), "{\"id\":\"x\"}\n".into()].concat();
    let text = text + &line("a", "p", "one two three") + "{\"text\":\"four five six\"}\n";
    let folder = list("broken-list", &text);
    let outcome = dedup(&folder, "--rejects rejects.jsonl");
    assert_eq!((outcome.status, outcome.ids()), (Some(3), vec!["a".into(), "a#2".into(), "list.jsonl#6".into()]));
    for said in ["list.jsonl: line 2: ", "list.jsonl: line 4: ", "2 inputs skipped, 3 documents read"] {
        assert!(outcome.stderr.contains(said), "no '{said}' in: {}", outcome.stderr);
    }
    assert_eq!(fs::read_to_string(folder.join("rejects.jsonl")).unwrap().lines().count(), 2);
}

#[test]
fn a_list_may_come_by_standard_input_and_in_another_encoding() {
    let folder = folder_with("piped-list", &[]);
    let text = line("a", "p", "Zoë met Kit in Oslo") + &line("b", "p", "ZOË MET KIT IN OSLO");
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for bytes in [text.as_bytes(), &wide] {
        let outcome = run_with(&folder, &["dedup", "-", "--format", "keep"], bytes);
        assert_eq!((outcome.stdout.as_str(), outcome.status), ("a\n", Some(0)));
    }
}
