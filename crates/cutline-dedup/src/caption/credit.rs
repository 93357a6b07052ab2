//! Where the credit of a bare caption starts, and the FILE marker.

use super::split::{Token, ends_sentence};

/// How many words at the head are a file marker: 'FILE -', '(File)', 'FILE PHOTO:'.
pub(super) fn file_marker(tokens: &[Token]) -> usize {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.word);
    let gap = |at: usize| tokens.get(at).map_or("", |token| token.gap);
    let marked = |at: usize| gap(at).contains(['-', ':', ')', '|']);
    match (word(0), word(1)) {
        ("file" | "files", "photo" | "image" | "picture") if marked(2) => 2,
        ("file" | "files" | "archive" | "archivfoto" | "archivbild" | "archivo", _) if marked(1) => 1,
        _ => 0,
    }
}

/// The index of the first word of the credit; the number of words if there is
/// none. `tail` is what follows the last word.
pub(super) fn start(tokens: &[Token], tail: &str) -> usize {
    let start = announced(tokens, tail);
    // A caption that is nothing but a credit has that to be known by.
    if start < 2 { tokens.len() } else { start }
}

fn announced(tokens: &[Token], tail: &str) -> usize {
    let by_marker = marked(tokens).unwrap_or(tokens.len());
    let by_bracket = bracketed(tokens, tail).unwrap_or(tokens.len());
    let by_end = behind_last_sentence(tokens, tail).unwrap_or(tokens.len());
    let trailing = tokens.iter().rev().take_while(|token| is_credit_word(token.word)).count();
    let by_words = if trailing >= 2 { tokens.len() - trailing } else { tokens.len() };
    by_marker.min(by_bracket).min(by_end).min(by_words)
}

/// The first word that a '©', a '|' or a label such as 'Photo:' announces.
fn marked(tokens: &[Token]) -> Option<usize> {
    let longest = tokens.len().saturating_sub(25);
    (longest.max(1)..tokens.len()).find(|&at| {
        let token = &tokens[at];
        let sign = token.gap.contains(['©', '|']) || token.gap.contains(" / ") && token.word == "copyright";
        sign || is_label(tokens, at) || is_agency_photo(tokens, at)
    })
}

/// Whether the caption opens with a credit: '© ', 'Photo: '.
pub(super) fn opens(tokens: &[Token]) -> bool {
    tokens.first().is_some_and(|token| token.gap.contains('©')) || tokens.len() > 1 && is_label(tokens, 0)
}

/// Where in `word`, which a colon or the end follows, a credit begins that was
/// glued to it: 'plagueCredit:', 'GreeceReuters'.
pub(super) fn glued_at(word: &str) -> Option<usize> {
    let known = LABELS.contains(&word) || AGENCIES.contains(&word);
    let tail = GLUED.iter().find(|tail| word.len() > tail.len() + 2 && word.ends_with(*tail)).filter(|_| !known)?;
    Some(word.len() - tail.len())
}

/// 'photo:', 'photo by', 'photograph:', and the same at the end of a word that it is glued to.
fn is_label(tokens: &[Token], at: usize) -> bool {
    let next = tokens.get(at + 1).map_or(("", ""), |token| (token.gap, token.word));
    if next.0.trim_start().starts_with(':') {
        return LABELS.contains(&tokens[at].word);
    }
    let by = matches!(next.1, "by" | "von" | "courtesy") && !next.0.contains('.');
    by && matches!(tokens[at].word, "photo" | "photos" | "photograph" | "foto" | "picture" | "image")
}

/// 'AP Photo/Ana Costa', 'Reuters/Ana Costa'.
fn is_agency_photo(tokens: &[Token], at: usize) -> bool {
    let next = |n: usize| tokens.get(at + n).map_or(("", ""), |token| (token.gap, token.word));
    let slash = next(1).0 == "/" && tokens.len() - at <= 8;
    let photo = next(2).0.contains('/') && matches!(next(1).1, "photo" | "photos" | "file");
    (slash || photo) && AGENCIES.contains(&tokens[at].word)
}

