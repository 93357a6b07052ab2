//! The tagger of names for English news.

use std::sync::OnceLock;

use cutline_entities::Tagger;

/// The tagger of names for English news.
pub fn tagger() -> &'static Tagger {
    static TAGGER: OnceLock<Tagger> = OnceLock::new();
    TAGGER.get_or_init(|| Tagger::from_lists(crate::lists().clone()))
}
