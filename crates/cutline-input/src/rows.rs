use std::path::Path;

use encoding_rs_io::DecodeReaderBytes;
use serde_json::Value;

use crate::decode::{self, Decoded};
use crate::json;
use crate::lines::{Line, Lines};
use crate::text::Opened;
use crate::unpack::Stream;
use crate::walk::{Found, shown};
use crate::{Fields, InputError, InputErrorKind, Meter, Options, Warning, sniff};

/// One line of a JSONL source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Counted from 1.
    pub line: u64,
    /// The id it gives itself; need not be the only one of its kind.
    pub id: Option<String>,
    /// The text, which may be empty.
    pub text: String,
    /// Whether the text is the mark-up of a page.
    pub page: bool,
    /// The publication date, as written.
    pub published: Option<String>,
    /// The address that it was fetched from.
    pub url: Option<String>,
    /// When it was fetched, as written.
    pub crawled: Option<String>,
    /// The document that the text is part of, if [`Fields::document`] names a
    /// field and the line has it.
    pub document: Option<String>,
    /// The encoding that the line was in.
    pub encoding: &'static str,
    /// What was odd.
    pub warnings: Vec<Warning>,
}

/// The lines of one JSONL source, one at a time.
///
/// Blank lines are passed over. A line that is broken is yielded as an error
/// with its number, and the next follows.
///
/// ```no_run
/// use cutline_input::{Options, Rows};
///
/// for row in Rows::open("captions.jsonl".as_ref(), Options::default())? {
///     println!("{}", row?.text);
/// }
/// # Ok::<(), cutline_input::InputError>(())
/// ```
pub struct Rows {
    path: String,
    lines: Option<Lines<DecodeReaderBytes<Stream, Vec<u8>>>>,
    /// The encoding of the whole, if it is one that cannot be cut into lines as it is.
    encoding: Option<&'static str>,
    options: Options,
}

impl Rows {
    /// Opens a file, or standard input for `-`.
    ///
    /// # Errors
    /// If it cannot be opened, or is no text.
    pub fn open(path: &Path, options: Options) -> Result<Rows, InputError> {
        let found = Found::named(path.to_owned());
        let opened = Opened::new(&found, &Meter::default())?;
        if let Some(kind) = sniff::binary(opened.head()) {
            return Err(InputError::new(shown(path), InputErrorKind::Binary(kind)));
        }
        Ok(Rows::new(found.shown, opened, options))
    }

    pub(crate) fn new(path: String, opened: Opened, options: Options) -> Rows {
        let (data, encoding) = opened.narrowed();
        let lines = Some(Lines::new(data, options.limit()));
        Rows { path, lines, encoding, options }
    }
}

impl Rows {
    /// The next lines, at least one and about so many bytes of them, to be
    /// parsed elsewhere; nothing at the end.
    pub fn piece(&mut self, bytes: usize) -> Option<Piece> {
        let mut lines = self.lines.take()?;
        let mut piece = Piece {
            path: self.path.clone(),
            encoding: self.encoding,
            fields: self.options.fields.clone(),
            ..Piece::default()
        };
        while piece.bytes.len() < bytes {
            let read = match lines.next() {
                Ok(None) => return Some(piece).filter(|piece| !piece.lines.is_empty()),
                Err(error) => Err(error.into()),
                Ok(Some(Line::TooLong)) => Err(InputErrorKind::TooLong(self.options.limit())),
                Ok(Some(Line::Bytes(line))) => {
                    piece.bytes.extend_from_slice(line);
                    Ok(piece.bytes.len())
                }
            };
            let broken = read.as_ref().is_err_and(InputErrorKind::ends_input);
            piece.lines.push((lines.number(), read));
            if broken {
                return Some(piece);
            }
        }
        self.lines = Some(lines);
        Some(piece)
    }
}

/// Some lines of a source, as yet unread: see [`Rows::piece`].
#[derive(Debug, Default)]
pub struct Piece {
    path: String,
    encoding: Option<&'static str>,
    fields: Fields,
    bytes: Vec<u8>,
    /// Each line's number, and where it ends.
    lines: Vec<(u64, Result<usize, InputErrorKind>)>,
}

