//! The W3C's Web Annotation data model: an `AnnotationPage` a document, with
//! an annotation for each block, name, time expression and quotation.

use cutline_doc::{Analysis, Entity, Mention, Quote, Span, Timex};
use serde_json::{Value, json};

use super::json::iri;
use crate::{OffsetUnit, Offsets};

pub(super) fn page(analysis: &Analysis) -> Value {
    let metadata = &analysis.document.metadata;
    let source = iri(&analysis.id, metadata.url.as_deref().or(analysis.origin.url.as_deref()));
    let offsets = Offsets::new(&analysis.document.text, OffsetUnit::Codepoint);
    let maker = Maker { analysis, source, offsets };
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("{}#annotations", maker.source),
        "type": "AnnotationPage",
        "items": maker.items(),
    })
}

struct Maker<'a> {
    analysis: &'a Analysis,
    source: String,
    offsets: Offsets<'a>,
}

/// Characters before and after, by which a place is found again in a changed text.
const AROUND: usize = 32;

/// A place of more bytes is found by its position alone.
const LONGEST: usize = 400;

impl Maker<'_> {
    fn items(&self) -> Vec<Value> {
        let document = &self.analysis.document;
        let blocks = document.blocks.iter().enumerate().map(|(n, block)| {
            let bodies = vec![body("classifying", block.kind.name())];
            self.item(&format!("block-{n}"), "classifying", bodies, &[block.span])
        });
        let mentions = self.analysis.mentions.iter().enumerate().map(|(n, mention)| self.mention(n, mention));
        let timexes = self.analysis.timexes.iter().enumerate().map(|(n, timex)| self.timex(n, timex));
        let quotes = self.analysis.quotes.iter().enumerate().map(|(n, quote)| self.quote(n, quote));
        blocks.chain(mentions).chain(timexes).chain(quotes).collect()
    }

    fn mention(&self, n: usize, mention: &Mention) -> Value {
        let name = mention.entity.and_then(|id| self.entity(id)).map(|entity| body("identifying", &entity.name));
        let bodies = [body("tagging", mention.label.name())].into_iter().chain(name).collect();
        self.item(&format!("name-{n}"), "tagging", bodies, &[mention.span])
    }

    fn timex(&self, n: usize, timex: &Timex) -> Value {
        let bodies = vec![body("tagging", timex.kind.name()), body("identifying", &timex.value)];
        self.item(&format!("time-{n}"), "tagging", bodies, &[timex.span])
    }

    fn quote(&self, n: usize, quote: &Quote) -> Value {
        let speaker = quote.speaker.and_then(|id| self.entity(id)).map(|entity| body("identifying", &entity.name));
        let kind = format!("{} quotation", quote.kind.name());
        let bodies = [body("tagging", &kind)].into_iter().chain(speaker).collect();
        self.item(&format!("quote-{n}"), "tagging", bodies, &quote.content)
    }

    fn entity(&self, id: u32) -> Option<&Entity> {
        self.analysis.entities.get(id as usize)
    }

    fn item(&self, name: &str, motivation: &str, mut bodies: Vec<Value>, spans: &[Span]) -> Value {
        let mut targets: Vec<Value> = spans.iter().map(|&span| self.target(span)).collect();
        let one =
            |list: &mut Vec<Value>| if list.len() == 1 { list.remove(0) } else { Value::Array(std::mem::take(list)) };
        json!({
            "id": format!("{}#{name}", self.source),
            "type": "Annotation",
            "motivation": motivation,
            "body": one(&mut bodies),
            "target": one(&mut targets),
        })
    }

    fn target(&self, span: Span) -> Value {
        let (start, end) = self.offsets.span(span);
        let position = json!({ "type": "TextPositionSelector", "start": start, "end": end });
        let text = &self.analysis.document.text;
        let words = &text[span];
        let selector = if words.len() > LONGEST {
            position
        } else {
            let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
            let prefix = before.char_indices().rev().take(AROUND).last().map_or("", |(at, _)| &before[at..]);
            let suffix = after.char_indices().nth(AROUND).map_or(after, |(at, _)| &after[..at]);
            let quote = json!({ "type": "TextQuoteSelector", "exact": words, "prefix": prefix, "suffix": suffix });
            json!([quote, position])
        };
        json!({ "source": self.source, "selector": selector })
    }
}

fn body(purpose: &str, value: &str) -> Value {
    json!({ "type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value })
}
