//! `--corrections`: what an editor decided holds in every run, and what fits
//! nothing any more is named.

use std::fs;

use crate::program::{folder_with, run};

const ARTICLE: &str = "OSLO (AP) — Mayor Kit Orr met Ana Bela on Monday. “The bridge is safe,” Orr said.\n\n\
                       Mayor Kit Orr, left, opens the bridge in Oslo. (Rosa Sami/Reuters)\n\n\
                       Ana Bela walks on the bridge in Oslo. (AP Photo/Ivo Tamm)\n";

const CORRECTIONS: &str = "\
[[caption]]
document = 'a.txt'
says = 'mayor kit orr, LEFT'
photographer = ['Zoe Marin', 'Ivo Tamm']
agency = ''
file_photo = true

[[caption]]
says = 'Ana Bela walks'
drop = true

[[speaker]]
says = 'bridge is safe'
speaker = 'Bela'

[[speaker]]
document = 'gone.txt'
says = 'bridge is safe'
speaker = 'Orr'
";

#[test]
fn corrections_hold_in_every_run() {
    let files = [("a.txt", ARTICLE.as_bytes()), ("c.toml", CORRECTIONS.as_bytes())];
    let folder = folder_with("corrections", &files);
    let record = &run(&folder, &["extract", "a.txt", "--corrections", "c.toml"]).records()[0];
    let captions = record["captions"].as_array().unwrap();
    assert_eq!(captions.len(), 1);
    let credit = &captions[0]["credit"];
    assert_eq!((&credit["photographer"][1], credit.get("agency")), (&"Ivo Tamm".into(), None));
    assert_eq!((&credit["raw"], &captions[0]["file_photo"]), (&"Rosa Sami/Reuters".into(), &true.into()));
    let quote = &record["quotes"][0];
    let speaker = &record["entities"][quote["speaker"].as_u64().unwrap() as usize]["name"];
    assert_eq!((speaker, &quote["rule"]), (&"Ana Bela".into(), &"by-hand".into()));
}

#[test]
fn what_fits_nothing_any_more_is_named() {
    let files = [("a.txt", ARTICLE.as_bytes()), ("c.toml", CORRECTIONS.as_bytes())];
    let folder = folder_with("corrections-check", &files);
    let outcome = run(&folder, &["corrections", "a.txt", "--corrections", "c.toml", "--check"]);
    assert!(outcome.stdout.contains("gone.txt") && !outcome.stdout.contains("mayor"), "{}", outcome.stdout);
    assert_eq!(outcome.stderr, "cutline: c.toml: 1 of 4 corrections fit nothing any more\n");
    assert_eq!(outcome.status, Some(1));
    fs::write(folder.join("c.toml"), "[[speaker]]\nsays = 'safe'\nspeaker = ''\n").unwrap();
    let outcome = run(&folder, &["corrections", "a.txt", "--corrections", "c.toml", "--check"]);
    assert_eq!((outcome.stdout.trim(), outcome.status), ("All corrections fit.", Some(0)));
}

#[test]
fn an_archive_follows_the_corrections_of_its_documents() {
    let files = [("in/a.txt", ARTICLE.as_bytes()), ("in/b.txt", b"Rain fell on Oslo.\n")];
    let folder = folder_with("corrections-archive", &files);
    let archive = |flags: &[&str]| run(&folder, &[&["archive", "news.db", "in"], flags].concat()).stdout;
    archive(&[]);
    fs::write(
        folder.join("c.toml"),
        CORRECTIONS
            .replace("'a.txt'", "'in/a.txt'")
            .replace("[[caption]]\nsays", "[[caption]]\ndocument = 'in/a.txt'\nsays")
            .replace("[[speaker]]\nsays", "[[speaker]]\ndocument = 'in/a.txt'\nsays"),
    )
    .unwrap();
    let said = archive(&["--corrections", "c.toml"]);
    assert_eq!(said, "2 documents: 0 new, 1 changed, 1 as they were, 0 taken out\n");
}
