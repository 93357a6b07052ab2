//! Names in news text, and who is who.

mod breaks;
mod candidates;
mod clusters;
mod corpus;
mod elsewhere;
mod features;
mod fold;
mod label;
mod link;
mod lists;
mod person_name;
mod places;
mod roles;
mod rules;
mod shape;
mod similar;
mod states;
mod tagger;
pub mod tagging;
mod titles;
mod words;

pub use corpus::{Named, Overrides, merge};
pub use link::link;
pub use lists::{Classes, Lists, ListsBuilder, ListsError, Match, Place, Thing};
pub use rules::rule_names;
pub use tagger::{Files, Tagger, TaggerError};
