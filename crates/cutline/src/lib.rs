//! The Analyzer: one document in, one Analysis out.
