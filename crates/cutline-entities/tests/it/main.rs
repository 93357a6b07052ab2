//! What holds of linking, rules and merging whatever the text says.

use std::time::{Duration, Instant};

use cutline_doc::{Block, BlockKind, Document, Label, Mention, Span};
use cutline_entities::{Lists, ListsBuilder, Overrides, link, merge, rule_names};
use proptest::prelude::*;

const TABLE: &str = "\
name\tclass\tkey
Mr\ttitle+title_male\t
President\ttitle+role\t
of\tparticle\t
US\tcountry\tcountry:US
United States\tcountry\tcountry:US
Bank\torg_word\t
dollars\tcurrency\t
miles\tunit\t
";

fn lists() -> Lists {
    let mut builder = ListsBuilder::default();
    builder.tsv(TABLE).expect("the table is sound");
    builder.finish()
}

fn document(text: &str) -> Document {
    let span = Span::of(text).trim(text);
    let blocks = if span.is_empty() { Vec::new() } else { vec![Block::new(span, BlockKind::Paragraph, "test")] };
    Document { text: text.into(), blocks, ..Document::default() }
}

/// Mentions over the words of `text` whose turn it is, with labels in turn.
fn mentions(text: &str, turns: &[u8]) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut start = 0;
    for (n, word) in text.split_inclusive(' ').enumerate() {
        let span = Span::new(start, start + word.len()).trim(text);
        start += word.len();
        let turn = turns.get(n % turns.len().max(1)).copied().unwrap_or(0);
        if turn % 2 == 1 && !span.is_empty() {
            let label = Label::ALL[usize::from(turn / 2) % Label::ALL.len()];
            found.push(Mention { span, label, entity: None, score: 1.0, rule: "test".into() });
        }
    }
    found
}

fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("Mr "),
        Just("President "),
        Just("Ana "),
        Just("Bela "),
        Just("Orr, "),
        Just("US "),
        Just("U.S. "),
        Just("of "),
        Just("the "),
        Just("Bank "),
        Just("(OB) "),
        Just("$5 million "),
        Just("’s "),
        Just("10 miles "),
        Just("“Bees” "),
        Just("film "),
        Just("É\u{301}- "),
        Just("\n\n "),
        Just("FILE - "),
        Just("Jr. "),
        Just("𝕏 "),
        Just("5-"),
        Just("Act "),
        Just("\u{0} "),
    ];
    prop::collection::vec(word, 0..40).prop_map(|words| words.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn ids_count_from_0_and_mentions_point_at_entities(text in words(), turns in prop::collection::vec(any::<u8>(), 1..30)) {
        let document = document(&text);
        let mut mentions = mentions(&text, &turns);
        let entities = link(&document, &mut mentions, &lists());
        for (n, entity) in entities.iter().enumerate() {
            prop_assert_eq!(entity.id as usize, n);
            let own = mentions.iter().filter(|m| m.entity == Some(entity.id)).count();
            prop_assert_eq!(own, entity.mentions as usize);
            prop_assert_eq!(entity.aliases.iter().map(|a| a.count).sum::<u32>(), entity.mentions);
            prop_assert!(entity.aliases.iter().any(|a| a.text == entity.name));
            for role in &entity.roles {
                prop_assert!(text.get(role.span.range()).is_some());
            }
        }
        let mut at = 0;
        for mention in &mentions {
            prop_assert!(mention.span.start >= at && !mention.span.is_empty());
            prop_assert!(text.get(mention.span.range()).is_some());
            prop_assert_eq!(mention.entity.is_none(), mention.label.is_amount());
            at = mention.span.end;
        }
    }

    #[test]
    fn rules_find_sorted_spans_in_any_text(text in any::<String>()) {
        let mut at = 0;
        for mention in rule_names(&document(&text), &lists()) {
            prop_assert!(mention.span.start >= at && text.get(mention.span.range()).is_some());
            at = mention.span.end;
        }
    }

    #[test]
    fn merging_does_not_depend_on_order(texts in prop::collection::vec(words(), 1..6), turns in prop::collection::vec(any::<u8>(), 1..30)) {
        let lists = lists();
        let linked: Vec<_> = texts.iter().map(|text| link(&document(text), &mut mentions(text, &turns), &lists)).collect();
        let forth: Vec<_> = linked.iter().map(Vec::as_slice).collect();
        let back: Vec<_> = linked.iter().rev().map(Vec::as_slice).collect();
        let (forth, back) = (merge(&forth, &lists, &Overrides::default()), merge(&back, &lists, &Overrides::default()));
        prop_assert_eq!(forth.len(), back.len());
        for (one, other) in forth.iter().zip(&back) {
            prop_assert_eq!((&one.id, &one.name, &one.aliases, &one.roles), (&other.id, &other.name, &other.aliases, &other.roles));
            prop_assert_eq!((&one.merged_because, &one.doubts), (&other.merged_because, &other.doubts));
        }
    }
}

#[test]
fn hostile_texts_take_no_time() {
    let lists = lists();
    let many = |word: &str, count: usize| word.repeat(count);
    let people: String = (0..5_000).map(|n| format!("N{n} Orr Orr ")).collect();
    for text in [
        many("Orr ", 20_000),
        many("$", 40_000),
        many("5-", 20_000),
        many("“film ", 10_000),
        many("Act of ", 10_000),
        many("one hundred and ", 10_000),
        people,
    ] {
        let document = document(&text);
        let started = Instant::now();
        let mut found = mentions(&text, &[1]);
        let entities = link(&document, &mut found, &lists);
        merge(&[&entities, &entities], &lists, &Overrides::default());
        assert!(started.elapsed() < Duration::from_secs(20), "{} bytes took {:?}", text.len(), started.elapsed());
    }
}
