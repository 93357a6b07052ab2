use std::collections::BTreeMap;

use cutline_doc::{Analysis, CaptionGroup, CorpusEntity, EntityRef, StoryGroup};

use crate::caption_id;

/// Many documents whole, with what was found across them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Linked<'a> {
    /// In input order; all indices below are places in this list.
    pub documents: &'a [Analysis],
    /// Who or what is named, over all documents.
    pub entities: &'a [CorpusEntity],
    /// Groups of captions, by their places in the list of all captions of all
    /// documents, one document after the other.
    pub captions: &'a [CaptionGroup],
    /// Versions of one story.
    pub stories: &'a [StoryGroup],
}

/// What ties one document to the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ties {
    /// For each entity of the document who that is over all documents;
    /// amounts, and names that were dropped, are nobody.
    pub entities: Vec<Option<Tie>>,
    /// For each caption the id of its group.
    pub captions: Vec<Option<String>>,
    /// The id of the document at the head of its story.
    pub story: Option<String>,
}

/// An entity over all documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// Its stable id.
    pub id: String,
    /// Its name.
    pub name: String,
}

impl<'a> Linked<'a> {
    /// The ties of every document, in order.
    pub fn ties(&self) -> Vec<Ties> {
        let over = self.entities_over();
        let mut clusters = self.clusters().into_iter();
        let stories = self.stories_over();
        let of = |(n, analysis): (usize, &Analysis)| Ties {
            entities: analysis.entities.iter().map(|e| over.get(&at(n, e.id)).map(|e| Tie::of(e))).collect(),
            captions: clusters.by_ref().take(analysis.document.captions.len()).collect(),
            story: stories.get(&n).map(|&head| self.documents[head].id.clone()),
        };
        self.documents.iter().enumerate().map(of).collect()
    }

    /// Whom each entity of a document is, over all documents.
    pub(super) fn entities_over(&self) -> BTreeMap<EntityRef, &'a CorpusEntity> {
        self.entities.iter().flat_map(|entity| entity.members.iter().map(move |&member| (member, entity))).collect()
    }

    /// The ids of all captions, one document after the other.
    pub(super) fn caption_ids(&self) -> Vec<String> {
        let of = |analysis: &'a Analysis| (0..analysis.document.captions.len()).map(|n| caption_id(&analysis.id, n));
        self.documents.iter().flat_map(of).collect()
    }

    /// The id of each caption's group.
    fn clusters(&self) -> Vec<Option<String>> {
        let ids = self.caption_ids();
        let mut clusters = vec![None; ids.len()];
        for group in self.captions {
            for member in &group.members {
                clusters[member.index] = Some(ids[group.canonical].clone());
            }
        }
        clusters
    }

    /// The head of each document's story.
    fn stories_over(&self) -> BTreeMap<usize, usize> {
        let of = |story: &'a StoryGroup| story.members.iter().map(|member| (member.index, story.canonical));
        self.stories.iter().flat_map(of).collect()
    }
}

impl Tie {
    fn of(entity: &CorpusEntity) -> Tie {
        Tie { id: entity.id.clone(), name: entity.name.clone() }
    }
}

fn at(document: usize, entity: u32) -> EntityRef {
    EntityRef { document, entity }
}
