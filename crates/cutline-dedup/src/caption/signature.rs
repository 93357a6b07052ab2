use cutline_doc::CaptionParts;

use super::credit;
use super::day::Day;
use super::repair::repair;
use super::split::{Parts, split};
use crate::fold::fold_into;
use crate::hash::{State, hash, mix};

/// What is compared of one caption: the words of its lead and context, its
/// dates, and what is known of its credit. A pure function of the caption.
#[derive(Clone, Debug, PartialEq)]
pub struct CaptionSignature {
    pub(super) words: Box<[Word]>,
    /// Where each sentence ends in `words`; the first is the lead.
    pub(super) sentences: Box<[u32]>,
    /// Each with the number of its sentence.
    pub(super) days: Box<[(u32, Day)]>,
    /// A hash of the words of the dates, as they are written.
    pub(super) dated: u64,
    /// A hash of the credit; 0 without one.
    pub(super) credit: u64,
    /// Whether the credit names somebody.
    pub(super) named: bool,
    /// Whether it opens with a credit, whose end nothing tells.
    pub(super) credited_head: bool,
    pub(super) truncated: bool,
    pub(super) file: bool,
    /// How much the text had to be mended, for choosing the cleanest of equals.
    pub(super) roughness: u8,
}

/// A word of a caption: enough to tell a misspelling from another word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub hash: u32,
    /// A sum over its letters: words with the same letters have the same.
    pub letters: u32,
    pub len: u8,
    /// Whether it holds a digit.
    pub number: bool,
}

/// The signatures of a batch of bare captions.
pub fn caption_signatures<T: AsRef<str>>(captions: &[T]) -> Vec<CaptionSignature> {
    let mut folded = String::new();
    captions.iter().map(|caption| signature(caption.as_ref(), &mut folded)).collect()
}

impl CaptionSignature {
    /// The signature of a bare caption.
    pub fn of(caption: &str) -> CaptionSignature {
        signature(caption, &mut String::new())
    }

    /// The signature of a caption that has been taken apart already.
    pub fn of_parts(parts: &CaptionParts) -> CaptionSignature {
        let mut made = CaptionSignature::of(&parts.text);
        made.file |= parts.file_photo;
        made.truncated |= parts.truncated;
        if let Some(credit) = &parts.credit {
            made.credit = hash(crate::fold(&credit.raw).as_bytes()) | 1;
            made.named = !credit.photographer.is_empty();
        }
        made
    }

    pub(super) fn lead(&self) -> &[Word] {
        &self.words[..self.sentences[0] as usize]
    }

    /// Whether the lead's last word may be half a word.
    pub(super) fn cut_lead(&self) -> bool {
        self.truncated && self.sentences.len() == 1
    }

    /// The dates of a sentence; 0 is the lead.
    pub(super) fn days(&self, sentence: u32) -> impl DoubleEndedIterator<Item = Day> + Clone {
        self.days.iter().filter(move |day| day.0 == sentence).map(|day| day.1)
    }

    pub(super) fn context(&self) -> impl Iterator<Item = &[Word]> {
        self.sentences.windows(2).map(|ends| &self.words[ends[0] as usize..ends[1] as usize])
    }

    /// A hash of how it is worded, credit and dates included: captions that
    /// share it differ in case, marks and furniture at most.
    pub(super) fn form(&self) -> u64 {
        mix(self.content() ^ mix(self.credit) ^ mix(!self.dated) ^ u64::from(self.file))
    }

    /// A hash of all that is compared: captions that share it are the same.
    pub(super) fn content(&self) -> u64 {
        let words =
            self.words.iter().fold(0, |all, word| mix(all ^ u64::from(word.hash) ^ u64::from(word.letters) << 32));
        let days = self.days.iter().fold(words, |all, (_, day)| {
            let parts = [day.year.map_or(0, u64::from), day.month.map_or(0, u64::from), day.day.map_or(0, u64::from)];
            let weekday = day.weekday.map_or(0, |day| u64::from(day) + 1);
            mix(all ^ (parts[0] << 24 | parts[1] << 16 | parts[2] << 8 | weekday))
        });
        mix(days ^ u64::from(self.truncated) ^ u64::from(self.sentences[0]) << 8)
    }
}

/// The signature of a bare caption, and its folded text.
pub(super) fn signature(caption: &str, folded: &mut String) -> CaptionSignature {
    let repaired = repair(caption);
    fold_into(&repaired, folded);
    let parts = split(folded);
    let words: Box<[Word]> = parts.words.iter().map(|range| word(&folded[range.clone()])).collect();
    let credit = parts.credit.iter().fold(0, |all, range| mix(all ^ hash(&folded.as_bytes()[range.clone()])) | 1);
    CaptionSignature {
        words,
        sentences: parts.sentences.iter().map(|&end| end as u32).collect(),
        days: parts.days.iter().copied().collect(),
        dated: parts.dated,
        credit,
        named: credit::is_named(parts.credit.iter().map(|range| &folded[range.clone()])),
        credited_head: parts.credited_head,
        truncated: parts.truncated,
        file: parts.file,
        roughness: roughness(caption, &repaired, &parts),
    }
}

/// How far a caption is from clean prose: mangled, all in one case, with
/// furniture, its credit loose.
fn roughness(caption: &str, repaired: &str, parts: &Parts) -> u8 {
    let mangled = u8::from(repaired != caption);
    // Bytes are enough for counting in a head of this length, and quick.
    let head = &caption.as_bytes()[..caption.len().min(usize::from(u8::MAX))];
    let count = |is: fn(&u8) -> bool| head.iter().map(|byte| u8::from(is(byte))).sum::<u8>();
    let (capitals, small) = (count(u8::is_ascii_uppercase), count(u8::is_ascii_lowercase));
    let one_case = u8::from(capitals > small || capitals < 2);
    8 * mangled + 4 * one_case + 2 * u8::from(parts.extra) + u8::from(!parts.credit.is_empty() && !parts.bracketed)
}

pub(super) fn word(text: &str) -> Word {
    let (mut state, mut letters, mut number, mut ascii) = (State::default(), 0u32, false, true);
    for byte in text.bytes() {
        state.push(byte);
        letters = letters.wrapping_add(LETTERS[usize::from(byte & 127)]);
        number |= byte.is_ascii_digit();
        ascii &= byte.is_ascii();
    }
    let mut len = text.len();
    if !ascii {
        letters = text.chars().fold(0, |sum, c| sum.wrapping_add(letter(c)));
        len = text.chars().count();
    }
    Word { hash: state.finish() as u32, letters, len: len.min(255) as u8, number }
}

/// What a letter adds to [`Word::letters`].
const fn letter(c: char) -> u32 {
    mix(c as u64 + 1) as u32
}

const LETTERS: [u32; 128] = {
    let mut letters = [0; 128];
    let mut at = 0;
    while at < 128 {
        letters[at] = letter(at as u8 as char);
        at += 1;
    }
    letters
};

/// Whether a difference of two [`Word::letters`] is one small letter.
pub(super) fn is_letter(sum: u32) -> bool {
    LETTERS[usize::from(b'a')..=usize::from(b'z')].contains(&sum)
}
