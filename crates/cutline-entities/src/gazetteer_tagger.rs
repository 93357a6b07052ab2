//! A tagger that knows no weights: lists, titles and capital letters.

use std::collections::BTreeMap;

use cutline_doc::{Document, Label, Mention, Span};
use cutline_text::{Token, TokenKind, sentences, tokens};

use crate::fold::fold;
use crate::{Classes, Lists};

/// Finds names by lists alone, in all blocks that are read.
pub fn list_tagger(document: &Document, lists: &Lists) -> Vec<Mention> {
    let text = &document.text;
    let mut mentions = Vec::new();
    for block in document.read_blocks() {
        for sentence in sentences(text, block.span) {
            let tokens: Vec<Token> = tokens(text, sentence).collect();
            Scan { text, lists, tokens: &tokens }.run(&mut mentions);
        }
    }
    agree(document, &mut mentions);
    mentions.sort_by_key(|m| m.span);
    mentions
}

struct Scan<'s> {
    text: &'s str,
    lists: &'s Lists,
    tokens: &'s [Token],
}

impl Scan<'_> {
    fn run(&self, mentions: &mut Vec<Mention>) {
        let mut at = 0;
        while at < self.tokens.len() {
            match self.name_at(at) {
                Some((count, label)) => {
                    mentions.push(self.mention(at, count, label));
                    at += count;
                }
                None => at += 1,
            }
        }
    }

    fn mention(&self, at: usize, count: usize, label: Label) -> Mention {
        let span = self.tokens[at].span.cover(self.tokens[at + count - 1].span);
        Mention { span, label, entity: None, score: 0.7, rule: "list".into() }
    }

    fn name_at(&self, at: usize) -> Option<(usize, Label)> {
        let run = self.capitals(at);
        if run == 0 {
            return None;
        }
        if let Some(count) = self.organisation(at, run) {
            return Some((count, Label::Org));
        }
        let listed = self.lists.longest(self.text, &self.tokens[at..]);
        let titled = at > 0 && self.titled(at);
        if let Some(found) = listed
            && let Some(label) = label(found.classes)
            && (found.tokens >= run || !titled)
        {
            return Some((found.tokens, label));
        }
        let classes = listed.map_or(Classes::NONE, |found| found.classes);
        let refused =
            Classes::TITLE | Classes::ROLE | Classes::CALENDAR | Classes::ROLE_MODIFIER | Classes::COMMON_WORD;
        let given = classes.any(Classes::GIVEN) && run > 1 && !classes.any(refused);
        (given || titled && !classes.any(refused)).then(|| (run.min(4), Label::Person))
    }

    /// Whether a title or role stands before `at`.
    fn titled(&self, at: usize) -> bool {
        let before = if self.word(at - 1) == "." { at.checked_sub(2) } else { Some(at - 1) };
        before.is_some_and(|n| self.lists.classes(self.word(n)).any(Classes::TITLE | Classes::ROLE))
    }

    fn word(&self, at: usize) -> &str {
        &self.text[self.tokens[at].span]
    }

    /// How many capitalised words stand in a row, with hyphens between.
    fn capitals(&self, at: usize) -> usize {
        let capital = |n: usize| {
            self.tokens.get(n).is_some_and(|t| t.kind == TokenKind::Word)
                && self.word(n).starts_with(char::is_uppercase)
        };
        let mut count = 0;
        while capital(at + count) {
            count += 1;
            let joined =
                self.tokens.get(at + count).is_some_and(|t| &self.text[t.span] == "-") && capital(at + count + 1);
            count += usize::from(joined);
        }
        count
    }

    /// A run that ends in 'University' or 'Party' is an organisation.
    fn organisation(&self, at: usize, run: usize) -> Option<usize> {
        let last = (1..run).rev().find(|&n| self.lists.classes(self.word(at + n)).any(Classes::ORG_WORD))?;
        let named = !self.lists.classes(self.word(at)).any(Classes::TITLE | Classes::ROLE | Classes::CALENDAR);
        named.then_some(last + 1)
    }
}

fn label(classes: Classes) -> Option<Label> {
    let common = classes.any(Classes::COMMON_WORD | Classes::GIVEN | Classes::SURNAME | Classes::TITLE | Classes::ROLE);
    let place = Classes::COUNTRY | Classes::BIG_CITY | Classes::US_STATE | Classes::PROVINCE;
    [
        (classes.any(place), Label::Gpe),
        (classes.any(Classes::CITY) && !common, Label::Gpe),
        (classes.any(Classes::DEMONYM | Classes::GROUP), Label::Norp),
        (classes.any(Classes::ORGANISATION | Classes::AGENCY), Label::Org),
        (classes.any(Classes::SEAT), Label::Org),
        (classes.any(Classes::REGION | Classes::COUNTY), Label::Loc),
        (classes.any(Classes::LANGUAGE), Label::Language),
    ]
    .into_iter()
    .find_map(|(holds, label)| holds.then_some(label))
}

/// The last word of a person's name means the person wherever it stands.
fn agree(document: &Document, mentions: &mut Vec<Mention>) {
    let text = &document.text;
    let mut surnames = BTreeMap::new();
    for mention in mentions.iter().filter(|m| m.label == Label::Person) {
        if let Some((_, last)) = text[mention.span].rsplit_once(' ') {
            surnames.insert(fold(last), ());
        }
    }
    let mut taken: Vec<Span> = mentions.iter().map(|m| m.span).collect();
    taken.sort_unstable();
    for block in document.read_blocks() {
        for token in tokens(text, block.span).filter(|t| t.kind == TokenKind::Word) {
            let word = &text[token.span];
            let after = taken.partition_point(|span| span.end <= token.span.start);
            let free = taken.get(after).is_none_or(|span| !span.overlaps(token.span));
            if free && word.starts_with(char::is_uppercase) && surnames.contains_key(&fold(word)) {
                let (label, rule) = (Label::Person, "agreement".into());
                mentions.push(Mention { span: token.span, label, entity: None, score: 0.7, rule });
            }
        }
    }
}
