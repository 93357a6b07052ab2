//! ZIP archives, made here byte by byte as APPNOTE has it.

use std::fs;
use std::io::Read;

use crate::{folder, read};

/// An archive of these files, deflated where it is asked for.
fn zip(files: &[(&str, &[u8], bool)]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for &(name, text, deflate) in files {
        let mut packed = text.to_vec();
        if deflate {
            packed.clear();
            flate2::read::DeflateEncoder::new(text, flate2::Compression::fast()).read_to_end(&mut packed).unwrap();
        }
        let mut crc = flate2::Crc::new();
        crc.update(text);
        let mut about = vec![20, 0, 0, 0, if deflate { 8 } else { 0 }, 0, 0, 0, 0, 0];
        about.extend(crc.sum().to_le_bytes());
        about.extend((packed.len() as u32).to_le_bytes());
        about.extend((text.len() as u32).to_le_bytes());
        about.extend((name.len() as u16).to_le_bytes());
        about.extend([0, 0]);
        let place = archive.len() as u32;
        archive.extend([b"PK\x03\x04", &about[..], name.as_bytes(), &packed].concat());
        directory.extend([b"PK\x01\x02\x14\0", &about[..], &[0; 10], &place.to_le_bytes(), name.as_bytes()].concat());
    }
    let (count, size, place) = (files.len() as u16, directory.len() as u32, archive.len() as u32);
    archive.extend(directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    archive.extend([size.to_le_bytes(), place.to_le_bytes()].concat());
    archive.extend([0, 0]);
    archive
}

const LINES: &[u8] = b"{\"id\":\"l\",\"text\":\"three\"}\n";

#[test]
fn the_files_of_an_archive_are_read_as_those_of_a_folder() {
    let folder = folder("zip");
    let inner = zip(&[("x.txt", b"no", false)]);
    let archive = zip(&[
        ("news/", b"", false),
        ("news/b.txt", b"one", true),
        ("a.html", b"<html><p>two", false),
        ("lines.jsonl", LINES, true),
        ("x.jpg", b"no", false),
        ("__MACOSX/b.txt", b"no", false),
        ("inner.zip", &inner, false),
    ]);
    fs::write(folder.join("a.zip"), archive).unwrap();
    let (seen, notes) = read(&folder, &["a.zip"]);
    let inner = "! a.zip/inner.zip: is not text but a ZIP archive within another";
    assert_eq!(seen, ["a.zip/news/b.txt: one", "a.zip/a.html: <html><p>two", "l: three", inner]);
    assert_eq!(notes, ["a.zip: passed over 1 (.jpg)", "a.zip: passed over 1 (hidden)"]);
}

#[test]
fn damaged_archives_are_named_and_what_is_whole_is_read() {
    let folder = folder("zip-bad");
    let archive = zip(&[("a.txt", b"Rain fell.", false), ("b.txt", b"It stopped.", true)]);
    let mut damaged = archive.clone();
    let at = memchr::memmem::find(&archive, b"Rain").unwrap();
    damaged[at] = b'P';
    fs::write(folder.join("a.zip"), damaged).unwrap();
    fs::write(folder.join("b.zip"), &archive[..archive.len() - 30]).unwrap();
    let (seen, _) = read(&folder, &["a.zip", "b.zip"]);
    let differs = "! a.zip/a.txt: cannot be unpacked: its size or checksum differs from what the archive says";
    assert_eq!(seen, [differs, "a.zip/b.txt: It stopped.", "! b.zip: cannot be unpacked: it is cut short"]);
}

#[test]
fn files_that_overlap_are_refused() {
    let folder = folder("zip-overlap");
    let archive = zip(&[("a.txt", b"Rain fell on the town.", false)]);
    let directory = memchr::memmem::find(&archive, b"PK\x01\x02").unwrap();
    let end = memchr::memmem::find(&archive, b"PK\x05\x06").unwrap();
    let entries = archive[directory..end].repeat(20);
    let mut bomb = [&archive[..directory], &entries, &archive[end..]].concat();
    let end = bomb.len() - 22;
    bomb[end + 10..end + 12].copy_from_slice(&20_u16.to_le_bytes());
    bomb[end + 12..end + 16].copy_from_slice(&(entries.len() as u32).to_le_bytes());
    fs::write(folder.join("a.zip"), &bomb).unwrap();
    let (seen, _) = read(&folder, &["a.zip"]);
    let most = bomb.len() / 22;
    assert!(seen.len() <= most + 1 || seen.last().unwrap().contains("overlap"), "{} files", seen.len());
}

#[test]
fn compressed_files_are_read_through_whatever_is_in_them() {
    let folder = folder("packed");
    let gzip = |bytes: &[u8]| {
        let mut packed = Vec::new();
        flate2::read::GzEncoder::new(bytes, flate2::Compression::fast()).read_to_end(&mut packed).unwrap();
        packed
    };
    let members =
        [gzip(b"{\"id\":\"a\",\"text\":\"one\"}\n{\"id\":\"b\","), gzip(b"\"text\":\"two\"}\n"), vec![0; 512]].concat();
    fs::write(folder.join("lines.jsonl.gz"), &members).unwrap();
    fs::write(folder.join("page.html.gz"), gzip(b"<p>Rain fell.")).unwrap();
    fs::write(folder.join("cut.txt.gz"), &gzip("Rain fell. ".repeat(99).as_bytes())[..40]).unwrap();
    fs::write(folder.join("z.csv.gz"), gzip(b"id,text\nc,three\n")).unwrap();
    fs::write(folder.join("z.zip.gz"), gzip(&zip(&[("d.txt", b"four", true)]))).unwrap();
    let (seen, _) = read(&folder, &["."]);
    let seen: Vec<String> = seen.iter().map(|line| line.replace("./", "")).collect();
    let cut = "! cut.txt.gz: cannot be unpacked: it is cut short";
    assert_eq!(seen, [cut, "a: one", "b: two", "page.html.gz: <p>Rain fell.", "c: three", "z.zip.gz/d.txt: four"]);
}
