use cutline_text::Span;

use crate::Fields;

/// One document as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// A file's path as given, with `/` separators (of a file in a ZIP archive
    /// the archive's path and its own); a JSONL line's or table row's id, else
    /// `PATH#LINE`; a web archive's record's address, else its record id. No two records of a [`Reader`](crate::Reader) have the same.
    pub id: String,
    /// The file it is from; `-` for standard input.
    pub path: String,
    /// The line of a JSONL file or table, counted from 1.
    pub line: Option<u64>,
    /// How it was packed.
    pub format: Format,
    /// Whether the text is the mark-up of a page.
    pub page: bool,
    /// Size of the payload: the file unpacked, a JSONL line's text, the body
    /// that a server sent.
    pub bytes: u64,
    /// SHA-256 of the payload, in hexadecimal.
    pub sha256: String,
    /// The encoding it was read as, named as on the web: 'UTF-8', 'windows-1252'.
    pub encoding: String,
    /// The address it was fetched from, where the input says so.
    pub url: Option<String>,
    /// The decoded text, without byte-order mark and otherwise untouched.
    pub text: String,
    /// The publication date that came with it, as written there.
    pub published: Option<String>,
    /// When it was fetched, as written there.
    pub crawled: Option<String>,
    /// What was odd, and how it was read.
    pub warnings: Vec<Warning>,
}

/// How a document was packed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// A file of plain text.
    #[default]
    Text,
    /// A file that is a web page.
    Html,
    /// A line of a JSONL file.
    Jsonl,
    /// A record of a web archive.
    Warc,
    /// A row of a table: CSV or TSV.
    Table,
}

/// Something odd about a record, and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// A short stable name: 'bad-encoding', 'lone-surrogates', 'truncated'.
    pub code: &'static str,
    /// A sentence for people.
    pub message: String,
    /// Where in the text it first is.
    pub at: Option<Span>,
}

/// How to read.
#[derive(Clone, Debug)]
pub struct Options {
    /// The fields of a JSONL line or the columns of a table that count.
    pub fields: Fields,
    /// The size in bytes beyond which a document or a JSONL line is rejected;
    /// at most 1 GiB, so that offsets fit whatever the encoding.
    pub max_bytes: u64,
}

impl Options {
    /// 256 MiB: some 40 million words.
    pub const MAX_BYTES: u64 = 256 << 20;

    pub(crate) fn limit(&self) -> u64 {
        self.max_bytes.min(1 << 30)
    }
}

impl Default for Options {
    fn default() -> Options {
        Options { fields: Fields::default(), max_bytes: Options::MAX_BYTES }
    }
}
