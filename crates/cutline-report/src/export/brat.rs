//! brat's standoff format: names, time expressions, and quotations as content,
//! cue and source with relations between them.

use std::fmt::Write;

use cutline_doc::{Analysis, Label, Span, TimexKind};

use super::Piece;
use crate::{OffsetUnit, Offsets};

pub(super) fn pieces(analysis: &Analysis) -> Vec<Piece> {
    let text = analysis.document.text.replace('\0', "\u{fffd}");
    let annotations = Standoff::new(analysis).write();
    vec![Piece { extension: "txt", content: text }, Piece { extension: "ann", content: annotations }]
}

/// The types, as brat reads them from `annotation.conf`.
pub(super) fn configuration() -> String {
    let mut out = String::from("[entities]\n");
    let names = Label::ALL.iter().map(|label| label.name()).chain(TimexKind::ALL.iter().map(|kind| kind.name()));
    for name in names.chain(["Content", "Cue", "Source"]) {
        let _ = writeln!(out, "{name}");
    }
    out.push_str("\n[relations]\nSaidBy\tArg1:Content, Arg2:Source\nCuedBy\tArg1:Content, Arg2:Cue\n");
    out.push_str("<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n[events]\n\n[attributes]\n");
    out
}

struct Standoff<'a> {
    analysis: &'a Analysis,
    offsets: Offsets<'a>,
    out: String,
    places: usize,
    relations: usize,
    notes: usize,
}

impl<'a> Standoff<'a> {
    fn new(analysis: &'a Analysis) -> Standoff<'a> {
        let offsets = Offsets::new(&analysis.document.text, OffsetUnit::Codepoint);
        Standoff { analysis, offsets, out: String::new(), places: 0, relations: 0, notes: 0 }
    }

    fn write(mut self) -> String {
        for mention in &self.analysis.mentions {
            let place = self.place(mention.label.name(), &[mention.span]);
            let entity = mention.entity.and_then(|id| self.analysis.entities.get(id as usize));
            if let (Some(place), Some(entity)) = (place, entity) {
                self.note(place, &entity.name);
            }
        }
        for timex in &self.analysis.timexes {
            if let Some(place) = self.place(timex.kind.name(), &[timex.span]) {
                self.note(place, &timex.value);
            }
        }
        for quote in &self.analysis.quotes {
            let Some(content) = self.place("Content", &quote.content) else { continue };
            if let Some(source) = self.place("Source", &quote.source) {
                self.relation("SaidBy", content, source);
            }
            if let Some(cue) = self.place("Cue", &quote.cue) {
                self.relation("CuedBy", content, cue);
            }
        }
        self.out
    }

    /// A text-bound annotation; its number.
    fn place(&mut self, kind: &str, spans: &[Span]) -> Option<usize> {
        let fragments: Vec<Span> = spans.iter().flat_map(|&span| lines(&self.analysis.document.text, span)).collect();
        if fragments.is_empty() {
            return None;
        }
        self.places += 1;
        let places: Vec<String> = fragments
            .iter()
            .map(|&span| self.offsets.span(span))
            .map(|(start, end)| format!("{start} {end}"))
            .collect();
        let words: Vec<&str> = fragments.iter().map(|&span| &self.analysis.document.text[span]).collect();
        let words = words.join(" ").replace('\0', "\u{fffd}");
        let _ = writeln!(self.out, "T{}\t{kind} {}\t{words}", self.places, places.join(";"));
        Some(self.places)
    }

    fn relation(&mut self, kind: &str, from: usize, to: usize) {
        self.relations += 1;
        let _ = writeln!(self.out, "R{}\t{kind} Arg1:T{from} Arg2:T{to}", self.relations);
    }

    fn note(&mut self, place: usize, note: &str) {
        self.notes += 1;
        let note: Vec<&str> =
            note.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect();
        let _ = writeln!(self.out, "#{}\tAnnotatorNotes T{place}\t{}", self.notes, note.join(" "));
    }
}

/// The parts of a span between what any reader may take for the end of a line
/// or of a field: an annotation that crosses lines is written in fragments.
fn lines(text: &str, span: Span) -> Vec<Span> {
    let ends = |c: char| matches!(c, '\t'..='\r' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let mut parts = Vec::new();
    let mut at = span.start as usize;
    for part in text[span].split(ends) {
        let whole = Span::new(at, at + part.len()).trim(text);
        parts.extend((!whole.is_empty()).then_some(whole));
        at += part.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::lines;
    use cutline_doc::Span;

    #[test]
    fn annotations_do_not_cross_lines() {
        let text = "Kit\u{2028} O.\r\nOrr";
        let parts: Vec<&str> = lines(text, Span::of(text)).into_iter().map(|span| &text[span]).collect();
        assert_eq!(parts, ["Kit", "O.", "Orr"]);
    }
}
