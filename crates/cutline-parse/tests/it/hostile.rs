//! Whatever the text, parsing ends, soon, and holds its invariants.

use std::time::{Duration, Instant};

use cutline_parse::{Hints, caption_parts, text};
use proptest::prelude::*;

use crate::parse;

const SEEDS: [&str; 3] = [
    include_str!("../../../../seeds/000_690b7f1cc7b505ef.txt"),
    include_str!("../../../../seeds/001_31c7c5e941671ada.txt"),
    include_str!("../../../../seeds/002_9628709f8aff7fc1.txt"),
];

#[test]
fn cut_off_anywhere() {
    for seed in SEEDS {
        for (at, _) in seed.char_indices().step_by(61) {
            parse(&seed[..at]);
            parse(&seed[at..]);
        }
    }
}

#[test]
fn empty_and_blank() {
    for article in [
        "",
        " ",
        "\n\n\n",
        "\u{feff}",
        "\0",
        "*",
        "* \n* \n",
        "—",
        "(",
        ")",
        "()",
        "©",
        "Photo:",
        "FILE - ",
        "1.",
        "\u{a0}\u{a0}",
    ] {
        parse(article);
        caption_parts(article);
    }
    assert_eq!(parse("").blocks, []);
    assert_eq!(parse("").metadata.language, "und");
}

/// Large inputs of one kind; the time allowed is generous, and far less than
/// anything but linear work would take.
#[test]
fn large_and_strange() {
    let inputs = [
        "\n".repeat(100_000),
        "a".repeat(1_000_000),
        "word ".repeat(200_000),
        "(".repeat(300_000),
        "(AP) ".repeat(10_000),
        "FILE - ".repeat(10_000),
        "Rain fell on Monday. ".repeat(20_000),
        "Photo: Ana Bela\n".repeat(20_000),
        "Rain fell...\n".repeat(20_000),
        "The rain fell on the town and on the...\n".repeat(10_000),
        "\0".repeat(300_000),
        "Ana Bela, left, greets Kit Orr Monday in Lodz, Poland.\n".repeat(5_000),
        "— Ana (@ana) May 3, 2021\n".repeat(10_000),
        "Related stories\nRain fell on the town for the third day in a row.\n".repeat(8_000),
        "“".repeat(200_000),
    ];
    for input in inputs {
        let start = Instant::now();
        parse(&input);
        let taken = start.elapsed();
        assert!(taken < Duration::from_secs(20), "{taken:?} for {:?}", &input[..input.len().min(12)]);
    }
}

#[test]
fn what_is_not_english_is_named() {
    let german = "Der Rat der Stadt hat am Montag beschlossen, den Preis für das Wasser zum zweiten Mal in diesem Jahr zu erhöhen. \
                  Die Seen sind nach Monaten ohne Regen nur noch halb voll, sagte die Bürgermeisterin.";
    let document = parse(german);
    assert_eq!(document.metadata.language, "de");
    assert_eq!(document.warnings[0].code, "not-english");
}

proptest! {
    #[test]
    fn any_text(article in "(?s).{0,400}") {
        text(article, &Hints::default()).check().unwrap();
    }

    #[test]
    fn any_lines(lines in proptest::collection::vec(
        prop_oneof![
            Just("FILE - Ana Bela speaks in Lodz. (AP Photo/Kit Orr, File)".to_owned()),
            Just("Photo: Kit Orr/EPA".to_owned()), Just("By Ana Bela".to_owned()), Just(String::new()),
            Just("May 3, 2021, 2:15 PM".to_owned()), Just("  * Home".to_owned()), Just("Related stories".to_owned()),
            Just("Ana Bela greets Kit Orr in the tow...".to_owned()), Just("— Ana (@ana) May 3, 2021".to_owned()),
            Just("The council said on Monday that it would raise the price of water again.".to_owned()),
            Just("Image caption A dog runs".to_owned()), Just("Image copyright Getty Images".to_owned()),
            Just("Rain floods the old town".to_owned()), "[ -~é“”—]{0,90}",
        ], 0..24)) {
        text(lines.join("\n"), &Hints::default()).check().unwrap();
    }

    #[test]
    fn any_caption(caption in "(?s).{0,200}") {
        caption_parts(&caption);
    }
}
