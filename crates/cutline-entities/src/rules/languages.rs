//! Languages, where the words beside them say that no people is meant.

use cutline_doc::Label;

use super::{Found, Sentence};
use crate::Classes;

const BEFORE: &[&str] = &[
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
    let listed = s.is_capital(at) && s.classes(at).any(Classes::LANGUAGE);
    let first = first_of_list(s, at);
    (listed && (spoken(s, first) || described(s, at))).then_some(Found {
        first: at,
        end: at + 1,
        label: Label::Language,
    })
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

/// Where a list of languages begins that `at` belongs to: 'speaks English, Dutch and French'.
fn first_of_list(s: &Sentence<'_>, mut at: usize) -> usize {
    let joins = |n: usize| matches!(s.word(n), "," | "and" | "or");
    while at > 1 && joins(at - 1) {
        let back = if at > 2 && joins(at - 2) { 3 } else { 2 };
        if !at.checked_sub(back).is_some_and(|n| s.classes(n).any(Classes::LANGUAGE)) {
            break;
        }
        at -= back;
    }
    at
}

/// 'the French language', 'French-speaking', 'French subtitles'.
fn described(s: &Sentence<'_>, at: usize) -> bool {
    let hyphen = s.word(at + 1) == "-" && s.tight(at);
    let next = s.lower(at + 1 + usize::from(hyphen));
    if hyphen {
        return matches!(next.as_str(), "language" | "speaking" | "speaker" | "speakers" | "medium");
    }
    BEHIND.contains(&next.as_str())
}
