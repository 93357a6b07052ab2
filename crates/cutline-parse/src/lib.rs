//! News text in; blocks, captions, credits and metadata out.
//!
//! [`text`] reads an article as a scraper left it, with or without the menus,
//! buttons and teasers of its page, and gives a [`Document`]: what each line is
//! and which rule said so, photo captions taken apart, headline, byline,
//! dateline and dates with what they were read from. [`caption_parts`] takes a
//! bare caption apart: an alt text, a line of a list. [`agency_name`] tells
//! news agencies by any of their styles.
//!
//! How it works: lines become pieces (wrapped lines are put together, an
//! article on one line is cut up); each piece is marked by what can be told of
//! it alone; the heaviest stretch of running text is the article; then every
//! piece is named among its neighbours. All of it is one pass or a few over the
//! text; nothing depends on a model.
//!
//! This crate does not know files, taggers or what a name is. Who wants names,
//! quotations and the rest takes the `cutline` crate.
//!
//! ```
//! use cutline_doc::BlockKind;
//! use cutline_parse::{Hints, text};
//!
//! let article = "\
//! Rain floods the old town
//!
//! By Ana Bela
//! May 3, 2021, 2:15 PM
//!
//! People wade through a street in Lodz, Poland, on Monday. (AP Photo/Kit Orr)
//!
//! LODZ (AP) — The river rose by two meters on Monday, the mayor said.
//! ";
//! let document = text(article.to_owned(), &Hints::default());
//! let kinds: Vec<&str> = document.blocks.iter().map(|block| block.kind.name()).collect();
//! assert_eq!(kinds, ["headline", "byline", "timestamp", "caption", "paragraph"]);
//! assert_eq!(document.metadata.byline, ["Ana Bela"]);
//! assert_eq!(document.metadata.published.unwrap().value, "2021-05-03T14:15");
//! assert_eq!(document.captions[0].credit.as_ref().unwrap().photographer, ["Kit Orr"]);
//! ```

mod agency;
mod byline;
mod caption;
mod context;
mod credit;
mod credited;
mod dateline;
mod document;
mod extent;
mod furniture;
mod head;
mod heads;
#[cfg(feature = "html")]
mod html;
mod item;
mod label;
mod language;
mod layout;
mod lexicon;
mod masthead;
mod notice;
mod pairing;
mod published;
mod repeat;
mod runon;
mod scene;
mod stamp;
mod style;
mod words;
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
    /// When it was fetched, as the input says: no day after it is believed.
    pub crawled: Option<String>,
    /// The address it was fetched from.
    pub url: Option<String>,
    /// The day to assume where nothing else tells it.
    pub default_date: Option<Date>,
}

/// Reads a news text as a scraper left it.
///
/// Reading never fails: what is odd is a warning of the document, and what
/// cannot be known stays unknown. The text itself is not altered. In a text
/// that is not English blocks, captions and numeric dates are read all the
/// same.
///
/// ```
/// use cutline_parse::{Hints, text};
///
/// let hints = Hints { published: Some("2021-05-03".into()), ..Hints::default() };
/// let document = text("Rain fell on the town, the mayor said.".into(), &hints);
/// assert_eq!(document.metadata.published.unwrap().how, "input");
/// ```
pub fn text(text: String, hints: &Hints) -> Document {
    document::read(text, hints)
}
