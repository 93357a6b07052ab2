//! Captions of one picture.

mod cluster;
mod compare;
mod credit;
mod day;
mod furniture;
mod heads;
mod relate;
mod repair;
mod signature;
mod split;

pub use cluster::Captions;
pub use relate::{Canonical, Related, relate};
pub use signature::{CaptionSignature, caption_signatures};
