use std::cmp::Reverse;

use crate::collection::Repeat;
use crate::measure::Pair;

/// Clusters by similarity alone: of each of `count` texts the one that stands
/// for it, as places in the list.
///
/// Texts are taken from the longest to the shortest. Each joins the most
/// similar of those that stand for themselves and are paired with it, else it
/// stands for itself: no text is led to another by way of a third. Ids break
/// ties, so the order of the list has no say.
pub fn stars<'k>(count: usize, pairs: &[Pair], repeats: &[Repeat], id: impl Fn(u32) -> &'k str) -> Vec<u32> {
    let named = lowest_ids(count, repeats, &id);
    let mut near: Vec<Near> = pairs.iter().flat_map(|pair| [Near::of(pair, false), Near::of(pair, true)]).collect();
    near.sort_by_key(|near| (Reverse(near.size), id(named[near.text as usize]), near.text));
    let mut heads: Vec<u32> = (0..count as u32).collect();
    let mut settled = vec![false; count];
    for around in near.chunk_by(|one, two| one.text == two.text) {
        let text = around[0].text;
        let stands = |near: &&Near| settled[near.other as usize] && heads[near.other as usize] == near.other;
        let best = around.iter().filter(stands).min_by(|one, two| {
            let by_id = || id(named[one.other as usize]).cmp(id(named[two.other as usize]));
            two.similarity.total_cmp(&one.similarity).then_with(by_id)
        });
        heads[text as usize] = best.map_or(text, |near| near.other);
        settled[text as usize] = true;
    }
    for &Repeat { first, text, .. } in repeats {
        heads[text as usize] = heads[first as usize];
    }
    heads.into_iter().map(|head| named[head as usize]).collect()
}

/// Of each text that others repeat exactly, the one of them with the lowest id.
fn lowest_ids<'k>(count: usize, repeats: &[Repeat], id: &impl Fn(u32) -> &'k str) -> Vec<u32> {
    let mut named: Vec<u32> = (0..count as u32).collect();
    for &Repeat { first, text, .. } in repeats {
        let lowest = &mut named[first as usize];
        if id(text) < id(*lowest) {
            *lowest = text;
        }
    }
    named
}

/// A text, and another that it is paired with.
struct Near {
    text: u32,
    size: u32,
    other: u32,
    similarity: f64,
}

impl Near {
    fn of(pair: &Pair, swapped: bool) -> Near {
        let (text, size, other) =
            if swapped { (pair.second, pair.sizes.1, pair.first) } else { (pair.first, pair.sizes.0, pair.second) };
        Near { text, size, other, similarity: pair.jaccard() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const IDS: [&str; 5] = ["d", "b", "c", "a", "e"];

    fn pair(first: u32, second: u32, shared: u32, sizes: (u32, u32)) -> Pair {
        Pair { first, second, shared, sizes }
    }

    #[test]
    fn no_text_is_led_to_another_by_way_of_a_third() {
        let chain = [pair(0, 1, 8, (10, 9)), pair(1, 2, 8, (9, 8))];
        assert_eq!(stars(5, &chain, &[], |at| IDS[at as usize]), [0, 0, 2, 3, 4]);
    }

    #[test]
    fn repeats_go_with_their_first_and_the_lowest_id_stands_for_them() {
        let pairs = [pair(0, 1, 9, (9, 9))];
        assert_eq!(
            stars(5, &pairs, &[2, 3].map(|text| Repeat { first: 0, text, size: 9 }), |at| IDS[at as usize]),
            [3, 3, 3, 3, 4]
        );
    }
}
