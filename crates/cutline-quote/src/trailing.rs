//! 'The bridge will close, the mayor said Thursday.': what is said stands in
//! front, who says it ends the sentence. The one form of indirect speech that
//! leaves no choice.

use std::ops::Range;

use crate::drafts::Draft;
use crate::lexicon::Class;
use crate::reading::{Kind, Paragraph, Piece};
use crate::rules;

/// What is said in a shorter clause is no sentence.
const SHORTEST: usize = 4;
/// How far the verb may stand from the end of its sentence, and the comma from the verb.
const REACH: usize = 7;

/// Adds the drafts of sentences that end in such an attribution, unless `drafts`
/// have that verb.
pub(crate) fn add(paragraph: &Paragraph, drafts: &mut Vec<Draft>) {
    let mut start = 0;
    while start < paragraph.pieces.len() {
        let sentence = paragraph.sentence(start);
        start = sentence.end;
        let Some(draft) = attributed(paragraph, sentence.clone()) else { continue };
        let taken = |other: &Draft| {
            let near = other.cue.iter().any(|run| run.start >= draft.content[0].end && run.end <= sentence.end);
            near || other.holds(draft.cue[0].start)
        };
        if !drafts.iter().any(taken) {
            drafts.retain(|other| !draft.holds(other.content[0].start) || other.score > draft.score);
            drafts.push(draft);
        }
    }
}

fn attributed(paragraph: &Paragraph, sentence: Range<usize>) -> Option<Draft> {
    let pieces = &paragraph.pieces;
    if pieces[sentence.clone()].iter().any(|piece| matches!(piece.kind, Kind::Quote(_))) {
        return None;
    }
    let word = |at: &usize| matches!(pieces[*at].kind, Kind::Word | Kind::Number);
    let tail = sentence.clone().rev().skip_while(|at| !word(at)).take(REACH).take_while(word);
    let verb = tail.into_iter().find(|at| pieces[*at].class.is(Class::SPEECH) && rules::speaks(paragraph, *at))?;
    let setting = Class::TIME | Class::PREPOSITION | Class::ADVERB;
    if pieces.get(verb + 1).is_some_and(|next| next.kind == Kind::Word && !next.class.is(setting)) {
        return None;
    }
    let source = rules::before(paragraph, sentence.start, verb)?;
    let comma = source.start.checked_sub(1).filter(|at| *at > sentence.start && paragraph.is_mark(*at, b','))?;
    let first = past_opener(pieces, sentence.start);
    let subject = !pieces[source.start].class.is(Class::RELATIVE);
    let lone = pieces[first].class.is(Class::SUBORDINATOR | Class::PREPOSITION);
    (subject && !lone && comma >= first + SHORTEST).then(|| Draft {
        content: vec![first..comma],
        cue: vec![verb..verb + 1],
        source: vec![source],
        score: 0.5,
        rule: "trailing",
    })
}

/// Behind 'Meanwhile,'.
fn past_opener(pieces: &[Piece], at: usize) -> usize {
    let comma = pieces.get(at + 1).is_some_and(|piece| piece.kind == Kind::Mark(b','));
    if pieces[at].class.is(Class::OPENER) && comma { at + 2 } else { at }
}
