//! Attribution of quoted stretches by rule: the nearest verb of speech of the
//! sentence and the noun phrase beside it. For quoters without a model, and for
//! quotations that the model leaves alone.

use std::ops::Range;

use crate::drafts::Draft;
use crate::lexicon::{Class, ending, form};
use crate::reading::{Kind, Paragraph, Piece};

/// How far from a quotation its verb may stand, in pieces.
const REACH: usize = 14;
/// … with 'that' behind it.
const FAR: usize = 30;

/// Drafts for the quotations of three words or more that `taken` does not hold.
pub(crate) fn drafts(paragraph: &Paragraph, taken: impl Fn(usize) -> bool) -> Vec<Draft> {
    let mut found: Vec<Draft> = Vec::new();
    for at in 0..paragraph.pieces.len() {
        let Kind::Quote(n) = paragraph.pieces[at].kind else { continue };
        let look = paragraph.looks[n as usize];
        if look.words == 0 || look.title || taken(at) {
            continue;
        }
        if let Some(draft) = announced(paragraph, at) {
            found.push(draft);
            continue;
        }
        let Some(cue) = cue(paragraph, at) else { continue };
        match found.last_mut().filter(|draft| draft.cue[0].start == cue) {
            Some(draft) => draft.content.push(at..at + 1),
            None => found.extend(draft(paragraph, at, cue)),
        }
    }
    found
}

/// 'Asked again, Ana Bela was coy: “…”': a colon behind a clause without a verb
/// of speech. Its subject speaks, and the rest of the clause is the cue.
pub(crate) fn announced(paragraph: &Paragraph, quote: usize) -> Option<Draft> {
    let pieces = &paragraph.pieces;
    let colon = quote.checked_sub(1).filter(|at| paragraph.is_mark(*at, b':'))?;
    let first = paragraph.sentence(colon).start;
    let breaks = |at: &usize| matches!(pieces[*at].kind, Kind::Mark(b',' | b';' | b'-') | Kind::Quote(_));
    let start = (first..colon).rev().find(breaks).map_or(first, |at| at + 1);
    let clause = &pieces[start..colon];
    let length = subject(clause);
    let speaks = clause.iter().any(|piece| piece.class.is(Class::SPEECH | Class::SAYING));
    (!speaks && length > 0 && length < clause.len()).then(|| Draft {
        content: vec![quote..quote + 1],
        cue: vec![start + length..colon],
        source: vec![start..start + length],
        score: 0.6,
        rule: "colon",
    })
}

/// '… but cautioned': a conjunction stands just before the verb, adverbs and
/// auxiliaries aside.
pub(crate) fn is_coordinated(paragraph: &Paragraph, cue: usize) -> bool {
    let skipped = Class::ADVERB | Class::AUXILIARY | Class::NEGATION;
    let before = paragraph.pieces[..cue].iter().rev().find(|piece| !piece.class.is(skipped));
    before.is_some_and(|piece| piece.class.is(Class::CONJUNCTION)) && paragraph.sentence(cue).start + 1 < cue
}

/// The subject that begins the sentence of a verb at `cue`, or the main clause
/// behind it: 'After saying it was “too late,” Ana Bela left.'
pub(crate) fn sentence_subject(paragraph: &Paragraph, cue: usize) -> Option<Range<usize>> {
    let sentence = paragraph.sentence(cue);
    let pieces = &paragraph.pieces;
    let found = |start: usize, end: usize| {
        let length = subject(&pieces[start..end]);
        (length > 0).then_some(start..start + length)
    };
    if cue > sentence.start + 1 || !pieces[cue].class.is(Class::SAYING) {
        return found(sentence.start, cue);
    }
    let breaks = |at: &usize| match pieces[*at].kind {
        Kind::Mark(b',') => true,
        Kind::Quote(n) => paragraph.looks[n as usize].last == b',',
        _ => false,
    };
    (cue + 1..sentence.end).filter(breaks).find_map(|at| found(at + 1, sentence.end))
}

/// The subject that begins a sentence.
pub(crate) fn subject_of(paragraph: &Paragraph, sentence: Range<usize>) -> Option<Range<usize>> {
    let pieces = &paragraph.pieces;
    let end = sentence.start + subject(&pieces[sentence.clone()]);
    let possessor = pieces.get(end).is_some_and(|piece| piece.form == form("'s") || piece.kind == Kind::Mark(b'\''));
    (end > sentence.start && !possessor).then_some(sentence.start..end)
}

/// How many pieces at the head of a clause are its subject: a pronoun, or a run
/// of names, titles and articles.
fn subject(clause: &[Piece]) -> usize {
    let Some(first) = clause.first() else { return 0 };
    if first.class.is(Class::PRONOUN) {
        return 1;
    }
    if first.class.is(Class::SUBORDINATOR | Class::PREPOSITION | Class::OPENER) && !first.class.is(Class::DETERMINER) {
        return 0;
    }
    let part = |at: &usize| {
        let piece = &clause[*at];
        let named =
            piece.capital || piece.mention.is_some() || piece.class.is(Class::TITLE | Class::DETERMINER | Class::ROLE);
        let stop = || piece.kind == Kind::Mark(b'.') && *at > 0 && clause[at - 1].class.is(Class::TITLE);
        piece.kind == Kind::Word && named || stop()
    };
    let length = (0..clause.len()).take_while(part).count();
    let named = clause[..length].iter().any(|piece| piece.capital || piece.class.is(Class::TITLE | Class::ROLE));
    if named { length } else { 0 }
}

