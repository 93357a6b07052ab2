//! Whom a credit names: people, agency, through whom it came, whether it is a
//! pool photo.

use cutline_doc::{Credit, Span};

use crate::agency::{agency_name, is_agency};
use crate::lexicon::{self, class};
use crate::words::words;

/// The segments of a credit, each with the mark that stands before it.
pub(crate) fn segments(words: &str) -> impl Iterator<Item = (&str, char)> {
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
            ' ' if rest[at + 1..].starts_with(['v', 't', 'a', '&', 'f', 'o', '-', '–', '—']) => {
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
pub(crate) fn by(segment: &str) -> Option<(&str, &str)> {
    let spaces = memchr::memchr_iter(b' ', segment.as_bytes());
    let parted = spaces.map(|at| (&segment[..at], &segment[at..])).find(|(_, rest)| rest.starts_with(" by "));
    parted
        .map(|(head, rest)| (head, &rest[" by ".len()..]))
        .or_else(|| segment.strip_prefix("by ").map(|name| ("", name)))
}

/// Whether `segment` looks like a person's name: two to five capitalised
/// words, none of which only organisations carry.
pub(crate) fn is_name(segment: &str) -> bool {
    let mut count = 0;
    for word in words(segment) {
        let bare = word.trim_matches(|c: char| matches!(c, '.' | '\'' | '’' | '"'));
        let letters = bare.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
        let first = bare.chars().next().is_some_and(char::is_uppercase);
        if !letters || !(first || count > 0 && lexicon::is_particle(bare)) || class(bare) & lexicon::ORG != 0 {
            return false;
        }
        count += 1;
    }
    (2..=5).contains(&count) && !is_agency(segment)
}

/// Reads whom a credit names. `raw` is the credit less label and brackets.
pub(crate) fn read(raw: &str, span: Span) -> Credit {
    let mut credit = Credit { raw: raw.to_owned(), span, ..Credit::default() };
    let mut houses: Vec<(&str, bool)> = Vec::new();
    let mut via = None;
    for (segment, mark) in segments(raw) {
        credit.pool |= words(segment).any(|word| word.eq_ignore_ascii_case("pool"));
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

/// Adds the house that a segment names; a bracket that closes what was never
/// opened parts two: 'Getty Images) Getty'.
fn push_house<'s>(houses: &mut Vec<(&'s str, bool)>, segment: &'s str) {
    if segment.contains(['(', '[']) {
        return push_one(houses, segment);
    }
    segment.split([')', ']']).for_each(|piece| push_one(houses, piece));
}

fn push_one<'s>(houses: &mut Vec<(&'s str, bool)>, segment: &'s str) {
    let bare = segment.trim().trim_start_matches(['©', ' ']);
    let noise = bare.is_empty()
        || bare.starts_with(|c: char| c.is_ascii_digit())
        || NOISE.iter().any(|word| bare.eq_ignore_ascii_case(word))
        || ends(bare, "pool photo")
        || ends(bare, " pool");
    if !noise {
        houses.push((bare, is_agency(bare)));
    }
}

/// Whether `house` ends with `tail`, whatever its case.
fn ends(house: &str, tail: &str) -> bool {
    let at = house.len().checked_sub(tail.len());
    at.and_then(|at| house.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(tail))
}

/// The agency among the houses: a known one (the last, and before 'via'
/// rather than behind it), else the paper behind a photographer's name.
fn agency(houses: &[(&str, bool)], via: Option<&str>, named: bool) -> Option<String> {
    let known = houses.iter().rev().find(|house| house.1).map(|house| house.0);
    let wire = |house: &&(&str, bool)| ends(house.0, "news agency") || ends(house.0, "press agency");
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bracket_that_was_never_opened_parts_houses() {
        let agency = |raw: &str| read(raw, Span::of(raw)).agency;
        assert_eq!(agency("Getty Images) Getty").as_deref(), Some("Getty"));
        assert_eq!(agency("Ana Bela/Getty Images").as_deref(), Some("Getty Images"));
    }
}
