//! Titles of works in quotation marks.

use cutline_doc::Label;
use cutline_text::TokenKind;

use super::{Found, Sentence};
use crate::Classes;

/// Words for works that stand before or behind their titles.
const KINDS: &[&str] = &[
    "film",
    "films",
    "movie",
    "movies",
    "book",
    "books",
    "novel",
    "novels",
    "song",
    "songs",
    "album",
    "albums",
    "play",
    "series",
    "show",
    "documentary",
    "painting",
    "poem",
    "memoir",
    "sitcom",
    "drama",
    "musical",
    "opera",
    "single",
    "podcast",
    "thriller",
    "comedy",
    "sequel",
    "miniseries",
    "autobiography",
    "biography",
    "sculpture",
    "hit",
    "ballad",
    "anthem",
    "track",
    "miniseries",
    "novella",
    "blockbuster",
    "bestseller",
    "screenplay",
    "cartoon",
    "animation",
    "feature",
];
/// Words for people who make works or appear in them, behind a title.
const MAKERS: &[&str] = &[
    "director",
    "author",
    "star",
    "creator",
    "singer",
    "producer",
    "actor",
    "actress",
    "writer",
    "composer",
    "host",
    "franchise",
    "trilogy",
    "soundtrack",
    "premiere",
    "sequel",
    "remake",
    "reboot",
];
/// The longest title in tokens.
const LONGEST: usize = 14;

/// The title in quotation marks that opens at `at`.
pub(super) fn work(s: &Sentence<'_>, at: usize) -> Option<Found> {
    let close = closing(s.word(at))?;
    let end = (at + 2..s.tokens.len().min(at + LONGEST + 2)).find(|&n| s.word(n) == close)?;
    let mut last = end;
    while last > at + 1 && matches!(s.word(last - 1), "," | ".") {
        last -= 1;
    }
    let long = last > at + 2;
    let named =
        kind_before(s, at) || kind_behind(s, end + 1) || long && (made_before(s, at) || kind_follows(s, end + 1));
    (last > at + 1 && named && is_title(s, at + 1, last)).then_some(Found {
        first: at + 1,
        end: last,
        label: Label::WorkOfArt,
    })
}

fn closing(open: &str) -> Option<&'static str> {
    Some(match open {
        "“" => "”",
        "\"" => "\"",
        "‘" => "’",
        "«" => "»",
        _ => return None,
    })
}

/// 'the film', 'her 2010 novel', 'a book called', 'the song, '.
fn kind_before(s: &Sentence<'_>, at: usize) -> bool {
    let mut n = at;
    let mut steps = 0;
    while n > 0 && steps < 3 {
        n -= 1;
        let word = s.lower(n);
        if KINDS.contains(&word.as_str()) {
            return true;
        }
        if !matches!(word.as_str(), "," | "called" | "titled" | "entitled" | "named" | ":" | "is" | "was") {
            return false;
        }
        steps += 1;
    }
    false
}

/// 'starred in', 'author of', 'directed': what is done with works.
fn made_before(s: &Sentence<'_>, at: usize) -> bool {
    let (last, before) = (s.before(at, 1).to_lowercase(), s.before(at, 2).to_lowercase());
    match last.as_str() {
        "in" => matches!(before.as_str(), "star" | "stars" | "starred" | "starring" | "role" | "roles" | "appeared"),
        "of" => OF_WORKS.contains(&before.as_str()),
        "to" => matches!(before.as_str(), "sequel" | "prequel" | "soundtrack"),
        made => MADE.contains(&made),
    }
}

const OF_WORKS: &[&str] = &[
    "adaptation",
    "author",
    "cast",
    "composer",
    "copies",
    "copy",
    "creator",
    "director",
    "episode",
    "lyrics",
    "performance",
    "premiere",
    "producer",
    "production",
    "remake",
    "rendition",
    "screening",
    "sculptor",
    "season",
    "soundtrack",
    "star",
    "stars",
    "version",
    "writer",
];
const MADE: &[&str] = &[
    "authored",
    "composed",
    "co-wrote",
    "directed",
    "directing",
    "hosted",
    "hosts",
    "narrated",
    "painted",
    "performed",
    "recorded",
    "sang",
    "sing",
    "singing",
    "wrote",
];

/// '“…,” a drama about', '“…,” his third novel', '“…” (2003)'.
fn kind_follows(s: &Sentence<'_>, at: usize) -> bool {
    if s.word(at) == "(" && s.word(at + 2) == ")" {
        return s.word(at + 1).parse().is_ok_and(|year: u16| (1800..2100).contains(&year));
    }
    let at = at + usize::from(s.word(at) == ",");
    let owned = matches!(s.word(at), "a" | "an" | "the" | "his" | "her" | "their" | "its");
    let mut words =
        (at + 1..at + 5).map(|n| s.word(n)).take_while(|word| !matches!(*word, "" | "," | "." | "of" | "in"));
    owned && words.any(|word| KINDS.contains(&word))
}

fn kind_behind(s: &Sentence<'_>, at: usize) -> bool {
    let word = s.lower(at);
    MAKERS.contains(&word.as_str())
        || matches!(
            word.as_str(),
            "film" | "movie" | "novel" | "album" | "song" | "documentary" | "musical" | "sitcom" | "trilogy"
        )
}

/// Every word but small ones has a capital.
fn is_title(s: &Sentence<'_>, first: usize, end: usize) -> bool {
    const SMALL: &[&str] = &[
        "a", "an", "the", "of", "and", "in", "on", "to", "for", "at", "by", "with", "from", "or", "de", "la", "le",
        "el", "vs", "as", "'s", "’s", "n't", "'",
    ];
    let words = || (first..end).filter(|&n| s.tokens[n].kind == TokenKind::Word);
    let capital = |n: usize| s.is_capital(n) || s.word(n).starts_with(|c: char| c.is_ascii_digit());
    let whole = words().all(|n| capital(n) || SMALL.contains(&s.lower(n).as_str()));
    whole
        && (capital(first) || s.tokens[first].kind == TokenKind::Number)
        && !s.classes(first).any(Classes::TITLE) | (end - first > 1)
}
