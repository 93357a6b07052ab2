//! Across documents: one entity per person, organisation and place.

use cutline_doc::{CorpusEntity, Entity, Label};

use crate::Lists;

/// What an editor has decided about names, whatever the rules say.
///
/// Names are compared without regard to case and accents; with a label, only
/// entities of that label are meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overrides {
    /// Names of one entity; the first is what it is called.
    pub merge: Vec<Vec<Named>>,
    /// Names whose entities stay apart document by document.
    pub split: Vec<Named>,
    /// Names that are none.
    pub drop: Vec<Named>,
    /// What to call an entity.
    pub rename: Vec<(Named, String)>,
}

/// A name, perhaps of one label only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Any form of it.
    pub name: String,
    /// Only entities of this label.
    pub label: Option<Label>,
}

/// Joins the entities of many documents. `documents` holds what [`link`](crate::link) returned for each.
pub fn merge(documents: &[&[Entity]], lists: &Lists, overrides: &Overrides) -> Vec<CorpusEntity> {
    let _ = (documents, lists, overrides);
    Vec::new()
}
