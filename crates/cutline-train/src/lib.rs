//! Trains the weights that cutline-english ships.
