//! Entities over documents.

use cutline_doc::{CorpusEntity, Entity, Label};
use cutline_entities::{Named, Overrides, merge};

use crate::marked::entities;

fn merged(sources: &[&str]) -> Vec<CorpusEntity> {
    merged_with(sources, &Overrides::default())
}

fn merged_with(sources: &[&str], overrides: &Overrides) -> Vec<CorpusEntity> {
    let documents: Vec<Vec<Entity>> = sources.iter().map(|source| entities(source)).collect();
    let documents: Vec<&[Entity]> = documents.iter().map(Vec::as_slice).collect();
    merge(&documents, cutline_english::lists(), overrides)
}

fn ids(entities: &[CorpusEntity]) -> Vec<&str> {
    entities.iter().map(|entity| entity.id.as_str()).collect()
}

fn named(name: &str) -> Named {
    Named { name: name.into(), label: None }
}

#[test]
fn one_person_over_documents() {
    let found = merged(&[
        "{Karl Orrsky PERSON} came",
        "President {Karl Orrsky PERSON}; {Orrsky PERSON}",
        "Mr {Orrsky PERSON} left",
    ]);
    assert_eq!(ids(&found), ["person:karl-orrsky"]);
    assert_eq!(found[0].members.len(), 3);
    assert_eq!(found[0].merged_because, ["only bearer of the surname", "same full name"]);
    assert_eq!(found[0].doubts, ["by surname alone: orrsky"]);
    assert_eq!(found[0].aliases[0].text, "Karl Orrsky");
}

#[test]
fn bearers_of_a_given_name_stay_apart() {
    let found = merged(&["{Vladimir Orrov PERSON}", "{Vladimir Belov PERSON}", "{Dmitry Orrov PERSON}"]);
    assert_eq!(found.len(), 3);
}

#[test]
fn a_surname_of_two_goes_by_role_or_stays_open() {
    let found =
        merged(&["President {Karl Orr PERSON}", "pilot {Ana Orr PERSON}", "President {Orr PERSON}", "{Orr PERSON}"]);
    assert_eq!(ids(&found), ["person:ana-orr", "person:karl-orr", "person:orr"]);
    assert_eq!(found[1].members.len(), 2);
    assert_eq!(found[2].doubts, ["2 people bear the surname orr"]);
}

#[test]
fn countries_by_all_their_names() {
    let found = merged(&["{U.S. GPE}", "{United States GPE}", "{US GPE} and {UK GPE}", "{Britain GPE}"]);
    assert_eq!(ids(&found), ["gpe:britain", "gpe:united-states"]);
    assert_eq!(found[1].country.as_deref(), Some("US"));
}

#[test]
fn acronyms_that_another_document_spells_out() {
    let found = merged(&["{Bela School of Economics ORG} ({BSE ORG})", "{BSE ORG} said"]);
    assert_eq!(ids(&found), ["org:bela-school-of-economics"]);
}

#[test]
fn a_ship_is_no_district() {
    let found = merged(&["the icebreaker {Belar PRODUCT}", "{Belar LOC} and {Belar Federal District LOC}"]);
    assert_eq!(ids(&found), ["loc:belar", "loc:belar-federal-district", "product:belar"]);
}

#[test]
fn order_does_not_matter() {
    let sources = [
        "{Karl Orrsky PERSON} and {Ana Bela PERSON} of {Orrsoft ORG}",
        "{Ana Maria Bela PERSON}; {Orrsoft Inc ORG}; {U.S. GPE}",
        "{Bela PERSON}, {Orrskyy PERSON}, {US GPE}, the {BSE ORG}",
        "{Carl Orrsky PERSON}; {Bela School of Economics ORG} ({BSE ORG})",
        "{Rosa Bela PERSON}",
    ];
    let whole = merged(&sources);
    for turn in 1..sources.len() {
        let mut turned = sources;
        turned.rotate_left(turn);
        let other = merged(&turned);
        assert_eq!(ids(&whole), ids(&other));
        for (one, other) in whole.iter().zip(&other) {
            let mut members: Vec<_> = other.members.clone();
            members.iter_mut().for_each(|m| m.document = (m.document + turn) % sources.len());
            members.sort_unstable();
            assert_eq!(one.members, members);
            assert_eq!((&one.name, &one.aliases, &one.roles), (&other.name, &other.aliases, &other.roles));
            assert_eq!((&one.merged_because, &one.doubts), (&other.merged_because, &other.doubts));
        }
    }
}

#[test]
fn an_editor_overrules() {
    let sources = ["{Karl Orrsky PERSON}", "{Karl Orrsky PERSON}", "{The Bee King PERSON}", "{Noise ORG}"];
    let overrides = Overrides {
        merge: vec![vec![named("Karl Orrsky"), named("Bee King")]],
        drop: vec![Named { name: "noise".into(), label: Some(Label::Org) }],
        ..Overrides::default()
    };
    let found = merged_with(&sources, &overrides);
    assert_eq!(ids(&found), ["person:karl-orrsky"]);
    assert!(found[0].merged_because.contains(&"merged by hand".to_string()));

    let split = Overrides { split: vec![named("Karl Orrsky")], ..Overrides::default() };
    assert_eq!(ids(&merged_with(&sources[..2], &split)), ["person:karl-orrsky", "person:karl-orrsky~2"]);

    let rename = Overrides { rename: vec![(named("Karl Orrsky"), "Carl Orr".into())], ..Overrides::default() };
    assert_eq!(merged_with(&sources[..2], &rename)[0].name, "Carl Orr");
}
