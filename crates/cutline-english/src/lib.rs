//! Trained weights and word lists for English.
