//! Reads pages and writes the records that a scorer of extraction reads, one JSON object a line.
//!
//! `cargo run --release -p cutline-parse --features html --example score_pages -- PAGE.html...`

use std::io::Write;

use cutline_doc::Document;
use cutline_parse::{Hints, html};
use serde_json::{Value, json};

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for path in std::env::args().skip(1) {
        let page = String::from_utf8_lossy(&std::fs::read(&path)?).into_owned();
        let (document, _) = html(&page, &Hints::default());
        writeln!(out, "{}", record(&path, &document))?;
    }
    Ok(())
}

fn record(id: &str, document: &Document) -> Value {
    let text = &document.text;
    let points = |byte: u32| text[..byte as usize].chars().count();
    let block = |b: &cutline_doc::Block| json!({"start": points(b.span.start), "end": points(b.span.end), "kind": b.kind.name(), "rule": b.rule});
    let caption = |c: &cutline_doc::Caption| {
        let credit =
            c.credit.as_ref().map(|k| json!({"raw": k.raw, "agency": k.agency, "photographer": k.photographer}));
        json!({"text": c.said(text), "credit": credit, "image": c.image})
    };
    json!({
        "id": id,
        "text": text,
        "metadata": {
            "headline": document.metadata.headline.map(|span| &text[span]),
            "byline": document.metadata.byline,
            "published": document.metadata.published.as_ref().map(|published| &published.value),
        },
        "blocks": document.blocks.iter().map(block).collect::<Vec<_>>(),
        "captions": document.captions.iter().map(caption).collect::<Vec<_>>(),
    })
}
