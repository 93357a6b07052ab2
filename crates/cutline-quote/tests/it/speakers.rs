//! Who speaks, and when nobody can tell.

use cutline_doc::SpeakerVia;

use crate::page::Page;

/// Speaker and how of each quotation in quotation marks.
fn speakers(page: &Page) -> Vec<(Option<&str>, SpeakerVia)> {
    let found = page.find();
    let quoted = |quote: &&cutline_doc::Quote| quote.kind != cutline_doc::QuoteKind::Indirect;
    found.quotes.iter().filter(quoted).map(|quote| (page.speaker(quote), quote.speaker_via)).collect()
}

#[test]
fn names_with_titles_and_appositions() {
    let page = Page::new(
        "“The road is closed,” said the regional police chief, Tomas Orr.\n“It opens again on Friday,” said Mayor Ana Bela, a former engineer.",
        &["Ana Bela", "Tomas Orr"],
    );
    assert_eq!(speakers(&page), [(Some("Tomas Orr"), SpeakerVia::Name), (Some("Ana Bela"), SpeakerVia::Name)]);
}

#[test]
fn a_pronoun_goes_back_to_the_subject() {
    let page = Page::new(
        "Ana Bela met farmers near the river on Monday. “You were right about the dam,” she said.",
        &["Ana Bela|Bela"],
    );
    assert_eq!(speakers(&page), [(Some("Ana Bela"), SpeakerVia::Pronoun)]);
}

#[test]
fn a_title_that_one_person_has() {
    let page = Page::new(
        "Ana Bela, the foreign minister, flew home.\nTomas Orr stayed.\n“The talks will go on in June,” the foreign minister said.",
        &["Ana Bela|foreign minister", "Tomas Orr"],
    );
    assert_eq!(speakers(&page), [(Some("Ana Bela"), SpeakerVia::Title)]);
}

#[test]
fn unknown_stays_unknown() {
    let page = Page::new(
        "President Ana Bela spoke with Tomas Orr.\n“The ports are ready for the winter,” the defense minister said.\n\
         “Nobody told us anything at all,” said a spokesman for Ana Bela.\n“It was a long night for all of us,” said one worker familiar with the talks.",
        &["Ana Bela|president", "Tomas Orr"],
    );
    assert_eq!(speakers(&page), [(None, SpeakerVia::None); 3]);
}

#[test]
fn the_same_words_told_twice_are_linked() {
    let page = Page::new(
        "Ana Bela said the harbor “will never be sold to anyone.”\nPeople cheered.\n\
         “As long as I am mayor, the harbor will never be sold to anyone,” Bela said.",
        &["Ana Bela|Bela"],
    );
    let links: Vec<Option<usize>> = page.find().quotes.iter().map(|quote| quote.same_as).collect();
    assert_eq!(links, [None, Some(0)]);
}

#[test]
fn a_possessor_tells_whose_minister_speaks() {
    let text = "Lune’s economy minister Ana Bela flew home.\n“The ports are ready for the winter,” Lune’s economy minister said.\n\
                “So are ours, and have been since the spring,” Norland’s economy minister said.";
    let mut page = Page::new(text, &["Ana Bela|economy minister"]);
    let at = text.find("economy").unwrap();
    page.entities[0].roles[0].span = cutline_doc::Span::new(at, at + "economy minister".len());
    assert_eq!(speakers(&page), [(Some("Ana Bela"), SpeakerVia::Title), (None, SpeakerVia::None)]);
}
