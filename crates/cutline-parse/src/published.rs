//! The day of publication, and what it was read from.

use cutline_doc::{Block, BlockKind, Date, Published};
use cutline_text::Span;
use jiff::ToSpan as _;
use jiff::civil::Weekday;

use crate::Hints;
use crate::lexicon::{self, class};
use crate::stamp::{self, Stamp};
use crate::words::{bare, words};

/// Published and modified dates.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Dates {
    pub(crate) published: Option<Published>,
    pub(crate) modified: Option<Published>,
}

/// Reads the dates from the input's own word, the timestamp lines, or what a
/// post and a weekday imply; a default comes last.
pub(crate) fn read(text: &str, stamps: &[Span], blocks: &[Block], hints: &Hints) -> Dates {
    let (published, modified) = from_lines(text, stamps);
    let given = hints.published.as_deref().and_then(given);
    let published = given
        .or(published)
        .or_else(|| modified.clone().map(|m| Published { how: "timestamp-updated".into(), ..m }))
        .or_else(|| from_post(text, blocks))
        .or_else(|| hints.default_date.map(assumed));
    Dates { published, modified }
}

/// The input's own date, as far as it can be read.
fn given(value: &str) -> Option<Published> {
    let stamp = stamp::stamps(value).into_iter().next()?;
    let value = if stamp.value.len() > 10 { stamp.value } else { stamp.day.to_string() };
    Some(Published { value, day: stamp.day, how: "input".into(), inferred: false, span: None })
}

fn assumed(day: Date) -> Published {
    Published { value: day.to_string(), day, how: "default".into(), inferred: true, span: None }
}

/// From lines such as 'Published 3 May 2021 10:15 | Updated 4 May 2021'.
fn from_lines(text: &str, lines: &[Span]) -> (Option<Published>, Option<Published>) {
    let (mut published, mut modified): (Vec<Published>, Vec<Published>) = Default::default();
    for &line in lines {
        let words = &text[line];
        let found = stamp::stamps(words);
        let mut from = 0;
        for stamp in &found {
            let label = label(&words[from..stamp.span.range().start]);
            let changed = label.unwrap_or(false);
            from = stamp.span.range().end;
            let value = Published {
                value: stamp.value.clone(),
                day: stamp.day,
                how: "timestamp".into(),
                inferred: false,
                span: Some(stamp.span.shift(line.start)),
            };
            if changed { modified.push(value) } else { published.push(value) }
        }
        add_clock(text, line, &found, &mut published);
    }
    (best(published), best(modified))
}

/// 'Updated' before a date says that it is no publication date; 'Published' that it is.
fn label(before: &str) -> Option<bool> {
    let low = before.to_ascii_lowercase();
    let changed = ["updated", "modified", "edited", "update"].iter().filter_map(|word| low.rfind(word)).max();
    let first = ["published", "posted", "created", "issued"].iter().filter_map(|word| low.rfind(word)).max();
    match (changed, first) {
        (Some(a), Some(b)) => Some(a > b),
        (Some(_), None) => Some(true),
        (None, Some(_)) => Some(false),
        (None, None) => None,
    }
}

/// A line that holds a clock time alone adds it to the date of the line before.
fn add_clock(text: &str, line: Span, found: &[Stamp], published: &mut [Published]) {
    if let Some(last) = published.last_mut()
        && found.is_empty()
        && last.value.len() == 10
        && let Some(span) = last.span
    {
        let joined = format!("{} {}", last.value, &text[line]);
        if let Some(stamp) = stamp::stamps(&joined).into_iter().next().filter(|s| s.value.len() > 10) {
            last.value = stamp.value;
            last.span = Some(span);
        }
    }
}

/// The first, or one of the same day that says more.
fn best(found: Vec<Published>) -> Option<Published> {
    let day = found.first()?.day;
    found.into_iter().filter(|p| p.day == day).reduce(|a, b| if b.value.len() > a.value.len() { b } else { a })
}

/// From a post's date and the weekday that the article speaks of: the day of
/// that name on or next after the post's day, if it is within a week. The
/// article must say 'on Friday' of something that happened, and no other
/// weekday may be named as often.
fn from_post(text: &str, blocks: &[Block]) -> Option<Published> {
    let post = blocks
        .iter()
        .filter(|b| b.kind == BlockKind::SocialPost)
        .filter_map(|b| post_date(text, b.span))
        .max_by_key(|s| s.day)?;
    let weekday = told_weekday(text, blocks)?;
    let ahead = i64::from((weekday.to_monday_zero_offset() - post.day.weekday().to_monday_zero_offset()).rem_euclid(7));
    let day = post.day.checked_add(ahead.days()).ok()?;
    Some(Published {
        value: day.to_string(),
        day,
        how: "post-and-weekday".into(),
        inferred: true,
        span: Some(post.span),
    })
}

/// The date in a post's author line, which stands last.
fn post_date(text: &str, span: Span) -> Option<Stamp> {
    let line = text[span].rfind(['—', '–']).unwrap_or(0);
    let stamp = stamp::stamps(&text[span][line..]).into_iter().next_back()?;
    let offset = span.start + line as u32;
    Some(Stamp { span: stamp.span.shift(offset), ..stamp })
}

/// Whether `text` holds the name of a day, so that its times are worth reading.
fn names_weekday(text: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), b"day").is_some()
        || words(text).any(|word| class(bare(word)) & lexicon::WEEKDAY != 0)
}

/// The weekday that the first paragraphs tell of: 'on Friday', which no day
/// in the text resolves.
fn told_weekday(text: &str, blocks: &[Block]) -> Option<Weekday> {
    let mut counts = [0u32; 7];
    for block in blocks.iter().filter(|b| b.kind == BlockKind::Paragraph).take(12) {
        let words = &text[block.span];
        if !names_weekday(words) {
            continue;
        }
        for timex in cutline_timex::tag(words, None) {
            let open = timex.value.strip_prefix("XXXX-WXX-").and_then(|day| day.parse::<usize>().ok());
            let told =
                words[..timex.span.start as usize].trim_end().ends_with(" on") || words[timex.span].starts_with("on ");
            if let Some(count) = open.and_then(|day| counts.get_mut(day.checked_sub(1)?)).filter(|_| told) {
                *count += 1;
            }
        }
    }
    let best = (0..7).max_by_key(|&n| counts[n]).filter(|&n| counts[n] > 0)?;
    let alone = (0..7).filter(|&n| counts[n] == counts[best]).count() == 1;
    alone.then(|| Weekday::from_monday_zero_offset(best as i8).ok()).flatten()
}
