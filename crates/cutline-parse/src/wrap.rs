//! Lines that a text tool had wrapped at a column, put together again.
//!
//! A line was wrapped when the first word of the next line would not have
//! fitted on it (the greedy rule that all such tools follow). Nothing is
//! altered: the pieces grow over the line breaks.

use cutline_text::Span;

use crate::caption::single_spaced;
use crate::credit;
use crate::layout::Piece;
use crate::style;

/// `lines` with wrapped lines joined, if the text was wrapped at all.
pub(crate) fn join(text: &str, lines: Vec<Piece>) -> Vec<Piece> {
    let Some(width) = width(text, &lines) else { return lines };
    let mut joined: Vec<Piece> = Vec::with_capacity(lines.len());
    let mut last = Span::default();
    for line in lines {
        match joined.last_mut() {
            Some(piece) if goes_on(text, last, &line, width) => {
                piece.span.end = line.span.end;
                piece.text.end = line.span.end;
            }
            _ => joined.push(line),
        }
        last = line.span;
    }
    part_leads(text, joined)
}

/// A caption of one sentence may begin or end on a full line by chance: it is
/// parted from the paragraphs around it by what it says.
fn part_leads(text: &str, joined: Vec<Piece>) -> Vec<Piece> {
    let mut parted = Vec::with_capacity(joined.len());
    for piece in joined {
        let Some(lead) = lead(text, &piece) else {
            parted.push(piece);
            continue;
        };
        let before = Span { start: piece.text.start, end: lead.start }.trim(text);
        let behind = Span { start: lead.end, end: piece.text.end }.trim(text);
        let mut gap = piece.gap;
        for span in [before, lead, behind].into_iter().filter(|span| !span.is_empty()) {
            let whole = if span.start == piece.text.start { Span { end: span.end, ..piece.span } } else { span };
            parted.push(Piece { span: whole, text: span, gap, bullet: piece.bullet && whole != span, inline: false });
            gap = 0;
        }
    }
    parted
}

/// The first sentence of a joined piece that has its lines to itself and reads
/// like a caption, if the piece is no caption as a whole.
fn lead(text: &str, piece: &Piece) -> Option<Span> {
    let words = &text[piece.text];
    if words.len() > 4_000 || !words.contains('\n') || credit::opens_caption(words) {
        return None;
    }
    let alone = |sentence: &Span| {
        let begins = sentence.start == piece.text.start || starts_line(&text[..sentence.start as usize]);
        let behind = &text[sentence.end as usize..piece.text.end as usize];
        let ends = behind.is_empty() || behind.trim_start_matches([' ', '\t']).starts_with(['\n', '\r']);
        begins && ends && *sentence != piece.text && style::score(&text[*sentence]) >= style::SURE
    };
    let found = cutline_text::sentences(text, piece.text).find(alone)?;
    credit::at_end(&single_spaced(words)).is_none().then_some(found)
}

fn starts_line(before: &str) -> bool {
    before.trim_end_matches([' ', '\t']).ends_with('\n')
}

/// The column at which the text was wrapped.
fn width(text: &str, lines: &[Piece]) -> Option<usize> {
    if lines.iter().any(|line| line.span.len() > 4 * 120) {
        return None;
    }
    let counts = || lines.iter().map(|line| columns(text, line.span)).filter(|&n| n > 0);
    let width = counts().max().filter(|n| (40..=120).contains(n))?;
    let full = counts().filter(|&n| n + 12 > width).count();
    if full < 3 || full * 4 < lines.len() {
        return None;
    }
    let (mut wraps, mut inside) = (0usize, 0usize);
    for pair in lines.windows(2) {
        if fits_not(text, pair[0].span, &pair[1], width) {
            wraps += 1;
            let next = text[pair[1].span].chars().next().is_some_and(char::is_uppercase);
            inside += usize::from(!next || !ends_sentence(&text[pair[0].span]));
        }
    }
    (wraps >= 3 && inside * 2 > wraps).then_some(width)
}

/// Characters in a line; 0 for a single long word, which no tool can wrap.
fn columns(text: &str, span: Span) -> usize {
    let line = &text[span];
    if line.len() > 4 * 120 || !line.contains(char::is_whitespace) {
        return if line.len() > 4 * 120 { usize::MAX } else { 0 };
    }
    line.chars().count()
}

fn fits_not(text: &str, line: Span, next: &Piece, width: usize) -> bool {
    let word = text[next.span].split(char::is_whitespace).next().unwrap_or("");
    next.gap == 0 && columns(text, line) + 1 + word.chars().count() > width
}

fn goes_on(text: &str, last: Span, next: &Piece, width: usize) -> bool {
    let line = &text[last];
    let after = &text[next.span];
    if next.bullet || !fits_not(text, last, next, width) || credit::opens_caption(after) {
        return false;
    }
    !(line.ends_with(')') && credit::bracket_at_end(line).is_some())
}

pub(crate) fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(['"', '\'', '”', '’', ')', ']']);
    line.ends_with(['.', '!', '?', '…', ':'])
}

#[cfg(test)]
mod tests {
    #[test]
    fn short_lines_end_paragraphs() {
        let text = "Rain fell on the town for the third day in a row and the\n\
                    river rose.\nThe mayor asked people to stay at home until the water\n\
                    had gone down, and most of them did as she had asked them\nto do.";
        let (found, _) = crate::layout::pieces(text);
        let starts: Vec<&str> = found.iter().map(|p| text[p.span].split(' ').next().unwrap()).collect();
        assert_eq!(starts, ["Rain", "The"]);
    }

    #[test]
    fn menus_are_not_wrapped() {
        let text = "News\nSports\nOpinion\nBusiness\nTravel and leisure\nHome";
        assert_eq!(crate::layout::pieces(text).0.len(), 6);
    }
}
