//! What spaCy's `Doc.from_json` and Prodigy read.
//!
//! Tokens are cut at the ends of everything that was found, so that each is
//! made of whole tokens, as spaCy demands.

use cutline_doc::{Analysis, Span};
use cutline_text::tokens;
use serde_json::{Value, json};

use crate::{OffsetUnit, Offsets};

/// A `Doc` with names and dates as `ents`, quotations, captions and blocks as
/// span groups.
pub(super) fn doc(analysis: &Analysis) -> Value {
    let maker = Maker::new(analysis);
    let ents: Vec<Value> = maker.labelled().into_iter().map(|(span, label)| maker.place(span, label)).collect();
    let group = |spans: Vec<(Span, &'static str)>| -> Vec<Value> {
        spans.into_iter().map(|(span, label)| with_kb(maker.place(span, label))).collect()
    };
    json!({
        "text": analysis.document.text,
        "ents": ents,
        "tokens": maker.tokens.iter().enumerate().map(|(n, &token)| maker.token(n, token)).collect::<Vec<_>>(),
        "spans": { "quotes": group(quotes(analysis)), "blocks": group(blocks(analysis)), "captions": group(captions(analysis)) },
    })
}

/// A task of Prodigy's `ner` recipes.
pub(super) fn task(analysis: &Analysis) -> Value {
    let maker = Maker::new(analysis);
    let text = &analysis.document.text;
    let spans = maker.labelled().into_iter().map(|(span, label)| maker.tokenized(span, label));
    let tokens = maker.tokens.iter().enumerate().map(|(n, &token)| {
        let (start, end) = maker.offsets.span(token);
        let ws = text[token.end as usize..].starts_with(' ');
        json!({ "text": &text[token], "start": start, "end": end, "id": n, "ws": ws })
    });
    json!({
        "text": text,
        "tokens": tokens.collect::<Vec<_>>(),
        "spans": spans.collect::<Vec<_>>(),
        "meta": { "source": analysis.id },
    })
}

struct Maker<'a> {
    analysis: &'a Analysis,
    offsets: Offsets<'a>,
    tokens: Vec<Span>,
}

impl<'a> Maker<'a> {
    fn new(analysis: &'a Analysis) -> Maker<'a> {
        let offsets = Offsets::new(&analysis.document.text, OffsetUnit::Codepoint);
        Maker { analysis, offsets, tokens: all_tokens(&analysis.document.text, cuts(analysis)) }
    }

    /// Names and time expressions without overlap: the first, of two that
    /// start together the longer.
    fn labelled(&self) -> Vec<(Span, &'static str)> {
        let names = self.analysis.mentions.iter().map(|mention| (mention.span, mention.label.name()));
        let times = self.analysis.timexes.iter().map(|timex| (timex.span, timex.kind.name()));
        let mut all: Vec<(Span, &'static str)> = names.chain(times).filter(|(span, _)| !span.is_empty()).collect();
        all.sort_by_key(|(span, label)| (span.start, std::cmp::Reverse(span.end), *label));
        let mut end = 0;
        all.retain(|(span, _)| {
            let free = span.start >= end;
            end = if free { span.end } else { end };
            free
        });
        all
    }

    fn place(&self, span: Span, label: &str) -> Value {
        let (start, end) = self.offsets.span(span);
        json!({ "start": start, "end": end, "label": label })
    }

    fn tokenized(&self, span: Span, label: &str) -> Value {
        let (start, end) = self.offsets.span(span);
        let first = self.tokens.partition_point(|token| token.end <= span.start);
        let last = self.tokens.partition_point(|token| token.start < span.end).saturating_sub(1);
        json!({ "start": start, "end": end, "label": label, "token_start": first, "token_end": last })
    }

    fn token(&self, n: usize, token: Span) -> Value {
        let (start, end) = self.offsets.span(token);
        json!({ "id": n, "start": start, "end": end })
    }
}

fn with_kb(mut place: Value) -> Value {
    place["kb_id"] = "".into();
    place
}

fn quotes(analysis: &Analysis) -> Vec<(Span, &'static str)> {
    let each = analysis.quotes.iter();
    each.flat_map(|quote| {
        let parts = [("Content", &quote.content), ("Cue", &quote.cue), ("Source", &quote.source)];
        parts.into_iter().flat_map(|(label, spans)| spans.iter().map(move |&span| (span, label)))
    })
    .filter(|(span, _)| !span.is_empty())
    .collect()
}

fn blocks(analysis: &Analysis) -> Vec<(Span, &'static str)> {
    analysis.document.blocks.iter().map(|block| (block.span, block.kind.name())).collect()
}

fn captions(analysis: &Analysis) -> Vec<(Span, &'static str)> {
    let of = |caption: &cutline_doc::Caption| {
        let credit = caption.credit.as_ref().map(|credit| (credit.span, "credit"));
        [(caption.span, "caption")].into_iter().chain(credit)
    };
    analysis.document.captions.iter().flat_map(of).filter(|(span, _)| !span.is_empty()).collect()
}

/// Where a token has to end.
fn cuts(analysis: &Analysis) -> Vec<u32> {
    let named = analysis.mentions.iter().map(|mention| mention.span);
    let spans = named.chain(analysis.timexes.iter().map(|timex| timex.span));
    let spans = spans.chain(quotes(analysis).into_iter().map(|(span, _)| span));
    let spans = spans.chain(blocks(analysis).into_iter().chain(captions(analysis)).map(|(span, _)| span));
    let mut cuts: Vec<u32> = spans.flat_map(|span| [span.start, span.end]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

/// Tokens that leave out nothing but single spaces behind a token: other white
/// space is a token of its own, as in spaCy.
fn all_tokens(text: &str, cuts: Vec<u32>) -> Vec<Span> {
    let mut all = Vec::new();
    let mut cuts = cuts.into_iter().peekable();
    let mut at = 0;
    for token in tokens(text, Span::of(text)).map(|token| token.span).chain([Span::new(text.len(), text.len())]) {
        let gap = if at > 0 && text[at as usize..token.start as usize].starts_with(' ') { at + 1 } else { at };
        push_cut(&mut all, Span { start: gap, end: token.start }, &mut cuts);
        push_cut(&mut all, token, &mut cuts);
        at = token.end;
    }
    all
}

/// The span in pieces between the places where tokens have to end.
fn push_cut(all: &mut Vec<Span>, span: Span, cuts: &mut std::iter::Peekable<std::vec::IntoIter<u32>>) {
    let mut start = span.start;
    while let Some(cut) = cuts.next_if(|&cut| cut < span.end) {
        if cut > start {
            all.push(Span { start, end: cut });
            start = cut;
        }
    }
    if span.end > start {
        all.push(Span { start, end: span.end });
    }
}

#[cfg(test)]
mod tests {
    use super::all_tokens;

    #[test]
    fn tokens_leave_out_only_single_spaces() {
        let text = " Ana  said\n\n“no”. ";
        let cut = text.find("id").unwrap() as u32;
        let words: Vec<&str> = all_tokens(text, vec![cut]).into_iter().map(|span| &text[span]).collect();
        assert_eq!(words, [" ", "Ana", " ", "sa", "id", "\n\n", "“", "no", "”", "."]);
    }
}
