//! Reads JSONL of `id` and `text` and writes what a scorer of documents reads:
//! text, blocks, captions and metadata, with offsets in code points.

use std::io::{self, BufRead as _, Write as _};

use cutline_parse::{Hints, text};
use cutline_text::Span;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: score_input FILE")?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::BufReader::new(std::fs::File::open(path)?).lines() {
        let record: Value = serde_json::from_str(&line?)?;
        let words = record["text"].as_str().unwrap_or_default().to_owned();
        writeln!(out, "{}", of(&record["id"], words))?;
    }
    Ok(())
}

fn of(id: &Value, words: String) -> Value {
    let document = text(words, &Hints::default());
    document.check().expect("a parsed document holds its invariants");
    let text = &document.text;
    let mut at = (0usize, 0usize);
    let mut point = move |text: &str, byte: u32| {
        at.0 += text[at.1..byte as usize].chars().count();
        at.1 = byte as usize;
        at.0
    };
    let blocks: Vec<Value> = document
        .blocks
        .iter()
        .map(|b| json!({"start": point(text, b.span.start), "end": point(text, b.span.end), "kind": b.kind.name(), "rule": b.rule}))
        .collect();
    let slice = |span: Span| text[span].to_owned();
    let captions: Vec<Value> = document
        .captions
        .iter()
        .map(|c| {
            let credit = c.credit.as_ref().map(|k| {
                json!({"raw": k.raw, "photographer": k.photographer, "agency": k.agency, "via": k.via, "pool": k.pool})
            });
            json!({"text": c.said(text), "lead": slice(c.lead), "file_photo": c.file_photo, "credit": credit,
                   "date": c.date.map(slice), "place": c.place.map(slice)})
        })
        .collect();
    let m = &document.metadata;
    json!({"id": id, "text": text, "offset_unit": "codepoint", "blocks": blocks, "captions": captions, "metadata": {
        "headline": m.headline.map(slice), "published": m.published.as_ref().map(|p| &p.value),
        "published_how": m.published.as_ref().map(|p| p.how.as_ref()),
        "byline": m.byline, "agency": m.agency, "section": m.section, "language": m.language,
        "dateline": m.dateline.as_ref().map(|d| &d.place)}})
}
