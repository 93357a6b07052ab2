use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use super::compare::alike;
use super::day::Day;
use super::heads::{Frequency, Heads};
use super::signature::CaptionSignature;
use crate::hash::mix;

/// Captions to be grouped by picture.
///
/// Fill it with the signatures of batches, which may have been made anywhere,
/// by [`add`](Captions::add); then [`cluster`](Captions::cluster) links them.
#[derive(Debug, Default)]
pub struct Captions {
    /// One per content: what stands for all captions that say the same.
    items: Vec<Item>,
    seen: FxHashMap<u64, u32>,
    /// Which items were counted for which documents.
    counted: FxHashSet<u64>,
    listed: Vec<Listed>,
}

/// What is said by at least one caption.
#[derive(Debug)]
struct Item {
    /// That of the first; of the rest, the best of all.
    signature: CaptionSignature,
    /// How many captions say this.
    count: u32,
}

/// A caption of the list.
#[derive(Clone, Copy, Debug)]
struct Listed {
    item: u32,
    /// What decides which of an item's captions represents it; the lower one
    /// does: a named credit, then clean text.
    rank: u16,
    counts: bool,
    /// The caption's wording: see [`CaptionSignature::form`].
    form: u64,
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
        let caption = self.listed.len() as u32;
        let next = self.items.len() as u32;
        let item = *self.seen.entry(key(&signature, document, caption)).or_insert(next);
        let counts = document.is_none_or(|document| self.counted.insert(mix(document ^ mix(u64::from(item)))));
        let rank = u16::from(!signature.named) << 8 | u16::from(signature.roughness);
        self.listed.push(Listed { item, rank, counts, form: signature.form() });
        if item == next {
            self.items.push(Item { signature, count: 1 });
            return;
        }
        let item = &mut self.items[item as usize];
        item.count += u32::from(counts);
        item.signature.named |= signature.named;
        item.signature.credited_head |= signature.credited_head;
        item.signature.roughness = item.signature.roughness.min(signature.roughness);
    }

    /// Of each caption the place in the list of the one that stands for its
    /// cluster.
    ///
    /// Captions are taken from the fullest to the least full. Each joins the
    /// canonical caption that it is [alike](super::compare) and whose dates,
    /// with those of the members so far, it fits; of several the one it agrees
    /// with most, then the one with most captions, then the fullest. Else it is
    /// canonical itself. What `id` says of a place in the list breaks ties, so that with ids of
    /// their own the order of the list has no say.
    pub fn cluster<K: Ord>(&self, id: impl Fn(u32) -> K) -> Vec<u32> {
        let captions = self.representatives(&id);
        let frequency = Frequency::of(self.items.iter().map(|item| &item.signature));
        let mut clusters: FxHashMap<u32, Cluster> = FxHashMap::default();
        let mut head_of = vec![0; self.items.len()];
        let (mut heads, mut lead, mut near) = (Heads::default(), Vec::new(), Vec::new());
        for at in self.order(|item| id(captions[item as usize])) {
            let item = &self.items[at as usize];
            frequency.ranked(&item.signature, &mut lead);
            heads.near(at, &lead, &mut near);
            let fits = |head: &u32| Some((clusters.get(head)?.fitting(&self.items[*head as usize], item)?, *head));
            // Of equals the last one counts: the fullest, as they come reversed.
            let best = near.iter().rev().filter_map(fits).max_by_key(|&(fitting, _)| fitting);
            let head = best.map_or(at, |best| best.1);
            if head == at {
                heads.add(at, &lead);
            }
            head_of[at as usize] = head;
            clusters.entry(head).or_default().join(item);
        }
        self.listed.iter().map(|listed| captions[head_of[listed.item as usize] as usize]).collect()
    }

    /// Of each item the caption that represents it: of those that name
    /// somebody in their credit, worded as most are, the cleanest.
    fn representatives<K: Ord>(&self, id: &impl Fn(u32) -> K) -> Vec<u32> {
        let mut all: Vec<u32> = (0..self.listed.len() as u32).collect();
        let listed = |at: &u32| &self.listed[*at as usize];
        all.sort_unstable_by_key(|at| (listed(at).item, listed(at).form));
        let mut best: Vec<Option<(Wording, u32)>> = vec![None; self.items.len()];
        for same in
            all.chunk_by(|one, two| (listed(one).item, listed(one).form) == (listed(two).item, listed(two).form))
        {
            let count = same.iter().filter(|at| listed(at).counts).count();
            let standing = |at: &u32| (listed(at).rank >> 8, Reverse(count), listed(at).rank & 0xff);
            let place = &mut best[listed(&same[0]).item as usize];
            for at in same {
                let better = place.is_none_or(|(least, other)| {
                    standing(at).cmp(&least).then_with(|| id(*at).cmp(&id(other))).is_lt()
                });
                if better {
                    *place = Some((standing(at), *at));
                }
            }
        }
        best.into_iter().map(|best| best.map_or(0, |best| best.1)).collect()
    }

    /// The items from the fullest to the least full.
    fn order<K: Ord>(&self, id: impl Fn(u32) -> K) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.items.len() as u32).collect();
        order.sort_by_cached_key(|&at| {
            let Item { signature, count } = &self.items[at as usize];
            (standing(signature), Reverse(*count), Reverse(signature.words.len()), signature.roughness, id(at))
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

/// What decides which of the captions that say the same represents them; the
/// lower one does: whether nobody is credited, how many are worded so, how rough
/// it is.
type Wording = (u16, Reverse<usize>, u16);

/// What decides first which of two captions stands for both; the lower one
/// does: not cut off, a named credit, the longest lead, the earliest date.
fn standing(signature: &CaptionSignature) -> (bool, bool, Reverse<usize>, Option<Day>) {
    let lead = signature.lead().len() + signature.days(0).map(Day::told).sum::<usize>();
    let earliest = signature.days(0).find(|day| day.year.is_some()).map(|day| Day { weekday: None, ..day });
    (signature.truncated, !signature.named, Reverse(lead), earliest)
}

/// What is known of a cluster while it grows.
#[derive(Debug, Default)]
struct Cluster {
    count: u32,
    /// The last date of the lead: when the picture was taken.
    day: Day,
}

impl Cluster {
    /// How well a caption goes with the one that stands for the cluster, and
    /// how many it has; nothing if they are of two pictures.
    fn fitting(&self, head: &Item, item: &Item) -> Option<(u32, Reverse<u32>, u32)> {
        let fits = only(item).is_none_or(|day| self.day.fits(day));
        let found = alike(&head.signature, &item.signature).filter(|_| fits)?;
        Some((found.matched, Reverse(found.misspelt + found.dropped), self.count))
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
