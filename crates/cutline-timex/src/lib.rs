//! Time expressions in news text, with TIMEX3 values.
//!
//! [`tag`] finds dates, times of day, durations and repetitions in English text
//! and says which day they mean. It reads each byte once: a lexer classes
//! letters, digits and marks, and a grammar compiled to plain functions reads on
//! from every token that can open an expression. No model, no clock, no time
//! zone.
//!
//! What expressions count from is said, never guessed: the day of publication
//! that the caller passes, a caption's or a post's own date, or the day that the
//! text last spoke of ('the following day'). Where there is none the value stays
//! open: `XXXX-WXX-4` is a Thursday that nobody can place.
//!
//! Values are those of TIMEX3 in ISO-TimeML (Pustejovsky et al., 'ISO-TimeML: An
//! International Standard for Semantic Annotation', LREC 2010).
//!
//! This crate does not know models, blocks' rules, or how documents are parsed.

mod calendar;
mod cues;
mod document;
mod grammar;
mod lex;
mod lexicon;
mod open;
mod place;
mod resolve;
mod sense;
mod tag;
pub mod timeline;
mod when;
mod word;

use cutline_doc::{Anchor, Date, Span, Timex, Warning};

pub use document::{tag_document, tag_document_with_warnings};
pub use when::interval;

/// Finds the time expressions in `text`, in reading order, without overlap.
///
/// `published` is the day the text appeared. Without it, 'last Tuesday' is
/// still found, but its value stays open.
///
/// ```
/// use jiff::civil::date;
///
/// let found = cutline_timex::tag("Rain fell on 3 May 2021.", None);
/// assert_eq!(found[0].value, "2021-05-03");
///
/// let found = cutline_timex::tag("He left last week.", Some(date(2025, 1, 31)));
/// assert_eq!(found[0].value, "2025-W04");
/// ```
pub fn tag(text: &str, published: Option<Date>) -> Vec<Timex> {
    tag_with_warnings(text, published).0
}

/// As [`tag`], and says which dates are not on the calendar ('February 31'),
/// whose values stay open.
///
/// ```
/// let (found, warnings) = cutline_timex::tag_with_warnings("on February 31, 2021", None);
/// assert_eq!(found[0].value, "2021-02-XX");
/// assert_eq!(warnings[0].code, "date-out-of-range");
/// ```
pub fn tag_with_warnings(text: &str, published: Option<Date>) -> (Vec<Timex>, Vec<Warning>) {
    let drafts = tag::draft(text, Span::of(text));
    let history = tag::tells_history(&drafts, published);
    let speech = published.map(|day| Anchor { day, from: "published".into() });
    let place = resolve::Place { speech, history };
    let (mut timexes, mut warnings) = (Vec::with_capacity(drafts.len()), Vec::new());
    tag::resolve(&drafts, &place, &mut resolve::Context::default(), &mut timexes, &mut warnings);
    (timexes, warnings)
}
