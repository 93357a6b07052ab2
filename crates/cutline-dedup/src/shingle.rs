//! Texts as sets of shingles: hashes of k consecutive words.

use crate::hash::{mix, word_hashes};

/// Shingle sets of a batch of texts, one behind the other in a flat array.
///
/// Shingles are 64-bit hashes: two different ones among those of two texts
/// agree by chance once in some 10^15 pairs of texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signatures {
    /// Where each set ends in `hashes`.
    pub(crate) ends: Vec<usize>,
    /// Each set sorted, without repeats.
    pub(crate) hashes: Vec<u64>,
    /// One hash of each text's whole run of words.
    pub(crate) wholes: Vec<u64>,
}

impl Signatures {
    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    pub(crate) fn set(&self, at: usize) -> &[u64] {
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.hashes[start..self.ends[at]]
    }
}

/// The sets of shingles of `k` words of `texts`.
///
/// A text of no more than `k` words is one shingle; one without words has none.
///
/// # Panics
/// If `k` is 0.
pub fn signatures<T: AsRef<str>>(texts: &[T], k: usize) -> Signatures {
    assert!(k > 0, "a shingle has at least one word");
    let mut made = Signatures::default();
    let mut signer = Signer::new(k);
    for text in texts {
        signer.sign(text.as_ref(), &mut made);
    }
    made
}

struct Signer {
    k: usize,
    /// BASE to the power of k: what the word that leaves a shingle weighs.
    leaving: u64,
    folded: String,
    words: Vec<u64>,
}

impl Signer {
    fn new(k: usize) -> Signer {
        let leaving = (0..k).fold(1u64, |power, _| power.wrapping_mul(BASE));
        Signer { k, leaving, folded: String::new(), words: Vec::new() }
    }

    fn sign(&mut self, text: &str, made: &mut Signatures) {
        word_hashes(text, &mut self.folded, &mut self.words);
        let start = made.hashes.len();
        self.shingles(&mut made.hashes);
        made.hashes[start..].sort_unstable();
        let kept = dedup_from(&mut made.hashes, start);
        made.hashes.truncate(kept);
        made.ends.push(kept);
        let whole = |all: u64, &word: &u64| (all.rotate_left(23) ^ word).wrapping_mul(BASE);
        made.wholes.push(mix(self.words.iter().fold(self.words.len() as u64, whole)));
    }

    fn shingles(&self, out: &mut Vec<u64>) {
        let words = &self.words;
        if words.is_empty() {
            return;
        }
        let head = words.len().min(self.k);
        let mut sum = words[..head].iter().fold(0u64, |sum, &word| sum.wrapping_mul(BASE).wrapping_add(word));
        out.push(mix(sum ^ head as u64));
        for (&enters, &leaves) in words[head..].iter().zip(words) {
            let kept = sum.wrapping_mul(BASE).wrapping_sub(leaves.wrapping_mul(self.leaving));
            sum = kept.wrapping_add(enters);
            out.push(mix(sum ^ head as u64));
        }
    }
}

/// Drops repeats from the sorted tail; the new length.
fn dedup_from(hashes: &mut [u64], start: usize) -> usize {
    let mut kept = start;
    for at in start..hashes.len() {
        if kept == start || hashes[kept - 1] != hashes[at] {
            hashes[kept] = hashes[at];
            kept += 1;
        }
    }
    kept
}

const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_a_word_of_its_own() {
        let texts: Vec<String> = (0..3000).map(|n| n.to_string()).collect();
        let mut wholes = signatures(&texts, 3).wholes;
        wholes.sort_unstable();
        wholes.dedup();
        assert_eq!(wholes.len(), texts.len());
    }

    #[test]
    fn shingles_are_a_set() {
        let made = signatures(&["a b c a b c", "A, b. C!", "c b a", "a b", "...", ""], 3);
        let sizes: Vec<usize> = (0..made.len()).map(|at| made.set(at).len()).collect();
        assert_eq!(sizes, [3, 1, 1, 1, 0, 0]);
        assert!(made.set(0).contains(&made.set(1)[0]));
        assert_ne!(made.set(1), made.set(2));
    }
}
