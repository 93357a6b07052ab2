//! Names in news text, and who is who.

mod corpus;
mod fold;
mod link;
mod lists;

pub use corpus::{Named, Overrides, merge};
pub use link::link;
pub use lists::{Classes, Lists, ListsBuilder, ListsError, Match, Place, Thing};
