//! What an expression says, before it is read against a day.

use crate::calendar::Holiday;
use crate::word::{DayPart, Season, Unit};

/// What an expression says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Sense {
    /// A day or something longer.
    Point(Point),
    /// A time of day; of which day may be unsaid.
    Time(Option<Point>, Clock),
    /// How long, as a TIMEX3 value.
    Length(Length),
    /// 'a while': some length that no unit measures.
    Unmeasured,
    /// How often, as a TIMEX3 value.
    Repeat(String),
    /// 'PRESENT_REF' and its like.
    Reference(&'static str),
}

/// A day, or something longer, on the calendar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Point {
    Day {
        year: Year,
        month: u8,
        day: u8,
    },
    Month {
        year: Year,
        month: u8,
    },
    Quarter {
        year: Year,
        number: u8,
    },
    Half {
        year: Year,
        number: u8,
    },
    Season {
        year: Year,
        season: Season,
    },
    Year(Year),
    Fiscal(Year),
    YearEnd(Year),
    /// The first three digits: 198.
    Decade(i32),
    /// '80s', whose century is unsaid: 8.
    ShortDecade(i32),
    /// The first two digits: 19 for the 20th century.
    Century(i32),
    Bc(i32),
    Weekday {
        weekday: u8,
        which: Which,
    },
    Weekend(Which),
    Holiday {
        holiday: Holiday,
        year: Year,
    },
    /// The week that holds a day of the calendar.
    WeekOf {
        year: Year,
        month: u8,
        day: u8,
    },
    /// So many units from a base, at the unit's own grain.
    Shift {
        unit: Unit,
        by: i32,
        from: Base,
    },
    /// 'the latest quarter'.
    Latest(Unit),
    /// 'the 1988 quarter': in a stated year, the quarter the text reports on.
    QuarterOf(Year),
    /// 'a year earlier': a year before whatever the text speaks of.
    YearBack(Base),
}

/// The year of a calendar point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Year {
    /// Unsaid.
    Open,
    Is(i32),
    /// Its last two digits.
    Short(i32),
    /// So many years from the day of speech.
    Offset(i32),
    /// 'this June', 'last June', 'next June'.
    Which(Which),
    /// The year the text speaks of: 'that year'.
    That,
}

/// Which of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    Bare,
    This,
    Last,
    Next,
    /// 'the previous Friday', 'the following Friday': from the day the text speaks of.
    Before,
    After,
}

/// What a shift counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Base {
    /// The day of speech: publication, a post's or a caption's day.
    Speech,
    /// The day that the text speaks of.
    Narrative,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clock {
    At {
        hour: u8,
        minute: u8,
        second: Option<u8>,
        zulu: bool,
    },
    Part(DayPart),
    /// The night before the day.
    Overnight,
}

/// How long: parts of a TIMEX3 duration.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Length {
    pub amount: Amount,
    pub unit: Unit,
}

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Amount {
    /// Nobody says: 'several'.
    Vague,
    /// Whole units and quarters of one.
    Known { whole: u32, quarters: u8 },
    /// Tenths: '3.5'.
    Tenths(u32),
}

impl Amount {
    pub(crate) const ONE: Amount = Amount::whole(1);

    pub(crate) const fn whole(whole: u32) -> Amount {
        Amount::Known { whole, quarters: 0 }
    }

    /// The number, if it is whole and small enough to count with.
    pub(crate) fn count(self) -> Option<i32> {
        match self {
            Amount::Known { whole, quarters: 0 } => i32::try_from(whole).ok().filter(|&n| n <= 100_000),
            _ => None,
        }
    }
}

impl Length {
    /// 'P3Y', 'PT6H', 'PXM', 'P2Y6M'.
    pub(crate) fn value(self) -> String {
        let (scale, letter, clock) = match self.unit {
            Unit::Second => (1, "S", true),
            Unit::Minute => (1, "M", true),
            Unit::Hour => (1, "H", true),
            Unit::Day => (1, "D", false),
            Unit::Week => (1, "W", false),
            Unit::Fortnight => (2, "W", false),
            Unit::Month => (1, "M", false),
            Unit::Quarter if matches!(self.amount, Amount::Vague | Amount::ONE) => (1, "Q", false),
            Unit::Quarter => (3, "M", false),
            Unit::Year => (1, "Y", false),
            Unit::Decade => (10, "Y", false),
            Unit::Century => (100, "Y", false),
            Unit::Millennium => (1000, "Y", false),
        };
        let head = if clock { "PT" } else { "P" };
        match self.amount {
            Amount::Vague => format!("{head}X{}", self.vague_letter(letter)),
            Amount::Known { whole, quarters: 0 } => format!("{head}{}{letter}", u64::from(whole) * scale),
            Amount::Known { whole, quarters } => self.with_quarters(head, letter, u64::from(whole), quarters, scale),
            Amount::Tenths(tenths) if scale > 1 && (u64::from(tenths) * scale) % 10 == 0 => {
                format!("{head}{}{letter}", u64::from(tenths) * scale / 10)
            }
            Amount::Tenths(tenths) => format!("{head}{}.{}{letter}", tenths / 10, tenths % 10),
        }
    }

    fn vague_letter(self, letter: &'static str) -> &'static str {
        match self.unit {
            Unit::Decade => "DE",
            Unit::Century => "CE",
            Unit::Millennium => "ML",
            _ => letter,
        }
    }

    /// Half a year is six months; half a month is fifteen days to nobody, so stays a fraction.
    fn with_quarters(self, head: &str, letter: &str, whole: u64, quarters: u8, scale: u64) -> String {
        let quarters = u64::from(quarters);
        let (per_quarter, small) = match self.unit {
            Unit::Minute => (15, "S"),
            Unit::Hour => (15, "M"),
            Unit::Day => (6, "H"),
            Unit::Year => (3, "M"),
            Unit::Decade | Unit::Century | Unit::Millennium if (scale * quarters).is_multiple_of(4) => {
                return format!("{head}{}{letter}", whole * scale + scale * quarters / 4);
            }
            _ => return format!("{head}{}{letter}", decimal(whole, quarters)),
        };
        let clock = if self.unit == Unit::Day { "T" } else { "" };
        let rest = format!("{clock}{}{small}", per_quarter * quarters);
        if whole == 0 && self.unit == Unit::Year {
            return format!("{head}{rest}");
        }
        if whole == 0 { format!("{head}{rest}") } else { format!("{head}{whole}{letter}{rest}") }
    }
}

fn decimal(whole: u64, quarters: u64) -> String {
    let fraction = ["", ".25", ".5", ".75"][quarters as usize % 4];
    format!("{whole}{fraction}")
}
