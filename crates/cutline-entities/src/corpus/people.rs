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
const BEARERS: usize = 100;

/// Joins people: full names first, then those whom a document names by surname alone.
pub(super) fn join(members: &[Member<'_>], lists: &Lists, joined: &mut Joined) {
    let mut forms: BTreeMap<PersonName, Vec<usize>> = BTreeMap::new();
    for (m, member) in members.iter().enumerate().filter(|(_, member)| member.entity.label == Label::Person) {
        if joined.is_free(m) {
            forms.entry(PersonName::new(crate::link::words(&member.entity.name))).or_default().push(m);
        }
    }
    let (full, short): (Vec<_>, Vec<_>) = forms.into_iter().partition(|(name, _)| name.is_full());
    for (_, members) in &full {
        members.windows(2).for_each(|pair| joined.join(pair[0], pair[1], Likeness::Same.reason()));
    }
    let mut people = full_names(full, lists, joined);
    for person in people.values_mut().flatten() {
        person.roles = roles(person.members.iter().map(|&m| members[m].entity));
    }
    for (name, short) in short {
        let mut open = Vec::new();
        for m in short {
            if !bearer(members, m, &people, &name, joined) {
                open.push(m);
            }
        }
        open.windows(2).for_each(|pair| joined.join(pair[0], pair[1], "same name"));
    }
}

/// A full name, the members that bear it, and their roles.
struct Person {
    name: PersonName,
    members: Vec<usize>,
    roles: BTreeSet<String>,
}

/// Joins full names that are variants of just one other, by the sound of their last words.
fn full_names(
    mut full: Vec<(PersonName, Vec<usize>)>,
    lists: &Lists,
    joined: &mut Joined,
) -> BTreeMap<String, Vec<Person>> {
    full.sort_by(|(a, _), (b, _)| (Reverse(a.words.len()), a).cmp(&(Reverse(b.words.len()), b)));
    let mut people: BTreeMap<String, Vec<Person>> = BTreeMap::new();
    for (name, members) in full {
        let key = sound(name.last());
        let bearers = people.entry(key).or_default();
        let like: Vec<(usize, Likeness)> = bearers
            .iter()
            .take(BEARERS)
            .enumerate()
            .filter_map(|(n, known)| likeness(&known.name, &name, lists).map(|like| (n, like)))
            .collect();
        match like[..] {
            [(n, like)] => {
                joined.join(members[0], bearers[n].members[0], like.reason());
                if like.is_doubtful() {
                    joined.doubt(members[0], format!("{}: {}", like.reason(), name.words.join(" ")));
                }
                bearers[n].members.extend(members);
            }
            [] => bearers.push(Person { name, members, roles: BTreeSet::new() }),
            _ => {
                joined.doubt(members[0], format!("may be one of {} people: {}", like.len(), name.words.join(" ")));
                bearers.push(Person { name, members, roles: BTreeSet::new() });
            }
        }
    }
    people
}

/// Joins one named by surname alone to its only bearer, or to the only one
/// with the same role, and says whether there was one.
fn bearer(
    members: &[Member<'_>],
    m: usize,
    people: &BTreeMap<String, Vec<Person>>,
    name: &PersonName,
    joined: &mut Joined,
) -> bool {
    let found = people.get(&sound(name.last())).map_or(&[][..], Vec::as_slice);
    let found: Vec<&Person> =
        found.iter().take(BEARERS).filter(|known| alike(known.name.last(), name.last())).collect();
    let surname = name.words.join(" ");
    if let [person] = found[..] {
        joined.join(m, person.members[0], "only bearer of the surname");
        joined.doubt(m, format!("by surname alone: {surname}"));
        return true;
    }
    let said = roles(std::iter::once(members[m].entity));
    let fitting: Vec<&&Person> = found.iter().filter(|person| !person.roles.is_disjoint(&said)).collect();
    if let [person] = fitting[..] {
        joined.join(m, person.members[0], "surname and role");
        return true;
    }
    if !found.is_empty() {
        joined.doubt(m, format!("{} people bear the surname {surname}", found.len()));
    }
    false
}

fn roles<'e>(entities: impl Iterator<Item = &'e Entity>) -> BTreeSet<String> {
    entities.flat_map(|entity| entity.roles.iter().map(|role| fold(&role.text))).collect()
}
