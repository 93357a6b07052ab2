//! The trained tagger on invented sentences and on text that is no prose.

use cutline_doc::{Block, BlockKind, Document, Label, Mention, Span};
use cutline_english::tagger;
use proptest::prelude::*;

fn document(text: &str) -> Document {
    let whole = Span::of(text).trim(text);
    let blocks = if whole.is_empty() { vec![] } else { vec![Block::new(whole, BlockKind::Paragraph, "test")] };
    Document { text: text.to_string(), blocks, ..Document::default() }
}

fn names(text: &str) -> Vec<(&str, Label)> {
    let found = tagger().tag(&document(text));
    found.iter().map(|mention| (&text[mention.span], mention.label)).collect()
}

fn check(text: &str, found: &[Mention]) {
    let mut end = 0;
    for mention in found {
        assert!(mention.span.start >= end && !mention.span.is_empty(), "{found:?}");
        assert!(text.get(mention.span.range()).is_some() && (0.0..=1.0).contains(&mention.score), "{mention:?}");
        end = mention.span.end;
    }
}

#[test]
fn people_places_and_organisations_are_told_apart() {
    let text = "Prime Minister Kit Moreland met officials of the Ministry of Finance in Berlin on Monday.";
    assert_eq!(
        names(text),
        [("Kit Moreland", Label::Person), ("Ministry of Finance", Label::Org), ("Berlin", Label::Gpe)]
    );
}

#[test]
fn a_headline_in_capitals_is_read_with_the_text_beneath() {
    let text =
        "PUTIN MEETS MAYORS IN MOSCOW\n\nVladimir Putin met mayors in Moscow on Monday. Putin said he would stay.";
    let found = names(text);
    assert!(found.contains(&("PUTIN", Label::Person)) && found.contains(&("MOSCOW", Label::Gpe)), "{found:?}");
}

#[test]
fn a_line_in_capitals_is_read_by_itself() {
    let found = names("TRUMP MEETS PUTIN IN ALASKA");
    assert!(found.contains(&("TRUMP", Label::Person)) && found.contains(&("ALASKA", Label::Gpe)), "{found:?}");
    let found = names("SENATE VOTES TO END SHUTDOWN AS MORELAND FLIES TO BERLIN");
    assert!(found.contains(&("BERLIN", Label::Gpe)), "{found:?}");
}

#[test]
fn names_end_with_the_line_of_a_list() {
    let text = "Ana Bela\nKit Orr\nMaria Sami\nJohn Velk";
    let found = names(text);
    assert_eq!(found.iter().map(|name| name.0).collect::<Vec<_>>(), text.split('\n').collect::<Vec<_>>());
}

#[test]
fn hyphens_hold_a_name_together() {
    let found = names("Prime Minister Prayut Chan-o-cha met the Yukon Socio-economic Council in Bangkok.");
    assert!(found.contains(&("Prayut Chan-o-cha", Label::Person)), "{found:?}");
}

#[test]
fn nationalities_are_groups() {
    assert_eq!(
        names("He said French and Kenyan troops would stay."),
        [("French", Label::Norp), ("Kenyan", Label::Norp)]
    );
}

#[test]
fn text_without_a_capital_holds_no_name() {
    assert_eq!(names("rain fell in the hills and rivers rose, the office said."), []);
    assert_eq!(names(""), []);
}

#[test]
fn the_same_text_is_tagged_the_same() {
    let text = document("Ana Bela of Orrland and Kit Orr of the Bela Institute spoke.");
    assert_eq!(tagger().tag(&text), tagger().tag(&text));
}

#[test]
fn long_capitals_are_cut_into_runs() {
    let text = "ANA BELA ".repeat(20_000);
    check(&text, &tagger().tag(&document(&text)));
}

proptest! {
    #[test]
    fn mentions_lie_in_order_on_character_boundaries(text in "\\PC{0,120}", words in "([A-Z][a-zé’.-]{0,6} ?){0,12}") {
        for text in [text, words] {
            check(&text, &tagger().tag(&document(&text)));
        }
    }
}
