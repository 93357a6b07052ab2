use crate::{Document, Entity, Mention, Quote, Span, Timex};

/// Everything cutline knows about one document.
#[derive(Clone, Debug, PartialEq)]
pub struct Analysis {
    /// Which document: a path, a JSONL line's id, a WARC record's address.
    pub id: String,
    /// Where it was read from.
    pub origin: Origin,
    /// Text, blocks, captions, metadata, and all warnings.
    pub document: Document,
    /// Sorted, not overlapping.
    pub mentions: Vec<Mention>,
    /// In the order of their ids, which count from 0.
    pub entities: Vec<Entity>,
    /// Sorted.
    pub timexes: Vec<Timex>,
    /// In the order of their first content span.
    pub quotes: Vec<Quote>,
    /// What stands in quotation marks and is no speech.
    pub quoted_terms: Vec<Span>,
}

impl Analysis {
    /// The time expression at a caption's date.
    pub fn timex_at(&self, span: Span) -> Option<usize> {
        let after = self.timexes.partition_point(|timex| timex.span.end <= span.start);
        self.timexes.get(after).filter(|timex| timex.span.overlaps(span)).map(|_| after)
    }
}

/// Where a document was read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The file as given, with `/` separators; `-` for standard input.
    pub path: String,
    /// How it was packed.
    pub format: Format,
    /// Size of the record's own payload.
    pub bytes: u64,
    /// SHA-256 of the payload, in hexadecimal.
    pub sha256: String,
    /// The character encoding it was read as.
    pub encoding: String,
    /// The address it was fetched from.
    pub url: Option<String>,
    /// When it was fetched, as the archive says.
    pub crawled: Option<String>,
}

/// How a document was packed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// A file of plain text.
    #[default]
    Text,
    /// A page.
    Html,
    /// A line of a JSONL file.
    Jsonl,
    /// A record of a web archive.
    Warc,
    /// A row of a table.
    Table,
}

impl Format {
    /// All of them.
    pub const ALL: &[Format] = &[Format::Text, Format::Html, Format::Jsonl, Format::Warc, Format::Table];

    /// The one of that name.
    pub fn from_name(name: &str) -> Option<Format> {
        Self::ALL.iter().copied().find(|format| format.name() == name)
    }

    /// The name in records.
    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Html => "html",
            Format::Jsonl => "jsonl",
            Format::Warc => "warc",
            Format::Table => "table",
        }
    }
}
