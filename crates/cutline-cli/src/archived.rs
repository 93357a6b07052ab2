//! Documents of an archive.

use std::path::Path;

use anyhow::Context;
use cutline::dedup::Story;
use cutline::doc::{CaptionParts, Date, Entity};
use cutline::entities::Overrides;
use cutline::{Analysis, Analyzer};
use cutline_archive::{Across, Archive, Error, is_archive};

use crate::documents;
use crate::flags::Input;
use crate::status::Tally;

/// The archive, if the input is one and nothing else.
pub fn only(input: &Input) -> Option<&Path> {
    match &input.paths[..] {
        [path] if is_archive(path) => Some(path),
        _ => None,
    }
}

/// Opens an archive to read.
///
/// # Errors
/// If it is none.
pub fn open(path: &Path) -> anyhow::Result<Archive> {
    Archive::open_to_read(path).with_context(|| path.display().to_string())
}

/// The documents of an archive, read back; else as [`documents::each`].
///
/// # Errors
/// As [`documents::each`], or if the archive cannot be read.
pub fn each<T: Send>(
    input: &Input,
    analyzer: &Analyzer,
    map: impl Fn(Analysis) -> T + Sync + Send,
    mut take: impl FnMut(T) -> anyhow::Result<()> + Send,
) -> anyhow::Result<Tally> {
    let Some(path) = only(input) else { return documents::each(input, analyzer, map, take) };
    let mut read = 0;
    open(path)?.each(|analysis| -> anyhow::Result<()> {
        read += 1;
        take(map(analysis))
    })?;
    Ok(Tally { read, skipped: 0 })
}

/// What is kept of each document to find what documents share.
#[derive(Default)]
struct Kept {
    names: Vec<Vec<Entity>>,
    captions: Vec<CaptionParts>,
    stories: Vec<OwnStory>,
}

struct OwnStory {
    text: String,
    published: Option<Date>,
    agency: Option<String>,
    dateline: bool,
}

/// Finds what all documents of the archive share.
///
/// # Errors
/// If it cannot be read.
pub fn across(archive: &Archive) -> Result<Across, Error> {
    let mut kept = Kept::default();
    archive.each(|analysis| -> Result<(), Error> {
        kept.add(analysis);
        Ok(())
    })?;
    Ok(kept.across())
}

impl Kept {
    fn add(&mut self, analysis: Analysis) {
        let document = analysis.document;
        self.captions.extend(document.captions.iter().map(|caption| cutline::parse::parts_of(&document, caption)));
        self.names.push(analysis.entities);
        let Story { published, agency, dateline, .. } = Story::of_document(&document);
        let agency = agency.map(str::to_owned);
        self.stories.push(OwnStory { text: document.text, published, agency, dateline });
    }

    fn across(self) -> Across {
        let names: Vec<&[Entity]> = self.names.iter().map(Vec::as_slice).collect();
        let stories = self.stories.iter().map(|own| Story {
            text: &own.text,
            published: own.published,
            agency: own.agency.as_deref(),
            dateline: own.dateline,
        });
        let stories: Vec<Story<'_>> = stories.collect();
        Across {
            entities: cutline::entities::merge(&names, cutline::english::lists(), &Overrides::default()),
            captions: cutline::dedup::group(&self.captions),
            stories: cutline::dedup::stories(&stories),
        }
    }
}
