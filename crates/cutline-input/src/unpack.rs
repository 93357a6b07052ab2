//! Compression, known by its first bytes, taken off.

mod buffered;
mod gzip;
mod zstd;

use std::collections::VecDeque;
use std::io::{self, Read};

pub(crate) use buffered::{Buffered, CHUNK};
use gzip::Gzip;
use zstd::Zstd;

use crate::error::Place;

/// A file as it lies there.
pub(crate) type Packed = Buffered<Box<dyn Read + Send>>;

/// A file without its compression.
pub(crate) struct Stream {
    data: Buffered<Layer>,
}

/// Unpacked data beyond this many bytes may not be more than [`RATIO`] times
/// what they are packed in: no text is so repetitive, and bombs are.
const FREE: u64 = 64 << 20;
const RATIO: u64 = 400;

impl Stream {
    /// Begins to read, compression found out.
    pub fn new(source: Box<dyn Read + Send>) -> io::Result<Stream> {
        let mut packed = Packed::new(source);
        let head = packed.peek(4)?;
        let kind = match head {
            [0x1f, 0x8b, 8, _] => Kind::Gzip(Box::new(Gzip::new(packed))),
            // A frame, or a frame to be passed over as those of dictionaries.
            [0x28, 0xb5, 0x2f, 0xfd] | [0x50..=0x5f, 0x2a, 0x4d, 0x18] => Kind::Zstd(Box::new(Zstd::new(packed))),
            _ => Kind::Plain(packed),
        };
        Ok(Stream { data: Buffered::new(Layer { kind, unpacked: 0, members: VecDeque::new() }) })
    }

    /// Whether it was compressed.
    pub fn is_packed(&self) -> bool {
        !matches!(self.data.source().kind, Kind::Plain(_))
    }

    /// Where the next byte stands.
    pub fn place(&mut self) -> Place {
        let at = self.data.position();
        let members = &mut self.data.source_mut().members;
        while members.get(1).is_some_and(|next| next.0 <= at) {
            members.pop_front();
        }
        match members.front() {
            Some(&(unpacked, packed)) if unpacked == at => Place { byte: packed, unpacked: false },
            Some(_) => Place { byte: at, unpacked: true },
            None => Place { byte: at, unpacked: false },
        }
    }

    /// Goes on behind damage, at the next member of a compressed file; whether there is one.
    pub fn resume(&mut self) -> io::Result<bool> {
        self.data.discard();
        match &mut self.data.source_mut().kind {
            Kind::Plain(_) => Ok(false),
            Kind::Gzip(gzip) => gzip.resume(),
            Kind::Zstd(zstd) => zstd.resume(),
        }
    }

    pub fn fill(&mut self) -> io::Result<&[u8]> {
        self.data.fill()
    }

    pub fn peek(&mut self, count: usize) -> io::Result<&[u8]> {
        self.data.peek(count)
    }

    pub fn consume(&mut self, count: usize) {
        self.data.consume(count);
    }

    pub fn skip(&mut self, count: u64) -> io::Result<u64> {
        self.data.skip(count)
    }
}

impl Read for Stream {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.data.read(out)
    }
}

/// The compression of a file.
enum Kind {
    Plain(Packed),
    Gzip(Box<Gzip>),
    Zstd(Box<Zstd>),
}

/// Compression with what is known of its members.
struct Layer {
    kind: Kind,
    unpacked: u64,
    /// Where members begin: in what they unpack to, and in the file.
    members: VecDeque<(u64, u64)>,
}

impl Read for Layer {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let (read, member, packed) = match &mut self.kind {
            Kind::Plain(packed) => return packed.read(out),
            Kind::Gzip(gzip) => (gzip.read(out), gzip.member(), gzip.packed()),
            Kind::Zstd(zstd) => (zstd.read(out), zstd.member(), zstd.packed()),
        };
        if self.members.back().is_none_or(|last| last.1 != member) {
            self.members.push_back((self.unpacked, member));
        }
        let count = read?;
        self.unpacked += count as u64;
        if self.unpacked > FREE && self.unpacked / RATIO > packed {
            return Err(damaged("it unpacks to more than 400 times its size, as no text does"));
        }
        Ok(count)
    }
}

/// An error of data that are not what they should be.
pub(crate) fn damaged(why: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why)
}

/// An error of a file that ends too early.
pub(crate) fn cut_short() -> io::Error {
    io::Error::new(io::ErrorKind::UnexpectedEof, "it is cut short")
}
