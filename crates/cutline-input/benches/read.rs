//! Reading a web archive of invented pages, decoding and checksums included.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use cutline_input::{Options, Reader};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// Records of some 100 kB each.
fn record(n: usize) -> Vec<u8> {
    let words = |m: usize| {
        format!("<p class='c{m}'>Mayor Kit Orr said on May {} that bridge {n} is safe, {m} of them.</p>\n", m % 28 + 1)
    };
    let body: String = (0..1000).map(|m| words(m * 31 + n)).collect();
    let body =
        format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body>{body}</body></html>");
    let head = "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n";
    format!("{head}WARC-Target-URI: https://example.org/{n}\r\nContent-Length: {}\r\n\r\n{body}\r\n\r\n", body.len())
        .into_bytes()
}

fn gzip(record: Vec<u8>) -> Vec<u8> {
    let mut packed = Vec::new();
    let mut pack = flate2::read::GzEncoder::new(&record[..], flate2::Compression::default());
    pack.read_to_end(&mut packed).expect("memory can be read");
    packed
}

/// An archive of so many records, and how much they hold.
fn archive(name: &str, pack: impl Fn(Vec<u8>) -> Vec<u8>) -> (PathBuf, usize) {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let size = (0..400).map(|n| record(n).len()).sum();
    let packed: Vec<u8> = (0..400).flat_map(|n| pack(record(n))).collect();
    fs::write(&path, packed).expect("the build folder can be written");
    (path, size)
}

fn read(bencher: Bencher<'_, '_>, (path, size): (PathBuf, usize)) {
    let bencher = bencher.counter(BytesCount::new(size));
    bencher.bench(|| {
        Reader::new([black_box(&path)], Options::default()).map(|r| r.map_or(0, |r| r.text.len())).sum::<usize>()
    });
}

#[divan::bench]
fn warc(bencher: Bencher<'_, '_>) {
    read(bencher, archive("plain.warc", |record| record));
}

#[divan::bench]
fn warc_gzip(bencher: Bencher<'_, '_>) {
    read(bencher, archive("members.warc.gz", gzip));
}
