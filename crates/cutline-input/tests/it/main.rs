//! Reading from real folders and files.

mod archives;
mod tables;
mod zips;

use std::fs;
use std::path::{Path, PathBuf};

use cutline_input::{Fields, InputError, Options, Reader, Record, Rows};
use proptest::prelude::*;

/// An empty folder that no other test has.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cutline-input-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn write(folder: &Path, files: &[(&str, &str)]) {
    for (name, text) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// What was read and rejected, the folder's own path cut off, and the notes.
fn read(folder: &Path, names: &[&str]) -> (Vec<String>, Vec<String>) {
    let mut reader = Reader::new(names.iter().map(|name| folder.join(name)), Options::default());
    let bare = |text: String| text.replace(&format!("{}/", folder.display()), "");
    let seen: Vec<String> = reader.by_ref().map(|read| bare(line(read))).collect();
    (seen, reader.take_notes().iter().map(|note| bare(note.to_string())).collect())
}

fn line(read: Result<Record, InputError>) -> String {
    read.map_or_else(|error| format!("! {error}"), |record| format!("{}: {}", record.id, record.text.trim()))
}

#[test]
fn a_folder_is_read_in_order_and_what_is_left_out_is_counted() {
    let folder = folder("order");
    write(
        &folder,
        &[("in/b.txt", "two"), ("in/a/z.text", "one"), ("in/c.TXT", "three"), ("in/d.jsonl", "{\"text\":\"four\"}\n")],
    );
    write(&folder, &[("in/x.jpg", "no"), ("in/a/y.jpg", "no"), ("in/.git/x.txt", "no"), ("in/README", "no")]);
    let (seen, notes) = read(&folder, &["in"]);
    assert_eq!(seen, ["in/a/z.text: one", "in/b.txt: two", "in/c.TXT: three", "in/d.jsonl#1: four"]);
    assert_eq!(notes, ["in: passed over 2 (.jpg)", "in: passed over 1 (hidden)", "in: passed over 1 (no ending)"]);
}

#[test]
fn whatever_is_reached_twice_is_read_once() {
    let folder = folder("twice");
    write(&folder, &[("in/a.txt", "one"), ("in/sub/b.txt", "two"), ("in/notes.log", "three")]);
    let (seen, notes) = read(&folder, &["in/sub/b.txt", "in", "in/a.txt", "in/../in", "in/notes.log", "in/sub"]);
    assert_eq!(seen, ["in/sub/b.txt: two", "in/a.txt: one", "in/notes.log: three"]);
    let again = |path: &str| format!("{path}: given twice, read once");
    let passed_over = "in: passed over 1 (.log)".to_owned();
    assert_eq!(notes, [again("in/sub/b.txt"), passed_over, again("in/a.txt"), again("in/../in"), again("in/sub")]);
}

