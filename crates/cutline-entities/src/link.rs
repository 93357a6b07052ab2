//! From mentions to entities: who is who within one document.
//!
//! People come first by their full names; a bare surname, a given name behind
//! 'Sir' or an initial goes to the one bearer it fits, to the nearest of
//! several, or stays alone. Everything else is joined by what the lists know to
//! be one thing, by equal words, acronyms and short forms.

mod entity;
mod groups;
mod name;
mod people;
mod things;

use std::collections::BTreeSet;

use cutline_doc::{Document, Entity, Label, Mention};

use crate::rules::{put_in, rule_names};
use crate::titles::without_title;
use crate::{Classes, Lists};
use groups::Groups;
use name::{Family, Name};
pub(crate) use name::{bare, words};

/// Joins the mentions that name the same thing, and says so in each.
///
/// Mentions come back in order, people without their titles, and with what
/// [`rule_names`] finds put in. Amounts belong to no entity. Ids count from 0 in the order in which entities first appear.
pub fn link(document: &Document, mentions: &mut Vec<Mention>, lists: &Lists) -> Vec<Entity> {
    let text = &document.text;
    tidy(text, mentions, lists);
    put_in(mentions, rule_names(document, lists));
    let mut names: Vec<Name> = mentions.iter().map(|mention| Name::new(text, mention, lists)).collect();
    take_for_people(&mut names, mentions);
    let people: Vec<usize> = (0..names.len()).filter(|&n| names[n].family == Family::Person).collect();
    let mut groups = Groups::new(names.len());
    people::join(text, &names, &people, lists, &mut groups);
    things::join(text, &names, lists, &mut groups);
    entity::entities(text, &names, mentions, lists, &mut groups)
}

/// Puts mentions in order and takes titles out of people's names.
fn tidy(text: &str, mentions: &mut Vec<Mention>, lists: &Lists) {
    mentions.sort_by_key(|mention| mention.span);
    for mention in mentions.iter_mut().filter(|mention| mention.label == Label::Person) {
        mention.span = without_title(text, mention.span, lists);
    }
    mentions.dedup_by(|later, earlier| earlier.span.overlaps(later.span));
}

/// A bare surname that was taken for something else is the person of that name,
/// unless the lists know it as a place or an organisation.
fn take_for_people(names: &mut [Name], mentions: &mut [Mention]) {
    let surnames: BTreeSet<String> = names
        .iter()
        .filter(|name| name.family == Family::Person && name.words.len() > 1)
        .map(|name| name.last().to_string())
        .collect();
    let known = Classes::COUNTRY
        | Classes::CITY
        | Classes::US_STATE
        | Classes::PROVINCE
        | Classes::REGION
        | Classes::ORGANISATION
        | Classes::AGENCY
        | Classes::SEAT;
    for (name, mention) in names.iter_mut().zip(mentions) {
        let thing = matches!(name.family, Family::Organisation | Family::Place | Family::Other);
        if thing && name.words.len() == 1 && surnames.contains(name.last()) && !name.classes.any(known) {
            (name.family, name.label, mention.label) = (Family::Person, Label::Person, Label::Person);
        }
    }
}
