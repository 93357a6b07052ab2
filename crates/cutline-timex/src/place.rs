//! The stretch of the calendar that a point names once its year or its day of
//! speech is known.

use jiff::civil::Date;

use crate::calendar::{day, monday, plus_days, plus_months};
use crate::sense::{Point, Year};
use crate::when::When;
use crate::word::Unit;

pub(crate) fn stated_year(year: i32) -> When {
    if (1..=9999).contains(&year) { When::Year(year) } else { When::Open("XXXX".into()) }
}

/// `by` units from `date`, at the grain of the unit.
pub(crate) fn shifted(date: Date, unit: Unit, by: i32) -> Option<When> {
    let month = |date: Date| (i32::from(date.year()), date.month() as u8);
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => None,
        Unit::Day => plus_days(date, by).map(When::Day),
        Unit::Week | Unit::Fortnight => {
            let weeks = if unit == Unit::Week { by } else { by.checked_mul(2)? };
            monday(plus_days(date, weeks.checked_mul(7)?)?).map(When::Week)
        }
        Unit::Month => plus_months(date.first_of_month(), by).map(|date| When::Month(month(date).0, month(date).1)),
        Unit::Quarter => {
            let (year, month) = month(plus_months(date.first_of_month(), by.checked_mul(3)?)?);
            Some(When::Quarter(year, (month - 1) / 3 + 1))
        }
        Unit::Year => plus_months(date, by.checked_mul(12)?).map(|date| When::Year(month(date).0)),
        Unit::Decade => Some(When::Decade(years_away(date, by, 10)? / 10)),
        Unit::Century => Some(When::Century(years_away(date, by, 100)? / 100)),
        Unit::Millennium => Some(When::Year(years_away(date, by, 1000)?)),
    }
}

fn years_away(date: Date, by: i32, size: i32) -> Option<i32> {
    let year = i32::from(date.year()).checked_add(by.checked_mul(size)?)?;
    (1..=9999).contains(&year).then_some(year)
}

pub(crate) fn year_of(point: Point) -> Year {
    match point {
        Point::Day { year, .. }
        | Point::Month { year, .. }
        | Point::Quarter { year, .. }
        | Point::Half { year, .. }
        | Point::Season { year, .. }
        | Point::Year(year)
        | Point::Fiscal(year)
        | Point::YearEnd(year)
        | Point::Holiday { year, .. }
        | Point::WeekOf { year, .. } => year,
        _ => Year::Open,
    }
}

pub(crate) fn in_year(point: Point, year: i32) -> Option<When> {
    if !(1..=9999).contains(&year) {
        return None;
    }
    Some(match point {
        Point::Day { month, day: of_month, .. } => When::Day(day(year, month, of_month)?),
        Point::Month { month, .. } => When::Month(year, month),
        Point::Quarter { number, .. } => When::Quarter(year, number),
        Point::Half { number, .. } => When::Half(year, number),
        Point::Season { season, .. } => When::Season(year, season),
        Point::Year(_) | Point::Fiscal(_) => When::Year(year),
        Point::YearEnd(_) => When::Day(day(year, 12, 31)?),
        Point::Holiday { holiday, .. } => When::Day(holiday.day(i16::try_from(year).ok()?)?),
        Point::WeekOf { month, day: of_month, .. } => When::Week(monday(day(year, month, of_month)?)?),
        Point::ShortDecade(tens) => short_decade(tens, year),
        _ => return None,
    })
}

/// The last decade of that name that had begun five years before.
fn short_decade(tens: i32, year: i32) -> When {
    let decade = (year - 5) / 10;
    When::Decade(decade - (decade - tens).rem_euclid(10))
}
