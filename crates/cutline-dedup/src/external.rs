use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;

use crate::collection::{Collection, Repeat};
use crate::join::Index;
use crate::measure::{Pair, Thresholds};
use crate::shingle::Signatures;

/// A [`Collection`] that keeps its sets in files, for lists whose sets do not
/// fit in memory.
///
/// Sets are written in blocks, and every two blocks are joined with each
/// other, so the pairs are those of a collection in memory, for more work: it
/// grows with the number of blocks. A list that fills no block is joined in
/// memory. The files are removed when it is dropped.
///
/// [`pairs`](External::pairs) does all the work; or each of
/// [`joins`](External::joins) is loaded and done by the caller, who may share
/// it out.
#[derive(Debug)]
pub struct External {
    folder: PathBuf,
    /// Bytes of sets in a block.
    block: usize,
    files: Vec<PathBuf>,
    open: Collection,
    seen: FxHashMap<u64, u32>,
    repeats: Vec<Repeat>,
    listed: u32,
}

impl External {
    /// Keeps sets in files in `folder`, which is made when the first block is
    /// full and must not exist before, and uses about `memory` bytes.
    pub fn new(folder: &Path, memory: usize) -> External {
        External {
            folder: folder.to_owned(),
            block: (memory / 4).max(1 << 16),
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
                self.repeats.push(Repeat { first, text: place, size: set.len() as u32 });
            }
            if self.open.bytes() >= self.block {
                self.close_block()?;
            }
        }
        Ok(())
    }

    /// The texts that were folded into an earlier one, in the order of the list.
    pub fn repeats(&self) -> &[Repeat] {
        &self.repeats
    }

    /// All pairs, sorted.
    ///
    /// # Errors
    /// If a block cannot be written or read again.
    pub fn pairs(&mut self, wanted: Thresholds) -> io::Result<Vec<Pair>> {
        let mut pairs = Vec::new();
        for join in self.joins()? {
            let mut blocks = self.load(join)?;
            blocks.sets.rank();
            let found = Index::new(&blocks.sets, wanted).pairs();
            pairs.extend(found.into_iter().filter(|pair| blocks.spans(pair)));
        }
        pairs.sort_unstable();
        Ok(pairs)
    }

    /// Every two blocks that are to be joined, once the list is complete.
    ///
    /// # Errors
    /// If the last block cannot be written.
    pub fn joins(&mut self) -> io::Result<Vec<(usize, usize)>> {
        self.seen = FxHashMap::default();
        if !self.files.is_empty() && !self.open.is_empty() {
            self.close_block()?;
        }
        let count = self.files.len().max(1);
        Ok((0..count).flat_map(|one| (one..count).map(move |two| (one, two))).collect())
    }

    /// The sets of two blocks, still to be ranked.
    ///
    /// # Errors
    /// If a block cannot be read again.
    pub fn load(&mut self, (one, two): (usize, usize)) -> io::Result<Blocks> {
        if self.files.is_empty() {
            return Ok(Blocks { sets: std::mem::take(&mut self.open), second: None });
        }
        let sets = read(&self.files[one], Collection::new())?;
        if one == two {
            return Ok(Blocks { sets, second: None });
        }
        let border = sets.len();
        let sets = read(&self.files[two], sets)?;
        let second = (border < sets.len()).then(|| sets.text(border));
        Ok(Blocks { sets, second })
    }

    fn close_block(&mut self) -> io::Result<()> {
        if self.files.is_empty() {
            fs::create_dir(&self.folder)?;
        }
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

/// Two blocks of an [`External`] collection, or one to be joined with itself.
#[derive(Debug)]
pub struct Blocks {
    /// The sets of both.
    pub sets: Collection,
    /// The first text of the second block.
    second: Option<u32>,
}

impl Blocks {
    /// Whether a pair is found in this join only: one of its texts is in each block.
    pub fn spans(&self, pair: &Pair) -> bool {
        self.second.is_none_or(|second| pair.first < second && second <= pair.second)
    }
}

impl Drop for External {
    fn drop(&mut self) {
        // What cannot be removed is left to whoever owns the folder.
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
        if !self.files.is_empty() {
            let _ = fs::remove_dir(&self.folder);
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
        let mut blocks = External::new(&folder, 0);
        blocks.block = 4096;
        blocks.add(&sets).unwrap();
        let pairs = blocks.pairs(wanted).unwrap();
        assert!(blocks.files.len() > 3 && !pairs.is_empty());
        assert_eq!(pairs, Index::new(&whole, wanted).pairs());
        assert_eq!(blocks.repeats(), whole.repeats());
        drop(blocks);
        assert!(!folder.exists());
        let mut open = External::new(&folder, 1 << 30);
        open.add(&sets).unwrap();
        assert_eq!(open.pairs(wanted).unwrap(), pairs);
        assert!(!folder.exists());
    }
}
