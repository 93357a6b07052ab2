//! Products, works, events, laws and languages in running news text.
//!
//! The sentences are invented in the manner of news, with their names marked by
//! hand before anything was run on them; those that hold no mark are traps. Some
//! rules were written after their misses had been seen. All stages run. A count
//! that falls is a loss, and one that rises is written down.

use cutline_doc::Label;
use cutline_entities::link;

use crate::marked::{document, marked};

/// How many names are marked, how many are found, and how many of those are right.
fn count(label: Label, cases: &str) -> [usize; 3] {
    let mut sums = [0; 3];
    for case in cases.lines().filter(|line| !line.is_empty()) {
        let (gold, marks) = marked(case);
        let document = document(&gold.text);
        let mut found = cutline_english::tagger().tag(&document);
        link(&document, &mut found, cutline_english::lists());
        let spans = |of: &[cutline_doc::Mention]| -> Vec<_> {
            of.iter().filter(|mention| mention.label == label).map(|mention| mention.span).collect()
        };
        let (marks, found) = (spans(&marks), spans(&found));
        let right = found.iter().filter(|span| marks.contains(span)).count();
        if right < marks.len().max(found.len()) {
            let shown: Vec<&str> = found.iter().map(|span| document.slice(*span)).collect();
            println!("{case}\n    {shown:?}");
        }
        sums = [sums[0] + marks.len(), sums[1] + found.len(), sums[2] + right];
    }
    sums
}

#[test]
fn products() {
    assert_eq!(count(Label::Product, include_str!("running/products.txt")), [36, 34, 34]);
}

#[test]
fn works() {
    assert_eq!(count(Label::WorkOfArt, include_str!("running/works.txt")), [33, 32, 32]);
}

#[test]
fn events() {
    assert_eq!(count(Label::Event, include_str!("running/events.txt")), [34, 34, 34]);
}

#[test]
fn laws() {
    assert_eq!(count(Label::Law, include_str!("running/laws.txt")), [34, 33, 32]);
}

#[test]
fn languages() {
    assert_eq!(count(Label::Language, include_str!("running/languages.txt")), [39, 36, 36]);
}
