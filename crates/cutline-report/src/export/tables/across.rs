//! The rows of what was found across documents.

use std::io;

use cutline_doc::CorpusEntity;

use super::Kind::{Real, Text, Truth, Whole};
use super::{Cell, Column, Linked, Sink, Table};
use crate::record::rounded;

pub(super) const ENTITIES: &[Column] = &[
    ("entity", Text),
    ("label", Text),
    ("name", Text),
    ("aliases", Text),
    ("roles", Text),
    ("documents", Whole),
    ("mentions", Whole),
    ("country", Text),
    ("latitude", Real),
    ("longitude", Real),
    ("merged_because", Text),
    ("doubts", Text),
];

pub(super) const CLUSTERS: &[Column] = &[
    ("cluster", Text),
    ("caption", Text),
    ("document", Text),
    ("canonical", Truth),
    ("relation", Text),
    ("similarity", Real),
    ("differs", Text),
];

pub(super) fn entities(linked: &Linked<'_>, sink: &mut impl Sink) -> io::Result<()> {
    linked.entities.iter().try_for_each(|one| sink.row(Table::Entities, &entity(one)))
}

fn entity(entity: &CorpusEntity) -> [Cell<'_>; ENTITIES.len()] {
    let mut documents: Vec<usize> = entity.members.iter().map(|member| member.document).collect();
    documents.dedup();
    let mentions: u32 = entity.aliases.iter().map(|alias| alias.count).sum();
    [
        entity.id.as_str().into(),
        entity.label.name().into(),
        entity.name.as_str().into(),
        Cell::list(entity.aliases.iter().map(|alias| &alias.text)),
        Cell::list(entity.roles.iter().map(|role| &role.text)),
        documents.len().into(),
        mentions.into(),
        entity.country.as_deref().into(),
        entity.position.map(|(latitude, _)| latitude).into(),
        entity.position.map(|(_, longitude)| longitude).into(),
        Cell::list(&entity.merged_because),
        Cell::list(&entity.doubts),
    ]
}

pub(super) fn clusters(linked: &Linked<'_>, sink: &mut impl Sink) -> io::Result<()> {
    let ids = linked.caption_ids();
    let owners = linked.documents.iter().flat_map(|one| one.document.captions.iter().map(|_| one.id.as_str()));
    let owners: Vec<&str> = owners.collect();
    for group in linked.captions {
        for member in &group.members {
            let cells: [Cell<'_>; CLUSTERS.len()] = [
                ids[group.canonical].as_str().into(),
                ids[member.index].as_str().into(),
                owners[member.index].into(),
                (member.index == group.canonical).into(),
                member.relation.name().into(),
                rounded(member.similarity).into(),
                member.differs.as_deref().into(),
            ];
            sink.row(Table::Clusters, &cells)?;
        }
    }
    Ok(())
}
