//! Trains the weights that `cutline-english` ships.
//!
//! Training and tagging share the feature code of `cutline-entities` and
//! `cutline-quote`; what is here reads annotated text, says what its labels
//! allow, and writes model files. The same data gives the same bytes.

pub mod names;
pub mod quotes;
