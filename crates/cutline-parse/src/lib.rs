//! News text in; blocks, captions, credits and metadata out.

use cutline_doc::{Caption, CaptionParts, Date, Document};

/// What is known about a text besides the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    /// When it appeared, as the input says: an ISO date or date-time.
    pub published: Option<String>,
    /// The day to assume where nothing else tells it.
    pub default_date: Option<Date>,
}

/// Reads a news text as a scraper left it.
pub fn text(text: String, _hints: &Hints) -> Document {
    Document { text, ..Document::default() }
}

/// Takes a bare caption apart.
pub fn caption_parts(text: &str) -> CaptionParts {
    CaptionParts { text: text.to_owned(), lead: text.to_owned(), ..CaptionParts::default() }
}

/// The parts of a document's caption as strings.
pub fn parts_of(document: &Document, caption: &Caption) -> CaptionParts {
    caption_parts(&document.text[caption.span])
}

/// The full name under which an agency is known, whatever the style it is written in.
pub fn agency_name(written: &str) -> Option<&'static str> {
    let _ = written;
    None
}
