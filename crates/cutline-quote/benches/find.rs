//! Bytes per second of the quoter, on invented text, names given.

use std::path::Path;

use cutline_doc::{Block, BlockKind, Document};
use cutline_quote::{Quoter, stretches};
use cutline_text::Span;
use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

const STORY: &str = "\
HARBOUR CITY (WP) — The council said Thursday that the new bridge, first planned in March 1996, will open early next \
year after nearly two years of delay. Mayor Ana Bela told reporters last week that the third quarter had been the \
hardest of her term.\n“We have tested every bolt and every cable,” Bela said on the quay. “It will stand for a hundred \
years, and my grandchildren will walk on it.”\nAbout 4,500 people cross the old bridge daily, twice as many as a \
decade ago, according to the ministry of transport. On Friday it closed at 10 p.m. for 16 hours.\n\"Nobody asked us,\" \
said Tomas Orr, a farmer who lives below the dam and lost two cows in the flood.\n";

const PLAIN: &str = "\
The river runs wide below the old town, and the people who live on its banks have long made a living from the fish \
that it carries. A ferry crosses between the two sides. It is small and slow, and its captain knows every passenger by \
name, which is the best part of the work that he does for the town and for himself.\n";

#[divan::bench]
fn wire_story(bencher: Bencher) {
    measure(bencher, &STORY.repeat(100));
}

#[divan::bench]
fn plain_prose(bencher: Bencher) {
    measure(bencher, &PLAIN.repeat(200));
}

#[divan::bench]
fn marks_alone(bencher: Bencher) {
    let text = STORY.repeat(200);
    bencher.counter(BytesCount::of_str(&text)).bench(|| stretches(&text, Span::of(&text)));
}

fn measure(bencher: Bencher, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cutline-english/models/quotes.bin");
    let quoter = Quoter::load(&std::fs::read(path).expect("the model of cutline-english")).expect("a fitting model");
    let lines = cutline_text::lines(text).map(|line| line.span.trim(text)).filter(|span| !span.is_empty());
    let blocks = lines.map(|span| Block::new(span, BlockKind::Paragraph, "line")).collect();
    let document = Document { text: text.to_owned(), blocks, ..Document::default() };
    bencher.counter(BytesCount::of_str(text)).bench(|| quoter.find(&document, &[], &[]));
}
