//! Names and amounts that rules find where a tagger has little to learn from.
//!
//! Amounts of money, percentages and measures follow from numbers and units;
//! laws, languages, events, products and titles of works are taken only where
//! the words beside them make it certain.

mod amounts;
mod events;
mod families;
mod languages;
mod laws;
mod numbers;
mod products;
mod works;

use cutline_doc::{Document, Label, Mention, Span};
use cutline_text::{Token, TokenKind, sentences, tokens};

use crate::breaks::Wrapping;
use crate::{Classes, Lists};

/// Longer runs of capitals are no names: headings, lists, noise.
const LONGEST_RUN: usize = 16;

/// A rule: what it finds at a token, as how many tokens of which label.
type Rule = fn(&Sentence<'_>, usize) -> Option<Found>;

const RULES: &[(Rule, &str)] = &[
    (amounts::amount, "amount"),
    (works::work, "title-in-quotes"),
    (laws::law, "law"),
    (events::event, "event"),
    (products::product, "designation"),
    (languages::language, "language"),
];

/// What a rule found: tokens `first..end` of the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Found {
    first: usize,
    end: usize,
    label: Label,
}

/// Finds amounts, laws, languages, events, products and titles of works in all
/// blocks that are read, in order and without overlap.
///
/// ```
/// use cutline_doc::{Block, BlockKind, Document, Label, Span};
/// use cutline_entities::{Lists, rule_names};
///
/// let text = "Prices rose 3.5 percent to $1.2 billion.".to_string();
/// let blocks = vec![Block::new(Span::of(&text), BlockKind::Paragraph, "example")];
/// let document = Document { text, blocks, ..Document::default() };
/// let found = rule_names(&document, &Lists::default());
/// let shown: Vec<_> = found.iter().map(|m| (document.slice(m.span), m.label)).collect();
/// assert_eq!(shown, [("3.5 percent", Label::Percent), ("$1.2 billion", Label::Money)]);
/// ```
pub fn rule_names(document: &Document, lists: &Lists) -> Vec<Mention> {
    let text = &document.text;
    let mut mentions = Vec::new();
    for block in document.read_blocks() {
        let mut wrapping = Wrapping::new(text, block.span);
        for sentence in sentences(text, block.span) {
            wrapping.cut(sentence, |span| {
                let tokens: Vec<Token> = tokens(text, span).collect();
                Sentence { text, tokens: &tokens, lists }.run(&mut mentions);
            });
        }
    }
    mentions
}

/// Puts what rules found in the place of what they overlap.
///
/// A tagger's longer name that holds one of the rules' keeps its place, unless
/// it is an amount or a title in quotation marks that the rule found.
pub(crate) fn put_in(mentions: &mut Vec<Mention>, found: Vec<Mention>) {
    let mut kept: Vec<Mention> = Vec::with_capacity(mentions.len() + found.len());
    let mut rules = found.into_iter().peekable();
    for mention in mentions.drain(..) {
        while let Some(rule) = rules.next_if(|rule| rule.span.end <= mention.span.start) {
            kept.push(rule);
        }
        let wider =
            |rule: &Mention| mention.span.contains(rule.span) && mention.span != rule.span && !rule.label.is_amount();
        while rules.next_if(wider).is_some() {}
        let covered = rules.peek().is_some_and(|rule| rule.span.overlaps(mention.span))
            || kept.last().is_some_and(|rule| rule.span.overlaps(mention.span));
        if !covered {
            kept.push(mention);
        }
    }
    kept.extend(rules);
    *mentions = kept;
}

/// The tokens of a sentence.
struct Sentence<'s> {
    text: &'s str,
    tokens: &'s [Token],
    lists: &'s Lists,
}

impl Sentence<'_> {
    fn run(&self, mentions: &mut Vec<Mention>) {
        let mut at = 0;
        let mut taken = 0;
        while at < self.tokens.len() {
            let found = RULES.iter().find_map(|(rule, name)| {
                rule(self, at).filter(|found| found.first >= taken && found.end > at).map(|found| (found, *name))
            });
            let Some((found, rule)) = found else {
                at += 1;
                continue;
            };
            let span = self.span(found.first, found.end);
            mentions.push(Mention { span, label: found.label, entity: None, score: 0.95, rule: rule.into() });
            (at, taken) = (found.end, found.end);
        }
    }

    fn span(&self, first: usize, end: usize) -> Span {
        self.tokens[first].span.cover(self.tokens[end - 1].span)
    }

    /// The word at `at`, or nothing past either end.
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &self.text[token.span])
    }

    fn lower(&self, at: usize) -> String {
        self.word(at).to_lowercase()
    }

    fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    /// Whether no space stands between the token at `at` and the next.
    fn tight(&self, at: usize) -> bool {
        matches!(self.tokens.get(at..at + 2), Some([a, b]) if a.span.end == b.span.start)
    }

    fn is_capital(&self, at: usize) -> bool {
        let token = self.tokens.get(at);
        token.is_some_and(|t| t.kind == TokenKind::Word) && self.word(at).starts_with(char::is_uppercase)
    }

    fn classes(&self, at: usize) -> Classes {
        self.lists.classes(self.word(at))
    }

    /// How many tokens of capitalised words stand in a row, hyphens between them
    /// included, as far as they are counted.
    fn capitals(&self, at: usize) -> usize {
        let mut end = at;
        while self.is_capital(end) && end - at < LONGEST_RUN {
            end += 1;
            if self.word(end) == "-" && self.tight(end - 1) && self.is_capital(end + 1) {
                end += 1;
            }
        }
        end - at
    }
}
