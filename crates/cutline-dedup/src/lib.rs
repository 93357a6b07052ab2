//! Near-duplicate captions, sentences, passages and stories: exact, and explained.

mod caption;
mod collection;
mod diff;
mod expand;
mod external;
mod fold;
mod group;
mod join;
mod lcs;
mod measure;
mod passage;
mod sentence;
mod shingle;
mod story;

pub use caption::{CaptionSignature, Captions, Edge, LIKE_LEADS, Related, caption_signatures, relate};
pub use collection::{Collection, Frequency, Part};
pub use diff::{Change, diff};
pub use expand::expand;
pub use external::External;
pub use fold::fold;
pub use group::group;
pub use join::{Candidate, Index};
pub use measure::{Pair, Thresholds};
pub use sentence::SentenceIndex;
pub use shingle::{Signatures, signatures};
pub use story::{Story, stories};
