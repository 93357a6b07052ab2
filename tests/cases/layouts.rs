//! Who speaks where the layout of the page tells it: transcripts, interviews,
//! posts, and names behind a dash. Every turn of the invented pages in
//! `layouts` is listed here with its speaker.

use std::path::Path;

use serde_json::Value;

use crate::program::run;

/// How a turn begins, and who speaks.
type Turn = (&'static str, Option<&'static str>);

/// A page, and the turns told by its layout.
const PAGES: &[(&str, &[Turn])] = &[
    (
        "interview.txt",
        &[
            ("When will the first ship", None),
            ("In June, if the weather", Some("Ana Bela")),
            ("Who paid for the quay?", None),
            ("The town did, and", Some("Ana Bela")),
            ("Would you do it again?", None),
            ("Tomorrow, and I would", Some("Ana Bela")),
        ],
    ),
    (
        "broadcast.txt",
        &[
            ("Mayor Bela, was the town", Some("Mara Lindt")),
            ("We were warned at four", Some("Ana Bela")),
            ("Senator Orr, the province", Some("Mara Lindt")),
            ("It called a number", Some("Tomas Orr")),
            ("One at a time, please.", Some("Mara Lindt")),
            ("I can show you the log.", Some("Ana Bela")),
            ("And that one call", Some("Tomas Orr")),
        ],
    ),
    (
        "quoted.txt",
        &[
            ("How many houses", Some("Tomas Orr")),
            ("Eleven, and all of them", Some("Ana Bela")),
            ("Then why are there lights", Some("Tomas Orr")),
            ("Because somebody forgot", Some("Ana Bela")),
        ],
    ),
    (
        "panel.txt",
        &[
            ("Is the dam safe?", None),
            ("It has been tested every", Some("Ana Bela")),
            ("It has been tested by the", Some("Tomas Orr")),
            ("Should somebody else", None),
            ("Yes, and soon.", Some("Tomas Orr")),
            ("I would welcome that.", Some("Ana Bela")),
        ],
    ),
    (
        "voices.txt",
        &[
            ("“My shop has been here", Some("Greta Halm")),
            ("“I can finally get", Some("Jonas Pell")),
            ("\"The noise keeps", Some("Mila Torven")),
            ("“We were promised trees", Some("Oskar Brandt")),
            ("“They said ‘soon’", Some("Lena Fisk")),
            ("‘It cuts the village", Some("Petra Holm")),
        ],
    ),
    (
        "posts.txt",
        &[
            ("The first ship is in!", Some("Ana Bela")),
            ("The town should have waited", Some("Tomas Orr")),
            ("We waited eleven years", Some("Ana Bela")),
            ("“He is welcome any day,”", Some("Ana Bela")),
        ],
    ),
    ("notes.txt", &[("“We will wait for the rain", Some("Ana Bela"))]),
];

#[test]
fn every_turn_has_its_speaker() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/layouts");
    let outcome = run(&folder, &["extract", "."]);
    let records = outcome.records();
    for (page, turns) in PAGES {
        let record = records.iter().find(|record| record["id"].as_str().unwrap().ends_with(page)).expect(page);
        let told = turns_of(record);
        for (start, speaker) in *turns {
            let found = told.iter().find(|(content, _)| content.starts_with(start));
            let (_, name) = found.unwrap_or_else(|| panic!("{page}: no {start:?} in {told:#?}"));
            let name = name.as_deref().map(str::to_lowercase);
            assert_eq!(name, speaker.map(str::to_lowercase), "{page}: {start}");
        }
    }
}

#[test]
fn a_turn_may_have_several_paragraphs() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/layouts");
    let outcome = run(&folder, &["extract", "interview.txt", "quoted.txt"]);
    let told: Vec<(String, Option<String>)> = outcome.records().iter().flat_map(turns_of).collect();
    for part in ["We asked the national government", "“The owners were paid"] {
        assert!(told.iter().any(|(content, _)| content.contains(part)), "{part}: {told:#?}");
    }
    assert!(told.iter().all(|(content, _)| !content.contains("LAUGHTER")));
}

#[test]
fn notices_with_labels_are_no_transcript() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/layouts");
    let outcome = run(&folder, &["extract", "notes.txt"]);
    assert!(outcome.records()[0]["quotes"].as_array().unwrap().iter().all(|quote| quote["rule"] != "transcript"));
}

/// What each quotation says, spans joined, and the name of its speaker.
fn turns_of(record: &Value) -> Vec<(String, Option<String>)> {
    let text: Vec<char> = record["text"].as_str().unwrap().chars().collect();
    let words = |span: &Value| -> String {
        let place = |key: &str| span[key].as_u64().unwrap() as usize;
        text[place("start")..place("end")].iter().collect()
    };
    let name = |quote: &Value| {
        let id = quote.get("speaker")?;
        let entity = record["entities"].as_array()?.iter().find(|entity| entity["id"] == *id)?;
        Some(entity["name"].as_str()?.to_owned())
    };
    let turn = |quote: &Value| {
        let content: Vec<String> = quote["content"].as_array().unwrap().iter().map(words).collect();
        (content.join(" | "), name(quote))
    };
    record["quotes"].as_array().unwrap().iter().map(turn).collect()
}
