//! Which verb a quotation belongs to, where the words beside it leave no choice.
//!
//! The model reads each cue by itself and may reach for a quotation that another
//! verb introduces: 'Orr noted that the town had paid — Bela boasted, “We paid.”'

use std::ops::Range;

use crate::drafts::Draft;
use crate::lexicon::{Class, form};
use crate::reading::{Kind, Look, Paragraph, Piece};
use crate::rules;

/// Gives each quotation that a clause introduces to that clause, and the second
/// half of a split quotation to the speaker of the first.
pub(crate) fn settle(paragraph: &Paragraph, drafts: &mut Vec<Draft>) {
    for at in 1..paragraph.pieces.len() {
        let Some(look) = speech(paragraph, at) else { continue };
        if let Some(draft) = put(paragraph, at) {
            drafts.retain(|other| !other.cue.iter().any(|run| overlaps(run, &draft.cue[0])));
            drafts.iter_mut().filter(|other| other.holds(at)).for_each(|other| cut(paragraph, other, at));
            drafts.push(draft);
        } else if look.first_capital
            && let Some(draft) = introduced(paragraph, at)
        {
            claim(paragraph, drafts, draft, at);
        } else if let Some(first) = first_half(paragraph, at) {
            join(paragraph, drafts, first, at);
        }
    }
    drafts.retain(|draft| !draft.content.is_empty());
}

/// What a quotation of two words or more looks like, unless it is a title.
fn speech(paragraph: &Paragraph, at: usize) -> Option<Look> {
    match paragraph.pieces[at].kind {
        Kind::Quote(n) => Some(paragraph.looks[n as usize]).filter(|look| look.words > 0 && !look.title),
        _ => None,
    }
}

/// How many pieces may stand between a verb and the comma before its quotation.
const REACH: usize = 8;

/// 'Bela told reporters, “…”', 'Bela was coy: “…”'.
fn introduced(paragraph: &Paragraph, quote: usize) -> Option<Draft> {
    let pieces = &paragraph.pieces;
    if !matches!(pieces[quote - 1].kind, Kind::Mark(b',' | b':')) {
        return None;
    }
    if let Some(draft) = rules::announced(paragraph, quote) {
        return Some(draft);
    }
    let first = paragraph.sentence(quote - 1).start;
    let parts = Class::SUBORDINATOR | Class::CONJUNCTION | Class::RELATIVE;
    let plain = |at: &usize| pieces[*at].kind == Kind::Word && !pieces[*at].class.is(parts);
    let clause = (first..quote - 1).rev().take_while(plain).take(REACH);
    let cue = clause.into_iter().find(|at| rules::speaks(paragraph, *at))?;
    let source = if pieces[cue].class.is(Class::SAYING) { None } else { rules::before(paragraph, quote, cue) };
    let shared = pieces[cue].class.is(Class::SAYING) || rules::is_coordinated(paragraph, cue);
    (shared || source.is_some()).then(|| Draft {
        content: vec![quote..quote + 1],
        cue: vec![cue..cue + 1],
        source: source.into_iter().filter(|_| !shared).collect(),
        score: 0.6,
        rule: "introduced",
    })
}

/// '“…,” as the mayor put it', 'as the mayor put it, “…”'.
fn put(paragraph: &Paragraph, quote: usize) -> Option<Draft> {
    let pieces = &paragraph.pieces;
    let sentence = paragraph.sentence(quote);
    let puts = |at: &usize| {
        let verb = form("put") == pieces[*at].form || form("puts") == pieces[*at].form;
        verb && pieces.get(at + 1).is_some_and(|piece| piece.form == form("it"))
    };
    let near = quote.saturating_sub(REACH).max(sentence.start)..(quote + 2 * REACH).min(sentence.end);
    let cue = near.into_iter().find(puts)?;
    let as_at = (sentence.start..cue).rev().take(2 * REACH).find(|at| pieces[*at].form == form("as"))?;
    let between = if cue < quote { cue + 2..quote } else { quote + 1..as_at };
    let apart = pieces[between].iter().any(|piece| matches!(piece.kind, Kind::Quote(_) | Kind::Mark(b';')));
    (as_at + 1 < cue && !apart).then(|| Draft {
        content: vec![quote..quote + 1],
        cue: vec![cue..cue + 2],
        source: vec![as_at + 1..cue],
        score: 0.6,
        rule: "put-it",
    })
}

