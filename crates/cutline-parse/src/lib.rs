//! News text in; blocks, captions, credits and metadata out.

mod agency;
mod byline;
mod caption;
mod context;
mod credit;
mod dateline;
mod document;
mod extent;
mod furniture;
mod head;
#[cfg(feature = "html")]
mod html;
mod item;
mod label;
mod language;
mod layout;
mod lexicon;
mod notice;
mod published;
mod repeat;
mod runon;
mod scene;
mod stamp;
mod style;
mod wrap;

use cutline_doc::{Date, Document};

pub use agency::agency_name;
pub use caption::{caption_parts, parts_of};
#[cfg(feature = "html")]
pub use html::html;

/// What is known about a text besides the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    /// When it appeared, as the input says: an ISO date or date-time.
    pub published: Option<String>,
    /// The day to assume where nothing else tells it.
    pub default_date: Option<Date>,
}

/// Reads a news text as a scraper left it.
pub fn text(text: String, hints: &Hints) -> Document {
    document::read(text, hints)
}
