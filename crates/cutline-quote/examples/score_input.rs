//! Finds the quotations of texts in JSONL (`id`, `text`) and prints them, one
//! JSON object a line, spans in Unicode code points. Every line of a text is
//! read as a paragraph; no names are given, so there are no speakers.
//!
//! `cargo run --release -p cutline-quote --example score_input -- FILE [MODEL]`

use std::error::Error;
use std::path::PathBuf;

use cutline_doc::{Block, BlockKind, Document, Span};
use cutline_quote::Quoter;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let file = args.next().ok_or("which file? score_input FILE [MODEL]")?;
    let shipped = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../cutline-english/models/quotes.bin");
    let quoter = Quoter::load(&std::fs::read(args.next().map_or(shipped, PathBuf::from))?)?;
    for line in std::fs::read_to_string(file)?.lines().filter(|line| !line.trim().is_empty()) {
        let record: Value = serde_json::from_str(line)?;
        let text = record["text"].as_str().ok_or("a record without text")?;
        println!("{}", json!({ "id": record["id"], "quotes": quotes(&quoter, text) }));
    }
    Ok(())
}

fn quotes(quoter: &Quoter, text: &str) -> Vec<Value> {
    let lines = cutline_text::lines(text).map(|line| line.span.trim(text)).filter(|span| !span.is_empty());
    let blocks = lines.map(|span| Block::new(span, BlockKind::Paragraph, "line")).collect();
    let document = Document { text: text.to_owned(), blocks, ..Document::default() };
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let points = |byte: u32| starts.partition_point(|&start| start < byte as usize);
    let spans = |spans: &[Span]| -> Vec<Value> {
        spans.iter().map(|span| json!({ "start": points(span.start), "end": points(span.end) })).collect()
    };
    let found = quoter.find(&document, &[], &[]).quotes;
    found
        .iter()
        .map(|quote| {
            json!({
                "content": spans(&quote.content), "cue": spans(&quote.cue), "source": spans(&quote.source),
                "kind": quote.kind.name(), "score": quote.score, "rule": quote.rule,
            })
        })
        .collect()
}
