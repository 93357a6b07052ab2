//! Passages that two texts share word for word.

use cutline_doc::Span;
use cutline_text::{TokenKind, tokens};
use rustc_hash::FxHashMap;

use crate::fold::fold_into;
use crate::hash::{hash, mix};

/// A text as words with their places.
pub(crate) struct WordList {
    spans: Vec<Span>,
    hashes: Vec<u64>,
}

impl WordList {
    pub fn of(text: &str) -> WordList {
        let mut folded = String::new();
        let mut list = WordList { spans: Vec::new(), hashes: Vec::new() };
        for token in tokens(text, Span::of(text)).filter(|token| token.kind != TokenKind::Mark) {
            fold_into(&text[token.span], &mut folded);
            list.spans.push(token.span);
            list.hashes.push(hash(folded.as_bytes()));
        }
        list
    }

    pub fn len(&self) -> usize {
        self.spans.len()
    }

    fn span(&self, run: &std::ops::Range<usize>) -> Span {
        self.spans[run.start].cover(self.spans[run.end - 1])
    }

    fn seed(&self, at: usize) -> Option<u64> {
        Some(self.hashes.get(at..at + SEED)?.iter().fold(0, |all, &word| mix(all ^ word)))
    }
}

/// A run of words in both of two texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// Words of the first text.
    pub one: std::ops::Range<usize>,
    pub spans: (Span, Span),
}

/// The passages of at least [`SHORTEST`] words that `two` takes from `one`, in
/// the order of `two`. Each word of `two` is in one passage at most.
pub(crate) fn passages(one: &WordList, two: &WordList) -> Vec<Run> {
    let mut places: FxHashMap<u64, usize> = FxHashMap::default();
    for at in (0..one.len()).rev() {
        if let Some(seed) = one.seed(at) {
            places.insert(seed, at);
        }
    }
    let mut runs: Vec<Run> = Vec::new();
    let (mut j, mut expected) = (0, 0);
    while let Some(seed) = two.seed(j) {
        let follows = one.seed(expected) == Some(seed);
        let Some(i) = follows.then_some(expected).or_else(|| places.get(&seed).copied()) else {
            j += 1;
            continue;
        };
        let len = one.hashes[i..].iter().zip(&two.hashes[j..]).take_while(|(a, b)| a == b).count();
        if len >= SHORTEST {
            let spans = (one.span(&(i..i + len)), two.span(&(j..j + len)));
            runs.push(Run { one: i..i + len, spans });
        }
        // A hash that agrees by chance takes no words.
        j += len.max(1);
        expected = i + len;
    }
    runs
}

/// Words that must agree for a passage to be looked at.
const SEED: usize = 5;

/// Shorter runs of words are set phrases.
const SHORTEST: usize = 12;
