//! `compare`, and what the program says of itself.

use std::fs;

use serde_json::json;

use crate::program::{folder, folder_with, run, run_with};

const OLD: &str = r#"{"id":"a","text":"Ana Bela met Kit Orr.","offset_unit":"codepoint","generator":{"version":"0"},"mentions":[{"start":0,"end":8,"label":"GPE"},{"start":13,"end":20,"label":"PERSON"}]}
{"id":"b","text":"Rain."}
{"id":"gone","text":"Hail."}
"#;
const NEW: &str = r#"{"id":"new","text":"Snow."}
{"id":"b","text":"Rain."}
{"id":"a","text":"Ana Bela met Kit Orr.","offset_unit":"codepoint","generator":{"version":"1"},"mentions":[{"start":0,"end":8,"label":"PERSON"},{"start":13,"end":20,"label":"PERSON"}]}
"#;

#[test]
fn compare_tells_what_came_what_went_and_what_changed() {
    let folder = folder_with("compare", &[("old.jsonl", OLD.as_bytes()), ("new.jsonl", NEW.as_bytes())]);
    let outcome = run(&folder, &["compare", "old.jsonl", "new.jsonl", "--format", "jsonl"]);
    let mention = |label: &str| json!({ "start": 0, "end": 8, "label": label });
    let changed = json!([{ "field": "mentions", "changed": [[mention("GPE"), mention("PERSON")]] }]);
    let expected = [
        json!({ "id": "new", "change": "added" }),
        json!({ "id": "a", "change": "changed", "fields": changed }),
        json!({ "id": "gone", "change": "removed" }),
    ];
    assert_eq!((outcome.records(), outcome.status), (expected.to_vec(), Some(0)));
    let outcome = run(&folder, &["compare", "old.jsonl", "new.jsonl"]);
    for shown in ["2 compared, 1 changed, 1 added, 1 removed", "Added: new", "Removed: gone", "“Ana Bela” label GPE"]
    {
        assert!(outcome.stdout.contains(shown), "no '{shown}' in: {}", outcome.stdout);
    }
}

#[test]
fn compare_skips_broken_lines_and_reads_standard_input() {
    let broken = format!("{{\"text\":1}}\nno\n\n{NEW}");
    let folder = folder_with("compare-broken", &[("old.jsonl", OLD.as_bytes())]);
    let outcome = run_with(&folder, &["compare", "old.jsonl", "-", "--format", "jsonl"], broken.as_bytes());
    assert_eq!((outcome.records().len(), outcome.status), (3, Some(3)));
    assert!(outcome.stderr.contains("-: line 1: has no id") && outcome.stderr.contains("-: line 2: is no JSON"));
    let outcome = run_with(&folder, &["compare", "-", "old.jsonl"], b"");
    assert_eq!(outcome.status, Some(1));
    let outcome = run(&folder, &["compare", "missing.jsonl", "old.jsonl"]);
    assert!(outcome.stderr.contains("missing.jsonl: cannot be read"), "{}", outcome.stderr);
}

#[test]
fn doctor_names_formats_models_and_the_sources_of_lists() {
    let outcome = run(&folder("doctor"), &["doctor"]);
    assert_eq!(outcome.status, Some(0));
    for shown in ["assignments, clusters, pairs, keep", "names-first", "cities", "CC BY 4.0"] {
        assert!(outcome.stdout.contains(shown), "no '{shown}' in: {}", outcome.stdout);
    }
}

#[test]
fn completions_and_manual_pages_know_every_command() {
    let folder = folder("habits");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let outcome = run(&folder, &["completions", shell]);
        assert!(outcome.stdout.contains("min-containment") && outcome.status == Some(0), "{shell}");
    }
    let outcome = run(&folder, &["man", "pages"]);
    assert_eq!((outcome.status, outcome.stdout.as_str()), (Some(0), ""));
    let page = fs::read_to_string(folder.join("pages/cutline-dedup.1")).unwrap();
    assert!(page.contains("min\\-jaccard") && folder.join("pages/cutline.1").is_file());
}
