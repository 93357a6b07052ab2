//! How a caption relates to the one that stands for its group.

use cutline_doc::Relation;

use super::repair::repair;
use super::signature::CaptionSignature;
use crate::fold::{fold, words};
use crate::lcs::lcs;

/// A caption beside the canonical one of its cluster.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// What kind of copy it is.
    pub relation: Relation,
    /// Words in common by all words of both, 0 to 1.
    pub similarity: f32,
    /// What differs, as a phrase for people; nothing for the same words.
    pub differs: Option<String>,
}

/// How `member` relates to `canonical`, two captions of one picture.
///
/// ```
/// use cutline_doc::Relation;
///
/// let canonical = "Ana Bela waves to the crowd in Lima, Peru, on May 3, 2021. (AP Photo/Kit Orr)";
/// let member = "Ana Bela waves to the crowd in Lima…";
/// let related = cutline_dedup::relate(canonical, member);
/// assert_eq!(related.relation, Relation::Truncated);
/// assert_eq!(related.differs.as_deref(), Some("cut off after “lima”"));
/// ```
pub fn relate(canonical: &str, member: &str) -> Related {
    let signatures = (CaptionSignature::of(canonical), CaptionSignature::of(member));
    relate_signed(canonical, member, &signatures.0, &signatures.1)
}

pub(super) fn relate_signed(
    canonical: &str,
    member: &str,
    canonical_signature: &CaptionSignature,
    signature: &CaptionSignature,
) -> Related {
    let (one, two) = (fold(&repair(canonical)), fold(&repair(member)));
    let (one, two): (Vec<&str>, Vec<&str>) = (word_list(&one), word_list(&two));
    let similarity = similarity(&one, &two);
    let (relation, differs) = if canonical.trim() == member.trim() {
        (Relation::Exact, None)
    } else if one == two {
        (Relation::Case, None)
    } else {
        kind(canonical_signature, signature, &one, &two, is_wrapped(canonical, member))
    };
    Related { relation, similarity, differs }
}

fn word_list(folded: &str) -> Vec<&str> {
    words(folded).map(|range| &folded[range]).collect()
}

/// Whether one caption holds the other letter for letter.
fn is_wrapped(one: &str, two: &str) -> bool {
    one.contains(two.trim()) || two.contains(one.trim())
}

fn kind(
    canonical: &CaptionSignature,
    member: &CaptionSignature,
    one: &[&str],
    two: &[&str],
    wrapped: bool,
) -> (Relation, Option<String>) {
    let same_words = canonical.words == member.words && canonical.days == member.days;
    let same_credit = canonical.credit == member.credit;
    if member.truncated && !canonical.truncated {
        let last = two.last().map_or("", |word| word);
        return (Relation::Truncated, Some(format!("cut off after “{last}”")));
    }
    if same_words && canonical.file == member.file {
        return match (member.credit, same_credit) {
            (_, true) => (if wrapped { Relation::Exact } else { Relation::Case }, changes(one, two)),
            (0, _) => (Relation::Credit, Some("no credit".to_owned())),
            _ => (Relation::Credit, changes(one, two)),
        };
    }
    if is_prefix(canonical, member) {
        return (Relation::Truncated, changes(one, two));
    }
    (Relation::Edited, changes(one, two))
}

/// Whether the member has the first sentences of the canonical caption and no more.
fn is_prefix(canonical: &CaptionSignature, member: &CaptionSignature) -> bool {
    let count = member.sentences.len() as u32;
    let days = |signature: &CaptionSignature| -> Vec<_> {
        signature.days.iter().filter(|day| day.0 < count).copied().collect()
    };
    member.words.len() < canonical.words.len()
        && canonical.words.starts_with(&member.words)
        && canonical.sentences.starts_with(&member.sentences)
        && days(canonical) == days(member)
}

/// Common words by all words, counting repeats.
fn similarity(one: &[&str], two: &[&str]) -> f32 {
    let (mut one, mut two) = (one.to_vec(), two.to_vec());
    one.sort_unstable();
    two.sort_unstable();
    let (mut i, mut j, mut common) = (0, 0, 0);
    while i < one.len() && j < two.len() {
        let (a, b) = (one[i], two[j]);
        common += usize::from(a == b);
        i += usize::from(a <= b);
        j += usize::from(b <= a);
    }
    let all = one.len() + two.len() - common;
    if all == 0 { 1.0 } else { common as f32 / all as f32 }
}

/// What stands in `two` that is not in `one`, and the other way round: the
/// first few such places.
fn changes(one: &[&str], two: &[&str]) -> Option<String> {
    let matched = lcs(&one[..one.len().min(400)], &two[..two.len().min(400)]);
    let (mut i, mut j) = (0, 0);
    let mut phrases = Vec::new();
    for (next_i, next_j) in matched.into_iter().chain([(one.len(), two.len())]) {
        let (lost, new) = (&one[i..next_i], &two[j..next_j]);
        match (lost.is_empty(), new.is_empty()) {
            (true, true) => {}
            (false, true) => phrases.push(format!("without “{}”", quoted(lost))),
            (true, false) => phrases.push(format!("with “{}”", quoted(new))),
            (false, false) => phrases.push(format!("“{}” for “{}”", quoted(new), quoted(lost))),
        }
        (i, j) = (next_i + 1, next_j + 1);
    }
    let more = phrases.len() > 3;
    phrases.truncate(3);
    let phrase = phrases.join(", ");
    (!phrase.is_empty()).then(|| if more { phrase + ", …" } else { phrase })
}

fn quoted(words: &[&str]) -> String {
    if words.len() <= 8 {
        words.join(" ")
    } else {
        format!("{} … {}", words[..4].join(" "), words[words.len() - 2..].join(" "))
    }
}
