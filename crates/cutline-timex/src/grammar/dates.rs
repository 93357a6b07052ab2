//! Days and months of the calendar: 'Friday, March 10, 2023', '3 May', 'June last year'.

use super::{Read, Reader};
use crate::sense::{Point, Which, Year};
use crate::word::{Unit, Word};

impl Reader<'_> {
    /// A day or month by its name, with a weekday before it if there is one.
    pub(crate) fn calendar_date(&self, at: usize) -> Read<(Point, &'static str)> {
        match self.word(at) {
            Word::Weekday(..) => {
                let next = self.behind_weekday(at)?;
                let next = self.skip(next, Word::The);
                let (date, next) = self.plain_date(next)?;
                matches!(date, Point::Day { .. }).then_some(((date, "weekday-date"), next))
            }
            _ => {
                let (date, next) = self.plain_date(at)?;
                let rule = match date {
                    Point::Day { year: Year::Open, .. } => "month-day",
                    Point::Day { .. } => "full-date",
                    Point::Month { year: Year::Open, .. } => "month",
                    _ => "month-year",
                };
                Some(((date, rule), next))
            }
        }
    }

    /// Behind 'Friday', 'Fri.' and a comma.
    fn behind_weekday(&self, at: usize) -> Option<usize> {
        let Word::Weekday(_, short) = self.word(at) else { return None };
        if short && !self.is_capital(at) {
            return None;
        }
        let next = at + 1 + usize::from(self.glued_mark(at + 1, b'.'));
        Some(next + usize::from(self.is_mark(next, b',')))
    }

    fn plain_date(&self, at: usize) -> Read<Point> {
        match self.word(at) {
            Word::Month(..) => self.month_first(at),
            Word::Digits(..) | Word::Ordinal(_) | Word::OrdinalOrSecond | Word::Tens(_) => self.day_first(at),
            _ => None,
        }
    }

    /// The month at `at`, and the token behind it and its full stop.
    pub(crate) fn month(&self, at: usize) -> Read<u8> {
        let Word::Month(month, short) = self.word(at) else { return None };
        let doubtful = short || matches!(month, 3 | 5 | 8);
        if (doubtful && !self.is_capital(at)) || (self.glued_mark(at + 1, b'\'') && self.is(at + 2, "ve")) {
            return None;
        }
        let stop = self.glued_mark(at + 1, b'.') && (short || self.glued_digits(at + 2) || month != 5);
        let stop = stop && (short || matches!(self.word(at + 2), Word::Digits(..)));
        Some((month, at + 1 + usize::from(stop)))
    }

    fn glued_digits(&self, at: usize) -> bool {
        matches!(self.word(at), Word::Digits(..)) && self.is_glued(at)
    }

    fn month_first(&self, at: usize) -> Read<Point> {
        let (month, next) = self.month(at)?;
        if let Some((day, next)) = self.day_behind_month(next) {
            let (year, next) = self.year_behind_day(next).unwrap_or((Year::Open, next));
            return Some((Point::Day { year, month, day }, next));
        }
        let (year, next) = self.year_behind_month(next).unwrap_or((Year::Open, next));
        if year == Year::Open && !self.may_be_bare_month(at) {
            return None;
        }
        Some((Point::Month { year, month }, next))
    }

    fn day_behind_month(&self, at: usize) -> Read<u8> {
        let the = self.skip(at, Word::The);
        if let Some((day @ 1..=31, next)) = self.ordinal(the) {
            return Some((day as u8, next));
        }
        match self.word(at) {
            Word::Digits(day @ 1..=39, 1 | 2) if !self.goes_on_as_number(at + 1) => Some((day as u8, at + 1)),
            _ => None,
        }
    }

    /// Whether a number goes on at `at`: ':30', '%', '.5', '/2', ',000'.
    fn goes_on_as_number(&self, at: usize) -> bool {
        let digits = self.glued_digits(at + 1);
        let Word::Mark(mark) = self.word(at) else { return self.is_glued(at) && !self.is_suffix(at) };
        self.is_glued(at) && (mark == b'%' || (digits && matches!(mark, b':' | b'.' | b'/' | b',')))
    }

    fn is_suffix(&self, at: usize) -> bool {
        self.word(at) == Word::OrdinalSuffix
    }

    /// A year behind a day: ', 2023', ' 2023', ', '85', ' of last year', ' this year'.
    pub(crate) fn year_behind_day(&self, at: usize) -> Read<Year> {
        let next = at + usize::from(self.is_mark(at, b','));
        if let Word::Digits(year @ 1000..=2999, 4) = self.word(next)
            && !self.goes_on_as_number(next + 1)
        {
            return Some((Year::Is(year as i32), next + 1));
        }
        if let Some(found) = self.short_year(next) {
            return Some(found);
        }
        if next > at && !matches!(self.word(next), Word::This | Word::Last | Word::Next | Word::Of) {
            return None;
        }
        self.relative_year(next)
    }

    fn year_behind_month(&self, at: usize) -> Read<Year> {
        if let Some(found) = self.year_behind_day(at) {
            return Some(found);
        }
        self.year_in_words(self.skip(at, Word::Of)).or_else(|| {
            let next = self.skip(at, Word::Of);
            match self.word(next) {
                Word::Digits(year @ 1000..=2999, 4) if next > at => Some((Year::Is(year as i32), next + 1)),
                _ => None,
            }
        })
    }

    /// "'85".
    fn short_year(&self, at: usize) -> Read<Year> {
        match self.word(at + 1) {
            Word::Digits(year, 2) if self.is_mark(at, b'\'') && self.is_glued(at + 1) => {
                Some((Year::Short(year as i32), at + 2))
            }
            _ => None,
        }
    }

    /// 'this year', 'of last year', 'next year', 'that year'.
    pub(crate) fn relative_year(&self, at: usize) -> Read<Year> {
        let at = self.skip(at, Word::Of);
        let at = if self.word(at + 1) == Word::Same { self.skip(at, Word::The) } else { at };
        if self.word(at + 1) != Word::Unit(Unit::Year) {
            return None;
        }
        let year = match self.word(at) {
            Word::This => Year::Offset(0),
            Word::Last => Year::Offset(-1),
            Word::Next => Year::Offset(1),
            Word::That | Word::Same => Year::That,
            _ => return None,
        };
        Some((year, at + 2))
    }

    /// '3 May 2021', '3rd of May', 'the third of May'.
    fn day_first(&self, at: usize) -> Read<Point> {
        let (day, next) = match self.ordinal(at) {
            Some(found) => found,
            None => match self.word(at) {
                Word::Digits(day, 1 | 2) => (day, at + 1),
                _ => return None,
            },
        };
        let day = u8::try_from(day).ok().filter(|day| (1..=39).contains(day))?;
        let next = self.skip(next, Word::Of);
        let dash = usize::from(self.glued_mark(next, b'-') && self.is_glued(next + 1));
        let (month, next) = self.month(next + dash)?;
        let dash = usize::from(dash == 1 && self.glued_mark(next, b'-'));
        let (year, next) = self.year_behind_day(next + dash).unwrap_or((Year::Open, next));
        Some((Point::Day { year, month, day }, next))
    }

    /// 'this June', 'last Friday', 'next summer': which one of those that come again.
    pub(crate) fn which(&self, at: usize) -> Read<Which> {
        match (self.word(at), self.word(at + 1)) {
            (Word::This, Word::Past) => Some((Which::Last, at + 2)),
            (Word::This, Word::Coming) => Some((Which::Next, at + 2)),
            (Word::The, Word::Previous) => Some((Which::Before, at + 2)),
            (Word::The, Word::Following) => Some((Which::After, at + 2)),
            (Word::The, Word::Coming) => Some((Which::Next, at + 2)),
            (Word::The, Word::Past | Word::Last) => Some((Which::Last, at + 2)),
            (Word::This, _) => Some((Which::This, at + 1)),
            (Word::Last | Word::Past, _) => Some((Which::Last, at + 1)),
            (Word::Next | Word::Coming, _) => Some((Which::Next, at + 1)),
            _ => None,
        }
    }
}
