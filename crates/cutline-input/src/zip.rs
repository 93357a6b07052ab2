//! ZIP archives, by their directory (PKWARE's APPNOTE): stored and deflated
//! files, large archives (ZIP64) too.

mod directory;

use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::path::PathBuf;
use std::sync::Arc;

use flate2::Crc;
use flate2::read::DeflateDecoder;

use crate::note::Counts;
use crate::text::Opened;
use crate::unpack::{Buffered, cut_short, damaged};
use crate::walk::Found;
use crate::{InputError, InputErrorKind, Meter, Note, Options};
use directory::{Directory, Entry};

/// The files of one archive, in the order of its directory.
pub(crate) struct Zip {
    path: String,
    home: Home,
    directory: Directory,
    passed_over: Counts,
    any: bool,
}

/// Where the archive lies.
enum Home {
    File(PathBuf, Meter),
    /// Came through a pipe or out of another compression.
    Memory(Arc<[u8]>),
}

impl Home {
    fn open_at(&self, place: u64) -> io::Result<Box<dyn Read + Send>> {
        let from = SeekFrom::Start(place);
        Ok(match self {
            Home::File(path, meter) => {
                let mut file = File::open(path)?;
                file.seek(from)?;
                Box::new(meter.on(file))
            }
            Home::Memory(bytes) => {
                let mut bytes = Cursor::new(Arc::clone(bytes));
                bytes.seek(from)?;
                Box::new(bytes)
            }
        })
    }

    fn len(&self) -> io::Result<u64> {
        match self {
            Home::File(path, _) => Ok(std::fs::metadata(path)?.len()),
            Home::Memory(bytes) => Ok(bytes.len() as u64),
        }
    }
}

impl Zip {
    pub fn new(found: &Found, opened: Opened, meter: &Meter, options: &Options) -> Result<Zip, InputError> {
        let fail = |kind: InputErrorKind| InputError::new(&found.shown, kind);
        let home = home(found, opened, meter, options).map_err(fail)?;
        let directory = Directory::open(&home).map_err(|error| fail(error.into()))?;
        Ok(Zip { path: found.shown.clone(), home, directory, passed_over: Counts::new(), any: false })
    }

    /// What was passed over since the last call.
    pub fn take_notes(&mut self) -> Vec<Note> {
        Note::passed_over(&self.path, std::mem::take(&mut self.passed_over)).collect()
    }

    fn open(&self, found: Found, entry: &Entry) -> Result<(Found, Opened), InputError> {
        let opened = self.unpacked(entry).and_then(Opened::on);
        opened.map_err(|error| InputError::new(&found.shown, error.into())).map(|opened| (found, opened))
    }

    fn unpacked(&self, entry: &Entry) -> io::Result<Box<dyn Read + Send>> {
        let mut raw = self.home.open_at(entry.place)?;
        let mut head = [0; 30];
        raw.read_exact(&mut head).map_err(|_| cut_short())?;
        if !head.starts_with(b"PK\x03\x04") {
            return Err(damaged("the archive's directory points nowhere"));
        }
        let behind =
            u64::from(u16::from_le_bytes([head[26], head[27]])) + u64::from(u16::from_le_bytes([head[28], head[29]]));
        let mut raw = Buffered::new(raw);
        raw.skip(behind)?;
        let raw = raw.take(entry.packed);
        let data: Box<dyn Read + Send> = match (entry.encrypted, entry.method) {
            (true, _) => return Err(damaged("it is encrypted")),
            (_, 0) => Box::new(raw),
            (_, 8) => Box::new(DeflateDecoder::new(raw)),
            (_, method) => return Err(damaged(&format!("its ZIP compression ({method}) is not read"))),
        };
        Ok(Box::new(Checked { data, crc: Crc::new(), left: entry.unpacked, stated: entry.crc }))
    }
}

impl Iterator for Zip {
    type Item = Result<(Found, Opened), InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let entry = match self.directory.next() {
                Ok(Some(entry)) => entry,
                Ok(None) if self.any => return None,
                Ok(None) => {
                    self.any = true;
                    return Some(Err(InputError::new(&self.path, InputErrorKind::Empty("holds no files"))));
                }
                Err(error) => {
                    self.any = true;
                    return Some(Err(InputError::new(&self.path, error.into())));
                }
            };
            self.any = true;
            if entry.name.ends_with('/') {
                continue;
            }
            let found = Found::within(&self.path, &entry.name);
            let hidden = entry.name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
            if hidden || !found.is_read() {
                let what = if hidden { "hidden".into() } else { found.kind() };
                *self.passed_over.entry(what).or_default() += 1;
                continue;
            }
            return Some(self.open(found, &entry));
        }
    }
}

/// An archive in a file is read where it lies; any other has to be held.
fn home(found: &Found, opened: Opened, meter: &Meter, options: &Options) -> Result<Home, InputErrorKind> {
    let stream = opened.into_stream();
    if !stream.is_packed() && !found.is_stdin() && std::fs::metadata(&found.path).is_ok_and(|about| about.is_file()) {
        return Ok(Home::File(found.path.clone(), meter.clone()));
    }
    let mut bytes = Vec::new();
    stream.take(options.limit() + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > options.limit() {
        return Err(InputErrorKind::TooLong(options.limit()));
    }
    Ok(Home::Memory(bytes.into()))
}

/// A file that is held to the size and checksum that the directory states.
struct Checked {
    data: Box<dyn Read + Send>,
    crc: Crc,
    left: u64,
    stated: u32,
}

impl Read for Checked {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if out.is_empty() {
            return Ok(0);
        }
        let count = self.data.read(out).map_err(|_| damaged("its ZIP data make no sense or end early"))?;
        self.crc.update(&out[..count]);
        let left = self.left.checked_sub(count as u64);
        self.left = left.ok_or_else(|| damaged("it is longer than the archive says"))?;
        let whole = count > 0 || self.left == 0 && self.crc.sum() == self.stated;
        if whole { Ok(count) } else { Err(damaged("its size or checksum differs from what the archive says")) }
    }
}
