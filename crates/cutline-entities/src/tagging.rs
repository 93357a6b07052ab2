//! The parts of the tagger that training shares with it.

pub use crate::candidates::Run;
pub use crate::clusters::{Classed, Clusters, ClustersError, GRAINS};
pub use crate::elsewhere::Elsewhere;
pub use crate::features::{FEATURE_SET, Features, local};
pub use crate::states::{KINDS, Name, OUTSIDE, Part, STATES, names, names_of, state, steps};
pub use crate::words::Words;

/// The hash of a word without case and accents, by which [`Clusters`] know it.
pub fn folded(word: &str) -> u64 {
    crate::fold::key(word)
}
