//! What must hold of any text.

use cutline_doc::{BlockKind, Span};
use cutline_quote::{Quoter, stretches};
use proptest::prelude::*;

use crate::page::{blocks, model, quoter};

const SPOKEN: &str = "“The bridge is safe,” Bela said on Monday. “We tested it twice.”\nThe rain went on.\n\
    \"Nobody asked us,\" said Tomas Orr, a farmer.\n";

fn text() -> impl Strategy<Value = String> {
    let parts = prop_oneof![
        prop::sample::select(vec![
            "“",
            "”",
            "\"",
            "'",
            "’",
            "‘",
            "''",
            "``",
            "«",
            "&quot;",
            ",",
            ".",
            "?",
            ":",
            "—",
            "(",
            ")",
            "\n",
            "\n\n",
            " said ",
            " Bela ",
            " that ",
            " it rained ",
            "told ",
            "Zoë",
            "\u{0}",
            "\u{301}",
            "Q: ",
            "A: ",
            "@a",
            "6'2\"",
            "She ",
            " according to ",
            "…",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,6}",
    ];
    prop::collection::vec(parts, 0..60).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn stretches_are_in_order_and_apart(text in text()) {
        let mut end = 0;
        for stretch in stretches(&text, Span::of(&text)) {
            prop_assert!(stretch.span.start >= end && stretch.span.contains(stretch.inner));
            prop_assert!(text.get(stretch.span.range()).is_some() && text.get(stretch.inner.range()).is_some());
            end = stretch.span.end;
        }
    }

    #[test]
    fn spans_are_valid(text in text(), kind in prop::sample::select(BlockKind::ALL.to_vec())) {
        let document = blocks(&text, kind);
        let found = quoter().find(&document, &[], &[]);
        for quote in &found.quotes {
            prop_assert!(!quote.content.is_empty());
            for &span in quote.content.iter().chain(&quote.cue).chain(&quote.source) {
                prop_assert!(text.get(span.range()).is_some() && !span.is_empty());
            }
            prop_assert!(quote.same_as.is_none_or(|n| n < found.quotes.len()));
        }
        prop_assert!(found.terms.windows(2).all(|pair| pair[0].end <= pair[1].start));
        prop_assert_eq!(&found, &quoter().find(&document, &[], &[]));
    }

    #[test]
    fn an_odd_mark_shifts_nothing(mark in prop::sample::select(vec!["“", "”", "\"", "''", "’", "«"]), at in 0usize..3) {
        let place = ["", "It was ", "It was raining in the old town all day. "][at];
        let odd = format!("{place}{mark}It rained.\n{SPOKEN}");
        let shift = (odd.len() - SPOKEN.len()) as u32;
        let alone = quoter().find(&blocks(SPOKEN, BlockKind::Paragraph), &[], &[]).quotes;
        let behind = quoter().find(&blocks(&odd, BlockKind::Paragraph), &[], &[]).quotes;
        let later: Vec<Vec<Span>> =
            behind.into_iter().map(|quote| quote.content).filter(|content| content[0].start >= shift).collect();
        let expected: Vec<Vec<Span>> =
            alone.into_iter().map(|quote| quote.content.into_iter().map(|span| span.shift(shift)).collect()).collect();
        prop_assert_eq!(later, expected);
    }
}

#[test]
fn a_cut_model_is_an_error() {
    let whole = model();
    for cut in [0, 3, 4, 11, 100, whole.len() / 2, whole.len() - 1] {
        assert!(Quoter::load(&whole[..cut]).is_err(), "cut at {cut}");
    }
}

#[test]
fn long_and_hostile_texts_end() {
    let texts = [
        "“".repeat(40_000),
        "\" a".repeat(30_000),
        "“a b c ".repeat(20_000),
        "'a ".repeat(30_000),
        "said ".repeat(20_000),
    ];
    for text in texts {
        let document = blocks(&text, BlockKind::Paragraph);
        quoter().find(&document, &[], &[]);
    }
}