/// Makes `draft` hold the quotation, unless what holds it has its verb in the
/// same clause or right behind the quotation.
fn claim(paragraph: &Paragraph, drafts: &mut Vec<Draft>, mut draft: Draft, quote: usize) {
    let start = draft.source.first().map_or(draft.cue[0].start, |run| run.start);
    let clause = start..quote;
    if let Some(own) = drafts.iter_mut().find(|other| other.cue.iter().any(|run| overlaps(run, &clause))) {
        if !own.holds(quote) && own.content.iter().all(|run| run.start >= quote) {
            own.content.insert(0, quote..quote + 1);
            release(paragraph, drafts, quote, quote);
        }
        return;
    }
    let Some(holder) = drafts.iter_mut().find(|other| other.holds(quote)) else { return drafts.push(draft) };
    let sentence = paragraph.sentence(quote);
    // 'Bela said she recalled thinking, “…”': hers either way.
    let nested = draft.source.first().is_some_and(|source| {
        let that = usize::from(source.start > 0 && paragraph.pieces[source.start - 1].form == form("that"));
        let governs = |cue: &Range<usize>| cue.end + that == source.start;
        paragraph.pieces[source.start].class.is(Class::PRONOUN) && holder.cue.first().is_some_and(governs)
    });
    if nested {
        return;
    }
    if holder.cue.first().is_some_and(|cue| cue.start > quote && cue.start < sentence.end) {
        return;
    }
    let end = holder.content.iter().find(|run| run.contains(&quote)).map_or(quote + 1, |run| run.end);
    let quotes = (quote..end).take_while(|at| matches!(paragraph.pieces[*at].kind, Kind::Quote(_))).count();
    draft.content = vec![quote..quote + quotes];
    cut(paragraph, holder, start);
    drafts.push(draft);
}

fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Takes the quotation from all drafts that hold it with a verb before `start`.
fn release(paragraph: &Paragraph, drafts: &mut [Draft], quote: usize, start: usize) {
    let holds = |draft: &&mut Draft| draft.holds(quote) && draft.content[0].start < start;
    drafts.iter_mut().filter(holds).for_each(|draft| cut(paragraph, draft, start));
}

/// Ends the content before the piece at `start`.
fn cut(paragraph: &Paragraph, draft: &mut Draft, start: usize) {
    draft.content.retain(|run| run.start < start);
    let Some(last) = draft.content.last_mut() else { return };
    last.end = last.end.min(start);
    let loose = |piece: &Piece| {
        matches!(piece.kind, Kind::Mark(b',' | b'-' | b';')) || piece.class.is(Class::CONJUNCTION | Class::SUBORDINATOR)
    };
    while last.end > last.start && loose(&paragraph.pieces[last.end - 1]) {
        last.end -= 1;
    }
    if last.start == last.end {
        draft.content.pop();
    }
}

/// '“…,” Bela said, pointing at the dam, “…”': the first half of a quotation
/// that begins within its sentence.
fn first_half(paragraph: &Paragraph, quote: usize) -> Option<usize> {
    let look = speech(paragraph, quote).filter(|look| !look.at_start)?;
    if look.first_capital || !paragraph.is_mark(quote - 1, b',') {
        return None;
    }
    let sentence = paragraph.sentence(quote);
    let first = (sentence.start..quote).rev().find(|at| speech(paragraph, *at).is_some())?;
    let look = speech(paragraph, first).filter(|look| look.at_start && look.last == b',')?;
    let verb = (first + 1..quote).take(2 * REACH).find(|at| rules::speaks(paragraph, *at))?;
    let own = (verb + 1..quote).rev().take(3).any(|at| paragraph.pieces[at].class.is(Class::SAYING | Class::SPEECH));
    (!own && look.words > 0).then_some(first)
}

/// Gives the second half to what holds the first.
fn join(paragraph: &Paragraph, drafts: &mut [Draft], first: usize, second: usize) {
    if drafts.iter().any(|draft| draft.holds(first) && draft.holds(second)) {
        return;
    }
    let Some(owner) = drafts.iter().position(|draft| draft.holds(first)) else { return };
    let holder = drafts.iter().position(|draft| draft.holds(second));
    if let Some(holder) = holder {
        let run = drafts[holder].content.iter().find(|run| run.contains(&second)).cloned();
        let from = run.map_or(second, |run| run.start);
        cut(paragraph, &mut drafts[holder], from);
    }
    drafts[owner].content.push(second..second + 1);
}
