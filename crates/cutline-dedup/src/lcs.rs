//! The longest common subsequence of two sequences.

/// The places, in `a` and in `b`, of a longest common subsequence, in order.
///
/// Common ends are matched first. What is left between them costs time and
/// memory by the product of the two lengths; where that is too much, only items
/// that stand once in either are matched, as in a patience diff.
pub(crate) fn lcs<T: PartialEq + Ord>(a: &[T], b: &[T]) -> Vec<(usize, usize)> {
    let head = a.iter().zip(b).take_while(|(one, two)| one == two).count();
    let tail = a[head..].iter().rev().zip(b[head..].iter().rev()).take_while(|(one, two)| one == two).count();
    let (inner_a, inner_b) = (&a[head..a.len() - tail], &b[head..b.len() - tail]);
    let inner = if inner_a.len().saturating_mul(inner_b.len()) <= LARGEST_TABLE {
        by_table(inner_a, inner_b)
    } else {
        by_unique(inner_a, inner_b)
    };
    let mut matched: Vec<(usize, usize)> = (0..head).map(|at| (at, at)).collect();
    matched.extend(inner.iter().map(|&(i, j)| (i + head, j + head)));
    matched.extend((0..tail).map(|at| (a.len() - tail + at, b.len() - tail + at)));
    matched
}

const LARGEST_TABLE: usize = 1 << 22;

fn by_table<T: PartialEq>(a: &[T], b: &[T]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    // By place, how much the rests from there have in common.
    let mut common = vec![0u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            common[i * width + j] = if a[i] == b[j] {
                common[(i + 1) * width + j + 1] + 1
            } else {
                common[(i + 1) * width + j].max(common[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j, mut matched) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            matched.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if common[(i + 1) * width + j] >= common[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    matched
}

/// The longest run, rising in both, of items that stand once in either.
fn by_unique<T: PartialEq + Ord>(a: &[T], b: &[T]) -> Vec<(usize, usize)> {
    let (a, b) = (unique(a), unique(b));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut j = 0;
    for (item, i) in &a {
        j += b[j..].partition_point(|(other, _)| other < item);
        if b.get(j).is_some_and(|(other, _)| other == item) {
            pairs.push((*i, b[j].1));
        }
    }
    pairs.sort_unstable();
    rising(&pairs)
}

/// The items that stand once, with their places, sorted by item.
fn unique<T: PartialEq + Ord>(items: &[T]) -> Vec<(&T, usize)> {
    let mut sorted: Vec<(&T, usize)> = items.iter().zip(0..).collect();
    sorted.sort();
    let once = sorted.chunk_by(|one, two| one.0 == two.0).filter(|same| same.len() == 1);
    once.map(|same| same[0]).collect()
}

/// The longest subsequence whose second parts rise too (patience sorting).
fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut tops: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (at, pair) in pairs.iter().enumerate() {
        let pile = tops.partition_point(|&top| pairs[top].1 < pair.1);
        before.push(pile.checked_sub(1).map(|left| tops[left]));
        if pile == tops.len() { tops.push(at) } else { tops[pile] = at }
    }
    let mut run = Vec::new();
    let mut at = tops.last().copied();
    while let Some(here) = at {
        run.push(pairs[here]);
        at = before[here];
    }
    run.reverse();
    run
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn finds_what_is_common() {
        assert_eq!(lcs(b"xaxbxc", b"abyc"), [(1, 0), (3, 1), (5, 3)]);
        assert_eq!(by_unique(b"abcd", b"cdab"), [(2, 0), (3, 1)]);
    }

    proptest! {
        #[test]
        fn matches_rise_and_agree(a in "[abc]{0,20}", b in "[abcd]{0,20}") {
            for matched in [lcs(a.as_bytes(), b.as_bytes()), by_unique(a.as_bytes(), b.as_bytes())] {
                prop_assert!(matched.iter().all(|&(i, j)| a.as_bytes()[i] == b.as_bytes()[j]));
                prop_assert!(matched.windows(2).all(|two| two[0].0 < two[1].0 && two[0].1 < two[1].1));
            }
        }
    }
}
