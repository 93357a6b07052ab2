//! Days counted into columns: by day, week, month or year, whichever gives a
//! readable number of them.

use cutline_doc::Date;

use super::charts::Column;

/// The day of an ISO date or date-time; the first of a month or year alone.
pub(super) fn day(value: &str) -> Option<Date> {
    let parts = value.get(..10).unwrap_or(value);
    let full = match parts.len() {
        4 => format!("{parts}-01-01"),
        7 => format!("{parts}-01"),
        _ => parts.to_owned(),
    };
    full.parse().ok()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// Columns from the first day to the last, empty ones among them.
pub(super) fn columns(days: &[Date]) -> Vec<Column> {
    let (Some(&first), Some(&last)) = (days.iter().min(), days.iter().max()) else { return Vec::new() };
    let unit = match (last - first).get_days() {
        0..=62 => Unit::Day,
        63..=430 => Unit::Week,
        431..=3700 => Unit::Month,
        _ => Unit::Year,
    };
    let start = unit.number(first);
    let mut counts = vec![0; (unit.number(last) - start + 1) as usize];
    for &day in days {
        counts[(unit.number(day) - start) as usize] += 1;
    }
    let mut labels: Vec<Option<String>> = vec![None; counts.len()];
    for &day in days {
        labels[(unit.number(day) - start) as usize].get_or_insert_with(|| unit.label(day));
    }
    counts.into_iter().zip(labels).map(|(count, label)| Column { label: label.unwrap_or_default(), count }).collect()
}

impl Unit {
    /// Counts units from some beginning.
    fn number(self, day: Date) -> i64 {
        let month = i64::from(day.year()) * 12 + i64::from(day.month()) - 1;
        match self {
            Unit::Day => days(day),
            Unit::Week => days(day).div_euclid(7),
            Unit::Month => month,
            Unit::Year => i64::from(day.year()),
        }
    }

    fn label(self, day: Date) -> String {
        match self {
            Unit::Day => day.to_string(),
            Unit::Week => format!("week of {}", monday(day)),
            Unit::Month => day.strftime("%B %Y").to_string(),
            Unit::Year => day.year().to_string(),
        }
    }
}

/// Days since a Monday.
fn days(day: Date) -> i64 {
    i64::from((day - Date::constant(1970, 1, 5)).get_days())
}

fn monday(day: Date) -> Date {
    (0..days(day).rem_euclid(7)).fold(day, |day, _| day.yesterday().unwrap_or(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(days: &[&str]) -> Vec<String> {
        let days: Vec<Date> = days.iter().filter_map(|text| day(text)).collect();
        columns(&days).iter().map(|column| format!("{} {}", column.label, column.count)).collect()
    }

    #[test]
    fn the_unit_fits_the_span() {
        assert_eq!(shown(&["2025-04-18T10:00", "2025-04-20", "2025-04-18"]), ["2025-04-18 2", " 0", "2025-04-20 1"]);
        let weeks = shown(&["2025-01-01", "2025-04-18"]);
        assert_eq!((weeks[0].as_str(), weeks.len()), ("week of 2024-12-30 1", 16));
        assert_eq!(shown(&["2020", "2022-03"]).len(), 27);
        assert_eq!(shown(&["0001-01-01", "9999-12-31"]).len(), 9999);
        assert!(shown(&["nonsense", "20€5"]).is_empty());
    }
}
