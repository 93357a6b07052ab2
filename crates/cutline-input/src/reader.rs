use std::path::PathBuf;

use crate::ids::Ids;
use crate::rows::{Row, Rows};
use crate::table::Table;
use crate::text::{self, Opened};
use crate::walk::{Found, Walk};
use crate::warc::Warc;
use crate::zip::Zip;
use crate::{Format, InputError, InputErrorKind, Meter, Note, Options, Record, Warning, sniff};

/// Reads paths and yields their records one by one.
///
/// A folder is gone through recursively, sorted by name; it gives the files
/// whose endings are those of text, pages, JSON lines, tables and archives, and
/// what else it holds is counted and noted. Names that begin with a dot and
/// links to folders are not followed. A file that is named itself is read
/// whatever its ending, as what it looks like. `-` is standard input. Whatever
/// is reached twice is read once and noted.
///
/// Symbolic links to files are followed. The records of a JSONL file whose text
/// is empty are rejected like empty files.
pub struct Reader {
    walk: Walk,
    zip: Option<Zip>,
    /// What holds many records, at hand.
    open: Option<Open>,
    ids: Ids,
    meter: Meter,
    notes: Vec<Note>,
    options: Options,
}

/// A file of many records.
enum Open {
    Warc(Box<Warc>),
    Lines { path: String, rows: Box<dyn Iterator<Item = Result<Row, InputError>> + Send>, format: Format, any: bool },
}

impl Reader {
    /// A reader of `paths`, in that order.
    pub fn new<P: Into<PathBuf>>(paths: impl IntoIterator<Item = P>, options: Options) -> Reader {
        let walk = Walk::new(paths.into_iter().map(Into::into).collect());
        let (ids, meter) = (Ids::default(), Meter::default());
        Reader { walk, zip: None, open: None, ids, meter, notes: Vec::new(), options }
    }

    /// What was left out on purpose since the last call.
    pub fn take_notes(&mut self) -> Vec<Note> {
        let mut notes = self.walk.take_notes();
        notes.append(&mut self.notes);
        notes
    }

    /// What counts the bytes read so far.
    pub fn meter(&self) -> Meter {
        self.meter.clone()
    }

    /// The text that a file holds; nothing if it holds many, which are then at hand.
    fn open(&mut self, found: &Found, opened: Opened) -> Result<Option<Record>, InputError> {
        let (path, options) = (found.shown.clone(), self.options.clone());
        if sniff::zip(opened.head()) && self.zip.is_none() {
            self.zip = Some(Zip::new(found, opened, &self.meter, &options)?);
            return Ok(None);
        }
        if let Some(kind) = sniff::binary(opened.head()) {
            return Err(InputError::new(path, InputErrorKind::Binary(kind)));
        }
        if sniff::warc(opened.head()) {
            self.open = Some(Open::Warc(Box::new(Warc::new(path, opened, options))));
            return Ok(None);
        }
        if is_jsonl(found, opened.head()) {
            let rows = Box::new(Rows::new(path.clone(), opened, options));
            self.open = Some(Open::Lines { path, rows, format: Format::Jsonl, any: false });
            return Ok(None);
        }
        if let Some(delimiter) = delimiter(found, opened.head(), &options) {
            let rows = Box::new(Table::new(path.clone(), opened, delimiter, options));
            self.open = Some(Open::Lines { path, rows, format: Format::Table, any: false });
            return Ok(None);
        }
        text::record(found, opened, &self.options).map(Some)
    }

    /// The next record of the file at hand.
    fn next_held(&mut self) -> Option<Result<Record, InputError>> {
        let read = match self.open.as_mut()? {
            Open::Warc(warc) => {
                let read = warc.next();
                self.notes.extend(read.is_none().then(|| warc.take_notes()).into_iter().flatten());
                read
            }
            Open::Lines { path, rows, format, any } => match rows.next() {
                Some(row) => {
                    *any = true;
                    Some(row.and_then(|row| record(path.clone(), row, *format)))
                }
                None if *any => None,
                None => {
                    *any = true;
                    let what = if *format == Format::Table { "holds no rows" } else { "holds no JSON lines" };
                    Some(Err(InputError::new(path.clone(), InputErrorKind::Empty(what))))
                }
            },
        };
        if read.is_none() {
            self.open = None;
        }
        read
    }

    /// The next file, of the archive at hand or else as the paths have it.
    fn next_file(&mut self) -> Option<Result<(Found, Opened), InputError>> {
        if let Some(zip) = &mut self.zip {
            let file = zip.next();
            self.notes.extend(file.is_none().then(|| zip.take_notes()).into_iter().flatten());
            if file.is_some() {
                return file;
            }
            self.zip = None;
        }
        let found = self.walk.next()?;
        Some(found.and_then(|found| Opened::new(&found, &self.meter).map(|opened| (found, opened))))
    }

    fn with_unique_id(&mut self, mut record: Record) -> Record {
        let (id, taken) = self.ids.unique(std::mem::take(&mut record.id));
        if taken {
            let message = format!("the id is that of an earlier record; this one is {id}");
            record.warnings.push(Warning { code: "repeated-id", message, at: None });
        }
        Record { id, ..record }
    }
}

impl Iterator for Reader {
    type Item = Result<Record, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let read = match self.next_held() {
                Some(read) => Some(read),
                None => self.next_file()?.and_then(|(found, opened)| self.open(&found, opened)).transpose(),
            };
            if let Some(read) = read {
                return Some(read.map(|record| self.with_unique_id(record)));
            }
        }
    }
}

fn is_jsonl(found: &Found, head: &[u8]) -> bool {
    match found.ending().as_str() {
        "jsonl" | "ndjson" => true,
        "txt" | "text" => false,
        _ => sniff::jsonl(head),
    }
}

/// What parts the cells of a table; nothing if it is none.
fn delimiter(found: &Found, head: &[u8], options: &Options) -> Option<u8> {
    let fields = &options.fields;
    let sniffed = || {
        let columns = [Some(&fields.text), fields.html.as_ref()];
        columns.into_iter().flatten().find_map(|column| sniff::delimiter(head, column))
    };
    match found.ending().as_str() {
        "tsv" => Some(b'\t'),
        "csv" => Some(sniffed().unwrap_or(b',')),
        "txt" | "text" | "html" | "htm" | "xhtml" => None,
        _ => sniffed(),
    }
}

fn record(path: String, row: Row, format: Format) -> Result<Record, InputError> {
    if row.text.trim().is_empty() {
        let error = InputError::new(path, InputErrorKind::Empty("holds no text")).at_line(row.line);
        return Err(InputError { id: row.id, ..error });
    }
    Ok(Record {
        id: row.id.unwrap_or_else(|| format!("{path}#{}", row.line)),
        path,
        line: Some(row.line),
        format,
        page: row.page,
        bytes: row.text.len() as u64,
        sha256: text::checksum(row.text.as_bytes()),
        encoding: row.encoding.into(),
        url: row.url,
        text: row.text,
        published: row.published,
        crawled: row.crawled,
        warnings: row.warnings,
    })
}
