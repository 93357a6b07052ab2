//! What is kept of many documents, and the steps that look at all of them.

use cutline::dedup::Story;
use cutline::doc::{CaptionGroup, CaptionParts, CorpusEntity, Entity, StoryGroup};
use cutline::entities::Overrides;
use cutline::quote::Utterance;
use cutline::{Analysis, Analyzer};
use cutline_report::{Corpus, OffsetUnit, Summary};

use crate::flags::Input;
use crate::status::Tally;
use crate::{documents, records, repeats};

/// All documents, summed up, with what was found across them.
#[derive(Default)]
pub struct Gathered {
    documents: Vec<Summary>,
    /// Empty unless they were asked for.
    whole: Vec<Analysis>,
    captions: Vec<CaptionParts>,
    names: Vec<Vec<Entity>>,
    /// What the quotes of each document say.
    utterances: Vec<Vec<Utterance>>,
    entities: Vec<CorpusEntity>,
    groups: Vec<CaptionGroup>,
    stories: Vec<StoryGroup>,
}

/// What is kept of one document.
struct Kept {
    summary: Summary,
    whole: Option<Analysis>,
    captions: Vec<CaptionParts>,
    names: Vec<Entity>,
    utterances: Vec<Utterance>,
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
            gathered.add(kept);
            Ok(())
        })?;
        Ok((gathered, tally))
    }

    /// Takes documents that were analysed before: see [`records`].
    ///
    /// # Errors
    /// As [`records::each`].
    pub fn read_records(input: &Input) -> anyhow::Result<(Gathered, Tally)> {
        let mut gathered = Gathered::default();
        let tally = records::each(input, |analysis| gathered.add(Kept::of(analysis, true)))?;
        Ok((gathered, tally))
    }

    fn add(&mut self, kept: Kept) {
        self.documents.push(kept.summary);
        self.whole.extend(kept.whole);
        self.captions.extend(kept.captions);
        self.names.push(kept.names);
        self.utterances.push(kept.utterances);
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

    /// With quotes linked that another document has too; names must be joined before.
    #[must_use]
    pub fn with_repeats(mut self) -> Gathered {
        let found = repeats::between(&self.documents, &self.utterances, &self.entities);
        for (repeat, first) in found {
            self.documents[repeat.document].quotes[repeat.quote].same_in = Some(first);
        }
        self
    }

    /// With versions of one story grouped; the documents must be there whole.
    #[must_use]
    pub fn with_stories(mut self) -> Gathered {
        let stories: Vec<Story<'_>> =
            self.whole.iter().map(|analysis| Story::of_document(&analysis.document)).collect();
        self.stories = cutline::dedup::stories(&stories);
        self
    }

    /// The texts of the documents, if they are there whole.
    pub fn texts(&self) -> Vec<&str> {
        self.whole.iter().map(|analysis| analysis.document.text.as_str()).collect()
    }

    /// The documents in full, if they are there whole.
    pub fn analyses(&self) -> &[Analysis] {
        &self.whole
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
        let names = analysis.entities.clone();
        let utterances = analysis.quotes.iter().map(|quote| Utterance::of(&document.text, quote)).collect();
        Kept { summary, captions, names, utterances, whole: whole.then_some(analysis) }
    }
}
