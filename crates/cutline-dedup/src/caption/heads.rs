//! Finding the canonical captions that a caption may be a copy of.

use rustc_hash::FxHashMap;

use super::signature::{CaptionSignature, Word};
use crate::hash::mix;
use crate::join::parity;
use crate::measure::Measure;

/// Canonical captions, found by the pairs of words that leads share.
///
/// Of two leads, one of the shorter one's rarest pairs stands in the longer
/// one, if they share as much as [`LIKE`] asks. A caption is compared with the
/// captions of its rarest pairs first, and with no more than [`MOST_FOUND`],
/// so that a million leads that differ in one word cost no more than others.
#[derive(Default)]
pub(super) struct Heads {
    lists: FxHashMap<u64, Lists>,
    chunks: Vec<Chunk>,
    heads: Vec<Head>,
    /// Of each head the item for which it was looked at last.
    visited: Vec<u32>,
}

/// What the shorter lead shares with the longer, of its pairs of words.
const LIKE: Measure = Measure::Containment(0.65);

/// So many entries are read for one caption.
const MOST_READ: usize = 1 << 12;

/// So many captions, about, may be laid beside one.
const MOST_FOUND: usize = 1 << 8;

struct Head {
    item: u32,
    size: u32,
    bits: u128,
}

/// The heads that hold a pair of words.
#[derive(Clone, Copy, Default)]
struct Lists {
    all: List,
    /// Those for which it is among the rarest.
    rare: List,
}

/// Some heads, by their last chunk.
#[derive(Clone, Copy, Default)]
struct List {
    last: Option<u32>,
    /// How many heads the last chunk holds.
    filled: u32,
}

/// Some heads of a list, side by side in memory.
struct Chunk {
    before: Option<u32>,
    heads: [u32; 6],
}

impl Heads {
    /// Adds an item by the pairs of its lead, the rarest first.
    pub fn add(&mut self, item: u32, lead: &[u64]) {
        let head = self.heads.len() as u32;
        self.heads.push(Head { item, size: lead.len() as u32, bits: parity(lead) });
        self.visited.push(u32::MAX);
        let rare = LIKE.indexed(lead.len());
        for (at, &pair) in lead.iter().enumerate() {
            let lists = self.lists.entry(pair).or_default();
            lists.all.push(head, &mut self.chunks);
            if at < rare {
                lists.rare.push(head, &mut self.chunks);
            }
        }
    }

    /// The items added so far that share enough with a lead, as far as can be
    /// told without laying them beside each other, in the order in which they
    /// were added.
    pub fn near(&mut self, item: u32, lead: &[u64], found: &mut Vec<u32>) {
        found.clear();
        let (bits, rare) = (parity(lead), LIKE.indexed(lead.len()));
        let mut left = MOST_READ;
        for (at, pair) in lead.iter().enumerate() {
            let Some(lists) = self.lists.get(pair) else { continue };
            let mut list = if at < rare { lists.all } else { lists.rare };
            while let Some(some) = list.take(&self.chunks).filter(|_| left > 0 && found.len() < MOST_FOUND) {
                left = left.saturating_sub(some.len());
                for &at in some {
                    let visited = std::mem::replace(&mut self.visited[at as usize], item) == item;
                    if !visited && may_share(&self.heads[at as usize], lead.len(), bits) {
                        found.push(at);
                    }
                }
            }
        }
        found.sort_unstable();
        found.iter_mut().for_each(|at| *at = self.heads[*at as usize].item);
    }
}

impl List {
    fn push(&mut self, head: u32, chunks: &mut Vec<Chunk>) {
        match self.last {
            Some(last) if (self.filled as usize) < chunks[last as usize].heads.len() => {
                chunks[last as usize].heads[self.filled as usize] = head;
                self.filled += 1;
            }
            before => {
                *self = List { last: Some(chunks.len() as u32), filled: 1 };
                chunks.push(Chunk { before, heads: [head; 6] });
            }
        }
    }

    /// The heads of the last chunk, which is left out from then on.
    fn take<'c>(&mut self, chunks: &'c [Chunk]) -> Option<&'c [u32]> {
        let Chunk { before, heads } = &chunks[self.last? as usize];
        let some = &heads[..self.filled as usize];
        *self = List { last: *before, filled: heads.len() as u32 };
        Some(some)
    }
}

/// Two sets differ in at least as many members as their bitmaps in bits.
fn may_share(head: &Head, size: usize, bits: u128) -> bool {
    let (large, small) = (size.max(head.size as usize), size.min(head.size as usize));
    (head.bits ^ bits).count_ones() as usize + 2 * LIKE.least(large, small) <= large + small
}

/// How often pairs of words stand in leads, roughly: pairs may share a cell.
pub(super) struct Frequency(Vec<u32>);

const CELLS: usize = 1 << 18;

impl Frequency {
    /// Counted over the leads of `captions`.
    pub fn of<'c>(captions: impl Iterator<Item = &'c CaptionSignature>) -> Frequency {
        let (mut counts, mut lead) = (vec![0; CELLS], Vec::new());
        for caption in captions {
            pairs(caption, &mut lead);
            lead.iter().for_each(|pair| counts[cell(*pair)] += 1);
        }
        Frequency(counts)
    }

    /// The pairs of a lead, the rarest first.
    pub fn ranked(&self, caption: &CaptionSignature, lead: &mut Vec<u64>) {
        pairs(caption, lead);
        lead.sort_unstable_by_key(|pair| (self.0[cell(*pair)], *pair));
    }
}

fn cell(pair: u64) -> usize {
    (pair >> 40) as usize & (CELLS - 1)
}

/// The pairs of consecutive words of a lead, sorted; a lead of up to three
/// words is a set of its own that only the same words match.
fn pairs(caption: &CaptionSignature, pairs: &mut Vec<u64>) {
    pairs.clear();
    let lead = caption.lead();
    let whole = lead.len() - usize::from(caption.cut_lead() && lead.len() > 4);
    let lead = &lead[..whole.min(LONGEST)];
    let pair = |two: &[Word]| mix(u64::from(two[0].hash) << 32 | u64::from(two[1].hash));
    match lead.len() {
        0 => {}
        1..=3 => pairs.push(lead.iter().fold(!0, |all, word| mix(all ^ u64::from(word.hash)))),
        _ => pairs.extend(lead.windows(2).map(pair)),
    }
    pairs.sort_unstable();
    pairs.dedup();
}

/// So many words of a lead are looked at.
const LONGEST: usize = 64;
