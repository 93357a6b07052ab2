//! `archive` and `search`: an archive follows its documents, survives being
//! killed, and answers.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use crate::program::{Outcome, folder, program, run};

/// An invented article; `n` sets its words apart.
fn article(n: usize) -> String {
    let name = ["Ana Bela", "Kit Orr", "Zoe Marin", "Ivo Tamm"][n % 4];
    format!(
        "PORT ELLERY (AP) — Mayor {name} said on May {}, 2021, that bridge number {n} is safe. “We waited for it,” \
         {name} said.\n\nMayor {name} opens bridge number {n} in Port Ellery. (Rosa Sami/Reuters)\n",
        n % 28 + 1
    )
}

fn articles(folder: &Path, numbers: impl IntoIterator<Item = usize>) {
    fs::create_dir_all(folder.join("news")).unwrap();
    for n in numbers {
        fs::write(folder.join(format!("news/{n:03}.txt")), article(n)).unwrap();
    }
}

/// Brings `DB` up to date with the folder; what it says it did.
fn archive(folder: &Path, db: &str, flags: &[&str]) -> String {
    let outcome = run(folder, &[&["archive", db, "news"], flags].concat());
    assert_eq!((outcome.stderr.as_str(), outcome.status), ("", Some(0)));
    outcome.stdout
}

fn rows(folder: &Path, db: &str) -> String {
    let outcome = run(folder, &["export", db, "--format", "rows"]);
    assert_eq!((outcome.stderr.as_str(), outcome.status), ("", Some(0)));
    outcome.stdout
}

fn search(folder: &Path, arguments: &[&str]) -> Outcome {
    run(folder, &[&["search", "news.db"], arguments].concat())
}

#[test]
fn an_archive_follows_its_documents() {
    let folder = folder("archive-follows");
    articles(&folder, 0..6);
    assert_eq!(archive(&folder, "news.db", &[]), "6 documents: 6 new, 0 changed, 0 as they were, 0 taken out\n");
    assert_eq!(archive(&folder, "news.db", &[]), "6 documents: 0 new, 0 changed, 6 as they were, 0 taken out\n");
    fs::write(folder.join("news/001.txt"), article(77)).unwrap();
    fs::remove_file(folder.join("news/002.txt")).unwrap();
    articles(&folder, [8]);
    assert_eq!(archive(&folder, "news.db", &[]), "7 documents: 1 new, 1 changed, 4 as they were, 0 taken out\n");
    let pruned = archive(&folder, "news.db", &["--prune", "--datasette"]);
    assert_eq!(pruned, "6 documents: 0 new, 0 changed, 6 as they were, 1 taken out\n");
    archive(&folder, "scratch.db", &["--jobs", "1"]);
    assert_eq!(rows(&folder, "news.db"), rows(&folder, "scratch.db"));
    let metadata = fs::read_to_string(folder.join("news.metadata.json")).unwrap();
    assert!(metadata.contains("\"documents_fts\""));
}

/// Bytes of the archive and of what is not yet in it.
fn written(folder: &Path) -> u64 {
    let size = |name: &str| fs::metadata(folder.join(name)).map_or(0, |file| file.len());
    size("news.db") + size("news.db-wal")
}

#[test]
fn a_killed_run_loses_nothing() {
    let folder = folder("archive-killed");
    articles(&folder, 0..60);
    archive(&folder, "whole.db", &[]);
    let whole = rows(&folder, "whole.db");
    let mut interrupted = 0;
    for growth in [1, 20_000, 150_000, 60_000, 300_000, 5_000] {
        let mut command = program(&folder, &["archive", "news.db", "news", "--jobs", "1"]);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let before = written(&folder);
        // Killed in the middle of its writing, wherever that is.
        while written(&folder) < before + growth && child.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_micros(200));
        }
        interrupted += usize::from(child.try_wait().unwrap().is_none());
        // On Unix this is SIGKILL: nothing is tidied up.
        let _ = child.kill();
        child.wait().unwrap();
    }
    assert!(interrupted > 2, "{interrupted} runs were killed");
    archive(&folder, "news.db", &[]);
    assert!(rows(&folder, "news.db") == whole);
}

#[test]
fn an_archive_is_searched_and_exported_like_its_documents() {
    let folder = folder("archive-search");
    articles(&folder, 0..4);
    archive(&folder, "news.db", &[]);
    let outcome = search(&folder, &["bridge", "--speaker", "Orr", "--format", "jsonl"]);
    assert_eq!(outcome.ids(), ["news/001.txt"], "{}", outcome.stderr);
    let hit = &outcome.records()[0];
    let [start, end] = [0, 1].map(|n| hit["found"][0][n].as_u64().unwrap() as usize);
    let found: String = hit["snippet"].as_str().unwrap().chars().skip(start).take(end - start).collect();
    assert_eq!(found, "bridge");
    assert_eq!(search(&folder, &["opens", "--captions", "--agency", "reut", "--format", "jsonl"]).ids().len(), 4);
    let outcome = search(&folder, &["covid-19"]);
    assert_eq!(outcome.status, Some(1));
    assert!(outcome.stderr.contains("between double quotes: '\"covid-19\"'"), "{}", outcome.stderr);
    for arguments in [["--format", "ninjs"], ["--format", "spacy"]] {
        let export = |from: &str| run(&folder, &[&["export", from], &arguments[..]].concat()).stdout;
        assert_eq!(export("news.db"), export("news"));
    }
    run(&folder, &["export", "news.db", "--format", "csv", "-o", "one"]);
    run(&folder, &["export", "news", "--format", "csv", "-o", "other"]);
    for table in ["documents", "entities", "quotes", "clusters"] {
        let read = |of: &str| fs::read_to_string(folder.join(of).join(table).with_extension("csv")).unwrap();
        assert_eq!(read("one"), read("other"));
    }
}

#[test]
fn what_cannot_be_read_is_not_taken_out() {
    let folder = folder("archive-unread");
    articles(&folder, 0..2);
    archive(&folder, "news.db", &[]);
    fs::write(folder.join("news/001.txt"), b"").unwrap();
    let outcome = run(&folder, &["archive", "news.db", "news", "--prune"]);
    assert_eq!(outcome.status, Some(3));
    assert!(outcome.stdout.starts_with("2 documents: ") && outcome.stderr.contains("nothing was taken out"));
    let outcome = run(&folder, &["search", "news/000.txt", "bridge"]);
    assert_eq!(
        (outcome.stderr.as_str(), outcome.status),
        ("cutline: news/000.txt: is not an archive of cutline\n", Some(1))
    );
}
