//! Reads JSONL of `{"id", "text", "mentions"?}` and prints what `score_ner.py`
//! and `score_entities.py` read. With `--gold-spans` the mentions of the lines
//! are linked instead of the tagger's own; with `--unlinked` the tagger's are
//! shown as they are.
//!
//! `cargo run --release -p cutline-english --example score_names -- [--gold-spans] [--unlinked] FILE`

use std::error::Error;
use std::{env, fs};

use cutline_doc::{Block, BlockKind, Document, Label, Mention, Span};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let given = |flag: &str| env::args().any(|argument| argument == flag);
    let (gold_spans, unlinked) = (given("--gold-spans"), given("--unlinked"));
    let path = env::args().skip(1).find(|argument| !argument.starts_with("--")).ok_or("no file is named")?;
    for line in fs::read_to_string(path)?.lines() {
        println!("{}", answer(&serde_json::from_str(line)?, gold_spans, unlinked));
    }
    Ok(())
}

fn answer(record: &Value, gold_spans: bool, unlinked: bool) -> Value {
    let document = document(record["text"].as_str().unwrap_or_default());
    let text = &document.text;
    let mut mentions = if gold_spans { given(record, text) } else { cutline_english::tagger().tag(&document) };
    let lists = cutline_english::lists();
    let entities = if unlinked { Vec::new() } else { cutline_entities::link(&document, &mut mentions, lists) };
    let point = |at: u32| text[..at as usize].chars().count();
    let shown: Vec<Value> = mentions
        .iter()
        .map(|m| {
            let (start, end) = (point(m.span.start), point(m.span.end));
            json!({"start": start, "end": end, "label": m.label.name(), "entity": m.entity, "score": m.score})
        })
        .collect();
    let named: Vec<Value> = entities
        .iter()
        .map(|e| {
            let roles: Vec<&str> = e.roles.iter().map(|role| role.text.as_str()).collect();
            let aliases: Vec<&str> = e.aliases.iter().map(|alias| alias.text.as_str()).collect();
            json!({"id": e.id, "label": e.label.name(), "name": e.name, "aliases": aliases, "roles": roles, "country": e.country})
        })
        .collect();
    json!({"id": record["id"], "text": text, "mentions": shown, "entities": named})
}

/// Every stretch between blank lines as a paragraph.
fn document(text: &str) -> Document {
    let mut blocks = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive("\n\n") {
        let span = Span::new(start, start + piece.len()).trim(text);
        start += piece.len();
        if !span.is_empty() {
            blocks.push(Block::new(span, BlockKind::Paragraph, "blank-line"));
        }
    }
    Document { text: text.to_string(), blocks, ..Document::default() }
}

fn given(record: &Value, text: &str) -> Vec<Mention> {
    let offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let at = |value: &Value| offsets[value.as_u64().unwrap_or_default() as usize];
    let mut mentions = Vec::new();
    for m in record["mentions"].as_array().into_iter().flatten() {
        let Some(label) = Label::from_name(m["label"].as_str().unwrap_or_default()) else { continue };
        let span = Span::new(at(&m["start"]), at(&m["end"]));
        mentions.push(Mention { span, label, entity: None, score: 1.0, rule: "given".into() });
    }
    mentions
}
