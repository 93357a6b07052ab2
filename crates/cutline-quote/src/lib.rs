//! Quotations in news text: who said what.
//!
//! [`Quoter::find`] takes a document with its mentions and entities, whoever
//! made them, and returns its quotations: what is said, the words that say that
//! it is said, the words for who says it, and the speaker. It does not know
//! which tagger found the names.

#![expect(clippy::single_range_in_vec_init, reason = "content, cue and source are lists of runs, often of one")]

mod asides;
mod cues;
mod drafts;
mod extract;
mod gender;
mod glyphs;
mod lexicon;
mod marks;
mod model;
mod numbering;
mod orphans;
mod plausible;
mod reading;
mod rules;
mod same;
mod settings;
mod settle;
mod spans;
mod speaker;
mod tidy;
mod trailing;
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
use settings::{TURN, Transcript};
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
        // The last paragraph that is a turn of a transcript.
        let mut turn_at = None;
        for (at, paragraph) in paragraphs.iter().enumerate() {
            let laid_out = laid_out(text, paragraph, &transcript);
            let is_turn = laid_out.as_ref().is_some_and(|draft| draft.rule == TURN);
            let follows = laid_out.is_none() && turn_at.is_some_and(|turn: usize| turn + 1 == at);
            if follows
                && transcript.goes_on(text, &paragraphs, at)
                && let Some(turn) = found.quotes.last_mut()
            {
                turn.content.extend(&paragraph.spans);
                turn_at = Some(at);
                continue;
            }
            turn_at = if is_turn { Some(at) } else { turn_at };
            let drafts = laid_out.map_or_else(|| drafts::drafts(extractor.as_mut(), paragraph), |draft| vec![draft]);
            found.terms.extend(terms(paragraph, &drafts));
            for draft in drafts {
                let known = if is_turn {
                    speakers.of_label(&paragraphs, at, &draft.source)
                } else {
                    speakers.resolve(&paragraphs, at, &draft.source, draft.cue.first().map(|run| run.start))
                };
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
    let whole = (0..paragraph.pieces.len()).filter(quoted).map(|at| paragraph.pieces[at].span);
    let named = paragraph.asides.iter().copied().filter(|aside| !within_content(paragraph, drafts, *aside));
    whole.chain(named).collect()
}

/// Whether a nickname stands in what somebody says.
fn within_content(paragraph: &Paragraph, drafts: &[Draft], aside: Span) -> bool {
    let mut content = drafts.iter().flat_map(|draft| Draft::spans(paragraph, &draft.content));
    content.any(|span| span.contains(aside))
}

/// Links each quotation to the first that is the same utterance.
fn link(text: &str, quotes: &mut [Quote]) {
    let told: Vec<Utterance> = quotes.iter().map(|quote| Utterance::of(text, quote)).collect();
    let links = same(&told, |n| quotes[n].speaker);
    for (quote, link) in quotes.iter_mut().zip(links) {
        quote.same_as = link;
    }
}
