//! From the models' answers to quotations.

use cutline_linear::Lattice;

use crate::model::{LEAST_ODDS, Models};
use crate::reading::Paragraph;
use crate::{cues, spans};

/// What the models say about one cue.
#[derive(Clone, Debug)]
pub(crate) struct Attribution {
    /// How likely the head is a cue.
    pub likely: f32,
    /// The states of the pieces from `start` on.
    pub start: usize,
    pub states: Vec<u16>,
}

impl Attribution {
    /// Runs of pieces with a role.
    pub fn runs(&self, role: usize) -> Vec<std::ops::Range<usize>> {
        let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
        for (n, &state) in self.states.iter().enumerate() {
            let fits = if role == spans::CUE { state as usize == role } else { spans::is_role(state as usize, role) };
            if !fits {
                continue;
            }
            let at = self.start + n;
            match runs.last_mut() {
                Some(run) if run.end == at => run.end = at + 1,
                _ => runs.push(at..at + 1),
            }
        }
        runs
    }
}

/// Reads cues and what belongs to them, one paragraph after the other.
pub(crate) struct Extractor<'m> {
    models: &'m Models,
    features: Vec<u32>,
    lattice: Lattice,
}

/// A piece that may be a cue.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    pub at: usize,
    pub likely: f32,
}

impl<'m> Extractor<'m> {
    pub fn new(models: &'m Models) -> Extractor<'m> {
        Extractor { models, features: Vec::new(), lattice: Lattice::new(spans::STATES.len()) }
    }

    /// The log odds of the paragraph's words, and its candidates that are at least so likely.
    pub fn candidates(&mut self, paragraph: &Paragraph, least: f32) -> (Vec<f32>, Vec<Candidate>) {
        let odds: Vec<f32> = paragraph.pieces.iter().map(|piece| self.models.odds(piece)).collect();
        let mut found = Vec::new();
        for at in (0..odds.len()).filter(|at| odds[*at] >= LEAST_ODDS) {
            cues::features(paragraph, &odds, at, &mut self.features);
            let mut scores = [0.0f32; 2];
            self.models.cues.emit(&self.features, &mut scores);
            let likely = 1.0 / (1.0 + (scores[0] - scores[1]).exp());
            if likely >= least {
                found.push(Candidate { at, likely });
            }
        }
        (odds, found)
    }

    /// What belongs to a cue.
    pub fn attribution(&mut self, paragraph: &Paragraph, odds: &[f32], cue: Candidate) -> Attribution {
        let frame = spans::Frame::new(paragraph, odds, cue.at);
        let paths = spans::paths(&frame);
        self.lattice.clear();
        for piece in frame.window.clone() {
            spans::features(&frame, paths[piece - frame.window.start], piece, &mut self.features);
            let scores = self.lattice.push();
            self.models.spans.emit(&self.features, scores);
            if piece == cue.at {
                scores
                    .iter_mut()
                    .enumerate()
                    .filter(|(n, _)| *n != spans::CUE)
                    .for_each(|(_, score)| *score = f32::NEG_INFINITY);
            }
        }
        let states = self.lattice.best(self.models.spans.chain()).to_vec();
        Attribution { likely: cue.likely, start: frame.window.start, states }
    }
}
