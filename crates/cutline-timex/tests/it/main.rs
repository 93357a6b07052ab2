//! What [`cutline_timex::tag`] finds in sentences, case by case, and what holds of any text.
//!
//! Every case was read by hand: the sentence is invented, the expected
//! expressions and values follow from TIMEX3 and a calendar.

mod cases;
mod dates;
mod document;
mod durations;
mod history;
mod negatives;
mod newswire;
mod properties;
mod sets;
mod times;
