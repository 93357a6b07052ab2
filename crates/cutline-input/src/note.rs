use std::fmt;

/// Something that was not read, on purpose.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Note {
    /// A file or folder that was read already.
    Again {
        /// The path as given or found.
        path: String,
    },
    /// Files of a folder that are of no kind cutline reads.
    PassedOver {
        /// The folder as named on the command line.
        folder: String,
        /// What they are: '.jpg', 'without extension', 'hidden'.
        what: String,
        /// How many.
        count: u64,
    },
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Note::Again { path } => write!(f, "{path}: given twice, read once"),
            Note::PassedOver { folder, what, count } => write!(f, "{folder}: passed over {count} ({what})"),
        }
    }
}
