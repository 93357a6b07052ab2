//! Records to JSONL, Markdown and terminal; the JSON Schema.
//!
//! - For programs: [`record()`] makes the wire form of an
//!   [`Analysis`](cutline_doc::Analysis), [`write_line`] writes it,
//!   [`schema`] describes it. Bytes become code points (or another
//!   [`OffsetUnit`]) here, by [`Offsets`], and nowhere else.
//! - For people: [`Summary::of`] keeps of a document what reports need;
//!   [`report`] and the functions in [`view`] turn a [`Corpus`] of summaries and
//!   groups into a [`Page`]; a page is rendered for a [`Terminal`] or as
//!   Markdown. Words of documents are made safe there. With the feature `page`,
//!   the module `page` makes of all of it an HTML file that people open.
//! - For other programs: [`export`] writes flat tables, networks, and the forms
//!   of standards.
//!
//! This crate does not know how anything was computed: it takes plain records
//! of `cutline-doc` from whoever made them.

pub mod export;
mod layout;
mod offsets;
#[cfg(feature = "page")]
pub mod page;
mod record;
mod summary;
pub mod view;

pub use layout::{Column, Fit, Page, Part, Style, Table, Terminal, Text, visible};
pub use offsets::{OffsetUnit, Offsets};
pub use record::*;
pub use summary::{CaptionSummary, Event, Gender, NameSummary, QuotePlace, QuoteSummary, Share, Summary};
pub use view::{Corpus, Limits, caption_id, report};
