//! Lines and line numbers.

use crate::Span;

/// One line of a text, without its line break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The line less the break; white space at its ends is still there.
    pub span: Span,
}

/// The lines of `text`, in order. `\n`, `\r\n` and `\r` end a line; a break at
/// the very end opens no further line.
///
/// ```
/// let found: Vec<&str> = cutline_text::lines("a\r\n\rb\n").map(|l| &"a\r\n\rb\n"[l.span]).collect();
/// assert_eq!(found, ["a", "", "b"]);
/// ```
pub fn lines(text: &str) -> impl Iterator<Item = Line> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        if at >= bytes.len() {
            return None;
        }
        let end = memchr::memchr2(b'\n', b'\r', &bytes[at..]).map_or(bytes.len(), |n| at + n);
        let line = Line { span: Span::new(at, end) };
        let crlf = bytes[end..].starts_with(b"\r\n");
        at = end + if crlf { 2 } else { 1 };
        Some(line)
    })
}

/// Tells the line and column of a byte offset, for messages.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Reads `text` once.
    pub fn new(text: &str) -> LineIndex {
        LineIndex { starts: lines(text).map(|line| line.span.start).collect() }
    }

    /// Line and column of the byte at `offset`, both from 1; the column counts
    /// bytes.
    pub fn line_column(&self, offset: u32) -> (usize, usize) {
        let line = self.starts.partition_point(|&start| start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        (line, (offset - start) as usize + 1)
    }
}
