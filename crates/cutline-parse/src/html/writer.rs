//! Reading text from a page's raw text, with a way back.

use cutline_text::{AlignedBuilder, AlignedText, Span};

/// Writes reading text: white space becomes single spaces, character
/// references become characters, soft hyphens and zero-width spaces vanish.
pub(crate) struct Writer<'s> {
    source: &'s str,
    out: AlignedBuilder,
    /// White space not written yet: it is dropped at the ends of lines.
    space: Option<Span>,
    line_start: bool,
    /// Where in the source the last words end.
    last: u32,
}

impl<'s> Writer<'s> {
    pub fn new(source: &'s str) -> Writer<'s> {
        Writer { source, out: AlignedText::builder(), space: None, line_start: true, last: 0 }
    }

    /// Where the next byte will stand.
    pub fn at(&self) -> usize {
        self.out.len()
    }

    /// Adds raw text of the source.
    pub fn raw(&mut self, span: Span) {
        let bytes = self.source.as_bytes();
        let (mut at, end) = (span.start as usize, span.end as usize);
        while at < end {
            let from = at;
            while at < end && !is_special(bytes[at]) {
                at += 1;
            }
            if from < at {
                self.solid(Span::new(from, at), None);
            }
            if at < end {
                at = self.special(at, end);
            }
        }
    }

    /// Adds a space between words that the source parts by mark-up alone.
    pub fn gap(&mut self) {
        let at = self.last;
        self.space.get_or_insert(Span { start: at, end: at });
    }

    /// Ends the line and leaves a blank one.
    pub fn paragraph(&mut self) {
        let at = self.last;
        self.space = None;
        if !self.out.is_empty() && !self.line_start {
            self.out.inserted("\n\n", at);
        }
        self.line_start = true;
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        self.out.text()
    }

    /// Adds words that the page's text does not have.
    pub fn stated(&mut self, words: &str) {
        self.line_start = false;
        self.out.inserted(words, self.last);
    }

    pub fn finish(self) -> AlignedText {
        self.out.finish()
    }

    /// A byte that may not stand for itself; returns where to go on.
    fn special(&mut self, at: usize, end: usize) -> usize {
        let rest = &self.source[at..end];
        let first = rest.chars().next().unwrap_or(' ');
        if first == '&' {
            let (len, decoded) = reference(rest);
            let span = Span::new(at, at + len);
            match decoded {
                Some(text) if text.chars().all(char::is_whitespace) => self.white(span),
                Some(text) if text.chars().all(is_invisible) => {}
                Some(text) => self.solid(span, Some(&text)),
                None => self.solid(span, None),
            }
            return at + len;
        }
        let span = Span::new(at, at + first.len_utf8());
        if first.is_whitespace() {
            self.white(span);
        } else if !is_invisible(first) {
            self.solid(span, None);
        }
        at + first.len_utf8()
    }

    fn white(&mut self, span: Span) {
        self.space = Some(self.space.map_or(span, |space| space.cover(span)));
    }

    /// Words: as they stand, or decoded.
    fn solid(&mut self, span: Span, decoded: Option<&str>) {
        if let Some(space) = self.space.take()
            && !self.line_start
        {
            if &self.source[space] == " " {
                self.out.verbatim(self.source, space);
            } else {
                self.out.replaced(" ", space);
            }
        }
        self.line_start = false;
        self.last = span.end;
        match decoded {
            Some(text) => self.out.replaced(text, span),
            None => self.out.verbatim(self.source, span),
        }
    }
}

/// White space, references, and lead bytes of characters that may be white or invisible.
fn is_special(byte: u8) -> bool {
    byte == b'&' || byte <= b' ' || matches!(byte, 0xC2 | 0xE1 | 0xE2 | 0xE3 | 0xEF)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\0' | '\u{200e}' | '\u{200f}') || c.is_control()
}

/// Longest reference there is: `&CounterClockwiseContourIntegral;`.
const LONGEST: usize = 34;

/// The character reference at the head of `rest`: its length, and what it stands for. A lone `&` stands for itself.
fn reference(rest: &str) -> (usize, Option<String>) {
    let name = rest[1..].bytes().take(LONGEST).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
    let closed = rest.as_bytes().get(1 + name) == Some(&b';');
    let raw = &rest[..1 + name];
    if name == 0 {
        return (1, None);
    }
    let whole = format!("{raw};");
    let decoded = htmlize::unescape(&whole);
    let known = decoded != whole && (closed || raw.starts_with("&#") || OPEN.contains(&&raw[1..]));
    if known { (raw.len() + usize::from(closed), Some(decoded.into_owned())) } else { (1, None) }
}

/// References that count without a semicolon, of those that pages leave open.
const OPEN: &[&str] =
    &["amp", "AMP", "lt", "gt", "quot", "nbsp", "copy", "reg", "pound", "eacute", "egrave", "uuml", "ouml", "auml"];

/// The characters of an attribute or a string of JSON: references decoded, white space single.
pub(crate) fn plain(raw: &str) -> String {
    let mut writer = Writer::new(raw);
    writer.raw(Span::of(raw));
    writer.finish().into_text()
}
