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
    /// Open addressing: the folded word's upper half, and its classes; empty slots hold class 0.
    slots: Vec<(u32, Classed)>,
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
            let (found, classes) = self.slots[at];
            if found == print || classes[0] == 0 {
                return classes;
            }
            at = (at + 1) & mask;
        }
    }

    /// The table as bytes, from folded hashes with their classes. Classes count
    /// from 1; those behind the finest are below 256.
    pub fn to_bytes(words: &[(u64, Classed)]) -> Vec<u8> {
        let mut prints: Vec<(u32, Classed)> =
            words.iter().map(|(key, classes)| ((key >> 32) as u32, *classes)).collect();
        prints.sort_by_key(|(print, _)| *print);
        prints.dedup_by_key(|(print, _)| *print);
        let mut out = MAGIC.to_vec();
        out.extend((prints.len() as u32).to_le_bytes());
        let mut last = 0;
        for (print, classes) in prints {
            let mut step = print - last;
            last = print;
            while step >= 0x80 {
                out.push(step as u8 | 0x80);
                step >>= 7;
            }
            out.push(step as u8);
            out.extend(classes[0].to_le_bytes());
            out.extend(classes[1..].iter().map(|class| *class as u8));
        }
        out
    }

    /// Reads what [`to_bytes`](Clusters::to_bytes) wrote.
    ///
    /// # Errors
    /// If it is something else or cut off.
    pub fn read(bytes: &[u8]) -> Result<Clusters, ClustersError> {
        let mut rest = bytes.strip_prefix(MAGIC).ok_or(ClustersError)?;
        let count = u32::from_le_bytes(take(&mut rest)?) as usize;
        if count > rest.len() {
            return Err(ClustersError);
        }
        let mut slots = vec![(0, [0; GRAINS]); (count * 3 / 2).next_power_of_two().max(2)];
        let mut print = 0u32;
        for _ in 0..count {
            print = print.checked_add(number(&mut rest)?).ok_or(ClustersError)?;
            let finest = u16::from_le_bytes(take(&mut rest)?);
            let [middle, coarse] = take(&mut rest)?;
            if finest == 0 {
                return Err(ClustersError);
            }
            place(&mut slots, print, [finest, middle.into(), coarse.into()]);
        }
        if rest.is_empty() { Ok(Clusters { slots }) } else { Err(ClustersError) }
    }
}

fn place(slots: &mut [(u32, Classed)], print: u32, classes: Classed) {
    let mask = slots.len() - 1;
    let mut at = scatter(print) & mask;
    while slots[at].1[0] != 0 {
        at = (at + 1) & mask;
    }
    slots[at] = (print, classes);
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
        let words = [(key("bela"), [700, 1, 1]), (key("said"), [1, 255, 2])];
        let bytes = Clusters::to_bytes(&words);
        let read = Clusters::read(&bytes).unwrap();
        assert_eq!(read.get(key("Bela")), [700, 1, 1]);
        assert_eq!(read.get(key("unknown")), [0, 0, 0]);
        for len in 0..bytes.len() {
            assert_eq!(Clusters::read(&bytes[..len]).unwrap_err(), ClustersError);
        }
    }
}
