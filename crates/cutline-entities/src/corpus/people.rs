//! People over many documents.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use cutline_doc::{Entity, Label};

use super::Member;
use super::joined::Joined;
use crate::Lists;
use crate::fold::fold;
use crate::person_name::{Likeness, PersonName, alike, likeness};
use crate::similar::sound;

/// How many people of one surname are looked at.
const BEARERS: usize = 1000;

/// Joins people: full names first, then those whom a document names by surname alone.
pub(super) fn join(members: &[Member<'_>], lists: &Lists, joined: &mut Joined) {
    let mut forms: BTreeMap<PersonName, Vec<usize>> = BTreeMap::new();
    for (m, member) in members.iter().enumerate().filter(|(_, member)| member.entity.label == Label::Person) {
        if joined.is_free(m) {
            forms.entry(PersonName::new(crate::link::words(&member.entity.name))).or_default().push(m);
        }
    }
    let (full, short): (Vec<_>, Vec<_>) = forms.into_iter().partition(|(name, _)| name.is_full());
    for members in full.iter().chain(&short).map(|(_, members)| members) {
        members.windows(2).for_each(|pair| joined.join(pair[0], pair[1], Likeness::Same.reason()));
    }
    let people = full_names(full, lists, joined);
    for (name, short) in short {
        bearer(members, &people, &name, &short, joined);
    }
}

/// A full name and the members that bear it.
type Person = (PersonName, Vec<usize>);

/// Joins full names that are variants of just one other, by the sound of their last words.
fn full_names(mut full: Vec<Person>, lists: &Lists, joined: &mut Joined) -> BTreeMap<String, Vec<Person>> {
    full.sort_by(|(a, _), (b, _)| (Reverse(a.words.len()), a).cmp(&(Reverse(b.words.len()), b)));
    let mut people: BTreeMap<String, Vec<Person>> = BTreeMap::new();
    for (name, members) in full {
        let key = sound(name.last());
        let bearers = people.entry(key).or_default();
        let like: Vec<(usize, Likeness)> = bearers
            .iter()
            .take(BEARERS)
            .enumerate()
            .filter_map(|(n, (known, _))| likeness(known, &name, lists).map(|like| (n, like)))
            .collect();
        match like[..] {
            [(n, like)] => {
                joined.join(members[0], bearers[n].1[0], like.reason());
                if like.is_doubtful() {
                    joined.doubt(members[0], format!("{}: {}", like.reason(), name.words.join(" ")));
                }
                bearers[n].1.extend(members);
            }
            [] => bearers.push((name, members)),
            _ => {
                joined.doubt(members[0], format!("may be one of {} people: {}", like.len(), name.words.join(" ")));
                bearers.push((name, members));
            }
        }
    }
    people
}

/// Joins those named by surname alone to its only bearer, or to the only one with the same role.
fn bearer(
    members: &[Member<'_>],
    people: &BTreeMap<String, Vec<Person>>,
    name: &PersonName,
    short: &[usize],
    joined: &mut Joined,
) {
    let found = people.get(&sound(name.last())).map_or(&[][..], Vec::as_slice);
    let found: Vec<&Person> = found.iter().take(BEARERS).filter(|(full, _)| alike(full.last(), name.last())).collect();
    let said = roles(short.iter().map(|&m| members[m].entity));
    let same_role = |(_, bearers): &&&Person| !roles(bearers.iter().map(|&m| members[m].entity)).is_disjoint(&said);
    let surname = name.words.join(" ");
    match found[..] {
        [] => {}
        [(_, bearers)] => {
            joined.join(short[0], bearers[0], "only bearer of the surname");
            joined.doubt(short[0], format!("by surname alone: {surname}"));
        }
        _ => match found.iter().filter(same_role).collect::<Vec<_>>()[..] {
            [(_, bearers)] => joined.join(short[0], bearers[0], "surname and role"),
            _ => joined.doubt(short[0], format!("{} people bear the surname {surname}", found.len())),
        },
    }
}

fn roles<'e>(entities: impl Iterator<Item = &'e Entity>) -> BTreeSet<String> {
    entities.flat_map(|entity| entity.roles.iter().map(|role| fold(&role.text))).collect()
}
