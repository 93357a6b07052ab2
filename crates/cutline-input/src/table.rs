//! Tables: CSV and TSV (RFC 4180), one document a row.

use std::io::{self, BufRead, BufReader};

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use encoding_rs_io::DecodeReaderBytes;

use crate::decode;
use crate::rows::Row;
use crate::text::Opened;
use crate::unpack::Stream;
use crate::{InputError, InputErrorKind, Options};

/// The rows of one table, by the names in its first row.
pub(crate) struct Table {
    path: String,
    data: BufReader<DecodeReaderBytes<Stream, Vec<u8>>>,
    /// The encoding of the whole, if it is UTF-16.
    encoding: Option<&'static str>,
    cells: Cells,
    options: Options,
    columns: Option<Columns>,
    ended: bool,
}

/// The places of the columns that count.
struct Columns {
    text: usize,
    id: Option<usize>,
    html: Option<usize>,
    url: Option<usize>,
    crawled: Option<usize>,
    dates: Vec<usize>,
}

/// A row, or why it could not be read.
type Line = (u64, Result<(), InputErrorKind>);

impl Table {
    pub fn new(path: String, opened: Opened, delimiter: u8, options: Options) -> Table {
        let (data, encoding) = opened.narrowed();
        let cells = Cells::new(delimiter);
        Table { path, data: BufReader::new(data), encoding, cells, options, columns: None, ended: false }
    }

    /// Reads the first row.
    fn columns(&mut self) -> Result<Columns, InputErrorKind> {
        if let Some((_, read)) = self.cells.next(&mut self.data, self.options.limit())? {
            read?;
        }
        let names: Vec<String> =
            self.cells.all().map(|cell| decode::decode(cell, None).text.trim().to_owned()).collect();
        let fields = &self.options.fields;
        let find = |name: &String| names.iter().position(|column| column == name);
        let html = fields.html.as_ref().and_then(find);
        let text = find(&fields.text).or(html);
        Ok(Columns {
            text: text.ok_or_else(|| InputErrorKind::NoText(fields.text.clone()))?,
            id: find(&fields.id),
            html,
            url: fields.url.as_ref().and_then(find),
            crawled: fields.crawled.as_ref().and_then(find),
            dates: fields.dates.iter().filter_map(find).collect(),
        })
    }

    fn row(&self, line: u64) -> Row {
        let Some(columns) = &self.columns else { return Row::default() };
        let cell = |n: usize| decode::decode(self.cells.get(n), None);
        let value = |n: usize| Some(cell(n).text.trim().to_owned()).filter(|value| !value.is_empty());
        let page = columns.html.filter(|&n| !self.cells.get(n).trim_ascii().is_empty());
        let text = cell(page.unwrap_or(columns.text));
        Row {
            line,
            id: columns.id.and_then(value),
            page: page.is_some(),
            published: columns.dates.iter().find_map(|&n| value(n)),
            url: columns.url.and_then(value),
            crawled: columns.crawled.and_then(value),
            encoding: self.encoding.unwrap_or(text.encoding.name()),
            warnings: text.warnings(&text.text),
            text: text.text.into_owned(),
            document: None,
        }
    }
}

impl Iterator for Table {
    type Item = Result<Row, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        let fail = |path: &str, line: u64, kind| InputError::new(path, kind).at_line(line);
        if self.ended {
            return None;
        }
        if self.columns.is_none() {
            match self.columns() {
                Ok(columns) => self.columns = Some(columns),
                Err(kind) => {
                    self.ended = true;
                    return Some(Err(fail(&self.path, 1, kind)));
                }
            }
        }
        match self.cells.next(&mut self.data, self.options.limit()) {
            Ok(Some((line, Ok(())))) => Some(Ok(self.row(line))),
            Ok(Some((line, Err(kind)))) => Some(Err(fail(&self.path, line, kind))),
            Ok(None) => {
                self.ended = true;
                None
            }
            Err(error) => {
                self.ended = true;
                Some(Err(fail(&self.path, self.cells.line, error.into())))
            }
        }
    }
}

/// The cells of the row at hand.
struct Cells {
    reader: Reader,
    bytes: Vec<u8>,
    /// Where each cell ends.
    ends: Vec<usize>,
    count: usize,
    /// The line at hand, counted from 1.
    line: u64,
}

/// A row of more cells is taken for damage.
const MOST_CELLS: usize = 1 << 16;

impl Cells {
    fn new(delimiter: u8) -> Cells {
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        Cells { reader, bytes: vec![0; 1 << 16], ends: vec![0; 64], count: 0, line: 1 }
    }

    fn all(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.count).map(|n| self.get(n))
    }

    /// A cell; one that is not there is empty.
    fn get(&self, n: usize) -> &[u8] {
        let start = if n == 0 { 0 } else { self.ends[n - 1] };
        if n < self.count { &self.bytes[start..self.ends[n]] } else { &[] }
    }

    /// Reads the next row and the line that it begins on; nothing at the end.
    fn next(&mut self, data: &mut impl BufRead, most: u64) -> io::Result<Option<Line>> {
        while let Some(byte @ (b'\r' | b'\n')) = data.fill_buf()?.first() {
            self.line += u64::from(*byte == b'\n');
            data.consume(1);
        }
        let begins = self.line;
        let (mut written, mut too_long) = (0, false);
        self.count = 0;
        loop {
            let input = data.fill_buf()?;
            let (result, read, out, ends) =
                self.reader.read_record(input, &mut self.bytes[written..], &mut self.ends[self.count..]);
            self.line += memchr::memchr_iter(b'\n', &input[..read]).count() as u64;
            data.consume(read);
            (written, self.count) = (written + out, self.count + ends);
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull if self.bytes.len() as u64 <= most => {
                    self.bytes.resize(self.bytes.len() * 2, 0);
                }
                ReadRecordResult::OutputEndsFull if self.ends.len() < MOST_CELLS => {
                    self.ends.resize(self.ends.len() * 2, 0);
                }
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {
                    (written, self.count, too_long) = (0, 0, true);
                }
                ReadRecordResult::Record => {
                    let row =
                        if too_long || written as u64 > most { Err(InputErrorKind::TooLong(most)) } else { Ok(()) };
                    return Ok(Some((begins, row)));
                }
                ReadRecordResult::End => return Ok(None),
            }
        }
    }
}
