//! How a caption relates to the one that stands for its group.

use std::ops::Range;

use cutline_doc::Relation;

use super::signature::{CaptionSignature, signature};
use crate::fold::words;
use crate::hash::hash;
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

/// How `member` relates to `canonical`, two captions of one picture: see [`Canonical::relate`].
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
    Canonical::of(canonical).relate(member)
}

/// The caption that stands for a cluster, made ready for comparing.
#[derive(Clone, Debug)]
pub struct Canonical<'t> {
    caption: Caption<'t>,
    /// Its words, sorted.
    sorted: Vec<u64>,
}

impl<'t> Canonical<'t> {
    /// Makes a caption ready.
    pub fn of(text: &'t str) -> Canonical<'t> {
        let caption = Caption::of(text);
        Canonical { sorted: caption.sorted(), caption }
    }

    /// How another caption of the picture relates to this one.
    ///
    /// `exact` is the same text but for white space, or with page furniture
    /// around it; `case` differs in capitals and marks; `truncated` breaks off
    /// or leaves out the last sentences; `credit` has another credit or none.
    /// Whatever else differs in words, a date written in another way among
    /// them, is `edited`.
    pub fn relate(&self, member: &str) -> Related {
        let text = self.caption.text;
        if text.split_whitespace().eq(member.split_whitespace()) {
            return Related { relation: Relation::Exact, similarity: 1.0, differs: None };
        }
        let member = Caption::of(member);
        let similarity = similarity(&self.sorted, &member.sorted());
        let (relation, differs) = kind(&self.caption, &member);
        Related { relation, similarity, differs }
    }
}

/// A caption as written, folded and taken apart.
#[derive(Clone, Debug)]
struct Caption<'t> {
    text: &'t str,
    folded: String,
    words: Vec<Range<usize>>,
    signature: CaptionSignature,
}

impl<'t> Caption<'t> {
    fn of(text: &'t str) -> Caption<'t> {
        let mut folded = String::new();
        let signature = signature(text, &mut folded);
        Caption { text, words: words(&folded).collect(), folded, signature }
    }

    fn words(&self) -> Vec<&str> {
        self.words.iter().map(|range| &self.folded[range.clone()]).collect()
    }

    fn sorted(&self) -> Vec<u64> {
        let bytes = self.folded.as_bytes();
        let mut sorted: Vec<u64> = self.words.iter().map(|range| hash(&bytes[range.clone()])).collect();
        sorted.sort_unstable();
        sorted
    }

    /// Whether one caption holds the other letter for letter.
    fn wraps(&self, other: &Caption) -> bool {
        self.text.contains(other.text.trim()) || other.text.contains(self.text.trim())
    }
}

fn kind(canonical: &Caption, member: &Caption) -> (Relation, Option<String>) {
    let (one, two) = (canonical.words(), member.words());
    if one == two {
        return (Relation::Case, None);
    }
    let (whole, part) = (&canonical.signature, &member.signature);
    if part.truncated && !whole.truncated {
        let last = two.last().map_or("", |word| word);
        return (Relation::Truncated, Some(format!("cut off after “{last}”")));
    }
    let same_words = whole.words == part.words && whole.days == part.days && whole.dated == part.dated;
    let relation = if same_words && whole.file == part.file {
        match whole.credit == part.credit {
            true if canonical.wraps(member) => Relation::Exact,
            true => Relation::Case,
            false if part.credit == 0 => return (Relation::Credit, Some("no credit".to_owned())),
            false => Relation::Credit,
        }
    } else if is_prefix(whole, part) {
        Relation::Truncated
    } else {
        Relation::Edited
    };
    (relation, changes(&one, &two))
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

/// Common words by all words, counting repeats; both sorted.
fn similarity(one: &[u64], two: &[u64]) -> f32 {
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
