use crate::{Rule, Span};

/// Captions of one photo, by their places in the list that was grouped.
///
/// Every caption of the list is in exactly one group; one that repeats nowhere
/// is a group of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct CaptionGroup {
    /// The caption that stands for the group: the fullest.
    pub canonical: usize,
    /// All members in the order of the list, the canonical one among them
    /// (as [`Relation::Exact`], similarity 1).
    pub members: Vec<GroupMember>,
    /// Sentences of the canonical caption that stand in captions of other
    /// groups too, in the order of the caption.
    pub shared_context: Vec<SharedSentence>,
}

/// One caption of a [`CaptionGroup`].
#[derive(Clone, Debug, PartialEq)]
pub struct GroupMember {
    /// Its place in the list.
    pub index: usize,
    /// How it relates to the canonical caption.
    pub relation: Relation,
    /// How much of the words they share, 0 to 1.
    pub similarity: f32,
    /// What differs, as a phrase for people: 'cut off after “the”', 'no credit'.
    pub differs: Option<String>,
}

/// A sentence that captions of several groups hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedSentence {
    /// As the canonical caption has it.
    pub text: String,
    /// The captions of the whole list that hold it, in order.
    pub members: Vec<usize>,
}

macro_rules! relations {
    ($(#[doc = $what:literal] $type:ident { $($(#[doc = $doc:literal])+ $variant:ident = $name:literal,)+ })+) => {$(
        #[doc = $what]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type { $($(#[doc = $doc])+ $variant,)+ }

        impl $type {
            /// All of them.
            pub const ALL: &[$type] = &[$($type::$variant),+];

            /// The name in records.
            pub fn name(self) -> &'static str {
                match self { $($type::$variant => $name),+ }
            }

            /// The one of that name.
            pub fn from_name(name: &str) -> Option<$type> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }
    )+};
}

relations! {
    /// How a caption relates to the canonical one of its group.
    Relation {
        /// Word for word.
        Exact = "exact",
        /// But for case, quotation marks, white space.
        Case = "case",
        /// Cut off.
        Truncated = "truncated",
        /// But for the credit.
        Credit = "credit",
        /// Re-worded.
        Edited = "edited",
    }
    /// How a document relates to the canonical one of its story.
    StoryRelation {
        /// The same text.
        Same = "same",
        /// The canonical text, cut at the end.
        Cut = "cut",
        /// An earlier or later version.
        Updated = "updated",
        /// Another story that has passages in common.
        Shares = "shares",
    }
}

/// Documents that are versions of one story or share passages, by their
/// places in the list that was grouped. A document that shares nothing is in
/// no group.
#[derive(Clone, Debug, PartialEq)]
pub struct StoryGroup {
    /// The likely origin, or else the fullest.
    pub canonical: usize,
    /// Why it is: 'agency dateline', 'earliest', 'longest'.
    pub because: Vec<Rule>,
    /// All members in the order of the list, the canonical one among them.
    pub members: Vec<StoryMember>,
    /// What several members hold, in the order of the first that holds it.
    pub shared_passages: Vec<Passage>,
}

/// One document of a [`StoryGroup`].
#[derive(Clone, Debug, PartialEq)]
pub struct StoryMember {
    /// Its place in the list.
    pub index: usize,
    /// How it relates to the canonical document.
    pub relation: StoryRelation,
    /// Jaccard similarity with the canonical document, 0 to 1.
    pub similarity: f32,
    /// Share of the smaller of the two that the other holds, 0 to 1.
    pub containment: f32,
}

/// A stretch of text that stands in several documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where: the document's place in the list, and the span in its text.
    pub places: Vec<(usize, Span)>,
}
