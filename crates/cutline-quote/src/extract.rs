//! From the models' answers to quotations.

use cutline_doc::Span;
use cutline_linear::Lattice;

use crate::model::{LEAST_ODDS, Models};
use crate::reading::Paragraph;
use crate::{cues, spans};

/// What the models say about one cue.
#[derive(Clone, Debug)]
pub(crate) struct Attribution {
    /// The piece that made it a candidate.
    pub head: usize,
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

    /// Their spans.
    pub fn spans(&self, paragraph: &Paragraph, role: usize) -> Vec<Span> {
        self.runs(role).into_iter().flat_map(|run| paragraph.spans_of(run)).collect()
    }
}

/// The attributions of a paragraph, in the order of their cues.
pub(crate) fn attributions(models: &Models, paragraph: &Paragraph, least: f32) -> Vec<Attribution> {
    let odds: Vec<f32> = paragraph.pieces.iter().map(|piece| models.odds(piece)).collect();
    let mut features = Vec::new();
    let mut lattice = Lattice::new(spans::STATES.len());
    let mut found = Vec::new();
    for at in (0..odds.len()).filter(|at| odds[*at] >= LEAST_ODDS) {
        cues::features(paragraph, &odds, at, &mut features);
        let mut scores = [0.0f32; 2];
        models.cues.emit(&features, &mut scores);
        let likely = 1.0 / (1.0 + (scores[0] - scores[1]).exp());
        if likely < least {
            continue;
        }
        let frame = spans::Frame::new(paragraph, &odds, at);
        let paths = spans::paths(&frame);
        lattice.clear();
        for piece in frame.window.clone() {
            spans::features(&frame, paths[piece - frame.window.start], piece, &mut features);
            let scores = lattice.push();
            models.spans.emit(&features, scores);
            if piece == at {
                scores.iter_mut().enumerate().for_each(|(n, score)| {
                    if n != spans::CUE {
                        *score = f32::NEG_INFINITY
                    }
                });
            }
        }
        let states = lattice.best(models.spans.chain()).to_vec();
        found.push(Attribution { head: at, likely, start: frame.window.start, states });
    }
    found
}
