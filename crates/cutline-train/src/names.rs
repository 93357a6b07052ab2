//! The weights of the tagger of names.
//!
//! Two stages. The first sees each sentence by itself; the second also sees
//! what the first found in the rest of the document. So that the second learns
//! from a first stage that errs as it will on new text, the training documents
//! are tagged by first stages that were trained without them (jackknifing).

mod check;
mod clusters;
mod corpus;
mod gold;
mod score;
mod stages;

use std::error::Error;
use std::fs;
use std::path::Path;

use cutline_entities::Lists;
use cutline_entities::tagging::Clusters;

use corpus::{Annotated, corpus, in_capitals};
use stages::{Options, Trained};

/// Every so many documents one is learned with its head in capitals too.
const CAPITALS_EVERY: usize = 3;
/// How much such a copy counts.
const CAPITALS_WEIGHT: f32 = 0.5;

/// Trains on the corpora under `data`, prints scores on what was kept back, and
/// writes the models to the folder `out`.
///
/// `without` leaves a source out ('wikigold'), to see how the rest does on it.
///
/// # Errors
/// If a file cannot be read or written, or says what it should not.
pub fn run(data: &Path, out: &Path, without: Option<&str>) -> Result<(), Box<dyn Error>> {
    let (lists, clusters) = tables()?;
    let documents = documents(data, without)?;
    let seen = |file: &&&str| TRAINING.contains(*file) && without.is_none_or(|without| !file.contains(without));
    let unseen = HELD_OUT.iter().filter(|file| !seen(file));
    let dev = unseen.map(|file| Ok((*file, corpus(data, file)?))).collect::<Result<Vec<_>, Box<dyn Error>>>()?;
    write(out, &stages::train(&with_capitals(documents), &dev, &lists, &clusters, &Options::default())?)
}

/// Trains without a third of the training articles of Worldwide and scores those:
/// see [`check`].
///
/// # Errors
/// If a file cannot be read, or says what it should not.
pub fn run_check(data: &Path) -> Result<(), Box<dyn Error>> {
    let (lists, clusters) = tables()?;
    check::check(documents(data, None)?, &lists, &clusters)
}

fn tables() -> Result<(Lists, Clusters), Box<dyn Error>> {
    let english = Path::new("crates/cutline-english");
    let lists = fs::read(english.join("data/lists.bin"))?;
    let lists = Lists::read(lists.leak()).map_err(|error| error.to_string())?;
    Ok((lists, Clusters::read(&fs::read(english.join("models/clusters.bin"))?)?))
}

fn documents(data: &Path, without: Option<&str>) -> Result<Vec<(Annotated, f32)>, Box<dyn Error>> {
    let mut documents = Vec::new();
    for file in TRAINING.iter().filter(|file| without.is_none_or(|without| !file.contains(without))) {
        documents.extend(corpus(data, file)?.into_iter().map(|document| (document, 1.0)));
    }
    Ok(documents)
}

/// The documents, and some of them once more with their heads in capitals.
fn with_capitals(mut documents: Vec<(Annotated, f32)>) -> Vec<(Annotated, f32)> {
    let some = documents.iter().step_by(CAPITALS_EVERY);
    let copies: Vec<_> = some.map(|(document, _)| (in_capitals(document), CAPITALS_WEIGHT)).collect();
    documents.extend(copies);
    documents
}

fn write(out: &Path, trained: &Trained) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(out)?;
    fs::write(out.join("names-first.bin"), &trained.first)?;
    fs::write(out.join("names-second.bin"), &trained.second)?;
    Ok(())
}

/// Compiles a list of words with their classes to the table that taggers read.
///
/// # Errors
/// If the list cannot be read, the table not written, or a line is no word with classes.
pub fn run_clusters(list: &str, out: &str) -> Result<(), Box<dyn Error>> {
    fs::write(out, clusters::compile(&fs::read_to_string(list)?)?)?;
    Ok(())
}

/// What is learned from.
const TRAINING: &[&str] = &[
    "ner/worldwide/train.jsonl",
    "ner/gum/news.jsonl",
    "ner/gum/interview.jsonl",
    "ner/wikigold/wikigold.jsonl",
    "ner/crossner/politics_train.jsonl",
];

/// What is never learned from, but for a source that can be left out whole.
const HELD_OUT: &[&str] =
    &["ner/worldwide/dev.jsonl", "ner/gum/dev.jsonl", "ner/crossner/politics_dev.jsonl", "ner/wikigold/wikigold.jsonl"];
