//! An SQLite file kept up to date with records; search.
//!
//! An [`Archive`] holds documents with their blocks, captions, credits, names,
//! mentions, quotes and time expressions, and what was found across documents:
//! entities with aliases, clusters of captions, stories. [`Archive::put`]
//! writes one document in one transaction, so that a run that is killed loses
//! at most the document in hand; [`Archive::settle`] writes what was found
//! across them, only where it differs. The same documents give the same rows,
//! keys apart, whatever was added, changed or removed before: [`Archive::dump`]
//! shows it.
//!
//! Offsets in tables count code points of `documents.text`, in which U+FFFD
//! stands for NUL. Any SQLite reads the file; [`Archive::search`] asks its
//! full-text index.
//!
//! This crate does not know how a document is analysed, nor what ties it to
//! others: it is told.

mod across;
mod datasette;
mod dump;
mod error;
mod file;
mod put;
mod read;
mod search;

pub use across::{Across, Settled};
pub use datasette::metadata;
pub use error::Error;
pub use file::{Archive, is_archive};
pub use put::stamp;
pub use search::{Hit, Place, Query};

/// What can go wrong.
pub type Result<T> = std::result::Result<T, Error>;
