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
        ["direct: “The old ferry will stay until spring. | “After that it goes to the museum.” / said / Bela"]
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

#[test]
fn a_question_is_one_sentence_with_who_asks_it() {
    assert_eq!(
        told("“Who paid for the road?” Orr demanded. The room was silent."),
        ["direct: “Who paid for the road?” / demanded / Orr"]
    );
}

#[test]
fn what_follows_a_whole_quotation_is_no_part_of_it() {
    assert_eq!(
        told("“Are you coming?” Bela asked, but the bridge had closed and the guards had gone."),
        ["direct: “Are you coming?” / asked / Bela"]
    );
    assert_eq!(
        told(
            "“Nobody is above the law,” Orr said after the clerk failed to appear for a second time. “He will have to answer.”"
        ),
        ["direct: “Nobody is above the law,” | “He will have to answer.” / said / Orr"]
    );
    assert_eq!(
        told("Bela turned round and said, “Don’t you do it,” until the boat was out of sight."),
        ["direct: “Don’t you do it,” / said / Bela"]
    );
}

#[test]
fn a_split_quotation_may_have_more_than_its_verb_between() {
    assert_eq!(
        told("“Every time you say that,” Orr said, pointing at the dam, “you lose a hundred voters.”"),
        ["direct: “Every time you say that,” | “you lose a hundred voters.” / said / Orr"]
    );
}

#[test]
fn the_verb_right_before_a_quotation_owns_it() {
    let found =
        told("Orr noted that the town has often paid too little for water, and Bela boasted, “That makes us smart.”");
    assert_eq!(found.last().unwrap(), "direct: “That makes us smart.” / boasted / Bela");
}

#[test]
fn a_sentence_with_a_verb_of_its_own_is_another_quotation() {
    let found =
        told("“This is not right,” Bela said. “You pushed the workers too hard” to please the owners, Orr said.");
    assert_eq!(found[0], "direct: “This is not right,” / said / Bela");
    assert!(found[1].starts_with("mixed: “You pushed the workers too hard”"), "{found:?}");
    assert!(found[1].ends_with("/ said / Orr"), "{found:?}");
}

#[test]
fn speech_goes_on_behind_a_sentence_without_any() {
    let found = told(
        "“We had trouble with the pumps before,” Bela said after the storm. She did not name a firm. “Our aim is to find out who built them.”",
    );
    assert_eq!(
        found.last().unwrap(),
        "direct: “We had trouble with the pumps before,” | “Our aim is to find out who built them.” / said / Bela"
    );
}

#[test]
fn one_verb_governs_a_list() {
    assert_eq!(
        told("Orr called the mayor a “liar,” a “fool” and a “danger to the whole town.”"),
        ["mixed: the mayor a “liar,” a “fool” and a “danger to the whole town.” / called / Orr"]
    );
}

#[test]
fn a_nickname_is_no_quotation() {
    let page = Page::new("“We will win this time!” the deputy, Marta “Mia” Orr, shouted to the crowd.", &[]);
    assert_eq!(page.told(), ["direct: “We will win this time!” / shouted / the deputy, Marta “Mia” Orr,"]);
    let terms: Vec<&str> = page.find().terms.iter().map(|&span| &page.document.text[span]).collect();
    assert_eq!(terms, ["“Mia”"]);
}

#[test]
fn a_participle_has_the_subject_of_the_main_clause() {
    let found = told("After saying the wall was “far too thin to hold,” Bela was taken to the quay.");
    assert_eq!(found[0], "mixed: the wall was “far too thin to hold,” / saying / Bela");
}

#[test]
fn as_somebody_put_it() {
    assert_eq!(
        told("The plan was, as the mayor put it in a long letter, “a gift to the gulls.”"),
        ["direct: “a gift to the gulls.” / put it / the mayor"]
    );
}

#[test]
fn attribution_may_end_the_sentence() {
    assert_eq!(
        told(
            "Meanwhile, the town and the province signed a paper as a first step towards the stalled harbor plan, the harbor minister said."
        ),
        [
            "indirect: the town and the province signed a paper as a first step towards the stalled harbor plan / said / the harbor minister"
        ]
    );
}

#[test]
fn a_lost_full_stop_ends_the_sentence() {
    let found = told(
        "Shoppers are snapping up While 191 firms have left the town some 1,223 are staying, according to a study by the Lune School.",
    );
    assert_eq!(
        found,
        [
            "indirect: While 191 firms have left the town some 1,223 are staying / according to / a study by the Lune School"
        ]
    );
}

#[test]
fn what_nobody_said_is_no_quotation() {
    for text in [
        "The two sides met to discuss the return of the boats.",
        "The town refused to sign the treaty on the river.",
        "Voters would think twice about the harbor if the price were to rise.",
    ] {
        assert_eq!(told(text), Vec::<String>::new(), "{text}");
    }
}
