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
        run.end = before_setting(paragraph, run.clone());
    });
    turn_back(paragraph, draft, &cue);
    if draft.source.is_empty() {
        settle_front(paragraph, draft, &cue);
    }
}

/// '… “move on” in comments after a meeting': where it was said is no part of it.
fn before_setting(paragraph: &Paragraph, run: Range<usize>) -> usize {
    let pieces = &paragraph.pieces;
    let sets = |at: &usize| {
        let article = pieces.get(at + 1).is_some_and(|piece| piece.form == form("a") || piece.form == form("an"));
        let medium = pieces.get(at + 1 + usize::from(article));
        pieces[*at].form == form("in") && medium.is_some_and(|piece| piece.class.is(Class::OCCASION))
    };
    (run.start + 3..run.end).rev().find(sets).unwrap_or(run.end)
}

/// 'The dam held, Bela said, but did not say why': what is said stands in front.
fn turn_back(paragraph: &Paragraph, draft: &mut Draft, cue: &Range<usize>) {
    let [source] = &draft.source[..] else { return };
    let pieces = &paragraph.pieces;
    let first = paragraph.sentence(cue.start).start;
    let inserted = source.end == cue.start && source.start > first + 3 && paragraph.is_mark(source.start - 1, b',');
    let is = |at: usize, class: Class| pieces.get(at).is_some_and(|piece| piece.class.is(class));
    let goes_on = paragraph.is_mark(cue.end, b',')
        && is(cue.end + 1, Class::CONJUNCTION)
        && is(cue.end + 2, Class::AUXILIARY | Class::NEGATION | Class::SPEECH);
    let tail = |run: &Range<usize>| (cue.end..=cue.end + 1).contains(&run.start) && !holds_quote(paragraph, run);
    let front = first..source.start.saturating_sub(1);
    if inserted && goes_on && draft.content.iter().any(tail) {
        draft.content.retain(|run| !tail(run));
        if draft.content.is_empty() {
            draft.content.push(front);
        }
    }
}

/// 'Asked if he would come, Orr was coy': the main clause is no content. 'Bela
/// since her return has criticized …': what stands before the verb is its subject.
fn settle_front(paragraph: &Paragraph, draft: &mut Draft, cue: &Range<usize>) {
    let pieces = &paragraph.pieces;
    let first = paragraph.sentence(cue.start).start;
    if let Some(run) = draft.content.iter_mut().find(|run| cue.start <= first + 1 && run.start == cue.end) {
        let main = |at: &usize| {
            let next = pieces.get(at + 1);
            paragraph.is_mark(*at, b',') && next.is_some_and(|piece| piece.capital || piece.class.is(Class::PRONOUN))
        };
        run.end = (run.start + 2..run.end).rev().find(main).unwrap_or(run.end);
    }
    let subject = draft.content.first().filter(|run| run.start == first && run.end == cue.start).cloned();
    let passive = pieces[cue.clone()].iter().any(|piece| piece.form == form("been") || piece.form == form("being"))
        || ["is", "are", "was", "were", "seems", "seem", "seemed", "appears", "appeared"]
            .iter()
            .any(|word| form(word) == pieces[cue.start].form);
    if let Some(subject) = subject.filter(|run| draft.content.len() > 1 && !passive && !holds_quote(paragraph, run)) {
        draft.content.remove(0);
        draft.source = vec![subject];
    }
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
