use cutline_doc::{CaptionGroup, GroupMember};
use schemars::JsonSchema;
use serde::Serialize;

use super::Corpus;
use crate::CaptionSummary;
use crate::view::caption_id;

/// A group of captions: a line of `captions --format jsonl`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ClusterRecord<'a> {
    /// The canonical caption's id.
    pub cluster: String,
    /// The caption that stands for the group.
    pub canonical: CanonicalRecord<'a>,
    /// All members, the canonical one among them.
    pub members: Vec<MemberRecord<'a>>,
    /// The canonical caption's credit as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<&'a str>,
    /// Sentences that captions of other groups hold too.
    pub shared_context: Vec<SharedContextRecord<'a>>,
}

/// The caption that stands for a group.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CanonicalRecord<'a> {
    /// The document's id.
    pub id: &'a str,
    /// Where the caption starts in it.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// What it says.
    pub text: &'a str,
}

/// One caption of a group.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MemberRecord<'a> {
    /// The document's id.
    pub id: &'a str,
    /// Where the caption starts in it.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// How it relates to the canonical caption.
    pub relation: &'static str,
    /// How much of the words they share, 0 to 1.
    pub similarity: f32,
    /// What differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub differs: Option<&'a str>,
}

/// A sentence that captions of several groups hold.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SharedContextRecord<'a> {
    /// The sentence.
    pub text: &'a str,
    /// The ids of the captions that hold it.
    pub members: Vec<String>,
}

type Place<'a> = (usize, usize, &'a CaptionSummary);

pub(super) fn record<'a>(corpus: &Corpus<'a>, captions: &[Place<'a>], group: &'a CaptionGroup) -> ClusterRecord<'a> {
    let id = |document: usize| corpus.documents[document].id.as_str();
    let (document, n, caption) = captions[group.canonical];
    let shared = group.shared_context.iter().map(|sentence| SharedContextRecord {
        text: &sentence.text,
        members: sentence.members.iter().map(|&at| caption_id(id(captions[at].0), captions[at].1)).collect(),
    });
    ClusterRecord {
        cluster: caption_id(id(document), n),
        canonical: CanonicalRecord {
            id: id(document),
            start: caption.place.0,
            end: caption.place.1,
            text: &caption.text,
        },
        members: group
            .members
            .iter()
            .map(|one| member(id(captions[one.index].0), captions[one.index].2, one))
            .collect(),
        credit: caption.credit.as_ref().map(|credit| credit.raw.as_str()),
        shared_context: shared.collect(),
    }
}

fn member<'a>(document: &'a str, caption: &CaptionSummary, member: &'a GroupMember) -> MemberRecord<'a> {
    MemberRecord {
        id: document,
        start: caption.place.0,
        end: caption.place.1,
        relation: member.relation.name(),
        similarity: (member.similarity * 1000.0).round() / 1000.0,
        differs: member.differs.as_deref(),
    }
}
