//! Trained weights and word lists for English.

mod lists;
mod quoter;
mod tagger;

pub use lists::lists;
pub use quoter::quoter;
pub use tagger::tagger;