/// The first word of brackets that end the caption, unless they hold no credit:
/// '(left)', '(3)'.
fn bracketed(tokens: &[Token], tail: &str) -> Option<usize> {
    if !tail.trim_end_matches(['.', ' ']).ends_with(')') {
        return None;
    }
    let opens = |at: &usize| tokens[*at].gap.contains('(');
    let at = (tokens.len().saturating_sub(16)..tokens.len()).rev().find(opens).filter(|&at| at > 0)?;
    let inside = &tokens[at..];
    let number = |token: &Token| token.word.bytes().all(|b| b.is_ascii_digit());
    let side = inside.len() == 1 && SIDES.contains(&inside[0].word);
    (!side && !inside.iter().all(number)).then_some(at)
}

/// What follows the last full stop, if it is short, has none itself, and holds
/// an agency or a slash.
fn behind_last_sentence(tokens: &[Token], tail: &str) -> Option<usize> {
    if tail.trim_start_matches([')', '"', '\'']).starts_with(['.', '!', '?']) {
        return None;
    }
    let from = tokens.len().saturating_sub(10).max(1);
    let ends = |at: &usize| ends_sentence(tokens, *at) || is_glued(&tokens[*at]);
    let at = (from..tokens.len()).rev().find(ends)?;
    let credit = &tokens[at..];
    let slash = credit[1..].iter().any(|token| token.gap.contains(['/', '|', '©']));
    (slash || credit.iter().any(|token| AGENCIES.contains(&token.word) || LABELS.contains(&token.word))).then_some(at)
}

/// '2019.Reuters', 'Greece,Reuters'.
fn is_glued(token: &Token) -> bool {
    let closes = token.gap.trim_end_matches(['"', '\'', ')']);
    (closes.is_empty() || closes.ends_with(['.', ',']))
        && !token.word.starts_with(|c: char| c.is_ascii_digit())
        && closes.len() <= 2
}

/// Whether a credit names more than agencies: two words at least that are neither.
pub(super) fn is_named<'w>(words: impl Iterator<Item = &'w str>) -> bool {
    words.filter(|word| !is_credit_word(word)).count() >= 2
}

fn is_credit_word(word: &str) -> bool {
    AGENCIES.contains(&word) || LABELS.contains(&word) || FILLERS.contains(&word)
}

/// Labels and agencies that scrapers glue to the word before.
const GLUED: &[&str] = &["credit", "photograph", "photo", "foto", "bildquelle", "bild", "quelle", "getty", "reuters"];

const LABELS: &[&str] = &[
    "bild",
    "bilder",
    "bildquelle",
    "bildrechte",
    "copyright",
    "courtesy",
    "credit",
    "crédit",
    "crédito",
    "foto",
    "fotos",
    "fotografía",
    "fuente",
    "grafik",
    "image",
    "photo",
    "photograph",
    "photographer",
    "photography",
    "photos",
    "picture",
    "quelle",
    "source",
    "illustration",
    "video",
];

/// Words of agencies and stock houses, single and folded.
const AGENCIES: &[&str] = &[
    "aap",
    "adobe",
    "afp",
    "alamy",
    "anadolu",
    "ansa",
    "ap",
    "apa",
    "associated",
    "belga",
    "bloomberg",
    "corbis",
    "ddp",
    "dpa",
    "efe",
    "epa",
    "flickr",
    "getty",
    "imago",
    "istock",
    "istockphoto",
    "keystone",
    "kyodo",
    "lusa",
    "magnum",
    "nasa",
    "nurphoto",
    "pa",
    "pexels",
    "pixabay",
    "pool",
    "reuters",
    "rex",
    "ritzau",
    "shutterstock",
    "sipa",
    "sputnik",
    "tass",
    "unsplash",
    "upi",
    "wireimage",
    "xinhua",
    "zuma",
    "wikimedia",
    "wikipedia",
];

const FILLERS: &[&str] = &[
    "press",
    "images",
    "image",
    "via",
    "file",
    "agence",
    "france",
    "presse",
    "european",
    "pressphoto",
    "agency",
    "by",
    "the",
    "alliance",
    "all",
    "rights",
    "reserved",
    "stock",
    "pool",
    "commons",
    "sky",
];

const SIDES: &[&str] = &["left", "right", "center", "centre", "l", "r", "c", "above", "below", "top", "bottom"];
