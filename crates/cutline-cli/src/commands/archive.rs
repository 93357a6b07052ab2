use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Context;
use cutline::{Analysis, Corrections, Record};
use cutline_archive::{Archive as File, metadata, stamp};

use super::{analyzer, corrections};
use crate::flags::Archive;
use crate::out::Out;
use crate::status::Tally;
use crate::{archived, documents, messages};

/// What became of the documents.
#[derive(Default)]
struct Counts {
    new: usize,
    changed: usize,
    same: usize,
    removed: usize,
}

/// A document of the input.
enum Read {
    /// It is in already.
    Same(String),
    /// It was analysed; its stamp.
    New(Box<Analysis>, String),
}

pub fn run(flags: &Archive) -> anyhow::Result<Tally> {
    let mut file = File::open(&flags.db, env!("CARGO_PKG_VERSION")).with_context(|| named(&flags.db))?;
    let mut counts = Counts::default();
    let (tally, seen, known) = update(flags, &mut file, &mut counts)?;
    if flags.prune && tally.skipped > 0 {
        messages::say("nothing was taken out: the inputs that were skipped may be documents of the archive");
    } else if flags.prune {
        counts.removed = prune(&mut file, &known, &seen).with_context(|| named(&flags.db))?;
    }
    if !file.is_settled()? {
        let across = archived::across(&file).with_context(|| named(&flags.db))?;
        file.settle(&across).with_context(|| named(&flags.db))?;
    }
    if flags.datasette {
        datasette(&flags.db)?;
    }
    let mut out = Out::open(None)?;
    let Counts { new, changed, same, removed } = counts;
    let all = file.count()?;
    writeln!(out, "{all} documents: {new} new, {changed} changed, {same} as they were, {removed} taken out")?;
    out.finish()?;
    Ok(tally)
}

type Stamps = BTreeMap<String, String>;

/// Puts in what is new or changed. What was seen, and what was in before.
fn update(flags: &Archive, file: &mut File, counts: &mut Counts) -> anyhow::Result<(Tally, BTreeSet<String>, Stamps)> {
    let known = file.stamps()?;
    let analyzer = analyzer(&flags.input, 0.0)?;
    let corrections = flags.input.corrections.as_deref().map(corrections::read).transpose()?.unwrap_or_default();
    let maker = maker(flags);
    let read = |record: Record| {
        let stamp = stamp_of(&record, &maker, &corrections);
        let same = !flags.again && known.get(&record.id) == Some(&stamp);
        if same { Read::Same(record.id) } else { Read::New(Box::new(analyzer.analyze(record)), stamp) }
    };
    let mut seen = BTreeSet::new();
    let tally = documents::each_record(&flags.input, read, |read| {
        let id = match read {
            Read::Same(id) => {
                counts.same += 1;
                id
            }
            Read::New(analysis, stamp) => {
                file.put(&analysis, &stamp).with_context(|| named(&flags.db))?;
                let count = if known.contains_key(&analysis.id) { &mut counts.changed } else { &mut counts.new };
                *count += 1;
                analysis.id
            }
        };
        seen.insert(id);
        Ok(())
    })?;
    Ok((tally, seen, known))
}

/// What of the program and its flags an analysis depends on.
fn maker(flags: &Archive) -> Vec<String> {
    let models = cutline::english::models().iter().map(|(name, checksum)| format!("{name} {checksum}"));
    let day = flags.input.default_date.map(|day| day.to_string()).unwrap_or_default();
    [env!("CARGO_PKG_VERSION").to_owned(), day].into_iter().chain(models).collect()
}

fn stamp_of(record: &Record, maker: &[String], corrections: &Corrections) -> String {
    let published = record.published.as_deref().unwrap_or_default();
    let url = record.url.as_deref().unwrap_or_default();
    let format = format!("{:?}", record.format);
    let own = [record.sha256.as_str(), &record.path, &record.encoding, published, url, &format];
    // A correction of another document is no reason to analyse this one again.
    let is_ours = |document: &Option<String>| document.as_ref().is_none_or(|id| *id == record.id);
    let captions = corrections.captions.iter().filter(|one| is_ours(&one.document)).map(|one| format!("{one:?}"));
    let speakers = corrections.speakers.iter().filter(|one| is_ours(&one.document)).map(|one| format!("{one:?}"));
    let by_hand: Vec<String> = captions.chain(speakers).collect();
    stamp(own.into_iter().chain(maker.iter().chain(&by_hand).map(String::as_str)))
}

fn prune(file: &mut File, known: &Stamps, seen: &BTreeSet<String>) -> Result<usize, cutline_archive::Error> {
    let mut removed = 0;
    for id in known.keys().filter(|id| !seen.contains(*id)) {
        removed += usize::from(file.remove(id)?);
    }
    Ok(removed)
}

/// `news.metadata.json` beside `news.db`.
fn datasette(db: &Path) -> anyhow::Result<()> {
    let name = db.file_stem().unwrap_or_default().to_string_lossy();
    let path = db.with_file_name(format!("{name}.metadata.json"));
    let text = serde_json::to_string_pretty(&metadata(&name))? + "\n";
    fs::write(&path, text).with_context(|| format!("{}: cannot be written", path.display()))
}

fn named(path: &Path) -> String {
    path.display().to_string()
}
