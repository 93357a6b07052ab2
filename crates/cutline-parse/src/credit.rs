//! Where credits stand in a caption.
//!
//! The styles are those of the agencies' own guides: `(AP Photo/Name, File)`,
//! `REUTERS/Name/File Photo`, `(Photo by Name/AFP via Getty Images)`,
//! `Photograph: Name/EPA`, `Credit...Name for The Paper`, `Image source, Getty
//! Images`, `Name | Agency | Stock house`.

use cutline_doc::Span;

use crate::agency::is_agency;
use crate::credited::{by, is_name, segments};
use crate::label::{self, Label};
use crate::lexicon::{self, class};
use crate::wrap::ends_sentence;

/// A credit in a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// With brackets and label.
    pub(crate) outer: Span,
    /// Less brackets and label.
    pub(crate) inner: Span,
    /// Whether it alone proves that a picture is credited: a label, a bracket
    /// or an agency's own style, and not just a name behind a full stop.
    pub(crate) sure: bool,
}

/// How far from the end of a caption a credit may begin.
const REACH: usize = 220;

/// The credit at the end of `caption`.
pub(crate) fn at_end(caption: &str) -> Option<Found> {
    bracket_at_end(caption).or_else(|| labelled_at_end(caption)).or_else(|| bare_at_end(caption))
}

/// The credit that `line` is, as a whole.
pub(crate) fn whole(line: &str) -> Option<Found> {
    if line.len() > 140 {
        return None;
    }
    let all = Span::of(line);
    if let Some(found) = bracket_at_end(line).filter(|found| found.outer.start == 0) {
        return Some(found);
    }
    if line.starts_with('(') && line.ends_with(')') {
        let inner = Span { start: 1, end: all.end - 1 }.trim(line);
        return is_titled(&line[inner]).then_some(Found { outer: all, inner, sure: false });
    }
    if let Some(label) = label::at_start(line) {
        let inner = Span { start: label.len as u32, end: all.end }.trim(line);
        let inner = trim_marks(line, inner);
        return names_someone(&line[inner], label).then_some(Found { outer: all, inner, sure: true });
    }
    let chain = !ends_sentence(line) && is_chain(line);
    chain.then_some(Found { outer: all, inner: all, sure: true })
}

/// Whether `line` opens as only captions do: 'FILE - '.
pub(crate) fn opens_caption(line: &str) -> bool {
    crate::furniture::file_marker(line).is_some()
}

/// A credit in round or square brackets at the end of `caption`.
pub(crate) fn bracket_at_end(caption: &str) -> Option<Found> {
    let trimmed = caption.trim_end_matches(|c: char| c.is_whitespace() || c == '.');
    let open = match trimmed.as_bytes().last()? {
        b')' => b'(',
        b']' => b'[',
        _ => return None,
    };
    let start = opening(trimmed, open)?;
    let inner = Span::new(start + 1, trimmed.len() - 1).trim(trimmed);
    let words = &trimmed[inner];
    let before = trimmed[..start].trim_end();
    let (skip, good) = match label::at_start(words) {
        Some(label) if label.inside => (label.len, true),
        _ => (0, bracketed(words, before)),
    };
    let inner = trim_marks(trimmed, Span { start: inner.start + skip as u32, end: inner.end }.trim(trimmed));
    (good && !inner.is_empty()).then_some(Found { outer: Span::new(start, caption.len()), inner, sure: true })
}

