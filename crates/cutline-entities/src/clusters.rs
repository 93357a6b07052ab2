//! Classes of words that are used alike.
//!
//! The classes come from word vectors by k-means at several grains: a word that
//! training never saw has a class that it did.

use std::fmt;

/// How many grains a word's class is given at, finest first.
pub const GRAINS: usize = 3;

/// The classes of a word; 0 where nothing is known.
pub type Classed = [u16; GRAINS];

/// A table from words to classes.
#[derive(Clone, Debug, Default)]
pub struct Clusters {
    /// Open addressing: the folded word's upper half, and its finest class; empty slots hold class 0.
    slots: Vec<(u32, u16)>,
    /// Classes of each finest class.
    coarser: Vec<Classed>,
}

/// Bytes that are no table of clusters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClustersError;

impl fmt::Display for ClustersError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this is not a table of word clusters, or it is cut off")
    }
}

impl std::error::Error for ClustersError {}

const MAGIC: &[u8; 8] = b"clusters";

impl Clusters {
    /// The classes of the word with the folded hash `key`.
    #[inline]
    pub fn get(&self, key: u64) -> Classed {
        if self.slots.is_empty() {
            return [0; GRAINS];
        }
        let print = (key >> 32) as u32;
        let mask = self.slots.len() - 1;
        let mut at = scatter(print) & mask;
        loop {
            let (found, class) = self.slots[at];
            if class == 0 {
                return [0; GRAINS];
            }
            if found == print {
                return self.coarser[class as usize - 1];
            }
            at = (at + 1) & mask;
        }
    }

    /// The table as bytes, from folded hashes with their finest class (from 1)
    /// and the classes of each finest class.
    pub fn to_bytes(words: &[(u64, u16)], coarser: &[Classed]) -> Vec<u8> {
        let mut prints: Vec<(u32, u16)> = words.iter().map(|(key, class)| ((key >> 32) as u32, *class)).collect();
        prints.sort_unstable();
        prints.dedup_by_key(|(print, _)| *print);
        let mut out = MAGIC.to_vec();
        out.extend((coarser.len() as u32).to_le_bytes());
        out.extend(coarser.iter().flatten().flat_map(|class| class.to_le_bytes()));
        out.extend((prints.len() as u32).to_le_bytes());
        let mut last = 0;
        for (print, class) in prints {
            let mut step = print - last;
            last = print;
            while step >= 0x80 {
                out.push(step as u8 | 0x80);
                step >>= 7;
            }
            out.push(step as u8);
            out.extend(class.to_le_bytes());
        }
        out
    }

    /// Reads what [`to_bytes`](Clusters::to_bytes) wrote.
    ///
    /// # Errors
    /// If it is something else or cut off.
    pub fn read(bytes: &[u8]) -> Result<Clusters, ClustersError> {
        let mut rest = bytes.strip_prefix(MAGIC).ok_or(ClustersError)?;
        let classes = u32::from_le_bytes(take(&mut rest)?) as usize;
        if classes > rest.len() {
            return Err(ClustersError);
        }
        let mut coarser = vec![[0; GRAINS]; classes];
        for class in coarser.iter_mut().flatten() {
            *class = u16::from_le_bytes(take(&mut rest)?);
        }
        let count = u32::from_le_bytes(take(&mut rest)?) as usize;
        if count > rest.len() {
            return Err(ClustersError);
        }
        let mut slots = vec![(0, 0); (count * 3 / 2).next_power_of_two().max(2)];
        let mut print = 0u32;
        for _ in 0..count {
            print = print.checked_add(number(&mut rest)?).ok_or(ClustersError)?;
            let class = u16::from_le_bytes(take(&mut rest)?);
            if class == 0 || class as usize > classes {
                return Err(ClustersError);
            }
            place(&mut slots, print, class);
        }
        if rest.is_empty() { Ok(Clusters { slots, coarser }) } else { Err(ClustersError) }
    }
}

fn place(slots: &mut [(u32, u16)], print: u32, class: u16) {
    let mask = slots.len() - 1;
    let mut at = scatter(print) & mask;
    while slots[at].1 != 0 {
        at = (at + 1) & mask;
    }
    slots[at] = (print, class);
}

fn scatter(print: u32) -> usize {
    (print ^ (print >> 15)) as usize
}

fn take<const N: usize>(rest: &mut &[u8]) -> Result<[u8; N], ClustersError> {
    let (taken, after) = rest.split_first_chunk::<N>().ok_or(ClustersError)?;
    *rest = after;
    Ok(*taken)
}

fn number(rest: &mut &[u8]) -> Result<u32, ClustersError> {
    let mut number = 0;
    for shift in (0..35).step_by(7) {
        let [byte] = take(rest)?;
        number |= u32::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
        if byte < 0x80 {
            return Ok(number);
        }
    }
    Err(ClustersError)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_written_and_read() {
        let key = |word: &str| crate::fold::key(word);
        let words = [(key("bela"), 2), (key("said"), 1)];
        let bytes = Clusters::to_bytes(&words, &[[1, 1, 1], [2, 1, 1]]);
        let read = Clusters::read(&bytes).unwrap();
        assert_eq!(read.get(key("Bela")), [2, 1, 1]);
        assert_eq!(read.get(key("unknown")), [0, 0, 0]);
        for len in 0..bytes.len() {
            assert_eq!(Clusters::read(&bytes[..len]).unwrap_err(), ClustersError);
        }
    }
}
