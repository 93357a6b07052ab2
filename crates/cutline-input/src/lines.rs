use std::io::{self, BufRead, BufReader, Read};

/// The lines of a stream, none held that is longer than a limit.
pub(crate) struct Lines<R> {
    stream: BufReader<R>,
    line: Vec<u8>,
    number: u64,
    most: usize,
}

/// One line.
#[derive(Debug, PartialEq)]
pub(crate) enum Line<'a> {
    /// Its bytes, without the line end.
    Bytes(&'a [u8]),
    /// It is longer than the limit, and was skipped.
    TooLong,
}

/// A buffer that a long line has grown beyond this is not kept.
const KEPT: usize = 4 << 20;

impl<R: Read> Lines<R> {
    pub fn new(stream: R, most: u64) -> Lines<R> {
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        Lines { stream: BufReader::with_capacity(64 << 10, stream), line: Vec::new(), number: 0, most }
    }

    /// The number of the line read last, from 1.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The next line; nothing at the end.
    pub fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        if self.line.capacity() > KEPT {
            self.line = Vec::new();
        }
        self.line.clear();
        let (mut read_any, mut too_long) = (false, false);
        loop {
            let chunk = match self.stream.fill_buf() {
                Ok(chunk) => chunk,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => {
                    self.number += 1;
                    return Err(error);
                }
            };
            let end = memchr::memchr(b'\n', chunk);
            let piece = &chunk[..end.unwrap_or(chunk.len())];
            let used = end.map_or(chunk.len(), |end| end + 1);
            read_any |= used > 0;
            too_long |= self.line.len() + piece.len() > self.most;
            if too_long {
                self.line.clear();
            } else {
                self.line.extend_from_slice(piece);
            }
            self.stream.consume(used);
            if end.is_some() || used == 0 {
                break;
            }
        }
        self.number += u64::from(read_any);
        Ok(match (read_any, too_long) {
            (false, _) => None,
            (true, true) => Some(Line::TooLong),
            (true, false) => Some(Line::Bytes(self.line.strip_suffix(b"\r").unwrap_or(&self.line))),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, Lines};

    #[test]
    fn a_line_beyond_the_limit_is_skipped_and_the_next_is_read() {
        let mut lines = Lines::new(&b"abc\r\nabcdef\n\nxy"[..], 4);
        assert_eq!(lines.next().unwrap(), Some(Line::Bytes(b"abc")));
        assert_eq!(lines.next().unwrap(), Some(Line::TooLong));
        assert_eq!(lines.next().unwrap(), Some(Line::Bytes(b"")));
        assert_eq!(lines.next().unwrap(), Some(Line::Bytes(b"xy")));
        assert_eq!(lines.number(), 4);
        assert_eq!(lines.next().unwrap(), None);
    }
}
