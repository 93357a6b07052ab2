//! Line breaks that end a sentence.
//!
//! Text that is wrapped at a width breaks a line only where the next word would
//! not have fitted. A break that stands earlier was put there by a person: it
//! parts the items of a list, a heading from its text, one name from the next.

use cutline_text::Span;

/// Nothing is wrapped at fewer characters.
const NARROW: usize = 40;
/// So many characters a line may fall short of what would fit.
const SLACK: usize = 2;

/// The paragraph that was last looked at: a stretch without blank lines.
pub(crate) struct Wrapping<'t> {
    text: &'t str,
    block: Span,
    /// Where the paragraph ends.
    end: usize,
    /// The characters of its longest line.
    width: usize,
}

impl<'t> Wrapping<'t> {
    /// For the sentences of one block, in order.
    pub(crate) fn new(text: &'t str, block: Span) -> Wrapping<'t> {
        Wrapping { text, block, end: block.range().start, width: 0 }
    }

    /// Calls `piece` with what lies between the breaks of `sentence` that wrapping does not explain.
    pub(crate) fn cut(&mut self, sentence: Span, mut piece: impl FnMut(Span)) {
        let (mut start, end) = (sentence.range().start, sentence.range().end);
        let mut line = start;
        while let Some(found) = self.text[line..end].find('\n').map(|at| line + at) {
            line = found + 1;
            if self.is_forced(found, end) {
                piece(Span::new(start, found).trim(self.text));
                start = line + self.text[line..end].len() - self.text[line..end].trim_start().len();
                line = start;
            }
        }
        piece(Span::new(start, end));
    }

    /// Whether the word behind the break at `found` would have fitted before it.
    fn is_forced(&mut self, found: usize, end: usize) -> bool {
        if found >= self.end {
            self.measure(found);
        }
        let block = self.block.range().start;
        let start = self.text[block..found].rfind('\n').map_or(block, |at| block + at + 1);
        let line = length(&self.text[start..found]);
        let next = self.text[found..end].split_whitespace().next().map_or(0, length);
        self.width < NARROW || line + 1 + next + SLACK <= self.width
    }

    /// Measures the paragraph that the break at `found` stands in.
    fn measure(&mut self, found: usize) {
        let block = self.block.range();
        let start = self.text[block.start..found].rfind("\n\n").map_or(block.start, |at| block.start + at + 2);
        self.end = self.text[found..block.end].find("\n\n").map_or(block.end, |at| found + at);
        self.width = self.text[start..self.end].lines().map(length).max().unwrap_or(0);
    }
}

fn length(line: &str) -> usize {
    line.trim_end().chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let mut pieces = Vec::new();
        Wrapping::new(text, Span::of(text)).cut(Span::of(text), |piece| pieces.push(&text[piece]));
        pieces
    }

    #[test]
    fn the_items_of_a_list_are_parted() {
        assert_eq!(cut("Ana Bela\nKit Orr\n Jo Velk"), ["Ana Bela", "Kit Orr", "Jo Velk"]);
    }

    #[test]
    fn wrapped_prose_goes_on() {
        let text = "The mayor of the town, whose name was Ana\nBela, went home before the others came, as\nit rained";
        assert_eq!(cut(text), [text]);
    }

    #[test]
    fn a_heading_ends_before_what_would_have_fitted() {
        let text = "Ana Bela\nThe mayor went home before the others came in.";
        assert_eq!(cut(text), text.split('\n').collect::<Vec<_>>());
    }

    #[test]
    fn each_paragraph_has_a_width_of_its_own() {
        let text =
            "a line that is wrapped at forty letters or\nmore\n\nAna\nBela and some words that make it long enough";
        let mut pieces = Vec::new();
        let mut wrapping = Wrapping::new(text, Span::of(text));
        for sentence in cutline_text::sentences(text, Span::of(text)) {
            wrapping.cut(sentence, |piece| pieces.push(&text[piece]));
        }
        assert_eq!(pieces.len(), 3, "{pieces:?}");
    }
}
