//! The parts of the tagger that training shares with it.
//!
//! A text is read into [`Words`], words into [`Run`]s that may hold names;
//! [`local`] and [`Elsewhere`] say what the tokens of a run look like, and the
//! states that a model gives them spell names ([`names_of`]).
//!
//! A toy: a model that has seen one surname tags it anywhere.
//!
//! ```
//! use cutline_doc::{Block, BlockKind, Document, Span};
//! use cutline_entities::tagging::{Clusters, FEATURE_SET, Words, local, names, steps};
//! use cutline_entities::{Files, Lists, Tagger};
//! use cutline_linear::Weights;
//!
//! fn document(text: &str) -> Document {
//!     let blocks = vec![Block::new(Span::of(text), BlockKind::Paragraph, "example")];
//!     Document { text: text.to_string(), blocks, ..Document::default() }
//! }
//!
//! let (lists, person) = (Lists::default(), names().iter().position(|name| name == "U-PERSON").unwrap());
//! let words = Words::read(&document("then Orr spoke"), &lists, &Clusters::default());
//! let run = words.runs()[0];
//! let mut features = Vec::new();
//! local(&words, run, run.start, &mut features);
//!
//! let mut weights = Weights::new(FEATURE_SET, names());
//! weights.chain(steps());
//! weights.add(features[0], person, 5.0); // the first feature is the word itself
//! let model = weights.to_bytes();
//! let files = Files { first: &model, second: &model, clusters: &Clusters::to_bytes(&[]) };
//! let tagger = Tagger::from_files(files, lists).unwrap();
//!
//! let text = document("Mayors met Orr.");
//! let found = tagger.tag(&text);
//! assert_eq!(text.slice(found[0].span), "Orr");
//! assert!(found[0].score > 0.5);
//! ```

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
