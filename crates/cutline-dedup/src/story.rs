use std::cmp::Reverse;

use cutline_doc::{Date, Document, Passage, Rule, Span, StoryGroup, StoryMember, StoryRelation};
use rustc_hash::FxHashMap;

use crate::collection::Collection;
use crate::join::Index;
use crate::measure::{Pair, Thresholds};
use crate::passage::{Run, WordList, passages};
use crate::shingle::{Signatures, signatures};

/// A document as far as it matters for telling who printed it first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Story<'t> {
    /// The text.
    pub text: &'t str,
    /// The day it appeared.
    pub published: Option<Date>,
    /// The agency in its dateline or byline.
    pub agency: Option<&'t str>,
    /// Whether it has a dateline.
    pub dateline: bool,
}

impl<'t> Story<'t> {
    /// A text of which nothing else is known: its dateline is looked for.
    pub fn of(text: &'t str) -> Story<'t> {
        let agency = agency_dateline(text);
        Story { text, published: None, agency, dateline: agency.is_some() }
    }

    /// A document with what its metadata says.
    pub fn of_document(document: &'t Document) -> Story<'t> {
        let metadata = &document.metadata;
        let dateline = metadata.dateline.as_ref();
        Story {
            text: &document.text,
            published: metadata.published.as_ref().map(|published| published.day),
            agency: dateline.and_then(|dateline| dateline.agency.as_deref()).or(metadata.agency.as_deref()),
            dateline: dateline.is_some(),
        }
    }
}

/// 'LIMA, Peru (AP) —' near the head of a text: the agency.
fn agency_dateline(text: &str) -> Option<&str> {
    let mut end = text.len().min(600);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].match_indices('(').find_map(|(open, _)| {
        let inside = &text[open + 1..open + 1 + text[open + 1..end].find(')')?];
        let behind = text[open + inside.len() + 2..].trim_start();
        let named = inside.len() <= 24 && inside.starts_with(char::is_uppercase) && !inside.contains(char::is_numeric);
        (named && behind.starts_with(['-', '–', '—'])).then_some(inside)
    })
}

/// Groups documents that are versions of one story or share passages.
///
/// Each group stands around its likely origin: the document with an agency's
/// dateline, else the earliest, else the longest. A document belongs to the
/// origin it shares most with; one that shares nothing is in no group.
///
/// ```
/// use cutline_doc::StoryRelation;
/// use cutline_dedup::{Story, stories};
///
/// let wire = "LIMA, Peru (AP) — The old stone bridge over the river fell on Tuesday after a week of rain, \
///             and two people were hurt. The mayor said that it had been closed to cars since the spring. \
///             Engineers will look at the other bridges of the town this week.";
/// let cut = &wire[..wire.find(" Engineers").unwrap()];
/// let groups = stories(&[Story::of(cut), Story::of("Nothing in common."), Story::of(wire)]);
/// assert_eq!(groups.len(), 1);
/// assert_eq!((groups[0].canonical, groups[0].because[0].as_ref()), (2, "agency dateline"));
/// assert_eq!(groups[0].members[0].relation, StoryRelation::Cut);
/// ```
pub fn stories(documents: &[Story]) -> Vec<StoryGroup> {
    let texts: Vec<&str> = documents.iter().map(|story| story.text).collect();
    let sets = signatures(&texts, SHINGLE);
    let edges = edges(&sets);
    let heads = heads(documents, &sets, &edges);
    let mut members: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for (at, &head) in heads.iter().enumerate() {
        members.entry(head).or_default().push(at);
    }
    let groups = (0..documents.len()).filter_map(|head| members.get(&head).filter(|members| members.len() > 1));
    let mut groups: Vec<StoryGroup> =
        groups.map(|members| describe(documents, heads[members[0]], members, &edges)).collect();
    groups.sort_by_key(|group| group.members[0].index);
    groups
}

/// Words in a shingle of a story.
const SHINGLE: usize = 5;

/// Less in common is a quotation, not a reprint.
const SHARED: Thresholds = Thresholds { jaccard: None, containment: Some(0.2) };

type Edges = FxHashMap<(u32, u32), Pair>;

fn edges(sets: &Signatures) -> Edges {
    let mut collection = Collection::new();
    collection.add(sets);
    collection.rank();
    let pairs = Index::new(&collection, SHARED).pairs();
    crate::expand(&pairs, collection.repeats()).into_iter().map(|pair| ((pair.first, pair.second), pair)).collect()
}

fn edge(edges: &Edges, one: usize, two: usize) -> Option<&Pair> {
    edges.get(&(one.min(two) as u32, one.max(two) as u32))
}

/// Of each document the origin of its group.
fn heads(documents: &[Story], sets: &Signatures, edges: &Edges) -> Vec<usize> {
    let mut near: Vec<Vec<usize>> = vec![Vec::new(); documents.len()];
    let mut pairs: Vec<(u32, u32)> = edges.keys().copied().collect();
    pairs.sort_unstable();
    for (one, two) in pairs {
        near[one as usize].push(two as usize);
        near[two as usize].push(one as usize);
    }
    let mut order: Vec<usize> = (0..documents.len()).collect();
    order.sort_by_key(|&at| {
        let story = &documents[at];
        let undated = story.published.is_none();
        (!(story.dateline && story.agency.is_some()), undated, story.published, Reverse(sets.set(at).len()), at)
    });
    let mut heads: Vec<Option<usize>> = vec![None; documents.len()];
    for at in order {
        let origins = near[at].iter().copied().filter(|&other| heads[other] == Some(other));
        let shared = |&other: &usize| (edge(edges, at, other).map_or(0, |pair| pair.shared), Reverse(other));
        heads[at] = Some(origins.max_by_key(shared).unwrap_or(at));
    }
    heads.into_iter().enumerate().map(|(at, head)| head.unwrap_or(at)).collect()
}

fn describe(documents: &[Story], head: usize, members: &[usize], edges: &Edges) -> StoryGroup {
    let origin = WordList::of(documents[head].text);
    let mut places: Vec<(Span, usize, Span)> = Vec::new();
    let describe_member = |&index: &usize| {
        if index == head {
            return StoryMember { index, relation: StoryRelation::Same, similarity: 1.0, containment: 1.0 };
        }
        let words = WordList::of(documents[index].text);
        let runs = passages(&origin, &words);
        places.extend(runs.iter().map(|run| (run.spans.0, index, run.spans.1)));
        let pair = edge(edges, head, index);
        let (similarity, containment) = pair.map_or((0.0, 0.0), |pair| (pair.jaccard(), pair.containment()));
        let relation = relation(&origin, &words, &runs, similarity, containment);
        StoryMember { index, relation, similarity: similarity as f32, containment: containment as f32 }
    };
    let described = members.iter().map(describe_member).collect();
    let because = because(documents, head, members);
    StoryGroup { canonical: head, because, members: described, shared_passages: merge(head, places) }
}

fn relation(origin: &WordList, member: &WordList, runs: &[Run], similarity: f64, containment: f64) -> StoryRelation {
    let last = runs.iter().map(|run| run.one.end).max().unwrap_or(0);
    let covered: usize = runs.iter().map(|run| run.one.len()).sum();
    let behind = origin.len() - last;
    let missing = origin.len().saturating_sub(covered);
    if similarity >= 0.95 && member.len() * 20 >= origin.len() * 19 {
        StoryRelation::Same
    } else if containment >= 0.8 && member.len() < origin.len() && behind * 10 >= missing * 7 {
        StoryRelation::Cut
    } else if containment >= 0.5 {
        StoryRelation::Updated
    } else {
        StoryRelation::Shares
    }
}

/// What speaks for the origin, the strongest first.
fn because(documents: &[Story], head: usize, members: &[usize]) -> Vec<Rule> {
    let origin = &documents[head];
    let others = || members.iter().filter(|&&at| at != head).map(|&at| &documents[at]);
    let mut because: Vec<Rule> = Vec::new();
    if origin.dateline && origin.agency.is_some() {
        because.push("agency dateline".into());
    }
    if origin.published.is_some_and(|day| others().all(|other| other.published.is_none_or(|theirs| day < theirs))) {
        because.push("earliest".into());
    }
    if others().all(|other| other.text.len() <= origin.text.len()) {
        because.push("longest".into());
    }
    if because.is_empty() {
        because.push("first in the list".into());
    }
    because
}

/// Passages of the origin with all places they stand at.
fn merge(head: usize, mut places: Vec<(Span, usize, Span)>) -> Vec<Passage> {
    places.sort_unstable();
    let same = places.chunk_by(|one, two| one.0 == two.0);
    same.map(|same| {
        let others = same.iter().map(|&(_, index, span)| (index, span));
        Passage { places: std::iter::once((head, same[0].0)).chain(others).collect() }
    })
    .collect()
}