/// The bracket that the last one closes.
fn opening(text: &str, open: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    let close = bytes[bytes.len() - 1];
    let mut depth = 0u32;
    let floor = bytes.len().saturating_sub(REACH);
    for at in (floor..bytes.len()).rev() {
        if bytes[at] == close {
            depth += 1;
        } else if bytes[at] == open {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

/// Whether what stands in brackets without a label is a credit.
fn bracketed(words: &str, before: &str) -> bool {
    let low = |head: &str| words.get(..head.len()).is_some_and(|w| w.eq_ignore_ascii_case(head));
    if ["reporting", "writing", "editing", "additional", "this story", "with "].iter().any(|head| low(head)) {
        return false;
    }
    if words.ends_with('.') && !words.contains(' ') {
        return false; // '(Pa.)', '[AP.]': a state, a source of what was told
    }
    is_chain(words)
        || has_photo_word(words)
        || (before.is_empty() || ends_sentence(before)) && is_name(words) && words.contains(' ')
}

/// 'AP Photo', 'Kremlin Pool', 'File photo', 'Handout via X'.
fn has_photo_word(words: &str) -> bool {
    let known = |w: &str| {
        let w = crate::words::bare(w);
        ["photo", "photos", "photograph", "pool", "handout", "courtesy", "supplied", "screengrab", "screenshot"]
            .iter()
            .any(|known| w.eq_ignore_ascii_case(known))
    };
    words.len() < 120 && is_titled(words) && words.split([' ', '/']).any(known)
}

/// Whether most words are capitalised, as in a list of names.
fn is_titled(words: &str) -> bool {
    let (mut upper, mut lower) = (0, 0);
    for word in words.split(|c: char| c.is_whitespace() || c == '/') {
        match word.chars().find(|c| c.is_alphanumeric()) {
            Some(c) if c.is_uppercase() || c.is_numeric() => upper += 1,
            Some(_) if class(word) & lexicon::FUNCTION == 0 && !LINKING.contains(&word) => lower += 1,
            _ => {}
        }
    }
    upper > 0 && lower * 3 <= upper && upper + lower <= 14
}

const LINKING: &[&str] =
    &["via", "photo", "file", "pool", "courtesy", "handout", "de", "van", "von", "al", "bin", "getty"];

/// A credit behind a label near the end: '… Photograph: Ana Bela/EPA'.
fn labelled_at_end(caption: &str) -> Option<Found> {
    let mut floor = caption.len().saturating_sub(REACH);
    while !caption.is_char_boundary(floor) {
        floor += 1;
    }
    let tail = &caption[floor..];
    if ends_sentence(caption) && memchr::memchr3(b':', 0xc2, b'|', tail.as_bytes()).is_none() {
        return None;
    }
    let mut found = None;
    for (at, label) in label::all(tail) {
        let rest = Span::new(floor + at + label.len, caption.len()).trim(caption);
        let rest = trim_marks(caption, rest);
        let parted = is_parted(&caption[..floor + at], &tail[at..], label);
        if parted && floor + at > 0 && names_someone(&caption[rest], label) {
            found = Some(Found { outer: Span::new(floor + at, caption.len()), inner: rest, sure: true });
            break;
        }
    }
    found
}

/// Whether a label stands off from the words before it.
fn is_parted(before: &str, from: &str, label: Label) -> bool {
    let Some(last) = before.chars().next_back() else { return true };
    let capital = from.starts_with(|c: char| c.is_uppercase() || c == '©');
    if label.loose {
        return capital && (ends_sentence(before.trim_end()) || last == '|');
    }
    capital && !(last.is_uppercase() || before.ends_with('-'))
}

/// Whether the words behind a label name people or houses.
fn names_someone(words: &str, label: Label) -> bool {
    let count = crate::words::words(words).take(17).count();
    let first = words.chars().next();
    let starts = first.is_some_and(|c| c.is_uppercase() || c.is_numeric() || matches!(c, '@' | '©' | '\'' | '"'));
    let ends = last_end(words, &["."]).is_some() || words.contains("? ") || words.contains(".” ");
    (1..=16).contains(&count) && !ends && (starts && is_titled(words) || is_agency(words) || label.any && count <= 4)
}

/// An agency's own style or a chain of names behind the last sentence.
fn bare_at_end(caption: &str) -> Option<Found> {
    if ends_sentence(caption) && !caption.ends_with("Inc.") && !caption.ends_with("Co.") {
        return None;
    }
    let start = tail_start(caption)?;
    let inner = trim_marks(caption, Span::new(start, caption.len()).trim(caption));
    let words = &caption[inner];
    let outer = Span { start: inner.start, end: caption.len() as u32 };
    if is_chain(words) {
        return Some(Found { outer, inner, sure: true });
    }
    let each = crate::words::words(words);
    let count = each.clone().take(4).count();
    let titled = || each.clone().all(|word| word.starts_with(char::is_uppercase));
    let menu = || each.clone().all(|word| class(word) & lexicon::MENU != 0);
    ((1..=3).contains(&count) && titled() && !menu()).then_some(Found { outer, inner, sure: false })
}

/// Where the words behind the last sentence begin, or an agency's own mark.
fn tail_start(caption: &str) -> Option<usize> {
    let mut floor = caption.len().saturating_sub(120);
    while !caption.is_char_boundary(floor) {
        floor += 1;
    }
    let tail = &caption[floor..];
    let start = own_mark(tail).or_else(|| glued_tail(tail));
    start.or_else(|| last_end(tail, &ENDS)).or_else(|| getty_tail(tail)).map(|at| floor + at)
}

/// The last place of the first of these that `tail` holds.
const OWN_MARKS: [&str; 8] = ["REUTERS/", "AP Photo/", "AFP/", "EPA/", "AFP PHOTO", "AP PHOTO", "PA Wire", "AP Photo"];

fn own_mark(tail: &str) -> Option<usize> {
    let bytes = tail.as_bytes();
    let mut best = (OWN_MARKS.len(), 0);
    for at in (0..bytes.len()).rev() {
        if matches!(bytes[at], b'R' | b'A' | b'E' | b'P')
            && let Some(mark) = OWN_MARKS[..best.0].iter().position(|mark| bytes[at..].starts_with(mark.as_bytes()))
        {
            best = (mark, at);
        }
    }
    (best.0 < OWN_MARKS.len()).then_some(best.1)
}

/// What stands at the end of a sentence.
const ENDS: [&str; 9] = [".", "?", "!", ".\"", ".”", ".’", ".'", ")", "…"];

/// '… trains in MilanAFP via Getty Images': a house run together with the last word.
fn glued_tail(tail: &str) -> Option<usize> {
    let from = crate::layout::floor(tail, tail.len().saturating_sub(44));
    let mut before = tail[..from].chars().next_back().unwrap_or(' ');
    for (at, c) in tail[from..].char_indices() {
        let at = from + at;
        let joint = c.is_uppercase()
            && (before.is_lowercase() || matches!(before, '.' | ')' | '”' | '’') || before.is_ascii_digit());
        let rest = &tail[at..];
        if joint && rest.len() <= 40 && (is_agency(rest) || rest.contains(['/', ' ']) && is_chain(rest)) {
            return Some(at);
        }
        before = c;
    }
    None
}

/// Just behind the last space that follows one of `ends`, full stops that close
/// an initial ('J. Orr') aside.
fn last_end(tail: &str, ends: &[&str]) -> Option<usize> {
    let closes = |at: &usize| {
        let before = &tail[..*at];
        ends.iter().any(|end| before.ends_with(end)) && !closes_initial(before)
    };
    memchr::memrchr_iter(b' ', tail.as_bytes()).find(closes).map(|at| at + 1)
}

/// Whether `before` ends in a single letter with a full stop.
fn closes_initial(before: &str) -> bool {
    before.strip_suffix('.').is_some_and(|before| {
        let mut letters = before.chars().rev();
        let parts = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || c == '/');
        !parts(letters.next()) && parts(letters.next())
    })
}

/// 'Dee Myers Getty Images': the house stands at the end without any mark.
fn getty_tail(tail: &str) -> Option<usize> {
    ["Getty Images", "AFP via Getty", "Associated Press"].iter().find_map(|house| {
        let shorter = || tail.get(..tail.len().checked_sub(1)?)?.strip_suffix(house);
        let at = tail.strip_suffix(house).or_else(shorter).filter(|name| !name.is_empty())?.len();
        let word = tail[..at].split_whitespace().next_back()?;
        let parted = word.ends_with(|c: char| c.is_alphanumeric()) && class(word) == 0;
        parted.then_some(at)
    })
}

/// 'Ana Bela/Reuters', 'Ana Bela | Bloomberg | Getty Images', 'Kit Orr, AP', 'REUTERS/Kit Orr'.
pub(crate) fn is_chain(words: &str) -> bool {
    if words.len() > 140 || !is_titled(words) && !is_agency(words) {
        return false;
    }
    if crate::words::words(words).nth(12).is_some() {
        return false;
    }
    let mut named = false;
    let mut slash = false;
    for (segment, mark) in segments(words) {
        slash |= matches!(mark, '/' | '|');
        if is_agency(segment) || by(segment).is_some_and(|(head, _)| is_agency(head)) {
            return true;
        }
        named = named || is_name(segment);
    }
    words.contains(" via ") && !words.ends_with(" via") || slash && named && !words.contains(" and/or ")
}

/// Marks that part a label from what it labels.
fn trim_marks(text: &str, span: Span) -> Span {
    let words = &text[span];
    let lead = words.len()
        - words.trim_start_matches([':', '.', '…', ',', '-', '–', '—', '|', '©', ' ', '\u{a0}', '\u{200b}']).len();
    let start = span.start as usize + lead;
    let kept = text[start..span.end as usize].trim_end_matches(['|', ' ', '\u{a0}', ';', ',']);
    let kept = kept.strip_suffix('.').filter(|kept| ends_word(kept)).unwrap_or(kept);
    Span::new(start, start + kept.len())
}

/// Whether the full stop behind `kept` ends a sentence and not an abbreviation.
fn ends_word(kept: &str) -> bool {
    let word = kept.rsplit([' ', '/']).next().unwrap_or("");
    word.len() > 3 && word.chars().skip(1).all(char::is_lowercase) && !word.eq_ignore_ascii_case("corp")
}
