//! Linear sequence models: hashed features, decoding, the model file.
