//! Bytes per second of each step, over invented captions with many near copies.

use cutline_dedup::{Captions, Collection, Index, Thresholds, caption_signatures, signatures};
use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

/// 20,000 captions of 60 words: five wordings each of 4,000.
fn captions() -> Vec<String> {
    let word = |seed: usize| format!("w{}", seed.wrapping_mul(2_654_435_761) % 30_011);
    let caption = |at: usize| {
        let words: Vec<String> = (0..60).map(|n| word(if n == at % 5 * 11 { at } else { at / 5 * 60 + n })).collect();
        format!("{}. {} (AP Photo/Kit Orr)", words[..25].join(" "), words[25..].join(" "))
    };
    (0..20_000).map(caption).collect()
}

fn bytes(captions: &[String]) -> BytesCount {
    BytesCount::new(captions.iter().map(String::len).sum::<usize>())
}

#[divan::bench(name = "shingles/20k-captions")]
fn shingles(bencher: Bencher) {
    let captions = captions();
    bencher.counter(bytes(&captions)).bench(|| signatures(&captions, 3));
}

#[divan::bench(name = "pairs/20k-captions")]
fn pairs(bencher: Bencher) {
    let captions = captions();
    let sets = signatures(&captions, 3);
    bencher.counter(bytes(&captions)).bench(|| {
        let mut collection = Collection::new();
        collection.add(&sets);
        collection.rank();
        Index::new(&collection, Thresholds { jaccard: Some(0.7), containment: None }).pairs()
    });
}

#[divan::bench(name = "caption-signatures/20k-captions")]
fn signing(bencher: Bencher) {
    let captions = captions();
    bencher.counter(bytes(&captions)).bench(|| caption_signatures(&captions));
}

#[divan::bench(name = "clusters/20k-captions")]
fn clusters(bencher: Bencher) {
    let captions = captions();
    let signed = caption_signatures(&captions);
    bencher.counter(bytes(&captions)).bench(|| {
        let mut all = Captions::new();
        all.add(signed.iter().cloned());
        all.cluster(|caption| caption)
    });
}
