//! What a reader would not take for an indirect quotation.
//!
//! The model was taught attribution of every kind: votes, deeds, expectations.
//! A quotation without marks must be said, thought or asked by somebody.

use std::ops::Range;

use crate::drafts::{Draft, any_of};
use crate::lexicon::{Class, ending, form};
use crate::reading::{Kind, Paragraph, Piece};

/// Cues that are no verbs of speech need to be so likely …
const LEAST_WEAK: f32 = 0.4;
/// … and so likely if no clause follows them.
const LEAST_LOOSE: f32 = 0.55;
/// A longer cue holds more than a verb and what goes with it.
const LONGEST_CUE: usize = 7;

/// Whether an indirect quotation is one that a reader would accept.
pub(crate) fn is_plausible(paragraph: &Paragraph, draft: &Draft) -> bool {
    let Some(cue) = draft.cue.first() else { return true };
    if draft.source.is_empty() {
        return any_of(paragraph, &draft.cue, Class::ASKS);
    }
    if cue.len() > LONGEST_CUE || is_noun(paragraph, cue) || is_destined(paragraph, draft, cue) {
        return false;
    }
    let clause = is_clause(paragraph, draft);
    if is_supposed(paragraph, cue) || !clause && is_deed(paragraph, draft, cue) {
        return false;
    }
    let speaks = any_of(paragraph, &draft.cue, Class::SPEECH | Class::SAYING | Class::ACCORDING);
    if speaks {
        return true;
    }
    let least = if clause { LEAST_WEAK } else { LEAST_LOOSE };
    draft.score >= least && (least < LEAST_LOOSE || !any_of(paragraph, &draft.cue, Class::DEED))
}

/// 'Russia would think twice', 'voters may believe': nobody has said so.
fn is_supposed(paragraph: &Paragraph, cue: &Range<usize>) -> bool {
    const MODALS: &[&str] = &["would", "could", "might", "may", "should"];
    const THOUGHTS: &[&str] = &["think", "believe", "expect", "know", "consider", "want", "see"];
    let holds = |words: &[&str]| {
        paragraph.pieces[cue.clone()].iter().any(|piece| words.iter().any(|word| form(word) == piece.form))
    };
    holds(MODALS) && holds(THOUGHTS)
}

/// 'met to discuss the dam', 'his willingness to concede much', 'refused to
/// sign': no words are given.
fn is_deed(paragraph: &Paragraph, draft: &Draft, cue: &Range<usize>) -> bool {
    let pieces = &paragraph.pieces;
    let to = |at: usize| pieces.get(at).is_some_and(|piece| piece.form == form("to"));
    let refuses =
        ["refused", "refuses", "declined", "declines"].iter().any(|word| form(word) == pieces[cue.end - 1].form);
    let content = draft.content.first().map_or(0, |run| run.start);
    let theirs = |run: &Range<usize>| {
        let piece = &pieces[run.start];
        run.len() == 1 && piece.class.is(Class::DETERMINER) && piece.class.is(Class::HE | Class::SHE | Class::THEY)
    };
    to(cue.start) || refuses && to(content) || draft.source.iter().any(theirs)
}

/// 'private talks with': a plural noun, unless its subject stands before it.
fn is_noun(paragraph: &Paragraph, cue: &Range<usize>) -> bool {
    let pieces = &paragraph.pieces;
    let skipped = Class::ADVERB | Class::AUXILIARY;
    let before = pieces[paragraph.sentence(cue.start).start..cue.start].iter().rev().find(|p| !p.class.is(skipped));
    let subject = |piece: &Piece| {
        piece.capital || piece.class.is(Class::PRONOUN | Class::RELATIVE | Class::ROLE) || piece.kind != Kind::Word
    };
    pieces[cue.start].form == form("talks") && !before.is_some_and(subject)
}

/// 'The two are expected to meet': they do not say so themselves.
fn is_destined(paragraph: &Paragraph, draft: &Draft, cue: &Range<usize>) -> bool {
    let pieces = &paragraph.pieces;
    let passive = pieces[cue.start].class.is(Class::AUXILIARY) && pieces[cue.end - 1].ending == ending("expected");
    let be = ["is", "are", "was", "were"].iter().any(|word| form(word) == pieces[cue.start].form);
    passive && be && draft.content.iter().any(|run| run.start == cue.end && pieces[run.start].form == form("to"))
}

/// Whether the content begins with 'that' or a question word and has a subject
/// of its own: 'a plan that would …' is none.
fn is_clause(paragraph: &Paragraph, draft: &Draft) -> bool {
    let Some(start) = draft.content.first().map(|run| run.start) else { return false };
    let opens = paragraph.pieces[start].class;
    let next = paragraph.pieces.get(start + 1).map(|piece| piece.class).unwrap_or_default();
    opens.is(Class::SUBORDINATOR) && !opens.is(Class::PREPOSITION) && !next.is(Class::AUXILIARY)
}
