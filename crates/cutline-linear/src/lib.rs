//! Linear sequence models: hashed features, decoding, the model file.
//!
//! A [`Model`] is a linear-chain conditional random field (Lafferty, McCallum
//! and Pereira 2001): each position of a sequence has features, each feature
//! (a 32-bit hash, see [`Hash`]) has a weight for each state, and a [`Chain`]
//! holds a weight for each step from state to state. A [`Lattice`] collects
//! the sums for one sequence and finds the best path (Viterbi) or the
//! probability of any piece of a path (forward-backward).
//!
//! With the feature `train`, [`train::fit`] learns the weights from examples
//! whose gold may be partial: at each position any *set* of states.
//!
//! This crate does not know what is tagged, nor in which language.
//!
//! ```
//! use cutline_linear::{Chain, Hash, Lattice, Model, Weights};
//!
//! // A toy: after 'mr' comes a name.
//! let mut weights = Weights::new(7, ["O", "NAME"]);
//! let after_mr = Hash::new(1).str("mr").key();
//! weights.add(after_mr, 1, 2.0);
//! weights.bias([0.5, 0.0]);
//! let model = Model::load(&weights.to_bytes(), 7).unwrap();
//!
//! let mut lattice = Lattice::new(model.states());
//! for word in ["", "mr", ""] {
//!     model.emit(&[Hash::new(1).str(word).key()], lattice.push());
//! }
//! assert_eq!(lattice.best(model.chain()), [0, 1, 0]);
//! ```

mod chain;
mod file;
mod hash;
mod lattice;
mod model;
#[cfg(feature = "train")]
pub mod train;
mod weights;

pub use chain::Chain;
pub use file::ModelError;
pub use hash::Hash;
pub use lattice::Lattice;
pub use model::Model;
pub use weights::Weights;
