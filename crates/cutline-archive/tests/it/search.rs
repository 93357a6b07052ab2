use cutline_archive::{Archive, Error, Place, Query};

use crate::{analyzed, nowhere, settle};

fn archive(name: &str) -> Archive {
    let mut archive = Archive::open(&nowhere(name), "1").unwrap();
    let texts = [
        (
            "bridge",
            "PORT ELLERY (AP) — Mayor Ana Bela said on May 3, 2021, that the peace talks over the bridge are done. \
                    “We waited,” Bela said.\n\nMayor Ana Bela opens the bridge on May 3, 2021. (Rosa Sami/Reuters)\n",
        ),
        (
            "court",
            "Kit Orr left the court on Friday. Talks of peace had failed. “No bridge,” said Orr, “no peace talks.”\n",
        ),
        ("sea", "Ships passed. Nobody spoke.\n"),
    ];
    for (id, text) in texts {
        archive.put(&analyzed(id, text), "").unwrap();
    }
    settle(&mut archive);
    archive
}

fn ids(archive: &Archive, query: Query) -> Vec<String> {
    archive.search(&query).unwrap().into_iter().map(|hit| hit.id).collect()
}

fn words(words: &str) -> Query {
    Query { words: words.into(), limit: 10, ..Query::default() }
}

#[test]
fn finds_words_phrases_and_forms_without_accents() {
    let archive = archive("words");
    assert_eq!(ids(&archive, words("ships")), ["sea"]);
    assert_eq!(ids(&archive, words("\"talks of peace\"")), ["court"]);
    assert_eq!(ids(&archive, words("bridge NOT court")), ["bridge"]);
    assert_eq!(ids(&archive, words("élLery")), ["bridge"]);
    assert_eq!(ids(&archive, words("volcano")), [""; 0]);
    assert_eq!(ids(&archive, Query { limit: 1, ..words("bridge") }).len(), 1);
}

#[test]
fn filters_by_speaker_person_agency_and_day() {
    let archive = archive("filters");
    let with = |set: fn(&mut Query)| {
        let mut query = words("bridge");
        set(&mut query);
        ids(&archive, query)
    };
    assert_eq!(with(|query| query.speaker = Some("orr".into())), ["court"]);
    assert_eq!(with(|query| query.person = Some("Ana".into())), ["bridge"]);
    assert_eq!(with(|query| query.person = Some("A%a".into())), [""; 0]);
    assert_eq!(with(|query| query.agency = Some("reuters".into())), ["bridge"]);
    assert_eq!(with(|query| query.since = Some("2031".into())), [""; 0]);
    let captions = Query { place: Place::Captions, agency: Some("Reuters".into()), ..words("opens") };
    let hits = archive.search(&captions).unwrap();
    assert_eq!((hits[0].id.as_str(), hits[0].agency.as_deref()), ("bridge", Some("Reuters")));
}

#[test]
fn snippets_mark_what_was_found() {
    let archive = archive("snippets");
    let hits = archive.search(&words("ships")).unwrap();
    assert_eq!(hits[0].snippet[0], (true, "Ships".into()));
    assert!(hits[0].snippet[1].1.starts_with(" passed."));
}

#[test]
fn queries_that_are_no_queries_are_told_from_failures() {
    let archive = archive("mistakes");
    for wrong in ["peace AND", "\"peace", "no-such:peace", "(", "*", "", "a NEAR/x b", "peace\0"] {
        match archive.search(&words(wrong)) {
            Err(Error::Query(_)) => {}
            Ok(hits) => assert!(wrong.contains('\0') || hits.is_empty(), "{wrong:?}: {hits:?}"),
            Err(other) => panic!("{wrong:?}: {other}"),
        }
    }
}
