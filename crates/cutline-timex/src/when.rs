//! A stretch of the calendar, its TIMEX3 value, and its first and last day.
//!
//! Values follow ISO 8601 and its extensions in TIMEX3 (Ferro et al., 'TIDES
//! 2005 standard for the annotation of temporal expressions').

use jiff::civil::Date;
use jiff::civil::ISOWeekDate;

use crate::calendar::{day, month_days, plus_days};
use crate::grammar::sets::season_code;
use crate::word::Season;

/// A stretch of the calendar.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum When {
    Day(Date),
    /// The week of that Monday.
    Week(Date),
    /// The weekend of the week of that Monday.
    Weekend(Date),
    Month(i32, u8),
    Quarter(i32, u8),
    Half(i32, u8),
    Season(i32, Season),
    Year(i32),
    Decade(i32),
    Century(i32),
    Bc(i32),
    /// A value that nobody can place, or can place in part only.
    Open(String),
}

impl When {
    /// The TIMEX3 value.
    pub(crate) fn value(&self) -> String {
        match self {
            When::Day(date) => date.to_string(),
            When::Week(monday) => week(*monday),
            When::Weekend(monday) => format!("{}-WE", week(*monday)),
            When::Month(year, month) => format!("{year:04}-{month:02}"),
            When::Quarter(year, number) => format!("{year:04}-Q{number}"),
            When::Half(year, number) => format!("{year:04}-H{number}"),
            When::Season(year, season) => format!("{year:04}-{}", season_code(*season)),
            When::Year(year) => format!("{year:04}"),
            When::Decade(decade) => format!("{decade:03}"),
            When::Century(century) => format!("{century:02}"),
            When::Bc(year) => format!("BC{year:04}"),
            When::Open(value) => value.clone(),
        }
    }

    /// Its first and last day: what [`interval`] reads from its value.
    pub(crate) fn days(&self) -> Option<(Date, Date)> {
        match *self {
            When::Day(date) => Some((date, date)),
            When::Week(monday) => Some((monday, plus_days(monday, 6)?)),
            When::Weekend(monday) => Some((plus_days(monday, 5)?, plus_days(monday, 6)?)),
            When::Month(year, month) => month_days(year, month),
            When::Quarter(year, number) => months(year, 3 * number - 2, 3),
            When::Half(year, number) => months(year, 6 * number - 5, 6),
            When::Season(year, season) => season_days(year, season),
            When::Year(year) => Some((day(year, 1, 1)?, day(year, 12, 31)?)),
            _ => interval(&self.value()),
        }
    }

    /// The first day, from which later expressions count.
    pub(crate) fn first_day(&self) -> Option<Date> {
        self.days().map(|(first, _)| first)
    }

    /// The year it lies in, if it lies in one.
    pub(crate) fn year(&self) -> Option<i32> {
        match self {
            When::Day(date) | When::Week(date) | When::Weekend(date) => Some(i32::from(date.year())),
            When::Month(year, _)
            | When::Quarter(year, _)
            | When::Half(year, _)
            | When::Season(year, _)
            | When::Year(year) => Some(*year),
            When::Decade(_) | When::Century(_) | When::Bc(_) | When::Open(_) => None,
        }
    }
}

