//! What an editor has decided, whatever the rules say.

use std::collections::BTreeSet;

use cutline_doc::{Entity, Label};

use super::Member;
use super::joined::Joined;
use crate::fold::fold;

/// What an editor has decided about names, whatever the rules say.
///
/// Names are compared without regard to case and accents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overrides {
    /// Names of one entity; the first is what it is called.
    pub merge: Vec<Vec<Named>>,
    /// Names whose entities stay apart document by document.
    pub split: Vec<Named>,
    /// Names, as the fullest form in a document, that are none.
    pub drop: Vec<Named>,
    /// What to call an entity.
    pub rename: Vec<(Named, String)>,
}

/// A name, perhaps of one label only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// The fullest form in a document, or any other that stands there.
    pub name: String,
    /// Only entities of this label.
    pub label: Option<Label>,
}

impl Named {
    fn is_name_of(&self, entity: &Entity) -> bool {
        self.label.is_none_or(|label| label == entity.label) && fold(&self.name) == fold(&entity.name)
    }

    fn is_form_of(&self, entity: &Entity) -> bool {
        let wanted = fold(&self.name);
        let alias = || entity.aliases.iter().any(|alias| fold(&alias.text) == wanted);
        self.is_name_of(entity) || self.label.is_none_or(|label| label == entity.label) && alias()
    }
}

impl Overrides {
    pub(super) fn drops(&self, entity: &Entity) -> bool {
        self.drop.iter().any(|named| named.is_name_of(entity))
    }

    /// Members that the rules leave alone.
    pub(super) fn held_apart(&self, members: &[Member<'_>]) -> BTreeSet<usize> {
        let held = |m: &usize| self.split.iter().any(|named| named.is_form_of(members[*m].entity));
        (0..members.len()).filter(held).collect()
    }

    pub(super) fn join(&self, members: &[Member<'_>], joined: &mut Joined) {
        for names in &self.merge {
            let meant = |m: &usize| names.iter().any(|named| named.is_form_of(members[*m].entity));
            let mut found = (0..members.len()).filter(meant);
            let Some(first) = found.next() else { continue };
            found.for_each(|m| joined.join(first, m, "merged by hand"));
        }
    }

    /// What an editor calls the entity that these are.
    pub(super) fn called(&self, entities: &[&Entity]) -> Option<String> {
        let any = |named: &Named| entities.iter().any(|entity| named.is_form_of(entity));
        let renamed = self.rename.iter().find(|(named, _)| any(named)).map(|(_, name)| name);
        let merged = || self.merge.iter().find(|names| names.iter().any(any)).and_then(|names| names.first());
        renamed.cloned().or_else(|| merged().map(|named| named.name.clone()))
    }
}
