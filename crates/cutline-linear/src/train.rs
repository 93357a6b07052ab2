//! Learning weights from examples.
//!
//! The likelihood of the gold paths is climbed by stochastic gradient steps
//! with AdaGrad's rates (Duchi, Hazan and Singer 2011), one sequence at a
//! time; the weights handed back are the mean over the steps of the later
//! epochs. Gold may be partial: the likelihood is then that of *any* path
//! through the allowed states (Tsuboi et al. 2008). Features are left out at
//! random while learning, so that no weight leans on a single rare one.
//!
//! Everything is single-threaded and seeded: the same examples give the same
//! bytes.

use std::collections::HashMap;

use crate::{Chain, Lattice, Weights};

/// A sequence to learn from.
#[derive(Clone, Debug, Default)]
pub struct Example {
    features: Vec<u32>,
    ends: Vec<u32>,
    allowed: Vec<u64>,
    weight: f32,
}

impl Example {
    /// An empty sequence of weight 1.
    pub fn new() -> Example {
        Example { weight: 1.0, ..Example::default() }
    }

    /// Sets how much the sequence counts.
    pub fn weighted(mut self, weight: f32) -> Example {
        self.weight = weight;
        self
    }

    /// Adds a position: its features, and the states it may be in, one bit each.
    pub fn push(&mut self, features: &[u32], allowed: u64) {
        self.features.extend_from_slice(features);
        self.ends.push(self.features.len() as u32);
        self.allowed.push(allowed);
    }

    /// How many positions.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no position.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    fn features(&self, position: usize) -> &[u32] {
        let start = position.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.features[start..self.ends[position] as usize]
    }
}

/// How to learn.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Number of the feature code, for the model file.
    pub feature_set: u32,
    /// The states, at most 64.
    pub labels: Vec<String>,
    /// Which steps there are: [`Chain::NEVER`] where there is none, else any number.
    pub steps: Chain,
    /// Passes over the examples.
    pub epochs: usize,
    /// AdaGrad's first step.
    pub rate: f32,
    /// Squared gradients that every weight is taken to have seen: holds back weights of rare features.
    pub damp: f32,
    /// Share by which a weight that is touched shrinks, times its rate.
    pub shrink: f32,
    /// Share of features left out.
    pub dropout: f32,
    /// Features seen fewer times get no weights.
    pub least: u32,
    /// Of the shuffling and leaving out.
    pub seed: u64,
}

/// Learns weights for `examples`.
///
/// # Panics
/// If there are more than 64 states.
pub fn fit(examples: &[Example], settings: &Settings) -> Weights {
    assert!(settings.labels.len() <= 64, "at most 64 states");
    let mut learner = Learner::new(examples, settings);
    let mut order: Vec<u32> = (0..examples.len() as u32).collect();
    for epoch in 0..settings.epochs {
        if epoch == settings.epochs.div_ceil(3) {
            learner.restart_mean();
        }
        learner.random.shuffle(&mut order);
        for &at in &order {
            learner.learn(&examples[at as usize]);
        }
    }
    learner.into_weights()
}

struct Learner<'s> {
    settings: &'s Settings,
    states: usize,
    rows: HashMap<u32, u32, KeyIsHash>,
    /// Weights, a row for each feature, apart from what only learning them needs.
    weights: Vec<f32>,
    cells: Vec<Cell>,
    chain: Chain,
    step: f32,
    random: Random,
    free: Lattice,
    held: Lattice,
    /// Row numbers of the features in use, position by position.
    used: Vec<u32>,
    used_ends: Vec<usize>,
}

/// What is kept of a weight while it is learned.
#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    /// Sum of its squared slopes.
    square: f32,
    /// Sum of its changes, each times the step it was made at.
    lag: f32,
}

/// Flatter slopes are passed over.
const LEAST_SLOPE: f32 = 1e-3;

type KeyIsHash = std::hash::BuildHasherDefault<KeyHasher>;

