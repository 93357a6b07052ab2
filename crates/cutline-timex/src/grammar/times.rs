//! Times of day: '10 p.m. Wednesday', '0735 GMT', 'Friday evening', 'the night of May 3'.

use super::{Read, Reader};
use crate::lex::Shape;
use crate::sense::{Base, Clock, Point, Which};
use crate::word::{DayPart, Unit, Word};

impl Reader<'_> {
    /// A clock time with its zone, and the day behind it if there is one.
    pub(crate) fn clock_time(&self, at: usize) -> Read<(Option<Point>, Clock)> {
        let (clock, next) = self.clock(at)?;
        let next = self.behind_zone(next);
        Some(match self.day_behind_clock(next) {
            Some((day, next)) => {
                let (clock, next) = self.of_part(clock, next);
                ((Some(day), clock), next)
            }
            None => ((None, clock), next),
        })
    }

    /// '6:30 on Tuesday evening' is half past six in the evening.
    fn of_part(&self, clock: Clock, at: usize) -> (Clock, usize) {
        let Word::Part(part) = self.word(at) else { return (clock, at) };
        match (clock, part) {
            (Clock::At { hour: hour @ 1..=11, minute, second, zulu }, DayPart::Afternoon | DayPart::Evening) => {
                (Clock::At { hour: hour + 12, minute, second, zulu }, at + 1)
            }
            _ => (clock, at + 1),
        }
    }

    pub(crate) fn clock(&self, at: usize) -> Read<Clock> {
        if self.is_glued(at) && !matches!(self.before(at), Word::Mark(b'(' | b'"' | b'\'' | b'-' | b'|' | b'@' | b'['))
        {
            return None;
        }
        match self.word(at) {
            Word::Noon if at == 0 || !self.is(at - 1, "high") => Some((clock_at(12, 0), at + 1)),
            Word::Midnight => Some((clock_at(24, 0), at + 1)),
            Word::Digits(number, len) => self.digits_clock(at, number, len),
            Word::Small(hour @ 1..=12) => self.spoken_clock(at, hour),
            _ => None,
        }
    }

    fn digits_clock(&self, at: usize, number: u32, len: u8) -> Read<Clock> {
        if len == 4 {
            return self.military_clock(at, number);
        }
        if len > 2 || number > 24 {
            return None;
        }
        let hour = number as u8;
        let minutes = match (self.word(at + 1), self.word(at + 2)) {
            (Word::Mark(b':' | b'.'), Word::Digits(minute @ 0..=59, 2))
                if self.is_glued(at + 1) && self.is_glued(at + 2) =>
            {
                Some(minute as u8)
            }
            _ => None,
        };
        let behind = if minutes.is_some() { at + 3 } else { at + 1 };
        let (second, behind) = self.seconds(behind).filter(|_| minutes.is_some()).unwrap_or((None, behind));
        if let Some((afternoon, next)) = self.meridiem(behind) {
            let hour = twelve_hours(hour, afternoon)?;
            return Some((Clock::At { hour, minute: minutes.unwrap_or(0), second, zulu: false }, next));
        }
        match minutes {
            Some(minute) => self.bare_clock(at, behind, Clock::At { hour, minute, second, zulu: false }),
            None => self.spoken_clock(at, hour),
        }
    }

    /// ':15' behind the minutes.
    fn seconds(&self, at: usize) -> Read<Option<u8>> {
        match self.word(at + 1) {
            Word::Digits(second @ 0..=59, 2) if self.glued_mark(at, b':') && self.is_glued(at + 1) => {
                Some((Some(second as u8), at + 2))
            }
            _ => None,
        }
    }

    /// '14:15' without a.m. or p.m.: only where a zone or a preposition says that it is a time.
    fn bare_clock(&self, at: usize, next: usize, clock: Clock) -> Read<Clock> {
        let Clock::At { hour, minute, second, .. } = clock else { return None };
        let colon = self.is_mark(at + 1, b':');
        let ends = !self.is_glued(next)
            || matches!(self.word(next), Word::Mark(b',' | b'.' | b')' | b';' | b'|' | b'-' | b']'));
        let zone =
            self.zone(next).is_some() || self.is(next, "hrs") || self.is(next, "hours") || self.is(next, "local");
        let led = matches!(
            self.before(at),
            Word::At | Word::By | Word::Until | Word::From | Word::About | Word::Since | Word::Before | Word::After
        );
        let day = self.day_behind_clock(next).is_some();
        let known = zone || (colon && (led || day));
        let next = next + usize::from(self.is(next, "hrs") || self.is(next, "hours"));
        let clock = Clock::At { hour, minute, second, zulu: self.is_zulu(next) };
        (hour < 24 && ends && known).then_some((clock, next))
    }

    /// '0735 GMT', '1430 hours'.
    fn military_clock(&self, at: usize, number: u32) -> Read<Clock> {
        let (hour, minute) = ((number / 100) as u8, (number % 100) as u8);
        let hours = self.is(at + 1, "hours") || self.is(at + 1, "hrs");
        let next = at + 1 + usize::from(hours);
        let zone = self.zone(next).is_some();
        let known = zone || (hours && matches!(self.before(at), Word::At | Word::By | Word::Until | Word::From));
        let clock = Clock::At { hour, minute, second: None, zulu: self.is_zulu(next) };
        (known && hour < 24 && minute < 60).then_some((clock, next))
    }

    /// "5 o'clock", '4 in the morning', 'seven p.m.'.
    fn spoken_clock(&self, at: usize, hour: u8) -> Read<Clock> {
        if let Some((afternoon, next)) = self.meridiem(at + 1) {
            return Some((clock_at(twelve_hours(hour, afternoon)?, 0), next));
        }
        let oclock = self.is(at + 1, "o") && self.glued_mark(at + 2, b'\'') && self.word(at + 3) == Word::Clock;
        let next = if oclock { at + 4 } else { at + 1 };
        let part = match (self.word(next), self.word(next + 1), self.word(next + 2)) {
            (Word::In, Word::The, Word::Part(part)) => Some((part, next + 3)),
            (Word::At, Word::Part(part), _) => Some((part, next + 2)),
            _ => None,
        };
        match part {
            Some((part, next)) if (1..=12).contains(&hour) && (oclock || self.before(at) == Word::At) => {
                let afternoon =
                    matches!(part, DayPart::Afternoon | DayPart::Evening) || (part == DayPart::Night && hour > 5);
                Some((clock_at(twelve_hours(hour, afternoon)?, 0), next))
            }
            None if oclock && (1..=12).contains(&hour) => Some((clock_at(hour, 0), next)),
            _ => None,
        }
    }

    /// 'a.m.', 'PM', 'p.m': whether afternoon, and the token behind.
    fn meridiem(&self, at: usize) -> Read<bool> {
        match self.word(at) {
            Word::Am | Word::Pm => Some((self.word(at) == Word::Pm, at + 1)),
            _ => {
                let afternoon = match self.slice(at) {
                    "a" | "A" => false,
                    "p" | "P" => true,
                    _ => return None,
                };
                let m = self.glued_mark(at + 1, b'.') && self.is(at + 2, "m") && self.is_glued(at + 2);
                m.then(|| (afternoon, at + 3 + usize::from(self.glued_mark(at + 3, b'.'))))
            }
        }
    }

    /// 'GMT', 'EST', '(EDT)', 'local time', 'Eastern time'.
    fn zone(&self, at: usize) -> Option<usize> {
        match self.word(at) {
            Word::Zone if self.shape(at) == Shape::Upper => Some(at + 1),
            Word::Mark(b'(') if self.word(at + 1) == Word::Zone && self.is_mark(at + 2, b')') => Some(at + 3),
            Word::Other if self.word(at + 1) == Word::Time => {
                let known = ["local", "eastern", "central", "mountain", "pacific", "moscow", "london", "greenwich"];
                known.iter().any(|zone| self.is(at, zone)).then_some(at + 2)
            }
            _ => None,
        }
    }

    fn is_zulu(&self, at: usize) -> bool {
        self.is(at, "gmt") || self.is(at, "utc")
    }

    fn behind_zone(&self, at: usize) -> usize {
        self.zone(at).unwrap_or(at)
    }

    /// ' Wednesday', ', Nov. 6', ' on Friday', ' of May 3', ' today'.
    fn day_behind_clock(&self, at: usize) -> Read<Point> {
        let at = at + usize::from(self.is_mark(at, b','));
        let at = if matches!(self.word(at), Word::On | Word::Of) { at + 1 } else { at };
        self.day_of_speech(at)
    }

    /// A day that a time can belong to: a calendar date, a weekday, 'today'.
    pub(crate) fn day_of_speech(&self, at: usize) -> Read<Point> {
        if let Some(((date @ Point::Day { .. }, _), next)) = self.calendar_date(at) {
            return Some((date, next));
        }
        let shift = |by| Point::Shift { unit: Unit::Day, by, from: Base::Speech };
        match self.word(at) {
            // 'USA Today', 'the people of tomorrow'.
            Word::Today if !(self.is_capital(at) && at > 0 && self.shape(at - 1) == Shape::Upper) => {
                Some((shift(0), at + 1))
            }
            Word::Tomorrow if self.before(at) != Word::Of || self.glued_mark(at + 1, b'\'') => Some((shift(1), at + 1)),
            Word::Yesterday => Some((shift(-1), at + 1)),
            Word::Weekday(weekday, false) if self.is_capital(at) => {
                Some((Point::Weekday { weekday, which: Which::Bare }, at + 1))
            }
            _ => {
                let (which, next) = self.which(at)?;
                match self.word(next) {
                    Word::Weekday(weekday, false) => Some((Point::Weekday { weekday, which }, next + 1)),
                    _ => None,
                }
            }
        }
    }

    /// What behind a day makes it a time: ' evening', ' at 10 p.m.', ', 2:15 PM'.
    pub(crate) fn time_behind_day(&self, at: usize) -> Read<Clock> {
        let modified = matches!(self.word(at), Word::Early | Word::Late) && matches!(self.word(at + 1), Word::Part(_));
        let at = at + usize::from(modified);
        match self.word(at) {
            Word::Part(part) if !self.is_glued(at) => return Some((Clock::Part(part), at + 1)),
            Word::Noon | Word::Midnight if !self.is_glued(at) => return self.clock(at),
            _ => {}
        }
        let comma = usize::from(self.is_mark(at, b',') || self.is_mark(at, b'|'));
        let next = at + comma;
        let next = if self.word(next) == Word::At { next + 1 } else { next };
        if next == at && !matches!(self.word(at), Word::Digits(..)) {
            return None;
        }
        let around = usize::from(next > at && self.word(next) == Word::About);
        let (clock, next) = self.clock(next + around)?;
        Some((clock, self.behind_zone(next)))
    }
}

fn clock_at(hour: u8, minute: u8) -> Clock {
    Clock::At { hour, minute, second: None, zulu: false }
}

fn twelve_hours(hour: u8, afternoon: bool) -> Option<u8> {
    match (hour, afternoon) {
        (12, false) => Some(0),
        (12, true) => Some(12),
        (1..=11, true) => Some(hour + 12),
        (0..=11, false) => Some(hour),
        (13..=23, true) => Some(hour),
        _ => None,
    }
}
