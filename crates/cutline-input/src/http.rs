//! What a server answered: RFC 9112, as far as archives hold it.
//!
//! Archives are not of one mind: some hold bodies as they came over the wire,
//! some unpacked with the headers left as they were. So a body is unpacked only
//! where it looks like it.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use crate::unpack::Stream;

/// An answer's head.
#[derive(Debug, Default)]
pub(crate) struct Head {
    pub status: u16,
    pub content_type: Option<String>,
    chunked: bool,
    /// The codings of the body, the last applied first.
    codings: Vec<String>,
}

/// A body that could not be made out, or only in part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It ends early; what there is was kept.
    CutShort,
    /// It unpacks to more than may be.
    TooLong,
    /// It is packed in a way that is not read.
    Unknown,
}

/// Cuts an answer into head and body; nothing if it is none.
pub(crate) fn split(answer: &[u8]) -> Option<(Head, &[u8])> {
    if !answer.starts_with(b"HTTP/") {
        return None;
    }
    let (end, body) = head_end(answer);
    let text = String::from_utf8_lossy(&answer[..end]);
    let mut lines = text.lines();
    let status = lines.next()?.split_whitespace().nth(1)?.parse().ok()?;
    let mut head = Head { status, ..Head::default() };
    for (name, value) in lines.filter_map(|line| line.split_once(':')) {
        let value = value.trim();
        match name.trim().to_ascii_lowercase().as_str() {
            "content-type" if head.content_type.is_none() => head.content_type = Some(value.to_owned()),
            "transfer-encoding" => head.chunked |= value.to_ascii_lowercase().contains("chunked"),
            "content-encoding" => {
                head.codings.splice(0..0, value.split(',').rev().map(|coding| coding.trim().to_ascii_lowercase()));
            }
            _ => {}
        }
    }
    Some((head, &answer[body..]))
}

/// Where the head ends and the body begins.
fn head_end(answer: &[u8]) -> (usize, usize) {
    let find = |end: &[u8]| memchr::memmem::find(answer, end).map(|at| (at, at + end.len()));
    let ends = [find(b"\r\n\r\n"), find(b"\n\n")];
    ends.into_iter().flatten().min().unwrap_or((answer.len(), answer.len()))
}

impl Head {
    /// The body as the author meant it, at most `most` bytes.
    pub fn body<'b>(&self, raw: &'b [u8], most: u64) -> (Cow<'b, [u8]>, Option<Fault>) {
        let (mut body, mut fault) = (Cow::Borrowed(raw), None);
        if self.chunked
            && let Some((joined, whole)) = unchunk(raw)
        {
            (body, fault) = (joined.into(), (!whole).then_some(Fault::CutShort));
        }
        for coding in &self.codings {
            let (unpacked, found) = match coding.as_str() {
                "gzip" | "x-gzip" | "zstd" => packed(&body, most),
                "deflate" => deflated(&body, most),
                "br" => brotli(&body, most),
                "identity" | "" | "none" | "utf-8" => continue,
                _ => (Vec::new(), Some(Fault::Unknown)),
            };
            match found {
                Some(Fault::Unknown) if looks_plain(&body) => continue,
                Some(Fault::Unknown) => return (body, found),
                found => (body, fault) = (unpacked.into(), found.or(fault)),
            }
        }
        (body, fault)
    }
}

/// A body sent in chunks, joined, and whether its end was there; nothing if it
/// does not begin with a chunk.
fn unchunk(raw: &[u8]) -> Option<(Vec<u8>, bool)> {
    let mut joined = Vec::with_capacity(raw.len());
    let mut rest = raw;
    loop {
        let line = memchr::memchr(b'\n', &rest[..rest.len().min(256)]);
        let Some(line) = line else { return (rest.len() < raw.len()).then_some((joined, false)) };
        let size = std::str::from_utf8(&rest[..line]).ok()?.split(';').next()?.trim();
        let size = usize::from_str_radix(size, 16).ok().filter(|_| size.len() <= 8);
        let Some(size) = size else { return (rest.len() < raw.len()).then_some((joined, false)) };
        rest = &rest[line + 1..];
        if size == 0 {
            return Some((joined, true));
        }
        joined.extend_from_slice(&rest[..size.min(rest.len())]);
        if size > rest.len() {
            return Some((joined, false));
        }
        rest = &rest[size..];
        rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
    }
}

/// gzip and Zstandard are known by their first bytes, whatever the header says.
fn packed(body: &[u8], most: u64) -> (Vec<u8>, Option<Fault>) {
    let stream = Stream::new(Box::new(Cursor::new(body.to_vec())));
    match stream {
        Ok(stream) if stream.is_packed() => take(stream, most),
        _ => (Vec::new(), Some(Fault::Unknown)),
    }
}

