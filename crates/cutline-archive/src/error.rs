/// Why an archive cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file is no SQLite file, or one of another program.
    #[error("is not an archive of cutline")]
    Foreign,
    /// The file was made by another version whose tables differ.
    #[error("was made by cutline {made}, whose tables differ: make it anew from the documents")]
    OtherSchema {
        /// The version that made it.
        made: String,
    },
    /// A query that the full-text index does not understand.
    #[error("the query is not understood: {0}")]
    Query(String),
    /// A record that was not written by cutline.
    #[error("the record of {id} cannot be read back: {why}")]
    Record {
        /// The document's id.
        id: String,
        /// What is wrong with it.
        why: String,
    },
    /// What SQLite says: the disk is full, another program holds the file.
    #[error("SQLite: {0}")]
    Sqlite(String),
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Error {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::NotADatabase) => Error::Foreign,
            _ => Error::Sqlite(error.to_string()),
        }
    }
}
