//! Flat tables over all documents: documents, blocks, captions, entities,
//! mentions, quotes, timexes, clusters.
//!
//! [`Table::columns`] says what is in each; [`write`] hands the rows to a
//! [`Sink`]: [`CsvFolder`], or `ParquetFolder` with the feature `parquet`.
//! Rows are joined by `document` (a document's id), `entity` (the stable id
//! over all documents) and `caption` or `cluster` (ids of captions).

mod across;
mod csv;
mod document;
#[cfg(feature = "parquet")]
mod parquet;

use std::borrow::Cow;
use std::io;

pub(super) use self::csv::CsvTable;
pub use self::csv::{CsvFolder, Dialect};
#[cfg(feature = "parquet")]
pub use self::parquet::ParquetFolder;
use super::{Linked, Ties};
use cutline_doc::Analysis;

/// One of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// A row a document.
    Documents,
    /// A row a block.
    Blocks,
    /// A row a caption.
    Captions,
    /// A row for everyone and everything named, over all documents.
    Entities,
    /// A row for each time a name stands.
    Mentions,
    /// A row a quotation.
    Quotes,
    /// A row a time expression.
    Timexes,
    /// A row a caption of each group of captions of one photo.
    Clusters,
}

/// A column's name and what its cells hold.
pub type Column = (&'static str, Kind);

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// A whole number.
    Whole,
    /// Any number.
    Real,
    /// Yes or no.
    Truth,
}

/// A value in a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing is known, or nothing is there.
    Empty,
    /// For a column of [`Kind::Text`].
    Text(Cow<'a, str>),
    /// For a column of [`Kind::Whole`].
    Whole(i64),
    /// For a column of [`Kind::Real`].
    Real(f64),
    /// For a column of [`Kind::Truth`].
    Truth(bool),
}

/// Takes rows.
pub trait Sink {
    /// Takes the next row of a table; as many cells as it has columns.
    ///
    /// # Errors
    /// If it cannot be written.
    fn row(&mut self, table: Table, cells: &[Cell<'_>]) -> io::Result<()>;
}

/// All rows of all documents.
///
/// # Errors
/// Those of the sink.
pub fn write(linked: &Linked<'_>, sink: &mut impl Sink) -> io::Result<()> {
    for (analysis, ties) in linked.documents.iter().zip(linked.ties()) {
        write_document(analysis, &ties, sink)?;
    }
    across::entities(linked, sink)?;
    across::clusters(linked, sink)
}

/// The rows of one document: all tables but entities and clusters.
///
/// # Errors
/// Those of the sink.
pub fn write_document(analysis: &Analysis, ties: &Ties, sink: &mut impl Sink) -> io::Result<()> {
    document::write(analysis, ties, sink)
}

impl Table {
    /// All tables.
    pub const ALL: &[Table] = &[
        Table::Documents,
        Table::Blocks,
        Table::Captions,
        Table::Entities,
        Table::Mentions,
        Table::Quotes,
        Table::Timexes,
        Table::Clusters,
    ];

    /// The name of its file.
    pub fn name(self) -> &'static str {
        match self {
            Table::Documents => "documents",
            Table::Blocks => "blocks",
            Table::Captions => "captions",
            Table::Entities => "entities",
            Table::Mentions => "mentions",
            Table::Quotes => "quotes",
            Table::Timexes => "timexes",
            Table::Clusters => "clusters",
        }
    }

    /// What stands in its rows.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Table::Documents => document::DOCUMENTS,
            Table::Blocks => document::BLOCKS,
            Table::Captions => document::CAPTIONS,
            Table::Entities => across::ENTITIES,
            Table::Mentions => document::MENTIONS,
            Table::Quotes => document::QUOTES,
            Table::Timexes => document::TIMEXES,
            Table::Clusters => across::CLUSTERS,
        }
    }
}

impl<'a> Cell<'a> {
    /// Several texts in one cell.
    pub(super) fn list<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Cell<'a> {
        let texts: Vec<T> = texts.into_iter().collect();
        let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
        if texts.is_empty() { Cell::Empty } else { texts.join("; ").into() }
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Cell<'a> {
        Cell::Text(text.into())
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Cell::Text(text.into())
    }
}

impl From<usize> for Cell<'_> {
    fn from(number: usize) -> Self {
        Cell::Whole(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Cell<'_> {
    fn from(number: u32) -> Self {
        Cell::Whole(number.into())
    }
}

impl From<f32> for Cell<'_> {
    /// As it is printed: 0.97, not 0.9700000286.
    fn from(number: f32) -> Self {
        number.to_string().parse().map_or(Cell::Empty, Cell::Real)
    }
}

impl From<bool> for Cell<'_> {
    fn from(truth: bool) -> Self {
        Cell::Truth(truth)
    }
}

impl<'a, T: Into<Cell<'a>>> From<Option<T>> for Cell<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Cell::Empty, Into::into)
    }
}
