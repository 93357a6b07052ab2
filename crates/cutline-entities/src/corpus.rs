//! Across documents: one entity per person, organisation and place.
//!
//! Everything goes by what the entities of the documents are called, never by
//! the order of the documents: the same documents in another order give the
//! same entities under the same ids.

mod joined;
mod overrides;
mod people;
mod things;

use std::collections::BTreeMap;

use cutline_doc::{Alias, CorpusEntity, Entity, EntityRef, Label};

use crate::Lists;
use joined::Joined;
pub use overrides::{Named, Overrides};

/// Joins the entities of many documents.
///
/// `documents` holds what [`link`](crate::link) returned for each. The entities
/// come back in the order of their ids; amounts are left out.
///
/// ```
/// use cutline_doc::{Alias, Entity, Label};
/// use cutline_entities::{Lists, Overrides, merge};
///
/// let person = |name: &str| Entity {
///     id: 0,
///     label: Label::Person,
///     name: name.into(),
///     aliases: vec![Alias { text: name.into(), count: 1 }],
///     roles: Vec::new(),
///     mentions: 1,
///     country: None,
///     position: None,
/// };
/// let (one, other) = ([person("Ana Maria Bela")], [person("Ana Bela")]);
/// let merged = merge(&[&one, &other], &Lists::default(), &Overrides::default());
/// assert_eq!(merged[0].id, "person:ana-maria-bela");
/// assert_eq!(merged[0].merged_because, ["same name but for a middle name"]);
/// ```
pub fn merge(documents: &[&[Entity]], lists: &Lists, overrides: &Overrides) -> Vec<CorpusEntity> {
    let mut members: Vec<Member<'_>> = documents
        .iter()
        .enumerate()
        .flat_map(|(document, entities)| entities.iter().map(move |entity| Member::new(document, entity)))
        .filter(|member| !member.entity.label.is_amount() && !overrides.drops(member.entity))
        .collect();
    members.sort_by(|a, b| a.content().cmp(&b.content()));
    let mut joined = Joined::new(members.len(), overrides.held_apart(&members));
    overrides.join(&members, &mut joined);
    people::join(&members, lists, &mut joined);
    things::join(&members, lists, &mut joined);
    let mut found: Vec<CorpusEntity> =
        joined.groups().into_iter().map(|group| entity(&members, group, overrides)).collect();
    number_equal_ids(&mut found);
    found
}

/// An entity of one document.
#[derive(Clone, Copy, Debug)]
struct Member<'e> {
    at: EntityRef,
    entity: &'e Entity,
}

impl<'e> Member<'e> {
    fn new(document: usize, entity: &'e Entity) -> Member<'e> {
        Member { at: EntityRef { document, entity: entity.id }, entity }
    }

    /// What it says, for an order that does not depend on that of the documents.
    fn content(&self) -> impl Ord + 'e {
        let entity = self.entity;
        let aliases: Vec<(&str, u32)> = entity.aliases.iter().map(|alias| (alias.text.as_str(), alias.count)).collect();
        let roles: Vec<(&str, u32)> = entity.roles.iter().map(|role| (role.text.as_str(), role.span.start)).collect();
        (entity.label, entity.name.as_str(), aliases, roles)
    }
}

fn entity(members: &[Member<'_>], group: joined::Group, overrides: &Overrides) -> CorpusEntity {
    let entities: Vec<&Entity> = group.members.iter().map(|&m| members[m].entity).collect();
    let label = label(&entities);
    let aliases = counted(entities.iter().flat_map(|e| e.aliases.iter().map(|a| (a.text.as_str(), a.count))));
    let name = overrides.called(&entities).unwrap_or_else(|| name(&entities));
    let place = entities.iter().filter(|e| e.country.is_some()).max_by_key(|e| e.position.is_some());
    let mut at: Vec<EntityRef> = group.members.iter().map(|&m| members[m].at).collect();
    at.sort_unstable();
    CorpusEntity {
        id: id(label, &name),
        label,
        name,
        aliases,
        roles: counted(entities.iter().flat_map(|e| e.roles.iter().map(|role| (role.text.as_str(), 1)))),
        members: at,
        merged_because: group.reasons,
        doubts: group.doubts,
        country: place.and_then(|e| e.country.clone()),
        position: place.and_then(|e| e.position),
    }
}

/// The label that most mentions have.
fn label(entities: &[&Entity]) -> Label {
    let mut counts: BTreeMap<Label, u32> = BTreeMap::new();
    for entity in entities {
        *counts.entry(entity.label).or_default() += entity.mentions;
    }
    let most = counts.into_iter().max_by_key(|&(label, count)| (count, std::cmp::Reverse(label)));
    most.map_or(Label::Person, |(label, _)| label)
}

/// What most documents call it in full; of several the longest.
fn name(entities: &[&Entity]) -> String {
    let longest = entities.iter().map(|e| e.name.split_whitespace().count()).max().unwrap_or(0);
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for entity in entities {
        let words = entity.name.split_whitespace().count();
        let full = if entity.label == Label::Person { words > 1 || longest == 1 } else { true };
        if full {
            counts.entry(&entity.name).or_insert((0, words)).0 += 1;
        }
    }
    let best =
        counts.into_iter().max_by_key(|&(name, (count, words))| (words > 1, count, words, std::cmp::Reverse(name)));
    best.map_or_else(String::new, |(name, _)| name.to_string())
}

/// Texts with the sums of their counts, most frequent first.
fn counted<'t>(texts: impl Iterator<Item = (&'t str, u32)>) -> Vec<Alias> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for (text, count) in texts {
        *counts.entry(text).or_default() += count;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    counts.into_iter().map(|(text, count)| Alias { text: text.into(), count }).collect()
}

/// 'person:ana-bela'.
fn id(label: Label, name: &str) -> String {
    let words = crate::link::words(name);
    format!("{}:{}", label.name().to_lowercase(), words.join("-"))
}

/// Entities of one name that stay apart are told apart by a number, in the order of what they say.
fn number_equal_ids(entities: &mut [CorpusEntity]) {
    let texts = |list: &[Alias]| list.iter().map(|a| (a.text.clone(), a.count)).collect::<Vec<_>>();
    entities.sort_by_cached_key(|e| (e.id.clone(), texts(&e.aliases), texts(&e.roles)));
    let mut last = (String::new(), 1);
    for entity in entities {
        if entity.id == last.0 {
            last.1 += 1;
            entity.id = format!("{}~{}", entity.id, last.1);
        } else {
            last = (entity.id.clone(), 1);
        }
    }
}
