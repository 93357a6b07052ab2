//! gzip, RFC 1952: any number of members one behind the other.

use std::io::{self, Read};

use flate2::{Crc, Decompress, FlushDecompress, Status};

use super::{Packed, cut_short, damaged};

/// What the members of a file unpack to.
pub(crate) struct Gzip {
    packed: Packed,
    inflate: Decompress,
    crc: Crc,
    inside: bool,
    /// Where the member at hand begins.
    member: u64,
}

const MAGIC: &[u8] = b"\x1f\x8b\x08";

impl Gzip {
    pub fn new(packed: Packed) -> Gzip {
        Gzip { packed, inflate: Decompress::new(false), crc: Crc::new(), inside: false, member: 0 }
    }

    /// Where the member begins that the last bytes were from.
    pub fn member(&self) -> u64 {
        self.member
    }

    /// How many packed bytes were read.
    pub fn packed(&self) -> u64 {
        self.packed.position()
    }

    /// Goes to what looks like the next member; whether there is one.
    pub fn resume(&mut self) -> io::Result<bool> {
        self.inside = false;
        if self.packed.position() == self.member {
            self.packed.skip(1)?; // What begins here is what could not be read.
        }
        loop {
            let there = self.packed.peek(super::CHUNK)?;
            if let Some(found) = memchr::memmem::find(there, MAGIC) {
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

    /// Reads the head of the next member; false at the end.
    fn begin(&mut self) -> io::Result<bool> {
        while self.packed.peek(1)? == [0] {
            self.packed.consume(1); // Tapes and disks are filled up with zeros.
        }
        self.member = self.packed.position();
        let head = self.packed.peek(10)?;
        if head.is_empty() {
            return Ok(false);
        }
        if !head.starts_with(MAGIC) {
            return Err(damaged("what stands behind its last gzip member is no gzip"));
        }
        let &[_, _, _, flags, _, _, _, _, _, _] = head else { return Err(cut_short()) };
        self.packed.consume(10);
        self.fields(flags)?;
        self.inflate.reset(false);
        self.crc.reset();
        self.inside = true;
        Ok(true)
    }

    /// Passes over the fields of a head that may be there.
    fn fields(&mut self, flags: u8) -> io::Result<()> {
        const CHECKSUM: u8 = 2;
        const EXTRA: u8 = 4;
        if flags & EXTRA != 0 {
            let low = self.must()?;
            let len = u16::from_le_bytes([low, self.must()?]);
            for _ in 0..len {
                self.must()?;
            }
        }
        // A name and a comment, each closed by a zero.
        for flag in [8, 16] {
            while flags & flag != 0 && self.must()? != 0 {}
        }
        for _ in 0..if flags & CHECKSUM != 0 { 2 } else { 0 } {
            self.must()?;
        }
        Ok(())
    }

    fn must(&mut self) -> io::Result<u8> {
        self.packed.byte()?.ok_or_else(cut_short)
    }

    /// Unpacks some bytes of the member; none may be ready yet.
    fn inflate(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let input = self.packed.fill()?;
        let at_end = input.is_empty();
        let (read, written) = (self.inflate.total_in(), self.inflate.total_out());
        let status = self.inflate.decompress(input, out, FlushDecompress::None);
        let status = status.map_err(|_| damaged("its gzip data make no sense"))?;
        self.packed.consume((self.inflate.total_in() - read) as usize);
        let count = (self.inflate.total_out() - written) as usize;
        self.crc.update(&out[..count]);
        if status == Status::StreamEnd {
            self.finish()?;
        } else if at_end && count == 0 {
            return Err(cut_short());
        }
        Ok(count)
    }

    /// Holds the member to its checksum.
    fn finish(&mut self) -> io::Result<()> {
        self.inside = false;
        let mut sum = [0; 8];
        for byte in &mut sum {
            *byte = self.must()?;
        }
        let stated = u32::from_le_bytes([sum[0], sum[1], sum[2], sum[3]]);
        if stated == self.crc.sum() { Ok(()) } else { Err(damaged("the checksum of its gzip data differs")) }
    }
}

impl Read for Gzip {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            if !self.inside && !self.begin()? {
                return Ok(0);
            }
            let count = self.inflate(out)?;
            if count > 0 {
                return Ok(count);
            }
        }
    }
}
