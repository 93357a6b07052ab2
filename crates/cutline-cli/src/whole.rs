//! Documents kept whole, with what was found across them.

use cutline::dedup::Story;
use cutline::doc::{CaptionGroup, CorpusEntity, StoryGroup};
use cutline::entities::Overrides;
use cutline::{Analysis, Analyzer};
use cutline_report::export::Linked;

use crate::archived;
use crate::flags::Input;
use crate::status::Tally;

/// All documents, in memory.
pub struct Whole {
    documents: Vec<Analysis>,
    entities: Vec<CorpusEntity>,
    captions: Vec<CaptionGroup>,
    stories: Vec<StoryGroup>,
}

impl Whole {
    /// Reads all of `input`, which may be an archive, and finds what its
    /// documents share.
    ///
    /// # Errors
    /// As [`archived::each`].
    pub fn read(input: &Input, analyzer: &Analyzer) -> anyhow::Result<(Whole, Tally)> {
        let mut documents = Vec::new();
        let tally = archived::each(
            input,
            analyzer,
            |analysis| analysis,
            |analysis| {
                documents.push(analysis);
                Ok(())
            },
        )?;
        Ok((Whole::of(documents), tally))
    }

    /// Finds what the documents share.
    pub fn of(documents: Vec<Analysis>) -> Whole {
        let stories: Vec<Story<'_>> = documents.iter().map(|one| Story::of_document(&one.document)).collect();
        Whole {
            stories: cutline::dedup::stories(&stories),
            entities: cutline::corpus_entities(&documents, &Overrides::default()),
            captions: cutline::caption_groups(&documents),
            documents,
        }
    }

    /// As exports take it.
    pub fn linked(&self) -> Linked<'_> {
        Linked {
            documents: &self.documents,
            entities: &self.entities,
            captions: &self.captions,
            stories: &self.stories,
        }
    }
}
