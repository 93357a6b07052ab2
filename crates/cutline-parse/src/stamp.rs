//! Dates and clock times as pages print them above an article.
//!
//! Only what a timestamp line holds is read here ('Jan 31, 2025, 2:15 PM',
//! '18 Nov 2019 18.54 GMT', '2019-11-19T12:48:14Z', '11/13/19'); time
//! expressions in running text are `cutline-timex`'s.

use cutline_text::Span;
use jiff::civil::Date;

use crate::lexicon::{self, class};

/// A date with a clock time, if there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// ISO 8601, as far as it is known.
    pub(crate) value: String,
    pub(crate) day: Date,
    /// From the first to the last word of date and time.
    pub(crate) span: Span,
}

/// A word or number with its place.
#[derive(Clone, Copy, Debug)]
struct Part<'t> {
    text: &'t str,
    at: usize,
}

impl Part<'_> {
    fn end(&self) -> usize {
        self.at + self.text.len()
    }
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let mut found = Vec::with_capacity((text.len() / 5).min(66));
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() && found.len() <= 64 {
        let start = at;
        while at < bytes.len() && is_inner(bytes[at], at > start) {
            at += 1;
        }
        if at == start {
            at += 1;
            continue;
        }
        push(&text[start..at], start, &mut found);
    }
    found
}

/// Adds a word; one with characters beyond ASCII may hold marks ('2019–'), and
/// is parted at them.
fn push<'t>(word: &'t str, at: usize, found: &mut Vec<Part<'t>>) {
    if word.is_ascii() {
        return unglue(trim_marks(word), at, found);
    }
    let mut from = 0;
    for piece in word.split(|c: char| !c.is_ascii() && !c.is_alphanumeric()) {
        let piece_at = from + word[from..].find(piece).unwrap_or(0);
        from = piece_at + piece.len();
        if !trim_marks(piece).is_empty() {
            unglue(trim_marks(piece), at + piece_at, found);
        }
    }
}

fn trim_marks(word: &str) -> &str {
    let ends = word.bytes().rev().take_while(|byte| matches!(byte, b':' | b'/' | b'-' | b'.' | b'+')).count();
    &word[..word.len() - ends]
}

/// Whether a byte belongs to a word: letters and digits, and behind the first
/// also the marks that stand within dates and times.
fn is_inner(byte: u8, begun: bool) -> bool {
    INNER[usize::from(byte)] > u8::from(!begun)
}

/// 2 for what begins a word, 1 for what may stand within one, 0 for the rest.
static INNER: [u8; 256] = {
    let mut inner = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        inner[byte] = match byte as u8 {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | 0x80.. => 2,
            b':' | b'/' | b'-' | b'.' | b'+' => 1,
            _ => 0,
        };
        byte += 1;
    }
    inner
};

/// Parts words that a page shows apart but the scraper ran together:
/// '20194:29' (year and clock), 'ESTUpdated' (zone and label).
fn unglue<'t>(word: &'t str, at: usize, found: &mut Vec<Part<'t>>) {
    let bytes = word.as_bytes();
    // Plain words and numbers, as most are.
    let plain = !bytes.first().is_some_and(u8::is_ascii_digit) && !bytes.get(1).is_some_and(u8::is_ascii_uppercase);
    if plain || bytes.len() < 4 {
        return found.push(Part { text: word, at });
    }
    let clock = bytes.len() >= 8
        && bytes[..5].iter().all(u8::is_ascii_digit)
        && year(&word[..4]).is_some()
        && word[4..].contains(':');
    let capitals = bytes.iter().take_while(|b| b.is_ascii_uppercase()).count();
    let zone = (3..=5).contains(&capitals)
        && bytes.get(capitals).is_some_and(u8::is_ascii_lowercase)
        && is_label(&word[..capitals - 1]);
    let cut = if clock {
        4
    } else if zone {
        capitals - 1
    } else {
        0
    };
    if cut > 0 {
        found.push(Part { text: &word[..cut], at });
    }
    found.push(Part { text: &word[cut..], at: at + cut });
}

/// All dates in `text` in order, each with the time next to it.
pub(crate) fn stamps(text: &str) -> Vec<Stamp> {
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
    stamps_among(&parts(text), text.len())
}

