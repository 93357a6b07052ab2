//! The plain records that cross crate borders.
//!
//! A [`Document`] is what `cutline-parse` makes of one text: blocks, captions,
//! metadata. An [`Analysis`] is everything cutline knows about it: the document
//! with its mentions, entities, time expressions and quotes. Blocks and
//! mentions are [`Span`]s of the one text, never strings of their own.
//!
//! This crate does not know how a record was found, nor JSON. What must hold of
//! a record, whoever made it, is checked by [`Analysis::check`].

mod analysis;
mod block;
mod caption;
mod check;
mod corpus;
mod group;
mod label;
mod metadata;
mod name;
mod quote;
mod timex;

use std::borrow::Cow;

pub use analysis::{Analysis, Format, Origin};
pub use block::{Block, BlockKind};
pub use caption::{Caption, CaptionParts, Credit, Sentence};
pub use check::Broken;
pub use corpus::{CorpusEntity, EntityRef};
pub use cutline_text::Span;
pub use group::{CaptionGroup, GroupMember, Passage, Relation, SharedSentence, StoryGroup, StoryMember, StoryRelation};
pub use jiff::civil::Date;
pub use label::Label;
pub use metadata::{Dateline, Metadata, Published};
pub use name::{Alias, Entity, Mention, Role};
pub use quote::{Quote, QuoteKind, SpeakerVia};
pub use timex::{Anchor, Timex, TimexKind};

/// The name of the rule that decided, as `explain` prints it: 'blank-before',
/// 'model', 'weekday'. A literal nearly always; owned when read back from a
/// record.
pub type Rule = Cow<'static, str>;

/// One text, cut into blocks, with its captions and metadata.
///
/// It is finished when it leaves `cutline-parse`: later stages read it and
/// return values of their own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The text, exactly as it was read. All spans are byte ranges of it.
    pub text: String,
    /// Headline, dates, byline and the like.
    pub metadata: Metadata,
    /// In order, without overlap, leaving out only white space.
    pub blocks: Vec<Block>,
    /// Each caption once, in the order of the text.
    pub captions: Vec<Caption>,
    /// What was odd, and how it was read.
    pub warnings: Vec<Warning>,
}

impl Document {
    /// The words of a span.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span]
    }

    /// The blocks that are read for names, dates and quotes: all but
    /// [`BlockKind::Repeat`] and [`BlockKind::Interface`].
    pub fn read_blocks(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| block.kind.is_read())
    }

    /// The index of the block that holds the byte at `offset`.
    pub fn block_at(&self, offset: u32) -> Option<usize> {
        let after = self.blocks.partition_point(|block| block.span.start <= offset);
        let index = after.checked_sub(1)?;
        self.blocks[index].span.holds(offset).then_some(index)
    }
}

/// Something odd, and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// A short stable name: 'not-english', 'bad-utf8'.
    pub code: Rule,
    /// A sentence for people.
    pub message: String,
    /// Where, if it is at a place.
    pub span: Option<Span>,
}

impl Warning {
    /// A warning about the document as a whole.
    pub fn new(code: &'static str, message: impl Into<String>) -> Warning {
        Warning { code: code.into(), message: message.into(), span: None }
    }

    /// A warning about a place.
    pub fn at(code: &'static str, message: impl Into<String>, span: Span) -> Warning {
        Warning { code: code.into(), message: message.into(), span: Some(span) }
    }
}
