use crate::{Rule, Span};

/// A quotation: who said what.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// What is said, quotation marks included; more than one span where the
    /// quotation is split.
    pub content: Vec<Span>,
    /// The words that say that it is said: 'said', 'according to'.
    pub cue: Vec<Span>,
    /// The words for who says it.
    pub source: Vec<Span>,
    /// How much of the content stands in quotation marks.
    pub kind: QuoteKind,
    /// The speaker's [`Entity::id`](crate::Entity::id).
    pub speaker: Option<u32>,
    /// How the speaker is known.
    pub speaker_via: SpeakerVia,
    /// How likely it is right, 0 to 1.
    pub score: f32,
    /// What found it.
    pub rule: Rule,
    /// The index of an earlier quote of the document that is the same utterance.
    pub same_as: Option<usize>,
}

/// How much of a quotation stands in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuoteKind {
    /// All of it.
    Direct,
    /// Some of it.
    Mixed,
    /// None.
    Indirect,
}

impl QuoteKind {
    /// All kinds.
    pub const ALL: &[QuoteKind] = &[QuoteKind::Direct, QuoteKind::Mixed, QuoteKind::Indirect];

    /// The name in records.
    pub fn name(self) -> &'static str {
        match self {
            QuoteKind::Direct => "direct",
            QuoteKind::Mixed => "mixed",
            QuoteKind::Indirect => "indirect",
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<QuoteKind> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}

/// How a speaker is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SpeakerVia {
    /// The source holds the name.
    Name,
    /// The source is a title that one person of the document has.
    Title,
    /// The source is a pronoun.
    Pronoun,
    /// No source: the speaker of the quotation before goes on.
    Carried,
    /// Unknown.
    None,
}

impl SpeakerVia {
    /// All ways.
    pub const ALL: &[SpeakerVia] =
        &[SpeakerVia::Name, SpeakerVia::Title, SpeakerVia::Pronoun, SpeakerVia::Carried, SpeakerVia::None];

    /// The name in records.
    pub fn name(self) -> &'static str {
        match self {
            SpeakerVia::Name => "name",
            SpeakerVia::Title => "title",
            SpeakerVia::Pronoun => "pronoun",
            SpeakerVia::Carried => "carried",
            SpeakerVia::None => "none",
        }
    }

    /// The way of that name.
    pub fn from_name(name: &str) -> Option<SpeakerVia> {
        Self::ALL.iter().copied().find(|via| via.name() == name)
    }
}
