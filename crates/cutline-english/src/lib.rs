//! Trained weights and word lists for English.

mod lists;
mod tagger;

pub use lists::lists;
pub use tagger::tagger;
