//! A mention made ready for comparing.

use cutline_doc::{Label, Mention, Span};
use cutline_text::{TokenKind, tokens};

use crate::fold::fold;
use crate::{Classes, Lists, Thing};

/// Labels between which taggers waver count as one family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Family {
    Person,
    Organisation,
    Place,
    Group,
    Language,
    Other,
    Amount,
}

impl Family {
    pub fn of(label: Label) -> Family {
        match label {
            Label::Person => Family::Person,
            Label::Org => Family::Organisation,
            Label::Gpe | Label::Loc | Label::Fac => Family::Place,
            Label::Norp => Family::Group,
            Label::Language => Family::Language,
            Label::Money | Label::Percent | Label::Quantity => Family::Amount,
            Label::Event | Label::Product | Label::WorkOfArt | Label::Law => Family::Other,
        }
    }
}

/// A mention made ready for comparing.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub span: Span,
    pub label: Label,
    pub family: Family,
    /// Folded words, without article and punctuation; hyphens join.
    pub words: Vec<String>,
    /// The words without the marks between and inside them: 'us' for 'U.S.'.
    pub key: String,
    /// What the lists know the whole as.
    pub classes: Classes,
    pub thing: Option<Thing>,
}

impl Name {
    pub fn new(text: &str, mention: &Mention, lists: &Lists) -> Name {
        let surface = called(&text[mention.span], lists);
        let words = words(surface);
        let spelt = words.len() > 1 && words.iter().all(|word| word.len() == 1);
        let known = if spelt { lists.whole(&words.concat()) } else { lists.whole(surface) };
        Name {
            span: mention.span,
            label: mention.label,
            family: Family::of(mention.label),
            key: words.concat(),
            words,
            classes: known.map_or(Classes::NONE, |found| found.classes),
            thing: known.and_then(|found| found.thing),
        }
    }

    pub fn first(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    pub fn last(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }
}

/// Without article in front, and without possessive behind unless the lists know the name with it: 'Macy's'.
pub(super) fn called<'t>(surface: &'t str, lists: &Lists) -> &'t str {
    let brand = surface.ends_with(['s', 'S']) && lists.classes(surface).any(Classes::ORGANISATION | Classes::AGENCY);
    if brand { surface } else { bare(surface) }
}

/// Without article in front and possessive behind.
pub(crate) fn bare(surface: &str) -> &str {
    let head = ["the ", "The ", "THE "].iter().find_map(|article| surface.strip_prefix(article)).unwrap_or(surface);
    let tail = ["'s", "’s", "'S", "’S", "'", "’"].iter().find_map(|end| head.strip_suffix(end)).unwrap_or(head);
    if tail.is_empty() { surface } else { tail }
}

/// Folded words; hyphens and apostrophes inside words fall away, '&' is 'and'.
pub(crate) fn words(surface: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut glue = None;
    for token in tokens(surface, Span::of(surface)) {
        let word = &surface[token.span];
        match token.kind {
            TokenKind::Word | TokenKind::Number | TokenKind::Address => {
                let plain: String = fold(word).chars().filter(|c| c.is_alphanumeric()).collect();
                match words.last_mut() {
                    Some(last) if glue == Some(token.span.start) => last.push_str(&plain),
                    _ => words.push(plain),
                }
            }
            TokenKind::Mark if matches!(word, "-" | "‐" | "‑") => glue = Some(token.span.end),
            TokenKind::Mark if word == "&" => words.push("and".into()),
            TokenKind::Mark => {}
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_fall_away() {
        assert_eq!(words(bare("the U.S.")), ["us"]);
        assert_eq!(words(bare("Kim Jong-un’s")), ["kim", "jongun"]);
        assert_eq!(words("Bela & Söhne"), ["bela", "and", "sohne"]);
        assert_eq!(words("O’Neil"), ["oneil"]);
    }
}
