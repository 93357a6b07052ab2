//! Web pages: mark-up in, the article's reading text and blocks out.
//!
//! The page is read once into a flat tree of bounded depth. Captions, credits
//! and bylines are told from the mark-up first; the body is then the element
//! whose paragraphs, less all that, sum up best. What is rendered is the
//! article alone, in the order of the page, with a map back to the page's
//! bytes.

mod atoms;
mod authors;
mod body;
mod dates;
mod day;
mod document;
mod json;
mod linked_data;
mod meta;
mod notices;
mod page;
mod paragraphs;
mod pictures;
mod roles;
mod signed;
mod smell;
mod tree;
mod writer;

pub use document::html;
