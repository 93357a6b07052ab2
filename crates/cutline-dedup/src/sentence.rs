use cutline_text::{Span, sentences};
use rustc_hash::FxHashMap;

use crate::hash::{mix, word_hashes};

/// Which texts of a list hold which sentences, word for word.
///
/// Sentences are compared as [`fold`](crate::fold)ed words, so that case and
/// quotation marks do not matter. Sentences of fewer than four words are left
/// out: they recur by chance.
#[derive(Clone, Debug, Default)]
pub struct SentenceIndex {
    holders: FxHashMap<u64, Vec<u32>>,
    texts: u32,
}

impl SentenceIndex {
    /// An index of no texts.
    pub fn new() -> SentenceIndex {
        SentenceIndex::default()
    }

    /// Adds the next text of the list.
    pub fn add(&mut self, text: &str) {
        self.add_keys(&sentence_keys(text));
    }

    /// Adds the next text of the list by its [`sentence_keys`].
    pub fn add_keys(&mut self, keys: &[u64]) {
        let place = self.texts;
        self.texts += 1;
        for &key in keys {
            let holders = self.holders.entry(key).or_default();
            if holders.last() != Some(&place) {
                holders.push(place);
            }
        }
    }

    /// The sentences of `text` that stand in the list, with the places of the
    /// texts that hold them, in order.
    pub fn of<'s>(&'s self, text: &'s str) -> impl Iterator<Item = (&'s str, &'s [u32])> {
        keys(text).into_iter().filter_map(move |(span, key)| Some((&text[span], self.holders.get(&key)?.as_slice())))
    }

    /// In how many texts of the list a sentence stands.
    pub fn frequency(&self, sentence: &str) -> usize {
        key(sentence, &mut String::new(), &mut Vec::new()).and_then(|key| self.holders.get(&key)).map_or(0, Vec::len)
    }
}

/// One key a sentence of `text` that is long enough to be counted: what a
/// [`SentenceIndex`] compares, for working it out on many threads.
pub fn sentence_keys(text: &str) -> Vec<u64> {
    keys(text).into_iter().map(|(_, key)| key).collect()
}

/// The sentences that are long enough, with a hash of their words.
pub(crate) fn keys(text: &str) -> Vec<(Span, u64)> {
    let (mut folded, mut words) = (String::new(), Vec::new());
    let keyed = |span: Span| Some((span, key(&text[span], &mut folded, &mut words)?));
    sentences(text, Span::of(text)).filter_map(keyed).collect()
}

fn key(sentence: &str, folded: &mut String, words: &mut Vec<u64>) -> Option<u64> {
    word_hashes(sentence, folded, words);
    (words.len() >= SHORTEST).then(|| words.iter().fold(0, |all, &word| mix(all ^ word)))
}

const SHORTEST: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_counted_by_text() {
        let mut index = SentenceIndex::new();
        index.add("The tower fell in March. It was tall. The tower fell in March.");
        index.add("Rain came. THE TOWER FELL IN MARCH!");
        assert_eq!(index.frequency("The tower fell in March"), 2);
        assert_eq!(index.frequency("It was tall."), 0);
        let found: Vec<_> = index.of("So it goes. The tower fell in March.").collect();
        assert_eq!(found, [("The tower fell in March.", &[0, 1][..])]);
    }
}
