//! The two stages.

use std::collections::HashMap;
use std::error::Error;

use cutline_doc::Span;
use cutline_entities::Lists;
use cutline_entities::tagging::{
    Clusters, Elsewhere, FEATURE_SET, KINDS, OUTSIDE, Run, STATES, Words, local, names, names_of, steps,
};
use cutline_linear::train::{Example, Settings, fit};
use cutline_linear::{Lattice, Model, Weights};

use super::corpus::{Annotated, CAPITALS_MARK};
use super::gold::{self, Allowed};
use super::score::Scores;

/// What can be varied in training.
#[derive(Clone, Debug)]
pub struct Options {
    /// Parts for jackknifing.
    pub folds: usize,
    /// How many runs a model that ships is the mean of.
    pub runs: u64,
    /// Of the learner.
    pub settings: Settings,
    /// Weights nearer to nought are dropped, in the first and the second stage.
    pub prune: [f32; 2],
}

impl Default for Options {
    fn default() -> Options {
        let settings = Settings {
            feature_set: FEATURE_SET,
            labels: names(),
            steps: steps(),
            epochs: 4,
            rate: 0.06,
            damp: 1.0,
            shrink: 0.0,
            dropout: 0.2,
            least: 2,
            seed: 7,
        };
        Options { folds: 3, runs: 3, settings, prune: [0.02, 0.02] }
    }
}

/// The files of a trained tagger.
#[derive(Clone, Debug)]
pub struct Trained {
    /// The first stage.
    pub first: Vec<u8>,
    /// The second.
    pub second: Vec<u8>,
}

/// A document, read.
pub(super) struct Read<'a> {
    annotated: &'a Annotated,
    words: Words,
    runs: Vec<Run>,
    allowed: Vec<Allowed>,
    weight: f32,
}

/// Trains on `train` and prints scores on each of `dev` as it goes.
///
/// # Errors
/// If a model just written cannot be read.
pub fn train(
    train: &[(Annotated, f32)],
    dev: &[(&str, Vec<Annotated>)],
    lists: &Lists,
    clusters: &Clusters,
    options: &Options,
) -> Result<Trained, Box<dyn Error>> {
    let read = |annotated, weight| Read::new(annotated, lists, clusters, weight);
    let documents: Vec<Read<'_>> = train.iter().map(|(annotated, weight)| read(annotated, *weight)).collect();
    let examples: Vec<Vec<Example>> = documents.iter().map(|document| document.examples(None)).collect();
    let folds = folds(train, options.folds);
    let mut states: Vec<Vec<u16>> = vec![vec![]; documents.len()];
    for fold in 0..options.folds {
        let kept: Vec<Example> = without(&examples, fold, &folds);
        let model = fit_model(&kept, options, 0, 1)?.1;
        for at in (0..documents.len()).filter(|at| folds[*at] == fold) {
            states[at] = documents[at].tag(&model, None);
        }
    }
    let mut second = Vec::new();
    for (document, states) in documents.iter().zip(states) {
        let elsewhere = Elsewhere::new(&document.words, &document.runs, states);
        second.extend(document.examples(Some(&elsewhere)));
    }
    let all: Vec<Example> = examples.into_iter().flatten().collect();
    let (first, first_model) = fit_model(&all, options, 0, options.runs)?;
    drop(all);
    let (second, second_model) = fit_model(&second, options, 1, options.runs)?;
    for (name, dev) in dev {
        report(name, dev, lists, clusters, &first_model, &second_model);
    }
    Ok(Trained { first, second })
}

/// So many documents in a row are of one fold.
const NEIGHBOURS: usize = 10;

/// The fold of each document, the same for all that are made of one text. Neighbours share
/// one, so that each fold has its part of the texts that are there in capitals too.
fn folds(train: &[(Annotated, f32)], folds: usize) -> Vec<usize> {
    let mut known: HashMap<&str, usize> = HashMap::new();
    let ids = train.iter().map(|(annotated, _)| annotated.id.trim_end_matches(CAPITALS_MARK));
    ids.map(|id| {
        let next = known.len() / NEIGHBOURS % folds;
        *known.entry(id).or_insert(next)
    })
    .collect()
}

fn without(examples: &[Vec<Example>], fold: usize, folds: &[usize]) -> Vec<Example> {
    let kept = examples.iter().zip(folds).filter(|(_, of)| **of != fold);
    kept.flat_map(|(examples, _)| examples.iter().cloned()).collect()
}

/// Learns as often as there are `runs`, each with another seed, and takes the mean of the weights.
fn fit_model(
    examples: &[Example],
    options: &Options,
    stage: usize,
    runs: u64,
) -> Result<(Vec<u8>, Model), Box<dyn Error>> {
    let start = std::time::Instant::now();
    let seeded = |run| Settings { seed: options.settings.seed + 100 * run, ..options.settings.clone() };
    let learned: Vec<Weights> = (0..runs).map(|run| fit(examples, &seeded(run))).collect();
    let mut weights = Weights::mean(&learned);
    weights.prune(options.prune[stage]);
    let bytes = weights.to_bytes();
    let model = Model::load(&bytes, FEATURE_SET)?;
    eprintln!("stage {}: {} features, {} bytes, {:.0?}", stage + 1, model.features(), bytes.len(), start.elapsed());
    Ok((bytes, model))
}

