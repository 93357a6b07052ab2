//! Organisations, places and other things over many documents.

use std::collections::BTreeMap;

use cutline_doc::{Entity, Label};

use super::Member;
use super::joined::Joined;
use crate::link::{bare, words};
use crate::{Classes, Lists, Thing};

/// Joins all that is no person.
pub(super) fn join(members: &[Member<'_>], lists: &Lists, joined: &mut Joined) {
    let things: Vec<usize> =
        (0..members.len()).filter(|&m| members[m].entity.label != Label::Person && joined.is_free(m)).collect();
    let mut known: BTreeMap<Thing, usize> = BTreeMap::new();
    let mut named: BTreeMap<(Side, String), usize> = BTreeMap::new();
    for &m in &things {
        let entity = members[m].entity;
        if let Some(thing) = thing(entity, lists) {
            let first = *known.entry(thing).or_insert(m);
            joined.join(m, first, "names of one thing in the lists");
        }
        let key = (side(entity.label), words(bare(&entity.name)).concat());
        let first = *named.entry(key).or_insert(m);
        joined.join(m, first, "same name");
    }
    by_alias(members, &things, lists, joined);
}

/// Labels between which no name passes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Organisation,
    Place,
    Other(Label),
}

fn side(label: Label) -> Side {
    match label {
        Label::Org => Side::Organisation,
        Label::Gpe | Label::Loc | Label::Fac => Side::Place,
        other => Side::Other(other),
    }
}

/// What the lists know the entity as, if the name means one thing under its label.
fn thing(entity: &Entity, lists: &Lists) -> Option<Thing> {
    let found = lists.whole(bare(&entity.name))?;
    let place = Classes::COUNTRY | Classes::US_STATE | Classes::PROVINCE | Classes::REGION;
    let city = Classes::CITY | Classes::STATE_ABBREVIATION;
    let body = Classes::ORGANISATION | Classes::AGENCY | Classes::SEAT;
    let fits = match side(entity.label) {
        Side::Organisation => found.classes.any(body),
        Side::Place => found.classes.any(place | city | Classes::SEAT),
        Side::Other(_) => false,
    };
    found.thing.filter(|_| fits)
}

/// 'KSE' in one document is what another spells out, if only one entity is called so.
fn by_alias(members: &[Member<'_>], things: &[usize], lists: &Lists, joined: &mut Joined) {
    let mut called: BTreeMap<(Side, String), Vec<usize>> = BTreeMap::new();
    for &m in things {
        let entity = members[m].entity;
        let full = words(&entity.name).len() > 1;
        for alias in entity.aliases.iter().filter(|alias| full && alias.text != entity.name) {
            let root = joined.find(m);
            let bearers = called.entry((side(entity.label), words(bare(&alias.text)).concat())).or_default();
            if !bearers.iter().any(|&known| joined.find(known) == root) && bearers.len() < 10 {
                bearers.push(m);
            }
        }
    }
    for &m in things {
        let entity = members[m].entity;
        let acronym = entity.name.chars().filter(|c| c.is_uppercase()).count() > 1 && !entity.name.contains(' ');
        if !acronym || thing(entity, lists).is_some() {
            continue;
        }
        let key = (side(entity.label), words(bare(&entity.name)).concat());
        if let Some([full]) = called.get(&key).map(Vec::as_slice) {
            joined.join(m, *full, "acronym that another document spells out");
            joined.doubt(m, format!("acronym: {}", entity.name));
        }
    }
}
