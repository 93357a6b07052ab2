//! Forms of address: what stands before a name and says whose it is.

use cutline_doc::Span;
use cutline_text::{Token, tokens};

use crate::{Classes, Lists};

/// How many bytes before a name are looked at.
const REACH: usize = 40;

/// What the words right before a name say about its bearer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Address {
    /// The classes of the title that stands right before the name.
    pub classes: Classes,
    /// Whether a given name follows such a title ('Sir Keir', 'King Charles').
    pub before_given: bool,
    /// Whether it is a mere form of politeness ('Mr', 'Ms').
    pub polite: bool,
}

/// Titles that are followed by the given name.
const BEFORE_GIVEN: &[&str] =
    &["sir", "dame", "king", "queen", "prince", "princess", "pope", "saint", "sister", "brother", "emperor", "lady"];
const POLITE: &[&str] = &["mr", "mrs", "ms", "miss", "mme"];

/// The form of address before `name`.
pub(crate) fn address(text: &str, name: Span, lists: &Lists) -> Address {
    let before = before(text, name);
    let mut words = before.iter().rev().map(|token| &text[token.span]).filter(|word| *word != ".");
    let Some(word) = words.next() else { return Address::default() };
    let classes = lists.classes(word);
    let title = word.trim_end_matches('.').to_lowercase();
    Address { classes, before_given: BEFORE_GIVEN.contains(&title.as_str()), polite: POLITE.contains(&title.as_str()) }
}

/// The tokens on the line before `name`, as far as they are looked at.
pub(crate) fn before(text: &str, name: Span) -> Vec<Token> {
    let end = name.range().start;
    let mut start = end.saturating_sub(REACH);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    if let Some(line) = text[start..end].rfind("\n\n") {
        start += line;
    }
    tokens(text, Span::new(start, end)).collect()
}

/// The part of a person's span behind the titles that a tagger took with it.
pub(crate) fn without_title(text: &str, span: Span, lists: &Lists) -> Span {
    let words: Vec<Token> = tokens(text, span).collect();
    let mut first = 0;
    while first + 1 < words.len() {
        let word = &text[words[first].span];
        let classes = lists.classes(word);
        let follows = words[first + 1..].iter().position(|t| &text[t.span] != ".").map(|n| first + 1 + n);
        let (true, Some(next)) = (classes.any(Classes::TITLE) && !classes.any(Classes::GIVEN), follows) else { break };
        first = next;
    }
    words.get(first).map_or(span, |token| Span { start: token.span.start, end: span.end })
}
