//! From mentions to entities: who is who within one document.
//!
//! People come first by their full names; a bare surname, a given name behind
//! 'Sir' or an initial goes to the one bearer it fits, to the nearest of
//! several, or stays alone. Everything else is joined by what the lists know to
//! be one thing, by equal words, acronyms and short forms.

mod amend;
mod entity;
mod groups;
mod name;
mod people;
mod things;
mod tidy;

use cutline_doc::{Document, Entity, Mention};

use crate::Lists;
use crate::rules::{put_in, rule_names};
use groups::Groups;
use name::{Family, Name};
pub(crate) use name::{bare, words};

/// Joins the mentions that name the same thing, and says so in each.
///
/// Mentions come back in order, people without their titles, and with what
/// [`rule_names`] finds put in. Amounts belong to no entity. Ids count from 0 in the order in which entities first appear.
pub fn link(document: &Document, mentions: &mut Vec<Mention>, lists: &Lists) -> Vec<Entity> {
    let text = &document.text;
    tidy::tidy(text, mentions, lists);
    amend::amend(text, mentions, lists);
    put_in(mentions, rule_names(document, lists));
    let mut names: Vec<Name> = mentions.iter().map(|mention| Name::new(text, mention, lists)).collect();
    tidy::relabel(&mut names, mentions);
    let people: Vec<usize> = (0..names.len()).filter(|&n| names[n].family == Family::Person).collect();
    let mut groups = Groups::new(names.len());
    people::join(text, &names, &people, lists, &mut groups);
    things::join(text, &names, lists, &mut groups);
    entity::entities(text, &names, mentions, lists, &mut groups)
}
