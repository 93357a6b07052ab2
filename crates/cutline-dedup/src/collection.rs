//! The distinct texts of a list, as sets in the order of how rare their shingles are.

use rustc_hash::FxHashMap;

use crate::shingle::Signatures;

/// The sets of all distinct texts of a list; exact repeats are folded into the
/// first as they come.
///
/// Fill it with [`add`](Collection::add), then call [`rank`](Collection::rank)
/// once.
#[derive(Debug, Default)]
pub struct Collection {
    /// Of each distinct text its place in the list.
    texts: Vec<u32>,
    ends: Vec<usize>,
    keys: Vec<u64>,
    seen: FxHashMap<u64, u32>,
    repeats: Vec<Repeat>,
    listed: u32,
}

/// A text that says word for word what an earlier one says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Repeat {
    /// The first text that says it, by its place in the list.
    pub first: u32,
    /// The later one.
    pub text: u32,
    /// How many shingles both have.
    pub size: u32,
}

impl Collection {
    /// A collection without texts.
    pub fn new() -> Collection {
        Collection::default()
    }

    /// Adds the next texts of the list.
    ///
    /// # Panics
    /// If the list grows beyond 2^32 texts.
    pub fn add(&mut self, batch: &Signatures) {
        for at in 0..batch.len() {
            let place = self.listed;
            self.listed = self.listed.checked_add(1).expect("a list has at most 2^32 texts");
            let set = batch.set(at);
            if set.is_empty() {
                continue;
            }
            let first = *self.seen.entry(batch.wholes[at]).or_insert(place);
            if first != place {
                self.repeats.push(Repeat { first, text: place, size: set.len() as u32 });
                continue;
            }
            self.push(place, set);
        }
    }

    /// Adds a text that is known to be distinct, by its place in the list.
    pub(crate) fn push(&mut self, place: u32, set: &[u64]) {
        self.texts.push(place);
        self.keys.extend_from_slice(set);
        self.ends.push(self.keys.len());
    }

    /// How much memory the sets take.
    pub(crate) fn bytes(&self) -> usize {
        8 * self.keys.len() + 12 * self.texts.len()
    }

    /// How many distinct texts have words.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether no text has words.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// The texts that were folded into an earlier one, in the order of the list.
    pub fn repeats(&self) -> &[Repeat] {
        &self.repeats
    }

    /// The place in the list of a distinct text.
    pub fn text(&self, at: usize) -> u32 {
        self.texts[at]
    }

    pub(crate) fn set(&self, at: usize) -> &[u64] {
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.keys[start..self.ends[at]]
    }

    /// Puts the frequent shingles of every set last.
    ///
    /// Sets are then compared rarest shingle first, which is what makes the
    /// join fast; its result does not depend on it.
    pub fn rank(&mut self) {
        let frequency = self.frequency();
        for part in self.parts(1) {
            part.rank(&frequency);
        }
    }

    /// How frequent shingles are, counted on a sample.
    pub fn frequency(&self) -> Frequency {
        let step = (self.keys.len() / SAMPLE).max(1);
        let mut frequency = Frequency { counts: vec![0; CELLS], floor: 0 };
        let mut sampled = 0;
        for at in (0..self.len()).step_by(step) {
            for &key in self.set(at) {
                let count = &mut frequency.counts[cell(key)];
                *count = count.saturating_add(1);
            }
            sampled += self.set(at).len();
        }
        frequency.floor = (2 + 3 * sampled / CELLS) as u32;
        frequency
    }

    /// The sets in `n` parts of about the same size, to be ranked in parallel.
    pub fn parts(&mut self, n: usize) -> Vec<Part<'_>> {
        let each = self.keys.len() / n.max(1) + 1;
        let (mut ends, mut keys, mut start) = (self.ends.as_slice(), self.keys.as_mut_slice(), 0);
        let mut parts = Vec::new();
        while !ends.is_empty() {
            let count = ends.partition_point(|&end| end < start + each).min(ends.len() - 1) + 1;
            let (head, tail) = ends.split_at(count);
            let stop = head[count - 1];
            let (mine, others) = keys.split_at_mut(stop - start);
            parts.push(Part { start, ends: head, keys: mine });
            (ends, keys, start) = (tail, others, stop);
        }
        parts
    }
}

/// So many shingles are counted: enough to tell the frequent ones.
const SAMPLE: usize = 1 << 20;
const CELLS: usize = 1 << 18;

fn cell(key: u64) -> usize {
    (key >> 40) as usize & (CELLS - 1)
}

/// How frequent shingles are: see [`Collection::frequency`].
#[derive(Debug)]
pub struct Frequency {
    counts: Vec<u16>,
    /// Counts up to this come about by chance, as cells are shared.
    floor: u32,
}

impl Frequency {
    /// 0 for rare shingles, at most 15.
    fn class(&self, key: u64) -> u64 {
        let over = u32::from(self.counts[cell(key)]) / self.floor;
        u64::from(32 - over.leading_zeros()).min(15)
    }
}

/// Some of the sets of a [`Collection`].
#[derive(Debug)]
pub struct Part<'c> {
    start: usize,
    ends: &'c [usize],
    keys: &'c mut [u64],
}

impl Part<'_> {
    /// Ranks the sets of this part: see [`Collection::rank`].
    pub fn rank(self, frequency: &Frequency) {
        let mut frequent = Vec::new();
        let mut from = 0;
        for &end in self.ends {
            let to = end - self.start;
            rank_set(&mut self.keys[from..to], frequency, &mut frequent);
            from = to;
        }
    }
}

/// Writes the class into the top bits of each key and sorts again: the rare
/// ones stay as they are, the others go behind them.
fn rank_set(set: &mut [u64], frequency: &Frequency, frequent: &mut Vec<u64>) {
    frequent.clear();
    let mut kept = 0;
    for at in 0..set.len() {
        let key = set[at];
        let class = frequency.class(key);
        if class == 0 {
            set[kept] = key >> 4;
            kept += 1;
        } else {
            frequent.push(class << 60 | key >> 4);
        }
    }
    frequent.sort_unstable();
    set[kept..].copy_from_slice(frequent);
}
