use std::path::PathBuf;

use crate::ids::Ids;
use crate::rows::{Row, Rows};
use crate::text::{self, Opened};
use crate::walk::{Found, Walk};
use crate::{Format, InputError, InputErrorKind, Note, Options, Record, Warning, sniff};

/// Reads paths and yields their records one by one.
///
/// A folder is gone through recursively, sorted by name; it gives its `.txt`,
/// `.text`, `.jsonl`, `.ndjson`, `.html`, `.htm` and `.xhtml` files, and what else it holds is counted and
/// noted. Names that begin with a dot and links to folders are not followed. A
/// file that is named itself is read whatever its ending: as JSONL or a page if it looks
/// like it, else as text. `-` is standard input. Whatever is reached twice is
/// read once and noted.
///
/// Symbolic links to files are followed. The records of a JSONL file whose text
/// is empty are rejected like empty files.
pub struct Reader {
    walk: Walk,
    /// The JSONL file at hand.
    rows: Option<Open>,
    ids: Ids,
    options: Options,
}

struct Open {
    path: String,
    rows: Rows,
    /// Whether a line was yielded or rejected.
    any: bool,
}

impl Reader {
    /// A reader of `paths`, in that order.
    pub fn new<P: Into<PathBuf>>(paths: impl IntoIterator<Item = P>, options: Options) -> Reader {
        let paths = paths.into_iter().map(Into::into).collect();
        Reader { walk: Walk::new(paths), rows: None, ids: Ids::default(), options }
    }

    /// What was left out on purpose since the last call.
    pub fn take_notes(&mut self) -> Vec<Note> {
        self.walk.take_notes()
    }

    /// The text that a file holds; nothing if it turns out to be JSONL, which
    /// is then read row by row.
    fn open(&mut self, found: &Found) -> Result<Option<Record>, InputError> {
        let opened = Opened::new(found)?;
        if let Some(kind) = sniff::binary(opened.head()) {
            return Err(InputError::new(&found.shown, InputErrorKind::Binary(kind)));
        }
        if is_jsonl(found, opened.head()) {
            let rows = Rows::new(found.shown.clone(), opened, self.options.clone());
            self.rows = Some(Open { path: found.shown.clone(), rows, any: false });
            return Ok(None);
        }
        let record = text::record(found, opened, &self.options)?;
        Ok(Some(self.with_unique_id(record)))
    }

    /// The next record of the JSONL file at hand.
    fn next_row(&mut self) -> Option<Result<Record, InputError>> {
        let open = self.rows.as_mut()?;
        match open.rows.next() {
            Some(row) => {
                open.any = true;
                let path = open.path.clone();
                Some(row.and_then(|row| record(path, row)).map(|record| self.with_unique_id(record)))
            }
            None => {
                let open = self.rows.take()?;
                let empty = InputError::new(open.path, InputErrorKind::Empty("holds no JSON lines"));
                (!open.any).then_some(Err(empty))
            }
        }
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
            if let Some(row) = self.next_row() {
                return Some(row);
            }
            let opened = self.walk.next()?.and_then(|found| self.open(&found));
            if let Some(record) = opened.transpose() {
                return Some(record);
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

fn record(path: String, row: Row) -> Result<Record, InputError> {
    if row.text.trim().is_empty() {
        let error = InputError::new(path, InputErrorKind::Empty("holds no text")).at_line(row.line);
        return Err(InputError { id: row.id, ..error });
    }
    Ok(Record {
        id: row.id.unwrap_or_else(|| format!("{path}#{}", row.line)),
        path,
        line: Some(row.line),
        format: Format::Jsonl,
        bytes: row.text.len() as u64,
        sha256: text::checksum(row.text.as_bytes()),
        encoding: row.encoding.into(),
        url: None,
        text: row.text,
        published: row.published,
        warnings: row.warnings,
    })
}
