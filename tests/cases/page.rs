//! Reports that are opened in a browser, and reports of records.

use std::fs;

use crate::program::{folder, folder_with, run, run_with, top};

#[test]
fn the_page_is_the_same_whatever_the_number_of_threads() {
    let one = run(&top(), &["report", "seeds", "--format", "html", "--jobs", "1"]);
    let many = run(&top(), &["report", "seeds", "--format", "html", "--jobs", "5"]);
    assert_eq!((one.stderr.as_str(), one.status), ("", Some(0)));
    assert!(one.stdout == many.stdout);
    assert!(one.stdout.starts_with("<!DOCTYPE html>") && one.stdout.ends_with("</html>"));
}

#[test]
fn a_report_of_records_is_the_report_of_their_documents() {
    let records = folder("records_again");
    for unit in ["codepoint", "byte", "utf16"] {
        let file = records.join(format!("{unit}.jsonl"));
        let file = file.to_str().unwrap();
        assert_eq!(run(&top(), &["extract", "seeds", "--offset-unit", unit, "-o", file]).status, Some(0));
        for format in ["terminal", "markdown", "html"] {
            let fresh = run(&top(), &["report", "seeds", "--format", format]);
            let again = run(&top(), &["report", "--from", file, "--format", format]);
            assert_eq!((again.stderr.as_str(), again.status), ("", Some(0)));
            assert!(again.stdout == fresh.stdout, "{unit} {format}");
        }
    }
}

#[test]
fn lines_that_are_no_records_are_named_and_the_rest_goes_on() {
    let mut lines = run(&top(), &["extract", "seeds"]).stdout;
    lines.push_str("{\"id\": 3}\n\nnonsense\n");
    lines.push_str(&run(&top(), &["extract", "seeds/002_9628709f8aff7fc1.txt", "--no-text"]).stdout);
    let outcome = run_with(&top(), &["report", "--from", "-", "gone.jsonl"], lines.as_bytes());
    assert_eq!(outcome.status, Some(3));
    assert!(outcome.stdout.starts_with("DOCUMENTS  3 documents"), "{}", outcome.stdout);
    for message in [
        "-: line 4: is no record of a document: invalid type: integer `3`",
        "-: line 6: is no record of a document: expected ident",
        "-: line 7: is no record of a document: the text was left out",
        "gone.jsonl: cannot be read",
    ] {
        assert!(outcome.stderr.contains(message), "{message} is not in {}", outcome.stderr);
    }
}

#[test]
fn many_documents_ask_for_a_folder() {
    let lines: String = (0..1001).map(|n| format!("{{\"id\":\"{n}\",\"text\":\"Rain fell on day {n}.\"}}\n")).collect();
    let folder = folder_with("many", &[("many.jsonl", lines.as_bytes())]);
    let refused = run(&folder, &["report", "many.jsonl", "--format", "html", "-o", "all.html"]);
    assert_eq!(refused.status, Some(1));
    assert!(refused.stderr.contains("name a folder, as -o report/"), "{}", refused.stderr);
    let written = run(&folder, &["report", "many.jsonl", "--format", "html", "-o", "all/"]);
    assert_eq!((written.stderr.as_str(), written.status), ("", Some(0)));
    let index = fs::read_to_string(folder.join("all/index.html")).unwrap();
    assert!(index.contains("documents-003.html#d1000"));
    assert!(fs::read_to_string(folder.join("all/documents-003.html")).unwrap().contains("Rain fell on day"));
}
