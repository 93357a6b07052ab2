//! Lengths of time: '16-hour', 'the past three months', 'several years', 'half an hour'.

use super::{Read, Reader};
use crate::sense::{Amount, Length};
use crate::word::{Unit, Word};

/// A length, and whether it was said as 'a year', 'one year'.
pub(crate) struct Measured {
    pub length: Length,
    pub single: bool,
    /// Whether joined by a hyphen, as an adjective: 'two-day'.
    pub joined: bool,
}

impl Reader<'_> {
    /// An amount with its unit.
    pub(crate) fn length(&self, at: usize) -> Read<Measured> {
        self.half_unit(at).or_else(|| self.counted(at)).or_else(|| self.a_unit(at))
    }

    fn counted(&self, at: usize) -> Read<Measured> {
        let (amount, next) = self.amount(at)?;
        if matches!(self.word(at), Word::Digits(..)) && !self.may_open_amount(at) {
            return None;
        }
        let next = self.second_amount(next).unwrap_or(next);
        let dash = usize::from(self.glued_mark(next, b'-'));
        let mut unit_at = next + dash;
        while dash == 0
            && matches!(self.word(unit_at), Word::Filler | Word::Additional | Word::More)
            && unit_at < next + 2
        {
            unit_at += 1;
        }
        let unit = match self.word(unit_at) {
            Word::Unit(unit) | Word::Units(unit) => unit,
            Word::OrdinalOrSecond if dash > 0 => Unit::Second,
            _ => return None,
        };
        // '2018 day five' counts no days.
        if matches!(self.word(at), Word::Digits(_, 4)) && dash == 0 && matches!(self.word(unit_at), Word::Unit(_)) {
            return None;
        }
        let end = unit_at + 1;
        if self.is_age(end)
            || (unit == Unit::Minute
                && self.is(unit_at, "min")
                && dash == 0
                && self.word(end) == Word::Other
                && self.is_glued(end))
        {
            return None;
        }
        // 'a quarter' of a thing, 'three quarters of the vote'.
        let fraction = self.word(end) == Word::Of && amount != Amount::Vague;
        if unit == Unit::Quarter && (fraction || dash > 0) {
            return None;
        }
        let joined = dash > 0;
        if joined && self.word(at) == Word::A {
            return None;
        }
        let (amount, end) = self.half_behind(amount, end);
        let single = amount == Amount::ONE;
        Some((Measured { length: Length { amount, unit }, single, joined }, end))
    }

    /// Behind the second number of 'six to nine months', 'three or four days',
    /// '10-15 years', whose value is the first's.
    fn second_amount(&self, at: usize) -> Option<usize> {
        let joint = matches!(self.word(at), Word::To | Word::Or) || self.glued_mark(at, b'-');
        if !joint || !matches!(self.word(at + 1), Word::Small(_) | Word::Tens(_) | Word::Digits(..)) {
            return None;
        }
        let (_, next) = self.amount(at + 1)?;
        matches!(self.word(next), Word::Units(_)).then_some(next)
    }

    /// Whether the digits at `at` are no tail of something else.
    fn may_open_amount(&self, at: usize) -> bool {
        if !self.is_glued(at) {
            return !matches!(self.before(at), Word::Label);
        }
        matches!(self.before(at), Word::Mark(b'(' | b'"' | b'\'' | b'[' | b'-' | b'/' | b'~'))
    }

    /// '52 years old', 'three-year-old': an age.
    pub(crate) fn is_age(&self, end: usize) -> bool {
        let dash = usize::from(self.glued_mark(end, b'-'));
        self.word(end + dash) == Word::Old
            || (dash == 1 && self.is(end + 1, "olds"))
            || (self.is(end, "of") && self.is(end + 1, "age"))
    }

    /// ' and a half' behind the unit.
    fn half_behind(&self, amount: Amount, at: usize) -> (Amount, usize) {
        let half = self.word(at) == Word::And && self.word(at + 1) == Word::A && self.word(at + 2) == Word::Half;
        match amount {
            Amount::Known { whole, quarters: 0 } if half => (Amount::Known { whole, quarters: 2 }, at + 3),
            other => (other, at),
        }
    }

    /// 'a year', 'an hour and a half', 'an additional year', 'a full day'.
    fn a_unit(&self, at: usize) -> Read<Measured> {
        if self.word(at) != Word::A || (self.is(at, "a") && self.is_glued(at) && self.is_mark(at - 1, b'.')) {
            return None;
        }
        let filler = usize::from(matches!(self.word(at + 1), Word::Filler | Word::Additional));
        let Word::Unit(unit) = self.word(at + 1 + filler) else { return None };
        let end = at + 2 + filler;
        if unit == Unit::Quarter && self.word(end) != Word::Ago && self.word(end) != Word::Earlier {
            return None;
        }
        let compound = self.glued_mark(end, b'-') && self.is_glued(end + 1);
        if self.is_age(end) || compound || (self.word(end) == Word::Of && unit < Unit::Week) {
            return None;
        }
        let (amount, end) = self.half_behind(Amount::ONE, end);
        let end = self.or_two(end);
        Some((Measured { length: Length { amount, unit }, single: amount == Amount::ONE, joined: false }, end))
    }

    /// 'a day or two', whose value is the first's.
    fn or_two(&self, at: usize) -> usize {
        let two = self.word(at) == Word::Or && self.word(at + 1) == Word::Small(2);
        let counts = matches!(self.word(at + 2), Word::Other | Word::Units(_));
        if two && !counts { at + 2 } else { at }
    }

    /// 'half an hour', 'half a century', 'half-hour', 'a half-hour'.
    fn half_unit(&self, at: usize) -> Read<Measured> {
        let half = if self.word(at) == Word::A && self.word(at + 1) == Word::Half { at + 1 } else { at };
        if self.word(half) != Word::Half {
            return None;
        }
        let next = half + 1 + usize::from(self.word(half + 1) == Word::A || self.glued_mark(half + 1, b'-'));
        let Word::Unit(unit) = self.word(next) else { return None };
        if unit == Unit::Quarter || (next == half + 1 && half == at) || self.is_age(next + 1) {
            return None;
        }
        let amount = Amount::Known { whole: 0, quarters: 2 };
        Some((Measured { length: Length { amount, unit }, single: false, joined: false }, next + 1))
    }

    /// 'the past three months', 'the next few days', 'the first nine months', 'recent weeks', 'the nine months'.
    pub(crate) fn determined_length(&self, at: usize) -> Read<(Length, &'static str)> {
        let the = self.word(at) == Word::The;
        let head = if the || self.word(at) == Word::These || self.word(at) == Word::Those { at + 1 } else { at };
        let led = match self.word(head) {
            Word::Last | Word::Past | Word::Next | Word::Coming | Word::Recent | Word::Following | Word::Previous => {
                true
            }
            Word::Ordinal(1) | Word::Latest => the,
            Word::This if self.word(head + 1) == Word::Past => return self.determined_length(head + 1),
            _ => false,
        };
        let next = head + usize::from(led);
        if let Some((amount, behind)) = self.amount(next).filter(|_| self.word(next) != Word::A) {
            let filler = usize::from(matches!(
                self.word(behind),
                Word::Filler | Word::Additional | Word::More | Word::EveryOther
            ));
            let unit = match self.word(behind + filler) {
                Word::Unit(unit) | Word::Units(unit) if led || unit == Unit::Month => unit,
                _ => return None,
            };
            let end = behind + filler + 1;
            if !led
                && (self.glued_mark(behind, b'-')
                    || self.is_age(end)
                    || matches!(self.word(end), Word::Ago | Word::Later | Word::Earlier))
            {
                return None;
            }
            let (amount, end) = self.half_behind(amount, end);
            return Some(((Length { amount, unit }, "determined-duration"), end));
        }
        let Word::Units(unit) = self.word(next) else { return None };
        let over_years = the && unit == Unit::Year && matches!(self.before(at), Word::Over | Word::Through);
        if the && !led && unit >= Unit::Day && self.is(next + 1, "ahead") {
            return Some(((Length { amount: Amount::Vague, unit }, "vague-duration"), next + 2));
        }
        let led = led || (over_years && !self.is_age(next + 1));
        (led && self.word(head) != Word::Ordinal(1) && unit >= Unit::Day)
            .then_some(((Length { amount: Amount::Vague, unit }, "vague-duration"), next + 1))
    }

    /// 'for years', 'in weeks', 'months of talks', 'weeks or months', 'days later'.
    pub(crate) fn bare_units(&self, at: usize) -> Read<Length> {
        let Word::Units(unit) = self.word(at) else { return None };
        let led = matches!(
            self.before(at),
            Word::For
                | Word::In
                | Word::Within
                | Word::After
                | Word::Over
                | Word::Than
                | Word::About
                | Word::Through
                | Word::Nearly
        );
        let led = led || (self.before(at) == Word::Of && at > 1 && self.is(at - 2, "matter"));
        let followed = matches!(
            self.word(at + 1),
            Word::Of | Word::Later | Word::Before | Word::After | Word::Ago | Word::Earlier | Word::Long
        );
        let either = self.word(at + 1) == Word::Or && matches!(self.word(at + 2), Word::Units(_));
        // 'the early hours of Thursday' are no length.
        if self.word(at + 1) == Word::Of && self.day_of_speech(at + 2).is_some() {
            return None;
        }
        let percent = self.is_mark(at.wrapping_sub(1), b'%') || matches!(self.before(at), Word::Measure);
        if percent || (unit == Unit::Quarter) || (unit < Unit::Minute) || !(led || followed || either) {
            return None;
        }
        if self.is_age(at + 1) {
            return None;
        }
        let end = if either { at + 3 } else { at + 1 };
        Some((Length { amount: Amount::Vague, unit }, end))
    }

    /// 'day-long', 'years-long', 'hour-long'.
    pub(crate) fn long_unit(&self, at: usize) -> Read<Length> {
        let (amount, unit) = match self.word(at) {
            Word::Unit(unit) => (Amount::ONE, unit),
            Word::Units(unit) => (Amount::Vague, unit),
            _ => return None,
        };
        let long = self.glued_mark(at + 1, b'-') && self.word(at + 2) == Word::Long && self.is_glued(at + 2);
        (long && !self.is_glued(at)).then_some((Length { amount, unit }, at + 3))
    }

    /// 'a while'.
    pub(crate) fn a_while(&self, at: usize) -> Option<usize> {
        let long = usize::from(self.word(at + 1) == Word::Long);
        let while_ = self.word(at) == Word::A && self.word(at + 1) == Word::While && long == 0;
        while_.then_some(at + 2)
    }

    /// The last unit of '<length> behind a hyphen': 'two-day' takes no more, '10-year-long' does.
    pub(crate) fn behind_long(&self, at: usize) -> usize {
        let long = self.glued_mark(at, b'-') && self.word(at + 1) == Word::Long && self.is_glued(at + 1);
        if long { at + 2 } else { at }
    }

    /// ' or so', ' or more' behind a length.
    pub(crate) fn or_so(&self, at: usize) -> Option<(&'static str, usize)> {
        if self.word(at) != Word::Or {
            return None;
        }
        match self.word(at + 1) {
            Word::So => Some(("APPROX", at + 2)),
            Word::More => Some(("EQUAL_OR_MORE", at + 2)),
            Word::Less => Some(("EQUAL_OR_LESS", at + 2)),
            _ => None,
        }
    }
}
