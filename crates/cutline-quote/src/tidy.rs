//! What is no part of direct speech: a quotation that is whole needs nothing
//! beside it.

use std::ops::Range;

use crate::drafts::Draft;
use crate::lexicon::{Class, ending, form};
use crate::reading::{Kind, Look, Paragraph};

/// Drops from a direct quotation the clauses that the model took along.
///
/// '“It was nice,” he told her when asked if he had met Bela': what follows the
/// cue is no content. 'Asked what he likes, he said, “Fish.” The rest …': neither
/// is what stands before the cue, or the next sentence.
pub(crate) fn tidy(paragraph: &Paragraph, draft: &mut Draft) {
    draft.cue.iter_mut().for_each(|run| run.end = without_colon(paragraph, run.clone()));
    let Some(cue) = draft.cue.first().cloned() else { return };
    if let Some(quote) = ends_before(paragraph, draft, &cue) {
        draft.content.iter_mut().filter(|run| run.start > cue.start).for_each(|run| {
            run.start = resumes(paragraph, run.clone(), quote);
        });
        draft.content.retain(|run| !run.is_empty());
    }
    after_colon(paragraph, draft, &cue);
    drop_setting(paragraph, draft, &cue);
    if let Some(quote) = begins_behind(paragraph, draft, &cue) {
        draft.content.retain(|run| run.start > cue.start || holds_quote(paragraph, run));
        cut_behind(paragraph, draft, quote);
    }
    draft.content.iter_mut().filter(|run| run.start >= cue.end).for_each(|run| {
        run.start = past_adjunct(paragraph, run.clone(), cue.end);
        run.end = before_setting(paragraph, run.clone());
    });
    for run in &mut draft.content {
        run.start = behind_lost_stop(paragraph, run.clone());
        run.end -= usize::from(run.len() > 1 && paragraph.is_mark(run.end - 1, b','));
    }
    turn_back(paragraph, draft, &cue);
    if draft.source.is_empty() && paragraph.pieces[cue.start].class.is(Class::ACCORDING) {
        draft.source = authority(paragraph, &cue).into_iter().collect();
    }
    if draft.source.is_empty() {
        settle_front(paragraph, draft, &cue);
    }
}

/// 'According to a complaint and a report, the firm …': up to the comma.
fn authority(paragraph: &Paragraph, cue: &Range<usize>) -> Option<Range<usize>> {
    let pieces = &paragraph.pieces;
    let start = if pieces.get(cue.end).is_some_and(|piece| piece.form == form("to")) { cue.end + 1 } else { cue.end };
    let sentence = paragraph.sentence(cue.start);
    let ends = |at: &usize| matches!(pieces[*at].kind, Kind::Mark(b',' | b'.' | b';') | Kind::Quote(_));
    let end = (start..sentence.end).find(ends).unwrap_or(sentence.end);
    (start < end).then_some(start..end)
}

