//! What is kept of many documents, and the steps that look at all of them.

use cutline::doc::{CaptionGroup, CaptionParts, CorpusEntity, Entity, StoryGroup};
use cutline::entities::Overrides;
use cutline::{Analysis, Analyzer};
use cutline_report::{Corpus, OffsetUnit, Summary};

use crate::documents;
use crate::flags::Input;
use crate::status::Tally;

/// All documents, summed up, with what was found across them.
#[derive(Default)]
pub struct Gathered {
    documents: Vec<Summary>,
    captions: Vec<CaptionParts>,
    names: Vec<Vec<Entity>>,
    entities: Vec<CorpusEntity>,
    groups: Vec<CaptionGroup>,
    stories: Vec<StoryGroup>,
}

/// What is kept of one document.
struct Kept {
    summary: Summary,
    captions: Vec<CaptionParts>,
    names: Vec<Entity>,
}

impl Gathered {
    /// Reads all of `input`. Of a document only its summary, captions and
    /// entities stay in memory.
    ///
    /// # Errors
    /// As [`documents::each`].
    pub fn read(input: &Input, analyzer: &Analyzer) -> anyhow::Result<(Gathered, Tally)> {
        let mut gathered = Gathered::default();
        let tally = documents::each(input, analyzer, Kept::of, |kept| {
            gathered.documents.push(kept.summary);
            gathered.captions.extend(kept.captions);
            gathered.names.push(kept.names);
            Ok(())
        })?;
        Ok((gathered, tally))
    }

    /// With repeated captions grouped.
    #[must_use]
    pub fn with_groups(mut self) -> Gathered {
        self.groups = cutline::dedup::group(&self.captions);
        self
    }

    /// With names joined across documents.
    #[must_use]
    pub fn with_entities(mut self, overrides: &Overrides) -> Gathered {
        let names: Vec<&[Entity]> = self.names.iter().map(Vec::as_slice).collect();
        self.entities = cutline::entities::merge(&names, cutline::english::lists(), overrides);
        self
    }

    /// As the views take it.
    pub fn corpus(&self) -> Corpus<'_> {
        Corpus { documents: &self.documents, entities: &self.entities, captions: &self.groups, stories: &self.stories }
    }
}

impl Kept {
    fn of(analysis: Analysis) -> Kept {
        let document = &analysis.document;
        let captions = document.captions.iter().map(|caption| cutline::parse::parts_of(document, caption)).collect();
        Kept { summary: Summary::of(&analysis, OffsetUnit::default()), captions, names: analysis.entities }
    }
}
