//! A caption taken apart: FILE marker, lead, context, credit, date, place.

use std::borrow::Cow;

use cutline_doc::{Caption, CaptionParts, Credit, Document};
use cutline_text::{AlignedText, Span, sentences};

use crate::credit::{self, Found};
use crate::credited;
use crate::furniture::{self, file_marker};
use crate::{scene, stamp};

/// Takes a caption apart that stands alone: an alt text, a line of a list.
///
/// Sees through what pages wrap around captions: counters ('Image 1 of 9',
/// '4of4'), labels ('Image caption'), copyright lines, buttons ('less'), and a
/// caption printed twice.
///
/// ```
/// let parts = cutline_parse::caption_parts(
///     "1 of 4 FILE - Ana Bela, left, greets Kit Orr in Lodz, Poland, on May 3, 2021. (AP Photo/Rosa Sami, File)",
/// );
/// assert_eq!(parts.lead, "Ana Bela, left, greets Kit Orr in Lodz, Poland, on May 3, 2021.");
/// assert!(parts.file_photo);
/// let credit = parts.credit.unwrap();
/// assert_eq!(credit.photographer, ["Rosa Sami"]);
/// assert_eq!(credit.agency.as_deref(), Some("AP"));
/// ```
pub fn caption_parts(text: &str) -> CaptionParts {
    let whole = Span::of(text).trim(text);
    if whole.is_empty() {
        return CaptionParts::default();
    }
    let taken = take_lines(text, whole);
    taken.parts(text)
}

/// The parts of a document's caption as strings.
pub fn parts_of(document: &Document, caption: &Caption) -> CaptionParts {
    let text = &document.text;
    let marker = caption.text.first().and_then(|&span| file_marker(&text[span])).unwrap_or(0) as u32;
    let words = caption.text.iter().enumerate().map(|(n, &span)| {
        let skip = if n == 0 { marker } else { 0 };
        &text[Span { start: span.start + skip, end: span.end }]
    });
    CaptionParts {
        text: single_spaced(&words.collect::<Vec<_>>().join(" ")).into_owned(),
        lead: single_spaced(&text[caption.lead]).into_owned(),
        context: caption.context.iter().map(|s| single_spaced(&text[s.span]).into_owned()).collect(),
        file_photo: caption.file_photo,
        truncated: caption.truncated,
        credit: caption.credit.clone(),
        date: caption.date.and_then(|span| stamp::first_date(&text[span])),
        place: caption.place.map(|span| text[span].to_owned()),
    }
}

/// A caption taken apart, in spans of the text it stands in.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Taken {
    pub(crate) text: Vec<Span>,
    pub(crate) lead: Span,
    pub(crate) context: Vec<Span>,
    pub(crate) file_photo: bool,
    pub(crate) truncated: bool,
    pub(crate) labelled: bool,
    pub(crate) credit: Option<Credit>,
    pub(crate) date: Option<Span>,
    pub(crate) place: Option<Span>,
}

impl Taken {
    fn parts(self, text: &str) -> CaptionParts {
        let caption = Caption {
            span: Span::of(text),
            block: 0,
            text: self.text,
            lead: self.lead,
            context: self.context.into_iter().map(|span| cutline_doc::Sentence { span, shared: 0 }).collect(),
            file_photo: self.file_photo,
            truncated: self.truncated,
            credit: self.credit,
            date: self.date,
            place: self.place,
            image: None,
        };
        let document = Document { text: text.to_owned(), ..Document::default() };
        parts_of(&document, &caption)
    }
}

/// Takes the caption apart that stands on the lines of `span`: lines that are
/// credits, and lines that belong together.
fn take_lines(text: &str, span: Span) -> Taken {
    let lines: Vec<Span> = cutline_text::lines(&text[span])
        .map(|line| line.span.shift(span.start).trim(text))
        .filter(|line| !line.is_empty())
        .collect();
    let mut words: Option<Span> = None;
    let mut credits = Vec::new();
    for &line in &lines {
        match credit::whole(&text[line]).filter(|_| lines.len() > 1) {
            Some(found) => credits.push(found.inner.shift(line.start)),
            None if credits.is_empty() || words.is_none() => words = Some(words.map_or(line, |w: Span| w.cover(line))),
            None => {}
        }
    }
    let mut taken = words.map(|words| take(text, words)).unwrap_or_default();
    if taken.credit.is_none()
        && let Some(&span) = credits.first()
    {
        taken.credit = Some(read_credit(text, span));
    }
    taken
}

/// Reads the credit at `span`.
pub(crate) fn read_credit(text: &str, span: Span) -> Credit {
    credited::read(&single_spaced(&text[span]), span)
}

/// Takes the caption at `span` apart. Line breaks in it were made by a wrap.
pub(crate) fn take(text: &str, span: Span) -> Taken {
    let words = &text[span];
    if memchr::memchr2(b'\n', b'\t', words.as_bytes()).is_none() {
        return apart(words).moved(|inner| inner.shift(span.start));
    }
    let view = view(words);
    apart(view.text()).moved(|inner| view.to_source(inner).0.shift(span.start))
}

impl Taken {
    /// With every span carried home.
    fn moved(mut self, home: impl Fn(Span) -> Span) -> Taken {
        let spans = self.text.iter_mut().chain([&mut self.lead]).chain(&mut self.context);
        for span in spans.chain(&mut self.date).chain(&mut self.place) {
            *span = home(*span);
        }
        if let Some(credit) = &mut self.credit {
            credit.span = home(credit.span);
        }
        self
    }
}

