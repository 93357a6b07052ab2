//! Lists, linking, rules and merging with the lists for English. All names are invented.

mod corpus;
mod linking;
mod lists;
mod marked;
mod roles;
mod rules;
mod running;
mod seeds;
mod tagger;
