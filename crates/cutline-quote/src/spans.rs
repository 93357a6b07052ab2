//! What belongs to a cue: states and features of the pieces of its paragraph.
//!
//! Each cue is decoded by itself, with features relative to it; the states tell
//! first, inner and last pieces of content and source apart (as in named-entity
//! tagging), and pieces outside before, between and behind the parts.

use std::ops::Range;

#[cfg(feature = "train")]
use cutline_linear::Chain;
use cutline_linear::Hash;

use crate::cues::{shape_of, word};
use crate::lexicon::Class;
use crate::reading::{Kind, Paragraph, Piece};

/// The names of the states, in order.
pub(crate) const STATES: &[&str] =
    &["BEFORE", "BETWEEN", "BEHIND", "CUE", "C-ONE", "C-FIRST", "C-IN", "C-LAST", "S-ONE", "S-FIRST", "S-IN", "S-LAST"];

#[cfg(feature = "train")]
pub(crate) const BEFORE: usize = 0;
#[cfg(feature = "train")]
pub(crate) const BETWEEN: usize = 1;
#[cfg(feature = "train")]
pub(crate) const BEHIND: usize = 2;
pub(crate) const CUE: usize = 3;
pub(crate) const CONTENT: usize = 4;
pub(crate) const SOURCE: usize = 8;

/// Whether a state is of the role whose first state is `role`.
pub(crate) fn is_role(state: usize, role: usize) -> bool {
    (role..role + 4).contains(&state)
}

/// Which steps between states there are.
#[cfg(feature = "train")]
pub(crate) fn steps() -> Chain {
    let count = STATES.len();
    let opens = |state: usize| matches!(state, CUE) || (state >= CONTENT && (state - CONTENT) % 4 < 2);
    let runs_on = |state: usize| state >= CONTENT && matches!((state - CONTENT) % 4, 1 | 2);
    let allowed = |from: usize, to: usize| {
        if runs_on(from) {
            return to >= CONTENT && to / 4 == from / 4 && (to - CONTENT) % 4 >= 2;
        }
        match from {
            BEFORE => to == BEFORE || opens(to),
            BETWEEN => to == BETWEEN || opens(to),
            BEHIND => to == BEHIND,
            _ => to == BETWEEN || to == BEHIND || opens(to),
        }
    };
    let weight = |holds: bool| if holds { 0.0 } else { Chain::NEVER };
    let steps = (0..count * count).map(|n| weight(allowed(n / count, n % count))).collect();
    let starts = (0..count).map(|to| weight(to == BEFORE || opens(to))).collect();
    let ends = (0..count).map(|from| weight(!runs_on(from) && from != BEFORE && from != BETWEEN)).collect();
    Chain::new(steps, starts, ends)
}

/// A cue's surroundings: how far its pieces are read.
pub(crate) const REACH: usize = 90;
/// … into a sentence beside the cue's that holds no quotation.
const GLANCE: usize = 1;

/// Everything about a cue that does not change from piece to piece.
pub(crate) struct Frame<'p> {
    paragraph: &'p Paragraph,
    odds: &'p [f32],
    cue: usize,
    /// Pieces that are read.
    pub window: Range<usize>,
    sentence: Range<usize>,
    word: u64,
    around: u64,
    quotes: u64,
    /// How cue, subject and quotation stand to each other.
    pattern: u64,
}

impl<'p> Frame<'p> {
    pub fn new(paragraph: &'p Paragraph, odds: &'p [f32], cue: usize) -> Frame<'p> {
        let pieces = &paragraph.pieces;
        let sentence = paragraph.sentence_near(cue);
        let window = window(paragraph, cue, &sentence);
        let sentence_of = sentence.clone();
        let beside = |at: Option<usize>| at.and_then(|at| pieces.get(at)).map_or(99, shape_of);
        let around = beside(cue.checked_sub(1)) << 8 | beside(Some(cue + 1));
        let is_quote = |piece: &&Piece| matches!(piece.kind, Kind::Quote(n) if !paragraph.looks[n as usize].title);
        let left = pieces[sentence.start..cue].iter().filter(is_quote).count().min(2);
        let right = pieces[cue + 1..sentence.end].iter().filter(is_quote).count().min(2);
        Frame {
            paragraph,
            odds,
            cue,
            window,
            sentence,
            word: word(&pieces[cue]),
            around,
            quotes: (left * 3 + right) as u64,
            pattern: pattern(paragraph, cue, &sentence_of),
        }
    }

    /// Whether the cue's sentence holds the piece.
    fn near(&self, at: usize) -> bool {
        self.sentence.contains(&at)
    }
}

