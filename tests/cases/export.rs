//! `export` and `graph`: every form of the sample, and where it is written.

use std::fs;
use std::path::Path;

use crate::program::{Outcome, folder, run, top};

const FORMS: [&str; 2] = ["ninjs", "spacy"];

/// Runs the program on the sample, writing into a folder.
fn export(command: &str, flags: &[&str], to: &Path) -> Outcome {
    let to = to.to_str().expect("a path of text");
    let outcome = run(&top(), &[&[command, "seeds"], flags, &["-o", to]].concat());
    assert_eq!((outcome.stdout.as_str(), outcome.stderr.as_str(), outcome.status), ("", "", Some(0)));
    outcome
}

/// Lines of the file, the head apart; no cell of these columns holds a line break.
fn rows(folder: &Path, table: &str) -> usize {
    let text = fs::read_to_string(folder.join(table).with_extension("csv")).expect("a table");
    assert!(text.ends_with("\r\n"));
    text.matches("\r\n").count() - 1
}

#[test]
fn tables_hold_what_the_records_hold() {
    let to = folder("export-csv");
    export("export", &["--format", "csv"], &to);
    let records = run(&top(), &["extract", "seeds"]).records();
    let count = |key: &str| records.iter().map(|record| record[key].as_array().unwrap().len()).sum::<usize>();
    for table in ["captions", "quotes", "timexes"] {
        assert_eq!(rows(&to, table), count(table), "{table}");
    }
    assert_eq!(rows(&to, "clusters"), count("captions"));
    let documents = fs::read_to_string(to.join("documents.csv")).unwrap();
    assert_eq!(documents.matches("\nseeds/").count(), records.len());
    let entities = run(&top(), &["entities", "seeds", "--format", "jsonl"]).records();
    assert_eq!(rows(&to, "entities"), entities.len());
}

#[test]
fn documents_share_a_file_or_have_one_each() {
    let to = folder("export-forms");
    for form in FORMS {
        let file = to.join(form).with_extension("jsonl");
        export("export", &["--format", form], &file);
        let together = fs::read_to_string(&file).unwrap();
        export("export", &["--format", form, "--jobs", "2"], &to.join(form).join(""));
        let mut apart: Vec<_> = fs::read_dir(to.join(form)).unwrap().map(|entry| entry.unwrap().path()).collect();
        apart.sort();
        let apart: Vec<String> = apart.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
        assert_eq!((apart.len(), apart.concat() == together), (3, true), "{form}");
    }
}

#[test]
fn brat_and_timeml_need_a_folder() {
    let to = folder("export-folders");
    for (form, files) in [("brat", 7), ("timeml", 3)] {
        export("export", &["--format", form], &to.join(form));
        assert_eq!(fs::read_dir(to.join(form)).unwrap().count(), files);
        let outcome = run(&top(), &["export", "seeds", "--format", form]);
        let said = "cutline: this format is several files; -o FOLDER says where to\n";
        assert_eq!((outcome.stderr.as_str(), outcome.status), (said, Some(1)));
    }
}

#[test]
fn networks_come_as_gexf_and_as_tables() {
    let to = folder("export-graphs");
    for tie in ["people", "quotes", "captions"] {
        export("graph", &["--of", tie], &to.join(tie).with_extension("gexf"));
        export("graph", &["--of", tie, "--format", "csv"], &to.join(tie));
        let gexf = fs::read_to_string(to.join(tie).with_extension("gexf")).unwrap();
        for (table, tag) in [("nodes", "<node "), ("edges", "<edge ")] {
            assert_eq!(rows(&to.join(tie), table), gexf.matches(tag).count(), "{tie}");
        }
        assert!(gexf.contains("person:donald-trump"), "{tie}");
    }
}
