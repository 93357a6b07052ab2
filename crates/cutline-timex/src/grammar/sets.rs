//! Repetitions: 'each Thursday', 'daily', 'twice a month', 'every two weeks'.

use super::{Read, Reader};
use crate::sense::{Amount, Length};
use crate::word::{DayPart, Season, Unit, Word};

type Said = (String, &'static str);

impl Reader<'_> {
    /// A repetition that begins at `at`.
    pub(crate) fn repetition(&self, at: usize) -> Read<Said> {
        match self.word(at) {
            Word::Each | Word::Every => self.each(at),
            // 'quarterly results' are of a quarter rather than repeated.
            Word::Repeated(Unit::Quarter) if self.word(at + 1) == Word::Other => None,
            Word::Repeated(unit) if self.is_plain_word(at) => {
                Some(((Length { amount: Amount::ONE, unit }.value(), "repeated"), at + 1))
            }
            Word::Weekdays(day) if self.is_capital(at) => self.weekdays(at, day),
            Word::Weekends if !self.glued_mark(at + 1, b'-') => Some((("XXXX-WXX-WE".into(), "weekdays"), at + 1)),
            Word::AnyWeekday if self.slice(at).ends_with('s') => Some((("XXXX-WXX-WD".into(), "weekdays"), at + 1)),
            Word::Once | Word::Twice => self.times_a_unit(at + 1),
            Word::Small(_) | Word::Digits(..) | Word::Vague if self.word(at + 1) == Word::Times => {
                self.times_a_unit(at + 2)
            }
            Word::A | Word::Per => self.rate(at),
            _ => None,
        }
    }

    /// 'daily', not 'Daily News'.
    fn is_plain_word(&self, at: usize) -> bool {
        let name = self.is_capital(at) && (self.is_capital(at + 1) || !self.opens_sentence(at));
        let code = self.is_glued(at) || (self.glued_mark(at + 1, b'-') && self.is_glued(at + 2));
        // 'the party daily Granma' is a newspaper.
        let paper = self.before(at) == Word::Other && self.word(at + 1) == Word::Other && self.is_capital(at + 1);
        !name && !code && !paper
    }

    fn each(&self, at: usize) -> Read<Said> {
        let said = |value: String, end| Some(((value, "each"), end));
        let one = |unit| Length { amount: Amount::ONE, unit }.value();
        let next = at + 1;
        match self.word(next) {
            Word::Unit(unit) => said(one(unit), next + 1),
            Word::OrdinalOrSecond => said(one(Unit::Second), next + 1),
            Word::Weekday(day, false) => {
                self.weekday_part(day, next + 1).map_or_else(|| said(weekday(day), next + 1), |(v, end)| said(v, end))
            }
            Word::Weekend => said("XXXX-WXX-WE".into(), next + 1),
            Word::AnyWeekday => said("XXXX-WXX-WD".into(), next + 1),
            Word::Part(part) => said(day_part(part), next + 1),
            Word::Season(season) => said(format!("XXXX-{}", season_code(season)), next + 1),
            Word::Month(..) => match self.calendar_date(next)?.0.0 {
                crate::sense::Point::Month { month, .. } => said(format!("XXXX-{month:02}"), self.month(next)?.1),
                crate::sense::Point::Day { year: crate::sense::Year::Open, month, day } => {
                    said(format!("XXXX-{month:02}-{day:02}"), self.calendar_date(next)?.1)
                }
                _ => None,
            },
            Word::EveryOther => self.every_nth(2, next + 1),
            Word::Ordinal(_) => {
                let (n, end) = self.ordinal(next)?;
                self.every_nth(n, end)
            }
            Word::Vague | Word::Digits(..) | Word::Small(_) | Word::Couple | Word::Tens(_) | Word::Half => {
                let (measured, end) = self.length(next)?;
                said(measured.length.value(), end)
            }
            _ => None,
        }
    }

    fn every_nth(&self, n: u32, at: usize) -> Read<Said> {
        match self.word(at) {
            Word::Unit(unit) => Some(((Length { amount: Amount::whole(n), unit }.value(), "each"), at + 1)),
            Word::Weekday(day, false) => Some(((weekday(day), "each"), at + 1)),
            _ => None,
        }
    }

    /// 'Thursdays', 'Friday nights' is read at 'Friday'.
    fn weekdays(&self, at: usize, day: u8) -> Read<Said> {
        self.weekday_part(day, at + 1)
            .map(|(value, end)| ((value, "weekdays"), end))
            .or_else(|| Some(((weekday(day), "weekdays"), at + 1)))
    }

    fn weekday_part(&self, day: u8, at: usize) -> Read<String> {
        match self.word(at) {
            Word::Part(part) | Word::Parts(part) => Some((format!("{}{}", weekday(day), part_code(part)), at + 1)),
            _ => None,
        }
    }

    /// 'Friday nights', 'weekday mornings'; `at` stands on the day.
    pub(crate) fn day_nights(&self, at: usize) -> Read<Said> {
        let Word::Weekday(day, false) = self.word(at) else { return None };
        match self.word(at + 1) {
            Word::Parts(part) => Some(((format!("{}{}", weekday(day), part_code(part)), "weekdays"), at + 2)),
            _ => None,
        }
    }

    /// Behind 'twice', 'three times': 'a month', 'per week', 'each year', 'every two years'.
    fn times_a_unit(&self, next: usize) -> Read<Said> {
        if matches!(self.word(next), Word::Each | Word::Every) {
            let ((value, _), end) = self.each(next)?;
            return Some(((value, "times-a-unit"), end));
        }
        if let Word::Repeated(unit) = self.word(next) {
            return Some(((Length { amount: Amount::ONE, unit }.value(), "times-a-unit"), next + 1));
        }
        let Word::Unit(unit) = self.word(next + 1) else { return None };
        matches!(self.word(next), Word::A | Word::Per)
            .then(|| ((Length { amount: Amount::ONE, unit }.value(), "times-a-unit"), next + 2))
    }

    /// '$1 billion a year', '40 flights a day', '60 miles per hour': a rate behind an amount.
    fn rate(&self, at: usize) -> Read<Said> {
        let Word::Unit(unit) = self.word(at + 1) else { return None };
        if unit < Unit::Day && self.word(at) == Word::Per {
            return None;
        }
        let dash = self.glued_mark(at + 2, b'-') && self.is_glued(at + 3);
        let turned = matches!(
            self.word(at + 2),
            Word::Ago | Word::Earlier | Word::Later | Word::Before | Word::After | Word::From | Word::And | Word::Old
        );
        let amount = self.word(at) == Word::Per || self.is_amount_before(at);
        (amount && !turned && !dash && unit != Unit::Quarter)
            .then(|| ((Length { amount: Amount::ONE, unit }.value(), "rate"), at + 2))
    }

    fn is_amount_before(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        match self.word(before) {
            Word::Million | Word::Thousand | Word::Measure | Word::Units(_) | Word::Times | Word::Mark(b'%') => true,
            Word::Digits(..) => true,
            Word::Other if self.slice(before).ends_with('s') => (1..=3).any(|back| {
                before.checked_sub(back).is_some_and(|n| {
                    matches!(
                        self.word(n),
                        Word::Digits(..)
                            | Word::Million
                            | Word::Thousand
                            | Word::Hundred
                            | Word::Small(_)
                            | Word::Tens(_)
                            | Word::Dozen
                    )
                })
            }),
            _ => false,
        }
    }
}

fn weekday(day: u8) -> String {
    format!("XXXX-WXX-{day}")
}

fn day_part(part: DayPart) -> String {
    format!("XXXX-XX-XX{}", part_code(part))
}

/// 'TMO' and the like.
pub(crate) fn part_code(part: DayPart) -> &'static str {
    match part {
        DayPart::Dawn => "TDA",
        DayPart::Morning => "TMO",
        DayPart::Afternoon => "TAF",
        DayPart::Evening => "TEV",
        DayPart::Night => "TNI",
    }
}

pub(crate) fn season_code(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Fall => "FA",
        Season::Winter => "WI",
    }
}
