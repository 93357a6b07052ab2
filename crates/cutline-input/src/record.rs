use cutline_text::Span;

/// One document as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// A file's path as given, with `/` separators; a JSONL line's id, else
    /// `PATH#LINE`. No two records of a [`Reader`](crate::Reader) have the same.
    pub id: String,
    /// The file it is from; `-` for standard input.
    pub path: String,
    /// The line of a JSONL file, counted from 1.
    pub line: Option<u64>,
    /// How it was packed.
    pub format: Format,
    /// Size of the payload: the file, or a JSONL line's text.
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
    /// What was odd, and how it was read.
    pub warnings: Vec<Warning>,
}

/// How a document was packed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// A file of plain text.
    #[default]
    Text,
    /// A web page; its text is mark-up.
    Html,
    /// A line of a JSONL file.
    Jsonl,
}

/// Something odd about a record, and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// A short stable name: 'bad-encoding', 'lone-surrogates', 'repeated-id'.
    pub code: &'static str,
    /// A sentence for people.
    pub message: String,
    /// Where in the text it first is.
    pub at: Option<Span>,
}

/// How to read.
#[derive(Clone, Debug)]
pub struct Options {
    /// The fields of a JSONL line that count.
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

/// The names of the fields of a JSONL line. Nothing else of a line is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields {
    /// Holds the id, a string or a number.
    pub id: String,
    /// Holds the text.
    pub text: String,
    /// May hold the publication date; the first that does counts.
    pub dates: Vec<String>,
    /// Names the document that the text is part of; read by
    /// [`Rows`](crate::Rows) alone.
    pub document: Option<String>,
}

impl Default for Fields {
    /// `id`, `text`, and `published`, else `date`, else `dct`.
    fn default() -> Fields {
        let dates = ["published", "date", "dct"].map(str::to_owned).to_vec();
        Fields { id: "id".into(), text: "text".into(), dates, document: None }
    }
}
