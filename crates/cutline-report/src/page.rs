//! The page that people open: a report as one HTML file, or a folder of them.
//!
//! A file holds everything it needs: plain CSS, a few hundred lines of plain
//! script, charts as SVG, nothing from a network. Its Content Security Policy
//! lets run only the one script and style whose hashes it names. What is not
//! shown at once (documents, pages of people, long lists) stands in data blocks
//! that the script puts in place when they are asked for, so that a thousand
//! documents open in a moment.
//!
//! Words of documents are untrusted. The templates escape them (maud), and the
//! last step, `shell::harmless`, makes control characters and marks that turn the
//! reading order visible everywhere at once, so that no template can forget it.

mod book;
mod captions;
mod charts;
mod document;
mod documents;
mod entity;
mod marks;
mod names;
mod overview;
mod quotes;
mod shell;
mod stories;
mod time;
mod timeline;

use cutline_doc::{Analysis, Span};

use crate::Corpus;
use book::Book;
pub use book::DOCUMENTS_IN_ONE_FILE;

/// What the page is made of.
#[derive(Clone, Copy, Debug)]
pub struct Site<'a> {
    /// What it is called.
    pub title: &'a str,
    /// The documents in full, in the order of the corpus.
    pub analyses: &'a [Analysis],
    /// What was found across them.
    pub corpus: Corpus<'a>,
    /// Versions of stories, side by side.
    pub comparisons: &'a [Comparison],
}

/// Two versions of a story, sentence by sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The document that stands left.
    pub before: usize,
    /// The document that stands right.
    pub after: usize,
    /// In the order of the right one.
    pub rows: Vec<Pair>,
}

/// A sentence of either version, or of both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Where it stands in the left document.
    pub before: Option<Span>,
    /// Where it stands in the right document.
    pub after: Option<Span>,
    /// Whether it stands elsewhere in the right one.
    pub moved: bool,
    /// Whether it was re-worded.
    pub edited: bool,
}

/// A file of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name in the folder.
    pub name: String,
    /// What it holds.
    pub html: String,
}

/// The report as one file.
pub fn single(site: Site<'_>) -> String {
    let book = Book::new(site, false);
    let mut sheet = index(&book);
    sheet.extend(captions::sheets(&book).into_iter().chain(timeline::sheets(&book)).flatten());
    sheet.extend(quotes::sheets(&book).into_iter().chain(stories::sheets(&book)).flatten());
    sheet.extend(document::sheets(&book).into_iter().chain(entity::sheets(&book)).flatten());
    shell::html(&book, &sheet)
}

/// The report as a folder: `index.html`, and files for parts of the documents,
/// people, quotes, dates, captions and stories.
pub fn folder(site: Site<'_>) -> Vec<File> {
    let book = Book::new(site, true);
    let file = |name: String, sheet: &[shell::View]| File { name, html: shell::html(&book, sheet) };
    let mut files = vec![file("index.html".into(), &index(&book))];
    let parts = [
        ("documents", document::sheets(&book)),
        ("people", entity::sheets(&book)),
        ("quotes", quotes::sheets(&book)),
        ("timeline", timeline::sheets(&book)),
        ("captions", captions::sheets(&book)),
        ("stories", stories::sheets(&book)),
    ];
    for (kind, sheets) in parts {
        files.extend(sheets.iter().enumerate().map(|(n, sheet)| file(book::file_name(kind, n), sheet)));
    }
    files
}

fn index(book: &Book<'_>) -> Vec<shell::View> {
    vec![overview::view(book), documents::view(book), names::view(book)]
}
