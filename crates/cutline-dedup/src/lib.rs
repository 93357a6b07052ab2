//! Near-duplicate captions, sentences, passages and stories: exact, and explained.

mod fold;
mod group;

pub use fold::fold;
pub use group::group;
