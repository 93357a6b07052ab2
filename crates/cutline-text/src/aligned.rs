//! A text that remembers where each piece of it came from.

use crate::Span;

/// A half-open byte range of the *source* that an [`AlignedText`] was made
/// from: a page's mark-up, or the text as it stood before it was tidied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceSpan(pub Span);

/// A view of a source: a string plus sorted runs, each of which says which
/// bytes of the source it stands for.
///
/// A run is *verbatim* (same bytes), *replaced* (`&rsquo;` became `’`) or
/// *inserted* (a line break that the source did not have). Going back, a span
/// starts where its first byte's run comes from and ends where its last byte's
/// run ends, so that trailing mark-up is not swallowed.
///
/// ```
/// use cutline_text::{AlignedText, Span};
///
/// let source = "<b>Zoë</b>\n  O&rsquo;Neil said";
/// let mut b = AlignedText::builder();
/// b.verbatim(source, Span::new(3, 7));
/// b.replaced(" ", Span::new(11, 14));
/// b.verbatim(source, Span::new(14, 15));
/// b.replaced("’", Span::new(15, 22));
/// b.verbatim(source, Span::new(22, 31));
/// let view = b.finish();
/// assert_eq!(view.text(), "Zoë O’Neil said");
/// let name = Span::new(0, "Zoë O’Neil".len());
/// assert_eq!(&source[view.to_source(name).0], "Zoë</b>\n  O&rsquo;Neil");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AlignedText {
    text: String,
    runs: Vec<Run>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    start: u32,
    source: Span,
    verbatim: bool,
}

impl AlignedText {
    /// Starts a view that is built piece by piece.
    pub fn builder() -> AlignedBuilder {
        AlignedBuilder::default()
    }

    /// The view's own text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Carries a span of the view's text home to the source.
    ///
    /// The bytes of a replaced or inserted run stand for the whole of what they
    /// came from. An empty span comes home as an empty span.
    pub fn to_source(&self, span: Span) -> SourceSpan {
        if self.runs.is_empty() {
            return SourceSpan(Span::default());
        }
        let start = self.source_start(span.start);
        if span.is_empty() {
            return SourceSpan(Span { start, end: start });
        }
        let end = self.source_end(span.end).max(start);
        SourceSpan(Span { start, end })
    }

    /// Splits into text and a view over it: for callers that keep the string.
    pub fn into_text(self) -> String {
        self.text
    }

    fn run_at(&self, offset: u32) -> &Run {
        let after = self.runs.partition_point(|run| run.start <= offset);
        &self.runs[after.saturating_sub(1)]
    }

    fn source_start(&self, offset: u32) -> u32 {
        let run = self.run_at(offset);
        if run.verbatim { run.source.start + (offset - run.start) } else { run.source.start }
    }

    fn source_end(&self, end: u32) -> u32 {
        let run = self.run_at(end - 1);
        if run.verbatim { run.source.start + (end - run.start) } else { run.source.end }
    }
}

/// Builds an [`AlignedText`], in the order of the view's text.
#[derive(Clone, Debug, Default)]
pub struct AlignedBuilder {
    made: AlignedText,
}

impl AlignedBuilder {
    /// Adds `source[span]` as it stands.
    pub fn verbatim(&mut self, source: &str, span: Span) {
        if let Some(last) = self.made.runs.last_mut()
            && last.verbatim
            && last.source.end == span.start
        {
            last.source.end = span.end;
            self.made.text.push_str(&source[span]);
            return;
        }
        self.push(&source[span], span, true);
    }

    /// Adds `text` in place of the source's `span`.
    pub fn replaced(&mut self, text: &str, span: Span) {
        self.push(text, span, false);
    }

    /// Adds `text` that the source does not have, between its bytes at `at`.
    pub fn inserted(&mut self, text: &str, at: u32) {
        self.push(text, Span { start: at, end: at }, false);
    }

    /// Length of the text so far, in bytes.
    pub fn len(&self) -> usize {
        self.made.text.len()
    }

    /// Whether nothing was added yet.
    pub fn is_empty(&self) -> bool {
        self.made.text.is_empty()
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        &self.made.text
    }

    /// The finished view.
    pub fn finish(self) -> AlignedText {
        self.made
    }

    fn push(&mut self, text: &str, source: Span, verbatim: bool) {
        if text.is_empty() {
            return;
        }
        let start = Span::of(&self.made.text).end;
        self.made.text.push_str(text);
        self.made.runs.push(Run { start, source, verbatim });
    }
}
