//! Features of a candidate for a cue.

use cutline_linear::Hash;

use crate::lexicon::Class;
use crate::reading::{Kind, Paragraph, Piece};

/// Fills `out` with the feature keys of the candidate at `at`. `odds` holds the
/// log odds of each piece of the paragraph.
pub(crate) fn features(paragraph: &Paragraph, odds: &[f32], at: usize, out: &mut Vec<u32>) {
    out.clear();
    let pieces = &paragraph.pieces;
    let sentence = paragraph.sentence_near(at);
    let look = |offset: isize| -> Option<&Piece> {
        let index = at.checked_add_signed(offset)?;
        pieces.get(index).filter(|_| sentence.contains(&index))
    };
    let form = |offset: isize| look(offset).map_or(u64::from(at as isize + offset < 0), word);
    let shape = |offset: isize| look(offset).map_or(99, shape_of);
    let mut add = |template: u32, a: u64, b: u64| out.push(Hash::new(template).mix(a).mix(b).key());
    let this = word(&pieces[at]);
    add(1, this, 0);
    for (n, offset) in [-3isize, -2, -1, 1, 2, 3].into_iter().enumerate() {
        let n = n as u32;
        add(10 + n, form(offset), 0);
        add(20 + n, shape(offset), 0);
        add(30 + n, this, shape(offset));
    }
    add(40, form(-1), this);
    add(41, this, form(1));
    add(42, form(-1), form(1));
    add(43, form(-2), form(-1));
    add(44, form(1), form(2));
    add(45, shape(-1) << 8 | shape(1), this);
    add(46, shape(-1) << 8 | shape(1), shape(-2) << 8 | shape(2));
    add(47, shape(-2) << 8 | shape(-1), this);
    add(48, shape(1) << 8 | shape(2), this);
    let (left, right) = quotes_beside(paragraph, at, &sentence);
    add(50, left, this);
    add(51, right, this);
    add(52, left << 8 | right, shape(-1) << 8 | shape(1));
    add(53, left << 8 | right, 0);
    let others = others_beside(odds, at, &sentence);
    add(54, others, this);
    add(55, others, left << 8 | right);
    let place = u64::from(at == sentence.start) | u64::from(at + 1 >= sentence.end) << 1;
    add(56, place, this);
    add(57, paragraph.block as u64, place);
    add(58, subject_before(pieces, at, sentence.start), this);
    add(59, subject_before(pieces, at, sentence.start), right);
    add(60, ((odds[at] * 2.0) as i64) as u64, right);
    let bracket = pieces[sentence.start..at].iter().rev().find_map(|piece| match piece.kind {
        Kind::Mark(b'(') => Some(true),
        Kind::Mark(b')') => Some(false),
        _ => None,
    });
    add(61, u64::from(bracket == Some(true)), 0);
    add(62, ending(pieces, at), shape(-1));
}

/// The form of a piece, all numbers alike and all quotations alike.
pub(crate) fn word(piece: &Piece) -> u64 {
    match piece.kind {
        Kind::Number => 2,
        Kind::Quote(_) => 3,
        _ => u64::from(piece.form),
    }
}

/// A coarse part of speech.
pub(crate) fn shape_of(piece: &Piece) -> u64 {
    u64::from(piece.shape)
}

fn ending(pieces: &[Piece], at: usize) -> u64 {
    u64::from(pieces[at].ending)
}

/// How far the nearest quotations of the sentence are, left and right, and what stands at their border.
fn quotes_beside(paragraph: &Paragraph, at: usize, sentence: &std::ops::Range<usize>) -> (u64, u64) {
    let pieces = &paragraph.pieces;
    let is_quote = |piece: &Piece| matches!(piece.kind, Kind::Quote(n) if !paragraph.looks[n as usize].title);
    let left = pieces[sentence.start..at].iter().rev().position(is_quote);
    let right = pieces[at + 1..sentence.end].iter().position(is_quote);
    let coarse = |distance: Option<usize>| match distance {
        None => 0,
        Some(n @ 0..=3) => 1 + n as u64,
        Some(4..=6) => 5,
        Some(7..=12) => 6,
        Some(_) => 7,
    };
    (coarse(left), coarse(right))
}

/// How many better candidates stand before and behind in the sentence.
fn others_beside(odds: &[f32], at: usize, sentence: &std::ops::Range<usize>) -> u64 {
    let better = |odd: &&f32| **odd > odds[at];
    let before = odds[sentence.start..at].iter().filter(better).count().min(2);
    let behind = odds[at + 1..sentence.end].iter().filter(better).count().min(2);
    (before * 3 + behind) as u64
}

/// What kind of subject stands before a verb, past adverbs and auxiliaries.
pub(crate) fn subject_before(pieces: &[Piece], at: usize, start: usize) -> u64 {
    let skipped = Class::ADVERB | Class::AUXILIARY | Class::NEGATION;
    pieces[start..at].iter().rev().find(|piece| !piece.class.is(skipped)).map_or(0, shape_of)
}