/// The cue's sentence, the sentences beside it (little of them if they hold no
/// quotation), and what goes on with their quotations.
fn window(paragraph: &Paragraph, cue: usize, sentence: &Range<usize>) -> Range<usize> {
    let pieces = &paragraph.pieces;
    let quoted = |range: &Range<usize>| {
        pieces[range.clone()]
            .iter()
            .any(|piece| matches!(piece.kind, Kind::Quote(n) if !paragraph.looks[n as usize].title))
    };
    let before = sentence.start.checked_sub(1).map(|at| paragraph.sentence(at));
    let behind = pieces.get(sentence.end).map(|_| paragraph.sentence(sentence.end));
    let start = before.map_or(sentence.start, |before| {
        if quoted(&before) { before.start } else { before.start.max(sentence.start.saturating_sub(GLANCE)) }
    });
    let mut end =
        behind.map_or(
            sentence.end,
            |behind| {
                if quoted(&behind) { behind.end } else { behind.end.min(sentence.end + GLANCE) }
            },
        );
    while matches!(pieces.get(end).map(|piece| piece.kind), Some(Kind::Quote(_))) && end < cue + REACH {
        end = paragraph.sentence(end).end;
    }
    start.max(cue.saturating_sub(REACH))..end.min(cue + REACH)
}

/// The nearest quotation before the cue (how near, how it ends), and the
/// nearest behind (how near, what introduces it).
fn pattern(paragraph: &Paragraph, cue: usize, sentence: &Range<usize>) -> u64 {
    let pieces = &paragraph.pieces;
    let quote = |at: usize| match pieces[at].kind {
        Kind::Quote(n) => Some(paragraph.looks[n as usize]).filter(|look| !look.title),
        _ => None,
    };
    let near = |away: usize| match away {
        1 => 1u64,
        2 => 2,
        3..=4 => 3,
        5..=8 => 4,
        _ => 5,
    };
    let left = (sentence.start..cue).rev().find_map(|at| quote(at).map(|look| (near(cue - at), look)));
    let right = (cue + 1..sentence.end).find_map(|at| quote(at).map(|look| (at, look)));
    let left = left.map_or(0, |(near, look)| {
        near << 8 | u64::from(look.last) | u64::from(look.words > 1) << 12 | u64::from(look.at_start) << 13
    });
    let right = right.map_or(0, |(at, look)| {
        let before = match pieces[at - 1].kind {
            Kind::Mark(mark) => u64::from(mark),
            _ if at - 1 == cue => 1,
            _ => 2,
        };
        near(at - cue) << 8 | before | u64::from(look.words > 1) << 12 | u64::from(look.first_capital) << 13
    });
    left << 16 | right
}

/// What lies between the cue and a piece; kept while walking away from the cue.
#[derive(Clone, Copy, Default)]
pub(crate) struct Path {
    commas: u8,
    quotes: u8,
    cues: u8,
    clauses: u8,
    other: u8,
}

impl Path {
    fn pass(&mut self, piece: &Piece, odds: f32) {
        let bump = |count: &mut u8, most: u8| *count = (*count + 1).min(most);
        match piece.kind {
            Kind::Mark(b',') => bump(&mut self.commas, 3),
            Kind::Mark(b':' | b';' | b'-' | b'(' | b')') => bump(&mut self.other, 2),
            Kind::Quote(_) => bump(&mut self.quotes, 2),
            _ => {}
        }
        if odds > 0.0 {
            bump(&mut self.cues, 2);
        }
        if piece.class.is(Class::SUBORDINATOR | Class::RELATIVE | Class::CONJUNCTION) {
            bump(&mut self.clauses, 2);
        }
    }

    fn code(self) -> u64 {
        let parts = [self.commas, self.quotes, self.cues, self.clauses, self.other];
        parts.iter().fold(0, |code, part| code * 4 + u64::from(*part))
    }
}

/// The paths from the cue to each piece of the window.
pub(crate) fn paths(frame: &Frame<'_>) -> Vec<Path> {
    let pieces = &frame.paragraph.pieces;
    let mut paths = vec![Path::default(); frame.window.len()];
    let base = frame.window.start;
    let mut path = Path::default();
    for at in frame.cue + 1..frame.window.end {
        paths[at - base] = path;
        path.pass(&pieces[at], frame.odds[at]);
    }
    path = Path::default();
    for at in (base..frame.cue).rev() {
        paths[at - base] = path;
        path.pass(&pieces[at], frame.odds[at]);
    }
    paths
}

