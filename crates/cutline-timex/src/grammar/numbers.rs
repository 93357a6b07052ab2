//! Numbers in digits and words.

use super::{Read, Reader};
use crate::sense::Amount;
use crate::word::Word;

impl Reader<'_> {
    /// '3', '1,169', '3.5', '2 1/2', 'twenty-four', 'two and a half', 'a dozen',
    /// 'a couple of', 'several'. A bare 'a' is no number here.
    pub(crate) fn amount(&self, at: usize) -> Read<Amount> {
        match self.word(at) {
            Word::Digits(..) => self.digits_amount(at),
            Word::Small(_) | Word::Tens(_) => {
                let (whole, next) = self.words_number(at)?;
                Some(self.fraction(whole, next))
            }
            Word::Vague => Some((Amount::Vague, at + 1)),
            Word::Dozen => Some((Amount::Vague, self.skip(at + 1, Word::Of))),
            Word::Hundred | Word::Thousand if self.is_plural(at) => Some((Amount::Vague, self.skip(at + 1, Word::Of))),
            Word::Couple => Some((Amount::whole(2), self.skip(at + 1, Word::Of))),
            Word::A => self.a_amount(at + 1),
            _ => None,
        }
    }

    fn is_plural(&self, at: usize) -> bool {
        self.slice(at).ends_with(['s', 'S'])
    }

    fn a_amount(&self, at: usize) -> Read<Amount> {
        match self.word(at) {
            Word::Vague => Some((Amount::Vague, at + 1)),
            Word::Couple => Some((Amount::whole(2), self.skip(at + 1, Word::Of))),
            Word::Dozen => Some((Amount::whole(12), at + 1)),
            Word::Hundred | Word::Thousand => {
                let (number, next) = self.words_number_from(1, at)?;
                Some((Amount::whole(number), next))
            }
            Word::Handful => (self.word(at + 1) == Word::Of).then_some((Amount::Vague, at + 2)),
            _ => None,
        }
    }

    fn digits_amount(&self, at: usize) -> Read<Amount> {
        let Word::Digits(mut whole, _) = self.word(at) else { return None };
        let mut next = at + 1;
        while let (true, true, Word::Digits(group, 3)) =
            (self.glued_mark(next, b','), self.is_glued(next + 1), self.word(next + 1))
        {
            whole = whole.checked_mul(1000)?.checked_add(group)?;
            next += 2;
        }
        if let (true, true, Word::Digits(tenth, 1)) =
            (self.glued_mark(next, b'.'), self.is_glued(next + 1), self.word(next + 1))
        {
            return Some((Amount::Tenths(whole.checked_mul(10)?.checked_add(tenth)?), next + 2));
        }
        Some(self.fraction(whole, next))
    }

    /// A fraction behind `whole`: ' 1/2', '½', ' and a half', ' and one-half'.
    fn fraction(&self, whole: u32, at: usize) -> (Amount, usize) {
        let quarters = |quarters, next| (Amount::Known { whole, quarters }, next);
        if let Word::Mark(mark @ (b'h' | b'q' | b't')) = self.word(at) {
            return quarters(
                if mark == b'h' {
                    2
                } else if mark == b'q' {
                    1
                } else {
                    3
                },
                at + 1,
            );
        }
        let slash = self.glued_mark(at + 1, b'/') && self.is_glued(at + 2);
        // '2 1/2' or '2-1/2'.
        if let (Word::Digits(top, 1), true, Word::Digits(bottom, 1)) = (self.word(at), slash, self.word(at + 2)) {
            match (top, bottom) {
                (1, 2) => return quarters(2, at + 3),
                (1 | 3, 4) => return quarters(top as u8, at + 3),
                _ => {}
            }
        }
        if self.word(at) == Word::And && self.word(at + 1) == Word::A && self.word(at + 2) == Word::Half {
            return quarters(2, at + 3);
        }
        // 'two-and-a-half-year'.
        let dashed = [0, 2, 4, 6].iter().all(|&n| self.glued_mark(at + n, b'-'));
        if dashed && (self.word(at + 1), self.word(at + 3), self.word(at + 5)) == (Word::And, Word::A, Word::Half) {
            return quarters(2, at + 6);
        }
        (Amount::whole(whole), at)
    }

    /// A number in words, below a million: 'twenty four', 'two hundred and ten'.
    pub(crate) fn words_number(&self, at: usize) -> Read<u32> {
        let (head, next) = self.below_hundred(at)?;
        self.words_number_from(head, next)
    }

    fn words_number_from(&self, mut number: u32, mut at: usize) -> Read<u32> {
        for (word, size) in [(Word::Hundred, 100), (Word::Thousand, 1000)] {
            if self.word(at) != word || number >= size {
                continue;
            }
            number *= size;
            at += 1;
            let tail = at + usize::from(self.word(at) == Word::And);
            if let Some((rest, next)) = self.below_hundred(tail) {
                number += rest;
                at = next;
            }
        }
        if self.word(at) == Word::Thousand {
            number = number.checked_mul(1000)?;
            at += 1;
        }
        (self.word(at) != Word::Million).then_some((number, at))
    }

    /// 'four', 'fourteen', 'forty', 'forty-four', 'forty four'.
    pub(crate) fn below_hundred(&self, at: usize) -> Read<u32> {
        match self.word(at) {
            Word::Small(small) => Some((u32::from(small), at + 1)),
            Word::Tens(tens) => {
                let dash = usize::from(self.glued_mark(at + 1, b'-'));
                match self.word(at + 1 + dash) {
                    Word::Small(small @ 1..=9) => Some((u32::from(tens + small), at + 2 + dash)),
                    _ => Some((u32::from(tens), at + 1)),
                }
            }
            _ => None,
        }
    }

    /// 'third', '3rd', 'twenty-third', 'second'.
    pub(crate) fn ordinal(&self, at: usize) -> Read<u32> {
        match self.word(at) {
            Word::Ordinal(number) => Some((u32::from(number), at + 1)),
            Word::OrdinalOrSecond => Some((2, at + 1)),
            Word::Digits(number, 1..=3) if self.word(at + 1) == Word::OrdinalSuffix && self.is_glued(at + 1) => {
                Some((number, at + 2))
            }
            Word::Tens(tens) => {
                let dash = usize::from(self.glued_mark(at + 1, b'-'));
                match self.word(at + 1 + dash) {
                    Word::Ordinal(ones @ 1..=9) => Some((u32::from(tens + ones), at + 2 + dash)),
                    Word::OrdinalOrSecond if dash == 1 => Some((u32::from(tens + 2), at + 2 + dash)),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}
