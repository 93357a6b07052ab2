use crate::cases::{FRIDAY, check, only};

#[test]
fn lengths() {
    check(
        Some(FRIDAY),
        &[
            ("after three days of talks", &[("three days", "P3D")]),
            ("a 16-hour flight", &[("16-hour", "PT16H")]),
            ("a two-day rally", &[("two-day", "P2D")]),
            ("for 2 1/2 years", &[("2 1/2 years", "P2Y6M")]),
            ("for two and a half hours", &[("two and a half hours", "PT2H30M")]),
            ("a minute and a half", &[("a minute and a half", "PT1M30S")]),
            ("about 5½ hours", &[("about 5½ hours", "PT5H30M")]),
            ("half an hour", &[("half an hour", "PT30M")]),
            ("two decades of war", &[("two decades", "P20Y")]),
            ("at least 72 hours", &[("at least 72 hours", "PT72H")]),
            ("nearly two years", &[("nearly two years", "P2Y")]),
            ("the past three months", &[("the past three months", "P3M")]),
            ("the first nine months", &[("the first nine months", "P9M")]),
            ("the next several days", &[("the next several days", "PXD")]),
            ("a couple of years", &[("a couple of years", "P2Y")]),
            ("a few days", &[("a few days", "PXD")]),
            ("in recent weeks", &[("recent weeks", "PXW")]),
            ("for centuries", &[("centuries", "PXCE")]),
            ("within weeks or months", &[("weeks or months", "PXW")]),
            ("at least 20 more years", &[("at least 20 more years", "P20Y")]),
            ("twenty four hours", &[("twenty four hours", "PT24H")]),
            ("a year and a day-long strike", &[("a year", "P1Y"), ("day-long", "P1D")]),
            ("1,500 years", &[("1,500 years", "P1500Y")]),
            ("3.5 years", &[("3.5 years", "P3.5Y")]),
            ("more than a week", &[("more than a week", "P1W")]),
            ("two to three weeks", &[("two to three weeks", "P2W")]),
            ("for 10-15 years", &[("10-15 years", "P10Y")]),
            ("a two-and-a-half-year inquiry", &[("two-and-a-half-year", "P2Y6M")]),
            ("the months ahead", &[("the months ahead", "PXM")]),
            ("the year ended March 31", &[("the year", "P1Y"), ("March 31", "2025-03-31")]),
        ],
    );
}

#[test]
fn modifiers_of_lengths() {
    for (text, modifier) in [
        ("about two years", "APPROX"),
        ("nearly two years", "LESS_THAN"),
        ("more than two years", "MORE_THAN"),
        ("at least two years", "EQUAL_OR_MORE"),
        ("up to two years", "EQUAL_OR_LESS"),
        ("no more than two years", "EQUAL_OR_LESS"),
    ] {
        assert_eq!(only(text, None).modifier.as_deref(), Some(modifier), "{text}");
    }
}
