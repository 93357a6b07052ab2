use std::cmp::Reverse;
use std::io;

use rustc_hash::{FxHashMap, FxHashSet};

use super::compare::{Match, alike};
use super::day::Day;
use super::signature::{CaptionSignature, Word};
use crate::collection::Collection;
use crate::external::External;
use crate::join::{Candidate, Index};
use crate::measure::{Pair, Thresholds};
use crate::shingle::{Signatures, mix};

/// Captions to be grouped by picture.
///
/// Fill it with [`add`](Captions::add); then [`cluster`](Captions::cluster)
/// does all the rest, or its steps are called one by one and shared out:
/// [`leads`](Captions::leads) gives sets to join, [`verify`](Captions::verify)
/// keeps the pairs of one picture, [`assign`](Captions::assign) makes clusters
/// of them.
#[derive(Debug, Default)]
pub struct Captions {
    /// One per content: what stands for all captions that say the same.
    items: Vec<Item>,
    seen: FxHashMap<u64, u32>,
    /// Which items were counted for which documents.
    counted: FxHashSet<u64>,
    /// Of each caption of the list its item.
    item_of: Vec<u32>,
}

#[derive(Debug)]
struct Item {
    signature: CaptionSignature,
    /// The caption of the list that represents the item best.
    caption: u32,
    /// How many captions say this.
    count: u32,
}

/// Two captions of one picture, by item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    one: u32,
    two: u32,
    found: Match,
}

impl Captions {
    /// No captions.
    pub fn new() -> Captions {
        Captions::default()
    }

    /// Adds the next captions of the list.
    pub fn add(&mut self, batch: impl IntoIterator<Item = CaptionSignature>) {
        batch.into_iter().for_each(|signature| self.push(signature, None));
    }

    /// Adds the next captions of the list, each with the document it is from,
    /// as any number: a caption that a document repeats counts once.
    pub fn add_of(&mut self, batch: impl IntoIterator<Item = (CaptionSignature, Option<u64>)>) {
        batch.into_iter().for_each(|(signature, document)| self.push(signature, document));
    }

    fn push(&mut self, signature: CaptionSignature, document: Option<u64>) {
        let caption = self.item_of.len() as u32;
        let next = self.items.len() as u32;
        let at = *self.seen.entry(key(&signature, document, caption)).or_insert(next);
        self.item_of.push(at);
        let counts = document.is_none_or(|document| self.counted.insert(mix(document ^ mix(u64::from(at)))));
        if at == next {
            self.items.push(Item { signature, caption, count: 1 });
            return;
        }
        let item = &mut self.items[at as usize];
        item.count += u32::from(counts);
        if standing(&signature) < standing(&item.signature) {
            (item.signature, item.caption) = (signature, caption);
        }
    }

    /// Of each caption the place in the list of the one that stands for its
    /// cluster.
    pub fn cluster(&self) -> Vec<u32> {
        let mut leads = self.leads();
        leads.rank();
        let index = Index::new(&leads, LIKE_LEADS);
        let mut candidates: Vec<Candidate> = (0..index.passes()).flat_map(|pass| index.candidates(pass)).collect();
        candidates.sort_unstable();
        candidates.dedup();
        self.assign(&self.verify(&index.verify(&candidates)))
    }

    /// The leads as sets of pairs of words, one per item.
    pub fn leads(&self) -> Collection {
        let mut collection = Collection::new();
        for (at, item) in self.items.iter().enumerate() {
            collection.add(&lead_set(item, at as u64));
        }
        collection
    }

    /// [`leads`](Captions::leads) into a collection that is kept in files.
    ///
    /// # Errors
    /// If a full block cannot be written.
    pub fn leads_into(&self, external: &mut External) -> io::Result<()> {
        self.items.iter().enumerate().try_for_each(|(at, item)| external.add(&lead_set(item, at as u64)))
    }

    /// The pairs of leads, found with [`LIKE_LEADS`], that are of one picture.
    pub fn verify(&self, pairs: &[Pair]) -> Vec<Edge> {
        let edge = |pair: &Pair| {
            let found = alike(&self.items[pair.first as usize].signature, &self.items[pair.second as usize].signature)?;
            Some(Edge { one: pair.first, two: pair.second, found })
        };
        pairs.iter().filter_map(edge).collect()
    }

