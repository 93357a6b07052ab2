//! The head of an article that stands on one line: where headline, byline and
//! timestamp part when nothing but spaces stands between them.
//!
//! 'NEWS Mill burns down in Lodz By Ana Bela May 3, 2021, 2:15 PM LODZ (AP) —':
//! a date with a clock time or a label, 'By' with names that end where another
//! part begins, and words in capitals tell.

use cutline_text::Span;

use crate::layout::floor;
use crate::words::{bare, words};
use crate::{byline, stamp};

/// How far into the line a head may reach, in bytes.
const REACH: usize = 900;

/// Where the line that opens an article is to be cut. `dateline` is where its
/// dateline begins, which ends the head.
pub(crate) fn marks(text: &str, line: Span, dateline: Option<u32>) -> Vec<u32> {
    let start = line.range().start;
    let reach = floor(text, (start + REACH).min(line.range().end));
    let end = dateline.map_or(reach, |at| (at as usize).min(reach));
    let head = &text[start..end.max(start)];
    let mut marks = stamps(head);
    let ends = dateline.map_or(head.len(), |_| head.len());
    let bounded = dateline.is_some() && end < reach;
    byline(head, bounded.then_some(ends), &mut marks);
    if let Some(&first) = marks.iter().min().filter(|&&first| first > 0) {
        marks.extend(section(&head[..first]));
    }
    marks.sort_unstable();
    marks.dedup();
    marks.into_iter().map(|at| (start + at) as u32).collect()
}

/// Before and behind timestamps: dates with a clock time or a label such as
/// 'Published', which running text does not have.
fn stamps(head: &str) -> Vec<usize> {
    let mut marks = Vec::new();
    for stamp in stamp::stamps(head) {
        let before = head[..stamp.span.range().start].trim_end();
        let last = before.rsplit(' ').next().unwrap_or("");
        let labelled = LABELS.iter().any(|label| bare(last).eq_ignore_ascii_case(label));
        let told = last.ends_with(',') || TOLD.contains(&last);
        if labelled || stamp.value.len() > 10 && !told {
            let label = if labelled { last.len() } else { 0 };
            marks.push(before.len() - label);
            marks.push(stamp.span.range().end);
        }
    }
    marks
}

const LABELS: &[&str] = &["published", "updated", "posted", "modified"];

/// Words that put a date into a sentence.
const TOLD: &[&str] = &["on", "at", "of", "since", "until", "by", "from", "in", "before", "after"];

/// Before 'By …' and behind it, if what it names ends where a part begins: at
/// a timestamp, or at `end`, where the dateline opens.
fn byline(head: &str, end: Option<usize>, marks: &mut Vec<usize>) {
    for by in [" By ", " BY "].iter().filter_map(|by| head.find(by)) {
        let next = marks.iter().copied().filter(|&at| at > by + 4).min().or(end);
        let Some(next) = next.filter(|&next| next - by < 120) else { continue };
        let named = byline::marked(head[by..next].trim());
        if named.is_some_and(|found| found.agency.is_some() || !found.names.is_empty()) {
            marks.extend([by, next]);
            return;
        }
    }
}

/// Around words in capitals before a headline that is not in capitals: the
/// section ('NATIONAL NEWS Trump says').
fn section(before: &str) -> Vec<usize> {
    let mut at = 0;
    let mut run: Option<(usize, usize)> = None;
    for word in words(before) {
        let place = at + before[at..].find(word).unwrap_or(0);
        at = place + word.len();
        let shouted = word.chars().filter(|c| c.is_alphabetic()).count() >= 3 && !word.chars().any(char::is_lowercase);
        match (&mut run, shouted) {
            (Some((_, end)), true) => *end = at,
            (None, true) => run = Some((place, at)),
            (Some(_), false) => break,
            (None, false) => {}
        }
    }
    let Some((from, to)) = run else { return Vec::new() };
    let first = before[..from].split_whitespace().count() <= 6;
    let title = before[to..].trim_start().starts_with(char::is_uppercase);
    let several = before[from..to].contains(' ') || before[..from].trim().is_empty();
    if first && title && several && before[to..].split_whitespace().count() >= 4 { vec![from, to] } else { Vec::new() }
}
