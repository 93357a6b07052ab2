use crate::{Alias, Label};

/// Who or what is named, over many documents.
#[derive(Clone, Debug, PartialEq)]
pub struct CorpusEntity {
    /// Stable: it depends on label and name, not on the order of documents.
    pub id: String,
    /// The kind of name.
    pub label: Label,
    /// The fullest form of the name.
    pub name: String,
    /// The forms that stand in the texts, most frequent first.
    pub aliases: Vec<Alias>,
    /// Titles and roles as written, most frequent first.
    pub roles: Vec<Alias>,
    /// The entities of documents that it joins, in the order of documents.
    pub members: Vec<EntityRef>,
    /// Why they were joined, each reason once: 'same full name'.
    pub merged_because: Vec<String>,
    /// What makes the joining doubtful, if anything does.
    pub doubts: Vec<String>,
    /// ISO 3166 code of the country of a place, where the lists are sure.
    pub country: Option<String>,
    /// Latitude and longitude of a place, where the lists are sure.
    pub position: Option<(f32, f32)>,
}

/// An [`Entity`](crate::Entity) of one of many documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityRef {
    /// The document's place in the list.
    pub document: usize,
    /// The entity's id in that document.
    pub entity: u32,
}
