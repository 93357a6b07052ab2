//! A model that is ready to score.

use crate::{Chain, ModelError, file};

/// Weights read from a model file.
///
/// Features are looked up in an open-addressing table by their whole 32-bit
/// key; a feature without weights costs one look.
#[derive(Clone, Debug)]
pub struct Model {
    labels: Vec<String>,
    chain: Chain,
    bias: Vec<f32>,
    scale: f32,
    slots: Vec<Slot>,
    mask: u32,
    rows: Vec<i8>,
    stride: usize,
    checksum: u64,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: u32,
    /// The row's number plus one; nought in an empty slot.
    row: u32,
}

/// Rows are padded to a multiple of this, so that they are added in whole vectors.
const LANES: usize = 16;
const MOST_STATES: usize = 256;

impl Model {
    /// Reads a model file made for the feature code numbered `feature_set`.
    ///
    /// # Errors
    /// If the bytes are no model file, are damaged, or are for other features.
    pub fn load(bytes: &[u8], feature_set: u32) -> Result<Model, ModelError> {
        let read = file::read(bytes, feature_set)?;
        let states = read.labels.len();
        let stride = states.next_multiple_of(LANES);
        let mut rows = vec![0i8; read.keys.len() * stride];
        for (to, from) in rows.chunks_exact_mut(stride.max(1)).zip(read.rows.chunks_exact(states.max(1))) {
            to[..states].copy_from_slice(from);
        }
        let (slots, mask) = table(&read.keys);
        let (labels, chain, bias) = (read.labels, read.chain, read.bias);
        Ok(Model { labels, chain, bias, scale: read.scale, slots, mask, rows, stride, checksum: read.checksum })
    }

    /// The states' names, in order.
    pub fn labels(&self) -> &[String] {
        &self.labels
    }

    /// How many states.
    pub fn states(&self) -> usize {
        self.labels.len()
    }

    /// The steps between states.
    pub fn chain(&self) -> &Chain {
        &self.chain
    }

    /// The file's checksum, which names the model in records.
    pub fn checksum(&self) -> u64 {
        self.checksum
    }

    /// How many features have weights.
    pub fn features(&self) -> usize {
        self.rows.len() / self.stride.max(1)
    }

    /// Adds the weights of `features`, and the bias, to a position's scores.
    #[inline]
    pub fn emit(&self, features: &[u32], out: &mut [f32]) {
        let mut sums = [0i32; MOST_STATES];
        for feature in features {
            if let Some(row) = self.row(*feature) {
                add(&mut sums, row);
            }
        }
        for ((out, sum), bias) in out.iter_mut().zip(&sums).zip(&self.bias) {
            *out += *sum as f32 * self.scale + bias;
        }
    }

    #[inline]
    fn row(&self, feature: u32) -> Option<&[i8]> {
        let mut at = scatter(feature) & self.mask;
        loop {
            let slot = self.slots[at as usize];
            if slot.row == 0 {
                return None;
            }
            if slot.key == feature {
                let from = (slot.row as usize - 1) * self.stride;
                return Some(&self.rows[from..from + self.stride]);
            }
            at = (at + 1) & self.mask;
        }
    }
}

#[inline]
fn add(sums: &mut [i32; MOST_STATES], row: &[i8]) {
    for (sums, row) in sums.chunks_exact_mut(LANES).zip(row.chunks_exact(LANES)) {
        for (sum, weight) in sums.iter_mut().zip(row) {
            *sum += i32::from(*weight);
        }
    }
}

fn scatter(key: u32) -> u32 {
    key ^ (key >> 15)
}

fn table(keys: &[u32]) -> (Vec<Slot>, u32) {
    let size = (keys.len() * 2).next_power_of_two().max(2);
    let mask = size as u32 - 1;
    let mut slots = vec![Slot::default(); size];
    for (row, &key) in (1..).zip(keys) {
        let mut at = scatter(key) & mask;
        while slots[at as usize].row != 0 {
            at = (at + 1) & mask;
        }
        slots[at as usize] = Slot { key, row };
    }
    (slots, mask)
}
