use std::io::{self, Read};

/// How many bytes are read at once.
pub(crate) const CHUNK: usize = 64 << 10;

/// A reader with a buffer that can be looked into and that knows where it is.
pub(crate) struct Buffered<R> {
    source: R,
    buffer: Vec<u8>,
    at: usize,
    end: usize,
    /// Bytes read off.
    passed: u64,
    /// What went wrong behind what is at hand.
    failed: Option<io::Error>,
}

impl<R: Read> Buffered<R> {
    pub fn new(source: R) -> Buffered<R> {
        Buffered { source, buffer: Vec::new(), at: 0, end: 0, passed: 0, failed: None }
    }

    /// How many bytes were read off.
    pub fn position(&self) -> u64 {
        self.passed
    }

    pub fn source(&self) -> &R {
        &self.source
    }

    pub fn source_mut(&mut self) -> &mut R {
        &mut self.source
    }

    /// The bytes at hand, at least one unless it is the end.
    pub fn fill(&mut self) -> io::Result<&[u8]> {
        if self.at == self.end {
            self.more()?;
        }
        Ok(&self.buffer[self.at..self.end])
    }

    /// The next `count` bytes, fewer at the end or before what cannot be read;
    /// at most [`CHUNK`].
    pub fn peek(&mut self, count: usize) -> io::Result<&[u8]> {
        while self.end - self.at < count.min(CHUNK) {
            match self.more() {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) if self.at == self.end => return Err(error),
                Err(error) => {
                    self.failed = Some(error);
                    break;
                }
            }
        }
        Ok(&self.buffer[self.at..self.end.min(self.at + count)])
    }

    /// Reads off bytes that [`fill`](Self::fill) has shown.
    pub fn consume(&mut self, count: usize) {
        self.at = (self.at + count).min(self.end);
        self.passed += count as u64;
    }

    pub fn byte(&mut self) -> io::Result<Option<u8>> {
        let byte = self.fill()?.first().copied();
        self.consume(usize::from(byte.is_some()));
        Ok(byte)
    }

    /// Passes over bytes; how many there were.
    pub fn skip(&mut self, count: u64) -> io::Result<u64> {
        let mut left = count;
        while left > 0 {
            let there = self.fill()?.len() as u64;
            if there == 0 {
                break;
            }
            self.consume(there.min(left) as usize);
            left -= there.min(left);
        }
        Ok(count - left)
    }

    /// Forgets what is at hand.
    pub fn discard(&mut self) {
        self.failed = None;
        self.consume(self.end - self.at);
    }

    /// Reads behind what is at hand; whether there was anything.
    fn more(&mut self) -> io::Result<bool> {
        if let Some(error) = self.failed.take() {
            return Err(error);
        }
        self.buffer.copy_within(self.at..self.end, 0);
        (self.end, self.at) = (self.end - self.at, 0);
        self.buffer.resize(2 * CHUNK, 0);
        let count = retried(&mut self.source, &mut self.buffer[self.end..])?;
        self.end += count;
        Ok(count > 0)
    }
}

impl<R: Read> Read for Buffered<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.at == self.end && out.len() >= CHUNK && self.failed.is_none() {
            let count = retried(&mut self.source, out)?;
            self.passed += count as u64;
            return Ok(count);
        }
        let there = self.fill()?;
        let count = there.len().min(out.len());
        out[..count].copy_from_slice(&there[..count]);
        self.consume(count);
        Ok(count)
    }
}

fn retried(source: &mut impl Read, out: &mut [u8]) -> io::Result<usize> {
    loop {
        match source.read(out) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}
