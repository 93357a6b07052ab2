use std::borrow::Cow;

use cutline_doc::{Quote, QuoteKind, SpeakerVia};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Place, names_of, rounded};
use crate::Offsets;

/// A quotation: who said what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Quote")]
pub struct QuoteRecord<'a> {
    /// What is said, quotation marks included.
    pub content: Vec<Place>,
    /// The words that say that it is said.
    pub cue: Vec<Place>,
    /// The words for who says it.
    pub source: Vec<Place>,
    /// How much of the content stands in quotation marks.
    #[schemars(extend("enum" = names_of(QuoteKind::ALL, QuoteKind::name)))]
    pub kind: Cow<'a, str>,
    /// The speaker's entity id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<u32>,
    /// How the speaker is known.
    #[schemars(extend("enum" = names_of(SpeakerVia::ALL, SpeakerVia::name)))]
    pub speaker_via: Cow<'a, str>,
    /// How likely it is right, 0 to 1.
    pub score: f32,
    /// What found it.
    pub rule: Cow<'a, str>,
    /// The index of an earlier quote that is the same utterance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<usize>,
}

impl<'a> QuoteRecord<'a> {
    pub(super) fn new(quote: &'a Quote, offsets: &Offsets<'_>) -> QuoteRecord<'a> {
        let places = |spans: &[cutline_doc::Span]| spans.iter().map(|&span| Place::new(span, offsets)).collect();
        QuoteRecord {
            content: places(&quote.content),
            cue: places(&quote.cue),
            source: places(&quote.source),
            kind: quote.kind.name().into(),
            speaker: quote.speaker,
            speaker_via: quote.speaker_via.name().into(),
            score: rounded(quote.score),
            rule: Cow::Borrowed(&quote.rule),
            same_as: quote.same_as,
        }
    }
}
