use std::fs;
use std::path::Path;

use anyhow::Context;
use cutline::dedup::{Change, diff};
use cutline::doc::{StoryGroup, StoryRelation};
use cutline::entities::Overrides;
use cutline_report::page::{self, Comparison, Pair, Site};
use cutline_report::{Limits, report};

use super::analyzer;
use crate::corpus::Gathered;
use crate::flags::{Report, ReportFormat, View};
use crate::out::Out;
use crate::status::Tally;

pub fn run(flags: &Report) -> anyhow::Result<Tally> {
    // The output is opened before the work: what cannot be written is said at once.
    let place = Place::new(flags)?;
    let (gathered, tally) = match flags.from {
        true => Gathered::read_records(&flags.input)?,
        false => Gathered::read_whole(&flags.input, &analyzer(&flags.input, 0.0)?)?,
    };
    let gathered = gathered.with_groups().with_stories().with_entities(&Overrides::default()).with_repeats();
    match place {
        Place::File(mut out, Some(view)) => {
            out.show(&report(&gathered.corpus(), Limits::default()), view)?;
            out.finish()?;
        }
        Place::File(mut out, None) => {
            use std::io::Write;
            anyhow::ensure!(gathered.analyses().len() <= page::DOCUMENTS_IN_ONE_FILE, TOO_MANY);
            out.write_all(with_site(flags, &gathered, page::single).as_bytes())?;
            out.finish()?;
        }
        Place::Folder(folder) => {
            for file in with_site(flags, &gathered, page::folder) {
                let path = folder.join(&file.name);
                fs::write(&path, file.html).with_context(|| format!("{}: cannot be written", path.display()))?;
            }
        }
    }
    Ok(tally)
}

const TOO_MANY: &str = "more than 1,000 documents make a page that no browser opens well: \
                        name a folder, as -o report/, and it gets an index.html and parts";

/// Where the report goes, and how it is shown there.
enum Place<'a> {
    /// A view for people, or the page.
    File(Out, Option<View>),
    /// The page in parts.
    Folder(&'a Path),
}

impl Place<'_> {
    fn new(flags: &Report) -> anyhow::Result<Place<'_>> {
        let file = flags.output.file.as_deref();
        let view = match flags.format {
            ReportFormat::Terminal => Some(View::Terminal),
            ReportFormat::Markdown => Some(View::Markdown),
            ReportFormat::Html => None,
        };
        let folder = file.filter(|path| view.is_none() && is_folder(path));
        let Some(folder) = folder else { return Ok(Place::File(Out::open(file)?, view)) };
        fs::create_dir_all(folder).with_context(|| format!("{}: cannot be made", folder.display()))?;
        Ok(Place::Folder(folder))
    }
}

/// A folder that is there, or a name that ends as one.
fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR])
}

fn with_site<T>(flags: &Report, gathered: &Gathered, write: impl Fn(Site<'_>) -> T) -> T {
    let corpus = gathered.corpus();
    let comparisons: Vec<Comparison> = corpus.stories.iter().flat_map(|story| versions(gathered, story)).collect();
    write(Site { title: &flags.title, analyses: gathered.analyses(), corpus, comparisons: &comparisons })
}

/// How many versions of one story are set beside its origin.
const VERSIONS: usize = 12;

/// The origin of a story beside each of its other versions.
fn versions(gathered: &Gathered, story: &StoryGroup) -> Vec<Comparison> {
    let others = story.members.iter().filter(|member| member.index != story.canonical);
    let others = others.filter(|member| member.relation != StoryRelation::Shares).take(VERSIONS);
    let text = |n: usize| &gathered.analyses()[n].document.text;
    let compare = |after: usize| Comparison {
        before: story.canonical,
        after,
        rows: diff(text(story.canonical), text(after)).into_iter().map(pair).collect(),
    };
    others.map(|member| compare(member.index)).collect()
}

fn pair(change: Change) -> Pair {
    let (before, after) = match change {
        Change::Same(before, after) | Change::Moved(before, after) | Change::Edited(before, after) => {
            (Some(before), Some(after))
        }
        Change::Removed(before) => (Some(before), None),
        Change::Added(after) => (None, Some(after)),
    };
    Pair { before, after, moved: matches!(change, Change::Moved(..)), edited: matches!(change, Change::Edited(..)) }
}
