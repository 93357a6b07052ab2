//! Trains the weights that cutline-english ships.

pub mod names;
