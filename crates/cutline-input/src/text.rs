use std::fs::File;
use std::io::{self, Read};

use sha2::{Digest, Sha256};

use crate::walk::Found;
use crate::{Format, InputError, InputErrorKind, Options, Record, decode, sniff};

/// An open file whose first bytes have been looked at.
pub(crate) struct Opened {
    head: Vec<u8>,
    /// How much of the head was read off.
    at: usize,
    rest: Box<dyn Read + Send>,
}

impl Opened {
    pub fn new(found: &Found) -> Result<Opened, InputError> {
        Opened::open(found).map_err(|error| InputError::new(&found.shown, error.into()))
    }

    fn open(found: &Found) -> io::Result<Opened> {
        let mut rest: Box<dyn Read + Send> =
            if found.is_stdin() { Box::new(io::stdin()) } else { Box::new(File::open(&found.path)?) };
        let mut head = Vec::with_capacity(sniff::HEAD);
        rest.by_ref().take(sniff::HEAD as u64).read_to_end(&mut head)?;
        Ok(Opened { head, at: 0, rest })
    }

    /// The first bytes, at most [`sniff::HEAD`].
    pub fn head(&self) -> &[u8] {
        &self.head
    }
}

impl Read for Opened {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = &self.head[self.at..];
        if left.is_empty() {
            return self.rest.read(buffer);
        }
        let count = left.len().min(buffer.len());
        buffer[..count].copy_from_slice(&left[..count]);
        self.at += count;
        Ok(count)
    }
}

/// The whole of a file of plain text, or of a page, as one record.
pub(crate) fn record(found: &Found, opened: Opened, options: &Options) -> Result<Record, InputError> {
    let fail = |kind| InputError::new(&found.shown, kind);
    let mut payload = Vec::new();
    opened.take(options.limit() + 1).read_to_end(&mut payload).map_err(|error| fail(error.into()))?;
    if payload.len() as u64 > options.limit() {
        return Err(fail(InputErrorKind::TooLong(options.limit())));
    }
    let (bytes, sha256) = (payload.len() as u64, checksum(&payload));
    let page = is_page(found, &payload);
    let decoded = decode::decode(&payload, if page { sniff::charset(&payload) } else { None });
    if decoded.text.trim().is_empty() {
        let what = if bytes == 0 { "is empty" } else { "holds nothing but white space" };
        return Err(fail(InputErrorKind::Empty(what)));
    }
    Ok(Record {
        id: found.shown.clone(),
        path: found.shown.clone(),
        format: if page { Format::Html } else { Format::Text },
        bytes,
        sha256,
        encoding: decoded.encoding.name().into(),
        warnings: decoded.warnings(&decoded.text),
        text: decoded.text.into_owned(),
        ..Record::default()
    })
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
    Sha256::digest(payload).iter().map(|byte| format!("{byte:02x}")).collect()
}
