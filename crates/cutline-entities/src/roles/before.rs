//! 'Turkish Foreign Minister Hakan Fidan', 'the French premier, Jean Bela,'.

use cutline_doc::{Label, Span};
use cutline_text::{Token, TokenKind};

use super::{Context, is_courtesy};
use crate::Classes;

/// How many words a role may have.
const LONGEST: usize = 14;

/// The role that ends right before the name.
pub(super) fn role(context: &Context<'_>) -> Option<Span> {
    let tokens = context.tokens_before();
    let end = end_of_role(context, &tokens)?;
    let core = core(context, &tokens[..end])?;
    let first = widen(context, &tokens, core);
    let span = tokens[first].span.cover(tokens[end - 1].span);
    let trimmed = span_without_article(context, span);
    (!is_courtesy(context.text[trimmed].trim_end_matches('.'))).then_some(trimmed)
}

/// A comma may part role and name only if the name is closed by one too.
fn end_of_role(context: &Context<'_>, tokens: &[Token]) -> Option<usize> {
    let last = context.word(tokens.last()?);
    if last != "," {
        return Some(tokens.len());
    }
    let behind = context.text[context.span().range().end..].chars().next();
    matches!(behind, Some(',' | '.' | ';')).then_some(tokens.len() - 1).filter(|&end| end > 0)
}

/// Where the office begins that ends at the end of `tokens`, perhaps with what it is of.
fn core(context: &Context<'_>, tokens: &[Token]) -> Option<usize> {
    if let Some(at) = office_ending(context, tokens) {
        return Some(at);
    }
    // 'chairman of the Security Council Dmitry …': the body it is of is a mention, or capitals.
    let mut at = tokens.len();
    while at > 0 && tokens.len() - at < LONGEST && in_name(context, &tokens[at - 1]) {
        at -= 1;
    }
    if at == tokens.len() {
        return None;
    }
    let article = at.checked_sub(1).filter(|&n| context.word(&tokens[n]) == "the").unwrap_or(at);
    let preposition = article.checked_sub(1)?;
    let joins = matches!(context.word(&tokens[preposition]), "of" | "to" | "for" | "at");
    joins.then(|| office_ending(context, &tokens[..preposition])).flatten()
}

/// Whether a token may belong to the name of the body that a role is of.
fn in_name(context: &Context<'_>, token: &Token) -> bool {
    let word = context.word(token);
    let capital = token.kind == TokenKind::Word && word.starts_with(char::is_uppercase);
    capital || context.mention_at(token.span.start).is_some() && !word.starts_with(',')
}

/// The start of the longest office that ends at the end of `tokens`.
fn office_ending(context: &Context<'_>, tokens: &[Token]) -> Option<usize> {
    let dot = tokens.last().is_some_and(|t| context.word(t) == ".");
    let mut found = None;
    for start in (tokens.len().saturating_sub(5)..tokens.len()).rev() {
        let abbreviated = dot && start + 2 == tokens.len() && context.classes(&tokens[start]).any(Classes::TITLE);
        let title = start + 1 == tokens.len()
            && context.classes(&tokens[start]).any(Classes::TITLE)
            && capital(context, &tokens[start]);
        if abbreviated || title || context.office(&tokens[start..]) == Some(tokens.len() - start) {
            found = Some(start);
        }
    }
    found
}

fn capital(context: &Context<'_>, token: &Token) -> bool {
    context.word(token).starts_with(char::is_uppercase)
}

/// Takes in what stands before the office: 'Turkish', 'former', 'Britain's', 'White House'.
fn widen(context: &Context<'_>, tokens: &[Token], mut first: usize) -> usize {
    let floor = tokens.len().saturating_sub(LONGEST);
    while first > floor {
        let before = &tokens[first - 1];
        let word = context.word(before);
        let mention = context.mention_at(before.span.start);
        let named =
            mention.is_some_and(|m| matches!(m.label, Label::Gpe | Label::Org | Label::Norp | Label::Loc | Label::Fac));
        let joint = matches!(word, "'s" | "’s" | "-") && first > floor + 1 && joined(context, &tokens[first - 2], word);
        let ranked = context.lists.longest(context.text, &tokens[first - 1..first]).is_some_and(|found| {
            let kinds = Classes::ROLE_MODIFIER | Classes::ROLE | Classes::DEMONYM | Classes::COUNTRY | Classes::SEAT;
            found.classes.any(kinds | Classes::AGENCY | Classes::ORGANISATION)
        });
        if !(named || joint || ranked) {
            break;
        }
        first -= 1;
    }
    while first + 1 < tokens.len() && tokens[first].kind == TokenKind::Mark {
        first += 1;
    }
    first
}

/// Whether what stands before a possessive or hyphen belongs to a role.
fn joined(context: &Context<'_>, before: &Token, mark: &str) -> bool {
    let place = context.mention_at(before.span.start).is_some_and(|m| m.label != Label::Norp);
    let listed = Classes::COUNTRY | Classes::CITY | Classes::US_STATE | Classes::PROVINCE | Classes::ORGANISATION;
    if mark == "-" {
        return context.classes(before).any(Classes::ROLE_MODIFIER | Classes::ROLE);
    }
    place || capital(context, before) && context.classes(before).any(listed)
}

fn span_without_article(context: &Context<'_>, span: Span) -> Span {
    let words = &context.text[span];
    let article = ["the ", "The ", "a ", "an ", "its ", "his ", "her ", "their "];
    let skip = article.iter().find_map(|article| words.strip_prefix(article).map(|_| article.len())).unwrap_or(0);
    Span { start: span.start + skip as u32, end: span.end }
}
