//! Trained weights and word lists for English.

mod lists;

pub use lists::lists;
