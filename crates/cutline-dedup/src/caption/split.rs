//! A bare caption cut into lead, context, credit and dates.

use std::ops::Range;

use super::credit;
use super::day::{Day, day};
use super::furniture;
use crate::fold::words;
use crate::hash::{hash, mix};

/// A caption cut apart; ranges count in its words.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// The words of lead and context that are no dates, as ranges of the folded text.
    pub words: Vec<Range<usize>>,
    /// Where each sentence ends in `words`; the first is the lead.
    pub sentences: Vec<usize>,
    /// The dates, each with the number of its sentence.
    pub days: Vec<(u32, Day)>,
    /// A hash of the words that name the dates, as they are written.
    pub dated: u64,
    /// The words of the credit.
    pub credit: Vec<Range<usize>>,
    /// Whether the credit stands in brackets, as agencies write it, and alone.
    pub bracketed: bool,
    /// Whether there was more than the caption: furniture, or all of it twice.
    pub extra: bool,
    /// Whether it opens with a credit, whose end nothing tells.
    pub credited_head: bool,
    pub file: bool,
    pub truncated: bool,
}

/// A word of the folded text.
pub(super) struct Token<'t> {
    pub range: Range<usize>,
    pub word: &'t str,
    /// What stands between the word before and this one.
    pub gap: &'t str,
}

/// Cuts a folded caption apart.
pub(super) fn split(folded: &str) -> Parts {
    let body = furniture::strip(folded);
    let base = body.as_ptr() as usize - folded.as_ptr() as usize;
    let (mut tokens, mut tail) = tokens(body);
    let mut parts = Parts { extra: body.len() != folded.trim().len(), ..Parts::default() };
    if let Some(half) = printed_twice(&tokens) {
        tail = tokens[half].gap;
        tokens.truncate(half);
        parts.extra = true;
    }
    let marker = credit::file_marker(&tokens);
    parts.file = marker > 0;
    tokens.drain(..marker);
    parts.credited_head = credit::opens(&tokens);
    parts.truncated = is_cut(tail);
    let end = if parts.truncated { tokens.len() } else { credit::start(&tokens, tail) };
    let credit = &tokens[end..];
    parts.bracketed = credit.first().is_some_and(|token| token.gap.contains('('))
        && !credit[1..].iter().any(|token| token.gap.contains(')'));
    parts.extra |= parts.credited_head;
    parts.credit = credit.iter().map(|token| shift(&token.range, base)).collect();
    tokens.truncate(end);
    collect(&tokens, base, &mut parts);
    parts
}

fn shift(range: &Range<usize>, base: usize) -> Range<usize> {
    range.start + base..range.end + base
}

fn tokens(text: &str) -> (Vec<Token<'_>>, &str) {
    let mut tokens = Vec::with_capacity(text.len() / 6 + 1);
    let mut at = 0;
    for range in words(text) {
        let gap = &text[at..range.start];
        at = range.end;
        let announces = text[range.end..].starts_with(':') || range.end == text.len();
        let glued = if announces { credit::glued_at(&text[range.clone()]) } else { None };
        let cut = range.start + glued.unwrap_or(0);
        if glued.is_some() {
            tokens.push(Token { word: &text[range.start..cut], range: range.start..cut, gap });
        }
        let gap = if glued.is_some() { "" } else { gap };
        tokens.push(Token { word: &text[cut..range.end], range: cut..range.end, gap });
    }
    (tokens, &text[at..])
}

/// Half the number of words, if the second half repeats the first.
fn printed_twice(tokens: &[Token]) -> Option<usize> {
    let half = tokens.len() / 2;
    let twice = tokens.len().is_multiple_of(2) && half >= 2;
    (twice && (0..half).all(|at| tokens[at].word == tokens[half + at].word)).then_some(half)
}

/// Whether what follows the last word says that the text breaks off there.
fn is_cut(tail: &str) -> bool {
    tail.contains("...") || tail.contains("[..")
}

fn collect(tokens: &[Token], base: usize, parts: &mut Parts) {
    let (mut at, mut from, mut dated) = (0, 0, None);
    while at < tokens.len() {
        let words = |n: usize| tokens.get(at + n).map(|token| token.word);
        if at > from && at - from >= SHORTEST && ends_sentence(tokens, at) {
            parts.sentences.push(parts.words.len());
            from = at;
        }
        if let Some((day, len)) = day(words, parts.truncated) {
            if parts.words.last().is_some_and(|last| is_on(&tokens[at - 1], last, base)) {
                parts.words.pop();
                parts.dated = mix(parts.dated);
            }
            parts.days.push((parts.sentences.len() as u32, day));
            let written = tokens[at..at + len].iter().map(|token| hash(token.word.as_bytes()));
            parts.dated = written.fold(parts.dated, |all, word| mix(all ^ word));
            at += len;
            let ends = at == tokens.len() || ends_sentence(tokens, at);
            dated = dated.or_else(|| (ends && day.is_day()).then_some(parts.sentences.len()));
            continue;
        }
        parts.words.push(shift(&tokens[at].range, base));
        at += 1;
    }
    parts.sentences.push(parts.words.len());
    lengthen_lead(parts, dated);
}

/// Makes one of the first sentences up to that which ends in the day of the
/// picture, `dated`: 'Will it last? Ana Bela asks in Lima, Monday, May 3.' Where
/// none does and the caption breaks off, nothing tells where the lead ends.
fn lengthen_lead(parts: &mut Parts, dated: Option<usize>) {
    let last = match dated {
        Some(sentence) if sentence < LONGEST_LEAD => sentence,
        None if parts.truncated => parts.sentences.len() - 1,
        _ => 0,
    };
    parts.sentences.drain(..last);
    parts.days.iter_mut().for_each(|day| day.0 = day.0.saturating_sub(last as u32));
}

/// A lead has at most so many sentences.
const LONGEST_LEAD: usize = 3;

/// A sentence of fewer words is part of the next one.
const SHORTEST: usize = 4;

/// Whether `token`, the last word kept, is the 'on' of 'on Monday'.
fn is_on(token: &Token, last: &Range<usize>, base: usize) -> bool {
    matches!(token.word, "on" | "am" | "el" | "le") && shift(&token.range, base) == *last
}

/// Whether a sentence ends before the word at `at`.
pub(super) fn ends_sentence(tokens: &[Token], at: usize) -> bool {
    let gap = tokens[at].gap;
    if gap == " " {
        return false;
    }
    let Some(mark) = gap.bytes().position(|b| matches!(b, b'.' | b'!' | b'?')) else { return false };
    let spaced = gap[mark..].contains(char::is_whitespace);
    let stops = gap.as_bytes()[mark] != b'.' || !is_abbreviation(tokens[at - 1].word);
    let quoted = gap[mark..].contains(['"', '\'']) && GO_ON.contains(&tokens[at].word);
    spaced && stops && !quoted
}

/// Words that go on behind a quotation that ends in a full stop.
const GO_ON: &[&str] = &["in", "at", "on", "near", "outside", "during", "and", "as"];

/// In folded text the case of the next word tells nothing, so this list does.
fn is_abbreviation(word: &str) -> bool {
    word.chars().count() == 1 && !word.starts_with(|c: char| c.is_ascii_digit()) || ABBREVIATIONS.contains(&word)
}

const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "rev", "gen", "col", "maj", "capt", "lt", "sgt", "adm", "gov", "sen", "rep", "st",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "no", "vs", "jr", "sr", "mt",
    "ft", "inc", "corp", "co", "ltd",
];
