//! What happened when: the expressions of a document by the days they mean.

use cutline_doc::{Date, Document, Span, Timex, TimexKind};
use cutline_text::sentences;

/// One time expression on the line.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The first and last day of what it denotes.
    pub days: (Date, Date),
    /// Its index among the document's time expressions.
    pub timex: usize,
    /// The sentence it stands in.
    pub sentence: Span,
}

/// The expressions of one document: those with a day, and those without.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// By first day, then last day, then place in the text.
    pub entries: Vec<Entry>,
    /// Indices and sentences of the points that nothing anchors, in reading order.
    pub undatable: Vec<(usize, Span)>,
}

/// Sorts `timexes` of `document` by the day they mean.
///
/// Durations, repetitions and references such as 'recently' name no day and are
/// left out; dates and times of day that stay open are undatable.
pub fn entries(document: &Document, timexes: &[Timex]) -> Timeline {
    let mut line = Timeline::default();
    let mut finder = SentenceFinder { document, block: usize::MAX, sentences: Vec::new() };
    for (index, timex) in timexes.iter().enumerate() {
        let point = matches!(timex.kind, TimexKind::Date | TimexKind::Time) && !timex.value.ends_with("_REF");
        if !point {
            continue;
        }
        let sentence = finder.sentence(timex.span);
        match timex.interval {
            Some(days) => line.entries.push(Entry { days, timex: index, sentence }),
            None => line.undatable.push((index, sentence)),
        }
    }
    line.entries.sort_by_key(|entry| (entry.days, entry.timex));
    line
}

/// Cuts a block into sentences once for all the expressions in it.
struct SentenceFinder<'d> {
    document: &'d Document,
    block: usize,
    sentences: Vec<Span>,
}

impl SentenceFinder<'_> {
    fn sentence(&mut self, span: Span) -> Span {
        let Some(block) = self.document.block_at(span.start) else { return span };
        if block != self.block {
            self.block = block;
            self.sentences = sentences(&self.document.text, self.document.blocks[block].span).collect();
        }
        let after = self.sentences.partition_point(|sentence| sentence.end <= span.start);
        self.sentences.get(after).map_or(span, |sentence| sentence.cover(span))
    }
}
