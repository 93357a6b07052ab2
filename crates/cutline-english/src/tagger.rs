//! The tagger of names for English news.

use std::sync::OnceLock;

use cutline_entities::{Files, Tagger};

/// The tagger of names for English news, with weights learned from news and
/// encyclopaedic text; `NOTICE` names the corpora.
///
/// ```
/// use cutline_doc::{Block, BlockKind, Document, Label, Span};
///
/// let text = "President Ana Bela flew to Kyiv on Friday.".to_string();
/// let blocks = vec![Block::new(Span::of(&text), BlockKind::Paragraph, "example")];
/// let document = Document { text, blocks, ..Document::default() };
/// let found = cutline_english::tagger().tag(&document);
/// let names: Vec<_> = found.iter().map(|name| (document.slice(name.span), name.label)).collect();
/// assert_eq!(names, [("Ana Bela", Label::Person), ("Kyiv", Label::Gpe)]);
/// ```
pub fn tagger() -> &'static Tagger {
    static TAGGER: OnceLock<Tagger> = OnceLock::new();
    TAGGER.get_or_init(|| Tagger::from_files(FILES, crate::lists().clone()).expect("a test loads the models"))
}

pub(crate) static FILES: Files<'_> = Files {
    first: include_bytes!("../models/names-first.bin"),
    second: include_bytes!("../models/names-second.bin"),
    clusters: include_bytes!("../models/clusters.bin"),
};
