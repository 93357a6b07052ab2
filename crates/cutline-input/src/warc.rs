//! Web archives: WARC 1.0 and 1.1, and the WET files of Common Crawl, which
//! are WARC too (<https://iipc.github.io/warc-specifications/>).

mod header;

use std::io::Read as _;

use crate::note::Counts;
use crate::text::{self, Opened};
use crate::unpack::Stream;
use crate::{Format, InputError, InputErrorKind, Note, Options, Place, Record, Warning, http, sniff};
use header::Header;

/// The records of one archive that are text or pages.
///
/// Others are passed over and counted. A record that is damaged or cut short is
/// yielded as an error that names its place, and the next one follows.
pub(crate) struct Warc {
    path: String,
    stream: Stream,
    options: Options,
    passed_over: Counts,
    /// Whether the next record has to be looked for.
    lost: bool,
    ended: bool,
    /// Whether any record, of whatever kind, was there.
    any: bool,
}

/// What was read of a record.
enum Found {
    Record(Box<Record>),
    PassedOver(String),
    End,
}

type Outcome = Result<Found, (Option<String>, InputErrorKind)>;

impl Warc {
    pub fn new(path: String, opened: Opened, options: Options) -> Warc {
        let passed_over = Counts::new();
        Warc { path, stream: opened.into_stream(), options, passed_over, lost: false, ended: false, any: false }
    }

    /// What was passed over since the last call.
    pub fn take_notes(&mut self) -> Vec<Note> {
        Note::passed_over(&self.path, std::mem::take(&mut self.passed_over)).collect()
    }

    fn fail(&self, place: Option<Place>, id: Option<String>, kind: InputErrorKind) -> InputError {
        InputError { place, id, ..InputError::new(&self.path, kind) }
    }

    /// Goes to where the next record begins; false at the end.
    fn seek(&mut self) -> std::io::Result<bool> {
        if !self.lost {
            while matches!(self.stream.fill()?.first(), Some(b'\r' | b'\n')) {
                self.stream.consume(1);
            }
            return Ok(!self.stream.fill()?.is_empty());
        }
        const START: &[u8] = b"WARC/";
        loop {
            let there = self.stream.peek(32 << 10)?;
            if let Some(found) = memchr::memmem::find(there, START) {
                let begins = found == 0 || there[found - 1] == b'\n';
                self.stream.consume(found + if begins { 0 } else { START.len() });
                if begins {
                    self.lost = false;
                    return Ok(true);
                }
                continue;
            }
            if there.len() < START.len() {
                return Ok(false);
            }
            let passed = there.len() - (START.len() - 1);
            self.stream.consume(passed);
        }
    }

    fn read(&mut self) -> Outcome {
        let header = Header::read(&mut self.stream).map_err(|kind| (None, kind))?;
        let id = header.id();
        let fail = |kind| (id.clone(), kind);
        let Some(length) = header.length else {
            return Err(fail(InputErrorKind::Warc("states no length".into())));
        };
        if !header.holds_text() {
            self.pass(length).map_err(fail)?;
            return Ok(Found::PassedOver(header.kind()));
        }
        if length > self.options.limit() {
            self.pass(length).map_err(fail)?;
            return Err((id, InputErrorKind::TooLong(self.options.limit())));
        }
        let body = self.body(length).map_err(fail)?;
        document(&header, &body, &self.options).map_err(fail)
    }

    /// Passes over a record's body.
    fn pass(&mut self, length: u64) -> Result<(), InputErrorKind> {
        let there = self.stream.skip(length)?;
        self.ends(length, there)
    }

    fn body(&mut self, length: u64) -> Result<Vec<u8>, InputErrorKind> {
        let mut body = Vec::with_capacity(length.min(1 << 20) as usize);
        (&mut self.stream).take(length).read_to_end(&mut body)?;
        self.ends(length, body.len() as u64)?;
        Ok(body)
    }

    /// Holds a record's stated length to where it ends.
    fn ends(&mut self, stated: u64, there: u64) -> Result<(), InputErrorKind> {
        if there < stated {
            return Err(InputErrorKind::CutShort { stated, there });
        }
        let behind = self.stream.peek(5)?;
        if behind.is_empty() || behind.starts_with(b"\r\n") || behind.starts_with(b"\n") || behind == b"WARC/" {
            return Ok(());
        }
        Err(InputErrorKind::Warc("does not end where its stated length says; it is damaged or cut short".into()))
    }