/// Feature keys are hashes already.
#[derive(Default)]
struct KeyHasher(u64);

impl std::hash::Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u32(&mut self, key: u32) {
        self.0 = u64::from(key).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

impl<'s> Learner<'s> {
    fn new(examples: &[Example], settings: &'s Settings) -> Learner<'s> {
        let states = settings.labels.len();
        let rows = frequent(examples, settings.least);
        // Behind the features: the bias, then the steps, the starts and the ends.
        let size = (rows.len() + 1 + states + 2) * states;
        let lattice = Lattice::new(states);
        Learner {
            settings,
            states,
            rows,
            weights: vec![0.0; size],
            cells: vec![Cell::default(); size],
            chain: settings.steps.clone(),
            step: 1.0,
            random: Random(settings.seed | 1),
            free: lattice.clone(),
            held: lattice,
            used: Vec::new(),
            used_ends: Vec::new(),
        }
    }

    fn bias_row(&self) -> usize {
        self.rows.len()
    }

    /// The mean starts here.
    fn restart_mean(&mut self) {
        self.cells.iter_mut().for_each(|cell| cell.lag = 0.0);
        self.step = 1.0;
    }

    fn learn(&mut self, example: &Example) {
        self.step += 1.0;
        self.pick(example);
        self.score(example);
        self.chain = self.current_chain();
        let all = self.free.sum(&self.chain);
        let gold = self.held.sum(&self.chain);
        if !(gold.is_finite() && all.is_finite()) || all - gold < 1e-4 {
            return;
        }
        for position in 0..example.len() {
            self.update_position(position, example.weight);
        }
        self.update_steps(example.weight);
    }

    /// Chooses the features that this pass sees.
    fn pick(&mut self, example: &Example) {
        self.used.clear();
        self.used_ends.clear();
        let keep = 1.0 - self.settings.dropout;
        for position in 0..example.len() {
            for feature in example.features(position) {
                if let Some(&row) = self.rows.get(feature)
                    && (keep >= 1.0 || self.random.unit() < keep)
                {
                    self.used.push(row);
                }
            }
            self.used.push(self.bias_row() as u32);
            self.used_ends.push(self.used.len());
        }
    }

    fn score(&mut self, example: &Example) {
        self.free.clear();
        self.held.clear();
        let keep = 1.0 / (1.0 - self.settings.dropout);
        for position in 0..example.len() {
            let scores = self.free.push();
            for &row in used(&self.used, &self.used_ends, position) {
                let from = row as usize * self.states;
                add(scores, &self.weights[from..from + self.states]);
            }
            scores.iter_mut().for_each(|score| *score *= keep);
            let held = self.held.push();
            for (state, (held, score)) in held.iter_mut().zip(&*scores).enumerate() {
                *held = if example.allowed[position] >> state & 1 == 1 { *score } else { f32::NEG_INFINITY };
            }
        }
    }

    fn update_position(&mut self, position: usize, weight: f32) {
        let mut slopes = [(0, 0.0f32); 64];
        let mut count = 0;
        for state in 0..self.states {
            let slope = (self.held.marginal(position, state) - self.free.marginal(position, state)) * weight;
            if slope.abs() > LEAST_SLOPE {
                slopes[count] = (state, slope);
                count += 1;
            }
        }
        if count == 0 {
            return;
        }
        let start = position.checked_sub(1).map_or(0, |before| self.used_ends[before]);
        for at in start..self.used_ends[position] {
            let from = self.used[at] as usize * self.states;
            self.climb(from, &slopes[..count]);
        }
    }

    /// One AdaGrad step on the row at `from`.
    fn climb(&mut self, from: usize, slopes: &[(usize, f32)]) {
        let Settings { rate, shrink, damp, .. } = *self.settings;
        for &(state, slope) in slopes {
            let (cell, weight) = (&mut self.cells[from + state], &mut self.weights[from + state]);
            cell.square += slope * slope;
            let change = rate / (cell.square + damp).sqrt() * (slope - shrink * *weight);
            *weight += change;
            cell.lag += change * self.step;
        }
    }

    fn update_steps(&mut self, weight: f32) {
        let len = self.free.len();
        let base = self.bias_row() + 1;
        for from in 0..self.states {
            let mut gradient = [0.0f32; 64];
            for position in 1..len {
                self.held.add_steps(&self.chain, position, from, weight, &mut gradient);
                self.free.add_steps(&self.chain, position, from, -weight, &mut gradient);
            }
            self.climb((base + from) * self.states, &steep(&gradient));
        }
        for (row, position) in [(base + self.states, 0), (base + self.states + 1, len - 1)] {
            let mut gradient = [0.0f32; 64];
            for (state, value) in gradient.iter_mut().enumerate().take(self.states) {
                *value = (self.held.marginal(position, state) - self.free.marginal(position, state)) * weight;
            }
            self.climb(row * self.states, &steep(&gradient));
        }
    }

    fn current_chain(&self) -> Chain {
        let base = (self.bias_row() + 1) * self.states;
        self.chain_of(self.weights[base..].to_vec())
    }

    /// The chain of the learned rows behind the features.
    fn chain_of(&self, learned: Vec<f32>) -> Chain {
        let plus = |allowed: &[f32], at: usize| -> Vec<f32> {
            allowed.iter().zip(&learned[at * self.states..]).map(|(allowed, weight)| allowed + weight).collect()
        };
        let given = &self.settings.steps;
        let steps = (0..self.states).flat_map(|from| plus(given.steps(from), from)).collect();
        Chain::new(steps, plus(given.starts(), self.states), plus(given.ends(), self.states + 1))
    }

    fn into_weights(self) -> Weights {
        let mean: Vec<f32> =
            self.weights.iter().zip(&self.cells).map(|(weight, cell)| weight - cell.lag / self.step).collect();
        let mut made = Weights::new(self.settings.feature_set, self.settings.labels.iter().cloned());
        made.chain(self.chain_of(mean[(self.bias_row() + 1) * self.states..].to_vec()));
        let row = |at: usize| mean[at * self.states..(at + 1) * self.states].to_vec();
        made.bias(row(self.bias_row()));
        #[expect(clippy::iter_over_hash_type, reason = "collected into a sorted map")]
        for (key, at) in &self.rows {
            made.rows.insert(*key, row(*at as usize));
        }
        made
    }
}

fn steep(slopes: &[f32]) -> Vec<(usize, f32)> {
    slopes.iter().copied().enumerate().filter(|(_, slope)| slope.abs() > LEAST_SLOPE).collect()
}

/// Numbers the features that are seen `least` times, in the order of their keys.
fn frequent(examples: &[Example], least: u32) -> HashMap<u32, u32, KeyIsHash> {
    let mut counts: HashMap<u32, u32, KeyIsHash> = HashMap::default();
    for feature in examples.iter().flat_map(|example| &example.features) {
        *counts.entry(*feature).or_default() += 1;
    }
    let mut kept: Vec<u32> = counts.into_iter().filter(|(_, count)| *count >= least).map(|(key, _)| key).collect();
    kept.sort_unstable();
    kept.into_iter().zip(0..).collect()
}

fn used<'u>(used: &'u [u32], ends: &[usize], position: usize) -> &'u [u32] {
    let start = position.checked_sub(1).map_or(0, |before| ends[before]);
    &used[start..ends[position]]
}

fn add(scores: &mut [f32], row: &[f32]) {
    for (score, weight) in scores.iter_mut().zip(row) {
        *score += weight;
    }
}

/// Marsaglia's xorshift64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn unit(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1u64 << 24) as f32
    }

    fn shuffle(&mut self, items: &mut [u32]) {
        for at in (1..items.len()).rev() {
            let other = (self.next() >> 16) as usize % (at + 1);
            items.swap(at, other);
        }
    }
}