/// Sent as zlib data as the standard has it, or raw as some servers do.
fn deflated(body: &[u8], most: u64) -> (Vec<u8>, Option<Fault>) {
    let zlib = body.first().is_some_and(|byte| byte & 0x0f == 8)
        && body.get(1).is_some_and(|&flags| (u16::from(body[0]) << 8 | u16::from(flags)) % 31 == 0);
    let (unpacked, fault) = match zlib {
        true => take(flate2::read::ZlibDecoder::new(body), most),
        false => take(flate2::read::DeflateDecoder::new(body), most),
    };
    if unpacked.is_empty() { (unpacked, Some(Fault::Unknown)) } else { (unpacked, fault) }
}

fn brotli(body: &[u8], most: u64) -> (Vec<u8>, Option<Fault>) {
    let (unpacked, fault) = take(brotli_decompressor::Decompressor::new(body, 16 << 10), most);
    if unpacked.is_empty() { (unpacked, Some(Fault::Unknown)) } else { (unpacked, fault) }
}

/// All of it, if it is not too long; else as much as there is.
fn take(stream: impl Read, most: u64) -> (Vec<u8>, Option<Fault>) {
    let mut unpacked = Vec::new();
    let read = stream.take(most + 1).read_to_end(&mut unpacked);
    let fault = match read {
        _ if unpacked.len() as u64 > most => Some(Fault::TooLong),
        Err(_) if unpacked.is_empty() => Some(Fault::Unknown),
        Err(_) => Some(Fault::CutShort),
        Ok(_) => None,
    };
    (unpacked, fault)
}

/// Whether a body that says it is packed was unpacked already.
fn looks_plain(body: &[u8]) -> bool {
    let head = &body[..body.len().min(512)];
    head.iter().filter(|&&byte| byte < 9 || (14..32).contains(&byte)).count() * 50 <= head.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(answer: &[u8]) -> (String, Option<Fault>) {
        let (head, raw) = split(answer).unwrap();
        let (body, fault) = head.body(raw, 1000);
        (String::from_utf8_lossy(&body).into_owned(), fault)
    }

    #[test]
    fn heads_are_read_whatever_their_line_ends() {
        let (head, body) = split(b"HTTP/1.1 200 OK\nContent-Type: text/html; charset=x\n\n<p>").unwrap();
        assert_eq!((head.status, head.content_type.as_deref(), body), (200, Some("text/html; charset=x"), &b"<p>"[..]));
        assert!(split(b"<p>no answer").is_none());
    }

    #[test]
    fn chunks_are_joined_and_what_was_joined_before_stays() {
        let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        let answer = |body: &str| read(format!("{head}{body}").as_bytes());
        assert_eq!(answer("4\r\nRain\r\n6;x=y\r\n fell.\r\n0\r\n\r\n"), ("Rain fell.".into(), None));
        assert_eq!(answer("4\r\nRain\r\n6\r\n fe"), ("Rain fe".into(), Some(Fault::CutShort)));
        assert_eq!(answer("<p>Rain fell."), ("<p>Rain fell.".into(), None));
        assert_eq!(answer("ffffffffffffffff\r\nRain"), ("ffffffffffffffff\r\nRain".into(), None));
    }

    #[test]
    fn codings_are_taken_off_where_they_are_there() {
        let text = "Rain fell on the town for the third day. ".repeat(9);
        let coded = |coding: &str, body: &[u8]| {
            let head = format!("HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\n\r\n");
            read(&[head.as_bytes(), body].concat())
        };
        let pack = |zlib: bool| {
            let mut out = vec![0; 1000];
            let mut pack = flate2::Compress::new(flate2::Compression::fast(), zlib);
            pack.compress(text.as_bytes(), &mut out, flate2::FlushCompress::Finish).unwrap();
            out.truncate(pack.total_out() as usize);
            out
        };
        assert_eq!(coded("deflate", &pack(true)), (text.clone(), None));
        assert_eq!(coded("deflate", &pack(false)), (text.clone(), None));
        assert_eq!(coded("gzip", text.as_bytes()), (text.clone(), None), "unpacked by the crawler");
        assert_eq!(coded("br", b"\x0b\x02\x80hello\x03"), ("hello".into(), None));
        assert_eq!(coded("compress", b"\x1f\x9d\x90\x01\x02\x03").1, Some(Fault::Unknown));
        let bomb = flate2_gzip(&"a".repeat(5000));
        assert_eq!(coded("gzip", &bomb).1, Some(Fault::TooLong));
        assert_eq!(coded("gzip", &bomb[..bomb.len() - 9]).1, Some(Fault::TooLong));
    }

    fn flate2_gzip(text: &str) -> Vec<u8> {
        let mut packed = Vec::new();
        flate2::read::GzEncoder::new(text.as_bytes(), flate2::Compression::fast()).read_to_end(&mut packed).unwrap();
        packed
    }
}
