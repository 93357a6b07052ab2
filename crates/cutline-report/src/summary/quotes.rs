use cutline_doc::{Analysis, Quote, QuoteKind, Span, SpeakerVia};

use crate::Offsets;
use crate::record::one_line;

/// A quotation as reports show it.
#[derive(Clone, Debug, PartialEq)]
pub struct QuoteSummary {
    /// Its place among the document's quotes.
    pub place: usize,
    /// What is said, on one line; the pieces of a split quotation joined by ' … '.
    pub content: String,
    /// Start and end of each piece, in the unit asked for.
    pub places: Vec<(u32, u32)>,
    /// The words that say that it is said.
    pub cue: String,
    /// The words for who says it.
    pub source: String,
    /// How much of it stands in quotation marks.
    pub kind: QuoteKind,
    /// The speaker's entity in the document.
    pub speaker: Option<u32>,
    /// How the speaker is known.
    pub via: SpeakerVia,
    /// How likely it is right.
    pub score: f32,
    /// Words of the content.
    pub words: usize,
    /// The place in the document's quotes of an earlier one that is the same
    /// utterance.
    pub same_as: Option<usize>,
    /// The same utterance in an earlier document, once documents are compared.
    pub same_in: Option<QuotePlace>,
    /// The pronoun that the text itself gives the speaker.
    pub gender: Option<Gender>,
}

impl QuoteSummary {
    /// Whether it repeats an earlier one, of its own document or of another.
    pub fn repeats(&self) -> bool {
        self.same_as.is_some() || self.same_in.is_some()
    }
}

/// A quotation among many documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct QuotePlace {
    /// The document's place in the list.
    pub document: usize,
    /// The quotation's place among the document's.
    pub quote: usize,
}

/// A pronoun with a gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gender {
    /// 'he said'
    He,
    /// 'she said'
    She,
}

impl Gender {
    /// 'he' or 'she'.
    pub fn name(self) -> &'static str {
        match self {
            Gender::He => "he",
            Gender::She => "she",
        }
    }

    fn of(source: &str) -> Option<Gender> {
        match source {
            "he" | "He" => Some(Gender::He),
            "she" | "She" => Some(Gender::She),
            _ => None,
        }
    }
}

pub(super) fn summarise(analysis: &Analysis, offsets: &Offsets<'_>) -> Vec<QuoteSummary> {
    analysis
        .quotes
        .iter()
        .enumerate()
        .map(|(place, quote)| one(&analysis.document.text, place, quote, offsets))
        .collect()
}

fn one(text: &str, place: usize, quote: &Quote, offsets: &Offsets<'_>) -> QuoteSummary {
    let joined = |spans: &[Span]| {
        let pieces: Vec<String> = spans.iter().map(|&span| one_line(&text[span])).collect();
        pieces.join(" … ")
    };
    let source = joined(&quote.source);
    QuoteSummary {
        place,
        content: joined(&quote.content),
        places: quote.content.iter().map(|&span| offsets.span(span)).collect(),
        cue: joined(&quote.cue),
        kind: quote.kind,
        speaker: quote.speaker,
        via: quote.speaker_via,
        score: quote.score,
        words: quote.content.iter().map(|&span| text[span].split_whitespace().count()).sum(),
        same_as: quote.same_as,
        same_in: None,
        gender: Gender::of(&source),
        source,
    }
}
