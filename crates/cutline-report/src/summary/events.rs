use cutline_doc::{Analysis, Block, BlockKind, Date, Document, Span, Timex, TimexKind};
use cutline_text::sentences;

use super::is_caption;
use crate::Offsets;
use crate::record::one_line;

/// A time expression with its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its place among the document's time expressions.
    pub index: usize,
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
    /// The byte of `sentence` at which the expression starts; none where it
    /// stands before it, in a dateline or the head of a caption.
    pub at: Option<usize>,
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
    let mut timexes = analysis.timexes.iter().enumerate().peekable();
    let mut heads = heads(document).into_iter().peekable();
    // When the article appeared is told elsewhere.
    for block in document.blocks.iter().filter(|block| block.kind != BlockKind::Timestamp) {
        while timexes.next_if(|(_, timex)| timex.span.start < block.span.start).is_some() {}
        let here: Vec<(usize, &Timex)> =
            std::iter::from_fn(|| timexes.next_if(|(_, timex)| timex.span.start < block.span.end)).collect();
        while heads.next_if(|&head| head < block.span.start).is_some() {}
        let start = heads.next_if(|&head| block.span.holds(head)).unwrap_or(block.span.start);
        let read = Span { start, end: block.span.end }.trim(&document.text);
        if !here.is_empty() {
            in_block(&document.text, block, read, &here, offsets, &mut events);
        }
    }
    events
}

/// Where the words of a paragraph start behind its dateline, those of a caption
/// behind its FILE marker; in order.
fn heads(document: &Document) -> Vec<u32> {
    let captions = document.captions.iter().map(|caption| caption.lead.start);
    let mut heads: Vec<u32> = captions.chain(document.metadata.dateline.iter().map(|d| d.span.end)).collect();
    heads.sort_unstable();
    heads
}

/// The time expressions of a block with their sentences; `read` is the block
/// without its head.
fn in_block(
    text: &str,
    block: &Block,
    read: Span,
    timexes: &[(usize, &Timex)],
    offsets: &Offsets<'_>,
    events: &mut Vec<Event>,
) {
    let mut sentences = sentences(text, read).peekable();
    for &(index, timex) in timexes {
        while sentences.next_if(|sentence| sentence.end <= timex.span.start).is_some() {}
        let sentence: Span = sentences.peek().copied().unwrap_or(read);
        events.push(Event {
            index,
            kind: timex.kind,
            words: one_line(&text[timex.span]),
            value: timex.value.clone(),
            interval: timex.interval,
            at: sentence.contains(timex.span).then(|| before(text, sentence, timex.span)),
            sentence: one_line(&text[sentence]),
            place: offsets.span(timex.span),
            sentence_place: offsets.span(sentence),
            in_caption: is_caption(block.kind),
        });
    }
}

/// How many bytes of the sentence, on one line, stand before the expression.
fn before(text: &str, sentence: Span, words: Span) -> usize {
    let before = &text[Span { start: sentence.start, end: words.start }];
    let line = one_line(before);
    line.len() + usize::from(!line.is_empty() && before.ends_with(char::is_whitespace))
}
