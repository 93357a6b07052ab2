//! Bytes per second of the tagger, on invented text.

use cutline_timex::tag;
use divan::Bencher;
use divan::counter::BytesCount;
use jiff::civil::date;

fn main() {
    divan::main();
}

const STORY: &str = "\
HARBOUR CITY (WP) — The council said Thursday that the new bridge, first planned in March 1996, will open early next \
year after nearly two years of delay. Mayor Ana Bela told reporters last week that the third quarter had been the \
hardest of her term.\n\nAbout 4,500 people cross the old bridge daily, twice as many as a decade ago. On Friday, \
Jan. 31, 2025, it closed at 10 p.m. for 16 hours. Engineers worked overnight, and at least three trucks were turned \
back before dawn. The firm that built it reported a loss of $12.5 million for the nine months ended Sept. 30.\n\n";

const PLAIN: &str = "\
The river runs wide below the old town, and the people who live on its banks have long made a living from the fish \
that it carries. A ferry crosses between the two sides. It is small and slow, and its captain knows every passenger by \
name, which he says is the best part of the work that he does for the town and for himself.\n\n";

/// News with an expression in every sentence.
#[divan::bench]
fn wire_story(bencher: Bencher) {
    measure(bencher, &STORY.repeat(200));
}

/// Prose that hardly speaks of time.
#[divan::bench]
fn plain_prose(bencher: Bencher) {
    measure(bencher, &PLAIN.repeat(400));
}

/// One line without a break, nothing but digits and hyphens.
#[divan::bench]
fn hostile_digits(bencher: Bencher) {
    measure(bencher, &"1990-".repeat(40_000));
}

fn measure(bencher: Bencher, text: &str) {
    let day = Some(date(2025, 1, 31));
    bencher.counter(BytesCount::of_str(text)).bench(|| tag(divan::black_box(text), day));
}