/// The dates among the words of a text of `len` bytes.
fn stamps_among(parts: &[Part<'_>], len: usize) -> Vec<Stamp> {
    let mut found: Vec<Stamp> = Vec::new();
    let mut n = 0;
    while n < parts.len() {
        if let Some((day, value, taken)) = date(&parts[n..]) {
            let span = Span::new(parts[n].at, parts[n + taken - 1].end());
            found.push(Stamp { value, day, span });
            n += taken;
        } else {
            n += 1;
        }
    }
    for n in 0..found.len() {
        let from = if n == 0 { 0 } else { found[n - 1].span.range().end };
        let to = found.get(n + 1).map_or(len, |next| next.span.range().start);
        add_time(&mut found[n], parts, from, to, n == 0);
    }
    found
}

/// The first full date in `text`.
pub(crate) fn first_date(text: &str) -> Option<Date> {
    stamps(text).first().map(|stamp| stamp.day)
}

/// A date at the head of `parts`: the day, its ISO form, how many parts it takes.
fn date(parts: &[Part<'_>]) -> Option<(Date, String, usize)> {
    if let Some((day, value)) = solid(parts[0].text) {
        return Some((day, value, 1));
    }
    let month_of = |n: usize| parts.get(n).and_then(|part| month(part.text));
    let day_of = |n: usize| parts.get(n).and_then(|part| day_number(part.text));
    let year_of = |n: usize| parts.get(n).and_then(|part| year(part.text));
    let (found, len) = if let (Some(m), Some(d), Some(y)) = (month_of(0), day_of(1), year_of(2)) {
        (Date::new(y, m, d), 3)
    } else if let (Some(d), Some(m), Some(y)) = (day_of(0), month_of(1), year_of(2)) {
        (Date::new(y, m, d), 3)
    } else if let (Some(y), Some(m), Some(d)) = (year_of(0), month_of(1), day_of(2)) {
        (Date::new(y, m, d), 3)
    } else {
        return None;
    };
    let day = found.ok()?;
    Some((day, day.to_string(), len))
}

/// '2019-11-19T12:48:14Z', '2019-11-19', '20/11/2019', '11/13/19', '19.11.2019', '18-Nov-2019'.
fn solid(word: &str) -> Option<(Date, String)> {
    let bytes = word.as_bytes();
    if bytes.len() < 6 || bytes.len() > 40 {
        return None;
    }
    if let Some(iso) = iso(word) {
        return Some(iso);
    }
    let mark = ['/', '.', '-'].into_iter().find(|&mark| word.matches(mark).count() == 2)?;
    let mut pieces = word.split(mark);
    let (a, b, c) = (pieces.next()?, pieces.next()?, pieces.next()?);
    if let (Some(d), Some(m), Some(y)) = (day_number(a), month(b), year(c)) {
        let day = Date::new(y, m, d).ok()?;
        return Some((day, day.to_string()));
    }
    let (a, b) = (short(a)?, short(b)?);
    let y = match c.len() {
        4 => year(c)?,
        2 => 2000 + i16::from(short(c)?),
        _ => return None,
    };
    // Month first, as where such dates are most often printed, unless it cannot be one.
    let (m, d) = if a > 12 || mark == '.' { (b, a) } else { (a, b) };
    let day = Date::new(y, m, d).ok()?;
    Some((day, day.to_string()))
}

fn iso(word: &str) -> Option<(Date, String)> {
    let day = word.get(..10)?;
    let bytes = day.as_bytes();
    let mark = bytes[4];
    if !matches!(mark, b'-' | b'/') || bytes[7] != mark {
        return None;
    }
    let date = Date::new(year(&day[..4])?, short(&day[5..7])?, short(&day[8..])?).ok()?;
    let clock = word[10..].strip_prefix('T').filter(|rest| clock(rest.get(..5).unwrap_or("")).is_some());
    let value = clock.map_or_else(|| date.to_string(), |clock| format!("{date}T{clock}"));
    Some((date, value))
}

fn short(word: &str) -> Option<i8> {
    ((1..=2).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.parse().ok()).flatten()
}

fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.');
    if class(word) & lexicon::MONTH == 0 {
        return None;
    }
    let low = word.to_ascii_lowercase();
    const NAMES: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let at = NAMES.iter().position(|name| low.starts_with(name))?;
    i8::try_from(at + 1).ok()
}

fn day_number(word: &str) -> Option<i8> {
    if !word.as_bytes().first()?.is_ascii_digit() {
        return None;
    }
    let digits = word.trim_end_matches(["st", "nd", "rd", "th"].map(|s| s.chars().next_back().unwrap_or(' ')));
    let digits = digits.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let tail = &word[digits.len()..];
    let good = tail.is_empty() || ["st", "nd", "rd", "th"].iter().any(|end| tail.eq_ignore_ascii_case(end));
    short(digits).filter(|d| good && (1..=31).contains(d))
}

fn year(word: &str) -> Option<i16> {
    let digits = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| word.parse().ok()).flatten().filter(|y| (1800..=2100).contains(y))
}

