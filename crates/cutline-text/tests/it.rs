//! What must hold of any text.

use cutline_text::{AlignedText, LineIndex, Span, lines, sentences, tokens};
use proptest::prelude::*;

/// News-like text: words, marks, breaks, accents, and anything at all between.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zA-Zé]{1,8}",
        2 => prop::sample::select(vec![" ", " ", ". ", "\n", "\n\n", "\r\n", "U.S. ", "’s ", "“", "”", "@", "#", "3,000.5", "www.", "…"])
            .prop_map(str::to_owned),
        1 => any::<char>().prop_map(|c| c.to_string()),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Spans are in order and apart, and nothing but white space lies between them.
fn covers(text: &str, spans: &[Span]) {
    let mut at = 0;
    for span in spans {
        assert!(text[at..span.start as usize].trim().is_empty(), "a gap in {text:?} before {span:?}");
        assert!(!span.is_empty());
        at = span.end as usize;
    }
    assert!(text[at..].trim().is_empty(), "text left over in {text:?}");
}

proptest! {
    #[test]
    fn tokens_cover_all_but_white_space(text in text()) {
        covers(&text, &tokens(&text, Span::of(&text)).map(|t| t.span).collect::<Vec<_>>());
    }

    #[test]
    fn sentences_cover_all_but_white_space(text in text()) {
        let found: Vec<Span> = sentences(&text, Span::of(&text)).collect();
        covers(&text, &found);
        prop_assert!(found.iter().all(|s| s.trim(&text) == *s));
    }

    #[test]
    fn lines_join_to_the_text(text in text()) {
        let joined: Vec<&str> = lines(&text).map(|l| &text[l.span]).collect();
        let breaks = |s: &str| s.replace("\r\n", "\n").replace('\r', "\n");
        let whole = breaks(&text);
        prop_assert_eq!(joined.join("\n"), whole.strip_suffix('\n').unwrap_or(&whole));
        let index = LineIndex::new(&text);
        for (n, line) in lines(&text).enumerate() {
            prop_assert_eq!(index.line_column(line.span.start), (n + 1, 1));
        }
    }

    /// A view made of verbatim, replaced and inserted runs: each span comes home to a place on
    /// character boundaries, verbatim words come home as themselves, and ends grow with the span.
    #[test]
    fn views_come_home(pieces in prop::collection::vec((text(), 0..3_u8), 0..12)) {
        let source: String = pieces.iter().map(|(piece, _)| piece.as_str()).collect();
        let mut view = AlignedText::builder();
        let mut at = 0;
        let mut verbatim = Vec::new();
        for (piece, how) in &pieces {
            let span = Span::new(at, at + piece.len());
            let start = view.len();
            match how {
                0 => {
                    view.verbatim(&source, span);
                    verbatim.push((Span::new(start, view.len()), span));
                }
                1 => view.replaced("•", span),
                _ => view.inserted("\n", span.end),
            }
            at = span.end as usize;
        }
        let view = view.finish();
        for (here, there) in verbatim {
            if !here.is_empty() {
                prop_assert_eq!(view.to_source(here).0, there);
            }
        }
        let mut last = 0;
        for (end, _) in view.text().char_indices().skip(1) {
            let home = view.to_source(Span::new(0, end)).0;
            prop_assert!(source.get(home.range()).is_some());
            prop_assert!(home.end >= last);
            last = home.end;
        }
    }
}
