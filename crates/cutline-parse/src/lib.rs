//! News text in; blocks, captions, credits and metadata out.
