//! Whole expressions: what may stand before and behind a date, a time or a length.

use super::numeric::Order;
use super::{Found, Read, Reader};
use crate::sense::{Base, Clock, Point, Sense, Year};
use crate::word::{DayPart, Unit, Word};

type Said = (Sense, &'static str);

/// The expression that begins at token `at`, with its modifiers.
pub(super) fn expression(reader: &Reader<'_>, at: usize, order: Order) -> Option<Found> {
    reader
        .modified(at)
        .or_else(|| reader.approximated(at))
        .or_else(|| reader.plain(at, order).map(|((sense, rule), end)| found(at, end, sense, None, rule)))
}

fn found(first: usize, end: usize, sense: Sense, modifier: Option<&'static str>, rule: &'static str) -> Found {
    Found { first, end, sense, modifier, rule }
}

impl Reader<'_> {
    /// 'early next year', 'mid-1996', 'the late 1970s', 'the end of October', 'later that year'.
    fn modified(&self, at: usize) -> Option<Found> {
        let the = self.word(at) == Word::The;
        let head = self.skip(at, Word::The);
        let (modifier, next) = self.part_modifier(head, the)?;
        if let Some(day_part) = self.mid_part(head, next) {
            return Some(self.with_day(at, day_part, modifier));
        }
        let ((sense, rule), end) = self.modifiable(next)?;
        // In 'the late-November storm', 'the' belongs to the storm.
        let decade = matches!(sense, Sense::Point(Point::Decade(_) | Point::ShortDecade(_) | Point::Century(_)));
        if the && self.glued_mark(head + 1, b'-') && !decade {
            return None;
        }
        if the && matches!(sense, Sense::Time(..)) && matches!(self.word(head), Word::Start | Word::End) {
            return None;
        }
        Some(found(at, end, sense, Some(modifier), rule))
    }

    fn part_modifier(&self, at: usize, the: bool) -> Read<&'static str> {
        let dash = at + 1 + usize::from(self.glued_mark(at + 1, b'-'));
        match self.word(at) {
            Word::Early => Some(("START", self.behind_in(dash))),
            Word::Late => Some(("END", self.behind_in(dash))),
            Word::Earlier => Some(("START", self.behind_in(at + 1))),
            Word::Later => Some(("END", self.behind_in(at + 1))),
            Word::Mid => Some(("MID", dash)),
            Word::Middle if self.word(at + 1) == Word::Of => Some(("MID", at + 2)),
            Word::Start if self.word(at + 1) == Word::Of => Some(("START", at + 2)),
            Word::End if self.word(at + 1) == Word::Of && self.is(at, "end") => Some(("END", at + 2)),
            Word::End if the && self.is(at, "close") && self.word(at + 1) == Word::Of => None,
            _ => None,
        }
    }

    /// 'early in the year': behind the 'in', if 'the' or a point of the calendar follows.
    fn behind_in(&self, at: usize) -> usize {
        if matches!(self.word(at), Word::In | Word::On) { at + 1 } else { at }
    }

    /// 'mid-afternoon', 'early morning', 'late evening'.
    fn mid_part(&self, head: usize, next: usize) -> Option<(Clock, usize)> {
        match (self.word(head), self.word(next)) {
            (Word::Mid | Word::Early | Word::Late, Word::Part(part)) if part != DayPart::Dawn => {
                Some((Clock::Part(part), next + 1))
            }
            _ => None,
        }
    }

    fn with_day(&self, at: usize, (clock, end): (Clock, usize), modifier: &'static str) -> Found {
        let next = if matches!(self.word(end), Word::On | Word::Of) { end + 1 } else { end };
        match self.day_of_speech(next) {
            Some((day, end)) => found(at, end, Sense::Time(Some(day), clock), Some(modifier), "part-of-day"),
            None => found(at, end, Sense::Time(None, clock), Some(modifier), "part-of-day"),
        }
    }

    /// What 'early', 'the end of' and their like may stand before.
    fn modifiable(&self, at: usize) -> Read<Said> {
        let ((sense, rule), end) = self.plain(at, Order::MonthFirst).or_else(|| self.the_month_or_day(at))?;
        let fits = matches!(sense, Sense::Point(_) | Sense::Time(..));
        (fits && !matches!(rule, "ago" | "earlier" | "later")).then_some(((sense, rule), end))
    }

    /// 'the month', 'the day', 'the year' behind 'the end of', 'later in'.
    fn the_month_or_day(&self, at: usize) -> Read<Said> {
        if let Word::Season(season) = self.word(at)
            && self.word(at + 1) != Word::Other
        {
            return Some(((Sense::Point(Point::Season { year: Year::Open, season }), "season"), at + 1));
        }
        let (
            Word::The,
            Word::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century)),
        ) = (self.word(at), self.word(at + 1))
        else {
            return None;
        };
        let from = if unit == Unit::Day { Base::Narrative } else { Base::Speech };
        Some(((Sense::Point(Point::Shift { unit, by: 0, from }), "unit-of-speech"), at + 2))
    }

    /// 'about two years', 'at least 30 days', 'more than a decade ago', 'around 7:15 p.m.'.
    fn approximated(&self, at: usize) -> Option<Found> {
        let (modifier, next) = self.approximator(at)?;
        if let Some(((sense, rule), mut end)) = self.measured(next) {
            let late = self.or_so(end);
            end = late.map_or(end, |(_, end)| end);
            return Some(found(at, end, sense, Some(modifier), rule));
        }
        if let Some((length, rule)) = self.determined_length(next).map(|((length, rule), end)| ((length, end), rule)) {
            return Some(found(at, length.1, Sense::Length(length.0), Some(modifier), rule));
        }
        if modifier != "APPROX" || self.word(at) != Word::About {
            return None;
        }
        if let Some(((day, clock), end)) = self.clock_time(next) {
            return Some(found(at, end, Sense::Time(day, clock), Some(modifier), "clock"));
        }
        let year_end = self.year_end(next).map(|((point, rule), end)| (point, rule, end));
        let year = self.year_or_decade(next).map(|((point, rule), end)| (point, rule, end));
        let (point, rule, end) = year_end.or(year)?;
        Some(found(at, end, Sense::Point(point), Some(modifier), rule))
    }

    fn approximator(&self, at: usize) -> Read<&'static str> {
        match (self.word(at), self.word(at + 1)) {
            (Word::About, _) => Some(("APPROX", at + 1)),
            (Word::Nearly, _) => Some(("LESS_THAN", at + 1)),
            (Word::More, Word::Than) => Some(("MORE_THAN", at + 2)),
            (Word::Less, Word::Than) => Some(("LESS_THAN", at + 2)),
            (Word::At, Word::Least) => Some(("EQUAL_OR_MORE", at + 2)),
            (Word::At, Word::Most) => Some(("EQUAL_OR_LESS", at + 2)),
            (Word::Up, Word::To) => Some(("EQUAL_OR_LESS", at + 2)),
            (Word::No, Word::More) if self.word(at + 2) == Word::Than => Some(("EQUAL_OR_LESS", at + 3)),
            (Word::No, Word::Less) if self.word(at + 2) == Word::Than => Some(("EQUAL_OR_MORE", at + 3)),
            (Word::Over, _)
                if matches!(self.before(at), Word::For | Word::After | Word::Just | Word::In | Word::Behind) =>
            {
                Some(("MORE_THAN", at + 1))
            }
            _ => None,
        }
    }

    /// A length, or the point it counts to: 'two years', 'two years ago'.
    pub(super) fn measured(&self, at: usize) -> Read<Said> {
        let (measured, end) = self.length(at)?;
        if measured.joined {
            return Some(((Sense::Length(measured.length), "adjective-duration"), self.behind_long(end)));
        }
        if let Some(turned) = self.turned(measured.length, measured.single, end) {
            return Some(turned);
        }
        Some(((Sense::Length(measured.length), "duration"), end))
    }
}
