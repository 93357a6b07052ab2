//! Posts, transcripts and names behind a dash.

use cutline_doc::BlockKind;

use crate::page::{Page, blocks};

fn of_kind(text: &str, kind: BlockKind, people: &[&str]) -> Page {
    let mut page = Page::new(text, people);
    page.document = blocks(text, kind);
    page
}

#[test]
fn a_post_is_said_by_its_author() {
    let text = "The new ferry sails at noon, see you there! pic.example/x — Ana Bela (@anabela) May 3, 2021";
    let page = of_kind(text, BlockKind::SocialPost, &["Ana Bela"]);
    let quote = &page.find().quotes[0];
    assert_eq!(quote.rule, "post");
    assert_eq!(&text[quote.source[0]], "Ana Bela");
    assert!(text[quote.content[0]].starts_with("The new ferry") && !text[quote.content[0]].contains('—'));
    assert_eq!(page.speaker(quote), Some("Ana Bela"));
}

#[test]
fn a_name_behind_a_dash_speaks() {
    let page = Page::new("“I never wanted to run a bakery.” — Ana Bela, baker", &["Ana Bela"]);
    let quote = &page.find().quotes[0];
    assert_eq!((quote.rule.as_ref(), page.speaker(quote)), ("dash", Some("Ana Bela")));
    let below =
        Page::new("“I never wanted to run a bakery.”\n— Ana Bela, baker\nThe shop opens at six.", &["Ana Bela"]);
    assert_eq!(below.speaker(&below.find().quotes[0]), Some("Ana Bela"));
}

#[test]
fn turns_of_a_transcript() {
    let text = "BELA: Why did the ferry stop?\nORR: The engine was old.\nBELA: Who knew?\nORR: Everybody did.";
    let page = Page::new(text, &["Ana Bela|BELA", "Tomas Orr|ORR"]);
    let found = page.find();
    let turns: Vec<(Option<&str>, &str)> =
        found.quotes.iter().map(|quote| (page.speaker(quote), quote.rule.as_ref())).collect();
    assert_eq!(
        turns,
        [
            (Some("Ana Bela"), "transcript"),
            (Some("Tomas Orr"), "transcript"),
            (Some("Ana Bela"), "transcript"),
            (Some("Tomas Orr"), "transcript")
        ]
    );
}

#[test]
fn a_single_label_makes_no_transcript() {
    let page = Page::new("UPDATE: The bridge is open again.\nTraffic was light on Friday.", &[]);
    assert!(page.find().quotes.iter().all(|quote| quote.rule != "transcript"));
}

#[test]
fn an_answer_is_that_of_the_one_who_is_interviewed() {
    let text = "Ana Bela spoke about the dam.\nQ: Is it safe?\nA: It is.\nIt always was.\nQ: Who says so?\nA: I do.";
    let page = Page::new(text, &["Ana Bela"]);
    let turns: Vec<(Option<&str>, usize)> = page
        .find()
        .quotes
        .iter()
        .filter(|q| q.rule == "transcript")
        .map(|q| (page.speaker(q), q.content.len()))
        .collect();
    assert_eq!(turns, [(None, 1), (Some("Ana Bela"), 2), (None, 1), (Some("Ana Bela"), 1)]);
}
