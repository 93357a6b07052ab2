use std::io::{self, Read};

use super::Home;
use crate::unpack::{Packed, cut_short, damaged};

/// The list of files at the end of an archive, read entry by entry.
pub(super) struct Directory {
    entries: Packed,
    /// Entries still to come.
    left: u64,
    /// What lies before the archive, as a program that unpacks itself.
    before: u64,
    /// Packed bytes that may still be claimed: archives whose files overlap are bombs.
    unclaimed: u64,
}

/// A file of the archive.
pub(super) struct Entry {
    pub name: String,
    pub method: u16,
    pub encrypted: bool,
    pub crc: u32,
    pub packed: u64,
    pub unpacked: u64,
    /// Where its own head begins.
    pub place: u64,
}

/// The end of a directory with the longest comment.
const LONGEST_END: u64 = 22 + 0xffff;

impl Directory {
    pub fn open(home: &Home) -> io::Result<Directory> {
        let len = home.len()?;
        let from = len.saturating_sub(LONGEST_END);
        let mut tail = Vec::new();
        home.open_at(from)?.take(LONGEST_END).read_to_end(&mut tail)?;
        let end = memchr::memmem::rfind(&tail, b"PK\x05\x06").filter(|&at| tail.len() - at >= 22);
        let end = end.ok_or_else(cut_short)?;
        let at = |n: usize| end + n;
        let (mut count, size, mut place) =
            (u64::from(u16_at(&tail, at(10))), u64::from(u32_at(&tail, at(12))), u64::from(u32_at(&tail, at(16))));
        let mut before = (from + end as u64).saturating_sub(size + place);
        if let Some((many, far)) = large(home, &tail[..end])? {
            (count, place, before) = (many, far, 0);
        }
        Ok(Directory { entries: Packed::new(home.open_at(before + place)?), left: count, before, unclaimed: len })
    }

    /// The next file; nothing at the end.
    pub fn next(&mut self) -> io::Result<Option<Entry>> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        let entry = self.entry();
        if entry.is_err() {
            self.left = 0;
        }
        entry.map(Some)
    }

    fn entry(&mut self) -> io::Result<Entry> {
        let mut head = [0; 46];
        self.entries.read_exact(&mut head).map_err(|_| cut_short())?;
        if !head.starts_with(b"PK\x01\x02") {
            return Err(damaged("the archive's directory makes no sense"));
        }
        let name = self.field(u16_at(&head, 28))?;
        let extra = self.field(u16_at(&head, 30))?;
        self.field(u16_at(&head, 32))?;
        let mut wide = [u32_at(&head, 24), u32_at(&head, 20), u32_at(&head, 42)].map(u64::from);
        widen(&mut wide, &extra);
        let [unpacked, packed, place] = wide;
        let left = self.unclaimed.checked_sub(packed);
        self.unclaimed = left.ok_or_else(|| damaged("the archive's files overlap, as only bombs do"))?;
        Ok(Entry {
            name: String::from_utf8_lossy(&name).replace('\\', "/"),
            method: u16_at(&head, 10),
            encrypted: u16_at(&head, 8) & 1 != 0,
            crc: u32_at(&head, 16),
            packed,
            unpacked,
            place: self.before.saturating_add(place),
        })
    }

    fn field(&mut self, len: u16) -> io::Result<Vec<u8>> {
        let mut field = vec![0; usize::from(len)];
        self.entries.read_exact(&mut field).map_err(|_| cut_short())?;
        Ok(field)
    }
}

/// The number of files and the place of the directory of a large archive.
fn large(home: &Home, before_end: &[u8]) -> io::Result<Option<(u64, u64)>> {
    let Some(locator) = before_end.len().checked_sub(20).map(|at| &before_end[at..]) else { return Ok(None) };
    if !locator.starts_with(b"PK\x06\x07") {
        return Ok(None);
    }
    let mut end = [0; 56];
    home.open_at(u64_at(locator, 8))?.read_exact(&mut end).map_err(|_| cut_short())?;
    if !end.starts_with(b"PK\x06\x06") {
        return Err(damaged("the archive's directory makes no sense"));
    }
    Ok(Some((u64_at(&end, 32), u64_at(&end, 48))))
}

/// Replaces sizes and places that did not fit by those of the extra field.
fn widen(values: &mut [u64; 3], mut extra: &[u8]) {
    while extra.len() >= 4 {
        let (kind, len) = (u16_at(extra, 0), usize::from(u16_at(extra, 2)));
        let Some(field) = extra.get(4..4 + len) else { return };
        if kind == 1 {
            let mut wide = field.chunks_exact(8);
            for value in values.iter_mut().filter(|value| **value == u64::from(u32::MAX)) {
                let Some(next) = wide.next() else { return };
                *value = u64_at(next, 0);
            }
            return;
        }
        extra = &extra[4 + len..];
    }
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from(u16_at(bytes, at)) | u32::from(u16_at(bytes, at + 2)) << 16
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    u64::from(u32_at(bytes, at)) | u64::from(u32_at(bytes, at + 4)) << 32
}
