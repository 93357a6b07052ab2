//! Weights before they are packed into a file.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Chain, file};

/// Weights in full precision, as learned or written by hand.
///
/// [`to_bytes`](Weights::to_bytes) packs them into a model file, where each
/// weight is one byte.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    pub(crate) feature_set: u32,
    pub(crate) labels: Vec<String>,
    pub(crate) rows: BTreeMap<u32, Vec<f32>>,
    pub(crate) bias: Vec<f32>,
    pub(crate) chain: Chain,
}

impl Weights {
    /// No features yet, and a chain in which every step is free.
    ///
    /// `feature_set` numbers the feature code that the weights are for; loading
    /// the file asks for the same number.
    pub fn new<L: Into<String>>(feature_set: u32, labels: impl IntoIterator<Item = L>) -> Weights {
        let labels: Vec<String> = labels.into_iter().map(Into::into).collect();
        let (bias, chain) = (vec![0.0; labels.len()], Chain::free(labels.len()));
        Weights { feature_set, labels, rows: BTreeMap::new(), bias, chain }
    }

    /// Adds to the weight of a feature for a state.
    ///
    /// # Panics
    /// If there is no such state.
    pub fn add(&mut self, feature: u32, state: usize, weight: f32) {
        let states = self.labels.len();
        self.rows.entry(feature).or_insert_with(|| vec![0.0; states])[state] += weight;
    }

    /// Sets the weight that each state has at every position.
    ///
    /// # Panics
    /// If there is not one for each state.
    pub fn bias(&mut self, bias: impl Into<Vec<f32>>) {
        self.bias = bias.into();
        assert_eq!(self.bias.len(), self.labels.len(), "one bias for each state");
    }

    /// Sets the steps between states.
    ///
    /// # Panics
    /// If the chain is of another number of states.
    pub fn chain(&mut self, chain: Chain) {
        assert_eq!(chain.states(), self.labels.len(), "a chain of as many states as there are labels");
        self.chain = chain;
    }

    /// Drops weights nearer to nought than `least`, and features left without any.
    pub fn prune(&mut self, least: f32) {
        for row in self.rows.values_mut() {
            row.iter_mut().filter(|weight| weight.abs() < least).for_each(|weight| *weight = 0.0);
        }
        self.rows.retain(|_, row| row.iter().any(|weight| *weight != 0.0));
    }

    /// The mean of weights that were learned for the same labels: of several runs that
    /// differ in their order and in what they left out, and so err differently.
    ///
    /// # Panics
    /// If there are none, or they are for other labels.
    pub fn mean(all: &[Weights]) -> Weights {
        let mut made = all[0].clone();
        let states = made.labels.len();
        made.bias = mean(all.iter().map(|one| one.bias.clone()));
        let steps = mean(all.iter().map(|one| (0..states).flat_map(|from| one.chain.steps(from).to_vec()).collect()));
        let starts = mean(all.iter().map(|one| one.chain.starts().to_vec()));
        made.chain = Chain::new(steps, starts, mean(all.iter().map(|one| one.chain.ends().to_vec())));
        let keys: BTreeSet<u32> = all.iter().flat_map(|one| one.rows.keys().copied()).collect();
        let none = vec![0.0; states];
        let row = |key: u32| mean(all.iter().map(|one| one.rows.get(&key).unwrap_or(&none).clone()));
        made.rows = keys.into_iter().map(|key| (key, row(key))).collect();
        made
    }

    /// How many features have a weight.
    pub fn features(&self) -> usize {
        self.rows.len()
    }

    /// The model file.
    pub fn to_bytes(&self) -> Vec<u8> {
        file::write(self)
    }
}

fn mean(rows: impl ExactSizeIterator<Item = Vec<f32>>) -> Vec<f32> {
    let share = 1.0 / rows.len() as f32;
    let sum = rows.reduce(|sum, row| sum.iter().zip(&row).map(|(a, b)| a + b).collect());
    sum.unwrap_or_default().iter().map(|sum| sum * share).collect()
}
