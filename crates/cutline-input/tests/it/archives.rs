//! Web archives that wget made, and what may become of them on their way. The
//! recipe stands beside them: `tests/archives/make.py`.

use std::fs;
use std::io::Write;

use cutline_input::{Format, Options, Reader, Record};
use proptest::prelude::*;

use crate::{folder, read};

const PLAIN: &[u8] = include_bytes!("../archives/bridge.warc");
const GZIP: &[u8] = include_bytes!("../archives/bridge.warc.gz");
const ZSTD: &[u8] = include_bytes!("../archives/bridge.warc.zst");
const DICTIONARY: &[u8] = include_bytes!("../archives/dictionary.warc.zst");
const WET: &[u8] = include_bytes!("../archives/bridge.warc.wet.gz");

/// The records of an archive, and what was rejected.
fn records(name: &str, archive: &[u8]) -> (Vec<Record>, Vec<String>) {
    let folder = folder(name);
    fs::write(folder.join("a.warc"), archive).unwrap();
    let (mut records, mut rejected) = (Vec::new(), Vec::new());
    for read in Reader::new([folder.join("a.warc")], Options::default()) {
        match read {
            Ok(record) => records.push(Record { path: "a.warc".into(), ..record }),
            Err(error) => rejected.push(error.to_string().replace(&format!("{}/", folder.display()), "")),
        }
    }
    (records, rejected)
}

fn name(record: &Record) -> &str {
    record.id.rsplit('/').next().unwrap()
}

const PAGES: [&str; 7] =
    ["plain.html", "latin.html", "meta.html", "gzip.html", "deflate.html", "chunked.html", "note.txt"];

#[test]
fn every_packing_gives_the_same_records() {
    let (plain, rejected) = records("warc-plain", PLAIN);
    assert_eq!(rejected, Vec::<String>::new());
    assert_eq!(plain.iter().map(name).collect::<Vec<_>>(), PAGES);
    for (packing, archive) in [("gzip", GZIP), ("zstd", ZSTD), ("dictionary", DICTIONARY)] {
        assert_eq!(records(&format!("warc-{packing}"), archive), (plain.clone(), vec![]), "{packing}");
    }
}

#[test]
fn bodies_are_unpacked_and_decoded_as_their_server_or_page_states() {
    let (records, _) = records("warc-bodies", GZIP);
    for record in &records[..6] {
        assert!(record.text.contains("the café of Zoë Sami"), "{}", record.text);
        assert!(record.page && record.text.ends_with("</body></html>"), "{}", record.text);
    }
    let encodings: Vec<_> = records[..3].iter().map(|record| record.encoding.as_str()).collect();
    assert_eq!(encodings, ["UTF-8", "windows-1252", "windows-1252"]);
    assert_eq!((records[6].page, records[6].text.as_str()), (false, "Rain fell on Lodz.\n\nIt stopped.\n"));
    let first = &records[0];
    assert_eq!((first.format, first.published.as_deref()), (Format::Warc, None));
    assert_eq!(first.url.as_deref(), Some("http://127.0.0.1:8931/plain.html"));
    assert!(first.crawled.as_deref().is_some_and(|day| day.starts_with("20") && day.ends_with('Z')));
    assert_eq!(first.bytes, 317);
}

#[test]
fn wet_files_hold_words() {
    let (records, rejected) = records("wet", WET);
    assert_eq!((records.len(), rejected.len()), (6, 0));
    assert!(records.iter().all(|record| !record.page && record.text.contains("tested every bolt")));
}

#[test]
fn what_is_passed_over_is_counted() {
    let folder = folder("warc-notes");
    fs::write(folder.join("a.warc.gz"), GZIP).unwrap();
    let (_, notes) = read(&folder, &["a.warc.gz"]);
    let kinds = ["1 (HTTP status 404)", "1 (image/png)", "2 (metadata records)", "9 (request records)"];
    let expected: Vec<String> =
        kinds.iter().chain(&["1 (warcinfo records)"]).map(|kind| format!("a.warc.gz: passed over {kind}")).collect();
    assert_eq!(notes, expected);
}

/// Where the record of a page begins in the plain archive, and the one behind it.
fn place(page: &str) -> (usize, usize) {
    let starts: Vec<usize> = memchr::memmem::find_iter(PLAIN, b"WARC/1.0\r\nWARC-Type: ").collect();
    let target = format!("WARC-Target-URI: <http://127.0.0.1:8931/{page}>");
    let holds = |&n: &usize| {
        let record = &PLAIN[starts[n]..starts[n + 1]];
        record.starts_with(b"WARC/1.0\r\nWARC-Type: response")
            && memchr::memmem::find(record, target.as_bytes()).is_some()
    };
    let n = (0..starts.len() - 1).find(holds).unwrap();
    (starts[n], starts[n + 1])
}