/// A view of `text` with every run of white space shown as one space.
pub(crate) fn view(text: &str) -> AlignedText {
    let mut view = AlignedText::builder();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let solid = rest.find(char::is_whitespace).unwrap_or(rest.len());
        view.verbatim(text, Span::new(at, at + solid));
        let white = rest.len() - solid - rest[solid..].trim_start().len();
        if white > 0 && !hyphenated(&text[..at + solid], &text[at + solid..]) {
            view.replaced(" ", Span::new(at + solid, at + solid + white));
        }
        at += solid + white;
    }
    view.finish()
}

/// `text` with runs of white space as single spaces; itself where it has none.
pub(crate) fn single_spaced(text: &str) -> Cow<'_, str> {
    if is_single_spaced(text) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(view(text.trim()).into_text())
}

fn is_single_spaced(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Without a way out, so that many bytes are looked at at once.
    let plain = bytes.iter().fold(true, |plain, byte| plain & matches!(byte, b' '..0x80));
    if plain {
        return !bytes
            .iter()
            .zip(bytes.get(1..).unwrap_or_default())
            .fold(false, |twice, (&a, &b)| twice | (a == b' ' && b == b' '));
    }
    let mut before = b'x';
    for &byte in text.as_bytes() {
        let white = matches!(byte, b'\n' | b'\r' | b'\t' | 0x0b | 0x0c) || byte == b' ' && before == b' ';
        // U+00A0 and the spaces of U+2000 and U+3000 begin with these bytes.
        let wide = byte == 0xa0 && before == 0xc2 || before == 0xe2 && matches!(byte, 0x80 | 0x81) && wide_space(text);
        if white || wide {
            return false;
        }
        before = byte;
    }
    true
}

fn wide_space(text: &str) -> bool {
    text.contains(['\u{2028}', '\u{2029}', '\u{202f}', '\u{205f}', '\u{2002}', '\u{2003}', '\u{2009}', '\u{200a}'])
}

/// Whether a wrap parted a compound behind its hyphen ('wait-and-' / 'see').
fn hyphenated(before: &str, after: &str) -> bool {
    let compound = before.strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphanumeric));
    let broken = after.starts_with(['\n', '\r']);
    compound && broken && after.trim_start().starts_with(char::is_alphanumeric)
}

/// A caption on one line, taken apart.
fn apart(caption: &str) -> Taken {
    let bare = furniture::unwrap(caption);
    let mut words = bare.span;
    let once = printed_once(&caption[words]);
    words.end = words.start + once as u32;
    let mut found = credit::at_end(&caption[words]).filter(|found| found.sure || found.outer.start > 0);
    let mut said = words;
    if let Some(found) = &mut found {
        *found = Found { outer: found.outer.shift(words.start), inner: found.inner.shift(words.start), ..*found };
        said = Span { start: words.start, end: found.outer.start }.trim(caption);
        said = trim_joint(caption, said);
    }
    let said = furniture_inside(caption, said);
    let marker = file_marker(&caption[said]).map_or(0, |len| len as u32);
    let content = Span { start: said.start + marker, end: said.end };
    let mut each = sentences(caption, content);
    let lead = each.next().unwrap_or(Span { start: content.start, end: content.start });
    let context: Vec<Span> = each.collect();
    let credit = found.map(|found| read_credit(caption, found.inner));
    let file_photo = marker > 0 || credit.as_ref().is_some_and(|c| says_file(&c.raw)) || scene::is_file(&caption[lead]);
    let scene = scene::read(caption, lead);
    Taken {
        text: pieces(said, bare.hole.filter(|&hole| said.contains(hole))),
        lead,
        context,
        file_photo,
        truncated: bare.truncated,
        labelled: bare.labelled,
        credit,
        date: scene.date,
        place: scene.place,
    }
}

/// What is left before a credit, less the dash or bar that parted them.
fn trim_joint(caption: &str, said: Span) -> Span {
    let kept = caption[said].trim_end_matches(['|', '-', '–', '—', ' ', '/']);
    Span::new(said.range().start, said.range().start + kept.len())
}

/// A second label or counter may stand behind the first credit.
fn furniture_inside(caption: &str, said: Span) -> Span {
    let bare = furniture::unwrap(&caption[said]);
    if bare.span.is_empty() { said } else { bare.span.shift(said.start) }
}

fn says_file(raw: &str) -> bool {
    raw.split(|c: char| !c.is_alphanumeric()).any(|word| word.eq_ignore_ascii_case("file") || word == "FILES")
}

/// The said words around a hole.
fn pieces(said: Span, hole: Option<Span>) -> Vec<Span> {
    match hole {
        _ if said.is_empty() => Vec::new(),
        Some(hole) => {
            let before = Span { start: said.start, end: hole.start };
            let after = Span { start: (hole.end + 1).min(said.end), end: said.end };
            [before, after].into_iter().filter(|piece| !piece.is_empty()).collect()
        }
        None => vec![said],
    }
}

/// Length of the first copy, where a caption is printed twice (the second may
/// be cut off).
fn printed_once(caption: &str) -> usize {
    let Some(head) = head(caption) else { return caption.len() };
    let Some(again) = memchr::memmem::find(&caption.as_bytes()[head.len()..], head.as_bytes()) else {
        return caption.len();
    };
    let again = again + head.len();
    let (first, second) = (caption[..again].trim_end(), caption[again..].trim_end_matches(['.', '…', ' ']));
    let same = first.starts_with(second) || second.starts_with(first.trim_end_matches(['.', ' ']));
    let tail = &second[first.len().min(second.len())..];
    if same && (tail.len() < 3 || tail.len() == second.len()) && second.len() * 3 > first.len() {
        first.len()
    } else {
        caption.len()
    }
}

/// The first words, enough to know a second copy by.
fn head(caption: &str) -> Option<&str> {
    let end = caption.char_indices().filter(|(_, c)| c.is_whitespace()).nth(3)?.0;
    (end >= 14).then(|| &caption[..end])
}
