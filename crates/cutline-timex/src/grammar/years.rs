//! Years, decades and centuries.

use super::{Read, Reader};
use crate::sense::{Point, Year};
use crate::word::{Unit, Word};

impl Reader<'_> {
    /// '1996', '1996-97' (its first year), '1990s', "'80s", 'the eighties', '44 BC', 'AD 79', "'96".
    pub(crate) fn year_or_decade(&self, at: usize) -> Read<(Point, &'static str)> {
        match self.word(at) {
            Word::Digits(..) => self.digits_year(at),
            Word::Mark(b'\'') if self.is_glued(at + 1) => self.apostrophe_year(at),
            Word::Decades(tens) if self.before(at) != Word::Other || self.is_capital(at) => {
                Some(((Point::ShortDecade(i32::from(tens)), "decade"), at + 1))
            }
            Word::Ad => match self.word(at + 1) {
                Word::Digits(year, 1..=4) if self.is_upper(at) => {
                    Some(((Point::Year(Year::Is(year as i32)), "year"), at + 2))
                }
                _ => None,
            },
            _ => None,
        }
    }

    fn is_upper(&self, at: usize) -> bool {
        self.shape(at) == crate::lex::Shape::Upper
    }

    fn digits_year(&self, at: usize) -> Read<(Point, &'static str)> {
        let Word::Digits(value, len) = self.word(at) else { return None };
        let year = value as i32;
        if self.is(at + 1, "s") && self.glued_s(at + 1) && year % 10 == 0 {
            return self.decade(at, year, len);
        }
        if let (Word::Bc, true) = (self.word(at + 1), self.is_upper(at + 1)) {
            return Some(((Point::Bc(year), "year"), at + 2));
        }
        if len == 4 && self.may_be_year(at) {
            return Some(((Point::Year(Year::Is(year)), "year"), at + 1));
        }
        None
    }

    /// "s" or "'s" right behind a number.
    fn glued_s(&self, at: usize) -> bool {
        self.is_glued(at) && !self.is_glued_letter(at + 1)
    }

    fn is_glued_letter(&self, at: usize) -> bool {
        self.is_glued(at) && !matches!(self.word(at), Word::Mark(_))
    }

    fn decade(&self, at: usize, year: i32, len: u8) -> Read<(Point, &'static str)> {
        match len {
            4 if (1000..=2100).contains(&year) && year % 100 == 0 && year != 2000 && self.is_century(at) => {
                Some(((Point::Century(year / 100), "century"), at + 2))
            }
            4 if (1000..=2100).contains(&year) => Some(((Point::Decade(year / 10), "decade"), at + 2)),
            2 if self.leads_to_short_decade(at) => Some(((Point::ShortDecade(year / 10), "decade"), at + 2)),
            _ => None,
        }
    }

    /// 'the 90s', 'the mid-90s', 'the early 80s'; 'in her mid-20s' is an age.
    fn leads_to_short_decade(&self, at: usize) -> bool {
        let dash = usize::from(self.before(at) == Word::Mark(b'-'));
        let part = at
            .checked_sub(1 + dash)
            .map_or(at, |part| if matches!(self.word(part), Word::Mid | Word::Early | Word::Late) { part } else { at });
        self.before(part) == Word::The
    }

    /// 'the 1800s' is a century unless 'early' or 'late' narrow it.
    fn is_century(&self, at: usize) -> bool {
        self.before(at) == Word::The
    }

    fn apostrophe_year(&self, at: usize) -> Read<(Point, &'static str)> {
        if at > 0 && self.is_glued(at) && !matches!(self.before(at), Word::Mark(_)) {
            return None;
        }
        let Word::Digits(year, 2) = self.word(at + 1) else { return None };
        let year = year as i32;
        if self.is(at + 2, "s") && self.is_glued(at + 2) {
            return (year % 10 == 0).then_some(((Point::ShortDecade(year / 10), "decade"), at + 3));
        }
        let free =
            !self.is_glued(at + 2) || matches!(self.word(at + 2), Word::Mark(b'.' | b',' | b')' | b';' | b'"' | b'-'));
        free.then_some(((Point::Year(Year::Short(year)), "year"), at + 2))
    }

    /// 'nineteen ninety-six', 'two thousand (and) three', 'twenty ten'; `at` may stand on 'the year'.
    pub(crate) fn year_in_words(&self, at: usize) -> Read<Year> {
        let (year, next) = match self.word(at) {
            Word::Small(high @ 13..=19) => self.year_halves(u32::from(high), at)?,
            Word::Tens(20) if !self.glued_mark(at + 1, b'-') => self.year_halves(20, at)?,
            Word::Small(2) if self.word(at + 1) == Word::Thousand => self.words_number(at)?,
            _ => return None,
        };
        ((1300..2100).contains(&year)).then_some((Year::Is(year as i32), next))
    }

    fn year_halves(&self, high: u32, at: usize) -> Read<u32> {
        let (low, next) = self.below_hundred(at + 1)?;
        (low >= 10 && !self.is_counted(next)).then_some((high * 100 + low, next))
    }

    /// Whether a unit follows: 'nineteen twenty minutes' is no year.
    fn is_counted(&self, at: usize) -> bool {
        matches!(self.word(at), Word::Unit(_) | Word::Units(_) | Word::Hundred | Word::Thousand | Word::Million)
    }

    /// 'the year 2000', 'the year two thousand', 'year 2000'; `at` stands on 'year'.
    pub(crate) fn year_by_name(&self, at: usize) -> Read<Year> {
        if self.word(at) != Word::Unit(Unit::Year) {
            return None;
        }
        match self.word(at + 1) {
            Word::Digits(year @ 1.., 3..=9) => Some((Year::Is(year as i32), at + 2)),
            _ => self.year_in_words(at + 1),
        }
    }

    /// '20th century', 'twentieth-century'; the value is the first two digits.
    pub(crate) fn century(&self, at: usize) -> Read<(Point, &'static str)> {
        let (number, next) = self.ordinal(at)?;
        let next = next + usize::from(self.glued_mark(next, b'-'));
        if self.word(next) != Word::Unit(Unit::Century) || !(1..=30).contains(&number) {
            return None;
        }
        if self.word(next + 1) == Word::Bc {
            return None;
        }
        Some(((Point::Century(number as i32 - 1), "century"), next + 1))
    }
}