    /// After an error: finds a place to go on from.
    fn recover(&mut self, kind: &InputErrorKind) {
        match kind {
            InputErrorKind::Damaged(_) => {
                self.lost = true;
                self.ended = !self.stream.resume().unwrap_or(false);
            }
            InputErrorKind::Io(_) => self.ended = true,
            InputErrorKind::Warc(_) | InputErrorKind::CutShort { .. } => self.lost = true,
            _ => {}
        }
    }

    fn step(&mut self) -> (Place, Outcome) {
        match self.seek() {
            Ok(true) => {}
            Ok(false) => return (self.stream.place(), Ok(Found::End)),
            Err(error) => return (self.stream.place(), Err((None, error.into()))),
        }
        (self.stream.place(), self.read())
    }
}

impl Iterator for Warc {
    type Item = Result<Record, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            let (place, outcome) = self.step();
            match outcome {
                Ok(Found::End) => {
                    self.ended = true;
                    let empty = InputErrorKind::Empty("holds no records");
                    return (!self.any).then(|| Err(self.fail(None, None, empty)));
                }
                Ok(Found::PassedOver(what)) => {
                    self.any = true;
                    *self.passed_over.entry(what).or_default() += 1;
                }
                Ok(Found::Record(record)) => {
                    self.any = true;
                    return Some(Ok(Record { path: self.path.clone(), ..*record }));
                }
                Err((id, kind)) => {
                    self.any = true;
                    self.recover(&kind);
                    return Some(Err(self.fail(Some(place), id, kind)));
                }
            }
        }
        None
    }
}

/// The document that a record of text holds, if it does.
fn document(header: &Header, raw: &[u8], options: &Options) -> Result<Found, InputErrorKind> {
    let passed = |what: String| Ok(Found::PassedOver(what));
    let mut cut = header.truncated.clone();
    let (kind, body) = match http::split(raw).filter(|_| header.is_http()) {
        Some((head, _)) if !(200..300).contains(&head.status) => return passed(format!("HTTP status {}", head.status)),
        Some((head, raw)) => {
            let (body, fault) = head.body(raw, options.limit());
            match fault {
                Some(http::Fault::TooLong) => return Err(InputErrorKind::TooLong(options.limit())),
                Some(http::Fault::Unknown) => return passed("packed in an unknown way".into()),
                Some(http::Fault::CutShort) => cut = cut.or(Some("its body ends early".into())),
                None => {}
            }
            (head.content_type, body)
        }
        None if header.is_http() => return Err(InputErrorKind::Warc("holds no HTTP answer".into())),
        None => (header.content_type.clone(), raw.into()),
    };
    let page = match media_type(kind.as_deref()).as_str() {
        "text/html" | "application/xhtml+xml" => true,
        "text/plain" => false,
        "" if sniff::page(&body) => true,
        other => return passed(if other.is_empty() { "of no stated type".into() } else { other.into() }),
    };
    if let Some(binary) = sniff::binary(&body[..body.len().min(sniff::HEAD)]) {
        return passed(binary.into());
    }
    let served = kind.as_deref().and_then(sniff::header_charset);
    let record = text::decoded(&body, page, served);
    if record.text.trim().is_empty() {
        return passed("without text".into());
    }
    Ok(Found::Record(Box::new(finish(record, header, cut))))
}

fn finish(mut record: Record, header: &Header, cut: Option<String>) -> Record {
    record.warnings.extend(cut.map(|why| Warning {
        code: "truncated",
        message: format!("the record was cut short when it was archived: {why}"),
        at: None,
    }));
    let id = header.id().unwrap_or_else(|| "a record without id".into());
    let (url, crawled) = (header.target.clone(), header.date.clone());
    Record { id, url, crawled, format: Format::Warc, ..record }
}

/// 'text/html' of 'Text/HTML; charset=utf-8'.
fn media_type(stated: Option<&str>) -> String {
    let stated = stated.unwrap_or("").split([';', ',']).next().unwrap_or("");
    stated.trim().to_ascii_lowercase()
}
