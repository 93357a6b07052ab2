//! Where the article's running text begins and ends among menus and links.
//!
//! Every piece gets a weight, running text above 0 and furniture below, and
//! the stretch with the largest sum is the article (the maximum subarray, one
//! pass). Headings of related links end it unless two paragraphs follow each
//! other behind them.

use crate::dateline;
use crate::item::{Item, Mark};
use crate::notice::Notice;

/// First and last piece of the running text, both included.
pub(crate) fn body(text: &str, items: &[Item]) -> Option<(usize, usize)> {
    let (from, to) = heaviest(items)?;
    let from = start(text, items, from, to);
    let to = end(items, from, to);
    Some((from, to))
}

fn weight(item: &Item) -> i32 {
    match &item.mark {
        Mark::Prose => (item.words as i32).min(50) - 2 * i32::from(item.piece.bullet),
        Mark::Caption(_) => 4,
        Mark::Credit(_) | Mark::Post => 0,
        Mark::Stamp | Mark::Byline(_) => -3,
        Mark::None => -5 - 3 * i32::from(item.piece.bullet),
        Mark::Notice(Notice::Interface) if item.words > 12 => -20,
        Mark::Notice(Notice::Interface) => -3,
        Mark::Notice(Notice::RelatedLine | Notice::Gallery | Notice::Correction) => -3,
        Mark::Notice(Notice::Related) => -25,
        Mark::Notice(Notice::Footer) => -80,
    }
}

/// The stretch of pieces with the largest sum of weights that begins and ends with prose.
fn heaviest(items: &[Item]) -> Option<(usize, usize)> {
    let (mut best, mut sum, mut from) = (0, 0, 0);
    let mut found = None;
    for (n, item) in items.iter().enumerate() {
        if sum <= 0 {
            (sum, from) = (0, n);
        }
        sum += weight(item);
        if sum > best && item.is_prose() {
            best = sum;
            found = Some((from, n));
        }
    }
    let (from, to) = found?;
    let from = (from..=to).find(|&n| items[n].is_prose())?;
    Some((from, to))
}

/// A dateline opens the article: what reads like prose before it is none of it.
fn start(text: &str, items: &[Item], from: usize, to: usize) -> usize {
    let dated = |n: &usize| items[*n].is_prose() && dateline::read(&text[items[*n].line()]).is_some();
    let near = (from..=to.min(from + 30)).find(dated);
    let prose_before = |n: usize| items[from..n].iter().filter(|item| item.is_prose()).count();
    near.filter(|&n| prose_before(n) <= 3).unwrap_or(from)
}

/// The last piece before the related links that end the article.
fn end(items: &[Item], from: usize, to: usize) -> usize {
    let mut last = from;
    let mut n = from;
    while n <= to {
        let item = &items[n];
        if item.is_prose() {
            last = n;
        }
        if item.is_related() || matches!(item.mark, Mark::Notice(Notice::Footer)) {
            match resume(items, n + 1, to) {
                Some(next) => n = next,
                None => return last,
            }
            continue;
        }
        n += 1;
    }
    last
}

/// Where running text goes on behind related links: two paragraphs in a row,
/// with nothing but captions and buttons between.
pub(crate) fn resume(items: &[Item], from: usize, to: usize) -> Option<usize> {
    let spaced =
        items[from.saturating_sub(20)..from].iter().filter(|item| item.is_prose()).all(|item| item.piece.gap > 0);
    let mut first = None;
    for (n, item) in items.iter().enumerate().take(to + 1).skip(from) {
        match &item.mark {
            Mark::Prose if !item.piece.bullet && item.words >= 8 && !(spaced && item.piece.gap == 0) => {
                if let Some(first) = first {
                    return Some(first);
                }
                first = Some(n);
            }
            Mark::Prose | Mark::Caption(_) | Mark::Credit(_) | Mark::Post => {}
            Mark::Notice(Notice::Interface) if item.words <= 3 => {}
            _ => first = None,
        }
    }
    None
}
