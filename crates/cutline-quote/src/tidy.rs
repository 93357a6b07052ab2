//! What is no part of direct speech: a quotation that is whole needs nothing
//! beside it.

use std::ops::Range;

use crate::drafts::Draft;
use crate::lexicon::{Class, form};
use crate::reading::{Kind, Look, Paragraph};

/// Drops from a direct quotation the clauses that the model took along.
///
/// '“It was nice,” he told her when asked if he had met Bela': what follows the
/// cue is no content. 'Asked what he likes, he said, “Fish.” The rest …': neither
/// is what stands before the cue, or the next sentence.
pub(crate) fn tidy(paragraph: &Paragraph, draft: &mut Draft) {
    let Some(cue) = draft.cue.first().cloned() else { return };
    if ends_before(paragraph, draft, &cue) {
        draft.content.retain(|run| run.start < cue.start || holds_quote(paragraph, run));
    }
    if let Some(quote) = begins_behind(paragraph, draft, &cue) {
        draft.content.retain(|run| run.start > cue.start || holds_quote(paragraph, run));
        cut_behind(paragraph, draft, quote);
    }
    draft.content.iter_mut().filter(|run| run.start >= cue.end).for_each(|run| {
        run.start = past_adjunct(paragraph, run.clone(), cue.end);
    });
}

/// A source of more pieces than this loses its relative clause.
const LONG_SOURCE: usize = 11;

/// 'Ana Bela, the mayor, who came late because …': the clause says nothing about who speaks.
pub(crate) fn shorten(paragraph: &Paragraph, source: &mut Range<usize>) {
    if source.len() <= LONG_SOURCE {
        return;
    }
    let relative = |at: &usize| paragraph.pieces[*at].class.is(Class::RELATIVE);
    if let Some(at) = (source.start + 2..source.end).find(relative) {
        let comma = paragraph.is_mark(at - 1, b',');
        source.end = if comma { at - 1 } else { at };
    }
}

/// 'said after the talks that …': the clause begins with 'that'.
fn past_adjunct(paragraph: &Paragraph, run: Range<usize>, cue: usize) -> usize {
    let pieces = &paragraph.pieces;
    let adjunct = run.start == cue && pieces[run.start].class.is(Class::PREPOSITION | Class::TIME);
    let that = (run.start..run.end).take(9).find(|at| pieces[*at].form == form("that"));
    let plain = |that: &usize| {
        !pieces[run.start..*that].iter().any(|piece| matches!(piece.kind, Kind::Mark(_) | Kind::Quote(_)))
    };
    that.filter(|_| adjunct).filter(plain).unwrap_or(run.start)
}

fn look(paragraph: &Paragraph, at: usize) -> Option<Look> {
    match paragraph.pieces.get(at)?.kind {
        Kind::Quote(n) => Some(paragraph.looks[n as usize]),
        _ => None,
    }
}

fn holds_quote(paragraph: &Paragraph, run: &Range<usize>) -> bool {
    run.clone().any(|at| look(paragraph, at).is_some())
}

/// Whether a quotation that begins its sentence ends just before source and cue.
fn ends_before(paragraph: &Paragraph, draft: &Draft, cue: &Range<usize>) -> bool {
    let source = draft.source.first().filter(|run| run.end <= cue.start + 1).map_or(cue.start, |run| run.start);
    let before = source.min(cue.start).checked_sub(1);
    let whole = before
        .and_then(|at| look(paragraph, at))
        .is_some_and(|look| look.words > 0 && look.at_start && matches!(look.last, b',' | b'?' | b'!' | b'.' | b'-'));
    whole && draft.content.iter().any(|run| before.is_some_and(|at| run.contains(&at)))
}

/// The whole sentence in quotation marks that stands just behind the cue.
fn begins_behind(paragraph: &Paragraph, draft: &Draft, cue: &Range<usize>) -> Option<usize> {
    let mut at = cue.end;
    while matches!(paragraph.pieces.get(at).map(|piece| piece.kind), Some(Kind::Mark(b',' | b':'))) {
        at += 1;
    }
    let whole = look(paragraph, at)
        .is_some_and(|look| look.words > 0 && look.first_capital && matches!(look.last, b'.' | b'?' | b'!'));
    (whole && draft.holds(at)).then_some(at)
}

/// Ends the run of a whole quotation with its sentence; quotations that follow stay.
fn cut_behind(paragraph: &Paragraph, draft: &mut Draft, quote: usize) {
    let Some(run) = draft.content.iter_mut().find(|run| run.contains(&quote)) else { return };
    let ends = look(paragraph, quote).is_some_and(|look| look.at_end);
    let rest = quote + 1..run.end;
    let plain = rest.clone().find(|at| matches!(paragraph.pieces[*at].kind, Kind::Word | Kind::Number));
    if let Some(plain) = plain.filter(|_| ends) {
        run.end = plain;
    }
}
