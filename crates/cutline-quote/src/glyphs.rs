//! The characters (and damaged characters) that serve as quotation marks.

use cutline_text::Span;

/// A quotation mark where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub span: Span,
    pub glyph: Glyph,
}

/// What a mark looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Glyph {
    Open,
    Close,
    Straight,
    OpenSingle,
    CloseSingle,
    StraightSingle,
}

impl Glyph {
    pub fn is_single(self) -> bool {
        matches!(self, Glyph::OpenSingle | Glyph::CloseSingle | Glyph::StraightSingle)
    }
}

/// All marks of the bytes `within`, apostrophes between letters left out.
pub(crate) fn marks(text: &str, within: Span) -> Vec<Mark> {
    let bytes = &text.as_bytes()[within.range()];
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !starts_mark(bytes[at]) {
            at += 1;
            continue;
        }
        let start = within.start as usize + at;
        let rest = &text.as_bytes()[start..within.end as usize];
        match glyph(rest) {
            Some((len, glyph)) => {
                let span = Span::new(start, start + len);
                if !(glyph.is_single() && is_inner(text, within, span)) {
                    found.push(Mark { span, glyph });
                }
                at += len;
            }
            None => at += 1,
        }
    }
    found
}

fn starts_mark(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'' | b'`' | b'&' | 0xC2 | 0xC3 | 0xE2 | 0xEF)
}

/// Between two letters or digits an apostrophe is part of a word.
fn is_inner(text: &str, within: Span, span: Span) -> bool {
    let before = text[Span { start: within.start, end: span.start }].chars().next_back();
    let after = text[Span { start: span.end, end: within.end }].chars().next();
    before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
}

fn glyph(rest: &[u8]) -> Option<(usize, Glyph)> {
    TABLE.iter().find(|(form, _)| rest.starts_with(form.as_bytes())).map(|(form, glyph)| (form.len(), *glyph))
}

/// Longer forms first where one begins another. Besides the proper characters:
/// doubled single marks of wire copy, character references that were never
/// decoded, Windows-1252 bytes read as Latin-1, and UTF-8 read as Windows-1252.
const TABLE: &[(&str, Glyph)] = &[
    ("\"", Glyph::Straight),
    ("“", Glyph::Open),
    ("”", Glyph::Close),
    ("’’", Glyph::Close),
    ("‘‘", Glyph::Open),
    ("’", Glyph::CloseSingle),
    ("‘", Glyph::OpenSingle),
    ("''", Glyph::Straight),
    ("'", Glyph::StraightSingle),
    ("``", Glyph::Open),
    ("`", Glyph::OpenSingle),
    ("„", Glyph::Open),
    ("‟", Glyph::Open),
    ("«", Glyph::Open),
    ("»", Glyph::Close),
    ("＂", Glyph::Straight),
    ("&quot;", Glyph::Straight),
    ("&#34;", Glyph::Straight),
    ("&ldquo;", Glyph::Open),
    ("&rdquo;", Glyph::Close),
    ("&#8220;", Glyph::Open),
    ("&#8221;", Glyph::Close),
    ("&#x201c;", Glyph::Open),
    ("&#x201d;", Glyph::Close),
    ("&lsquo;", Glyph::OpenSingle),
    ("&rsquo;", Glyph::CloseSingle),
    ("&#8216;", Glyph::OpenSingle),
    ("&#8217;", Glyph::CloseSingle),
    ("&#39;", Glyph::StraightSingle),
    ("\u{93}", Glyph::Open),
    ("\u{94}", Glyph::Close),
    ("\u{91}", Glyph::OpenSingle),
    ("\u{92}", Glyph::CloseSingle),
    ("â€œ", Glyph::Open),
    ("â€\u{9d}", Glyph::Close),
    ("â€˜", Glyph::OpenSingle),
    ("â€™", Glyph::CloseSingle),
];
