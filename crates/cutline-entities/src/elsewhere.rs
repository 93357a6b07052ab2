//! What the first stage found elsewhere in the document.
//!
//! A surname that stands alone is tagged the more surely for the full name
//! two paragraphs up (Krishnan and Manning 2006): each token sees which states
//! the same word, and the same pair of words, had at its other places.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use cutline_linear::Hash;

use crate::candidates::Run;
use crate::features::Features;
use crate::states::{KINDS, Name, OUTSIDE, Part, STATES, kind_and_part, names_of};
use crate::words::Words;

/// The first stage's states of a document, counted by word.
#[derive(Clone, Debug, Default)]
pub struct Elsewhere {
    /// For each token the state, [`OUTSIDE`] where it was not scored.
    states: Vec<u16>,
    words: HashMap<u64, Counts, BuildHasherDefault<KeyHasher>>,
    pairs: HashMap<u64, Counts, BuildHasherDefault<KeyHasher>>,
}

/// How often a word, or a pair of words, had which state; the states are few.
#[derive(Clone, Debug, Default)]
struct Counts {
    of: Vec<(u16, u32)>,
    /// How often it stands in lower case.
    lower: u32,
}

/// Kinds of names and, first, outside.
const BINS: usize = 1 + KINDS.len();

impl Counts {
    fn add(&mut self, state: u16) {
        match self.of.iter_mut().find(|(known, _)| *known == state) {
            Some((_, count)) => *count += 1,
            None => self.of.push((state, 1)),
        }
    }

    /// All but one occurrence of `own`.
    fn others(&self, own: u16) -> impl Iterator<Item = (u16, u32)> {
        self.of.iter().map(move |(state, count)| (*state, count - u32::from(*state == own)))
    }

    /// The most frequent state but for one occurrence of `own`.
    fn most(&self, own: u16) -> Option<u16> {
        let (state, most) = self.others(own).max_by_key(|(state, count)| (*count, u16::MAX - state))?;
        (most > 0).then_some(state)
    }

    /// How often each kind was found, and how often as the first or the last of several words.
    fn kinds(&self, own: u16) -> [[u32; BINS]; 3] {
        let mut made = [[0; BINS]; 3];
        for (state, count) in self.others(own) {
            let Some((kind, part)) = kind_and_part(state) else {
                made[0][0] += count;
                continue;
            };
            made[0][kind + 1] += count;
            match part {
                Part::Begin => made[1][kind + 1] += count,
                Part::Last => made[2][kind + 1] += count,
                Part::Inside | Part::Unit => {}
            }
        }
        made
    }
}

/// The first of the largest bins, if any is filled.
fn largest(bins: &[u32]) -> Option<usize> {
    let most = *bins.iter().max()?;
    bins.iter().position(|bin| *bin == most && most > 0)
}

impl Elsewhere {
    /// Counts the states that the first stage gave to the tokens of `runs`.
    /// `states` holds one for each token.
    pub fn new(words: &Words, runs: &[Run], states: Vec<u16>) -> Elsewhere {
        let mut made = Elsewhere { states, ..Elsewhere::default() };
        for run in runs {
            for at in run.start..run.end {
                let state = made.states[at as usize];
                made.words.entry(words.of(at).folded).or_default().add(state);
                if at + 1 < run.end {
                    let pair = pair(words, at);
                    let both = state * STATES as u16 + made.states[at as usize + 1];
                    made.pairs.entry(pair).or_default().add(both);
                }
            }
        }
        for kind in words.kinds.iter().map(|kind| &words.types[*kind as usize]).filter(|kind| kind.shape.lower) {
            if let Some(counts) = made.words.get_mut(&kind.folded) {
                counts.lower += 1;
            }
        }
        made
    }

