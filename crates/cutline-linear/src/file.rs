//! The model file.
//!
//! Magic, version, feature-set id, labels, chain, bias, scale; then the rows in
//! the order of their keys, each as the distance from the key before (LEB128)
//! and its weights as signed bytes; last a 64-bit checksum (FNV-1a) of all that
//! stands before it.

use std::fmt;

use crate::{Chain, Weights};

const MAGIC: &[u8; 8] = b"cutline\x1a";
const VERSION: u16 = 1;
/// Rows with more weights than this name them by a bit mask.
const LISTED: usize = 4;

/// Why bytes are no model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// The file is of another kind.
    Foreign,
    /// The file is of another version of the format.
    Version(u16),
    /// The weights are for other feature code.
    FeatureSet {
        /// The number in the file.
        found: u32,
        /// The number asked for.
        wanted: u32,
    },
    /// The file ends too soon.
    Short,
    /// The file is damaged.
    Checksum,
    /// The file contradicts itself.
    Broken(&'static str),
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ModelError::Foreign => write!(f, "this is not a cutline model file"),
            ModelError::Version(found) => {
                write!(f, "the model file has format version {found}, and this program reads version {VERSION}")
            }
            ModelError::FeatureSet { found, wanted } => {
                write!(
                    f,
                    "the model was trained for feature set {found}, and this program computes feature set {wanted}"
                )
            }
            ModelError::Short => write!(f, "the model file ends too soon"),
            ModelError::Checksum => write!(f, "the model file is damaged: its checksum does not match"),
            ModelError::Broken(what) => write!(f, "the model file contradicts itself: {what}"),
        }
    }
}

impl std::error::Error for ModelError {}

/// What a file holds, rows still as bytes.
pub(crate) struct Contents {
    pub labels: Vec<String>,
    pub chain: Chain,
    pub bias: Vec<f32>,
    pub scale: f32,
    pub keys: Vec<u32>,
    /// One row of `labels.len()` weights for each key.
    pub rows: Vec<i8>,
    pub checksum: u64,
}

pub(crate) fn write(weights: &Weights) -> Vec<u8> {
    let mut out = MAGIC.to_vec();
    out.extend(VERSION.to_le_bytes());
    out.extend(weights.feature_set.to_le_bytes());
    out.push(weights.labels.len() as u8);
    for label in &weights.labels {
        out.push(label.len() as u8);
        out.extend(label.as_bytes());
    }
    let states = weights.labels.len();
    let steps = (0..states).flat_map(|from| weights.chain.steps(from));
    for value in steps.chain(weights.chain.starts()).chain(weights.chain.ends()).chain(&weights.bias) {
        out.extend(value.to_le_bytes());
    }
    let top = weights.rows.values().flatten().fold(0.0f32, |top, weight| top.max(weight.abs()));
    let scale = if top > 0.0 { top / 127.0 } else { 1.0 };
    out.extend(scale.to_le_bytes());
    write_rows(weights, scale, &mut out);
    out.extend(fnv(&out).to_le_bytes());
    out
}

fn write_rows(weights: &Weights, scale: f32, out: &mut Vec<u8>) {
    let packed = |row: &[f32]| row.iter().map(|weight| (weight / scale).round() as i8).collect::<Vec<i8>>();
    let rows: Vec<(u32, Vec<i8>)> = weights.rows.iter().map(|(key, row)| (*key, packed(row))).collect();
    let kept = || rows.iter().filter(|(_, row)| row.iter().any(|weight| *weight != 0));
    out.extend((kept().count() as u32).to_le_bytes());
    let mut last = 0;
    for (key, row) in kept() {
        write_number(u64::from(key - last), out);
        last = *key;
        let set: Vec<u8> = (0..row.len()).filter(|at| row[*at] != 0).map(|at| at as u8).collect();
        if set.len() > LISTED {
            out.push(0);
            let mut mask = vec![0u8; row.len().div_ceil(8)];
            set.iter().for_each(|at| mask[*at as usize / 8] |= 1 << (at % 8));
            out.extend(mask);
        } else {
            out.push(set.len() as u8);
            out.extend(&set);
        }
        out.extend(set.iter().map(|at| row[*at as usize] as u8));
    }
}

