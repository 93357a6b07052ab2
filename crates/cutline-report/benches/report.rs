//! Records and summaries of one analysis, in bytes of its text a second.

use cutline_report::{OffsetUnit, Offsets, Options, Summary, record, write_line};
use cutline_testkit::{article, seeds};
use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

#[divan::bench(args = [OffsetUnit::Codepoint, OffsetUnit::Utf16])]
fn offsets_of_a_gallery_page(bencher: Bencher<'_, '_>, unit: OffsetUnit) {
    let text = &seeds()[0].text;
    let words: Vec<u32> = text.match_indices(' ').map(|(at, _)| at as u32).collect();
    bencher.counter(BytesCount::of_str(text)).bench(|| {
        let offsets = Offsets::new(text, unit);
        words.iter().map(|&at| offsets.of(at)).max()
    });
}

#[divan::bench]
fn record_of_an_article(bencher: Bencher<'_, '_>) {
    let (analysis, options) = (article(), Options::default());
    bencher.counter(BytesCount::of_str(&analysis.document.text)).bench(|| {
        let mut line = Vec::new();
        write_line(&mut line, &record(&analysis, &[], &options)).expect("memory takes it");
        line
    });
}

#[divan::bench]
fn summary_of_an_article(bencher: Bencher<'_, '_>) {
    let analysis = article();
    let bytes = BytesCount::of_str(&analysis.document.text);
    bencher.counter(bytes).bench(|| Summary::of(&analysis, OffsetUnit::Codepoint));
}
