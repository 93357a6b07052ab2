//! Credits: where they stand in a caption, and whom they name.
//!
//! The styles are those of the agencies' own guides: `(AP Photo/Name, File)`,
//! `REUTERS/Name/File Photo`, `(Photo by Name/AFP via Getty Images)`,
//! `Photograph: Name/EPA`, `Credit...Name for The Paper`, `Image source, Getty
//! Images`, `Name | Agency | Stock house`.

use cutline_doc::{Credit, Span};

use crate::agency::{agency_name, is_agency};
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
    is_chain(words)
        || has_photo_word(words)
        || (before.is_empty() || ends_sentence(before)) && is_name(words) && words.contains(' ')
}

/// 'AP Photo', 'Kremlin Pool', 'File photo', 'Handout via X'.
fn has_photo_word(words: &str) -> bool {
    let known = |w: &str| {
        let w = w.trim_matches(|c: char| !c.is_alphanumeric());
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
    let count = words.split_whitespace().take(17).count();
    let first = words.chars().next();
    let starts = first.is_some_and(|c| c.is_uppercase() || c.is_numeric() || matches!(c, '@' | '©' | '\'' | '"'));
    let ends = last_stop(words, ". ").is_some() || words.contains("? ") || words.contains(".” ");
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
    let count = words.split_whitespace().count();
    let menu = words.split_whitespace().all(|word| class(word) & lexicon::MENU != 0);
    let titled = words.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    ((1..=3).contains(&count) && titled && !menu).then_some(Found { outer, inner, sure: false })
}

/// Where the words behind the last sentence begin, or an agency's own mark.
fn tail_start(caption: &str) -> Option<usize> {
    let mut floor = caption.len().saturating_sub(120);
    while !caption.is_char_boundary(floor) {
        floor += 1;
    }
    let tail = &caption[floor..];
    for mark in ["REUTERS/", "AP Photo/", "AFP/", "EPA/", "AFP PHOTO", "AP PHOTO", "PA Wire", "AP Photo"] {
        if let Some(at) = tail.rfind(mark) {
            return Some(floor + at);
        }
    }
    let ends = [". ", "? ", "! ", ".\" ", ".” ", ".’ ", ".' ", ") ", "… "];
    if let Some(at) = glued_tail(tail) {
        return Some(floor + at);
    }
    let stop = ends.iter().filter_map(|end| last_stop(tail, end)).max();
    if let Some(at) = stop {
        return Some(floor + at);
    }
    getty_tail(tail).map(|at| floor + at)
}

/// '… trains in MilanAFP via Getty Images': a house run together with the last word.
fn glued_tail(tail: &str) -> Option<usize> {
    let mut before = ' ';
    for (at, c) in tail.char_indices() {
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

/// Just behind the last `end` that does not close an initial ('J. Orr').
fn last_stop(tail: &str, end: &str) -> Option<usize> {
    let mut to = tail.len();
    while let Some(at) = tail[..to].rfind(end) {
        let initial = end == ". " && {
            let word = tail[..at].rsplit(|c: char| c.is_whitespace() || c == '/').next().unwrap_or("");
            word.chars().count() == 1
        };
        if !initial {
            return Some(at + end.len());
        }
        to = at;
    }
    None
}

/// 'Dee Myers Getty Images': the house stands at the end without any mark.
fn getty_tail(tail: &str) -> Option<usize> {
    ["Getty Images", "AFP via Getty", "Associated Press"].iter().find_map(|house| {
        let at = tail.rfind(house).filter(|&at| at > 0 && tail[at..].len() <= house.len() + 1)?;
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
    let mut names = 0;
    let mut agency = false;
    let mut slash = false;
    for (segment, mark) in segments(words) {
        slash |= matches!(mark, '/' | '|');
        agency |= is_agency(segment) || by(segment).is_some_and(|(head, _)| is_agency(head));
        names += usize::from(is_name(segment));
    }
    let short = words.split_whitespace().count() <= 12;
    let through = words.contains(" via ") && !words.ends_with(" via");
    (agency || through) && short || slash && names > 0 && short && !words.contains(" and/or ")
}

/// The segments of a credit, each with the mark that stands before it.
fn segments(words: &str) -> impl Iterator<Item = (&str, char)> {
    let mut rest = words;
    let mut mark = ' ';
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (len, skip, next) = cut(rest);
        let segment = rest[..len].trim();
        let before = mark;
        rest = &rest[len + skip..];
        mark = next;
        Some((segment, before))
    })
    .filter(|(segment, _)| !segment.is_empty())
}

/// Where the first segment ends, how long the mark behind it is, and which.
fn cut(rest: &str) -> (usize, usize, char) {
    for (at, c) in rest.char_indices() {
        match c {
            '/' | '|' | ',' | ';' | '•' => return (at, c.len_utf8(), c),
            ' ' => {
                for (word, mark) in WORD_MARKS {
                    if rest[at..].starts_with(word) {
                        return (at, word.len(), *mark);
                    }
                }
            }
            _ => {}
        }
    }
    (rest.len(), 0, ' ')
}

const WORD_MARKS: &[(&str, char)] = &[
    (" via ", 'v'),
    (" through ", 'v'),
    (" and ", '&'),
    (" & ", '&'),
    (" for ", 'f'),
    (" from ", 'f'),
    (" on behalf of ", 'f'),
    (" - ", '-'),
    (" – ", '-'),
    (" — ", '-'),
];

/// Parts 'AP Photo by Kit Orr' into house and name.
fn by(segment: &str) -> Option<(&str, &str)> {
    segment.split_once(" by ").or_else(|| segment.strip_prefix("by ").map(|name| ("", name)))
}

/// Whether `segment` looks like a person's name: two to five capitalised
/// words, none of which only organisations carry.
pub(crate) fn is_name(segment: &str) -> bool {
    let mut words = 0;
    for word in segment.split_whitespace() {
        let bare = word.trim_matches(|c: char| matches!(c, '.' | '\'' | '’' | '"'));
        let letters = bare.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
        let first = bare.chars().next().is_some_and(char::is_uppercase);
        let particle = matches!(
            bare,
            "de" | "da"
                | "di"
                | "van"
                | "von"
                | "der"
                | "den"
                | "bin"
                | "al"
                | "la"
                | "el"
                | "del"
                | "dos"
                | "le"
                | "ter"
                | "ibn"
        );
        if !letters || !(first || particle && words > 0) || class(bare) & lexicon::ORG != 0 {
            return false;
        }
        words += 1;
    }
    (2..=5).contains(&words) && !is_agency(segment)
}

/// Reads whom a credit names. `raw` is the credit less label and brackets.
pub(crate) fn read(raw: &str, span: Span) -> Credit {
    let mut credit = Credit { raw: raw.to_owned(), span, ..Credit::default() };
    let mut houses: Vec<(&str, bool)> = Vec::new();
    let mut via = None;
    for (segment, mark) in segments(raw) {
        credit.pool |= segment.split_whitespace().any(|word| word.eq_ignore_ascii_case("pool"));
        let segment = match by(segment) {
            Some((head, name)) => {
                push_house(&mut houses, head);
                name
            }
            None => segment,
        };
        if mark == 'v' {
            via = Some(segment);
        } else if is_name(segment) && (credit.photographer.is_empty() || !matches!(mark, '/' | '|')) {
            credit.photographer.push(segment.to_owned());
        } else if let Some(name) = mixed(segment, &mut houses) {
            credit.photographer.push(name.to_owned());
        } else {
            push_house(&mut houses, segment);
        }
    }
    credit.via = via.map(str::to_owned);
    credit.agency = agency(&houses, via, !credit.photographer.is_empty());
    credit
}

/// 'Kit Orr AP' or 'Kit Orr AFP': a name with the house right behind it.
fn mixed<'s>(segment: &'s str, houses: &mut Vec<(&'s str, bool)>) -> Option<&'s str> {
    let (name, house) = segment.rsplit_once(' ')?;
    if is_name(name) && is_agency(house) && house.len() <= 8 {
        houses.push((house, true));
        return Some(name);
    }
    None
}

fn push_house<'s>(houses: &mut Vec<(&'s str, bool)>, segment: &'s str) {
    let bare = segment.trim().trim_start_matches(['©', ' ']);
    let noise = bare.is_empty()
        || bare.starts_with(|c: char| c.is_ascii_digit())
        || NOISE.iter().any(|word| bare.eq_ignore_ascii_case(word))
        || bare.to_ascii_lowercase().ends_with("pool photo")
        || bare.to_ascii_lowercase().ends_with(" pool");
    if !noise {
        houses.push((bare, is_agency(bare)));
    }
}

/// The agency among the houses: a known one (the last, and before 'via'
/// rather than behind it), else the paper behind a photographer's name.
fn agency(houses: &[(&str, bool)], via: Option<&str>, named: bool) -> Option<String> {
    let known = houses.iter().rev().find(|house| house.1).map(|house| house.0);
    let wire = |house: &&(&str, bool)| {
        let low = house.0.to_ascii_lowercase();
        low.ends_with("news agency") || low.ends_with("press agency")
    };
    let through = via.filter(|via| is_agency(via));
    let paper =
        || houses.iter().rev().find(|house| named && houses.len() <= 2 || is_paper(house.0)).map(|house| house.0);
    let found = known.or_else(|| houses.iter().find(wire).map(|house| house.0)).or(through).or_else(paper)?;
    Some(short_form(found).to_owned())
}

/// Whether a house is called as papers and picture services are.
fn is_paper(house: &str) -> bool {
    const MAKERS: &[&str] = &["university", "department", "office", "ministry", "police", "inc", "corp", "co", "ltd"];
    let last = house.split_whitespace().next_back().unwrap_or("").trim_end_matches('.').to_ascii_lowercase();
    const PAPERS: &[&str] = &[
        "times",
        "post",
        "herald",
        "tribune",
        "news",
        "gazette",
        "journal",
        "press",
        "agency",
        "images",
        "media",
        "daily",
        "star",
        "chronicle",
        "guardian",
        "observer",
        "globe",
        "inquirer",
        "examiner",
        "register",
        "courier",
        "dispatch",
        "telegraph",
        "mirror",
        "independent",
        "republic",
        "sentinel",
        "standard",
        "today",
        "photography",
    ];
    house.contains(' ') && PAPERS.contains(&last.as_str()) && !MAKERS.contains(&last.as_str())
}

/// 'AP Photo' → 'AP', 'Reuters file' → 'Reuters': what follows the name is no part of it.
fn short_form(house: &str) -> &str {
    for tail in [
        " files",
        " FILE",
        " File Photo",
        " file photo",
        " Photo",
        " PHOTO",
        " photo",
        " Photos",
        " Pool",
        " File",
        " file",
        " Handout",
    ] {
        if let Some(short) = house.strip_suffix(tail)
            && agency_name(short).is_some()
        {
            return short;
        }
    }
    house
}

const NOISE: &[&str] = &[
    "file",
    "file photo",
    "pool",
    "handout",
    "contributor",
    "stringer",
    "staff",
    "archive",
    "photo",
    "photos",
    "image",
    "images",
    "pool photo",
    "archives",
    "supplied",
    "files",
    "the",
    "courtesy",
    "video",
    "screenshot",
    "screengrab",
];

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
