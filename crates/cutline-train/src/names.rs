//! The weights of the tagger of names.
//!
//! Two stages. The first sees each sentence by itself; the second also sees
//! what the first found in the rest of the document. So that the second learns
//! from a first stage that errs as it will on new text, the training documents
//! are tagged by first stages that were trained without them (jackknifing).

mod clusters;
mod corpus;
mod gold;
mod score;
mod stages;

pub use clusters::compile as compile_clusters;
pub use corpus::{Annotated, Source, corpora};
pub use score::Scores;
pub use stages::{Options, Trained, train};
