//! Bytes per second of parsing, captions included.

use cutline_parse::{Hints, caption_parts, text};
use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

/// The sample article with the largest gallery.
const GALLERY: &str = include_str!("../../../seeds/000_690b7f1cc7b505ef.txt");
/// The sample article that is nearly all running text.
const STORY: &str = include_str!("../../../seeds/001_31c7c5e941671ada.txt");
/// The sample article with furniture around it.
const PAGE: &str = include_str!("../../../seeds/002_9628709f8aff7fc1.txt");

#[divan::bench]
fn gallery(bencher: Bencher<'_, '_>) {
    parse(bencher, GALLERY);
}

#[divan::bench]
fn story(bencher: Bencher<'_, '_>) {
    parse(bencher, STORY);
}

#[divan::bench]
fn page(bencher: Bencher<'_, '_>) {
    parse(bencher, PAGE);
}

fn parse(bencher: Bencher<'_, '_>, article: &str) {
    bencher
        .counter(BytesCount::of_str(article))
        .with_inputs(|| article.to_owned())
        .bench_values(|article| text(article, &Hints::default()));
}

#[divan::bench]
fn caption(bencher: Bencher<'_, '_>) {
    let caption =
        "FILE - Firefighters battle a blaze at a mill in Lodz, Poland, on May 3, 2021. (AP Photo/Ana Bela, File)";
    bencher.counter(BytesCount::of_str(caption)).bench(|| caption_parts(divan::black_box(caption)));
}
