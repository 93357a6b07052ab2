//! Hashes that are the same on every machine.

use crate::fold::{fold_into, words};

/// The hashes of the words of `text`, folded; `folded` is room for that.
pub(crate) fn word_hashes(text: &str, folded: &mut String, out: &mut Vec<u64>) {
    out.clear();
    if text.is_ascii() && !text.as_bytes().contains(&b'&') {
        return ascii_words(text.as_bytes(), out);
    }
    fold_into(text, folded);
    if folded.is_ascii() {
        ascii_words(folded.as_bytes(), out);
    } else {
        out.extend(words(folded).map(|range| hash(&folded.as_bytes()[range])));
    }
}

/// Folds, cuts and hashes in one go, which is all there is to do for most texts.
fn ascii_words(text: &[u8], out: &mut Vec<u64>) {
    let letter = |at: usize| text.get(at).map_or(0, |&byte| LETTERS[usize::from(byte)]);
    let mut word = State::default();
    for (at, &byte) in text.iter().enumerate() {
        let folded = LETTERS[usize::from(byte)];
        if folded != 0 {
            word.push(folded);
        } else if word.len > 0 {
            if byte == b'\'' && letter(at + 1) != 0 {
                word.push(byte);
            } else {
                out.push(word.finish());
                word = State::default();
            }
        }
    }
    if word.len > 0 {
        out.push(word.finish());
    }
}

/// Letters and digits of ASCII in lower case; 0 for what belongs in no word.
const LETTERS: [u8; 256] = {
    let mut letters = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        if (byte as u8).is_ascii_alphanumeric() {
            letters[byte] = (byte as u8).to_ascii_lowercase();
        }
        byte += 1;
    }
    letters
};

/// A hash of `bytes`.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    let mut state = State::default();
    bytes.iter().for_each(|&byte| state.push(byte));
    state.finish()
}

/// A hash that grows byte by byte.
#[derive(Default)]
pub(crate) struct State {
    mixed: u64,
    /// The last bytes, up to eight.
    packed: u64,
    len: u32,
}

impl State {
    #[inline]
    pub fn push(&mut self, byte: u8) {
        self.packed |= u64::from(byte) << (8 * (self.len & 7));
        self.len = self.len.wrapping_add(1);
        if self.len & 7 == 0 {
            self.mixed = mix(self.mixed ^ self.packed);
            self.packed = 0;
        }
    }

    #[inline]
    pub fn finish(&self) -> u64 {
        mix(self.mixed ^ self.packed ^ u64::from(self.len) << 56)
    }
}

/// Spreads every bit of `x` over the whole word, one to one.
#[inline]
pub(crate) const fn mix(x: u64) -> u64 {
    let x = (x ^ (x >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    let x = (x ^ (x >> 29)).wrapping_mul(0xa076_1d64_78bd_642f);
    x ^ (x >> 32)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_of_every_length_hash_apart() {
        let text = "abcdefghijklmnopqrstuvwxyz";
        let mut all: Vec<u64> = (0..text.len()).map(|n| hash(&text.as_bytes()[..n])).collect();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), text.len());
    }

    proptest! {
        #[test]
        fn the_short_way_finds_the_words_of_the_long_one(text in "[a-cX-Z0-2 '’.,_`&é-]{0,40}") {
            let (mut folded, mut short) = (String::new(), Vec::new());
            word_hashes(&text, &mut folded, &mut short);
            let folded = crate::fold(&text);
            let long: Vec<u64> = words(&folded).map(|range| hash(&folded.as_bytes()[range])).collect();
            prop_assert_eq!(short, long);
        }
    }
}
