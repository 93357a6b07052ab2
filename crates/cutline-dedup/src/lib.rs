//! Near-duplicate captions, sentences, passages and stories: exact, and explained.

mod collection;
mod expand;
mod fold;
mod group;
mod join;
mod measure;
mod shingle;

pub use collection::{Collection, Frequency, Part};
pub use expand::expand;
pub use fold::fold;
pub use group::group;
pub use join::{Candidate, Index};
pub use measure::{Pair, Thresholds};
pub use shingle::{Signatures, signatures};
