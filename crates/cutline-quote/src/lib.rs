//! Quotations in news text: who said what.
//!
//! [`Quoter::find`] takes a document with its mentions and entities, whoever
//! made them, and returns its quotations: what is said, the words that say that
//! it is said, the words for who says it, and the speaker. It does not know
//! which tagger found the names.

use cutline_doc::{Document, Entity, Mention, Quote, Span};

/// Finds quotations.
#[derive(Clone, Debug, Default)]
pub struct Quoter {}

/// What [`Quoter::find`] returns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The quotations, in the order of their first content span.
    pub quotes: Vec<Quote>,
    /// What stands in quotation marks and is no speech: titles, brands,
    /// inscriptions, scare quotes.
    pub terms: Vec<Span>,
}

impl Quoter {
    /// A quoter that goes by rules alone, without a trained model.
    pub fn rules() -> Quoter {
        Quoter::default()
    }

    /// The quotations of a document, in reading order.
    pub fn find(&self, document: &Document, mentions: &[Mention], entities: &[Entity]) -> Found {
        let _ = (document, mentions, entities);
        Found::default()
    }
}
