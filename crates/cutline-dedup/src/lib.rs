//! Near-duplicate captions, sentences, passages and stories: exact, and explained.
//!
//! - [`group`] puts captions of one picture together and says of each how it
//!   differs from the one that stands for the group; for bare strings and long
//!   lists, [`caption_signatures`] and [`Captions`] do the same in steps.
//! - [`Index`] finds *all* pairs of texts whose word shingles agree as far as
//!   [`Thresholds`] ask: [`signatures`] of batches go into a [`Collection`] (or
//!   an [`External`] one, kept in files). Nothing is estimated.
//! - [`stories`] groups versions of one article around its likely origin;
//!   [`diff`] tells two versions apart sentence by sentence.
//! - [`SentenceIndex`] counts the sentences that texts share.
//!
//! Every step is a pure function over batches or slices, so that a caller can
//! share it out over threads: this crate starts none. It does not know HTML,
//! names or files' formats, and takes captions apart only as far as comparing
//! them needs; whoever wants their credits and dates wants `cutline-parse`.
//!
//! ```
//! use cutline_dedup::{Collection, Index, Thresholds, signatures};
//!
//! let texts = ["Rain fell on the town all day", "Rain fell on the town all night", "A dry day"];
//! let mut collection = Collection::new();
//! collection.add(&signatures(&texts, 3));
//! collection.rank();
//! let pairs = Index::new(&collection, Thresholds { jaccard: Some(0.5), containment: None }).pairs();
//! assert_eq!((pairs.len(), pairs[0].first, pairs[0].second), (1, 0, 1));
//! ```

mod caption;
mod collection;
mod diff;
mod expand;
mod external;
mod fold;
mod group;
mod hash;
mod join;
mod lcs;
mod measure;
mod passage;
mod sentence;
mod shingle;
mod stars;
mod story;

pub use caption::{Canonical, CaptionSignature, Captions, Related, caption_signatures, relate};
pub use collection::{Collection, Frequency, Part, Repeat};
pub use diff::{Change, diff};
pub use expand::expand;
pub use external::{Blocks, External};
pub use fold::fold;
pub use group::group;
pub use join::{Candidate, Index};
pub use measure::{Pair, Thresholds};
pub use sentence::{SentenceIndex, sentence_keys};
pub use shingle::{Signatures, signatures};
pub use stars::stars;
pub use story::{Story, stories};
