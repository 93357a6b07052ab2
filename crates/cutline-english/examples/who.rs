//! Who is in these files: tags each, joins mentions to entities, and merges
//! them over the files.
//!
//! `cargo run --release -p cutline-english --example who -- FILE...`

use std::{env, fs, io};

use cutline_doc::{Block, BlockKind, Document, Entity, Span};
use cutline_entities::{Overrides, link, merge};

fn main() -> io::Result<()> {
    let lists = cutline_english::lists();
    let mut documents: Vec<Vec<Entity>> = Vec::new();
    for path in env::args().skip(1) {
        let document = document(fs::read_to_string(path)?);
        let mut mentions = cutline_english::tagger().tag(&document);
        documents.push(link(&document, &mut mentions, lists));
    }
    let documents: Vec<&[Entity]> = documents.iter().map(Vec::as_slice).collect();
    for entity in merge(&documents, lists, &Overrides::default()) {
        let texts = |list: &[cutline_doc::Alias]| list.iter().map(|a| a.text.as_str()).collect::<Vec<_>>().join(", ");
        println!("{}\t{}\t{}\t{}", entity.id, entity.members.len(), texts(&entity.aliases), texts(&entity.roles));
        for reason in entity.merged_because.iter().chain(&entity.doubts) {
            println!("\t{reason}");
        }
    }
    Ok(())
}

/// Every line as a paragraph.
fn document(text: String) -> Document {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trim(&text);
        start += line.len();
        if !span.is_empty() {
            blocks.push(Block::new(span, BlockKind::Paragraph, "line"));
        }
    }
    Document { text, blocks, ..Document::default() }
}