    /// Clusters from verified edges: see [`cluster`](Captions::cluster).
    ///
    /// Captions are taken from the fullest to the least full. Each joins the
    /// canonical caption that it has an edge to and whose dates, with those of
    /// the members so far, it fits; of several the one it agrees with most,
    /// then the one with most captions. Else it is canonical itself.
    pub fn assign(&self, edges: &[Edge]) -> Vec<u32> {
        let order = self.order();
        let neighbours = Neighbours::new(self.items.len(), edges);
        let mut heads: Vec<Option<u32>> = vec![None; self.items.len()];
        let mut clusters: FxHashMap<u32, Cluster> = FxHashMap::default();
        for &at in &order {
            let item = &self.items[at as usize];
            let fits = |head: &u32| clusters.get(head).is_some_and(|cluster| cluster.fits(item));
            let heads_near = neighbours.of(at).iter().filter(|near| heads[near.0 as usize] == Some(near.0));
            let best = heads_near.filter(|near| fits(&near.0)).max_by_key(|near| {
                let standing = Reverse(self.items[near.0 as usize].caption);
                (near.1.matched * 2, Reverse(near.1.misspelt + near.1.dropped), clusters[&near.0].count, standing)
            });
            let head = best.map_or(at, |near| near.0);
            heads[at as usize] = Some(head);
            clusters.entry(head).or_default().join(item);
        }
        let canonical = |item: &u32| self.items[heads[*item as usize].unwrap_or(*item) as usize].caption;
        self.item_of.iter().map(canonical).collect()
    }

    /// The items from the fullest to the least full.
    fn order(&self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.items.len() as u32).collect();
        order.sort_by_cached_key(|&at| {
            let item = &self.items[at as usize];
            let (whole, roughness) = standing(&item.signature);
            (whole, Reverse(item.count), roughness, item.caption)
        });
        order
    }
}

/// What captions share that say the same. One without words says nothing: it
/// is the same only as one of the same document.
fn key(signature: &CaptionSignature, document: Option<u64>, caption: u32) -> u64 {
    if !signature.words.is_empty() || !signature.days.is_empty() {
        return signature.content();
    }
    let from = document.map_or_else(|| mix(u64::from(caption)), |document| mix(!document ^ signature.credit));
    mix(signature.content() ^ from)
}

/// What leads must share to be compared: half the pairs of words of the shorter.
pub const LIKE_LEADS: Thresholds = Thresholds { jaccard: None, containment: Some(0.65) };

/// What decides which of two captions stands for both; the lower one does: not
/// cut off, a named credit, the longest lead, the earliest date; then how clean
/// it is.
fn standing(signature: &CaptionSignature) -> ((bool, bool, Reverse<usize>, Option<Day>), u32) {
    let lead = signature.lead().len() + 2 * signature.days(0).count();
    let earliest = signature.days(0).find(|day| day.year.is_some());
    ((signature.truncated, !signature.named, Reverse(lead), earliest), signature.roughness)
}

/// The pairs of consecutive words of a lead; a lead of up to three words is a
/// set of its own that only the same words match.
fn lead_set(item: &Item, at: u64) -> Signatures {
    let lead = item.signature.lead();
    let whole = lead.len() - usize::from(item.signature.cut_lead() && lead.len() > 4);
    let lead = &lead[..whole.min(LONGEST)];
    let pair = |two: &[Word]| mix(u64::from(two[0].hash) << 32 | u64::from(two[1].hash));
    let mut hashes: Vec<u64> = if lead.is_empty() {
        Vec::new()
    } else if lead.len() > 3 {
        lead.windows(2).map(pair).collect()
    } else {
        vec![lead.iter().fold(!0, |all, word| mix(all ^ u64::from(word.hash)))]
    };
    hashes.sort_unstable();
    hashes.dedup();
    Signatures { ends: vec![hashes.len()], hashes, wholes: vec![mix(at)] }
}

/// So many words of a lead are looked at.
const LONGEST: usize = 64;

/// What is known of a cluster while it grows.
#[derive(Debug, Default)]
struct Cluster {
    count: u32,
    /// The last date of the lead: when the picture was taken.
    day: Day,
}

impl Cluster {
    fn fits(&self, item: &Item) -> bool {
        only(item).is_none_or(|day| self.day.fits(day))
    }

    fn join(&mut self, item: &Item) {
        self.count += item.count;
        if let Some(day) = only(item) {
            self.day = self.day.with(day);
        }
    }
}

/// The date of a lead that names one.
fn only(item: &Item) -> Option<Day> {
    let mut days = item.signature.days(0);
    days.next().filter(|_| days.next().is_none())
}

/// Edges by either end.
struct Neighbours {
    starts: Vec<usize>,
    ends: Vec<(u32, Match)>,
}

impl Neighbours {
    fn new(items: usize, edges: &[Edge]) -> Neighbours {
        let both =
            || edges.iter().flat_map(|edge| [(edge.one, edge.two, edge.found), (edge.two, edge.one, edge.found)]);
        let mut starts = vec![0; items + 1];
        both().for_each(|(from, ..)| starts[from as usize + 1] += 1);
        (0..items).for_each(|at| starts[at + 1] += starts[at]);
        let mut next = starts.clone();
        let mut ends = vec![(0, Match::default()); 2 * edges.len()];
        for (from, to, found) in both() {
            ends[next[from as usize]] = (to, found);
            next[from as usize] += 1;
        }
        Neighbours { starts, ends }
    }

    fn of(&self, item: u32) -> &[(u32, Match)] {
        &self.ends[self.starts[item as usize]..self.starts[item as usize + 1]]
    }
}
