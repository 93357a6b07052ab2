//! Zstandard, RFC 8878: any number of frames one behind the other.
//!
//! Web archives may begin with a dictionary for all their frames
//! (<https://iipc.github.io/warc-specifications/specifications/warc-zstd/>).

use std::io::{self, Read};

use ruzstd::decoding::{BlockDecodingStrategy, Dictionary, FrameDecoder};

use super::{Packed, cut_short, damaged};

/// What the frames of a file unpack to.
pub(crate) struct Zstd {
    packed: Packed,
    decoder: FrameDecoder,
    inside: bool,
    /// Where the frame at hand begins.
    member: u64,
    /// The dictionary that frames without a name of theirs use.
    dictionary: Option<u32>,
}

const MAGIC: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];
/// The skippable frame of a web archive that holds its dictionary.
const DICTIONARY: [u8; 4] = [0x5d, 0x2a, 0x4d, 0x18];
/// A dictionary beyond this is not read.
const LARGEST: usize = 64 << 20;

impl Zstd {
    pub fn new(packed: Packed) -> Zstd {
        Zstd { packed, decoder: FrameDecoder::new(), inside: false, member: 0, dictionary: None }
    }

    /// Where the frame begins that the last bytes were from.
    pub fn member(&self) -> u64 {
        self.member
    }

    /// How many packed bytes were read.
    pub fn packed(&self) -> u64 {
        self.packed.position()
    }

    /// Goes to what looks like the next frame; whether there is one.
    pub fn resume(&mut self) -> io::Result<bool> {
        self.inside = false;
        if self.packed.position() == self.member {
            self.packed.skip(1)?; // What begins here is what could not be read.
        }
        loop {
            let there = self.packed.peek(super::CHUNK)?;
            if let Some(found) = memchr::memmem::find(there, &MAGIC) {
                self.packed.consume(found);
                return Ok(true);
            }
            if there.len() < MAGIC.len() {
                return Ok(false);
            }
            let passed = there.len() - (MAGIC.len() - 1);
            self.packed.consume(passed);
        }
    }

    /// Reads the head of the next frame that holds data; false at the end.
    fn begin(&mut self) -> io::Result<bool> {
        loop {
            self.member = self.packed.position();
            let head = self.packed.peek(4)?;
            let Ok(magic) = <[u8; 4]>::try_from(head) else {
                return if head.is_empty() { Ok(false) } else { Err(cut_short()) };
            };
            match magic {
                MAGIC => break,
                DICTIONARY if self.member == 0 => self.take_dictionary()?,
                [0x50..=0x5f, 0x2a, 0x4d, 0x18] => {
                    let len = self.skippable()?;
                    self.packed.skip(len)?;
                }
                _ => return Err(damaged("what stands behind its last Zstandard frame is none")),
            }
        }
        self.decoder.reset(&mut self.packed).map_err(|error| damaged(&error.to_string()))?;
        if let Some(id) = self.dictionary {
            self.decoder.force_dict(id).map_err(|error| damaged(&error.to_string()))?;
        }
        self.inside = true;
        Ok(true)
    }

    /// Reads the head of a skippable frame: its length.
    fn skippable(&mut self) -> io::Result<u64> {
        let mut head = [0; 8];
        self.packed.read_exact(&mut head)?;
        Ok(u64::from(u32::from_le_bytes([head[4], head[5], head[6], head[7]])))
    }

    fn take_dictionary(&mut self) -> io::Result<()> {
        let len = self.skippable()?;
        let mut raw = Vec::new();
        (&mut self.packed).take(len.min(LARGEST as u64 + 1)).read_to_end(&mut raw)?;
        if raw.len() as u64 != len {
            return Err(damaged("its Zstandard dictionary is cut short or too large"));
        }
        if raw.starts_with(&MAGIC) {
            let packed = Packed::new(Box::new(io::Cursor::new(raw)));
            raw = Vec::new();
            Zstd::new(packed).take(LARGEST as u64).read_to_end(&mut raw)?;
        }
        let dictionary = Dictionary::decode_dict(&raw).map_err(|error| damaged(&error.to_string()))?;
        self.dictionary = Some(dictionary.id);
        self.decoder.add_dict(dictionary).map_err(|error| damaged(&error.to_string()))
    }

    /// Holds the frame to its checksum, if it has one.
    fn finish(&mut self) -> io::Result<()> {
        self.inside = false;
        let (stated, found) = (self.decoder.get_checksum_from_data(), self.decoder.get_calculated_checksum());
        let differs = stated.is_some_and(|stated| found.is_some_and(|found| stated != found));
        if differs { Err(damaged("the checksum of its Zstandard data differs")) } else { Ok(()) }
    }
}

impl Read for Zstd {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            if !self.inside && !self.begin()? {
                return Ok(0);
            }
            if !self.decoder.is_finished() && self.decoder.can_collect() == 0 {
                let enough = BlockDecodingStrategy::UptoBytes(out.len().max(1));
                self.decoder.decode_blocks(&mut self.packed, enough).map_err(broken)?;
            }
            let count = self.decoder.read(out)?;
            if self.decoder.is_finished() && self.decoder.can_collect() == 0 {
                self.finish()?;
            }
            if count > 0 {
                return Ok(count);
            }
        }
    }
}

/// Tells a file that ends too early from one that is damaged.
fn broken(error: ruzstd::decoding::errors::FrameDecoderError) -> io::Error {
    use std::error::Error;
    let mut cause: Option<&dyn Error> = Some(&error);
    while let Some(at) = cause {
        if at.downcast_ref::<io::Error>().is_some_and(|io| io.kind() == io::ErrorKind::UnexpectedEof) {
            return cut_short();
        }
        cause = at.source();
    }
    damaged(&format!("its Zstandard data make no sense ({error})"))
}