impl<'a> Read<'a> {
    pub(super) fn new(annotated: &'a Annotated, lists: &Lists, clusters: &Clusters, weight: f32) -> Read<'a> {
        let words = Words::read(&annotated.document, lists, clusters);
        let runs = words.runs();
        let allowed = gold::allowed(annotated, &words, &runs);
        Read { annotated, words, runs, allowed, weight }
    }

    fn features(&self, run: Run, at: u32, elsewhere: Option<&Elsewhere>, out: &mut Vec<u32>) {
        out.clear();
        local(&self.words, run, at, out);
        if let Some(elsewhere) = elsewhere {
            elsewhere.features(&self.words, run, at, out);
        }
    }

    fn examples(&self, elsewhere: Option<&Elsewhere>) -> Vec<Example> {
        let mut features = Vec::new();
        let mut made = Vec::new();
        for run in &self.runs {
            let mut example = Example::new().weighted(self.weight);
            for at in run.start..run.end {
                self.features(*run, at, elsewhere, &mut features);
                example.push(&features, self.allowed[at as usize]);
            }
            made.push(example);
        }
        made
    }

    /// The best states, one for each token.
    pub(super) fn tag(&self, model: &Model, elsewhere: Option<&Elsewhere>) -> Vec<u16> {
        let mut states = vec![OUTSIDE; self.words.tokens.len()];
        let mut lattice = Lattice::new(STATES);
        let mut features = Vec::new();
        for run in &self.runs {
            lattice.clear();
            for at in run.start..run.end {
                self.features(*run, at, elsewhere, &mut features);
                model.emit(&features, lattice.push());
            }
            states[run.start as usize..run.end as usize].copy_from_slice(lattice.best(model.chain()));
        }
        states
    }

    /// The names that the second stage finds, each with the share of all paths that hold it.
    pub(super) fn shares(&self, model: &Model, elsewhere: &Elsewhere) -> Vec<(Span, &'static str, f32)> {
        let mut lattice = Lattice::new(STATES);
        let (mut features, mut made) = (Vec::new(), Vec::new());
        for run in &self.runs {
            lattice.clear();
            for at in run.start..run.end {
                self.features(*run, at, Some(elsewhere), &mut features);
                model.emit(&features, lattice.push());
            }
            let states = lattice.best(model.chain()).to_vec();
            lattice.sum(model.chain());
            for name in names_of(&states) {
                let piece = &states[name.first as usize..=name.last as usize];
                let share = lattice.path(model.chain(), name.first as usize, piece);
                made.push((self.words.span(run.start + name.first, run.start + name.last), KINDS[name.kind], share));
            }
        }
        made
    }

    /// What the second stage sees of the first.
    pub(super) fn elsewhere(&self, first: &Model) -> Elsewhere {
        Elsewhere::new(&self.words, &self.runs, self.tag(first, None))
    }

    fn found(&self, states: &[u16]) -> Vec<(Span, String)> {
        let names = names_of(states);
        names.map(|name| (self.words.span(name.first, name.last), KINDS[name.kind].to_string())).collect()
    }
}

fn report(name: &str, dev: &[Annotated], lists: &Lists, clusters: &Clusters, first: &Model, second: &Model) {
    let mut scores = [Scores::default(), Scores::default(), Scores::default()];
    for annotated in dev {
        let read = Read::new(annotated, lists, clusters, 1.0);
        let states = read.tag(first, None);
        scores[0].add(&annotated.gold, &read.found(&states));
        let elsewhere = Elsewhere::new(&read.words, &read.runs, states);
        let states = read.tag(second, Some(&elsewhere));
        scores[1].add(&read.annotated.gold, &read.found(&states));
        scores[2].add(&annotated.gold, &read.reachable());
    }
    println!("{name} first: {:.2}; reach {:.2}", scores[0].main(), scores[2].main());
    println!("{name}: {}", scores[1]);
}

impl Read<'_> {
    /// The gold names that lie within runs: what a perfect model would find.
    fn reachable(&self) -> Vec<(Span, String)> {
        let tokens = &self.words.tokens;
        let whole = |span: &Span| {
            let first = tokens.partition_point(|token| token.span.end <= span.start);
            let behind = tokens.partition_point(|token| token.span.start < span.end);
            first < behind
                && self.words.span(first as u32, behind as u32 - 1) == *span
                && self.runs.iter().any(|run| run.start as usize <= first && behind <= run.end as usize)
        };
        self.annotated.gold.iter().filter(|(span, _)| whole(span)).cloned().collect()
    }
}
