//! Pieces that say what another piece of the document says, in full or cut off.

use std::hash::{Hash as _, Hasher as _};

use rustc_hash::FxHashMap;

use crate::furniture;
use crate::item::{Item, Mark};

/// For each item, the item that it repeats.
///
/// An exact copy repeats the first of its kind; a copy that is cut off
/// ('… in the W...') repeats the full text wherever that stands. Work is
/// linear: texts are compared by hash, and only cut-off ones with the few that
/// begin with the same words.
pub(crate) fn find(text: &str, items: &[Item], prefer: Option<usize>) -> Vec<Option<usize>> {
    let mut of = vec![None; items.len()];
    let mut first: FxHashMap<u64, usize> = FxHashMap::default();
    if let Some(n) = prefer {
        first.insert(hash(core(&text[items[n].line()])), n);
    }
    let mut cut = Vec::new();
    for (n, item) in items.iter().enumerate() {
        let line = &text[item.line()];
        if line.len() < 20 || item.words < 4 || matches!(item.mark, Mark::Credit(_) | Mark::Stamp | Mark::Post) {
            continue;
        }
        if is_cut(line) {
            cut.push(n);
            continue;
        }
        let words = if item.is_prose() { line } else { core(line) };
        let same = *first.entry(hash(words)).or_insert(n);
        if same != n {
            of[n] = Some(same);
        }
    }
    if !cut.is_empty() {
        find_cut(text, items, &cut, &mut of);
    }
    of
}

/// The words of a line without what is wrapped around them.
fn core(line: &str) -> &str {
    if line.len() > 1_500 {
        return line;
    }
    &line[furniture::unwrap(line).span]
}

fn is_cut(line: &str) -> bool {
    let tail = &line[crate::layout::floor(line, line.len().saturating_sub(12))..];
    let tail = tail.trim_end_matches(|c: char| c.is_whitespace());
    let more = tail.ends_with("more") || tail.ends_with("More") || tail.ends_with("[+]");
    tail.ends_with("...") || tail.ends_with('…') || more && (tail.contains("...") || tail.contains('…'))
}

fn find_cut(text: &str, items: &[Item], cut: &[usize], of: &mut [Option<usize>]) {
    let mut heads: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (n, item) in items.iter().enumerate() {
        let line = &text[item.line()];
        if item.words >= 4 && of[n].is_none() && !is_cut(line) {
            let same = heads.entry(hash_head(core(line))).or_default();
            if same.len() < 8 {
                same.push(n);
            }
        }
    }
    for &n in cut {
        let words = core(&text[items[n].line()]);
        let words = words.trim_end_matches(['.', '…', ' ']);
        let full =
            heads.get(&hash_head(words)).into_iter().flatten().find(|&&m| begins(core(&text[items[m].line()]), words));
        of[n] = full.copied();
    }
}

/// Whether `full` begins with `words`, marks, case and white space aside.
fn begins(full: &str, words: &str) -> bool {
    let mut full = letters(full);
    letters(words).all(|c| full.next() == Some(c))
}

fn letters(words: &str) -> impl Iterator<Item = char> + '_ {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

fn hash(words: &str) -> u64 {
    let mut hasher = rustc_hash::FxHasher::default();
    words.trim_end_matches('.').hash(&mut hasher);
    hasher.finish()
}

/// Hash of the first letters: enough to find candidates by (FNV-1a).
fn hash_head(words: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for c in letters(words).take(14) {
        hash = (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3);
    }
    hash
}
