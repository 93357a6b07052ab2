//! 'Dmitry Peskov, the Kremlin spokesman,', 'Ana Bela, 42, head of the bank,'.

use cutline_doc::Span;
use cutline_text::{Token, TokenKind};

use super::Context;
use crate::Classes;

/// How many words an apposition may have.
const LONGEST: usize = 16;

/// The role that stands between commas behind the name.
pub(super) fn role(context: &Context<'_>) -> Option<Span> {
    let tokens = context.tokens_after();
    let start = start(context, &tokens)?;
    let end = end(context, &tokens, start)?;
    let office = office(context, &tokens[start..end])?;
    (start + office <= end).then(|| tokens[start].span.cover(tokens[end - 1].span))
}

/// Behind the comma, an age and an article.
fn start(context: &Context<'_>, tokens: &[Token]) -> Option<usize> {
    let word = |at: usize| tokens.get(at).map_or("", |token| context.word(token));
    if word(0) != "," {
        return None;
    }
    let aged = tokens.get(1).is_some_and(|t| t.kind == TokenKind::Number) && word(2) == ",";
    let mut at = if aged { 3 } else { 1 };
    if matches!(word(at), "the" | "a" | "an" | "its" | "his" | "her" | "their" | "who" | "then") {
        if word(at) == "who" {
            return None;
        }
        at += 1;
    }
    (at < tokens.len()).then_some(at)
}

/// Up to the comma or stop that closes the apposition.
fn end(context: &Context<'_>, tokens: &[Token], start: usize) -> Option<usize> {
    let mut at = start;
    while at < tokens.len() && at - start <= LONGEST {
        let word = context.word(&tokens[at]);
        let stop = word == "." && !abbreviates(context, tokens, at);
        let turn = matches!(
            word,
            "," | ";" | ":" | ")" | "—" | "–" | "who" | "said" | "says" | "told" | "and" | "which" | "\"" | "“" | "”"
        );
        if stop || turn {
            return (at > start).then_some(at);
        }
        at += 1;
    }
    None
}

fn abbreviates(context: &Context<'_>, tokens: &[Token], at: usize) -> bool {
    at > 0 && context.classes(&tokens[at - 1]).any(Classes::TITLE | Classes::STATE_ABBREVIATION)
}

/// How many tokens go up to the end of the office that the apposition is about:
/// modifiers and names may stand before it, a verb or preposition may not.
fn office(context: &Context<'_>, tokens: &[Token]) -> Option<usize> {
    for at in 0..tokens.len().min(7) {
        if let Some(count) = context.office(&tokens[at..]) {
            let follows = tokens.get(at + count).map_or("", |token| context.word(token));
            let goes_on = context.office(&tokens[at + count..]).is_some();
            if goes_on {
                continue;
            }
            let ends = matches!(
                follows,
                "" | "of" | "for" | "at" | "in" | "with" | "to" | "from" | "on" | "under" | "since" | "who"
            );
            return ends.then_some(at + count);
        }
        if !modifies(context, &tokens[at]) {
            return None;
        }
    }
    None
}

fn modifies(context: &Context<'_>, token: &Token) -> bool {
    let word = context.word(token);
    let kinds = Classes::ROLE_MODIFIER | Classes::DEMONYM | Classes::COUNTRY | Classes::SEAT | Classes::ORGANISATION;
    let named = context.mention_at(token.span.start).is_some();
    named
        || matches!(word, "'s" | "’s" | "-")
        || context.classes(token).any(kinds)
        || word.starts_with(char::is_uppercase)
}
