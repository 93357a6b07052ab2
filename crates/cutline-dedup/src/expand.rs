use crate::collection::Repeat;
use crate::measure::Pair;

/// `pairs` of distinct texts as pairs of all texts: each repeat in place of
/// the text it repeats, and with it. Sorted.
///
/// A repeat is a pair of its own, so a text that stands in the list n times
/// gives n (n - 1) / 2.
pub fn expand(pairs: &[Pair], repeats: &[Repeat]) -> Vec<Pair> {
    let copies = Copies::new(repeats);
    let mut all = Vec::with_capacity(pairs.len());
    for pair in pairs {
        for &one in copies.of(&pair.first) {
            all.extend(copies.of(&pair.second).iter().map(|&two| ordered(Pair { first: one, second: two, ..*pair })));
        }
    }
    for (same, &size) in copies.groups.chunk_by(|one, two| one.0 == two.0).zip(&copies.sizes) {
        for (at, &(_, second)) in same.iter().enumerate() {
            let firsts = same[..at].iter().map(|&(_, first)| first);
            all.extend(firsts.map(|first| Pair { first, second, shared: size, sizes: (size, size) }));
        }
    }
    all.sort_unstable();
    all
}

fn ordered(pair: Pair) -> Pair {
    if pair.first <= pair.second {
        return pair;
    }
    Pair { first: pair.second, second: pair.first, sizes: (pair.sizes.1, pair.sizes.0), ..pair }
}

/// The texts that stand in the list more than once.
struct Copies {
    /// The first of the copies and a copy, which may be the first itself. Sorted.
    groups: Vec<(u32, u32)>,
    /// How many shingles the copies have, by group.
    sizes: Vec<u32>,
    places: Vec<u32>,
}

impl Copies {
    fn new(repeats: &[Repeat]) -> Copies {
        let mut sorted = repeats.to_vec();
        sorted.sort_unstable();
        let same = |one: &Repeat, two: &Repeat| one.first == two.first;
        let sizes = sorted.chunk_by(same).map(|same| same[0].size).collect();
        let firsts = sorted.chunk_by(same).map(|same| (same[0].first, same[0].first));
        let mut groups: Vec<(u32, u32)> =
            sorted.iter().map(|repeat| (repeat.first, repeat.text)).chain(firsts).collect();
        groups.sort_unstable();
        let places = groups.iter().map(|&(_, copy)| copy).collect();
        Copies { groups, sizes, places }
    }

    fn of<'s>(&'s self, text: &'s u32) -> &'s [u32] {
        let from = self.groups.partition_point(|group| group.0 < *text);
        let to = self.groups.partition_point(|group| group.0 <= *text);
        if from == to { std::slice::from_ref(text) } else { &self.places[from..to] }
    }
}
