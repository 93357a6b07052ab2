use std::cmp::Reverse;

use cutline_doc::Span;
use cutline_text::sentences;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::hash::{mix, word_hashes};
use crate::lcs::lcs;

/// One step from an old version of a text to a new one; spans are sentences of
/// either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The sentence stands in both, in the same order.
    Same(Span, Span),
    /// The sentence stands in both, but elsewhere.
    Moved(Span, Span),
    /// The sentence was re-worded: at least half of its words are the same.
    Edited(Span, Span),
    /// The sentence is gone.
    Removed(Span),
    /// The sentence is new.
    Added(Span),
}

/// How `new` differs from `old`, sentence by sentence, in the order of `new`;
/// what was removed stands where it was.
///
/// Case, quotation marks and white space make no difference.
///
/// ```
/// use cutline_dedup::{Change, diff};
///
/// let old = "Rain fell all day. Two roads closed. Schools stayed open.";
/// let new = "Two roads closed. Schools stayed open on Monday. Rain fell all day. It stopped at 9.";
/// let changes = diff(old, new);
/// let kinds: Vec<&str> = changes
///     .iter()
///     .map(|change| match change {
///         Change::Same(..) => "same",
///         Change::Moved(..) => "moved",
///         Change::Edited(..) => "edited",
///         Change::Removed(..) => "removed",
///         Change::Added(..) => "added",
///     })
///     .collect();
/// assert_eq!(kinds, ["same", "edited", "moved", "added"]);
/// ```
pub fn diff(old: &str, new: &str) -> Vec<Change> {
    let (old, new) = (cut(old), cut(new));
    let keys = |cut: &[Sentence]| cut.iter().map(|sentence| sentence.key).collect::<Vec<u64>>();
    let mut fates = Fates { of_old: vec![None; old.len()], of_new: vec![None; new.len()] };
    let kept = lcs(&keys(&old), &keys(&new));
    for &(i, j) in &kept {
        fates.set(i, j, Change::Same);
    }
    fates.moved(&old, &new);
    let (mut i, mut j) = (0, 0);
    for (next_i, next_j) in kept.into_iter().chain([(old.len(), new.len())]) {
        fates.edited(&old, &new, (i, next_i), (j, next_j));
        (i, j) = (next_i + 1, next_j + 1);
    }
    fates.changes(&old, &new)
}

struct Sentence {
    span: Span,
    key: u64,
    /// The words, sorted.
    words: Vec<u64>,
}

fn cut(text: &str) -> Vec<Sentence> {
    let mut folded = String::new();
    let sentence = |span: Span| {
        let mut words = Vec::new();
        word_hashes(&text[span], &mut folded, &mut words);
        let key = words.iter().fold(0, |all, &word| mix(all ^ word));
        words.sort_unstable();
        Sentence { span, key, words }
    };
    sentences(text, Span::of(text)).map(sentence).collect()
}

type Kind = fn(Span, Span) -> Change;

/// What became of each sentence: its counterpart and how it got there.
struct Fates {
    of_old: Vec<Option<(usize, Kind)>>,
    of_new: Vec<Option<(usize, Kind)>>,
}

impl Fates {
    fn set(&mut self, i: usize, j: usize, kind: Kind) {
        self.of_old[i] = Some((j, kind));
        self.of_new[j] = Some((i, kind));
    }

    /// Pairs what is left over and the same.
    fn moved(&mut self, old: &[Sentence], new: &[Sentence]) {
        let mut places: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
        for (i, sentence) in old.iter().enumerate().rev().filter(|(i, _)| self.of_old[*i].is_none()) {
            places.entry(sentence.key).or_default().push(i);
        }
        for (j, sentence) in new.iter().enumerate() {
            if self.of_new[j].is_none()
                && let Some(i) = places.get_mut(&sentence.key).and_then(Vec::pop)
            {
                self.set(i, j, Change::Moved);
            }
        }
    }

    /// Pairs what is left over between two sentences that stayed, the most
    /// alike first.
    fn edited(&mut self, old: &[Sentence], new: &[Sentence], from_old: (usize, usize), from_new: (usize, usize)) {
        let left_old: Vec<usize> = (from_old.0..from_old.1).filter(|&i| self.of_old[i].is_none()).collect();
        let left_new: Vec<usize> = (from_new.0..from_new.1).filter(|&j| self.of_new[j].is_none()).collect();
        if left_old.len() * left_new.len() > 40_000 {
            return;
        }
        let mut pairs: Vec<(Reverse<u32>, usize, usize)> = Vec::new();
        for &i in &left_old {
            pairs.extend(left_new.iter().map(|&j| (Reverse(likeness(&old[i].words, &new[j].words)), i, j)));
        }
        pairs.sort_unstable();
        let mut done: FxHashSet<(bool, usize)> = FxHashSet::default();
        for (likeness, i, j) in pairs {
            if likeness.0 >= 500 && !done.contains(&(true, i)) && !done.contains(&(false, j)) {
                done.extend([(true, i), (false, j)]);
                self.set(i, j, Change::Edited);
            }
        }
    }

    fn changes(&self, old: &[Sentence], new: &[Sentence]) -> Vec<Change> {
        let mut changes = Vec::new();
        let mut i = 0;
        for (j, sentence) in new.iter().enumerate() {
            let Some((from, kind)) = self.of_new[j] else {
                changes.push(Change::Added(sentence.span));
                continue;
            };
            let stays = kind(sentence.span, sentence.span) != Change::Moved(sentence.span, sentence.span);
            if stays && from >= i {
                self.removed(old, i..from, &mut changes);
                i = from + 1;
            }
            changes.push(kind(old[from].span, sentence.span));
        }
        self.removed(old, i..old.len(), &mut changes);
        changes
    }

    fn removed(&self, old: &[Sentence], range: std::ops::Range<usize>, changes: &mut Vec<Change>) {
        let gone = range.filter(|&i| self.of_old[i].is_none());
        changes.extend(gone.map(|i| Change::Removed(old[i].span)));
    }
}

/// Common words by those of the longer sentence, in thousandths.
fn likeness(one: &[u64], two: &[u64]) -> u32 {
    let (mut i, mut j, mut common) = (0, 0, 0);
    while i < one.len() && j < two.len() {
        let (a, b) = (one[i], two[j]);
        common += usize::from(a == b);
        i += usize::from(a <= b);
        j += usize::from(b <= a);
    }
    (1000 * common / one.len().max(two.len()).max(1)) as u32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_sentence_is_told_once(old in "([AB] [a-c] [a-c] [a-c]\\. ){0,12}", new in "([AB] [a-c] [a-c] [a-c]\\. ){0,12}") {
            let (mut olds, mut news) = (Vec::new(), Vec::new());
            for change in diff(&old, &new) {
                match change {
                    Change::Same(one, two) | Change::Moved(one, two) => {
                        prop_assert_eq!(&old[one], &new[two]);
                        olds.push(one);
                        news.push(two);
                    }
                    Change::Edited(one, two) => {
                        olds.push(one);
                        news.push(two);
                    }
                    Change::Removed(one) => olds.push(one),
                    Change::Added(two) => news.push(two),
                }
            }
            olds.sort_unstable();
            prop_assert_eq!(olds, sentences(&old, Span::of(&old)).collect::<Vec<_>>());
            prop_assert_eq!(news, sentences(&new, Span::of(&new)).collect::<Vec<_>>());
        }
    }
}
