//! Half-open byte ranges.

use std::fmt;
use std::ops::{Index, Range};

/// A half-open range of bytes of one text, `start..end`.
///
/// Both ends lie on character boundaries of the text it was made for; a `Span`
/// does not know which text that is. Offsets are 32 bits wide: a text is at
/// most 4 GiB.
///
/// ```
/// use cutline_text::Span;
///
/// let text = "Zoë said";
/// let name = Span::new(0, 4);
/// assert_eq!(&text[name], "Zoë");
/// assert!(Span::of(text).contains(name));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The range `start..end`.
    ///
    /// # Panics
    /// If `end` lies before `start`, or either is beyond 4 GiB.
    pub fn new(start: usize, end: usize) -> Span {
        assert!(start <= end, "a span ends before it starts: {start}..{end}");
        let narrow = |n: usize| u32::try_from(n).expect("a text is at most 4 GiB");
        Span { start: narrow(start), end: narrow(end) }
    }

    /// The whole of `text`.
    pub fn of(text: &str) -> Span {
        Span::new(0, text.len())
    }

    /// As a range of `usize`.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `offset` lies inside.
    pub fn holds(self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start.max(other.start) < self.end.min(other.end)
    }

    /// The bytes in both, if there are any.
    pub fn intersect(self, other: Span) -> Option<Span> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Span { start, end })
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Moved right by `offset` bytes: from a piece of text to the text it is in.
    pub fn shift(self, offset: u32) -> Span {
        Span { start: self.start + offset, end: self.end + offset }
    }

    /// Without the white space at both ends. `text` is the text it was made for.
    ///
    /// ```
    /// # use cutline_text::Span;
    /// assert_eq!(Span::new(0, 6).trim(" a b  c"), Span::new(1, 4));
    /// ```
    pub fn trim(self, text: &str) -> Span {
        let piece = &text[self];
        if let [first, .., last] = piece.as_bytes()
            && first.is_ascii_graphic()
            && last.is_ascii_graphic()
        {
            return self;
        }
        let rest = piece.trim_start();
        let start = self.range().end - rest.len();
        Span::new(start, start + rest.trim_end().len())
    }
}

impl Index<Span> for str {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self[span.range()]
    }
}

impl Index<Span> for String {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self.as_str()[span]
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Span {
        Span::new(range.start, range.end)
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}
