//! Titles and roles that stand beside a person's name.

use cutline_doc::{Entity, Label, Mention};

use crate::Lists;

/// Collects the roles of people.
pub(crate) fn roles(text: &str, mentions: &[Mention], entities: &mut [Entity], lists: &Lists) {
    let _ = (text, mentions, entities, lists, Label::Person);
}
