//! The bytes of compiled lists: how they are laid out and read in place.
//!
//! ```text
//! "CUTLIST1"  checksum u32  slots u32  sets u32  things u32  nicknames u32
//! sets      u32 each: the combinations of classes that occur
//! slots     (fingerprint u32, value u32): an open-addressed table over phrase heads
//! things    country [u8; 2], latitude i16, longitude i16, population u32
//! nicknames u64 each, rising
//! ```
//! All numbers are little-endian. A slot's value holds the number of its set
//! (10 bits), whether longer phrases go on from here (1 bit), whether the name
//! means its thing for sure (1 bit), and the number of the thing plus one (20 bits).

use std::borrow::Cow;
use std::ops::Range;

use super::{Classes, ListsError, Place, Thing};
use crate::fold;

pub(super) const MAGIC: &[u8; 8] = b"CUTLIST1";
pub(super) const HEAD: usize = 28;
pub(super) const SET_BITS: u32 = 10;
pub(super) const THING: usize = 10;
pub(super) const NOWHERE: i16 = i16::MIN;

/// Compiled lists.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    bytes: Cow<'static, [u8]>,
    sets: Vec<Classes>,
    slots: Range<usize>,
    things: Range<usize>,
    nicknames: Range<usize>,
}

/// What stands at the end of a phrase head.
pub(super) struct Entry {
    pub classes: Classes,
    pub goes_on: bool,
    pub sure: bool,
    pub thing: Option<Thing>,
}

impl Table {
    pub fn read(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Table, ListsError> {
        let bytes = bytes.into();
        if bytes.len() < HEAD || &bytes[..8] != MAGIC {
            return Err(ListsError::Foreign);
        }
        if u32_at(&bytes, 8) != checksum(&bytes[12..]) {
            return Err(ListsError::Damaged);
        }
        let counts = [12, 16, 20, 24].map(|at| u32_at(&bytes, at) as usize);
        let mut at = HEAD;
        let mut part = |count: usize, size: usize| {
            let range = at..at.saturating_add(count.saturating_mul(size));
            at = range.end;
            range
        };
        let sets = part(counts[1], 4);
        let (slots, things, nicknames) = (part(counts[0], 8), part(counts[2], THING), part(counts[3], 8));
        if at != bytes.len() || !(counts[0] == 0 || counts[0].is_power_of_two()) {
            return Err(ListsError::Damaged);
        }
        let sets = bytes[sets].chunks_exact(4).map(|set| Classes(u32_at(set, 0))).collect();
        Ok(Table { bytes, sets, slots, things, nicknames })
    }

    /// The entry whose phrase hashes to `hash`.
    pub fn find(&self, hash: u64) -> Option<Entry> {
        let count = self.slots.len() / 8;
        let (first, print) = place(hash, count)?;
        let slots = &self.bytes[self.slots.clone()];
        for step in 0..count {
            let at = ((first + step) & (count - 1)) * 8;
            let value = u32_at(slots, at + 4);
            if value == 0 {
                return None;
            }
            if u32_at(slots, at) == print {
                return Some(self.entry(value));
            }
        }
        None
    }

    fn entry(&self, value: u32) -> Entry {
        let set = (value & ((1 << SET_BITS) - 1)) as usize;
        Entry {
            classes: self.sets.get(set).copied().unwrap_or_default(),
            goes_on: value >> SET_BITS & 1 == 1,
            sure: value >> (SET_BITS + 1) & 1 == 1,
            thing: (value >> (SET_BITS + 2)).checked_sub(1).map(Thing),
        }
    }

    pub fn place(&self, thing: Thing) -> Option<Place> {
        let at = thing.0 as usize * THING;
        let row = self.bytes[self.things.clone()].get(at..at + THING)?;
        let degrees = |at: usize| i16::from_le_bytes([row[at], row[at + 1]]);
        let (latitude, longitude, population) = (degrees(2), degrees(4), u32_at(row, 6));
        let country = [row[0], row[1]];
        let position = (latitude != NOWHERE).then(|| (f32::from(latitude) / 100.0, f32::from(longitude) / 100.0));
        let known = country != [0, 0] || position.is_some();
        known.then_some(Place { country, position, population })
    }

    /// Whether `short` is a nickname of `long`.
    pub fn nickname(&self, short: u64, long: u64) -> bool {
        let wanted = fold::extend(short, long);
        let rows = &self.bytes[self.nicknames.clone()];
        let (mut low, mut high) = (0, rows.len() / 8);
        while low < high {
            let middle = low.midpoint(high);
            let found = u64_at(rows, middle * 8);
            match found.cmp(&wanted) {
                std::cmp::Ordering::Equal => return true,
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        false
    }
}

/// The slot where `hash` is looked for first, and its fingerprint.
pub(super) fn place(hash: u64, slots: usize) -> Option<(usize, u32)> {
    let mixed = (hash ^ hash >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
    let print = mixed as u32;
    slots.checked_sub(1).map(|mask| ((mixed >> 32) as usize & mask, print))
}

/// A 32-bit sum over eight bytes at a time.
pub(super) fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        sum = fold::extend(sum, u64::from_le_bytes(word));
    }
    (sum ^ sum >> 32) as u32
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    u64::from(u32_at(bytes, at)) | u64::from(u32_at(bytes, at + 4)) << 32
}