/// Looks for a clock time behind the date, or before it.
fn add_time(stamp: &mut Stamp, parts: &[Part<'_>], from: usize, to: usize, first: bool) {
    if stamp.value.len() > 10 {
        return;
    }
    let end = stamp.span.range().end;
    let start = stamp.span.range().start;
    let after = parts.iter().enumerate().filter(|(_, p)| p.at >= end && p.end() <= to).take(4);
    let before = parts.iter().enumerate().filter(|(_, p)| p.at >= from && p.end() <= start && (first || p.at > from));
    for (n, part) in after.chain(before) {
        let Some((hour, minute, second)) = clock(part.text) else { continue };
        let next = parts.get(n + 1).map_or("", |p| p.text);
        let half = if half(part.text).is_empty() { half(next) } else { half(part.text) };
        let Some(hour) = of_day(hour, half) else { continue };
        let zone = parts[n + 1..].iter().take(2).any(|p| matches!(p.text, "GMT" | "UTC" | "Z"));
        let second = second.map(|s| format!(":{s:02}")).unwrap_or_default();
        stamp.value = format!("{}T{hour:02}:{minute:02}{second}{}", stamp.day, if zone { "Z" } else { "" });
        let (a, b) = (part.at.min(start), part.end().max(end));
        let b = if half.is_empty() || half != self::half(next) { b } else { b.max(parts[n + 1].end()) };
        stamp.span = Span::new(a, b);
        return;
    }
}

/// '2:15', '18.54', '10:28am', '12:48:14', '9pm'.
fn clock(word: &str) -> Option<(i8, i8, Option<i8>)> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    if digits.len() < word.len() && half(word).is_empty() && !word.ends_with('Z') && !word.ends_with('h') {
        return None;
    }
    let mut pieces = digits.split([':', '.']);
    let hour = short(pieces.next()?)?;
    let minute = match pieces.next() {
        Some(minute) => (minute.len() == 2).then(|| short(minute)).flatten()?,
        None if digits.len() < word.len() => 0,
        None => return None,
    };
    let second = pieces.next().and_then(short).filter(|s| *s < 60);
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then_some((hour, minute, second))
}

/// 'am', 'pm' or nothing.
fn half(word: &str) -> &'static str {
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.'));
    match letters.to_ascii_lowercase().as_str() {
        "am" | "a.m" | "a.m." => "am",
        "pm" | "p.m" | "p.m." => "pm",
        _ => "",
    }
}

fn of_day(hour: i8, half: &str) -> Option<i8> {
    match half {
        "am" if hour <= 12 => Some(hour % 12),
        "pm" if hour <= 12 => Some(hour % 12 + 12),
        _ => Some(hour),
    }
}

/// Whether `line` says when something was published and little else.
pub(crate) fn is_line(line: &str) -> bool {
    if line.len() > 160 || !line.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let parts = parts(line);
    let mut dated = !stamps_among(&parts, line.len()).is_empty();
    let ago = line.ends_with(" ago") || line.contains(" ago ");
    dated = dated
        || ago
        || parts.iter().all(|part| clock(part.text).is_some() || is_label(part.text))
            && parts.iter().any(|part| clock(part.text).is_some());
    let labelled = || ["ublished", "pdated", "osted", "UPDATED", "PUBLISHED"].iter().any(|label| line.contains(label));
    let spare = if dated && !line.ends_with('.') && labelled() { 2 } else { 0 };
    dated && rest_words(&parts) <= spare && !line.starts_with("By ")
}

