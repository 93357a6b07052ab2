//! Small charts: a list with a bar a row, and columns over time. Bars are
//! inline SVG that stretches; words and numbers are ordinary text.

use maud::{Markup, html};

use crate::view::number;

/// A row of a bar chart.
pub(super) struct Bar {
    pub name: String,
    pub link: Option<String>,
    /// What is counted; a second part of it is drawn lighter.
    pub count: usize,
    pub part: usize,
    /// Said instead of the bare number.
    pub said: Option<String>,
}

impl Bar {
    pub fn new(name: impl Into<String>, link: Option<String>, count: usize) -> Bar {
        Bar { name: name.into(), link, count, part: 0, said: None }
    }
}

/// Rows with bars as long as their counts.
pub(super) fn bars(class: &str, rows: &[Bar]) -> Markup {
    let most = rows.iter().map(|row| row.count + row.part).max().unwrap_or(0).max(1);
    let of_all = |n: usize| (n * 1000).div_ceil(most);
    html! {
        ol class={ "bars " (class) } {
            @for row in rows {
                li {
                    @if let Some(link) = &row.link { a.name href=(link) { (row.name) } } @else { span.name { (row.name) } }
                    svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
                        rect.bar width=(of_all(row.count)) height="10" {}
                        @if row.part > 0 {
                            rect.bar.part x=(of_all(row.count)) width=(of_all(row.part)) height="10" {}
                        }
                    }
                    span.count {
                        @match &row.said { Some(said) => (said), None => (number(row.count + row.part)) }
                    }
                }
            }
        }
    }
}

/// A column of a chart over time.
pub(super) struct Column {
    /// 'April 2025'
    pub label: String,
    pub count: usize,
}

/// Columns over time; the labels of the first and last stand below.
pub(super) fn columns(columns: &[Column], what: &str) -> Markup {
    let most = columns.iter().map(|column| column.count).max().unwrap_or(0).max(1);
    let wide = 1000_usize;
    let at = |n: usize| n * wide / columns.len().max(1);
    let gap = |n: usize| if columns.len() > 150 { 0 } else { (at(n + 1) - at(n)) / 8 };
    let high = |count: usize| (count * 100).div_ceil(most);
    let said = format!("{what}: {} to {}, at most {} at once", first(columns), last(columns), number(most));
    html! {
        figure.columns {
            svg viewBox="0 0 1000 100" preserveAspectRatio="none" role="img" aria-label=(said) {
                @for (n, column) in columns.iter().enumerate().filter(|(_, column)| column.count > 0) {
                    rect.bar x=(at(n) + gap(n)) y=(100 - high(column.count)) width=((at(n + 1) - at(n) - 2 * gap(n)).max(1))
                        height=(high(column.count)) { title { (column.label) ": " (number(column.count)) } }
                }
            }
            figcaption {
                span { (first(columns)) }
                @if columns.len() > 1 { span { (last(columns)) } }
            }
        }
    }
}

fn first(columns: &[Column]) -> &str {
    columns.first().map_or("", |column| &column.label)
}

fn last(columns: &[Column]) -> &str {
    columns.last().map_or("", |column| &column.label)
}
