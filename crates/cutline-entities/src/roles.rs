//! Titles and roles that stand beside a person's name.
//!
//! A role is a run of words round an office or job that the lists know. Before
//! a name it is read backwards ('Turkish Foreign Minister', 'chairman of the
//! Security Council'); behind a name it stands between commas ('…, the Kremlin
//! spokesman,').

mod after;
mod before;

use std::collections::BTreeSet;

use cutline_doc::{Entity, Label, Mention, Role, Span};
use cutline_text::{Token, tokens};

use crate::fold::fold;
use crate::{Classes, Lists};

/// How many bytes on either side of a name may hold its role.
const REACH: usize = 160;

/// Collects the roles of people, each wording once, where it first stands.
pub(crate) fn roles(text: &str, mentions: &[Mention], entities: &mut [Entity], lists: &Lists) {
    let mut known: BTreeSet<(u32, String)> = BTreeSet::new();
    for (n, mention) in mentions.iter().enumerate().filter(|(_, mention)| mention.label == Label::Person) {
        let Some(entity) = mention.entity else { continue };
        let context = Context { text, mentions, n, lists };
        for span in [before::role(&context), after::role(&context)].into_iter().flatten() {
            let words = text[span].split_whitespace().collect::<Vec<_>>().join(" ");
            if known.insert((entity, fold(&words))) {
                entities[entity as usize].roles.push(Role { text: words, span });
            }
        }
    }
}

/// A person's mention among the others.
struct Context<'c> {
    text: &'c str,
    mentions: &'c [Mention],
    n: usize,
    lists: &'c Lists,
}

impl Context<'_> {
    fn span(&self) -> Span {
        self.mentions[self.n].span
    }

    /// The tokens before the name, in its paragraph and behind the mention of another person.
    fn tokens_before(&self) -> Vec<Token> {
        let end = self.span().start as usize;
        let earlier = self.mentions[..self.n].iter().rev().find(|m| m.label == Label::Person);
        let mut start = end.saturating_sub(REACH).max(earlier.map_or(0, |m| m.span.range().end));
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        start += self.text[start..end].rfind("\n\n").unwrap_or(0);
        tokens(self.text, Span::new(start, end)).collect()
    }

    /// The tokens behind the name, in its paragraph and before the mention of another person.
    fn tokens_after(&self) -> Vec<Token> {
        let start = self.span().end as usize;
        let later = self.mentions[self.n + 1..].iter().find(|m| m.label == Label::Person);
        let limit = later.map_or(self.text.len(), |m| m.span.range().start).max(start);
        let mut end = (start + REACH).min(limit);
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        end = self.text[start..end].find("\n\n").map_or(end, |line| start + line);
        tokens(self.text, Span::new(start, end)).collect()
    }

    fn word(&self, token: &Token) -> &str {
        &self.text[token.span]
    }

    fn classes(&self, token: &Token) -> Classes {
        self.lists.classes(self.word(token))
    }

    /// The mention, not of a person, that holds the byte at `offset`.
    fn mention_at(&self, offset: u32) -> Option<&Mention> {
        let after = self.mentions.partition_point(|m| m.span.end <= offset);
        self.mentions.get(after).filter(|m| m.span.holds(offset) && m.label != Label::Person)
    }

    /// How many of `tokens` an office or job at their head takes.
    fn office(&self, tokens: &[Token]) -> Option<usize> {
        let found = self.lists.longest(self.text, tokens)?;
        found.classes.any(Classes::ROLE).then_some(found.tokens)
    }
}

/// Honorifics that are no roles.
fn is_courtesy(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "mr" | "mrs" | "ms" | "miss" | "mme" | "madam" | "saint" | "st")
}