/// The nearest verb of speech of the sentence, the one behind before the one ahead.
fn cue(paragraph: &Paragraph, quote: usize) -> Option<usize> {
    let pieces = &paragraph.pieces;
    let sentence = paragraph.sentence(quote);
    let is_plain = |at: &usize| !matches!(pieces[*at].kind, Kind::Quote(_));
    let that = |at: usize| pieces.get(at + 1).is_some_and(|piece| piece.form == form("that"));
    // '“…,” when Orr complained': another matter; '“…,” as Orr said': his words.
    let apart = |at: &usize| pieces[*at].class.is(Class::SUBORDINATOR) && pieces[*at].form != form("as");
    let behind = (quote + 1..sentence.end).take_while(|at| is_plain(at) && !apart(at)).take(REACH);
    let behind = behind.into_iter().find(|at| speaks(paragraph, *at));
    let mut ahead = (sentence.start..quote).rev().take_while(is_plain).take(FAR).enumerate();
    let ahead = ahead.find(|(away, at)| speaks(paragraph, *at) && (*away < REACH || that(*at))).map(|(_, at)| at);
    match (behind, ahead) {
        (Some(behind), Some(ahead)) if quote - ahead < behind - quote => Some(ahead),
        (behind, ahead) => behind.or(ahead),
    }
}

/// Whether a verb of speech stands there: no noun ('in order', 'the remark') and no name.
pub(crate) fn speaks(paragraph: &Paragraph, at: usize) -> bool {
    let pieces = &paragraph.pieces;
    let piece = &pieces[at];
    let capital = piece.capital && at > 0 && pieces[at - 1].sentence == piece.sentence;
    let before = at.checked_sub(1).map(|at| pieces[at].class).unwrap_or_default();
    let governed =
        before.is(Class::PREPOSITION | Class::DETERMINER) && !before.is(Class::SUBORDINATOR | Class::PRONOUN);
    // 'Bela's remark', 'the town's report'.
    let past = piece.ending == ending("asked") || ["said", "told"].iter().any(|word| form(word) == piece.form);
    let owned = at > 0 && pieces[at - 1].form == form("'s") && !past;
    let governed = governed || owned;
    piece.class.is(Class::SPEECH | Class::SAYING) && !capital && (piece.class.is(Class::SAYING) || !governed)
}

fn draft(paragraph: &Paragraph, quote: usize, cue: usize) -> Option<Draft> {
    // A coordinated verb has its subject further back: the drafts know it.
    let source = if is_coordinated(paragraph, cue) {
        None
    } else {
        Some(before(paragraph, quote, cue).or_else(|| behind(paragraph, cue))?)
    };
    Some(Draft {
        content: vec![clause(paragraph, quote, cue)],
        cue: vec![cue..cue + 1],
        source: source.into_iter().collect(),
        score: 0.4,
        rule: "nearest-verb",
    })
}

/// From 'that' behind the verb to the end of the sentence, else the quotation alone.
fn clause(paragraph: &Paragraph, quote: usize, cue: usize) -> Range<usize> {
    let pieces = &paragraph.pieces;
    let that = (cue + 1..quote).take(6).find(|at| pieces[*at].form == form("that"));
    let Some(that) = that else { return quote..quote + 1 };
    let sentence = paragraph.sentence(quote);
    let stop = matches!(pieces[sentence.end - 1].kind, Kind::Mark(b'.' | b'!' | b'?'));
    that..(sentence.end - usize::from(stop)).max(quote + 1)
}

/// The noun phrase between what comes before and the verb.
pub(crate) fn before(paragraph: &Paragraph, quote: usize, cue: usize) -> Option<Range<usize>> {
    let pieces = &paragraph.pieces;
    let skipped = Class::ADVERB | Class::AUXILIARY | Class::NEGATION;
    let first = if quote < cue { quote + 1 } else { paragraph.sentence(cue).start };
    let mut end = cue;
    while end > first && pieces[end - 1].class.is(skipped) {
        end -= 1;
    }
    // 'Ana Bela (I-Harbour City) said': what stands in brackets is passed over.
    let mut bracket = false;
    let stops = |at: &usize| {
        let piece = &pieces[*at];
        match piece.kind {
            Kind::Mark(b')') => bracket = true,
            Kind::Mark(b'(') if bracket => bracket = false,
            Kind::Mark(_) if bracket => {}
            Kind::Mark(_) | Kind::Quote(_) => return true,
            _ => {}
        }
        piece.class.is(Class::SUBORDINATOR | Class::CONJUNCTION | Class::SPEECH)
            && !piece.class.is(Class::PREPOSITION)
            && !piece.capital
    };
    let start = (first..end).rev().find(stops).map_or(first, |at| at + 1);
    names_somebody(&pieces[start..end]).then_some(start..end)
}

/// 'said Ana Bela, the mayor,': up to the comma or the end.
fn behind(paragraph: &Paragraph, cue: usize) -> Option<Range<usize>> {
    let pieces = &paragraph.pieces;
    let sentence = paragraph.sentence(cue);
    let stops =
        |at: &usize| matches!(pieces[*at].kind, Kind::Mark(_) | Kind::Quote(_)) || pieces[*at].class.is(Class::TIME);
    let end = (cue + 1..sentence.end).find(stops).unwrap_or(sentence.end);
    let setting = pieces.get(cue + 1).is_some_and(|piece| piece.class.is(Class::PREPOSITION));
    (!setting && end - cue <= 10 && names_somebody(&pieces[cue + 1..end])).then_some(cue + 1..end)
}

fn names_somebody(phrase: &[Piece]) -> bool {
    phrase.iter().any(|p| p.mention.is_some() || p.capital || p.class.is(Class::PRONOUN | Class::ROLE | Class::TITLE))
}
