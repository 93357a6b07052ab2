//! What is kept of many documents, and the steps that look at all of them.

use cutline::dedup::Story;
use cutline::doc::{CaptionGroup, CaptionParts, CorpusEntity, Document, Entity, StoryGroup};
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
    /// Empty unless they were asked for.
    whole: Vec<Document>,
    captions: Vec<CaptionParts>,
    names: Vec<Vec<Entity>>,
    entities: Vec<CorpusEntity>,
    groups: Vec<CaptionGroup>,
    stories: Vec<StoryGroup>,
}

/// What is kept of one document.
struct Kept {
    summary: Summary,
    whole: Option<Document>,
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
        Gathered::gather(input, analyzer, false)
    }

    /// Reads all of `input`; texts stay in memory too.
    ///
    /// # Errors
    /// As [`documents::each`].
    pub fn read_whole(input: &Input, analyzer: &Analyzer) -> anyhow::Result<(Gathered, Tally)> {
        Gathered::gather(input, analyzer, true)
    }

    fn gather(input: &Input, analyzer: &Analyzer, whole: bool) -> anyhow::Result<(Gathered, Tally)> {
        let mut gathered = Gathered::default();
        let keep = |analysis| Kept::of(analysis, whole);
        let tally = documents::each(input, analyzer, keep, |kept| {
            gathered.documents.push(kept.summary);
            gathered.whole.extend(kept.whole);
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

    /// With versions of one story grouped; the documents must be there whole.
    #[must_use]
    pub fn with_stories(mut self) -> Gathered {
        let stories: Vec<Story<'_>> = self.whole.iter().map(Story::of_document).collect();
        self.stories = cutline::dedup::stories(&stories);
        self
    }

    /// The texts of the documents, if they are there whole.
    pub fn texts(&self) -> Vec<&str> {
        self.whole.iter().map(|document| document.text.as_str()).collect()
    }

    /// As the views take it.
    pub fn corpus(&self) -> Corpus<'_> {
        Corpus { documents: &self.documents, entities: &self.entities, captions: &self.groups, stories: &self.stories }
    }
}

impl Kept {
    fn of(analysis: Analysis, whole: bool) -> Kept {
        let document = &analysis.document;
        let captions = document.captions.iter().map(|caption| cutline::parse::parts_of(document, caption)).collect();
        let summary = Summary::of(&analysis, OffsetUnit::default());
        Kept { summary, captions, names: analysis.entities, whole: whole.then_some(analysis.document) }
    }
}
