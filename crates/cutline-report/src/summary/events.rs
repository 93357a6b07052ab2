use cutline_doc::{Analysis, Block, BlockKind, Date, Span, Timex, TimexKind};
use cutline_text::sentences;

use super::is_caption;
use crate::Offsets;
use crate::record::one_line;

/// A time expression with its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Point, duration or repetition.
    pub kind: TimexKind,
    /// The expression as written.
    pub words: String,
    /// TIMEX3 value.
    pub value: String,
    /// First and last day of what it denotes.
    pub interval: Option<(Date, Date)>,
    /// The sentence it stands in, on one line.
    pub sentence: String,
    /// The byte of `sentence` at which the expression starts.
    pub at: usize,
    /// Start and end of the expression, in the unit asked for.
    pub place: (u32, u32),
    /// Start and end of the sentence.
    pub sentence_place: (u32, u32),
    /// Whether it stands in a caption.
    pub in_caption: bool,
}

pub(super) fn summarise(analysis: &Analysis, offsets: &Offsets<'_>) -> Vec<Event> {
    let document = &analysis.document;
    let mut events = Vec::new();
    let mut timexes = analysis.timexes.iter().peekable();
    let dateline = document.metadata.dateline.as_ref().map(|dateline| dateline.span);
    // When the article appeared is told elsewhere.
    for block in document.blocks.iter().filter(|block| block.kind != BlockKind::Timestamp) {
        while timexes.next_if(|timex| timex.span.start < block.span.start).is_some() {}
        let here: Vec<&Timex> =
            std::iter::from_fn(|| timexes.next_if(|timex| timex.span.start < block.span.end)).collect();
        if !here.is_empty() {
            let head = dateline.filter(|dateline| block.span.contains(*dateline));
            in_block(&document.text, block, head, &here, offsets, &mut events);
        }
    }
    events
}

/// Sentences of a first paragraph start behind its dateline, the `head`.
fn in_block(
    text: &str,
    block: &Block,
    head: Option<Span>,
    timexes: &[&Timex],
    offsets: &Offsets<'_>,
    events: &mut Vec<Event>,
) {
    let read = Span { start: head.map_or(block.span.start, |head| head.end), end: block.span.end }.trim(text);
    let mut sentences = sentences(text, read).peekable();
    for timex in timexes {
        while sentences.next_if(|sentence| sentence.end <= timex.span.start).is_some() {}
        let sentence: Span = sentences.peek().copied().unwrap_or(block.span);
        events.push(Event {
            kind: timex.kind,
            words: one_line(&text[timex.span]),
            value: timex.value.clone(),
            interval: timex.interval,
            at: before(text, sentence, timex.span),
            sentence: one_line(&text[sentence]),
            place: offsets.span(timex.span),
            sentence_place: offsets.span(sentence),
            in_caption: is_caption(block.kind),
        });
    }
}

/// How many bytes of the sentence, on one line, stand before the expression.
fn before(text: &str, sentence: Span, words: Span) -> usize {
    let before = &text[Span { start: sentence.start.min(words.start), end: words.start }];
    let line = one_line(before);
    line.len() + usize::from(!line.is_empty() && before.ends_with(char::is_whitespace))
}
