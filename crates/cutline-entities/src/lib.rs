//! Names in news text, and who is who.
