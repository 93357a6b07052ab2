//! The grammar: one look at each token, and from there as far as an expression
//! reaches. Every function takes the index of a token and says what it read and
//! where it stopped, so the text is passed once.

mod dates;
mod durations;
mod guards;
mod holidays;
mod modifiers;
mod numbers;
pub(crate) mod numeric;
mod periods;
mod plain;
mod relative;
pub(crate) mod sets;
mod times;
mod years;

use self::numeric::Order;
use crate::lex::{Gap, Shape, Token};
use crate::sense::Sense;
use crate::word::Word;

/// An expression as it was read, with the tokens `first..end`.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub first: usize,
    pub end: usize,
    pub sense: Sense,
    pub modifier: Option<&'static str>,
    pub rule: &'static str,
}

/// What a rule read, and the token behind it.
pub(crate) type Read<T> = Option<(T, usize)>;

/// One paragraph under the grammar.
pub(crate) struct Reader<'t> {
    pub text: &'t str,
    pub tokens: &'t [Token],
}

impl Reader<'_> {
    /// The expression that begins at token `at`.
    pub(crate) fn expression(&self, at: usize, order: Order) -> Option<Found> {
        let token = &self.tokens[at];
        let short = token.end - token.start <= 2 && token.shape != Shape::Lower;
        if token.word == Word::Other && !short {
            return None;
        }
        let worth_a_look = match token.word {
            // Nothing begins with these.
            Word::To | Word::And | Word::Of | Word::In | Word::For | Word::On | Word::By | Word::Or | Word::Behind => {
                false
            }
            // Most of these stand before words that have nothing to do with time.
            Word::The | Word::A | Word::That | Word::This => !matches!(self.word(at + 1), Word::Other | Word::Mark(_)),
            Word::Mark(mark) => mark == b'\'',
            _ => true,
        };
        if worth_a_look { modifiers::expression(self, at, order) } else { None }
    }

    pub(crate) fn word(&self, at: usize) -> Word {
        self.tokens.get(at).map_or(Word::Mark(0), |token| token.word)
    }

    /// The word before `at`.
    pub(crate) fn before(&self, at: usize) -> Word {
        at.checked_sub(1).map_or(Word::Mark(0), |before| self.word(before))
    }

    pub(crate) fn is_mark(&self, at: usize, mark: u8) -> bool {
        self.word(at) == Word::Mark(mark)
    }

    /// Whether nothing stands between `at` and the token before it.
    pub(crate) fn is_glued(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|token| token.gap == Gap::None)
    }

    /// Whether `mark` stands right behind the token before `at`.
    pub(crate) fn glued_mark(&self, at: usize, mark: u8) -> bool {
        self.is_mark(at, mark) && self.is_glued(at)
    }

    pub(crate) fn shape(&self, at: usize) -> Shape {
        self.tokens.get(at).map_or(Shape::Lower, |token| token.shape)
    }

    pub(crate) fn is_capital(&self, at: usize) -> bool {
        matches!(self.shape(at), Shape::Capital | Shape::Upper)
    }

    pub(crate) fn slice(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &self.text[token.start as usize..token.end as usize])
    }

    pub(crate) fn is(&self, at: usize, word: &str) -> bool {
        self.slice(at).eq_ignore_ascii_case(word)
    }

    /// `at`, or behind the word there if it is `word`.
    pub(crate) fn skip(&self, at: usize, word: Word) -> usize {
        if self.word(at) == word { at + 1 } else { at }
    }
}