#[test]
fn a_record_cut_short_is_named_and_not_taken_for_whole() {
    let (from, to) = place("meta.html");
    let (records, rejected) = records("warc-cut", &PLAIN[..to - 100]);
    assert_eq!(records.iter().map(name).collect::<Vec<_>>(), ["plain.html", "latin.html"]);
    assert_eq!(rejected.len(), 1);
    assert!(rejected[0].starts_with(&format!("a.warc: byte {from}: is cut short: ")), "{rejected:?}");
}

#[test]
fn behind_a_damaged_record_reading_goes_on() {
    let (from, to) = place("latin.html");
    // The rest of one record is gone, as where two downloads were joined.
    let torn = [&PLAIN[..to - 100], &PLAIN[to..]].concat();
    let (records, rejected) = records("warc-torn", &torn);
    assert_eq!(
        records.iter().map(name).collect::<Vec<_>>(),
        ["plain.html", "meta.html", "gzip.html", "deflate.html", "chunked.html", "note.txt"]
    );
    let message = format!("a.warc: byte {from}: does not end where its stated length says; it is damaged or cut short");
    assert_eq!(rejected, [message]);
}

#[test]
fn a_damaged_member_costs_its_record_alone() {
    let starts: Vec<usize> = memchr::memmem::find_iter(GZIP, b"\x1f\x8b\x08").collect();
    let mut damaged = GZIP.to_vec();
    damaged[starts[2] + 200] ^= 0x55;
    let (records, rejected) = records("warc-member", &damaged);
    assert_eq!(records.iter().map(name).collect::<Vec<_>>(), PAGES[1..]);
    assert_eq!(rejected.len(), 1);
    assert!(rejected[0].contains(&format!("byte {}: cannot be unpacked: ", starts[2])), "{rejected:?}");
}

#[test]
fn what_the_crawler_cut_short_says_so() {
    let record = b"WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:x>\r\nContent-Type: text/plain\r\nWARC-Truncated: time\r\nContent-Length: 10\r\n\r\nRain fell.\r\n\r\n";
    let (records, rejected) = records("warc-truncated", record);
    assert_eq!((records.len(), rejected.len(), records[0].id.as_str()), (1, 0, "urn:x"));
    assert_eq!(records[0].warnings[0].message, "the record was cut short when it was archived: time");
}

#[test]
fn a_record_beyond_the_limit_is_skipped() {
    let record = |id: &str, text: &str| {
        let head = "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\n";
        format!("{head}WARC-Record-ID: <{id}>\r\nContent-Length: {}\r\n\r\n{text}\r\n\r\n", text.len())
    };
    let folder = folder("warc-long");
    fs::write(folder.join("a.warc"), record("a", &"Rain fell. ".repeat(500)) + &record("b", "It stopped.")).unwrap();
    let options = Options { max_bytes: 1000, ..Options::default() };
    let seen: Vec<_> = Reader::new([folder.join("a.warc")], options).collect();
    assert_eq!(seen[0].as_ref().unwrap_err().id.as_deref(), Some("a"));
    assert_eq!(seen[1].as_ref().unwrap().text, "It stopped.");
}

#[test]
fn a_bomb_is_stopped() {
    let blanks = vec![b' '; 1 << 20];
    let mut pack = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    (0..80).for_each(|_| pack.write_all(&blanks).unwrap());
    let bomb = pack.finish().unwrap();
    let folder = folder("bomb");
    fs::write(folder.join("a.txt.gz"), &bomb).unwrap();
    fs::write(folder.join("b.jsonl.gz"), &bomb).unwrap();
    let why = "cannot be unpacked: it unpacks to more than 400 times its size, as no text does";
    let expected = [format!("! a.txt.gz: {why}"), format!("! b.jsonl.gz: line 1: {why}")];
    assert_eq!(read(&folder, &["a.txt.gz", "b.jsonl.gz"]).0, expected);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is cut off or changed: no panic, and no record that was not there.
    #[test]
    fn damage_is_survived(which in 0..4_usize, cut in 0..15_000_usize, at in 0..15_000_usize, with in any::<u8>()) {
        let mut archive = [PLAIN, GZIP, ZSTD, DICTIONARY][which].to_vec();
        archive.truncate(cut.max(1));
        let at = at % archive.len();
        archive[at] ^= with;
        let (found, _) = records("warc-damage", &archive);
        prop_assert!(found.len() <= PAGES.len() + 1);
    }
}