/// 'added:' less its colon.
fn without_colon(paragraph: &Paragraph, cue: Range<usize>) -> usize {
    let colon = cue.len() > 1 && paragraph.is_mark(cue.end - 1, b':');
    if colon { cue.end - 1 } else { cue.end }
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

/// '… have left the town While others stayed': a capital where none belongs is
/// the head of a sentence before which a full stop was lost.
fn behind_lost_stop(paragraph: &Paragraph, run: Range<usize>) -> usize {
    let pieces = &paragraph.pieces;
    let plain = |at: usize| pieces.get(at).is_some_and(|piece| piece.kind == Kind::Word && !piece.capital);
    let opens = |at: &usize| {
        let piece = &pieces[*at];
        let opener = Class::SUBORDINATOR | Class::OPENER;
        piece.capital && piece.class.is(opener) && piece.mention.is_none() && plain(at - 1) && plain(at - 2)
    };
    (run.start + 2..run.end).rev().find(opens).unwrap_or(run.start)
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
            let ends = paragraph.is_mark(*at, b',') || look(paragraph, *at).is_some_and(|look| look.last == b',');
            ends && next.is_some_and(|piece| piece.capital || piece.class.is(Class::PRONOUN))
        };
        let end = (run.start + 2..run.end).rev().find(main);
        run.end = end.map_or(run.end, |at| if paragraph.is_mark(at, b',') { at } else { at + 1 });
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

/// 'Ana Bela, the mayor, who came late because …', 'Orr, summing up a day that …':
/// the clause says nothing about who speaks.
pub(crate) fn shorten(paragraph: &Paragraph, source: &mut Range<usize>) {
    if source.len() <= LONG_SOURCE {
        return;
    }
    let pieces = &paragraph.pieces;
    let clause = |at: &usize| {
        let participle = pieces[*at].ending == ending("asking") && !pieces[*at].capital;
        pieces[*at].class.is(Class::RELATIVE) || participle && paragraph.is_mark(at - 1, b',')
    };
    if let Some(at) = (source.start + 2..source.end).find(clause) {
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

/// The quotation that begins its sentence, or is all that is said so far, and
/// ends just before source and cue.
fn ends_before(paragraph: &Paragraph, draft: &Draft, cue: &Range<usize>) -> Option<usize> {
    let source = draft.source.first().filter(|run| run.end <= cue.start + 1).map_or(cue.start, |run| run.start);
    let before = source.min(cue.start).checked_sub(1)?;
    let alone = draft.content.first().is_some_and(|run| *run == (before..before + 1));
    let whole = look(paragraph, before).is_some_and(|look| {
        look.words > 0 && (look.at_start || alone) && matches!(look.last, b',' | b'?' | b'!' | b'.' | b'-')
    });
    (whole && draft.holds(before)).then_some(before)
}

/// How many words may stand before the quotation with which speech goes on.
const BRIEF: usize = 6;

/// Where speech goes on within a run behind the verb: at a quotation that opens
/// the run or its sentence, or the second half of the one that ended in a comma.
fn resumes(paragraph: &Paragraph, run: Range<usize>, quote: usize) -> usize {
    let half = look(paragraph, quote).is_some_and(|look| look.last == b',');
    let opens = |at: &usize| {
        let found = look(paragraph, *at);
        found.is_some_and(|look| {
            *at == run.start || look.at_start || half && look.words > 0 && paragraph.is_mark(at - 1, b',')
        })
    };
    let that = paragraph.pieces[run.start].form == form("that");
    if that && holds_quote(paragraph, &run) {
        return run.start;
    }
    let brief = |at: &usize| look(paragraph, *at).is_some() && at - run.start <= BRIEF;
    run.clone().find(opens).or_else(|| run.clone().find(brief)).unwrap_or(run.end)
}

/// 'As she left the town, Bela told us that …': when it was said is no content,
/// unless the verb stands between commas ('When it rains, Bela said, …').
fn drop_setting(paragraph: &Paragraph, draft: &mut Draft, cue: &Range<usize>) {
    let pieces = &paragraph.pieces;
    let first = paragraph.sentence(cue.start).start;
    let opens = pieces[first].class.is(Class::SUBORDINATOR | Class::PREPOSITION);
    let inserted = paragraph.is_mark(cue.end, b',');
    let sets = |run: &Range<usize>| run.start == first && run.end <= cue.start && !holds_quote(paragraph, run);
    if opens && !inserted && draft.content.iter().any(|run| run.start >= cue.end) {
        draft.content.retain(|run| !sets(run));
    }
}

/// 'Bela was plain: “…,” she said': the clause before the colon is no content.
fn after_colon(paragraph: &Paragraph, draft: &mut Draft, cue: &Range<usize>) {
    for run in draft.content.iter_mut().filter(|run| run.end <= cue.start) {
        let opens = |at: &usize| {
            paragraph.is_mark(at - 1, b':')
                && look(paragraph, *at).is_some_and(|look| look.words > 0 && look.first_capital)
        };
        run.start = (run.start + 2..run.end).find(opens).unwrap_or(run.start);
    }
}

/// The whole sentence in quotation marks that stands just behind the cue.
fn begins_behind(paragraph: &Paragraph, draft: &Draft, cue: &Range<usize>) -> Option<usize> {
    let mut at = cue.end;
    while matches!(paragraph.pieces.get(at).map(|piece| piece.kind), Some(Kind::Mark(b',' | b':'))) {
        at += 1;
    }
    let led = at > cue.end;
    let whole = look(paragraph, at).is_some_and(|look| {
        let ends = matches!(look.last, b'.' | b'?' | b'!') || look.last == b',' && led;
        look.words > 0 && look.first_capital && ends
    });
    (whole && draft.holds(at)).then_some(at)
}

/// Ends the run of a whole quotation with its sentence; quotations that follow stay.
fn cut_behind(paragraph: &Paragraph, draft: &mut Draft, quote: usize) {
    let Some(run) = draft.content.iter_mut().find(|run| run.contains(&quote)) else { return };
    let ends = look(paragraph, quote).is_some_and(|look| look.at_end || look.last == b',');
    let rest = quote + 1..run.end;
    let plain = rest.clone().find(|at| matches!(paragraph.pieces[*at].kind, Kind::Word | Kind::Number));
    if let Some(plain) = plain.filter(|_| ends) {
        run.end = plain;
    }
}