/// How many words of a line are neither date nor time nor label of one.
fn rest_words(parts: &[Part<'_>]) -> usize {
    parts.iter().filter(|part| !is_part_of_stamp(part.text)).count()
}

fn is_part_of_stamp(word: &str) -> bool {
    class(word) & (lexicon::MONTH | lexicon::WEEKDAY) != 0
        || word.starts_with(|c: char| c.is_ascii_digit())
            && (day_number(word).is_some() || year(word).is_some() || clock(word).is_some() || solid(word).is_some())
        || is_label(word)
        || short(word).is_some()
}

fn is_label(word: &str) -> bool {
    class(word) & lexicon::STAMP != 0
}

/// The last date in `words`, as far as it is written: 'Friday, Jan. 31, 2025',
/// 'Nov. 19', 'Thursday'.
pub(crate) fn last_date_words(words: &str) -> Option<Span> {
    let parts = parts(words);
    let mut best: Option<Span> = None;
    let mut full = false;
    let mut n = 0;
    while n < parts.len() {
        let could = parts[n].text.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase());
        let Some(len) = could.then(|| date_words(&parts[n..])).flatten() else {
            n += 1;
            continue;
        };
        let span = Span::new(parts[n].at, parts[n + len - 1].end());
        let dated = parts[n..n + len].iter().any(|p| year(p.text).is_some() || day_number(p.text).is_some());
        if dated || !full {
            best = Some(span);
            full = dated;
        }
        n += len;
    }
    best
}

/// How many parts a date at the head takes: weekday, day, month, year in any
/// order that has a month or a weekday.
fn date_words(parts: &[Part<'_>]) -> Option<usize> {
    let mut len = 0;
    let (mut weekday, mut named, mut number, mut years) = (0, 0, 0, 0);
    for part in parts.iter().take(4) {
        let kind = class(part.text);
        let upper = part.text.starts_with(char::is_uppercase);
        if kind & lexicon::WEEKDAY != 0 && upper && part.text.len() >= 6 && len == 0 {
            weekday += 1;
        } else if kind & lexicon::MONTH != 0 && upper && named == 0 {
            named += 1;
        } else if number == 0 && day_number(part.text).is_some() && years == 0 {
            number += 1;
        } else if years == 0 && year(part.text).is_some() && named > 0 {
            years += 1;
        } else {
            break;
        }
        len += 1;
    }
    if named == 0 {
        return (weekday > 0).then_some(1);
    }
    (number + years > 0).then_some(len)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(line: &str) -> String {
        stamps(line).first().map(|s| s.value.clone()).unwrap_or_default()
    }

    #[test]
    fn styles_of_timestamps() {
        for (line, iso) in [
            ("Jan 31, 2025, 2:15 PM", "2025-01-31T14:15"),
            (" date 2025-01-31 Close", "2025-01-31"),
            ("Mon 18 Nov 2019 18.54 GMT", "2019-11-18T18:54Z"),
            ("PUBLISHED: 10:48, Tue, Nov 19, 2019", "2019-11-19T10:48"),
            ("2019-11-19T12:48:14Z Space", "2019-11-19T12:48:14Z"),
            ("On 11/13/19 at 4:00 PM EST", "2019-11-13T16:00"),
            ("Published Wed, Nov 20 2019 4:29 AM EST", "2019-11-20T04:29"),
            ("Updated 1:39 am EST, Wednesday, November 20, 2019", "2019-11-20T01:39"),
            ("19 November 2019", "2019-11-19"),
            ("13/11/2019", "2019-11-13"),
            ("May\u{a0}3, 2021 • 5:50 PM", "2021-05-03T17:50"),
            ("3 May 2021–Lodz", "2021-05-03"),
            ("March 3rd, 2021", "2021-03-03"),
        ] {
            assert_eq!(value(line), iso, "{line}");
        }
        assert_eq!(value("It cost 11,500 in May"), "");
    }

    #[test]
    fn lines_that_hold_nothing_else() {
        assert!(is_line("Updated 1:39 am EST, Wednesday, November 20, 2019"));
        assert!(is_line("Published 1 day ago"));
        assert!(is_line("5:50 PM"));
        assert!(!is_line("By Ana Bela November 20, 2019"));
        assert!(!is_line("The mine closed on May 3, 2019."));
    }

    #[test]
    fn dates_as_written() {
        let words = "Ana Bela speaks in Lodz, Friday, Jan. 31, 2025, in Poland";
        assert_eq!(&words[last_date_words(words).unwrap()], "Friday, Jan. 31, 2025");
        let words = "Ana Bela speaks Thursday in Lodz";
        assert_eq!(&words[last_date_words(words).unwrap()], "Thursday");
        assert_eq!(last_date_words("Ana May speaks"), None);
    }
}