fn week(monday: Date) -> String {
    let week = monday.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// The first and last day of what a TIMEX3 value denotes; `None` for durations,
/// repetitions and values that are open.
///
/// A time of day lies within its day. Winter runs from December into the next
/// year.
///
/// ```
/// use jiff::civil::date;
///
/// let week = cutline_timex::interval("2025-W08");
/// assert_eq!(week, Some((date(2025, 2, 17), date(2025, 2, 23))));
/// assert_eq!(cutline_timex::interval("XXXX-WXX-4"), None);
/// ```
pub fn interval(value: &str) -> Option<(Date, Date)> {
    let value = value.split('T').next().filter(|value| value.is_ascii())?;
    if !value.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (year, rest) = match value.split_once('-') {
        None => return bare(value),
        Some((year, rest)) => (number(year, 4)?, rest),
    };
    match rest.as_bytes() {
        [b'Q', digit @ b'1'..=b'4'] => months(year, 3 * (digit - b'1') + 1, 3),
        [b'H', digit @ b'1'..=b'2'] => months(year, 6 * (digit - b'1') + 1, 6),
        b"SP" => season_days(year, Season::Spring),
        b"SU" => season_days(year, Season::Summer),
        b"FA" => season_days(year, Season::Fall),
        b"WI" => season_days(year, Season::Winter),
        [b'W', ..] => weeks(year, &rest[1..]),
        _ => month_or_day(year, rest),
    }
}

fn season_days(year: i32, season: Season) -> Option<(Date, Date)> {
    match season {
        Season::Spring => months(year, 3, 3),
        Season::Summer => months(year, 6, 3),
        Season::Fall => months(year, 9, 3),
        Season::Winter => Some((day(year, 12, 1)?, month_days(year + 1, 2)?.1)),
    }
}

fn bare(value: &str) -> Option<(Date, Date)> {
    let (first, last) = match value.len() {
        4 => (number(value, 4)?, number(value, 4)?),
        3 => (number(value, 3)? * 10, number(value, 3)? * 10 + 9),
        2 => (number(value, 2)? * 100, number(value, 2)? * 100 + 99),
        _ => return None,
    };
    Some((day(first, 1, 1)?, day(last, 12, 31)?))
}

fn number(digits: &str, len: usize) -> Option<i32> {
    (digits.len() == len && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok()).flatten()
}

fn months(year: i32, first: u8, count: u8) -> Option<(Date, Date)> {
    Some((day(year, first, 1)?, month_days(year, first + count - 1)?.1))
}

fn weeks(year: i32, rest: &str) -> Option<(Date, Date)> {
    let (week, tail) = rest.split_once('-').map_or((rest, ""), |(week, tail)| (week, tail));
    let week = i8::try_from(number(week, 2)?).ok()?;
    let monday = ISOWeekDate::new(i16::try_from(year).ok()?, week, jiff::civil::Weekday::Monday).ok()?.date();
    match tail {
        "" => Some((monday, plus_days(monday, 6)?)),
        "WE" => Some((plus_days(monday, 5)?, plus_days(monday, 6)?)),
        _ => None,
    }
}

fn month_or_day(year: i32, rest: &str) -> Option<(Date, Date)> {
    match rest.split_once('-') {
        None => month_days(year, u8::try_from(number(rest, 2)?).ok()?),
        Some((month, of_month)) => {
            let month = u8::try_from(number(month, 2)?).ok()?;
            let date = day(year, month, u8::try_from(number(of_month, 2)?).ok()?)?;
            Some((date, date))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn values_and_intervals_agree() {
        let monday = date(2024, 12, 30);
        let cases = [
            (When::Day(date(2025, 4, 18)), "2025-04-18", date(2025, 4, 18), date(2025, 4, 18)),
            (When::Week(monday), "2025-W01", monday, date(2025, 1, 5)),
            (When::Weekend(monday), "2025-W01-WE", date(2025, 1, 4), date(2025, 1, 5)),
            (When::Month(2024, 2), "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
            (When::Quarter(2021, 3), "2021-Q3", date(2021, 7, 1), date(2021, 9, 30)),
            (When::Half(2021, 2), "2021-H2", date(2021, 7, 1), date(2021, 12, 31)),
            (When::Season(2021, Season::Winter), "2021-WI", date(2021, 12, 1), date(2022, 2, 28)),
            (When::Year(1984), "1984", date(1984, 1, 1), date(1984, 12, 31)),
            (When::Decade(198), "198", date(1980, 1, 1), date(1989, 12, 31)),
            (When::Century(19), "19", date(1900, 1, 1), date(1999, 12, 31)),
        ];
        for (when, value, first, last) in cases {
            assert_eq!(when.value(), value);
            assert_eq!(interval(value), Some((first, last)), "{value}");
            assert_eq!(when.days(), Some((first, last)), "{value}");
        }
    }

    #[test]
    fn open_values_denote_no_days() {
        for value in
            ["XXXX-WXX-4", "P3Y", "PT6H", "PAST_REF", "2025-XX", "2025-02-31", "9999-W60", "", "é", "20-25", "BC0044"]
        {
            assert_eq!(interval(value), None, "{value}");
        }
        assert_eq!(interval("2025-04-18TMO"), interval("2025-04-18"));
    }
}
