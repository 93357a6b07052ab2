//! Captions of one picture.

mod cluster;
mod compare;
mod credit;
mod day;
mod furniture;
mod relate;
mod repair;
mod signature;
mod split;

pub use cluster::{Captions, Edge, LIKE_LEADS};
pub use relate::{Related, relate};
pub use signature::{CaptionSignature, caption_signatures};
