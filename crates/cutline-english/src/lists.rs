//! The word lists, compiled from `data/*.tsv`.

use std::sync::OnceLock;

use cutline_entities::Lists;

/// Gazetteers and word lists for English news.
///
/// ```
/// use cutline_entities::Classes;
///
/// let lists = cutline_english::lists();
/// assert!(lists.classes("United Kingdom").any(Classes::COUNTRY));
/// assert!(lists.nicknames("Bill", "William"));
/// ```
pub fn lists() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| Lists::read(FILE).expect("a test compiles the lists anew"))
}

pub(crate) static FILE: &[u8] = include_bytes!("../data/lists.bin");
