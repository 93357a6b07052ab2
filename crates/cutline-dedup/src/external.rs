use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;

use crate::collection::Collection;
use crate::join::Index;
use crate::measure::{Pair, Thresholds};
use crate::shingle::Signatures;

/// A [`Collection`] that keeps its sets in files, for lists whose sets do not
/// fit in memory.
///
/// Sets are written in blocks, and every two blocks are joined with each
/// other, so the pairs are those of a collection in memory, for more work: it
/// grows with the number of blocks. The files are removed when it is dropped.
#[derive(Debug)]
pub struct External {
    folder: PathBuf,
    /// Bytes of sets in a block.
    block: usize,
    files: Vec<PathBuf>,
    open: Collection,
    seen: FxHashMap<u64, u32>,
    repeats: Vec<(u32, u32)>,
    listed: u32,
}

impl External {
    /// Keeps sets in files in `folder`, which must exist and be this list's
    /// own, and uses about `memory` bytes.
    pub fn new(folder: &Path, memory: usize) -> External {
        External {
            folder: folder.to_owned(),
            block: (memory / 6).max(1 << 16),
            files: Vec::new(),
            open: Collection::new(),
            seen: FxHashMap::default(),
            repeats: Vec::new(),
            listed: 0,
        }
    }

    /// Adds the next texts of the list.
    ///
    /// # Errors
    /// If a full block cannot be written.
    ///
    /// # Panics
    /// If the list grows beyond 2^32 texts.
    pub fn add(&mut self, batch: &Signatures) -> io::Result<()> {
        for at in 0..batch.len() {
            let place = self.listed;
            self.listed = self.listed.checked_add(1).expect("a list has at most 2^32 texts");
            let set = batch.set(at);
            if set.is_empty() {
                continue;
            }
            let first = *self.seen.entry(batch.wholes[at]).or_insert(place);
            if first == place {
                self.open.push(place, set);
            } else {
                self.repeats.push((place, first));
            }
            if self.open.bytes() >= self.block {
                self.close_block()?;
            }
        }
        Ok(())
    }

    /// Repeats and the first text they repeat, as places in the list.
    pub fn repeats(&self) -> &[(u32, u32)] {
        &self.repeats
    }

    /// All pairs, sorted.
    ///
    /// # Errors
    /// If a block cannot be written or read again.
    pub fn pairs(&mut self, wanted: Thresholds) -> io::Result<Vec<Pair>> {
        if !self.open.is_empty() {
            self.close_block()?;
        }
        self.seen = FxHashMap::default();
        let mut pairs = Vec::new();
        for (at, one) in self.files.iter().enumerate() {
            for two in &self.files[at..] {
                let mut both = read(one, Collection::new())?;
                let within = one == two;
                let border = both.len();
                if !within {
                    both = read(two, both)?;
                }
                let second_block = both.text(border.min(both.len() - 1));
                both.rank();
                let found = Index::new(&both, wanted).pairs();
                pairs.extend(
                    found.iter().filter(|pair| within || pair.first < second_block && second_block <= pair.second),
                );
            }
        }
        pairs.sort_unstable();
        Ok(pairs)
    }

    fn close_block(&mut self) -> io::Result<()> {
        let path = self.folder.join(format!("block-{}", self.files.len()));
        let mut file = BufWriter::new(File::create(&path)?);
        self.files.push(path);
        let block = std::mem::take(&mut self.open);
        for at in 0..block.len() {
            let set = block.set(at);
            file.write_all(&block.text(at).to_le_bytes())?;
            file.write_all(&(set.len() as u32).to_le_bytes())?;
            for key in set {
                file.write_all(&key.to_le_bytes())?;
            }
        }
        file.flush()
    }
}

impl Drop for External {
    fn drop(&mut self) {
        for file in &self.files {
            // What cannot be removed is left to whoever owns the folder.
            let _ = std::fs::remove_file(file);
        }
    }
}

/// Adds a block's sets to `sets`.
fn read(path: &Path, mut sets: Collection) -> io::Result<Collection> {
    let mut file = BufReader::with_capacity(1 << 18, File::open(path)?);
    let (mut head, mut bytes, mut keys) = ([0; 8], Vec::new(), Vec::new());
    loop {
        match file.read_exact(&mut head) {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(sets),
            other => other?,
        }
        let head = u64::from_le_bytes(head);
        bytes.resize(8 * (head >> 32) as usize, 0);
        file.read_exact(&mut bytes)?;
        keys.clear();
        keys.extend(bytes.chunks_exact(8).map(|key| u64::from_le_bytes(key.try_into().expect("eight bytes"))));
        sets.push(head as u32, &keys);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shingle::signatures;

    #[test]
    fn blocks_find_what_memory_finds() {
        let word = |n: usize| format!("w{}", n * n % 31);
        let text = |n: usize| (0..60).map(|at| word(n / 3 + at * (1 + n % 2))).collect::<Vec<_>>().join(" ");
        let texts: Vec<String> = (0..400).map(text).collect();
        let sets = signatures(&texts, 3);
        let wanted = Thresholds { jaccard: Some(0.5), containment: None };
        let mut whole = Collection::new();
        whole.add(&sets);
        whole.rank();
        let folder = std::env::temp_dir().join(format!("cutline-blocks-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let mut blocks = External::new(&folder, 0);
        blocks.block = 4096;
        blocks.add(&sets).unwrap();
        let pairs = blocks.pairs(wanted).unwrap();
        assert!(blocks.files.len() > 3 && !pairs.is_empty());
        assert_eq!(pairs, Index::new(&whole, wanted).pairs());
        assert_eq!(blocks.repeats(), whole.repeats());
        drop(blocks);
        std::fs::remove_dir(&folder).unwrap();
    }
}
