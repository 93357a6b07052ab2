//! What happened when.

use std::collections::BTreeMap;
use std::io::{self, Write};

use cutline_doc::{Date, TimexKind};
use schemars::JsonSchema;
use serde::Serialize;

use super::{Corpus, Limits, count, document_numbers, more};
use crate::{Column, Event, IntervalRecord, Page, Style, Table, Text, write_line};

/// First and last day.
pub(crate) type Interval = (Date, Date);

/// A dated sentence, and the documents and places that hold it.
pub(crate) struct Entry<'a> {
    pub event: &'a Event,
    pub documents: Vec<usize>,
    times: usize,
}

/// Sentences by the day they speak of: each once, however often it stands.
pub(crate) fn dated<'a>(corpus: &Corpus<'a>) -> BTreeMap<Interval, Vec<Entry<'a>>> {
    let mut days: BTreeMap<Interval, Vec<Entry<'a>>> = BTreeMap::new();
    let mut places: BTreeMap<(Interval, &str), usize> = BTreeMap::new();
    for (document, event) in events(corpus) {
        let Some(interval) = event.interval else { continue };
        let entries = days.entry(interval).or_default();
        let at = *places.entry((interval, event.sentence.as_str())).or_insert(entries.len());
        match entries.get_mut(at) {
            Some(entry) => {
                entry.documents.push(document);
                entry.times += 1;
            }
            None => entries.push(Entry { event, documents: vec![document], times: 1 }),
        }
    }
    days
}

fn events<'a>(corpus: &Corpus<'a>) -> impl Iterator<Item = (usize, &'a Event)> {
    corpus.documents.iter().enumerate().flat_map(|(n, document)| document.events.iter().map(move |event| (n, event)))
}

/// Every dated sentence by day, then what cannot be dated: the `timeline` view.
pub fn page(corpus: &Corpus<'_>) -> Page {
    let days = dated(corpus);
    let mut page = Page::default();
    let sentences = days.values().map(Vec::len).sum();
    page.heading(1, "Timeline", format!("{} · {}", count(days.len(), "date"), count(sentences, "sentence")));
    let mut table = Table::new([Column::keep(""), Column::cut("", 4), Column::wrap("", 30)]);
    for (interval, entries) in &days {
        for (n, entry) in entries.iter().enumerate() {
            let day = if n == 0 { Text::strong(days_of(*interval)) } else { Text::default() };
            let documents = document_numbers(entry.documents.iter().copied());
            table.row([day, Text::faint(documents), sentence(entry.event, entry.times)]);
        }
    }
    page.table(table);
    page.append(undated(corpus, usize::MAX));
    page
}

/// The days that the texts name most, in order: for the report.
pub fn key_dates(corpus: &Corpus<'_>, limits: Limits) -> Page {
    let days = dated(corpus);
    let mut page = Page::default();
    let rows = limits.rows / 2;
    // A year or a decade is no date that anybody would look up.
    let mut keys: Vec<(usize, Interval)> = (days.iter())
        .filter(|((begin, end), _)| (*end - *begin).get_days() <= 31)
        .map(|(interval, entries)| (entries.iter().filter(|e| !e.event.in_caption).map(|e| e.times).sum(), *interval))
        .filter(|(times, _)| *times > 0)
        .collect();
    let all = keys.len();
    keys.sort_by_key(|&(times, interval)| (std::cmp::Reverse(times), interval));
    keys.truncate(rows);
    keys.sort_by_key(|&(_, interval)| interval);
    if !keys.is_empty() {
        page.heading(1, "When", "dates in the text, captions apart");
    }
    let mut table = Table::new([Column::keep(""), Column::cut("", 4), Column::cut("", 30)]);
    for (times, interval) in keys {
        let entries = &days[&interval];
        let Some(first) = entries.iter().find(|entry| !entry.event.in_caption) else { continue };
        let documents = entries.iter().flat_map(|entry| entry.documents.iter().copied());
        table.row([
            Text::strong(days_of(interval)),
            Text::faint(document_numbers(documents)),
            excerpt(first.event, times),
        ]);
    }
    page.table(table);
    more(&mut page, all, rows, "dates");
    page.append(undated(corpus, rows / 2));
    page
}

/// Dates that no day can be given: each wording once.
fn undated(corpus: &Corpus<'_>, rows: usize) -> Page {
    let mut wordings: BTreeMap<&str, (usize, &Event, Vec<usize>)> = BTreeMap::new();
    for (document, event) in events(corpus) {
        let open = event.interval.is_none() && !event.in_caption && !event.value.ends_with("_REF");
        if open && matches!(event.kind, TimexKind::Date | TimexKind::Time) {
            let wording = wordings.entry(&event.words).or_insert_with(|| (0, event, Vec::new()));
            wording.0 += 1;
            wording.2.push(document);
        }
    }
    let mut page = Page::default();
    if wordings.is_empty() {
        return page;
    }
    let mut wordings: Vec<_> = wordings.into_values().collect();
    wordings.sort_by_key(|(times, event, _)| (std::cmp::Reverse(*times), event.place));
    page.heading(2, "Undated", "which day is meant cannot be told");
    let mut table = Table::new([Column::cut("", 10), Column::cut("", 4), Column::cut("", 30)]);
    for (times, event, documents) in wordings.iter().take(rows) {
        let documents = document_numbers(documents.iter().copied());
        table.row([Text::strong(&event.words), Text::faint(documents), excerpt(event, *times)]);
    }
    page.table(table);
    more(&mut page, wordings.len(), rows, "wordings");
    page
}

