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
/// How many features are looked up at once.
const BATCH: usize = 32;

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
        match self.stride / LANES {
            0 | 1 => self.emit_wide::<LANES>(features, out),
            2 => self.emit_wide::<{ 2 * LANES }>(features, out),
            3 | 4 => self.emit_wide::<{ 4 * LANES }>(features, out),
            _ => self.emit_wide::<MOST_STATES>(features, out),
        }
    }

    /// For rows of at most `WIDTH` weights. The first look at the table is made
    /// for many features at once, so that none waits for the memory of another.
    #[inline]
    fn emit_wide<const WIDTH: usize>(&self, features: &[u32], out: &mut [f32]) {
        let mut sums = [0i32; WIDTH];
        for batch in features.chunks(BATCH) {
            let mut first = [Slot::default(); BATCH];
            for (slot, feature) in first.iter_mut().zip(batch) {
                *slot = self.slots[(scatter(*feature) & self.mask) as usize];
            }
            for (slot, &feature) in first.iter().zip(batch).filter(|(slot, _)| slot.row != 0) {
                let number = if slot.key == feature { Some(slot.row) } else { self.look_on(feature) };
                if let Some(number) = number {
                    let from = (number as usize - 1) * self.stride;
                    add(&mut sums, &self.rows[from..from + self.stride]);
                }
            }
        }
        for ((out, sum), bias) in out.iter_mut().zip(&sums).zip(&self.bias) {
            *out += *sum as f32 * self.scale + bias;
        }
    }

    /// The row number of a feature whose first slot another one has.
    #[inline]
    fn look_on(&self, feature: u32) -> Option<u32> {
        let mut at = scatter(feature) & self.mask;
        loop {
            at = (at + 1) & self.mask;
            let slot = self.slots[at as usize];
            if slot.row == 0 {
                return None;
            }
            if slot.key == feature {
                return Some(slot.row);
            }
        }
    }
}

#[inline]
fn add<const WIDTH: usize>(sums: &mut [i32; WIDTH], row: &[i8]) {
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
