//! The civil calendar: weeks, quarters, holidays. No clock and no time zone.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// A holiday that falls on one day of each year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holiday {
    NewYearsDay,
    Epiphany,
    KingDay,
    Valentines,
    PresidentsDay,
    AshWednesday,
    PalmSunday,
    GoodFriday,
    Easter,
    EasterMonday,
    Pentecost,
    WhitMonday,
    EarthDay,
    VictoryInEurope,
    MothersDay,
    MemorialDay,
    Juneteenth,
    FathersDay,
    BastilleDay,
    VictoryOverJapan,
    LaborDay,
    NineEleven,
    ColumbusDay,
    Halloween,
    ElectionDay,
    VeteransDay,
    Thanksgiving,
    ChristmasEve,
    Christmas,
    BoxingDay,
    NewYearsEve,
}

impl Holiday {
    /// The day it falls on in `year`. Days that differ by country are those of the United States.
    pub(crate) fn day(self, year: i16) -> Option<Date> {
        use Holiday as H;
        let fixed = |month, day| Date::new(year, month, day).ok();
        let from_easter = |days: i64| easter(year)?.checked_add(days.days()).ok();
        match self {
            H::NewYearsDay => fixed(1, 1),
            H::Epiphany => fixed(1, 6),
            H::KingDay => nth(year, 1, Weekday::Monday, 3),
            H::Valentines => fixed(2, 14),
            H::PresidentsDay => nth(year, 2, Weekday::Monday, 3),
            H::AshWednesday => from_easter(-46),
            H::PalmSunday => from_easter(-7),
            H::GoodFriday => from_easter(-2),
            H::Easter => easter(year),
            H::EasterMonday => from_easter(1),
            H::Pentecost => from_easter(49),
            H::WhitMonday => from_easter(50),
            H::EarthDay => fixed(4, 22),
            H::VictoryInEurope => fixed(5, 8),
            H::MothersDay => nth(year, 5, Weekday::Sunday, 2),
            H::MemorialDay => nth(year, 5, Weekday::Monday, -1),
            H::Juneteenth => fixed(6, 19),
            H::FathersDay => nth(year, 6, Weekday::Sunday, 3),
            H::BastilleDay => fixed(7, 14),
            H::VictoryOverJapan => fixed(8, 15),
            H::LaborDay => nth(year, 9, Weekday::Monday, 1),
            H::NineEleven => Date::new(2001, 9, 11).ok(),
            H::ColumbusDay => nth(year, 10, Weekday::Monday, 2),
            H::Halloween => fixed(10, 31),
            H::ElectionDay => nth(year, 11, Weekday::Monday, 1)?.tomorrow().ok(),
            H::VeteransDay => fixed(11, 11),
            H::Thanksgiving => nth(year, 11, Weekday::Thursday, 4),
            H::ChristmasEve => fixed(12, 24),
            H::Christmas => fixed(12, 25),
            H::BoxingDay => fixed(12, 26),
            H::NewYearsEve => fixed(12, 31),
        }
    }
}

fn nth(year: i16, month: i8, weekday: Weekday, n: i8) -> Option<Date> {
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(n, weekday).ok()
}

/// Easter Sunday of the Gregorian calendar (the 'anonymous' algorithm, Nature, 20 April 1876).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15).rem_euclid(30);
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, (n / 31) as i8, (n % 31 + 1) as i8).ok()
}

/// A date, if there is such a day and its year lies within 1 to 9999.
pub(crate) fn day(year: i32, month: u8, day: u8) -> Option<Date> {
    let year = i16::try_from(year).ok().filter(|year| (1..=9999).contains(year))?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The day `by` days on.
pub(crate) fn plus_days(date: Date, by: i32) -> Option<Date> {
    date.checked_add(i64::from(by).days()).ok()
}

/// The day `by` months on; the last of the month where there is no such day.
pub(crate) fn plus_months(date: Date, by: i32) -> Option<Date> {
    date.checked_add(by.months()).ok()
}

/// The Monday of the ISO week of `date`.
pub(crate) fn monday(date: Date) -> Option<Date> {
    plus_days(date, -i32::from(date.weekday().to_monday_zero_offset()))
}

/// The first and last day of a month.
pub(crate) fn month_days(year: i32, month: u8) -> Option<(Date, Date)> {
    let first = day(year, month, 1)?;
    Some((first, first.last_of_month()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn holidays_fall_on_their_days() {
        assert_eq!(Holiday::Easter.day(2024), Some(date(2024, 3, 31)));
        assert_eq!(Holiday::GoodFriday.day(2025), Some(date(2025, 4, 18)));
        assert_eq!(Holiday::Thanksgiving.day(1999), Some(date(1999, 11, 25)));
        assert_eq!(Holiday::ElectionDay.day(2020), Some(date(2020, 11, 3)));
        assert_eq!(Holiday::MemorialDay.day(2023), Some(date(2023, 5, 29)));
        assert_eq!(Holiday::LaborDay.day(2014), Some(date(2014, 9, 1)));
    }

    #[test]
    fn there_is_no_thirty_first_of_february() {
        assert_eq!(day(2021, 2, 31), None);
        assert_eq!(day(99_999, 2, 1), None);
        assert_eq!(monday(date(2025, 1, 1)), Some(date(2024, 12, 30)));
    }
}
