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
    (listed && (spoken(s, at) || described(s, at))).then_some(Found { first: at, end: at + 1, label: Label::Language })
}

/// 'speaks French', 'fluent in French', 'translated into French', 'said in French'.
fn spoken(s: &Sentence<'_>, at: usize) -> bool {
    let before = s.before(at, 1).to_lowercase();
    let ends = !s.is_capital(at + 1) && !s.classes(at + 1).any(Classes::ROLE);
    let other = s.before(at, 2).to_lowercase();
    // 'speaks English and French'
    let listed = matches!(before.as_str(), "and" | "," | "or")
        && at > 1
        && s.classes(at - 2).any(Classes::LANGUAGE)
        && spoken_or_described(s, at - 2);
    let tongue = BEFORE.contains(&before.as_str()) && before != "understood" || listed;
    let into = matches!(before.as_str(), "into" | "from")
        && matches!(other.as_str(), "translated" | "translation" | "translating" | "dubbed" | "translate");
    let inside = before == "in"
        && (TONGUE_BEFORE_IN.contains(&other.as_str())
            || matches!(s.word(at + 1), "" | "," | "." | ":" | ";" | ")" | "and" | "or" | "\"" | "”"))
        && ends;
    (tongue && ends) || into || inside
}

fn spoken_or_described(s: &Sentence<'_>, at: usize) -> bool {
    let before = s.before(at, 1).to_lowercase();
    BEFORE.contains(&before.as_str()) || matches!(before.as_str(), "in" | "into" | "from") || described(s, at)
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