impl Piece {
    /// What [`Rows`] yields for these lines.
    pub fn rows(self) -> impl Iterator<Item = Result<Row, InputError>> {
        let Piece { path, encoding, fields, bytes, lines } = self;
        let mut start = 0;
        lines.into_iter().filter_map(move |(line, read)| {
            let fail = |(id, kind)| InputError { id, ..InputError::new(path.clone(), kind).at_line(line) };
            let end = match read {
                Ok(end) => end,
                Err(kind) => return Some(Err(fail((None, kind)))),
            };
            let decoded = decode::decode(&bytes[start..end], None);
            start = end;
            if decoded.text.trim_ascii().is_empty() {
                return None;
            }
            let row = row(&decoded, &fields).map_err(fail);
            Some(row.map(|row| Row { line, encoding: encoding.unwrap_or(row.encoding), ..row }))
        })
    }
}

impl Iterator for Rows {
    type Item = Result<Row, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        let lines = self.lines.as_mut()?;
        let read = loop {
            match lines.next() {
                Ok(None) => break None,
                Err(error) => break Some(Err((None, error.into()))),
                Ok(Some(Line::TooLong)) => break Some(Err((None, InputErrorKind::TooLong(self.options.limit())))),
                Ok(Some(Line::Bytes(bytes))) => {
                    let line = decode::decode(bytes, None);
                    if !line.text.trim_ascii().is_empty() {
                        break Some(row(&line, &self.options.fields));
                    }
                }
            }
        };
        let line = lines.number();
        if read.as_ref().is_none_or(|read| read.as_ref().is_err_and(|(_, kind)| kind.ends_input())) {
            self.lines = None;
        }
        Some(match read? {
            Ok(row) => Ok(Row { line, encoding: self.encoding.unwrap_or(row.encoding), ..row }),
            Err((id, kind)) => Err(InputError { id, ..InputError::new(self.path.clone(), kind).at_line(line) }),
        })
    }
}

/// The row that a line holds, its number left open.
fn row(line: &Decoded<'_>, fields: &Fields) -> Result<Row, (Option<String>, InputErrorKind)> {
    let read = json::line(&line.text, fields).map_err(|kind| (None, kind))?;
    let mut odd = Vec::new();
    let id = read.id.and_then(|id| scalar(id, &fields.id, &mut odd));
    let html = read.html.filter(|html| matches!(html, Value::String(page) if !page.trim().is_empty()));
    let page = html.is_some();
    let text = match html.or(read.text) {
        Some(Value::String(text)) => text,
        Some(other) => {
            return Err((id, InputErrorKind::NotAString { field: fields.text.clone(), found: kind(&other) }));
        }
        None => return Err((id, InputErrorKind::NoText(fields.text.clone()))),
    };
    let dates = read.dates.into_iter().zip(&fields.dates);
    let published = dates.filter_map(|(date, field)| scalar(date?, field, &mut odd)).next();
    let mut other = |value: Option<Value>, field: &Option<String>| scalar(value?, field.as_ref()?, &mut odd);
    let document = other(read.document, &fields.document);
    let url = other(read.url, &fields.url);
    let crawled = other(read.crawled, &fields.crawled);
    if read.surrogates > 0 {
        let message = format!("lone surrogates were read as U+FFFD: {} on the line", read.surrogates);
        odd.push(decode::warning("lone-surrogates", &text, '\u{fffd}', message));
    }
    let warnings = line.warnings(&text).into_iter().chain(odd).collect();
    Ok(Row { line: 0, id, text, page, published, url, crawled, document, encoding: line.encoding.name(), warnings })
}

/// A string or number as a string; null and '' as nothing.
fn scalar(value: Value, field: &str, warnings: &mut Vec<Warning>) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text).filter(|text| !text.trim().is_empty()),
        Value::Number(number) => Some(number.to_string()),
        other => {
            let message = format!("field '{field}' holds {} and was not read", kind(&other));
            warnings.push(Warning { code: "bad-field", message, at: None });
            None
        }
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a truth value",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
