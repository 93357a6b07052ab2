//! Which tokens may be part of a name.
//!
//! Names hold a capital, and what stands between capitals may belong to them:
//! 'Ministry of Foreign Affairs', 'Al-Shabaab', 'Rio de Janeiro'. All else is
//! outside without being scored, which is most of a text.

use cutline_text::TokenKind;

use crate::words::{Sentence, Type, Words};

/// A run of tokens that may hold names; what lies before and behind it is outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// The first token.
    pub start: u32,
    /// The token behind the last.
    pub end: u32,
    /// The number of its sentence.
    pub(crate) sentence: u32,
}

/// So many tokens may stand between two capitals of a name.
const GAP: u32 = 4;
/// Longer runs are cut: text in capitals must not make one chain of a whole document.
const LONGEST: u32 = 128;

impl Words {
    /// The runs of tokens that may hold names, in order.
    pub fn runs(&self) -> Vec<Run> {
        let mut runs = Vec::new();
        for (number, sentence) in self.sentences.iter().enumerate() {
            self.runs_of(*sentence, number as u32, &mut runs);
        }
        runs
    }

    fn runs_of(&self, sentence: Sentence, number: u32, runs: &mut Vec<Run>) {
        let mut at = sentence.start;
        while at < sentence.end {
            if !is_capital(self.of(at)) {
                at += 1;
                continue;
            }
            let start = self.reach_back(at, sentence.start.max(last_end(runs)));
            let end = self.reach_on(at, sentence.end);
            cut(Run { start, end, sentence: number }, runs);
            at = end;
        }
    }

    /// A particle or number before the first capital: 'al-Shabaab', '2016 Games'.
    fn reach_back(&self, at: u32, least: u32) -> u32 {
        let before = |n: u32| at.checked_sub(n).filter(|at| *at >= least).map(|at| self.of(at));
        match (before(2), before(1)) {
            (Some(word), Some(hyphen)) if hyphen.mark == '-' && is_short(word) => at - 2,
            (Some(first), Some(second))
                if is_inner(first) && is_inner(second) && !second.is_mark() && !first.is_mark() =>
            {
                at - 2
            }
            (_, Some(word)) if is_inner(word) && !word.is_mark() => at - 1,
            _ => at,
        }
    }

    /// The token behind the last of the run that starts with the capital at `at`.
    fn reach_on(&self, at: u32, most: u32) -> u32 {
        let mut end = at + 1;
        let mut ahead = end;
        while ahead < most && ahead - end < GAP + 1 {
            let word = self.of(ahead);
            if is_capital(word) {
                end = ahead + 1;
            } else if !is_inner(word) && !self.is_compound(ahead) {
                break;
            }
            ahead += 1;
        }
        let after = |end: u32, n: u32| (end + n < most).then(|| self.of(end + n));
        while let (Some(hyphen), Some(word)) = (after(end, 0), after(end, 1))
            && hyphen.mark == '-'
            && !word.is_mark()
        {
            end += 2;
        }
        match after(end, 0) {
            Some(word) if word.mark == '.' || word.kind == TokenKind::Number => end + 1,
            _ => end,
        }
    }

    /// Whether a hyphen ties the word at `at` to the one before: 'Socio-economic Council'.
    fn is_compound(&self, at: u32) -> bool {
        let span = |at: u32| self.tokens[at as usize].span;
        let tight = |one: u32, other: u32| span(one).end == span(other).start;
        is_short(self.of(at)) && self.of(at - 1).mark == '-' && tight(at - 2, at - 1) && tight(at - 1, at)
    }
}

impl Type {
    fn is_mark(&self) -> bool {
        self.kind == TokenKind::Mark
    }
}

fn last_end(runs: &[Run]) -> u32 {
    runs.last().map_or(0, |run| run.end)
}

fn cut(run: Run, runs: &mut Vec<Run>) {
    let mut start = run.start;
    while start < run.end {
        let end = run.end.min(start + LONGEST);
        runs.push(Run { start, end, ..run });
        start = end;
    }
}

fn is_capital(word: &Type) -> bool {
    word.shape.upper && word.kind == TokenKind::Word
}

fn is_short(word: &Type) -> bool {
    word.kind == TokenKind::Word && word.shape.lower
}

/// What stands inside names without a capital.
fn is_inner(word: &Type) -> bool {
    match word.kind {
        TokenKind::Number => true,
        TokenKind::Mark => matches!(
            word.mark,
            '-' | '–' | '&' | '\'' | '’' | '/' | '.' | '(' | ')' | ',' | '"' | '“' | '”' | '+' | '!'
        ),
        TokenKind::Word => word.inner,
        TokenKind::Address => false,
    }
}

/// Whether a word without a capital may stand inside a name.
pub(crate) fn is_inner_word(word: &str) -> bool {
    INNER_WORDS.contains(&word)
}

const INNER_WORDS: &[&str] = &[
    "of", "the", "and", "for", "in", "on", "at", "to", "de", "la", "le", "les", "du", "da", "do", "dos", "das", "del",
    "della", "di", "der", "den", "des", "von", "van", "zu", "bin", "ibn", "bint", "al", "el", "ul", "ud", "e", "y",
    "i", "'s", "’s", "with", "from", "a", "an", "by", "as", "upon", "under", "against", "und", "ad", "en", "et", "abu",
    "st",
];