/// 'Thu 2025-04-17', '2025-04-14 – 04-20', '2022'.
pub(crate) fn days_of((begin, end): Interval) -> String {
    let (day, month) = (begin.day(), begin.month());
    if begin == end {
        return format!("{} {begin}", begin.strftime("%a"));
    }
    let whole_months = day == 1 && end.tomorrow().is_ok_and(|next| next.day() == 1);
    if whole_months && month == 1 && end.month() == 12 {
        return if begin.year() == end.year() { year(begin) } else { format!("{}–{}", year(begin), year(end)) };
    }
    match begin.year() == end.year() {
        true if whole_months && month == end.month() => begin.strftime("%Y-%m").to_string(),
        true => format!("{begin} – {}", end.strftime("%m-%d")),
        false => format!("{begin} – {end}"),
    }
}

fn year(day: Date) -> String {
    day.year().to_string()
}

/// The sentence with the expression made strong, and how often it stands.
fn sentence(event: &Event, times: usize) -> Text {
    marked(event, 0, times)
}

/// As much of a long sentence as shows the expression on one line: from its
/// start, or, where that is far, from a few words before the expression.
fn excerpt(event: &Event, times: usize) -> Text {
    const LONG: usize = 100;
    const FAR: usize = 50;
    const NEAR: usize = 30;
    let before = event.at.and_then(|at| event.sentence.get(..at)).unwrap_or_default();
    if event.sentence.chars().count() <= LONG || before.chars().count() <= FAR {
        return sentence(event, times);
    }
    let near = before.char_indices().rev().nth(NEAR).map_or(0, |(at, _)| at);
    marked(event, before[near..].find(' ').map_or(near, |at| near + at + 1), times)
}

/// The sentence from that byte on.
fn marked(event: &Event, from: usize, times: usize) -> Text {
    let often = if times > 1 { format!("{times}× ") } else { String::new() };
    let text = Text::faint(often).and(Style::Faint, if from > 0 { "… " } else { "" });
    let Some(at) = event.at else { return text.and(Style::Plain, &event.sentence) };
    let end = at + event.words.len();
    let [before, words, after] = [from..at, at..end, end..event.sentence.len()].map(|range| event.sentence.get(range));
    text.and(Style::Plain, before.unwrap_or_default())
        .and(Style::Strong, words.unwrap_or_default())
        .and(Style::Plain, after.unwrap_or_default())
}

/// A dated sentence: a line of `timeline --format jsonl`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TimelineRow<'a> {
    /// First and last day; absent where no day can be given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<IntervalRecord>,
    /// TIMEX3 value.
    pub value: &'a str,
    /// TIMEX3 type.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The expression as written.
    pub text: &'a str,
    /// The document's id.
    pub id: &'a str,
    /// Where the expression starts.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// The sentence it stands in.
    pub sentence: SentenceRecord<'a>,
    /// Whether that is in a caption.
    pub caption: bool,
}

/// A sentence and its place.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SentenceRecord<'a> {
    /// On one line.
    pub text: &'a str,
    /// Where it starts.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
}

/// One line of JSON a time expression: dated ones by day, then the others in
/// the order of the documents.
///
/// # Errors
/// Those of `out`.
pub fn jsonl(corpus: &Corpus<'_>, out: &mut impl Write) -> io::Result<()> {
    let mut all: Vec<(usize, &Event)> = events(corpus).collect();
    all.sort_by_key(|(document, event)| (event.interval.is_none(), event.interval, *document, event.place));
    all.into_iter().try_for_each(|(document, event)| write_line(out, &row(&corpus.documents[document].id, event)))
}

fn row<'a>(id: &'a str, event: &'a Event) -> TimelineRow<'a> {
    TimelineRow {
        interval: event.interval.map(IntervalRecord::new),
        value: &event.value,
        kind: event.kind.name(),
        text: &event.words,
        id,
        start: event.place.0,
        end: event.place.1,
        sentence: SentenceRecord { text: &event.sentence, start: event.sentence_place.0, end: event.sentence_place.1 },
        caption: event.in_caption,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_read_well() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let shown = |a: &str, b: &str| days_of((day(a), day(b)));
        assert_eq!(shown("2025-04-17", "2025-04-17"), "Thu 2025-04-17");
        assert_eq!(shown("2025-04-14", "2025-04-20"), "2025-04-14 – 04-20");
        assert_eq!(shown("2025-02-01", "2025-02-28"), "2025-02");
        assert_eq!(shown("2022-01-01", "2022-12-31"), "2022");
        assert_eq!(shown("1970-01-01", "1979-12-31"), "1970–1979");
    }
}
