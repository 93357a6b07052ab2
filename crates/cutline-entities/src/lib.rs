//! Names in news text, and who is who.

mod corpus;
mod fold;
mod gazetteer_tagger;
mod link;
mod lists;
mod tagger;

pub use corpus::{Named, Overrides, merge};
pub use link::link;
pub use lists::{Classes, Lists, ListsBuilder, ListsError, Match, Place, Thing};
pub use tagger::Tagger;
