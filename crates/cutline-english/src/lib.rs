//! Trained weights and word lists for English.

mod lists;
mod models;
mod quoter;
mod sources;
mod tagger;

pub use lists::lists;
pub use models::models;
pub use quoter::quoter;
pub use sources::{Source, sources};
pub use tagger::tagger;
