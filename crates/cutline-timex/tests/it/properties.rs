//! What holds of any text.

use cutline_doc::Timex;
use jiff::civil::date;
use proptest::prelude::*;

/// Pieces that expressions are made of, and things that break them.
const PIECES: &[&str] = &[
    "the",
    "last",
    "next",
    "past",
    "this",
    "that",
    "same",
    "Friday",
    "Fri.",
    "Thursdays",
    "May",
    "march",
    "Sept.",
    "31",
    "30",
    "5",
    "1989",
    "2025",
    "99999",
    "999999999",
    "4294967295",
    "-",
    "/",
    ":",
    ".",
    ",",
    "'",
    "’",
    "s",
    "year",
    "years",
    "week",
    "day",
    "days",
    "quarter",
    "hour",
    "minutes",
    "decade",
    "century",
    "ago",
    "earlier",
    "later",
    "second",
    "third",
    "first",
    "half",
    "a",
    "an",
    "of",
    "and",
    "to",
    "from",
    "between",
    "early",
    "late",
    "mid",
    "end",
    "every",
    "each",
    "other",
    "twice",
    "times",
    "p.m.",
    "am",
    "GMT",
    "noon",
    "midnight",
    "morning",
    "night",
    "today",
    "tonight",
    "one",
    "twenty",
    "hundred",
    "thousand",
    "million",
    "couple",
    "few",
    "about",
    "nearly",
    "more",
    "than",
    "at",
    "least",
    "fiscal",
    "Q3",
    "FY",
    "BC",
    "AD",
    "1990s",
    "the '80s",
    "½",
    "1/2",
    "\n",
    "\n\n",
    " ",
    "  ",
    "\u{a0}",
    "\u{0}",
    "é",
    "—",
    "“",
    "(",
    ")",
    "$",
    "%",
    "will",
    "said",
    "old",
    "Christmas",
    "Eve",
    "New",
    "9/11",
    "weekend",
    "summer",
    "until",
    "as",
    "soon",
    "now",
    "future",
    "T",
    "Z",
    "2025-02-30",
    "31/4/2021",
    "🕰",
];

fn hold(text: &str) -> Vec<Timex> {
    let day = Some(date(2025, 1, 31));
    let found = cutline_timex::tag(text, day);
    let mut at = 0;
    for (index, timex) in found.iter().enumerate() {
        let words = text.get(timex.span.range()).expect("a span on character boundaries");
        assert!(!words.trim().is_empty() && words.trim() == words, "{words:?}");
        assert!(timex.span.start >= at, "out of order or overlapping");
        at = timex.span.end;
        assert!(!timex.value.is_empty());
        if let Some((first, last)) = timex.interval {
            assert!(first <= last);
            assert_eq!(cutline_timex::interval(&timex.value), Some((first, last)));
        }
        if let Some(other) = timex.range_with {
            let other = &found[other as usize];
            assert_eq!(other.range_with, Some(index as u32));
        }
    }
    assert_eq!(found, cutline_timex::tag(text, day), "not the same twice");
    let open = cutline_timex::tag(text, None);
    assert_eq!(
        open.iter().map(|timex| timex.span).collect::<Vec<_>>(),
        found.iter().map(|timex| timex.span).collect::<Vec<_>>(),
        "the day of publication changes values, not spans"
    );
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        hold(&text);
    }

    #[test]
    fn any_heap_of_time_words_is_read(
        pieces in prop::collection::vec((prop::sample::select(PIECES), any::<bool>()), 0..40)
    ) {
        let mut text = String::new();
        for (piece, space) in pieces {
            text.push_str(piece);
            if space {
                text.push(' ');
            }
        }
        hold(&text);
    }
}

#[test]
fn hostile_text_takes_no_more_time_than_other_text() {
    for piece in
        ["1990-", "the ", "early ", "every ", "a.", "Friday ", "9", "\n\n", "twenty-", "March 3-", "more than "]
    {
        hold(&piece.repeat(200_000 / piece.len()));
    }
}

#[test]
fn a_second_reading_of_each_span_agrees_on_full_dates() {
    let text = "on 3 May 2021, by March 10, 2023, since 1996 and from 2025-01-31";
    for timex in hold(text) {
        let again = cutline_timex::tag(&text[timex.span], None);
        assert_eq!(again.len(), 1);
        assert_eq!(again[0].value, timex.value);
    }
}