#[test]
fn a_named_file_is_read_whatever_its_ending() {
    let folder = folder("named");
    write(
        &folder,
        &[("article", "Rain fell."), ("list.json", "{\"id\":1,\"text\":\"one\"}\n{\"id\":2,\"text\":\"two\"}\n")],
    );
    let (seen, _) = read(&folder, &["article", "list.json"]);
    assert_eq!(seen, ["article: Rain fell.", "1: one", "2: two"]);
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_goes_on() {
    let folder = folder("bad");
    let lines = "{\"id\":\"a\",\"text\":\"one\"}\n{oops\n\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":3}\n{\"text\":\" \"}\n{\"text\":\"two\"}\n";
    write(&folder, &[("blank.txt", "\n\n \n"), ("empty.txt", ""), ("lines.jsonl", lines), ("none.jsonl", "\n\n")]);
    fs::write(folder.join("picture.txt"), b"\x89PNG\r\n\x1a\n\0\0").unwrap();
    let (seen, _) = read(&folder, &["gone.txt", "blank.txt", "empty.txt", "lines.jsonl", "none.jsonl", "picture.txt"]);
    let expected = [
        "! gone.txt: cannot be read: No such file or directory (os error 2)",
        "! blank.txt: holds nothing but white space",
        "! empty.txt: is empty",
        "a: one",
        "! lines.jsonl: line 2: is not a JSON object: key must be a string, at column 2",
        "! lines.jsonl: line 4: has no field 'text'",
        "! lines.jsonl: line 5: field 'text' holds a number, not a string",
        "! lines.jsonl: line 6: holds no text",
        "lines.jsonl#7: two",
        "! none.jsonl: holds no JSON lines",
        "! picture.txt: is not text but a PNG picture",
    ];
    assert_eq!(seen, expected);
}

#[cfg(unix)]
#[test]
fn links_lead_to_files_but_not_in_circles() {
    use std::os::unix::fs::symlink;
    let folder = folder("links");
    write(&folder, &[("in/a.txt", "one"), ("out/b.txt", "two")]);
    symlink("../out/b.txt", folder.join("in/link.txt")).unwrap();
    symlink("a.txt", folder.join("in/own.txt")).unwrap();
    symlink("nowhere", folder.join("in/broken.txt")).unwrap();
    symlink("..", folder.join("in/up.txt")).unwrap();
    let (seen, notes) = read(&folder, &["in", "out/b.txt"]);
    let broken = "! in/broken.txt: cannot be read: No such file or directory (os error 2)";
    assert_eq!(seen, ["in/a.txt: one", broken, "in/link.txt: two"]);
    let expected = [
        "in/own.txt: given twice, read once",
        "in: passed over 1 (links to folders and devices)",
        "out/b.txt: given twice, read once",
    ];
    assert_eq!(notes, expected);
}

#[test]
fn ids_are_made_unique_and_say_so() {
    let folder = folder("ids");
    write(&folder, &[("a.jsonl", "{\"id\":\"x\",\"text\":\"one\"}\n{\"id\":\"x\",\"text\":\"two\"}\n")]);
    let records: Vec<Record> = Reader::new([folder.join("a.jsonl")], Options::default()).map(Result::unwrap).collect();
    assert_eq!(records[1].id, "x#2");
    assert_eq!(records[1].warnings[0].code, "repeated-id");
    assert_eq!((records[1].bytes, records[1].line), (3, Some(2)));
    assert_eq!(records[1].sha256, "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3");
}

#[test]
fn the_first_date_that_a_line_has_counts() {
    let folder = folder("dates");
    let lines = "{\"text\":\"a\",\"dct\":\"1\",\"date\":\"2\"}\n{\"dct\":\"1\",\"published\":null,\"text\":\"a\"}\n{\"text\":\"a\",\"date\":{}}\n";
    write(&folder, &[("a.jsonl", lines)]);
    let records: Vec<Record> = Reader::new([folder.join("a.jsonl")], Options::default()).map(Result::unwrap).collect();
    let dates: Vec<_> = records.iter().map(|record| record.published.as_deref()).collect();
    assert_eq!(dates, [Some("2"), Some("1"), None]);
    assert_eq!(records[2].warnings[0].message, "field 'date' holds an object and was not read");
}

#[test]
fn lines_of_utf16_and_of_mixed_encodings_are_read() {
    let folder = folder("encodings");
    let wide: Vec<u8> =
        "\u{feff}{\"text\":\"Zoë\"}\r\n{\"text\":\"Łódź\"}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(folder.join("a.jsonl"), wide).unwrap();
    fs::write(
        folder.join("b.jsonl"),
        b"\xef\xbb\xbf{\"text\":\"Zo\xc3\xab\"}\n{\"text\":\"a caf\xe9 and na\xefve\"}\n",
    )
    .unwrap();
    let records: Vec<Record> = Reader::new([&folder], Options::default()).map(Result::unwrap).collect();
    let read: Vec<_> = records.iter().map(|record| (record.text.as_str(), record.encoding.as_str())).collect();
    let expected = [("Zoë", "UTF-16LE"), ("Łódź", "UTF-16LE"), ("Zoë", "UTF-8"), ("a café and naïve", "windows-1252")];
    assert_eq!(read, expected);
}

#[test]
fn a_line_beyond_the_limit_is_rejected_and_the_next_is_read() {
    let folder = folder("limit");
    let long = format!("{{\"text\":\"{}\"}}\n{{\"text\":\"short\"}}\n", "x".repeat(5000));
    write(&folder, &[("a.jsonl", &long), ("b.txt", &long)]);
    let options = Options { max_bytes: 1000, ..Options::default() };
    let seen: Vec<String> = Reader::new([&folder], options).map(line).collect();
    assert!(seen[0].ends_with("a.jsonl: line 1: is longer than 1000 bytes, the most that is read as one document"));
    assert!(seen[1].ends_with("a.jsonl#2: short"));
    assert!(seen[2].ends_with("b.txt: is longer than 1000 bytes, the most that is read as one document"));
}

#[test]
fn rows_say_which_document_they_are_from() {
    let folder = folder("rows");
    write(&folder, &[("a.jsonl", "{\"id\":\"x\",\"text\":\"\",\"page\":\"p1\"}\n{\"id\":\"x\",\"text\":\"b\"}\n")]);
    let fields = Fields { document: Some("page".into()), ..Fields::default() };
    let rows = Rows::open(&folder.join("a.jsonl"), Options { fields, ..Options::default() }).unwrap();
    let rows: Vec<_> = rows.map(Result::unwrap).collect();
    assert_eq!((rows[0].document.as_deref(), rows[0].text.as_str()), (Some("p1"), ""));
    assert_eq!((rows[1].id.as_deref(), rows[1].document.as_deref()), (Some("x"), None));
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_rejected_and_never_lost(bytes in prop::collection::vec(any::<u8>(), 1..200)) {
        let folder = folder("any");
        fs::write(folder.join("a.txt"), &bytes).unwrap();
        fs::write(folder.join("b.jsonl"), &bytes).unwrap();
        let seen: Vec<_> = Reader::new([&folder], Options::default()).collect();
        prop_assert!(seen.len() >= 2);
        if let Ok(text) = std::str::from_utf8(&bytes) && let Ok(record) = &seen[0] && record.encoding == "UTF-8" {
            prop_assert_eq!(text.trim_start_matches('\u{feff}'), record.text.trim_start_matches('\u{feff}'));
        }
    }

    #[test]
    fn any_text_survives_json(text in "\\PC{1,40}", id in "[a-z]{1,3}") {
        prop_assume!(!text.trim().is_empty());
        let folder = folder("survives");
        fs::write(folder.join("a.jsonl"), serde_json::json!({"id": id, "text": text}).to_string()).unwrap();
        let record = Reader::new([&folder], Options::default()).next().unwrap().unwrap();
        prop_assert_eq!((record.id, record.text), (id, text));
    }
}
