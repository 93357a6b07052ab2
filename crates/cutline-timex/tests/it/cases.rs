//! A table of sentences with what is to be found in them.

use cutline_doc::{Date, Timex};
use jiff::civil::date;

/// The day the sentences appeared, unless a case says otherwise: a Friday.
pub const FRIDAY: Date = date(2025, 1, 31);

/// Checks that in each sentence exactly these expressions have these values.
pub fn check(published: Option<Date>, cases: &[(&str, &[(&str, &str)])]) {
    let mut wrong = String::new();
    for (text, expected) in cases {
        let found = cutline_timex::tag(text, published);
        let found: Vec<(&str, &str)> = found.iter().map(|timex| (&text[timex.span], timex.value.as_str())).collect();
        if found != *expected {
            wrong += &format!("{text}\n  found    {found:?}\n  expected {expected:?}\n");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// The one expression of a sentence.
pub fn only(text: &str, published: Option<Date>) -> Timex {
    let mut found = cutline_timex::tag(text, published);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found.remove(0)
}
