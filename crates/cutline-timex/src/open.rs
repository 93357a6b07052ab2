//! The values of points that nothing anchors: `XXXX-WXX-4` is some Thursday.

use crate::calendar::day;
use crate::grammar::sets::season_code;
use crate::sense::{Point, Year};
use crate::word::Unit;

/// Whether the point is a day of the calendar that may not exist.
pub(crate) fn is_fixed(point: Point) -> bool {
    match point {
        Point::Day { year, month, day: of_month } => {
            let year = if let Year::Is(year) = year { year } else { 2000 };
            day(year, month, of_month).is_none()
        }
        Point::Year(Year::Is(year)) => !(1..=9999).contains(&year),
        _ => false,
    }
}

/// The value of a point that nothing anchors.
pub(crate) fn open(point: Point) -> String {
    let head = |year: Year| match year {
        Year::Is(year) if (1..=9999).contains(&year) => format!("{year:04}"),
        _ => "XXXX".into(),
    };
    match point {
        Point::Day { year, month, day: of_month } if day(2000, month, of_month).is_some() && !is_fixed(point) => {
            format!("{}-{month:02}-{of_month:02}", head(year))
        }
        Point::Day { year, month, .. } if (1..=12).contains(&month) => format!("{}-{month:02}-XX", head(year)),
        Point::Month { year, month } => format!("{}-{month:02}", head(year)),
        Point::Quarter { year, number } => format!("{}-Q{number}", head(year)),
        Point::Half { year, number } => format!("{}-H{number}", head(year)),
        Point::Season { year, season } => format!("{}-{}", head(year), season_code(season)),
        Point::YearEnd(year) => format!("{}-12-31", head(year)),
        Point::ShortDecade(tens) => format!("XX{tens}"),
        Point::Weekday { weekday, .. } => format!("XXXX-WXX-{weekday}"),
        Point::Weekend(_) => "XXXX-WXX-WE".into(),
        Point::WeekOf { .. } => "XXXX-WXX".into(),
        Point::Latest(_) => "XXXX-QX".into(),
        Point::Day { .. } | Point::Holiday { .. } => "XXXX-XX-XX".into(),
        Point::Shift { unit, .. } => open_unit(unit).into(),
        _ => "XXXX".into(),
    }
}

fn open_unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century | Unit::Millennium => "XX",
        _ => "XXXX-XX-XX",
    }
}

pub(crate) fn open_in(unit: Unit, year: i32) -> String {
    format!("{year:04}{}", &open_unit(unit)[4..])
}
