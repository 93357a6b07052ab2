//! Exact similarity self-join over sets: every pair at or above a threshold.
//!
//! Prefix and length filters as in AllPairs (Bayardo, Ma, Srikant 2007) and
//! PPJoin (Xiao et al. 2008), a parity bitmap as in Sandes, Teodoro and Melo
//! (2020) before a candidate's set is touched, and a merge that stops as soon
//! as the threshold is out of reach. For containment the smaller set's prefix
//! is looked up with all of the larger set. Shingles are taken a slice at a
//! time, sorted, and the sets that share one compared, so that memory is
//! touched in order and slices can be shared out.

use crate::collection::Collection;
use crate::measure::{Measure, Pair, Thresholds};

/// A pair of sets that may be alike, by their ranks in an [`Index`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Candidate {
    large: u32,
    small: u32,
}

/// Finds the pairs of a ranked [`Collection`] in two steps, each of which can
/// be shared out: [`candidates`](Index::candidates) by pass, then
/// [`verify`](Index::verify) by slice.
#[derive(Debug)]
pub struct Index<'c> {
    sets: &'c Collection,
    /// The distinct texts from the smallest set to the largest; a place in it
    /// is a set's rank.
    order: Vec<u32>,
    /// By rank.
    sizes: Vec<u32>,
    /// By rank.
    bits: Vec<u128>,
    measures: Vec<Measure>,
    slices: usize,
}