    /// Collects the features of the token at `at` of `run`.
    pub fn features(&self, words: &Words, run: Run, at: u32, out: &mut Features) {
        let state = |offset: i32| {
            let at = at.checked_add_signed(offset).filter(|at| *at >= run.start && *at < run.end);
            at.map_or(OUTSIDE, |at| self.states[at as usize])
        };
        let mut add = |template: u32, values: &[u64]| {
            let hash = values.iter().fold(Hash::new(template), |hash, value| hash.mix(*value));
            out.push(hash.key());
        };
        let here = words.of(at);
        let [before, own, after] = [-1, 0, 1].map(|offset| u64::from(state(offset)));
        add(200, &[own]);
        add(201, &[before, own]);
        add(202, &[own, after]);
        add(203, &[before, own, after]);
        add(204, &[own, here.folded]);
        add(205, &[own, here.shape.runs]);
        self.of_word(words, at, own as u16, &mut add);
        for (template, at, inside) in [(220, at.wrapping_sub(1), at > run.start), (221, at + 1, at + 1 < run.end)] {
            if inside && let Some(most) = self.counts(words, at).and_then(|c| c.most(self.states[at as usize])) {
                add(template, &[u64::from(most)]);
                add(template + 2, &[u64::from(most), own]);
            }
        }
        self.of_pairs(words, run, at, &mut add);
    }

    /// Whether the first stage had just this name.
    pub(crate) fn agrees(&self, name: Name) -> bool {
        let states = &self.states[name.first as usize..=name.last as usize];
        names_of(states).eq([Name { first: 0, last: name.last - name.first, kind: name.kind }])
    }

    fn counts(&self, words: &Words, at: u32) -> Option<&Counts> {
        self.words.get(&words.of(at).folded)
    }

    fn of_word(&self, words: &Words, at: u32, own: u16, add: &mut impl FnMut(u32, &[u64])) {
        let Some(counts) = self.counts(words, at) else { return };
        let shape = words.of(at).shape.runs;
        let own = u64::from(own);
        let lower = u64::from(counts.lower.min(3));
        add(206, &[lower, shape]);
        let [all, firsts, lasts] = counts.kinds(own as u16);
        let sum: u32 = all.iter().sum();
        let Some(most) = largest(&all) else { return add(207, &[own]) };
        let share = |count: u32| u64::from(count * 4 / sum);
        let (kind, of_most, amount) = (most as u64, share(all[most]), u64::from(sum.min(4)));
        add(208, &[kind, of_most]);
        add(209, &[kind, own]);
        add(210, &[kind, of_most, amount, own]);
        add(212, &[kind, shape, lower]);
        for (kind, count) in all.iter().enumerate().filter(|(_, count)| **count > 0) {
            add(213, &[kind as u64, share(*count)]);
        }
        if let Some(named) = largest(&all[1..]) {
            add(211, &[named as u64, share(all[named + 1]), amount]);
        }
        for (template, ends) in [(214, firsts), (216, lasts)] {
            if let Some(kind) = largest(&ends) {
                add(template, &[kind as u64]);
                add(template + 1, &[kind as u64, own]);
            }
        }
        if let Some(state) = counts.most(own as u16) {
            add(218, &[u64::from(state)]);
            add(219, &[u64::from(state), own]);
        }
    }

    fn of_pairs(&self, words: &Words, run: Run, at: u32, add: &mut impl FnMut(u32, &[u64])) {
        let both = |at: u32| self.states[at as usize] * STATES as u16 + self.states[at as usize + 1];
        for (template, first, inside) in [(230, at.wrapping_sub(1), at > run.start), (231, at, at + 1 < run.end)] {
            if !inside {
                continue;
            }
            let counts = self.pairs.get(&pair(words, first));
            if let Some(most) = counts.and_then(|counts| counts.most(both(first))) {
                add(template, &[u64::from(most)]);
                add(template + 2, &[u64::from(most), u64::from(self.states[at as usize])]);
            }
        }
    }
}

fn pair(words: &Words, at: u32) -> u64 {
    words.of(at).folded.rotate_left(17) ^ words.of(at + 1).folded
}

/// Keys are hashes already.
#[derive(Default)]
struct KeyHasher(u64);

impl std::hash::Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = self.0.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = (key ^ (key >> 32)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}
