//! The tagger of names: tokens, features, both stages and decoding.

use cutline_doc::{Block, BlockKind, Document, Span};
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};

fn main() {
    divan::main();
}

const GALLERY: &str = include_str!("../../../seeds/000_690b7f1cc7b505ef.txt");
const REPORT: &str = include_str!("../../../seeds/001_31c7c5e941671ada.txt");

fn document(text: &str) -> Document {
    let blocks = vec![Block::new(Span::of(text).trim(text), BlockKind::Paragraph, "bench")];
    Document { text: text.to_string(), blocks, ..Document::default() }
}

/// Items are words between white space.
#[divan::bench(args = ["gallery", "report"])]
fn tag(bencher: Bencher<'_, '_>, name: &str) {
    let text = if name == "gallery" { GALLERY } else { REPORT };
    let (document, tagger) = (document(text), cutline_english::tagger());
    bencher
        .counter(BytesCount::of_str(text))
        .counter(ItemsCount::new(text.split_whitespace().count()))
        .bench(|| tagger.tag(&document).len());
}
