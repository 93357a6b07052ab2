use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Counts the bytes that a [`Reader`](crate::Reader) has read from files, for
/// showing how far it is. It influences nothing.
#[derive(Clone, Debug, Default)]
pub struct Meter(Arc<AtomicU64>);

impl Meter {
    /// Bytes so far, of compressed files as they lie there.
    pub fn bytes(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    pub(crate) fn on<R: Read>(&self, source: R) -> impl Read + use<R> {
        Metered { source, meter: self.clone() }
    }
}

struct Metered<R> {
    source: R,
    meter: Meter,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read(out)?;
        self.meter.0.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

/// Files beyond this many are not added up.
const MOST: usize = 20_000;

/// How many bytes the files of `paths` hold together; nothing if that cannot be
/// told soon: of standard input, of folders with very many files.
pub fn size(paths: &[PathBuf]) -> Option<u64> {
    let mut left = MOST;
    paths.iter().map(|path| size_of(path, &mut left)).sum()
}

fn size_of(path: &Path, left: &mut usize) -> Option<u64> {
    *left = left.checked_sub(1)?;
    let about = std::fs::metadata(path).ok()?;
    if !about.is_dir() {
        return about.is_file().then_some(about.len());
    }
    let mut total = 0;
    for entry in std::fs::read_dir(path).ok()? {
        let found = entry.ok()?;
        let kind = found.file_type().ok()?;
        let skipped = crate::walk::is_hidden(&found.path()) || kind.is_symlink();
        if !skipped && (kind.is_dir() || crate::walk::Found::named(found.path()).is_read()) {
            total += size_of(&found.path(), left)?;
        }
    }
    Some(total)
}
