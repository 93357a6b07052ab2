//! Bytes per second of parsing with captions.

use cutline_parse::{Hints, caption_parts, text};
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

/// The sample article with the largest gallery.
const GALLERY: &str = include_str!("../../../seeds/000_690b7f1cc7b505ef.txt");
/// The sample article with furniture around it.
const PAGE: &str = include_str!("../../../seeds/002_9628709f8aff7fc1.txt");

#[divan::bench(args = [("gallery", GALLERY), ("page", PAGE)])]
fn article(bencher: divan::Bencher<'_, '_>, (_, input): (&str, &str)) {
    bencher
        .counter(BytesCount::of_str(input))
        .with_inputs(|| input.to_owned())
        .bench_values(|input| text(input, &Hints::default()));
}

#[divan::bench]
fn caption(bencher: divan::Bencher<'_, '_>) {
    let input =
        "FILE - Firefighters battle a blaze at a mill in Lodz, Poland, on May 3, 2021. (AP Photo/Ana Bela, File)";
    bencher.counter(BytesCount::of_str(input)).bench(|| caption_parts(divan::black_box(input)));
}
