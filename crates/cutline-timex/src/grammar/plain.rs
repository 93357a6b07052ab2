//! An expression without what stands before and behind it, by its first word.

use super::numeric::Order;
use super::{Read, Reader};
use crate::lex::Shape;
use crate::sense::{Amount, Base, Clock, Length, Point, Sense, Year};
use crate::word::{DayPart, Unit, Word};

type Said = (Sense, &'static str);

impl Reader<'_> {
    /// An expression without modifiers.
    pub(super) fn plain(&self, at: usize, order: Order) -> Read<Said> {
        match self.word(at) {
            Word::Digits(..) => self.in_digits(at, order),
            Word::Month(..) | Word::Weekday(..) | Word::Holiday => self.day_and_time(at),
            Word::Weekdays(_)
            | Word::Weekends
            | Word::AnyWeekday
            | Word::Each
            | Word::Every
            | Word::Repeated(_)
            | Word::Per
            | Word::Once
            | Word::Twice => self.repeated(at),
            Word::Today | Word::Tomorrow | Word::Yesterday => self.day_and_time(at),
            Word::Tonight => Some(((Sense::Time(Some(TODAY), Clock::Part(DayPart::Night)), "part-of-day"), at + 1)),
            Word::Now | Word::Right | Word::Currently | Word::Nowadays | Word::Recently | Word::Soon | Word::Future => {
                self.deictic(at)
            }
            Word::Noon | Word::Midnight => self.noon(at),
            Word::Overnight => Some(((Sense::Time(None, Clock::Overnight), "part-of-day"), at + 1)),
            Word::The
            | Word::This
            | Word::That
            | Word::These
            | Word::Those
            | Word::Last
            | Word::Next
            | Word::Past
            | Word::Previous
            | Word::Following
            | Word::Coming
            | Word::Same
            | Word::Latest
            | Word::Current
            | Word::Recent => self.in_determiner(at),
            Word::Small(_)
            | Word::Tens(_)
            | Word::Vague
            | Word::A
            | Word::Couple
            | Word::Half
            | Word::Dozen
            | Word::Hundred
            | Word::Thousand => self.in_words(at),
            Word::Ordinal(_) | Word::OrdinalOrSecond => self.in_ordinal(at),
            Word::Unit(_) | Word::Units(_) => self.in_unit(at),
            Word::UnitLong(unit) => {
                let length = Length { amount: Amount::ONE, unit };
                Some(((Sense::Length(length), "adjective-duration"), at + 1))
            }
            Word::Season(season) => self.bare_season(at, season),
            Word::Fiscal => self.point(self.period(at).or_else(|| self.fiscal_year(at))),
            Word::Decades(_) | Word::Ad | Word::Mark(b'\'') => self.point(self.year_or_decade(at)),
            Word::Other => self.point(self.short_quarter(at)),
            _ => None,
        }
    }

    fn point(&self, read: Read<(Point, &'static str)>) -> Read<Said> {
        read.map(|((point, rule), end)| ((Sense::Point(point), rule), end))
    }

    fn repeated(&self, at: usize) -> Read<Said> {
        self.repetition(at).map(|((value, rule), end)| ((Sense::Repeat(value), rule), end))
    }

    fn in_digits(&self, at: usize, order: Order) -> Read<Said> {
        if self.is_bare_year(at) {
            return self.point(self.year_or_decade(at));
        }
        if let Some(((sense, rule), end)) = self.numeric_date(at, order) {
            return Some(match (sense, self.time_behind_day(end)) {
                (Sense::Point(day), Some((clock, end))) => ((Sense::Time(Some(day), clock), rule), end),
                (sense, _) => ((sense, rule), end),
            });
        }
        if let Some(((day, clock), end)) = self.clock_time(at) {
            return Some(((Sense::Time(day, clock), "clock"), end));
        }
        self.day_and_time(at)
            .or_else(|| self.repeated(at))
            .or_else(|| self.point(self.century(at)))
            .or_else(|| self.point(self.period(at)))
            .or_else(|| self.length_with_tail(at))
            .or_else(|| self.point(self.year_or_decade(at)))
    }

    /// Whether four digits stand before a mark that joins them to no date, time or length.
    fn is_bare_year(&self, at: usize) -> bool {
        let (Word::Digits(_, 4), Word::Mark(mark)) = (self.word(at), self.word(at + 1)) else { return false };
        match mark {
            b'-' => matches!(self.word(at + 2), Word::Digits(_, 4)),
            b'.' | b',' => !self.is_glued(at + 2),
            b')' | b';' | b'"' => true,
            _ => false,
        }
    }

    /// A length that nothing modifies, with 'or so' behind.
    fn length_with_tail(&self, at: usize) -> Read<Said> {
        let (said, end) = self.measured(at)?;
        Some((said, self.or_so(end).map_or(end, |(_, end)| end)))
    }

    /// A day, and the time of day behind it if there is one.
    fn day_and_time(&self, at: usize) -> Read<Said> {
        if let Some(((value, rule), end)) = self.day_nights(at) {
            return Some(((Sense::Repeat(value), rule), end));
        }
        let ((point, rule), end) = self.day_named(at)?;
        let is_day = !matches!(point, Point::Month { .. });
        match self.time_behind_day(end).filter(|_| is_day) {
            Some((clock, end)) => Some(((Sense::Time(Some(point), clock), "day-and-time"), end)),
            None => Some(((Sense::Point(point), rule), end)),
        }
    }

    fn day_named(&self, at: usize) -> Read<(Point, &'static str)> {
        if let Some(found) = self.calendar_date(at) {
            return Some(found);
        }
        if let Some((holiday, end)) = self.holiday(at) {
            let (year, end) = self.year_behind_day(end).unwrap_or((Year::Open, end));
            return Some(((Point::Holiday { holiday, year }, "holiday"), end));
        }
        match self.day_of_speech(at)? {
            (Point::Weekday { .. }, _) if self.is_weekday_name(at) => None,
            (Point::Shift { .. }, end) => Some(((self.day_of_speech(at)?.0, "deictic-day"), end)),
            (point, end) => Some(((point, "weekday"), end)),
        }
    }

    /// 'Black Friday', 'Ruby Tuesday', 'Sunday Times': part of a name.
    fn is_weekday_name(&self, at: usize) -> bool {
        let papers = ["times", "telegraph", "mirror", "express", "mail", "herald", "independent", "post"];
        let paper = self.is_capital(at + 1) && papers.iter().any(|paper| self.is(at + 1, paper));
        let colour = ["ruby", "joe", "freaky"].iter().any(|word| at > 0 && self.is(at - 1, word));
        paper || colour
    }

    fn noon(&self, at: usize) -> Read<Said> {
        let ((day, clock), end) = self.clock_time(at)?;
        let compound = self.glued_mark(at + 1, b'-');
        (!compound).then_some(((Sense::Time(day, clock), "clock"), end))
    }

    fn in_determiner(&self, at: usize) -> Read<Said> {
        self.determined_part(at)
            .or_else(|| self.point(self.period(at)))
            .or_else(|| {
                let ((length, rule), end) = self.determined_length(at)?;
                let end = self.or_so(end).map_or(end, |(_, end)| end);
                Some(((Sense::Length(length), rule), end))
            })
            .or_else(|| {
                let (said, end) = self.day_with_time(at)?;
                Some((said, self.or_so(end).map_or(end, |(_, end)| end)))
            })
            .or_else(|| self.point(self.fiscal_year(at)))
            .or_else(|| self.the_number(at))
            .or_else(|| self.deictic(at))
    }

    /// 'last Friday evening', 'the next day at noon'.
    fn day_with_time(&self, at: usize) -> Read<Said> {
        let ((sense, rule), end) = self.determined(at)?;
        match (sense, self.time_behind_day(end)) {
            (Sense::Point(day @ (Point::Weekday { .. } | Point::Day { .. })), Some((clock, end))) => {
                Some(((Sense::Time(Some(day), clock), "day-and-time"), end))
            }
            (sense, _) => Some(((sense, rule), end)),
        }
    }

    /// 'this morning', 'last night', 'that evening', 'the next morning', 'the night of May 3'.
    fn determined_part(&self, at: usize) -> Read<Said> {
        let (day, next) = match (self.word(at), self.word(at + 1)) {
            (Word::This, Word::Part(_)) => (Some(TODAY), at + 1),
            (Word::Last, Word::Part(_)) => (Some(shifted(-1, Base::Speech)), at + 1),
            (Word::That, Word::Part(_)) => (Some(shifted(0, Base::Narrative)), at + 1),
            (Word::That | Word::The, Word::Same) => (Some(shifted(0, Base::Narrative)), at + 2),
            (Word::The, Word::Next | Word::Following) => (Some(shifted(1, Base::Narrative)), at + 2),
            (Word::The, Word::Previous) => (Some(shifted(-1, Base::Narrative)), at + 2),
            (Word::The, Word::Part(_)) => (None, at + 1),
            _ => return None,
        };
        let Word::Part(part) = self.word(next) else { return None };
        let end = next + 1;
        if self.glued_mark(end, b'-') && self.is_glued(end + 1) {
            return None;
        }
        if day.is_none() {
            return self.the_part(at, part, end);
        }
        Some(((Sense::Time(day, Clock::Part(part)), "part-of-day"), end))
    }

    fn the_part(&self, at: usize, part: DayPart, end: usize) -> Read<Said> {
        if self.word(end) == Word::Of {
            let (day, end) = self.day_of_speech(end + 1)?;
            return Some(((Sense::Time(Some(day), Clock::Part(part)), "part-of-day"), end));
        }
        let led = matches!(
            self.before(at),
            Word::In | Word::During | Word::Of | Word::Through | Word::By | Word::Until | Word::Over
        );
        led.then_some(((Sense::Time(None, Clock::Part(part)), "part-of-day"), end))
    }

    /// 'the 1990s', 'the 20th century', 'the eighties', 'the 3rd of May'.
    fn the_number(&self, at: usize) -> Read<Said> {
        if self.word(at) != Word::The {
            return None;
        }
        let next = at + 1;
        if let Some(century) = self.century(next) {
            return self.point(Some(century));
        }
        if let Some(((point @ (Point::Decade(_) | Point::ShortDecade(_) | Point::Century(_)), rule), end)) =
            self.year_or_decade(next)
        {
            return Some(((Sense::Point(point), rule), end));
        }
        if matches!(self.word(next), Word::Ordinal(_) | Word::OrdinalOrSecond | Word::Digits(..))
            && let Some(((point @ Point::Day { .. }, rule), end)) = self.calendar_date(next)
            && self.ordinal(next).is_some()
        {
            return Some(((Sense::Point(point), rule), end));
        }
        None
    }

    fn in_words(&self, at: usize) -> Read<Said> {
        if let Some(end) = self.a_while(at) {
            return Some(((Sense::Unmeasured, "a-while"), end));
        }
        if let Some(((day, clock), end)) = self.clock_time(at) {
            return Some(((Sense::Time(day, clock), "clock"), end));
        }
        if self.is_some_day(at) {
            return Some(((Sense::Reference("FUTURE_REF"), "reference"), at + 2));
        }
        self.repeated(at)
            .or_else(|| self.length_with_tail(at))
            .or_else(|| self.year_in_words(at).map(|(year, end)| ((Sense::Point(Point::Year(year)), "year"), end)))
            .or_else(|| self.day_and_time(at))
            .or_else(|| self.point(self.century(at)))
    }

    /// 'will one day be', 'could one day': no day is counted.
    fn is_some_day(&self, at: usize) -> bool {
        let one_day = (self.word(at), self.word(at + 1)) == (Word::Small(1), Word::Unit(Unit::Day));
        let modal = self.before(at) == Word::Will
            || ["would", "could", "might", "may", "can", "must"].iter().any(|modal| at > 0 && self.is(at - 1, modal));
        one_day && modal
    }

    fn in_ordinal(&self, at: usize) -> Read<Said> {
        self.point(self.period(at))
            .or_else(|| self.point(self.century(at)))
            .or_else(|| self.day_and_time(at).filter(|_| self.shape(at) != Shape::Upper))
    }

    fn in_unit(&self, at: usize) -> Read<Said> {
        if let Some((length, end)) = self.long_unit(at) {
            return Some(((Sense::Length(length), "adjective-duration"), end));
        }
        if let Some((length, end)) = self.bare_units(at) {
            let turned = self.word(end) == Word::Ago;
            let sense = if turned { Sense::Reference("PAST_REF") } else { Sense::Length(length) };
            return Some(((sense, "vague-duration"), end + usize::from(turned)));
        }
        self.point(self.year_end(at).or_else(|| self.period(at)).or_else(|| {
            let (year, end) = self.year_by_name(at)?;
            Some(((Point::Year(year), "year"), end))
        }))
    }

    fn bare_season(&self, at: usize, season: crate::word::Season) -> Read<Said> {
        if let Some((year, end)) = self.year_behind_season(at + 1) {
            return Some(((Sense::Point(Point::Season { year, season }), "season"), end));
        }
        let led = matches!(self.before(at), Word::In | Word::By | Word::Since | Word::Until | Word::During);
        let alone = !(self.glued_mark(at + 1, b'-') && self.is_glued(at + 2))
            && (matches!(self.word(at + 1), Word::Mark(_) | Word::And | Word::After | Word::To));
        let year = Year::Open;
        (led && alone && !self.is_capital(at))
            .then_some(((Sense::Point(Point::Season { year, season }), "season"), at + 1))
    }
}

const TODAY: Point = shifted(0, Base::Speech);

const fn shifted(by: i32, from: Base) -> Point {
    Point::Shift { unit: Unit::Day, by, from }
}
