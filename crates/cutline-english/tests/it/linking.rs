//! Who is who within a document.

use crate::marked::{entities, forms};

#[test]
fn surnames_and_titled_forms() {
    let found = forms(
        "{Ana Bela PERSON} spoke. {Bela PERSON} smiled, Ms {Bela PERSON} said. Dame {Ana PERSON} left. {BELA PERSON} wins",
    );
    assert_eq!(found, [["Ana Bela", "Bela", "Ana", "BELA"]]);
}

#[test]
fn a_headline_may_name_the_surname_first() {
    assert_eq!(forms("{Orrsky PERSON} wins\n{Karl Orrsky PERSON} won."), [["Orrsky", "Karl Orrsky"]]);
}

#[test]
fn two_bearers_of_one_surname_stay_apart() {
    let found = forms(
        "{Karl Orr PERSON} and his wife, {Maria Orr PERSON}, came. Mr {Orr PERSON} sat down. Mrs {Orr PERSON} did not. Then {Maria Orr PERSON} rose, and {Orr PERSON} sang.",
    );
    assert_eq!(found.len(), 2);
    let people = entities(
        "{Karl Orr PERSON} and his wife, {Maria Orr PERSON}, came. Mr {Orr PERSON} sat down. Mrs {Orr PERSON} did not. Then {Maria Orr PERSON} rose, and {Orr PERSON} sang.",
    );
    let counts: Vec<(&str, u32)> = people.iter().map(|p| (p.name.as_str(), p.mentions)).collect();
    assert_eq!(counts, [("Karl Orr", 2), ("Maria Orr", 4)]);
}

#[test]
fn another_sex_is_another_person() {
    assert_eq!(forms("{John Orr PERSON} came. Mrs {Orr PERSON} did not."), [["John Orr"], ["Orr"]]);
}

#[test]
fn initials_nicknames_and_middle_names() {
    assert_eq!(forms("{William Orrsky PERSON} came. {Bill Orrsky PERSON} sat."), [["William Orrsky", "Bill Orrsky"]]);
    assert_eq!(forms("{J. Bela PERSON} wrote. {Jonas Bela PERSON} read."), [["J. Bela", "Jonas Bela"]]);
    assert_eq!(forms("{Ana Rosa Bela PERSON} wrote. {Ana Bela PERSON} read."), [["Ana Rosa Bela", "Ana Bela"]]);
    assert_eq!(
        forms("{William “Spike” Orrsky PERSON} came. {Spike Orrsky PERSON} sat."),
        [["William “Spike” Orrsky", "Spike Orrsky"]]
    );
}

#[test]
fn spellings_accents_and_hyphens() {
    assert_eq!(forms("{Dmitri Orrskyy PERSON} or {Dmitry Orrsky PERSON}"), [["Dmitri Orrskyy", "Dmitry Orrsky"]]);
    assert_eq!(forms("{José Béla PERSON} and {Jose Bela PERSON}"), [["José Béla", "Jose Bela"]]);
    assert_eq!(
        forms("{Park Min-ho PERSON} and {Park Min Ho PERSON}. {Park PERSON} said"),
        [["Park Min-ho", "Park Min Ho", "Park"]]
    );
    assert_eq!(
        forms("{Ursula von der Bela PERSON}. {von der Bela PERSON} said"),
        [["Ursula von der Bela", "von der Bela"]]
    );
}

#[test]
fn bearers_of_one_given_name_stay_apart() {
    let found = forms("{Dmitry Orrov PERSON}, {Dmitry Belov PERSON} and {Dmitri Samov PERSON}");
    assert_eq!(found, [["Dmitry Orrov"], ["Dmitry Belov"], ["Dmitri Samov"]]);
}

#[test]
fn suffixes_tell_father_and_son_apart() {
    assert_eq!(forms("{Karl Orr Jr PERSON} and {Karl Orr Sr PERSON}").len(), 2);
    assert_eq!(forms("King {Karl III PERSON} came. {Karl PERSON} sat."), [["Karl III", "Karl"]]);
}

#[test]
fn countries_by_all_their_names() {
    let found = forms(
        "{U.S. GPE}, {US GPE}, {United States GPE}, {the United States of America GPE}; {U.K. GPE}, {Britain GPE}",
    );
    assert_eq!(found.len(), 2);
}

#[test]
fn people_of_a_country_are_not_the_country() {
    assert_eq!(forms("{France GPE} and the {French NORP}; {Russians NORP}, a {Russian NORP}").len(), 3);
}

#[test]
fn acronyms_with_their_expansion() {
    assert_eq!(
        forms("The {Bela School of Economics ORG} ({BSE ORG}) said. {BSE ORG} counts."),
        [["Bela School of Economics", "BSE"]]
    );
    assert_eq!(forms("{BSE ORG} ({Bela School of Economics ORG})"), [["BSE", "Bela School of Economics"]]);
    assert_eq!(forms("{Orr Institute of Bees ORG} met. {OIB ORG} too."), [["Orr Institute of Bees", "OIB"]]);
    assert_eq!(forms("{Orr Institute ORG} met. {OI ORG} too.").len(), 2, "two letters may be anything");
}

#[test]
fn organisations_in_short() {
    assert_eq!(forms("{Orrsoft Inc ORG} sells. {Orrsoft ORG} buys."), [["Orrsoft Inc", "Orrsoft"]]);
    assert_eq!(forms("{Belaford University ORG} and {Belaford ORG}"), [["Belaford University", "Belaford"]]);
    assert_eq!(forms("{French Bee Council ORG} and the {Bee Council ORG}"), [["French Bee Council", "Bee Council"]]);
    assert_eq!(forms("{U.S. Bee Board ORG}, {United States Bee Board ORG}").len(), 1);
    assert_eq!(forms("{Orr Bank ORG} and {Orr Airlines ORG}").len(), 2);
}

#[test]
fn storms_go_by_their_own_name() {
    assert_eq!(
        forms("{Hurricane Belinda EVENT} hit. {Belinda EVENT} grew. {Tropical Storm Belinda EVENT} fades."),
        [["Hurricane Belinda", "Belinda", "Tropical Storm Belinda"]]
    );
}

#[test]
fn a_ship_is_no_district() {
    assert_eq!(forms("the icebreaker {Belar PRODUCT} and {Belar Federal District LOC}; {Belar LOC}").len(), 3);
}

#[test]
fn ids_count_from_0_and_amounts_have_none() {
    let found = entities("{Ana Bela PERSON} paid $5 million to {Orrsoft ORG} in {Kyiv GPE}.");
    assert_eq!(found.iter().map(|e| e.id).collect::<Vec<_>>(), [0, 1, 2]);
    assert_eq!(found[2].country.as_deref(), Some("UA"));
}

#[test]
fn titles_leave_the_span() {
    assert_eq!(forms("{Ms. Bela PERSON} and {President Ana Bela PERSON}"), [["Bela", "Ana Bela"]]);
}

#[test]
fn places_that_may_be_several_have_no_coordinates() {
    let found = entities("{Springfield GPE} and {Paris GPE}");
    assert_eq!((found[0].position, found[1].position.is_some()), (None, true));
}
