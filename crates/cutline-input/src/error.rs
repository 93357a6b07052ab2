use std::{fmt, io};

/// One input that could not be read, and why.
///
/// Displayed as `PATH: line N: WHY`. Paths and ids are as they stand, control
/// characters included: whoever prints them to a terminal has to escape them.
#[derive(Debug)]
pub struct InputError {
    /// The file or folder; `-` for standard input.
    pub path: String,
    /// The line, counted from 1, where there is one to name.
    pub line: Option<u64>,
    /// Where a web archive's record begins.
    pub place: Option<Place>,
    /// The id that the rejected line or record gives itself, where it could be read.
    pub id: Option<String>,
    /// What is wrong.
    pub kind: InputErrorKind,
}

/// A place in a file that has no lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Counted from 0.
    pub byte: u64,
    /// Whether it counts in what a compressed file unpacks to: of what begins
    /// with a member of its own, the place in the file itself is given.
    pub unpacked: bool,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "byte {}{}", self.byte, if self.unpacked { " unpacked" } else { "" })
    }
}

impl InputError {
    pub(crate) fn new(path: impl Into<String>, kind: InputErrorKind) -> InputError {
        InputError { path: path.into(), line: None, place: None, id: None, kind }
    }

    pub(crate) fn at_line(mut self, line: u64) -> InputError {
        self.line = Some(line);
        self
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.path)?;
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        if let Some(place) = self.place {
            write!(f, "{place}: ")?;
        }
        self.kind.fmt(f)
    }
}

impl std::error::Error for InputError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.kind {
            InputErrorKind::Io(error) => Some(error),
            _ => None,
        }
    }
}

/// Why an input could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum InputErrorKind {
    /// The system would not let it be read, or it is gone.
    #[error("cannot be read: {0}")]
    Io(io::Error),
    /// It is compressed or packed, and damaged or cut short.
    #[error("cannot be unpacked: {0}")]
    Damaged(String),
    /// It holds no text.
    #[error("{0}")]
    Empty(&'static str),
    /// It is no text: a picture, an archive, a program.
    #[error("is not text but {0}")]
    Binary(&'static str),
    /// It is longer than [`Options::max_bytes`](crate::Options::max_bytes).
    #[error("is longer than {0} bytes, the most that is read as one document")]
    TooLong(u64),
    /// The line is not JSON, or not an object.
    #[error("is not a JSON object: {0}")]
    Json(String),
    /// A web archive's record is not as it should be.
    #[error("{0}")]
    Warc(String),
    /// A record ends before its stated length.
    #[error("is cut short: {there} of {stated} bytes are there")]
    CutShort {
        /// The length that it states.
        stated: u64,
        /// What there is.
        there: u64,
    },
    /// The line is no record that `extract` wrote, or not a whole one.
    #[error("is no record of a document: {0}")]
    Record(String),
    /// Reading it went well, and what was done with it then did not.
    #[error("made cutline fail, which is a defect of cutline: {0}")]
    Defect(String),
    /// The line has no text field.
    #[error("has no field '{0}'")]
    NoText(String),
    /// The line's text field is not a string.
    #[error("field '{field}' holds {found}, not a string")]
    NotAString {
        /// The field.
        field: String,
        /// What it holds instead: 'a number'.
        found: &'static str,
    },
}

impl InputErrorKind {
    /// Whether nothing behind it can be read.
    pub(crate) fn ends_input(&self) -> bool {
        matches!(self, InputErrorKind::Io(_) | InputErrorKind::Damaged(_))
    }
}

impl From<io::Error> for InputErrorKind {
    /// Errors of unpacking are told from those of the system.
    fn from(error: io::Error) -> InputErrorKind {
        match error.kind() {
            io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => InputErrorKind::Damaged(error.to_string()),
            _ => InputErrorKind::Io(error),
        }
    }
}