fn write_number(mut number: u64, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

pub(crate) fn read(bytes: &[u8], feature_set: u32) -> Result<Contents, ModelError> {
    let head = bytes.get(..MAGIC.len()).ok_or(if MAGIC.starts_with(bytes) {
        ModelError::Short
    } else {
        ModelError::Foreign
    })?;
    if head != MAGIC {
        return Err(ModelError::Foreign);
    }
    let mut reader = Reader(&bytes[MAGIC.len()..]);
    let version = u16::from_le_bytes(reader.array()?);
    if version != VERSION {
        return Err(ModelError::Version(version));
    }
    let found = u32::from_le_bytes(reader.array()?);
    if found != feature_set {
        return Err(ModelError::FeatureSet { found, wanted: feature_set });
    }
    let checksum = checked(bytes)?;
    reader.0 = &reader.0[..reader.0.len() - 8];
    let contents = reader.contents(checksum)?;
    if reader.0.is_empty() { Ok(contents) } else { Err(ModelError::Broken("bytes are left over")) }
}

fn checked(bytes: &[u8]) -> Result<u64, ModelError> {
    let body = bytes.len().checked_sub(8).filter(|body| *body >= MAGIC.len() + 6).ok_or(ModelError::Short)?;
    let stored = u64::from_le_bytes(bytes[body..].try_into().map_err(|_| ModelError::Short)?);
    if fnv(&bytes[..body]) == stored { Ok(stored) } else { Err(ModelError::Checksum) }
}

struct Reader<'b>(&'b [u8]);

impl Reader<'_> {
    fn contents(&mut self, checksum: u64) -> Result<Contents, ModelError> {
        let states = self.byte()? as usize;
        let labels = (0..states).map(|_| self.label()).collect::<Result<Vec<_>, _>>()?;
        let steps = self.floats(states * states)?;
        let (starts, ends, bias) = (self.floats(states)?, self.floats(states)?, self.floats(states)?);
        let scale = self.floats(1)?[0];
        let count = u32::from_le_bytes(self.array()?) as usize;
        if count > self.0.len() {
            return Err(ModelError::Short);
        }
        let (mut keys, mut rows) = (Vec::with_capacity(count), vec![0i8; count * states]);
        let mut last = 0u32;
        for at in 0..count {
            last = last.checked_add(self.number()?).ok_or(ModelError::Broken("a key is too large"))?;
            keys.push(last);
            self.row(&mut rows[at * states..(at + 1) * states])?;
        }
        let chain = Chain::new(steps, starts, ends);
        Ok(Contents { labels, chain, bias, scale, keys, rows, checksum })
    }

    fn row(&mut self, row: &mut [i8]) -> Result<(), ModelError> {
        let listed = self.byte()? as usize;
        let set: Vec<u8> = if listed == 0 {
            let mask = self.take(row.len().div_ceil(8))?;
            (0..row.len() as u8).filter(|at| mask[*at as usize / 8] & (1 << (at % 8)) != 0).collect()
        } else {
            self.take(listed)?.to_vec()
        };
        let values = self.take(set.len())?;
        for (at, value) in set.iter().zip(values) {
            *row.get_mut(*at as usize).ok_or(ModelError::Broken("a weight for no state"))? = *value as i8;
        }
        Ok(())
    }

    fn take(&mut self, count: usize) -> Result<&[u8], ModelError> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(ModelError::Short)?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, ModelError> {
        Ok(self.take(1)?[0])
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], ModelError> {
        self.take(N)?.try_into().map_err(|_| ModelError::Short)
    }

    fn floats(&mut self, count: usize) -> Result<Vec<f32>, ModelError> {
        (0..count).map(|_| self.array().map(f32::from_le_bytes)).collect()
    }

    fn label(&mut self) -> Result<String, ModelError> {
        let len = self.byte()? as usize;
        String::from_utf8(self.take(len)?.to_vec()).map_err(|_| ModelError::Broken("a label is not UTF-8"))
    }

    fn number(&mut self) -> Result<u32, ModelError> {
        let mut number = 0u32;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(ModelError::Broken("a number runs on"))
    }
}

fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
