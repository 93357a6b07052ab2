//! From groups of mentions to entities.

use std::collections::BTreeMap;

use cutline_doc::{Alias, Entity, Label, Mention};

use super::groups::Groups;
use super::name::{Family, Name, called};
use crate::Lists;
use crate::places::whereabouts;
use crate::roles::roles;

/// One entity a group, in the order of first mention; amounts have none.
pub(super) fn entities(
    text: &str,
    names: &[Name],
    mentions: &mut [Mention],
    lists: &Lists,
    groups: &mut Groups,
) -> Vec<Entity> {
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for n in (0..names.len()).filter(|&n| names[n].family != Family::Amount) {
        members.entry(groups.find(n)).or_default().push(n);
    }
    let mut found = Vec::with_capacity(members.len());
    for (id, group) in members.into_values().enumerate() {
        let id = id as u32;
        group.iter().for_each(|&n| mentions[n].entity = Some(id));
        found.push(entity(text, id, &group, names, lists));
    }
    roles(text, mentions, &mut found, lists);
    found
}

fn entity(text: &str, id: u32, group: &[usize], names: &[Name], lists: &Lists) -> Entity {
    let label = most(group.iter().map(|&n| names[n].label));
    let aliases = aliases(text, group, names, lists);
    let name = if label == Label::Norp { aliases[0].text.clone() } else { fullest(&aliases, label) };
    let forms = std::iter::once(name.as_str()).chain(aliases.iter().map(|alias| alias.text.as_str()));
    let (country, position) = whereabouts(label, forms, lists);
    Entity { id, label, name, aliases, roles: Vec::new(), mentions: group.len() as u32, country, position }
}

/// The label that occurs most; of several the first.
fn most(labels: impl Iterator<Item = Label>) -> Label {
    let mut counts: Vec<(Label, usize)> = Vec::new();
    for label in labels {
        match counts.iter_mut().find(|(known, _)| *known == label) {
            Some((_, count)) => *count += 1,
            None => counts.push((label, 1)),
        }
    }
    let mut best = counts[0];
    for &entry in &counts[1..] {
        if entry.1 > best.1 {
            best = entry;
        }
    }
    best.0
}

/// The forms as written, most frequent first, then in the order of the text.
fn aliases(text: &str, group: &[usize], names: &[Name], lists: &Lists) -> Vec<Alias> {
    let mut forms: BTreeMap<String, (u32, usize)> = BTreeMap::new();
    for &n in group {
        let surface = called(&text[names[n].span], lists).split_whitespace().collect::<Vec<_>>().join(" ");
        forms.entry(surface).or_insert((0, n)).0 += 1;
    }
    let mut forms: Vec<_> = forms.into_iter().collect();
    forms.sort_by_key(|&(_, (count, first))| (std::cmp::Reverse(count), first));
    forms.into_iter().map(|(text, (count, _))| Alias { text, count }).collect()
}

/// The form with the most words; of several the one that is not all capitals,
/// then the most frequent.
fn fullest(aliases: &[Alias], label: Label) -> String {
    let shouted = |form: &str| form.len() > 4 && !form.chars().any(char::is_lowercase);
    let score = |alias: &Alias| {
        let words = super::name::words(&alias.text);
        let letters = if label == Label::Person { 0 } else { alias.text.chars().count() };
        (words.len(), !shouted(&alias.text), letters)
    };
    let mut best = &aliases[0];
    for alias in &aliases[1..] {
        if score(alias) > score(best) {
            best = alias;
        }
    }
    best.text.clone()
}
