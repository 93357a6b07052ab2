//! Near-duplicate captions, sentences, passages and stories: exact, and explained.
