//! Quotations in news text: who said what.
//!
//! [`Quoter::find`] takes a document with its mentions and entities, whoever
//! made them, and returns its quotations: what is said, the words that say that
//! it is said, the words for who says it, and the speaker. It does not know
//! which tagger found the names.

#![expect(clippy::single_range_in_vec_init, reason = "content, cue and source are lists of runs, often of one")]

mod cues;
mod drafts;
mod extract;
mod gender;
mod glyphs;
mod lexicon;
mod marks;
mod model;
mod plausible;
mod reading;
mod rules;
mod same;
mod settings;
mod spans;
mod speaker;
mod tidy;
#[cfg(feature = "train")]
pub mod train;

use cutline_doc::{Document, Entity, Mention, Quote, Span};
pub use cutline_linear::ModelError;
use drafts::Draft;
use extract::Extractor;
pub use marks::{Stretch, stretches};
use model::Models;
use reading::{Kind, Paragraph};
pub use same::{Utterance, same};
use settings::Transcript;
use speaker::Speakers;

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
        let text = &document.text;
        let paragraphs = reading::paragraphs(document, mentions);
        let transcript = Transcript::new(text, &paragraphs);
        let mut speakers = Speakers::new(text, mentions, entities, &paragraphs);
        let mut extractor = self.models.as_ref().map(Extractor::new);
        let mut found = Found::default();
        for (at, paragraph) in paragraphs.iter().enumerate() {
            let drafts = laid_out(text, paragraph, &transcript)
                .map_or_else(|| drafts::drafts(extractor.as_mut(), paragraph), |draft| vec![draft]);
            found.terms.extend(terms(paragraph, &drafts));
            for draft in drafts {
                let cue = draft.cue.first().map(|run| run.start);
                let known = speakers.resolve(&paragraphs, at, &draft.source, cue);
                found.quotes.push(quote(paragraph, &draft, known));
            }
        }
        found.quotes.sort_by_key(|quote| quote.content[0].start);
        found.terms.sort();
        link(text, &mut found.quotes);
        found
    }
}

/// A paragraph whose layout tells that it is one quotation.
fn laid_out(text: &str, paragraph: &Paragraph, transcript: &Transcript) -> Option<Draft> {
    settings::post(text, paragraph)
        .or_else(|| settings::dashed(text, paragraph))
        .or_else(|| transcript.turn(text, paragraph))
}

fn quote(paragraph: &Paragraph, draft: &Draft, (speaker, speaker_via): speaker::Known) -> Quote {
    Quote {
        content: Draft::spans(paragraph, &draft.content),
        cue: Draft::spans(paragraph, &draft.cue),
        source: Draft::spans(paragraph, &draft.source),
        kind: draft.kind(paragraph),
        speaker,
        speaker_via,
        score: draft.score,
        rule: draft.rule.into(),
        same_as: None,
    }
}

/// The quoted stretches that are in no content.
fn terms(paragraph: &Paragraph, drafts: &[Draft]) -> Vec<Span> {
    let spoken = |at: usize| drafts.iter().any(|draft| draft.holds(at));
    let quoted = |at: &usize| matches!(paragraph.pieces[*at].kind, Kind::Quote(_)) && !spoken(*at);
    (0..paragraph.pieces.len()).filter(quoted).map(|at| paragraph.pieces[at].span).collect()
}

/// Links each quotation to the first that is the same utterance.
fn link(text: &str, quotes: &mut [Quote]) {
    let told: Vec<Utterance> = quotes.iter().map(|quote| Utterance::of(text, quote)).collect();
    let links = same(&told, |n| quotes[n].speaker);
    for (quote, link) in quotes.iter_mut().zip(links) {
        quote.same_as = link;
    }
}
