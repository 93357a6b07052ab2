//! Datelines: 'WASHINGTON (AP) — ', 'DUBAI, United Arab Emirates — ',
//! 'LONDON, May 3 (Reuters) - ', '(Reuters) — ', 'NEW DELHI: '; 'LODZ (AP)_' on
//! old wires, whose code had no dash.

use cutline_text::Span;

use crate::agency::is_agency;
use crate::lexicon::{self, class};

/// A dateline at the head of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) place: Option<Span>,
    pub(crate) agency: Option<Span>,
    /// Place, agency and dash.
    pub(crate) span: Span,
}

/// The dateline that `paragraph` opens with.
pub(crate) fn read(paragraph: &str) -> Option<Found> {
    if !could_open(paragraph) {
        return None;
    }
    let window = &paragraph[..crate::layout::floor(paragraph, 110)];
    let (at, len) = dash(window)?;
    let mut head = &window[..at];
    let bracket = head.rfind('(').filter(|_| head.trim_end().ends_with(')'));
    let agency = bracket.and_then(|open| {
        let inner = Span::new(open + 1, head.trim_end().len() - 1).trim(head);
        (is_agency(&head[inner]) || is_house(&head[inner])).then_some(inner)
    });
    if let Some(open) = bracket {
        agency?;
        head = &head[..open];
    }
    let place = place(head);
    let colon = window[at..].starts_with(':');
    let shown = place.is_some_and(|place| {
        is_shouted(&head[place])
            || agency.is_some()
            || !colon && is_written_out(&head[place])
            || colon && head[place].contains(", ")
    });
    let good = if place.is_some() { shown } else { agency.is_some() && head.trim().is_empty() };
    let end = at + len;
    let rest = paragraph[end..].trim_start();
    (good && rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '“' | '‘' | '\'' | '$' | '£' | '€')))
        .then(|| Found { place: place.filter(|p| !p.is_empty()), agency, span: Span::new(0, end).trim(paragraph) })
}

/// Whether no word before the first bracket, dash or colon rules a dateline
/// out, as the second or third word of most paragraphs does.
fn could_open(paragraph: &str) -> bool {
    for word in paragraph.split(' ').take(20) {
        if word.bytes().any(|b| matches!(b, b'(' | b'-' | b':' | 0xe2)) {
            return true;
        }
        if word.as_bytes().first().is_some_and(u8::is_ascii_lowercase) {
            let bare = word.trim_matches(|c: char| c.is_whitespace() || c == ',');
            if !joins(bare) && class(bare.trim_end_matches('.')) & lexicon::MONTH == 0 {
                return false;
            }
        }
    }
    true
}

/// Whether names of places are made with `word`.
fn joins(word: &str) -> bool {
    matches!(word, "de" | "da" | "of" | "the" | "la" | "al" | "on" | "upon" | "and" | "del")
}

/// The first dash or colon that may end a dateline.
fn dash(window: &str) -> Option<(usize, usize)> {
    for (at, c) in window.char_indices().skip(2) {
        match c {
            '—' | '–' => return Some((at, c.len_utf8())),
            '_' if window[..at].trim_end().ends_with(')') => return Some((at, 1)),
            '-' if window[at..].starts_with("--") => return Some((at, 2)),
            '-' if is_spaced(window, at) => return Some((at, 1)),
            ':' if window[at + 1..].starts_with(' ') && at < 60 => return Some((at, 1)),
            '“' | '"' | '?' | '!' | ';' => return None,
            _ => {}
        }
    }
    None
}

/// Whether the hyphen at `at` stands between spaces, as a dash does.
fn is_spaced(window: &str, at: usize) -> bool {
    window[..at].ends_with([' ', '\u{a0}', ')']) && window[at + 1..].starts_with([' ', '\u{a0}'])
}

/// The place in the words before the dash: capitalised throughout; a date
/// behind it is no part of it.
fn place(head: &str) -> Option<Span> {
    let mut end = 0;
    let mut at = 0;
    let mut words = 0;
    for word in head.split_inclusive(' ') {
        let bare = word.trim_matches(|c: char| c.is_whitespace() || c == ',');
        let dated = class(bare.trim_end_matches('.')) & lexicon::MONTH != 0 && words > 0
            || bare.starts_with(|c: char| c.is_ascii_digit());
        if dated {
            let rest = head[at..].split([' ', ',']).filter(|w| !w.is_empty());
            let all = rest.into_iter().all(|w| {
                class(w.trim_end_matches('.')) & (lexicon::MONTH | lexicon::WEEKDAY) != 0
                    || w.starts_with(|c: char| c.is_ascii_digit())
            });
            return (all && end > 0).then(|| Span::new(0, end).trim(head));
        }
        let fits = bare.is_empty() || bare.starts_with(char::is_uppercase) || joins(bare) && words > 0;
        if !fits {
            return None;
        }
        words += usize::from(!bare.is_empty());
        at += word.len();
        end = at - (word.len() - word.trim_end().len()) - usize::from(word.trim_end().ends_with(','));
    }
    ((1..=7).contains(&words)).then(|| Span::new(0, end).trim(head))
}

/// 'LODZ', 'SAN FRANCISCO': the city in capitals.
fn is_shouted(place: &str) -> bool {
    let city = place.split(',').next().unwrap_or("");
    city.chars().filter(|c| c.is_alphabetic()).count() >= 3 && city.chars().all(|c| !c.is_lowercase())
}

/// 'Dekalb, Ill.', 'Lodz, Poland': city and what it lies in.
fn is_written_out(place: &str) -> bool {
    place.split(", ").count() == 2 && place.split_whitespace().count() <= 5
}

/// An agency no list knows: capitals or 'X News'.
fn is_house(written: &str) -> bool {
    let letters = written.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = letters >= 2 && written.len() <= 8 && written.chars().all(|c| c.is_uppercase() || c == '/');
    capitals || written.ends_with(" News") || written.ends_with(" Agency") || written.contains("Reuters")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(paragraph: &str) -> Option<(&str, &str)> {
        let found = read(paragraph)?;
        let words = |span: Option<Span>| span.map_or("", |s| &paragraph[s]);
        Some((words(found.place), words(found.agency)))
    }

    #[test]
    fn styles() {
        assert_eq!(parts("LODZ (AP) — Rain fell."), Some(("LODZ", "AP")));
        assert_eq!(parts("WASHINGTON — President Orr said"), Some(("WASHINGTON", "")));
        assert_eq!(parts("DUBAI, United Arab Emirates — Rain"), Some(("DUBAI, United Arab Emirates", "")));
        assert_eq!(parts("Dekalb, Ill. — Rain fell"), Some(("Dekalb, Ill.", "")));
        assert_eq!(parts("(Reuters) — Rain fell"), Some(("", "Reuters")));
        assert_eq!(parts("LODZ, May 3 (Reuters) - Rain fell"), Some(("LODZ", "Reuters")));
        assert_eq!(parts("NEW DELHI: Rain fell"), Some(("NEW DELHI", "")));
        assert_eq!(parts("Lodz, Poland (Xinhua) -- Rain fell"), Some(("Lodz, Poland", "Xinhua")));
        assert_eq!(parts("LODZ, Poland (AP)_ Rain fell"), Some(("LODZ, Poland", "AP")));
        assert_eq!(parts("— Ana Bela (@anabela) April 17, 2025"), None);
        assert_eq!(parts("Orr was coy: “I don’t want to say that.”"), None);
        assert_eq!(parts("Rain fell — and how."), None);
    }
}
