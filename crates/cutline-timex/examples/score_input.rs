//! Tags a JSONL file of `{"id", "text", "dct"}` and writes what the TIMEX3
//! scorer reads: one line a document, offsets in code points.

use std::io::{BufWriter, Write, stdout};

use cutline_timex::tag;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: score_input FILE.jsonl")?;
    let mut out = BufWriter::new(stdout().lock());
    for line in std::fs::read_to_string(path)?.lines().filter(|line| !line.trim().is_empty()) {
        let row: Value = serde_json::from_str(line)?;
        let text = row["text"].as_str().unwrap_or("");
        let published = row["dct"].as_str().and_then(|day| day.parse().ok());
        let found: Vec<Value> = tag(text, published).iter().map(|timex| record(text, timex)).collect();
        serde_json::to_writer(&mut out, &json!({ "id": row["id"], "timexes": found }))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

fn record(text: &str, timex: &cutline_doc::Timex) -> Value {
    let start = text[..timex.span.start as usize].chars().count();
    let length = text[timex.span].chars().count();
    json!({
        "start": start,
        "end": start + length,
        "type": timex.kind.name(),
        "value": timex.value,
        "rule": timex.rule,
    })
}
