//! Quotation marks that part nothing from its sentence: nicknames within names,
//! stage directions, and the labels of turns in a transcript that stands in
//! quotation marks.

use cutline_doc::Block;
use cutline_text::Span;

use crate::marks::Stretch;

/// How a quoted stretch is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// As one piece.
    Whole,
    /// As plain words: '“(Laughter.)”'.
    Plain,
    /// As plain words of a name: 'Tomas “Tom” Orr'.
    Name,
    /// As plain words up to that byte, and as one piece from there: '“ORR: I left.”'.
    From(u32),
}

/// How a stretch of the block is read; `turns` says whether labels begin turns.
pub(crate) fn reading(text: &str, block: &Block, stretch: &Stretch, turns: bool) -> Reading {
    if is_direction(&text[stretch.inner]) {
        return Reading::Plain;
    }
    if is_nickname(text, block.span, stretch) {
        return Reading::Name;
    }
    match label_end(&text[stretch.inner]) {
        Some(end) if turns && stretch.span.start == block.span.start => {
            let rest = Span { start: stretch.inner.start + end as u32, end: stretch.inner.end }.trim(text);
            if rest.is_empty() { Reading::Whole } else { Reading::From(rest.start) }
        }
        _ => Reading::Whole,
    }
}

/// Whether a block begins with a quotation mark and a label: '“ORR: …'.
pub(crate) fn begins_turn(text: &str, block: &Block) -> bool {
    let mut chars = text[block.span].chars();
    let mark = chars.next().is_some_and(|c| matches!(c, '"' | '“' | '”' | '„' | '«'));
    mark && label_end(chars.as_str()).is_some()
}

/// The byte behind the colon of a label in capitals at the head of `inner`.
fn label_end(inner: &str) -> Option<usize> {
    const LONGEST: usize = 40;
    let colon = inner.bytes().take(LONGEST).position(|byte| byte == b':')?;
    let label = &inner[..colon];
    let capitals = |c: char| c.is_uppercase() || " .,'’-".contains(c);
    (label.starts_with(char::is_uppercase) && label.chars().all(capitals)).then_some(colon + 1)
}

/// '(Laughter.)'.
fn is_direction(inner: &str) -> bool {
    let inner = inner.trim();
    inner.starts_with(['(', '[']) && inner.trim_end_matches('.').ends_with([')', ']'])
}

/// One to three words with capitals between two others, on one side of no mark.
fn is_nickname(text: &str, block: Span, stretch: &Stretch) -> bool {
    let inner = &text[stretch.inner];
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let words = inner.split_whitespace().take(4);
    let name = inner.ends_with(char::is_alphanumeric) && words.clone().count() <= 3 && words.clone().all(capital);
    if !name || !stretch.closed || stretch.single {
        return false;
    }
    let before = &text[Span { start: block.start, end: stretch.span.start }];
    let behind = &text[Span { start: stretch.span.end, end: block.end }];
    let last = before.strip_suffix(' ').map_or("", |before| before.rsplit(' ').next().unwrap_or(""));
    let given = last.len() > 1 && capital(last) && last.ends_with(char::is_alphabetic);
    given
        && !["The", "A", "An", "In", "At", "On", "For", "With", "His", "Her"].contains(&last)
        && behind.strip_prefix(' ').is_some_and(capital)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marks::stretches;
    use cutline_doc::BlockKind;

    fn of(text: &str) -> Vec<Reading> {
        let block = Block::new(Span::of(text), BlockKind::Paragraph, "line");
        let turns = begins_turn(text, &block);
        stretches(text, block.span).iter().map(|stretch| reading(text, &block, stretch, turns)).collect()
    }

    #[test]
    fn names_and_directions_are_plain() {
        assert_eq!(of("State Del. Marta “Mia” Orr shouted."), [Reading::Name]);
        assert_eq!(of("\"(CROSSTALK.)"), Vec::<Reading>::new());
        assert_eq!(of("“(Laughter and applause here.)”"), [Reading::Plain]);
        assert_eq!(of("The “Today” Show and Bela’s “Long Road” are on."), [Reading::Whole; 2]);
    }

    #[test]
    fn a_label_within_the_marks_is_no_speech() {
        assert_eq!(of("\"ORR: We left at noon."), [Reading::From(6)]);
        assert_eq!(of("“Note: we left at noon.”"), [Reading::Whole]);
    }
}
