//! The tagger: which words of a document are names, and of what kind.

use std::fmt;

use cutline_doc::{Document, Mention};
use cutline_linear::{Lattice, Model, ModelError};

use crate::Lists;
use crate::candidates::Run;
use crate::clusters::{Clusters, ClustersError};
use crate::elsewhere::Elsewhere;
use crate::features::{FEATURE_SET, local};
use crate::label::label;
use crate::states::{KINDS, Name, OUTSIDE, STATES, names_of};
use crate::words::Words;

/// Finds the names of a document.
#[derive(Clone, Debug)]
pub struct Tagger {
    lists: Lists,
    clusters: Clusters,
    stages: [Model; 2],
}

/// The files that a trained tagger is made of.
#[derive(Clone, Copy, Debug)]
pub struct Files<'b> {
    /// The model that sees each sentence by itself.
    pub first: &'b [u8],
    /// The model that also sees what the first found elsewhere in the document.
    pub second: &'b [u8],
    /// The table of word clusters.
    pub clusters: &'b [u8],
}

/// Why a tagger could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TaggerError {
    /// A model file cannot be used.
    Model(ModelError),
    /// A model file is of other labels.
    Labels,
    /// The table of clusters cannot be used.
    Clusters(ClustersError),
}

impl fmt::Display for TaggerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TaggerError::Model(error) => error.fmt(f),
            TaggerError::Labels => f.write_str("the model tags with labels that this program does not know"),
            TaggerError::Clusters(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for TaggerError {}

impl Tagger {
    /// A tagger with trained weights.
    ///
    /// # Errors
    /// If a file is damaged, foreign, or of another version of the features.
    pub fn from_files(files: Files<'_>, lists: Lists) -> Result<Tagger, TaggerError> {
        let clusters = Clusters::read(files.clusters).map_err(TaggerError::Clusters)?;
        let stages = [model(files.first)?, model(files.second)?];
        Ok(Tagger { lists, clusters, stages })
    }

    /// The checksums of the models, which name them in records.
    pub fn checksums(&self) -> [u64; 2] {
        self.stages.each_ref().map(Model::checksum)
    }

    /// The names in all blocks that are read, in order and without overlap.
    pub fn tag(&self, document: &Document) -> Vec<Mention> {
        let stages = &self.stages;
        let words = Words::read(document, &self.lists, &self.clusters);
        let runs = words.runs();
        let mut pass = Pass { words: &words, lattice: Lattice::new(STATES), features: Vec::new() };
        let first = pass.states(&stages[0], &runs);
        let elsewhere = Elsewhere::new(&words, &runs, first);
        let mut mentions = Vec::new();
        for run in &runs {
            pass.score(&stages[1], *run, Some(&elsewhere));
            for (name, score) in pass.names(stages[1].chain(), run.start) {
                mentions.extend(self.mention(document, &words, name, score, &elsewhere));
            }
        }
        mentions
    }

    fn mention(
        &self,
        document: &Document,
        words: &Words,
        name: Name,
        score: f32,
        first: &Elsewhere,
    ) -> Option<Mention> {
        let span = words.span(name.first, name.last);
        let label = label(KINDS[name.kind], &document.text, span, &self.lists)?;
        let listed = self.lists.whole(document.slice(span)).is_some();
        let rule = match () {
            () if !first.agrees(name) => "document",
            () if listed => "list",
            () => "model",
        };
        Some(Mention { span, label, entity: None, score, rule: rule.into() })
    }
}

/// The share of paths as the share of right names: a model that multiplies what
/// its overlapping features say is too sure. Fitted to Worldwide dev (Platt 1999).
fn calibrated(share: f32) -> f32 {
    let share = share.clamp(1e-6, 1.0 - 1e-6);
    let odds = (share / (1.0 - share)).ln();
    (1.0 + (-(SLOPE * odds + SHIFT)).exp()).recip()
}

const SLOPE: f32 = 0.6;
const SHIFT: f32 = -0.1;

fn model(bytes: &[u8]) -> Result<Model, TaggerError> {
    let model = Model::load(bytes, FEATURE_SET).map_err(TaggerError::Model)?;
    let known = model.labels().iter().map(String::as_str).eq(crate::states::names().iter().map(String::as_str));
    if known { Ok(model) } else { Err(TaggerError::Labels) }
}

/// What is used again from run to run.
struct Pass<'w> {
    words: &'w Words,
    lattice: Lattice,
    features: Vec<u32>,
}

impl Pass<'_> {
    /// The best states of all tokens by a model that sees sentences alone.
    fn states(&mut self, model: &Model, runs: &[Run]) -> Vec<u16> {
        let mut states = vec![OUTSIDE; self.words.tokens.len()];
        for run in runs {
            self.score(model, *run, None);
            states[run.start as usize..run.end as usize].copy_from_slice(self.lattice.best(model.chain()));
        }
        states
    }

    fn score(&mut self, model: &Model, run: Run, elsewhere: Option<&Elsewhere>) {
        self.lattice.clear();
        for at in run.start..run.end {
            self.features.clear();
            local(self.words, run, at, &mut self.features);
            if let Some(elsewhere) = elsewhere {
                elsewhere.features(self.words, run, at, &mut self.features);
            }
            model.emit(&self.features, self.lattice.push());
        }
    }

    /// The names of the best path, each with the share of all paths that hold it.
    fn names(&mut self, chain: &cutline_linear::Chain, start: u32) -> Vec<(Name, f32)> {
        let states = self.lattice.best(chain).to_vec();
        if states.iter().all(|state| *state == OUTSIDE) {
            return Vec::new();
        }
        self.lattice.sum(chain);
        let scored = names_of(&states).map(|name| {
            let piece = &states[name.first as usize..=name.last as usize];
            let score = calibrated(self.lattice.path(chain, name.first as usize, piece));
            (Name { first: name.first + start, last: name.last + start, ..name }, score)
        });
        scored.collect()
    }
}
