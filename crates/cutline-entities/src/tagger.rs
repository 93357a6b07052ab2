//! The tagger: which words of a document are names, and of what kind.

use cutline_doc::{Document, Mention};

use crate::Lists;
use crate::gazetteer_tagger::list_tagger;

/// Finds the names of a document.
#[derive(Clone, Debug, Default)]
pub struct Tagger {
    lists: Lists,
}

impl Tagger {
    /// A tagger that goes by lists, titles and capital letters alone.
    pub fn from_lists(lists: Lists) -> Tagger {
        Tagger { lists }
    }

    /// The names in all blocks that are read, in order and without overlap.
    pub fn tag(&self, document: &Document) -> Vec<Mention> {
        list_tagger(document, &self.lists)
    }
}
