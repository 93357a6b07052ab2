//! From what an expression says to the days it means.
//!
//! Three things are carried from one expression to the next: the day the text
//! speaks of, the quarter it reports on, and the order of day and month in
//! numeric dates. Nothing is guessed: what has no anchor keeps an open value.

use cutline_doc::Anchor;
use jiff::civil::Date;

use crate::calendar::{Holiday, monday, plus_days};
use crate::cues::Side;
use crate::grammar::sets::part_code;
use crate::open::{is_fixed, open, open_in};
use crate::place::{in_year, shifted, stated_year, year_of};
use crate::sense::{Base, Clock, Length, Point, Which, Year};
use crate::when::When;
use crate::word::{DayPart, Season, Unit};

/// Where expressions are read from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Place {
    /// The day of speech, and where it is from.
    pub speech: Option<Anchor>,
    /// Whether the text tells history: its bare days follow its own dates, not the day of speech.
    pub history: bool,
}

/// What the text has spoken of so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Context {
    /// The last point of the calendar.
    reference: Option<When>,
    /// Byte offset of that point.
    reference_at: u32,
    /// Whether a year stands above the text, to which its bare days and months belong.
    pub(crate) headed: bool,
    /// The last quarter, and where it was named.
    quarter: Option<(i32, u8, u32)>,
}

/// A resolved point: its place on the calendar and what it was read against.
pub(crate) struct Resolved {
    pub when: When,
    pub anchor: Option<Anchor>,
    /// Whether it names a day that is not on the calendar.
    pub out_of_range: bool,
}

/// A quarter that was named so many bytes ago is no longer what the text reports on.
const QUARTER_REACH: u32 = 1500;

/// A day that was named so many bytes ago is no longer the day of a bare clock time.
const CLOCK_REACH: u32 = 250;

/// One expression to be resolved.
pub(crate) struct Resolver<'c> {
    pub place: &'c Place,
    pub context: &'c mut Context,
    pub side: Side,
    /// Byte offset of the expression.
    pub at: u32,
}