impl<'c> Index<'c> {
    /// Prepares a ranked collection.
    ///
    /// # Panics
    /// If a threshold is not above 0 and at most 1.
    pub fn new(sets: &'c Collection, wanted: Thresholds) -> Index<'c> {
        let order = by_size(sets);
        let sizes: Vec<u32> = order.iter().map(|&at| sets.set(at as usize).len() as u32).collect();
        let bits = order.iter().map(|&at| parity(sets.set(at as usize))).collect();
        let measures = wanted.measures();
        let looked_at = |measure: &Measure| sizes.iter().map(|&size| measure.looked_up(size as usize)).sum::<usize>();
        let slices = measures.iter().map(looked_at).max().unwrap_or(0) / PER_PASS + 1;
        Index { sets, order, sizes, bits, measures, slices }
    }

    /// All pairs, sorted: every step on one thread.
    pub fn pairs(&self) -> Vec<Pair> {
        let mut candidates: Vec<Candidate> = (0..self.passes()).flat_map(|pass| self.candidates(pass)).collect();
        candidates.sort_unstable();
        candidates.dedup();
        let mut pairs = self.verify(&candidates);
        pairs.sort_unstable();
        pairs
    }

    /// How many passes there are.
    pub fn passes(&self) -> usize {
        self.slices * self.measures.len()
    }

    /// The candidates of one pass, sorted; another pass may find the same ones.
    pub fn candidates(&self, pass: usize) -> Vec<Candidate> {
        let measure = self.measures[pass / self.slices];
        let shift = usize::BITS - self.order.len().leading_zeros() + 1;
        let postings = self.postings(measure, (pass % self.slices) as u64, shift);
        let mut found = Vec::new();
        let mut group = Vec::new();
        for holders in postings.chunk_by(|one, two| one >> shift == two >> shift) {
            if holders.len() > 1 {
                group.clear();
                group.extend(holders.iter().map(|posting| self.holder(posting & ((1 << shift) - 1))));
                compare_holders(measure, &group, &mut found);
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Which of the candidates are at or above a threshold.
    pub fn verify(&self, candidates: &[Candidate]) -> Vec<Pair> {
        candidates.iter().filter_map(|&candidate| self.compare(candidate)).collect()
    }

    /// The sets' rarest shingles that lie in a slice of all, sorted: the hash
    /// in the upper bits, below it twice the rank, plus one if the shingle is
    /// rare enough to find the set from a larger one.
    fn postings(&self, measure: Measure, slice: u64, shift: u32) -> Vec<u64> {
        let mut postings = Vec::with_capacity(PER_PASS + PER_PASS / 16);
        for rank in 0..self.order.len() as u32 {
            let set = self.set(rank);
            let indexed = measure.indexed(set.len());
            for (at, &key) in set[..measure.looked_up(set.len())].iter().enumerate() {
                if (u64::from(key as u32) * self.slices as u64) >> 32 == slice {
                    postings.push(key << shift | u64::from(rank) << 1 | u64::from(at < indexed));
                }
            }
        }
        postings.sort_unstable();
        postings
    }

    fn holder(&self, posting: u64) -> Holder {
        let rank = (posting >> 1) as u32;
        let (size, bits) = (self.sizes[rank as usize], self.bits[rank as usize]);
        Holder { rank, size, bits, indexed: posting & 1 == 1 }
    }

    fn set(&self, rank: u32) -> &[u64] {
        self.sets.set(self.order[rank as usize] as usize)
    }

    fn compare(&self, Candidate { large, small }: Candidate) -> Option<Pair> {
        let (one, two) = (self.set(large), self.set(small));
        let least = self.measures.iter().map(|measure| measure.least(one.len(), two.len())).min()?;
        let shared = overlap(one, two, least)? as u32;
        let place = |rank: u32| self.sets.text(self.order[rank as usize] as usize);
        let (one, two) = ((place(large), one.len() as u32), (place(small), two.len() as u32));
        let (first, second) = if one.0 < two.0 { (one, two) } else { (two, one) };
        let pair = Pair { first: first.0, second: second.0, shared, sizes: (first.1, second.1) };
        self.measures.iter().any(|measure| measure.holds(&pair)).then_some(pair)
    }
}

/// So many postings, about, are looked at in one pass: they stay in the
/// processor's cache.
const PER_PASS: usize = 1 << 22;

/// A set that holds the shingle at hand.
struct Holder {
    rank: u32,
    size: u32,
    bits: u128,
    indexed: bool,
}

/// Compares the sets that share a shingle, which come from the smallest to the largest.
fn compare_holders(measure: Measure, holders: &[Holder], found: &mut Vec<Candidate>) {
    let mut indexed: Vec<&Holder> = Vec::new();
    let mut from = 0;
    for large in holders {
        let smallest = measure.smallest(large.size as usize) as u32;
        while indexed.get(from).is_some_and(|small| small.size < smallest) {
            from += 1;
        }
        for small in &indexed[from..] {
            let sizes = (large.size + small.size) as usize;
            let apart = (large.bits ^ small.bits).count_ones() as usize;
            if apart + 2 * measure.least(large.size as usize, small.size as usize) <= sizes {
                found.push(Candidate { large: large.rank, small: small.rank });
            }
        }
        if large.indexed {
            indexed.push(large);
        }
    }
}

/// The distinct texts from the smallest set to the largest, else in the order of the list.
fn by_size(sets: &Collection) -> Vec<u32> {
    let mut order: Vec<u32> = (0..sets.len() as u32).collect();
    order.sort_by_key(|&at| sets.set(at as usize).len());
    order
}

/// One bit per residue of shingles: whether the set has an odd number of them.
/// Two sets differ in at least as many shingles as their bitmaps in bits.
pub(crate) fn parity(set: &[u64]) -> u128 {
    set.iter().fold(0, |bits, &key| bits ^ 1 << (key & 127))
}

/// How many keys two sorted sets share, if at least `least`.
fn overlap(one: &[u64], two: &[u64], least: usize) -> Option<usize> {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while i < one.len() && j < two.len() {
        if shared + (one.len() - i).min(two.len() - j) < least {
            return None;
        }
        let (a, b) = (one[i], two[j]);
        shared += usize::from(a == b);
        i += usize::from(a <= b);
        j += usize::from(b <= a);
    }
    (shared >= least).then_some(shared)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::shingle::{Signatures, signatures};

    /// All pairs, each compared with each.
    fn brute(sets: &Signatures, wanted: Thresholds) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for second in 0..sets.len() {
            for first in 0..second {
                let (one, two) = (sets.set(first), sets.set(second));
                let shared = one.iter().filter(|key| two.contains(key)).count() as u32;
                let sizes = (one.len() as u32, two.len() as u32);
                let pair = Pair { first: first as u32, second: second as u32, shared, sizes };
                let repeat = (0..second).any(|before| sets.wholes[before] == sets.wholes[second])
                    || (0..first).any(|before| sets.wholes[before] == sets.wholes[first]);
                if shared > 0 && !repeat && wanted.measures().iter().any(|measure| measure.holds(&pair)) {
                    pairs.push(pair);
                }
            }
        }
        pairs.sort_unstable();
        pairs
    }

    fn threshold() -> impl Strategy<Value = Option<f64>> {
        prop_oneof![Just(None), (1u32..=20).prop_map(|n| Some(f64::from(n) / 20.0)), (0.01f64..1.0).prop_map(Some)]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]
        #[test]
        fn finds_what_brute_force_finds(
            texts in prop::collection::vec(prop::collection::vec("[abc]", 0..12), 0..30),
            (jaccard, containment, k) in (threshold(), threshold(), 1usize..4),
        ) {
            let texts: Vec<String> = texts.iter().map(|words| words.join(" ")).collect();
            let sets = signatures(&texts, k);
            let wanted = Thresholds { jaccard, containment };
            let mut collection = Collection::new();
            collection.add(&sets);
            collection.rank();
            prop_assert_eq!(Index::new(&collection, wanted).pairs(), brute(&sets, wanted));
        }
    }
}
