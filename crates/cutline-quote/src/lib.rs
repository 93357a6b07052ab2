//! Quotations in news text: who said what.
//!
//! [`Quoter::find`] takes a document with its mentions and entities, whoever
//! made them, and returns its quotations: what is said, the words that say that
//! it is said, the words for who says it, and the speaker. It does not know
//! which tagger found the names.

mod cues;
mod drafts;
mod extract;
mod glyphs;
mod lexicon;
mod marks;
mod model;
mod reading;
mod spans;
#[cfg(feature = "train")]
pub mod train;

use drafts::Draft;
use model::Models;
use cutline_doc::{Document, Entity, Mention, Quote, Span};
pub use cutline_linear::ModelError;
pub use marks::{Stretch, stretches};

/// Finds quotations.
#[derive(Clone, Debug, Default)]
pub struct Quoter {
    models: Option<Models>,
}

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

    /// A quoter with a trained model.
    ///
    /// # Errors
    /// If the bytes are no model file, are damaged, or are for other features.
    pub fn load(model: &[u8]) -> Result<Quoter, ModelError> {
        Ok(Quoter { models: Some(Models::load(model)?) })
    }

    /// The quotations of a document, in reading order.
    pub fn find(&self, document: &Document, mentions: &[Mention], entities: &[Entity]) -> Found {
        let _ = entities;
        let paragraphs = reading::paragraphs(document, mentions);
        let mut quotes = Vec::new();
        for paragraph in &paragraphs {
            let Some(models) = &self.models else { break };
            for draft in drafts::drafts(models, paragraph) {
                quotes.push(Quote {
                    content: Draft::spans(paragraph, &draft.content),
                    cue: Draft::spans(paragraph, &draft.cue),
                    source: Draft::spans(paragraph, &draft.source),
                    kind: draft.kind(paragraph),
                    speaker: None,
                    speaker_via: cutline_doc::SpeakerVia::None,
                    score: draft.score,
                    rule: draft.rule.into(),
                    same_as: None,
                });
            }
        }
        Found { quotes, terms: Vec::new() }
    }
}
