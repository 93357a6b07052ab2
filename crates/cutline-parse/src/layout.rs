//! From lines to pieces: what a block may be made of.
//!
//! Scrapers leave text in very different layouts: a blank line between all
//! blocks, only before some, or nowhere; lines wrapped at a column; everything
//! on one line. A [`Piece`] is a line, or several that a wrap had parted, or a
//! part of a line that holds a whole article.

use cutline_text::{Span, lines};

use crate::wrap;

/// A line of the text that is not blank, or what was one before it was wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// All of it, without white space at its ends.
    pub(crate) span: Span,
    /// The same without the bullet of a list.
    pub(crate) text: Span,
    /// Blank lines before it.
    pub(crate) gap: u32,
    /// Whether a bullet stands before it.
    pub(crate) bullet: bool,
    /// Whether the piece before it stands on the same line.
    pub(crate) inline: bool,
}

/// How blank lines are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Between (nearly) all blocks.
    Blank,
    /// Before some blocks only, so that a blank line says something.
    Some,
    /// Nowhere.
    Dense,
}

/// The pieces of `text` and how they are laid out.
pub(crate) fn pieces(text: &str) -> (Vec<Piece>, Layout) {
    let lines = read(text);
    let joined = wrap::join(text, lines);
    let cut = crate::runon::cut(text, joined);
    let layout = layout(&cut);
    (cut, layout)
}

fn read(text: &str) -> Vec<Piece> {
    let mut found = Vec::with_capacity(text.len() / 80);
    let mut gap = 0;
    for line in lines(text) {
        let span = line.span.trim(text);
        if span.is_empty() {
            gap += 1;
            continue;
        }
        let bullet = bullet(&text[span]);
        let indented = span.start > line.span.start;
        let bullet = bullet.filter(|&(_, sure)| sure || indented).map_or(0, |(len, _)| len);
        let content = Span { start: span.start + bullet as u32, end: span.end }.trim(text);
        found.push(Piece { span, text: content, gap, bullet: bullet > 0, inline: false });
        gap = 0;
    }
    found
}

/// Length of the bullet that opens `line`, and whether it is one for sure
/// ('*', '•') or only where the line is indented ('o', '1.').
fn bullet(line: &str) -> Option<(usize, bool)> {
    let end = line.find(char::is_whitespace).unwrap_or(line.len());
    let mark = &line[..end];
    if mark.len() > 4 {
        return None;
    }
    match mark {
        "*" | "+" | "•" | "◦" | "▪" | "●" | "·" => Some((end, true)),
        "o" if end < line.len() => Some((end, false)),
        _ => {
            let digits = mark.strip_suffix('.')?;
            let number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
            number.then_some((end, false))
        }
    }
}

/// The last character boundary of `text` at or before `at`.
pub(crate) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn layout(pieces: &[Piece]) -> Layout {
    let long = |piece: &&Piece| piece.text.len() > 60 && !piece.inline;
    let (mut parted, mut all) = (0usize, 0usize);
    for piece in pieces.iter().skip(1).filter(long) {
        all += 1;
        parted += usize::from(piece.gap > 0);
    }
    match parted {
        0 => Layout::Dense,
        _ if parted * 10 >= all * 7 => Layout::Blank,
        _ => Layout::Some,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets_are_no_text() {
        let text = "  * Home\n  1. News\n3. May\n* \n  o Arts";
        let found: Vec<&str> = read(text).iter().map(|p| &text[p.text]).collect();
        assert_eq!(found, ["Home", "News", "3. May", "", "Arts"]);
    }
}
