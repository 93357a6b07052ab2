//! Expressions that count from a day: 'yesterday', 'last week', 'two years ago', 'the following month'.

use super::{Read, Reader};
use crate::cues::{Side, side};
use crate::lex::Shape;
use crate::sense::{Amount, Base, Length, Point, Sense, Which, Year};
use crate::word::{Unit, Word};

type Said = (Sense, &'static str);

fn shift(unit: Unit, by: i32, from: Base) -> Sense {
    Sense::Point(Point::Shift { unit, by, from })
}

impl Reader<'_> {
    /// 'today', 'now', 'recently', 'the day before yesterday', 'in the past'.
    pub(crate) fn deictic(&self, at: usize) -> Read<Said> {
        let day = |by| Some(((shift(Unit::Day, by, Base::Speech), "deictic-day"), at + 1));
        let reference = |name, end| Some(((Sense::Reference(name), "reference"), end));
        match self.word(at) {
            Word::Today => day(0),
            Word::Tomorrow => day(1),
            Word::Yesterday => day(-1),
            Word::Now if self.is_now(at) => reference("PRESENT_REF", at + 1),
            Word::Right if self.word(at + 1) == Word::Now => reference("PRESENT_REF", at + 2),
            Word::Currently | Word::Nowadays => reference("PRESENT_REF", at + 1),
            Word::Current if self.is_current(at) => reference("PRESENT_REF", at + 1),
            Word::These if self.word(at + 1) == Word::Units(Unit::Day) => reference("PRESENT_REF", at + 2),
            Word::Recently => reference("PAST_REF", at + 1),
            Word::Recent if !self.is_capital(at) || self.opens_sentence(at) => reference("PAST_REF", at + 1),
            Word::Soon if self.is_soon(at) => reference("FUTURE_REF", at + 1),
            Word::Future if self.is_future(at) => reference("FUTURE_REF", at + 1),
            _ => None,
        }
    }

    fn is_now(&self, at: usize) -> bool {
        let name = self.shape(at) == Shape::Upper || (self.is_capital(at) && !self.opens_sentence(at));
        !name
    }

    fn is_current(&self, at: usize) -> bool {
        !self.is_capital(at) || self.opens_sentence(at)
    }

    /// 'soon' but not 'as soon as', 'sooner'.
    fn is_soon(&self, at: usize) -> bool {
        let before = self.is(at, "shortly") && matches!(self.word(at + 1), Word::Before | Word::After);
        // 'He soon became mayor' is past by now.
        let past = side(self, at, at + 1, true) == Side::Behind;
        !(before || past || self.is(at + 1, "as") || self.is(at + 1, "after"))
    }

    /// 'in future'; 'future plans' are no time.
    fn is_future(&self, at: usize) -> bool {
        self.before(at) == Word::In && !matches!(self.word(at + 1), Word::Other)
    }

    pub(crate) fn opens_sentence(&self, at: usize) -> bool {
        at == 0 || matches!(self.before(at), Word::Mark(b'.' | b'!' | b'?' | b'"' | b'\'' | b':' | b'-' | b'_' | b')'))
    }

    /// What follows 'the', 'this', 'last', 'next', 'that' and their like.
    pub(crate) fn determined(&self, at: usize) -> Read<Said> {
        self.the_reference(at)
            .or_else(|| self.day_before_yesterday(at))
            .or_else(|| self.named_again(at))
            .or_else(|| self.unit_of_which(at))
            .or_else(|| self.the_unit(at))
    }

    /// 'the past', 'the near future', 'the present', 'the moment'.
    fn the_reference(&self, at: usize) -> Read<Said> {
        if self.word(at) != Word::The {
            return None;
        }
        let near = self.word(at + 1) == Word::Near;
        let next = at + 1 + usize::from(near);
        let alone = matches!(self.word(next + 1), Word::Mark(_) | Word::Of | Word::And | Word::By | Word::To)
            || !matches!(self.word(next + 1), Word::Other | Word::Digits(..))
                && !matches!(self.word(next + 1), Word::Unit(_) | Word::Units(_) | Word::Small(_) | Word::Vague);
        let loose = matches!(self.before(at), Word::In | Word::From | Word::About | Word::For | Word::Of | Word::Than);
        match self.word(next) {
            Word::Past if (alone && !self.is_counted_next(next + 1)) || loose && self.word(next + 1) == Word::Other => {
                Some(((Sense::Reference("PAST_REF"), "reference"), next + 1))
            }
            Word::Future if alone || loose => Some(((Sense::Reference("FUTURE_REF"), "reference"), next + 1)),
            Word::Term if near => Some(((Sense::Reference("FUTURE_REF"), "reference"), next + 1)),
            Word::Present if alone && loose => Some(((Sense::Reference("PRESENT_REF"), "reference"), next + 1)),
            _ => None,
        }
    }

    fn is_counted_next(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            Word::Unit(_)
                | Word::Units(_)
                | Word::Small(_)
                | Word::Tens(_)
                | Word::Digits(..)
                | Word::Vague
                | Word::Couple
                | Word::Season(_)
                | Word::Month(..)
                | Word::Weekday(..)
                | Word::Weekend
                | Word::A
        )
    }

    fn day_before_yesterday(&self, at: usize) -> Read<Said> {
        let next = self.skip(at, Word::The);
        if self.word(next) != Word::Unit(Unit::Day) {
            return None;
        }
        let by = match (self.word(next + 1), self.word(next + 2)) {
            (Word::Before, Word::Yesterday) => -2,
            (Word::After, Word::Tomorrow) => 2,
            _ => return None,
        };
        Some(((shift(Unit::Day, by, Base::Speech), "deictic-day"), next + 3))
    }

    /// 'last Friday', 'this June', 'the previous summer', 'next weekend', 'last Thanksgiving'.
    fn named_again(&self, at: usize) -> Read<Said> {
        let (which, next) = self.which(at)?;
        let year = Year::Which(which);
        let point = match self.word(next) {
            Word::Weekday(weekday, false) if self.is_capital(next) => {
                if let Some(found) = self.calendar_date(next) {
                    let ((date, rule), next) = found;
                    return Some(((Sense::Point(date), rule), next));
                }
                Point::Weekday { weekday, which }
            }
            Word::Month(..) if which != Which::Bare => {
                let ((date, _), next) = self.calendar_date(next)?;
                let date = match date {
                    Point::Month { year: Year::Open, month } => Point::Month { year, month },
                    Point::Day { year: Year::Open, month, day } => Point::Day { year, month, day },
                    stated => stated,
                };
                return Some(((Sense::Point(date), "month-of-which"), next));
            }
            Word::Season(season) => {
                let (year, next) = match self.year_behind_season(next + 1) {
                    Some((stated, next)) => (stated, next),
                    None => (year, next + 1),
                };
                return Some(((Sense::Point(Point::Season { year, season }), "season"), next));
            }
            Word::Weekend => Point::Weekend(which),
            Word::Holiday => {
                let (holiday, next) = self.holiday(next)?;
                return Some(((Sense::Point(Point::Holiday { holiday, year }), "holiday"), next));
            }
            _ => return None,
        };
        Some(((Sense::Point(point), "weekday"), next + 1))
    }

    /// 'last week', 'this year', 'the following day', 'that month', 'the same day'.
    fn unit_of_which(&self, at: usize) -> Read<Said> {
        let the = self.word(at) == Word::The;
        let head = self.skip(at, Word::The);
        let (by, from, next) = match (self.word(head), self.word(head + 1)) {
            (Word::This, Word::Same) => (0, Base::Speech, head + 2),
            (Word::This, Word::Past) => (-1, Base::Speech, head + 2),
            (Word::This, Word::Coming) => (1, Base::Speech, head + 2),
            (Word::That, Word::Same) => (0, Base::Narrative, head + 2),
            (Word::This | Word::Current, _) => (0, Base::Speech, head + 1),
            (Word::That, _) | (Word::Same, _) => (0, Base::Narrative, head + 1),
            (Word::Last, _) => (-1, Base::Speech, head + 1),
            (Word::Past, _) if the => (-1, Base::Speech, head + 1),
            (Word::Next, _) => (1, if the { Base::Narrative } else { Base::Speech }, head + 1),
            (Word::Coming, _) => (1, Base::Speech, head + 1),
            (Word::Previous, _) => (-1, Base::Narrative, head + 1),
            (Word::Following, _) => (1, Base::Narrative, head + 1),
            _ => return None,
        };
        if self.word(head) == Word::Same && !the {
            return None;
        }
        let fiscal = self.word(next) == Word::Fiscal;
        let filler = usize::from(fiscal || matches!(self.word(next), Word::Filler) || self.is_year_kind(next));
        let Word::Unit(unit) = self.word(next + filler) else { return None };
        // "This Week" in quotation marks is a programme.
        if self.is_capital(head)
            && self.is_capital(next + filler)
            && matches!(self.before(at), Word::Mark(b'"' | b'\''))
        {
            return None;
        }
        let end = next + filler + 1;
        if self.glued_mark(end, b'-') && self.is_glued(end + 1) || unit < Unit::Day {
            return None;
        }
        if fiscal {
            return Some(((Sense::Point(Point::Fiscal(Year::Offset(by))), "fiscal-year"), end));
        }
        let past_span = the && matches!(self.word(head), Word::Last | Word::Past);
        if past_span && !matches!(unit, Unit::Century | Unit::Quarter) || (matches!(self.word(head), Word::Past)) {
            return Some(((Sense::Length(Length { amount: Amount::ONE, unit }), "past-duration"), end));
        }
        let from = if unit == Unit::Day || !matches!(self.word(head), Word::Next) { from } else { Base::Speech };
        Some(((shift(unit, by, from), if from == Base::Speech { "unit-of-speech" } else { "unit-of-narrative" }), end))
    }

    /// 'academic year', 'school year'.
    fn is_year_kind(&self, at: usize) -> bool {
        self.word(at) == Word::YearKind && self.word(at + 1) == Word::Unit(Unit::Year)
    }

    /// 'the year', 'the week', 'the weekend', 'the summer', 'the fiscal year': the one the text speaks of.
    fn the_unit(&self, at: usize) -> Read<Said> {
        if self.word(at) != Word::The {
            return None;
        }
        let full =
            usize::from(self.word(at + 1) == Word::Filler && (self.is(at + 1, "full") || self.is(at + 1, "whole")));
        let next = at + 1 + full;
        match self.word(next) {
            Word::Weekend => Some(((Sense::Point(Point::Weekend(Which::Bare)), "weekend"), next + 1)),
            Word::Season(season) if self.is_season_here(at, next) => {
                let (year, next) = self.year_behind_season(next + 1).unwrap_or((Year::Open, next + 1));
                Some(((Sense::Point(Point::Season { year, season }), "season"), next))
            }
            // 'the year before.', 'the day after,'.
            Word::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year))
                if matches!(self.word(next + 1), Word::Before | Word::After) && self.ends_clause(next + 2) =>
            {
                let by = if self.word(next + 1) == Word::Before { -1 } else { 1 };
                Some(((shift(unit, by, Base::Narrative), "unit-of-narrative"), next + 2))
            }
            Word::Fiscal if self.word(next + 1) == Word::Unit(Unit::Year) => {
                let year = Year::Offset(0);
                Some(((Sense::Point(Point::Fiscal(year)), "fiscal-year"), next + 2))
            }
            Word::Unit(Unit::Year) => self.the_year(next, full > 0),
            Word::Unit(Unit::Quarter) if self.quarter_ended(next + 1).is_some() => {
                Some(((Sense::Point(self.quarter_ended(next + 1)?), "quarter"), next + 1))
            }
            Word::Unit(Unit::Quarter) if self.is_period_here(next + 1) => {
                Some(((Sense::Point(Point::Latest(Unit::Quarter)), "quarter"), next + 1))
            }
            Word::Unit(Unit::Week) => self.the_week(next),
            Word::Unit(unit @ Unit::Month)
                if matches!(self.before(at), Word::Of | Word::In | Word::For) && self.is_period_here(next + 1) =>
            {
                Some(((shift(unit, 0, Base::Narrative), "unit-of-narrative"), next + 1))
            }
            _ => None,
        }
    }

    /// The quarter that ' ended July 31' names: the one that holds most of its three months.
    fn quarter_ended(&self, at: usize) -> Option<Point> {
        if self.word(at) != Word::Ended {
            return None;
        }
        let ((Point::Day { year, month: month @ 2..=12, .. }, _), _) = self.calendar_date(at + 1)? else { return None };
        Some(Point::Quarter { year, number: (month - 2) / 3 + 1 })
    }

    fn ends_clause(&self, at: usize) -> bool {
        matches!(self.word(at), Word::Mark(b'.' | b',' | b';' | b')' | b'"' | 0))
    }

    fn is_season_here(&self, at: usize, next: usize) -> bool {
        let led = matches!(
            self.before(at),
            Word::In
                | Word::Over
                | Word::During
                | Word::Of
                | Word::Through
                | Word::By
                | Word::Since
                | Word::Until
                | Word::For
        );
        led && !(self.glued_mark(next + 1, b'-')) && self.word(next + 1) != Word::Of
            || self.word(next + 1) == Word::Of && self.year_behind_season(next + 1).is_some()
    }

    /// Whether a unit stands alone: no compound ('the quarter-point'), no count.
    fn is_period_here(&self, at: usize) -> bool {
        !(self.glued_mark(at, b'-') && self.is_glued(at + 1)) && self.word(at) != Word::Of
    }

    fn the_year(&self, at: usize, full: bool) -> Read<Said> {
        if let Some((year, next)) = self.year_by_name(at) {
            return Some(((Sense::Point(Point::Year(year)), "year"), next));
        }
        if self.word(at + 1) == Word::Ended
            || (self.word(at + 1) == Word::To && matches!(self.word(at + 2), Word::Month(..)))
        {
            return Some(((Sense::Length(Length { amount: Amount::ONE, unit: Unit::Year }), "year-ended"), at + 1));
        }
        let led = full
            || matches!(self.before(at - 1), Word::For | Word::Of | Word::In | Word::During | Word::Over)
            || self.word(at + 1) == Word::Mark(b'\'');
        (led && self.is_period_here(at + 1) && self.word(at + 1) != Word::Before && self.word(at + 1) != Word::After)
            .then_some(((shift(Unit::Year, 0, Base::Speech), "unit-of-speech"), at + 1))
    }

    /// 'the week', 'the week of March 6'.
    fn the_week(&self, at: usize) -> Read<Said> {
        if self.word(at + 1) == Word::Of
            && let Some(((Point::Day { year, month, day }, _), next)) = self.calendar_date(at + 2)
        {
            return Some(((Sense::Point(Point::WeekOf { year, month, day }), "week-of"), next));
        }
        let possessive = self.glued_mark(at + 1, b'\'');
        let led =
            matches!(self.before(at - 1), Word::For | Word::Of | Word::In | Word::During | Word::Over) || possessive;
        (led && self.is_period_here(at + 1)).then_some(((shift(Unit::Week, 0, Base::Speech), "unit-of-speech"), at + 1))
    }

    /// A year behind a season: ' of 1994', ' 2020', ' of nineteen ninety-four', ' of last year'.
    pub(crate) fn year_behind_season(&self, at: usize) -> Read<Year> {
        let next = self.skip(at, Word::Of);
        match self.word(next) {
            Word::Digits(year @ 1000..=2999, 4) if self.may_be_year(next) => Some((Year::Is(year as i32), next + 1)),
            _ => self.year_in_words(next).or_else(|| self.relative_year(next)),
        }
    }

    /// What behind a length makes it a point: ' ago', ' earlier', ' later', ' from now'.
    pub(crate) fn turned(&self, length: Length, single: bool, at: usize) -> Read<Said> {
        let (length, count) = in_months(length);
        let said = |by: Option<i32>, from, vague: &'static str, rule, end| {
            let sense = match by {
                Some(-1) if length.unit == Unit::Year && single => Sense::Point(Point::YearBack(from)),
                // '24 hours ago', '48 hours earlier'.
                Some(by) if length.unit == Unit::Hour && by % 24 == 0 => shift(Unit::Day, by / 24, from),
                Some(by) if length.unit < Unit::Day => {
                    return (by < 0 && from == Base::Speech).then_some(((Sense::Reference("PAST_REF"), rule), end));
                }
                // 'two decades ago' is a year; 'last decade' is ten.
                Some(by) if length.unit == Unit::Decade => shift(Unit::Year, by * 10, from),
                Some(by) => shift(length.unit, by, from),
                None => Sense::Reference(vague),
            };
            Some(((sense, rule), end))
        };
        match (self.word(at), self.word(at + 1)) {
            (Word::Ago, _) => said(count.map(|n| -n), Base::Speech, "PAST_REF", "ago", at + 1),
            (Word::Earlier, _) if !self.is(at + 1, "than") && count.is_some() => {
                said(count.map(|n| -n), Base::Narrative, "PAST_REF", "earlier", at + 1)
            }
            (Word::Later, _) if count.is_some() => said(count, Base::Narrative, "FUTURE_REF", "later", at + 1),
            (Word::From, Word::Now) => said(count, Base::Speech, "FUTURE_REF", "from-now", at + 2),
            _ => None,
        }
    }
}

/// 'a year and a half' is eighteen months to count with.
fn in_months(length: Length) -> (Length, Option<i32>) {
    match length {
        Length { amount: Amount::Known { whole, quarters: quarters @ 1.. }, unit: Unit::Year } if whole < 1000 => {
            let months = whole * 12 + u32::from(quarters) * 3;
            (Length { amount: Amount::whole(months), unit: Unit::Month }, i32::try_from(months).ok())
        }
        _ => (length, length.amount.count()),
    }
}
