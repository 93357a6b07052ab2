use std::fs::File;
use std::io::{self, Read};

use encoding_rs::{Encoding, UTF_8};
use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};
use sha2::{Digest, Sha256};

use crate::unpack::Stream;
use crate::walk::Found;
use crate::{Format, InputError, InputErrorKind, Meter, Options, Record, decode, sniff};

/// An open file, its compression taken off, whose first bytes have been looked at.
pub(crate) struct Opened {
    head: Vec<u8>,
    stream: Stream,
}

impl Opened {
    pub fn new(found: &Found, meter: &Meter) -> Result<Opened, InputError> {
        let open = || {
            let source: Box<dyn Read + Send> =
                if found.is_stdin() { Box::new(io::stdin()) } else { Box::new(File::open(&found.path)?) };
            Opened::on(Box::new(meter.on(source)))
        };
        open().map_err(|error: io::Error| InputError::new(&found.shown, error.into()))
    }

    pub fn on(source: Box<dyn Read + Send>) -> io::Result<Opened> {
        let mut stream = Stream::new(source)?;
        let head = stream.peek(sniff::HEAD)?.to_vec();
        Ok(Opened { head, stream })
    }

    /// The first bytes, at most [`sniff::HEAD`].
    pub fn head(&self) -> &[u8] {
        &self.head
    }

    pub fn into_stream(self) -> Stream {
        self.stream
    }

    /// As UTF-8 where it is UTF-16, whose name is given then; else as it is,
    /// without byte-order mark.
    pub fn narrowed(self) -> (DecodeReaderBytes<Stream, Vec<u8>>, Option<&'static str>) {
        let marked = Encoding::for_bom(&self.head).map(|(encoding, _)| encoding);
        let wide = marked.filter(|&encoding| encoding != UTF_8).or_else(|| sniff::utf16(&self.head));
        let mut decoder = DecodeReaderBytesBuilder::new();
        decoder.encoding(wide).utf8_passthru(wide.is_none()).strip_bom(true).bom_override(wide.is_some());
        (decoder.build(self.stream), wide.map(Encoding::name))
    }
}

/// The whole of a file of plain text, or of a page, as one record.
pub(crate) fn record(found: &Found, opened: Opened, options: &Options) -> Result<Record, InputError> {
    let fail = |kind| InputError::new(&found.shown, kind);
    let mut payload = Vec::new();
    opened.stream.take(options.limit() + 1).read_to_end(&mut payload).map_err(|error| fail(error.into()))?;
    if payload.len() as u64 > options.limit() {
        return Err(fail(InputErrorKind::TooLong(options.limit())));
    }
    let page = is_page(found, &payload);
    let record = decoded(&payload, page, None);
    if record.text.trim().is_empty() {
        let what = if payload.is_empty() { "is empty" } else { "holds nothing but white space" };
        return Err(fail(InputErrorKind::Empty(what)));
    }
    let format = if page { Format::Html } else { Format::Text };
    Ok(Record { id: found.shown.clone(), path: found.shown.clone(), format, ..record })
}

/// What a payload itself tells: its text, size, checksum and encoding.
///
/// A page's encoding is what its server stated, else what it states itself;
/// see [`decode::decode`] for what goes before both.
pub(crate) fn decoded(payload: &[u8], page: bool, served: Option<&'static Encoding>) -> Record {
    let stated = served.or_else(|| page.then(|| sniff::charset(payload)).flatten());
    let decoded = decode::decode(payload, stated);
    Record {
        page,
        bytes: payload.len() as u64,
        sha256: checksum(payload),
        encoding: decoded.encoding.name().into(),
        warnings: decoded.warnings(&decoded.text),
        text: decoded.text.into_owned(),
        ..Record::default()
    }
}

/// Whether it is a web page: by its ending, else by its first tag.
fn is_page(found: &Found, payload: &[u8]) -> bool {
    match found.ending().as_str() {
        "html" | "htm" | "xhtml" => true,
        "txt" | "text" => false,
        _ => sniff::page(payload),
    }
}

/// SHA-256 in hexadecimal.
pub(crate) fn checksum(payload: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digest = Sha256::digest(payload);
    let digits = digest.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}