impl Resolver<'_> {
    /// The stretch of the calendar that `point` names.
    pub(crate) fn point(&mut self, point: Point) -> Resolved {
        let (when, anchor) = self.read(point);
        let when = match when {
            Some(when) => when,
            None => return Resolved { when: When::Open(open(point)), anchor: None, out_of_range: is_fixed(point) },
        };
        self.remember(point, &when);
        let out_of_range = is_fixed(point) && matches!(when, When::Open(_)) && when.value().starts_with("XXXX");
        Resolved { when, anchor, out_of_range }
    }

    fn remember(&mut self, point: Point, when: &When) {
        if matches!(when, When::Open(_)) {
            return;
        }
        let reported = matches!(point, Point::Quarter { year: Year::Open, .. }) && self.side != Side::Ahead;
        match *when {
            When::Quarter(year, number) if reported || matches!(point, Point::Latest(_)) => {
                self.context.quarter = Some((year, number, self.at));
            }
            _ => {}
        }
        self.context.reference = Some(when.clone());
        self.context.reference_at = self.at;
    }

    /// Where months are summed up, a year earlier is no quarter.
    pub(crate) fn length(&mut self, length: Length) {
        if length.unit == Unit::Month {
            self.context.quarter = None;
        }
    }

    /// The value of a time of day, and what it was read against.
    pub(crate) fn time(&mut self, day: Option<Point>, clock: Clock) -> (String, Option<Anchor>, bool) {
        let resolved = match day {
            Some(point) => self.point(point),
            None => self.unsaid_day(clock),
        };
        let (date, clock) = match (&resolved.when, clock) {
            (When::Day(date), Clock::At { hour: 24, .. }) => (*date, clock),
            (When::Day(date), _) => (*date, clock),
            _ => {
                return (
                    format!("{}{}", resolved.when.value(), clock_value(clock)),
                    resolved.anchor,
                    resolved.out_of_range,
                );
            }
        };
        (format!("{date}{}", clock_value(clock)), resolved.anchor, resolved.out_of_range)
    }

    /// The day of a time that names none: the day just spoken of, else the day of speech.
    fn unsaid_day(&mut self, clock: Clock) -> Resolved {
        let by = if clock == Clock::Overnight { -1 } else { 0 };
        let near = self.at.saturating_sub(self.context.reference_at) < CLOCK_REACH;
        if let (Some(When::Day(date)), true) = (&self.context.reference, near || self.place.history) {
            let anchor = Some(Anchor { day: *date, from: "narrative".into() });
            let day = plus_days(*date, by).unwrap_or(*date);
            return Resolved { when: When::Day(day), anchor, out_of_range: false };
        }
        self.point(Point::Shift { unit: Unit::Day, by, from: Base::Speech })
    }

    fn speech(&self) -> Option<&Anchor> {
        self.place.speech.as_ref()
    }

    fn narrative(&self) -> Option<Anchor> {
        let day = self.context.reference.as_ref()?.first_day()?;
        Some(Anchor { day, from: "narrative".into() })
    }

    /// The anchor that bare days are read against.
    fn bare_anchor(&self) -> Option<Anchor> {
        if self.place.history { self.narrative().or_else(|| self.speech().cloned()) } else { self.speech().cloned() }
    }

    fn read(&self, point: Point) -> (Option<When>, Option<Anchor>) {
        match point {
            Point::Year(Year::Is(year)) => (Some(stated_year(year)), None),
            Point::Decade(decade) => (Some(When::Decade(decade)), None),
            Point::Century(century) => (Some(When::Century(century)), None),
            Point::Bc(year) => (Some(When::Bc(year)), None),
            Point::Holiday { holiday: Holiday::NineEleven, .. } => (Holiday::NineEleven.day(2001).map(When::Day), None),
            Point::Weekday { weekday, which } => self.weekday(weekday, which),
            Point::Weekend(which) => self.weekend(which),
            Point::Shift { unit, by, from } => self.shift(unit, by, from),
            Point::Latest(_) => self.latest_quarter(),
            Point::QuarterOf(Year::Is(year)) => (Some(self.quarter_of(year)), None),
            Point::YearBack(from) => self.year_back(from),
            _ => self.of_year(point),
        }
    }

    /// Points that need a year.
    fn of_year(&self, point: Point) -> (Option<When>, Option<Anchor>) {
        let year = year_of(point);
        if let Some(year) = self.stated(year) {
            return (in_year(point, year), self.year_anchor(point));
        }
        let anchor = match year_of(point) {
            Year::That => self.narrative(),
            Year::Which(_) => self.speech().cloned(),
            _ if self.context.headed => self.narrative(),
            _ => self.bare_anchor(),
        };
        let Some(anchor) = anchor else { return (None, None) };
        let when = match year_of(point) {
            Year::Which(which) => self.which(point, which, anchor.day),
            Year::That => in_year(point, i32::from(anchor.day.year())),
            _ if anchor.from == "narrative" => self.following(point, anchor.day),
            _ => self.nearest(point, anchor.day),
        };
        (when, Some(anchor))
    }

    fn stated(&self, year: Year) -> Option<i32> {
        match year {
            Year::Is(year) => Some(year),
            Year::Short(short) => Some(if short > 68 { 1900 + short } else { 2000 + short }),
            Year::Offset(by) => Some(i32::from(self.speech()?.day.year()) + by),
            Year::Open | Year::Which(_) | Year::That => None,
        }
    }

    fn year_anchor(&self, point: Point) -> Option<Anchor> {
        matches!(year_of(point), Year::Offset(_)).then(|| self.speech().cloned()).flatten()
    }

    /// 'this', 'last', 'next' summer.
    fn which(&self, point: Point, which: Which, anchor: Date) -> Option<When> {
        let year = i32::from(anchor.year());
        let candidates = [-1, 0, 1].map(|by| in_year(point, year + by));
        let days = When::days;
        match which {
            Which::Last | Which::Before => {
                // In early March, 'last February' is not the month that has just ended: that is 'last month'.
                let month_gone = matches!(point, Point::Month { .. }).then(|| anchor.first_of_month());
                let until = month_gone.and_then(|first| plus_days(first, -1)).unwrap_or(anchor);
                candidates.into_iter().rev().flatten().find(|when| days(when).is_some_and(|(_, last)| last < until))
            }
            Which::Next | Which::After => {
                candidates.into_iter().flatten().find(|when| days(when).is_some_and(|(first, _)| first > anchor))
            }
            Which::This | Which::Bare => {
                let winter = matches!(point, Point::Season { season: Season::Winter, .. }) && anchor.month() <= 2;
                candidates[if winter { 0 } else { 1 }].clone()
            }
        }
    }

    /// In a story: in the year it speaks of, or soon after the day it speaks of.
    fn following(&self, point: Point, anchor: Date) -> Option<When> {
        let year = i32::from(anchor.year());
        if !matches!(self.context.reference, Some(When::Day(_) | When::Week(_) | When::Month(..))) {
            return in_year(point, year);
        }
        let this = in_year(point, year)?;
        let (first, last) = this.days()?;
        let behind = (anchor - last).get_days();
        let ahead = (first - anchor).get_days();
        match (behind > BACK_IN_STORY, ahead > 365 - BACK_IN_STORY) {
            (true, _) => in_year(point, year + 1),
            (_, true) => in_year(point, year - 1),
            _ => Some(this),
        }
    }

    /// The one of last, this and next year's that lies nearest, unless the words say on which side.
    fn nearest(&self, point: Point, anchor: Date) -> Option<When> {
        let year = i32::from(anchor.year());
        let mut best: Option<(i64, When)> = None;
        for when in [year, year - 1, year + 1].into_iter().filter_map(|year| in_year(point, year)) {
            let Some((first, last)) = when.days() else { return Some(when) };
            let distance = self.distance(point, anchor, first, last);
            if best.as_ref().is_none_or(|(least, _)| distance < *least) {
                best = Some((distance, when));
            }
        }
        best.map(|(_, when)| when)
    }

    /// Days from `anchor` to the nearer end; the wrong side counts as farther.
    fn distance(&self, point: Point, anchor: Date, first: Date, last: Date) -> i64 {
        let days = |from: Date, to: Date| i64::from((to - from).get_days());
        let (distance, ahead) = if last < anchor {
            (days(last, anchor), false)
        } else if anchor < first {
            (days(anchor, first), true)
        } else {
            (0, false)
        };
        let reported = matches!(point, Point::Quarter { .. } | Point::Season { .. } | Point::Half { .. });
        let wrong = match self.side {
            // Results that are expected are those of the quarter just ended.
            Side::Ahead if reported => false,
            Side::Ahead => !ahead && distance > 0,
            Side::Behind => ahead,
            Side::Unsaid => false,
        };
        let penalty = if distance <= NEAR { WRONG_SIDE } else { FAR_ON_WRONG_SIDE };
        distance + if wrong { penalty } else { 0 } + if reported && ahead { 45 } else { 0 }
    }

    fn weekday(&self, weekday: u8, which: Which) -> (Option<When>, Option<Anchor>) {
        let narrative = matches!(which, Which::Before | Which::After);
        let anchor = match which {
            _ if narrative => self.narrative().or_else(|| self.speech().cloned()),
            Which::Bare => self.bare_anchor(),
            _ => self.speech().cloned(),
        };
        let Some(anchor) = anchor else { return (None, None) };
        let today = anchor.day.weekday().to_monday_one_offset();
        let back = (i32::from(today) - i32::from(weekday)).rem_euclid(7);
        let ahead = (7 - back) % 7;
        let story = self.place.history && anchor.from == "narrative";
        let by = match which {
            Which::Last | Which::Before => {
                if back == 0 {
                    -7
                } else {
                    -back
                }
            }
            Which::Next | Which::After => {
                if ahead == 0 {
                    7
                } else {
                    ahead
                }
            }
            Which::This => {
                if self.side == Side::Behind {
                    -back
                } else {
                    ahead
                }
            }
            Which::Bare if self.side == Side::Ahead || story => ahead,
            Which::Bare => -back,
        };
        (plus_days(anchor.day, by).map(When::Day), Some(anchor))
    }

    fn weekend(&self, which: Which) -> (Option<When>, Option<Anchor>) {
        let Some(anchor) = self.speech().cloned() else { return (None, None) };
        let weekday = anchor.day.weekday().to_monday_one_offset();
        let by = match which {
            Which::Last | Which::Before => -7,
            Which::Next | Which::After => 7,
            Which::This => 0,
            Which::Bare if weekday >= 6 || self.side == Side::Ahead => 0,
            // On a Friday.
            Which::Bare if weekday == 5 && self.side == Side::Unsaid => 0,
            Which::Bare => -7,
        };
        (monday(anchor.day).and_then(|day| plus_days(day, by)).map(When::Weekend), Some(anchor))
    }

    /// 'last week', 'two years ago', 'the following day': so many units on, at the unit's grain.
    fn shift(&self, unit: Unit, by: i32, from: Base) -> (Option<When>, Option<Anchor>) {
        let anchor = match from {
            Base::Speech => self.speech().cloned(),
            Base::Narrative => self.narrative().or_else(|| self.speech().cloned()),
        };
        let Some(anchor) = anchor else { return (None, None) };
        if from == Base::Narrative && anchor.from == "narrative" && !self.is_fine_enough(unit) {
            let year = self.context.reference.as_ref().and_then(When::year);
            return (year.map(|year| When::Open(open_in(unit, year))), Some(anchor));
        }
        (shifted(anchor.day, unit, by), Some(anchor))
    }

    /// Whether the text has spoken of something fine enough to count units from: no days from a year.
    fn is_fine_enough(&self, unit: Unit) -> bool {
        match self.context.reference {
            Some(When::Day(_)) => true,
            Some(When::Week(_) | When::Weekend(_)) => unit >= Unit::Week,
            Some(When::Month(..)) => unit >= Unit::Month,
            Some(When::Quarter(..)) => unit >= Unit::Quarter,
            _ => unit >= Unit::Year,
        }
    }

    /// 'the latest quarter': the one just spoken of, else the last that has ended.
    fn latest_quarter(&self) -> (Option<When>, Option<Anchor>) {
        if let Some((year, number, at)) = self.context.quarter
            && self.at.saturating_sub(at) < QUARTER_REACH
        {
            return (Some(When::Quarter(year, number)), self.narrative());
        }
        let Some(anchor) = self.speech().cloned() else { return (None, None) };
        (shifted(anchor.day, Unit::Quarter, -1), Some(anchor))
    }

    fn quarter_of(&self, year: i32) -> When {
        self.context.quarter.map_or(stated_year(year), |(_, number, _)| When::Quarter(year, number))
    }

    /// 'a year earlier': the same quarter a year before where results are reported, else the year before.
    fn year_back(&self, from: Base) -> (Option<When>, Option<Anchor>) {
        if let Some((year, number, at)) = self.context.quarter
            && self.at.saturating_sub(at) < QUARTER_REACH
            && let Some(speech) = self.speech()
        {
            let current = if year < i32::from(speech.day.year()) && number < 4 { year } else { year - 1 };
            return (Some(When::Quarter(current, number)), Some(speech.clone()));
        }
        let from = if self.place.history { from } else { Base::Speech };
        self.shift(Unit::Year, -1, from)
    }
}

/// How many days a story goes back rather than on into the next year.
const BACK_IN_STORY: i32 = 200;

/// How many days farther a date counts that lies on the side which the words rule out.
const WRONG_SIDE: i64 = 200;

/// As [`WRONG_SIDE`], for a date so far away that hardly anybody names it without its year.
const FAR_ON_WRONG_SIDE: i64 = 300;

/// Up to so many days away, a date needs no cue.
const NEAR: i64 = 30;

fn clock_value(clock: Clock) -> String {
    match clock {
        Clock::At { hour, minute, second, zulu } => {
            let second = second.map(|second| format!(":{second:02}")).unwrap_or_default();
            format!("T{hour:02}:{minute:02}{second}{}", if zulu { "Z" } else { "" })
        }
        Clock::Part(part) => part_code(part).into(),
        Clock::Overnight => part_code(DayPart::Night).into(),
    }
}
