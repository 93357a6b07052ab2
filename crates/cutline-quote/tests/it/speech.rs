//! Content, cue and source.

use cutline_doc::QuoteKind;

use crate::page::Page;

fn told(text: &str) -> Vec<String> {
    Page::new(text, &[]).told()
}

#[test]
fn a_split_quotation_is_one() {
    assert_eq!(
        told("“The bridge is safe,” Bela said on Monday. “We tested every bolt.”"),
        ["direct: “The bridge is safe,” | “We tested every bolt.” / said / Bela"]
    );
}

#[test]
fn the_subject_may_follow_the_verb() {
    assert_eq!(
        told("\"We have waited ten years for this road,\" said Tomas Orr, a farmer."),
        ["direct: \"We have waited ten years for this road,\" / said / Tomas Orr, a farmer"]
    );
}

#[test]
fn a_quotation_runs_over_paragraphs() {
    let found =
        told("Bela said: “The old ferry will stay until spring.\n“After that it goes to the museum.”\nThe crowd left.");
    assert_eq!(
        found,
        ["direct: “The old ferry will stay until spring. | “After that it goes to the museum.” / said: / Bela"]
    );
}

#[test]
fn a_colon_announces_the_next_paragraph() {
    let found =
        told("Then Orr added:\n“Nobody asked the people who live here what they want.”\nThe council will vote in May.");
    assert_eq!(found.len(), 1);
    assert!(
        found[0].starts_with("direct: “Nobody asked the people who live here what they want.” / added"),
        "{found:?}"
    );
}

#[test]
fn a_clause_without_a_verb_of_speech_may_announce() {
    assert_eq!(
        told("Asked whether she would resign, Bela was blunt: “That is none of your business.”").last().unwrap(),
        "direct: “That is none of your business.” / was blunt / Bela"
    );
}

#[test]
fn marks_inside_a_clause_make_it_mixed() {
    assert_eq!(
        told("Bela said that the plan was “dead on arrival” in the council."),
        ["mixed: that the plan was “dead on arrival” in the council / said / Bela"]
    );
}

#[test]
fn speech_without_marks() {
    assert_eq!(
        told("Bela said the bridge would open in May."),
        ["indirect: the bridge would open in May / said / Bela"]
    );
    assert_eq!(
        told("The bridge will open in May, according to the ministry."),
        ["indirect: The bridge will open in May / according to / the ministry"]
    );
    assert_eq!(
        told("Bela did not say who had paid for the trip."),
        ["indirect: who had paid for the trip / did not say / Bela"]
    );
}

#[test]
fn content_may_stand_around_the_cue() {
    assert_eq!(
        told("The two sides left after the talks, which local news agencies said lasted for three hours."),
        ["indirect: which | lasted for three hours / said / local news agencies"]
    );
}

#[test]
fn coordinated_verbs_share_their_subject() {
    let found =
        told("Bela said talks on the harbor were \"going well\" but warned, “If they fail, we will walk away.”");
    assert_eq!(
        found,
        [
            "mixed: talks on the harbor were \"going well\" / said / Bela",
            "direct: “If they fail, we will walk away.” / warned / Bela"
        ]
    );
}

#[test]
fn deeds_and_nouns_are_no_speech() {
    let texts = [
        "Talks about a new harbor have stalled.",
        "After private talks Monday with Orr, the mayor went home.",
        "The town and the state signed a contract for the new harbor.",
        "The two are expected to meet in May.",
    ];
    for text in texts {
        assert_eq!(told(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn where_it_was_said_is_no_part_of_it() {
    assert_eq!(
        told("Bela said that the council could “move on” within days in comments after a meeting in Harbour City."),
        ["mixed: that the council could “move on” within days / said / Bela"]
    );
    assert_eq!(
        told("The dam held through the night, the mayor said, but did not give further details."),
        ["indirect: The dam held through the night / said / the mayor"]
    );
}

#[test]
fn two_coordinated_verbs_are_two_quotations() {
    assert_eq!(
        told("Orr has praised the old mayor and even called her “very clever” for buying the quay."),
        [
            "indirect: the old mayor / has praised / Orr",
            "mixed: her “very clever” for buying the quay / even called / Orr"
        ]
    );
}

#[test]
fn titles_and_inscriptions_are_terms() {
    let page = Page::new(
        "A banner over the gate reads: \"Welcome (again) friends\". Orr wrote “The Long Road Home” in 1990.",
        &[],
    );
    let found = page.find();
    let terms: Vec<&str> = found.terms.iter().map(|&span| &page.document.text[span]).collect();
    assert_eq!(terms, ["\"Welcome (again) friends\"", "“The Long Road Home”"]);
    assert!(found.quotes.iter().all(|quote| quote.kind == QuoteKind::Indirect), "{:?}", page.told());
}

#[test]
fn a_quoter_without_a_model_goes_by_rules() {
    let page = Page::new("“The road is closed today,” Bela said. The rain went on.", &["Bela"]);
    let found = cutline_quote::Quoter::rules().find(&page.document, &page.mentions, &page.entities);
    assert_eq!(found.quotes.len(), 1);
    assert_eq!((found.quotes[0].kind, found.quotes[0].speaker), (QuoteKind::Direct, Some(0)));
}
