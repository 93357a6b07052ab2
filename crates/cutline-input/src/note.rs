use std::collections::BTreeMap;
use std::fmt;

/// How many of each kind were passed over.
pub(crate) type Counts = BTreeMap<String, u64>;

/// Something that was not read, on purpose.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Note {
    /// A file or folder that was read already.
    Again {
        /// The path as given or found.
        path: String,
    },
    /// Files of a folder, or records of an archive, that are of no kind cutline reads.
    PassedOver {
        /// The folder as named on the command line, or the archive.
        within: String,
        /// What they are: '.jpg', 'no ending', 'hidden', 'request records'.
        what: String,
        /// How many.
        count: u64,
    },
}

impl Note {
    pub(crate) fn passed_over(within: &str, counts: Counts) -> impl Iterator<Item = Note> + use<'_> {
        counts.into_iter().map(|(what, count)| Note::PassedOver { within: within.to_owned(), what, count })
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Note::Again { path } => write!(f, "{path}: given twice, read once"),
            Note::PassedOver { within, what, count } => write!(f, "{within}: passed over {count} ({what})"),
        }
    }
}
