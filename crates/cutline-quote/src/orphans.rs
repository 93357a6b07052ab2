//! Quotations that no verb of their own sentence introduces: they go on with
//! what was said before them.

use std::ops::Range;

use crate::drafts::{Draft, any_of};
use crate::lexicon::{Class, form};
use crate::reading::{Kind, Look, Paragraph};
use crate::rules;

/// Gives quotations that nothing holds to the draft that they go on with.
pub(crate) fn adopt(paragraph: &Paragraph, drafts: &mut Vec<Draft>) {
    for at in 1..paragraph.pieces.len() {
        let Kind::Quote(n) = paragraph.pieces[at].kind else { continue };
        let look = paragraph.looks[n as usize];
        if look.title || drafts.iter().any(|draft| draft.holds(at)) {
            continue;
        }
        if look.at_start && look.at_end && look.words > 0 {
            carry(paragraph, drafts, at, look);
        } else {
            list(paragraph, drafts, at);
        }
    }
}

/// A sentence that is nothing but a quotation goes on with what is said in the
/// sentence before it; a long one with the last quotation of its paragraph, or
/// its speaker is the subject of the sentence before.
fn carry(paragraph: &Paragraph, drafts: &mut Vec<Draft>, at: usize, look: Look) {
    let sentence = |at: usize| paragraph.pieces[at].sentence;
    let before = sentence(at) - 1;
    let full = look.first_capital && look.words > 1 && look.last != b',';
    let reach = |draft: &Draft| draft.content.iter().map(|run| sentence(run.end - 1)).max().unwrap_or_default();
    let quoted = |draft: &Draft| draft.content.iter().any(|run| has_quote(paragraph, run));
    let cued = |draft: &Draft| draft.cue.first().map(|cue| sentence(cue.start));
    let near = |draft: &Draft| quoted(draft) && reach(draft) == before && cued(draft).is_some_and(|cue| cue <= before);
    let told = |draft: &Draft| {
        full && cued(draft) == Some(before)
            && !draft.source.is_empty()
            && any_of(paragraph, &draft.cue, Class::SPEECH)
            && !any_of(paragraph, &draft.cue, Class::NEGATION)
    };
    let resumed = |draft: &Draft| {
        full && quoted(draft) && cued(draft).is_some_and(|cue| cue < before) && reach(draft) + 1 == before
    };
    let stays = rules::subject_of(paragraph, paragraph.sentence(at - 1))
        .is_none_or(|subject| paragraph.pieces[subject.start].class.is(Class::PRONOUN));
    let last = |goes_on: &dyn Fn(&Draft) -> bool| {
        drafts.iter().rposition(|draft| draft.content[0].start < at && goes_on(draft))
    };
    let last = last(&near).or_else(|| last(&told)).or_else(|| last(&resumed).filter(|_| stays));
    if let Some(last) = last {
        add(&mut drafts[last], at);
    } else if full && paragraph.block.is_body() {
        drafts.extend(by_subject(paragraph, at));
    }
}

/// 'Bela has never liked the dam. “…”': the subject of the sentence before speaks.
fn by_subject(paragraph: &Paragraph, at: usize) -> Option<Draft> {
    let pieces = &paragraph.pieces;
    let before = paragraph.sentence(at.checked_sub(1)?);
    let source = rules::subject_of(paragraph, before)?;
    let person = pieces[source.clone()].iter().any(|piece| {
        piece.class.is(Class::HE | Class::SHE | Class::TITLE) || piece.label == Some(cutline_doc::Label::Person)
    });
    person.then(|| Draft {
        content: vec![at..at + 1],
        cue: Vec::new(),
        source: vec![source],
        score: 0.4,
        rule: "subject",
    })
}

/// 'called him a “bully,” a “liar” and a “fool”': the same verb governs them all.
fn list(paragraph: &Paragraph, drafts: &mut [Draft], at: usize) {
    let pieces = &paragraph.pieces;
    let joins = |at: &usize| match pieces[*at].kind {
        Kind::Mark(b',') => true,
        Kind::Word => {
            pieces[*at].class.is(Class::CONJUNCTION) || LINKS.iter().any(|word| form(word) == pieces[*at].form)
        }
        _ => false,
    };
    let start = at - (0..at).rev().take_while(joins).count();
    let item =
        |draft: &&mut Draft| draft.content.last().is_some_and(|run| run.end == start && has_quote(paragraph, run));
    let same = start.checked_sub(1).is_some_and(|before| pieces[before].sentence == pieces[at].sentence);
    if start < at
        && same
        && let Some(run) = drafts.iter_mut().find(item).and_then(|draft| draft.content.last_mut())
    {
        run.end = at + 1;
    }
}

/// What may stand between the items of a list of quotations.
const LINKS: &[&str] = &["a", "an", "the", "who", "is", "as", "with", "of"];

fn add(draft: &mut Draft, at: usize) {
    match draft.content.last_mut().filter(|run| run.end == at) {
        Some(run) => run.end = at + 1,
        None => draft.content.push(at..at + 1),
    }
}

fn has_quote(paragraph: &Paragraph, run: &Range<usize>) -> bool {
    paragraph.pieces[run.clone()].iter().any(|piece| matches!(piece.kind, Kind::Quote(_)))
}
