//! Dates written in digits alone.

use super::{Read, Reader};
use crate::sense::{Clock, Point, Sense, Year};
use crate::word::Word;

/// The order of day and month in '3/5/2021', where the numbers alone cannot tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Order {
    /// As in the United States.
    #[default]
    MonthFirst,
    DayFirst,
}

impl Reader<'_> {
    /// '2025-01-31', '2025/01/31', '2025-01', '2025-01-31T14:15', '31/1/2025', '31.1.2025'.
    pub(crate) fn numeric_date(&self, at: usize, order: Order) -> Read<(Sense, &'static str)> {
        let Word::Digits(first, len) = self.word(at) else { return None };
        if self.is_glued(at) && !self.opens_number(at) {
            return None;
        }
        if len == 4 { self.year_first(at, first) } else { self.year_last(at, order) }
    }

    /// Whether the glued token before `at` can stand before a number that is a date.
    fn opens_number(&self, at: usize) -> bool {
        matches!(self.before(at), Word::Mark(b'(' | b'[' | b'"' | b'\'' | b'-' | b'|' | b':' | b'>' | b'_'))
            && !(matches!(self.before(at), Word::Mark(b'-' | b'\'' | b'_' | b':')) && at >= 2 && self.is_glued(at - 1))
    }

    /// The number behind the mark at `at`, both glued.
    fn part(&self, at: usize, mark: u8) -> Option<(u32, u8)> {
        match self.word(at + 1) {
            Word::Digits(value, len) if self.glued_mark(at, mark) && self.is_glued(at + 1) => Some((value, len)),
            _ => None,
        }
    }

    fn year_first(&self, at: usize, year: u32) -> Read<(Sense, &'static str)> {
        let mark = match self.word(at + 1) {
            Word::Mark(mark @ (b'-' | b'/' | b'.')) => mark,
            _ => return None,
        };
        let (month, 1 | 2) = self.part(at + 1, mark)? else { return None };
        let year = Year::Is(year as i32);
        let month = u8::try_from(month).ok()?;
        let Some((day, 1 | 2)) = self.part(at + 3, mark) else {
            let whole = mark == b'-' && (1..=12).contains(&month) && self.slice(at + 2).len() == 2;
            let ends = !self.is_glued(at + 3) || matches!(self.word(at + 3), Word::Mark(b'.' | b',' | b')' | b';'));
            let plausible = matches!(year, Year::Is(1900..=2100)) && whole && ends && !self.looks_like_years(at);
            return plausible.then_some(((Sense::Point(Point::Month { year, month }), "iso-month"), at + 3));
        };
        let day = u8::try_from(day).ok()?;
        let date = Point::Day { year, month, day };
        if let Some((clock, next)) = self.iso_clock(at + 5) {
            return Some(((Sense::Time(Some(date), clock), "iso-time"), next));
        }
        Some(((Sense::Point(date), "iso-date"), at + 5))
    }

    /// '2009-10' is a season or a school year rather than an October, '2009-08' is not.
    fn looks_like_years(&self, at: usize) -> bool {
        let (Word::Digits(year, _), Word::Digits(month, _)) = (self.word(at), self.word(at + 2)) else { return false };
        month == (year + 1) % 100
    }

    fn iso_clock(&self, at: usize) -> Read<Clock> {
        let at = if self.is(at, "t") && self.is_glued(at) && self.is_glued(at + 1) { at + 1 } else { at };
        let Word::Digits(hour @ 0..=23, 2) = self.word(at) else { return None };
        let (minute @ 0..=59, 2) = self.part(at + 1, b':')? else { return None };
        let mut next = at + 3;
        let mut second = None;
        if let Some((seconds @ 0..=60, 2)) = self.part(next, b':') {
            second = Some(seconds as u8);
            next += 2;
        }
        if self.part(next, b'.').is_some() {
            next += 2;
        }
        let zulu = self.is(next, "z") && self.is_glued(next);
        next += usize::from(zulu);
        if self.is_glued(next) && matches!(self.word(next), Word::Mark(b'+' | b'-')) && self.is_glued(next + 1) {
            next += if self.part(next + 2, b':').is_some() { 4 } else { 2 };
        }
        Some((Clock::At { hour: hour as u8, minute: minute as u8, second, zulu }, next))
    }

    fn year_last(&self, at: usize, order: Order) -> Read<(Sense, &'static str)> {
        let Word::Digits(first @ 1..=31, 1 | 2) = self.word(at) else { return None };
        let Word::Mark(mark @ (b'/' | b'.' | b'-')) = self.word(at + 1) else { return None };
        let (second @ 1..=31, 1 | 2) = self.part(at + 1, mark)? else { return None };
        let (year, len) = self.part(at + 3, mark)?;
        let year = match len {
            4 if (1000..=2999).contains(&year) => Year::Is(year as i32),
            2 if mark == b'/' => Year::Short(year as i32),
            _ => return None,
        };
        if self.glued_mark(at + 5, mark) && self.is_glued(at + 6) {
            return None;
        }
        let (day, month, rule) = read_order(first as u8, second as u8, mark, order);
        (month <= 12).then_some(((Sense::Point(Point::Day { year, month, day }), rule), at + 5))
    }
}

/// Day and month of two numbers, and how they were told apart.
fn read_order(first: u8, second: u8, mark: u8, order: Order) -> (u8, u8, &'static str) {
    match (first > 12, second > 12) {
        (true, _) => (first, second, "day-month-year"),
        (_, true) => (second, first, "month-day-year"),
        _ if mark == b'.' || order == Order::DayFirst => (first, second, "day-month-year-assumed"),
        _ => (second, first, "month-day-year-assumed"),
    }
}