/// Fills `out` with the feature keys of the piece at `at`.
pub(crate) fn features(frame: &Frame<'_>, path: Path, at: usize, out: &mut Vec<u32>) {
    out.clear();
    let pieces = &frame.paragraph.pieces;
    let mut add = |template: u32, a: u64, b: u64| out.push(Hash::new(template).mix(a).mix(b).key());
    if at == frame.cue {
        add(1, 0, 0);
        return;
    }
    let side = u64::from(at > frame.cue);
    let away = at.abs_diff(frame.cue);
    let sentences = i64::from(pieces[at].sentence) - i64::from(pieces[frame.cue].sentence);
    let zone = side | ((sentences.clamp(-2, 2) + 2) as u64) << 1;
    let distance = zone << 4 | coarse(away);
    let piece = &pieces[at];
    let this = word(piece);
    let shape = shape_of(piece);
    let look = |offset: isize| at.checked_add_signed(offset).and_then(|at| pieces.get(at));
    let form = |offset: isize| look(offset).map_or(0, word);
    let shaped = |offset: isize| look(offset).map_or(99, shape_of);
    add(3, zone, this);
    add(4, zone, shape);
    add(6, zone << 32 | form(-1), 0);
    add(7, zone << 32 | form(1), 0);
    add(8, zone << 16 | shaped(-1) << 8 | shape, 0);
    add(9, zone << 16 | shape << 8 | shaped(1), 0);
    add(10, zone << 24 | shaped(-1) << 16 | shape << 8 | shaped(1), 0);
    add(11, zone << 16 | shaped(-2) << 8 | shaped(-1), shape);
    add(12, zone << 16 | shaped(1) << 8 | shaped(2), shape);
    add(13, distance, frame.word);
    add(14, zone << 8 | shape, frame.word);
    add(16, zone << 8 | shape, frame.around);
    add(17, path.code(), zone << 8 | shape);
    add(20, zone << 8 | frame.quotes, shape);
    let edge = edge(frame, at);
    add(21, zone << 8 | edge, shape);
    add(22, zone << 8 | edge, frame.word);
    add(25, zone, (frame.odds[at].clamp(-4.0, 4.0) * 1.5) as i64 as u64);
    if away <= 3 {
        add(26, distance << 32 | this, frame.word);
        add(27, distance, this);
        add(28, distance << 8 | shape, frame.word);
        add(29, distance << 16 | shape << 8 | shaped(1), frame.around);
    }
    add(34, zone << 32 | frame.pattern, shape);
    add(35, distance, frame.pattern);
    add(36, zone << 8 | edge, frame.pattern);
    add(37, path.code(), zone << 32 | frame.pattern);
    if let Kind::Quote(n) = piece.kind {
        quote_features(frame, n, zone, coarse(away), path, &mut add);
    }
    add(33, distance << 8 | name_part(pieces, at), 0);
}

fn quote_features(frame: &Frame<'_>, n: u16, zone: u64, away: u64, path: Path, add: &mut impl FnMut(u32, u64, u64)) {
    let look = &frame.paragraph.looks[n as usize];
    let shape = u64::from(look.words.min(7)) << 8
        | u64::from(look.last) << 16
        | u64::from(look.first_capital)
        | u64::from(look.title) << 1;
    let whole = u64::from(look.at_start) | u64::from(look.at_end) << 1;
    add(40, zone, shape);
    add(41, zone << 8 | away, shape);
    add(42, zone << 8 | whole, path.code());
    add(43, zone << 8 | whole, shape);
    add(44, zone << 8 | away, frame.word);
    add(45, zone << 4 | whole << 2, frame.word);
    add(46, zone << 4 | whole << 2, frame.around);
}

/// Distances, coarser the farther.
fn coarse(away: usize) -> u64 {
    match away {
        0..=5 => away as u64,
        6..=7 => 6,
        8..=10 => 7,
        11..=15 => 8,
        16..=22 => 9,
        23..=35 => 10,
        _ => 11,
    }
}

/// Whether a piece begins or ends something: its sentence, the window, a part between marks.
fn edge(frame: &Frame<'_>, at: usize) -> u64 {
    let pieces = &frame.paragraph.pieces;
    let before = at.checked_sub(1).map(|n| &pieces[n]);
    let behind = pieces.get(at + 1);
    let this = &pieces[at];
    let starts = before.is_none_or(|piece| piece.sentence != this.sentence);
    let ends = behind.is_none_or(|piece| piece.sentence != this.sentence);
    let stops = |piece: Option<&Piece>| piece.is_some_and(|piece| matches!(piece.kind, Kind::Mark(_)));
    let ends_next = behind.is_some_and(|piece| matches!(piece.kind, Kind::Mark(b'.' | b'!' | b'?')))
        && pieces.get(at + 2).is_none_or(|piece| piece.sentence != this.sentence);
    u64::from(starts)
        | u64::from(ends) << 1
        | u64::from(ends_next) << 2
        | u64::from(stops(before)) << 3
        | u64::from(stops(behind)) << 4
        | u64::from(frame.near(at)) << 5
}

/// Whether a piece begins, goes on with, or ends a run of capitalised words.
fn name_part(pieces: &[Piece], at: usize) -> u64 {
    let capital = |at: Option<usize>| at.and_then(|at| pieces.get(at)).is_some_and(|piece| piece.capital);
    let (before, this, behind) = (capital(at.checked_sub(1)), capital(Some(at)), capital(Some(at + 1)));
    u64::from(before) | u64::from(this) << 1 | u64::from(behind) << 2
}
