//! Languages, where the words beside them say that no people is meant.

use cutline_doc::Label;

use super::{Found, Sentence};
use crate::Classes;

/// Names that the list of languages does not have: it knows each by one.
const OTHER_NAMES: &[&str] = &[
    "Bengali",
    "Cantonese",
    "Creole",
    "Dari",
    "Farsi",
    "Filipino",
    "Flemish",
    "Hokkien",
    "Kiswahili",
    "Mandarin",
    "Pidgin",
    "Romansh",
    "Taiwanese",
    "Uighur",
];
const BEFORE: &[&str] = &[
    "study",
    "studied",
    "studying",
    "taught",
    "teach",
    "teaches",
    "teaching",
    "speak",
    "speaks",
    "speaking",
    "spoke",
    "spoken",
    "learn",
    "learning",
    "learned",
    "fluent",
    "broken",
    "accented",
    "understand",
    "understands",
    "understood",
];
const BEHIND: &[&str] = &[
    "language",
    "languages",
    "subtitles",
    "translation",
    "translations",
    "dictionary",
    "speaker",
    "speakers",
    "dialect",
    "proficiency",
    "alphabet",
    "grammar",
    "lessons",
];
const TONGUE_BEFORE_IN: &[&str] = &[
    "study",
    "written",
    "wrote",
    "said",
    "fluent",
    "speaking",
    "spoke",
    "published",
    "available",
    "tweeted",
    "posted",
    "broadcast",
    "translated",
    "sang",
    "sing",
    "wrote",
    "conducted",
    "taught",
    "statement",
    "speech",
    "read",
    "reads",
    "writing",
    "means",
    "meaning",
    "known",
    "called",
    "tweet",
    "conversation",
    "song",
    "lyrics",
    "shouted",
    "yelled",
    "shouting",
];

/// The language at `at`.
pub(super) fn language(s: &Sentence<'_>, at: usize) -> Option<Found> {
    let listed = s.is_capital(at) && is_language(s, at);
    let first = first_of_list(s, at);
    (listed && (spoken(s, first) || described(s, at))).then_some(Found {
        first: at,
        end: at + 1,
        label: Label::Language,
    })
}

fn is_language(s: &Sentence<'_>, at: usize) -> bool {
    s.classes(at).any(Classes::LANGUAGE) || OTHER_NAMES.contains(&s.word(at))
}

/// 'speaks French', 'fluent in French', 'translated into French', 'said in French'.
fn spoken(s: &Sentence<'_>, at: usize) -> bool {
    let before = s.before(at, 1).to_lowercase();
    let ends = !s.is_capital(at + 1) && !s.classes(at + 1).any(Classes::ROLE);
    let other = s.before(at, 2).to_lowercase();
    let tongue = BEFORE.contains(&before.as_str());
    let into = matches!(before.as_str(), "into" | "from")
        && matches!(other.as_str(), "translated" | "translation" | "translating" | "dubbed" | "translate");
    let inside = before == "in"
        && (TONGUE_BEFORE_IN.contains(&other.as_str())
            || matches!(s.word(at + 1), "" | "," | "." | ":" | ";" | ")" | "and" | "or" | "\"" | "”"))
        && ends;
    (tongue && ends) || into || inside
}

/// Where a list of languages begins that `at` belongs to: 'speaks English, Dutch and some French'.
fn first_of_list(s: &Sentence<'_>, mut at: usize) -> usize {
    let joins = |n: usize| matches!(s.word(n), "," | "and" | "or" | "some" | "also");
    loop {
        let joined = (1..=MOST_JOINS).take_while(|back| at.checked_sub(*back).is_some_and(joins)).count();
        match at.checked_sub(joined + 1) {
            Some(before) if joined > 0 && is_language(s, before) => at = before,
            _ => return at,
        }
    }
}

/// ', and some' is the longest.
const MOST_JOINS: usize = 3;

/// 'the French language', 'French-speaking', 'French subtitles'.
fn described(s: &Sentence<'_>, at: usize) -> bool {
    let hyphen = s.word(at + 1) == "-" && s.tight(at);
    let next = s.lower(at + 1 + usize::from(hyphen));
    if hyphen {
        return matches!(next.as_str(), "language" | "speaking" | "speaker" | "speakers" | "medium");
    }
    BEHIND.contains(&next.as_str())
}
