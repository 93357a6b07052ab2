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
    /// The id that the rejected line gives itself, where it could be read.
    pub id: Option<String>,
    /// What is wrong.
    pub kind: InputErrorKind,
}

impl InputError {
    pub(crate) fn new(path: impl Into<String>, kind: InputErrorKind) -> InputError {
        InputError { path: path.into(), line: None, id: None, kind }
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
    Io(#[from] io::Error),
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
