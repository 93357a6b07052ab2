//! Tables, and JSON lines whose fields have other names.

use cutline_input::{Fields, Format, Options, Preset, Reader, Record};

use crate::{folder, read, write};

fn records(name: &str, file: &str, text: &str, fields: Fields) -> Vec<Record> {
    let folder = folder(name);
    write(&folder, &[(file, text)]);
    Reader::new([folder.join(file)], Options { fields, ..Options::default() }).map(Result::unwrap).collect()
}

#[test]
fn a_table_is_read_by_the_names_of_its_columns() {
    let table = "\u{feff}id,date,text\r\n1,2021-05-03,\"Rain fell,\nand \"\"fell\"\".\"\r\n\r\n2,,It stopped.\r\n";
    let records = records("csv", "a.csv", table, Fields::default());
    let read: Vec<_> =
        records.iter().map(|r| (r.id.as_str(), r.text.as_str(), r.published.as_deref(), r.line)).collect();
    let first = ("1", "Rain fell,\nand \"fell\".", Some("2021-05-03"), Some(2));
    assert_eq!(read, [first, ("2", "It stopped.", None, Some(5))]);
    assert_eq!(records[0].format, Format::Table);
}

#[test]
fn tables_of_other_delimiters_are_known_by_their_first_line() {
    let folder = folder("delimiters");
    write(&folder, &[("a.csv", "id;text\nx;one\n"), ("b.tsv", "text\ttag\n\"two\"\tt\n"), ("c", "id|text\ny|three\n")]);
    let (seen, _) = read(&folder, &["a.csv", "b.tsv", "c"]);
    assert_eq!(seen, ["x: one", "b.tsv#2: two", "y: three"]);
}

#[test]
fn a_table_without_text_and_an_endless_cell_are_named() {
    let folder = folder("bad-tables");
    let endless = format!("id,text\n1,\"{}\n2,never\n", "rain ".repeat(1000));
    write(&folder, &[("a.csv", "id,body\n1,one\n"), ("b.csv", "id,text\n"), ("c.csv", &endless)]);
    let options = Options { max_bytes: 1000, ..Options::default() };
    let names = ["a.csv", "b.csv", "c.csv"];
    let seen: Vec<String> = Reader::new(names.map(|name| folder.join(name)), options)
        .map(|read| read.unwrap_err().to_string().replace(&format!("{}/", folder.display()), ""))
        .collect();
    let long = "is longer than 1000 bytes, the most that is read as one document";
    assert_eq!(
        seen,
        ["a.csv: line 1: has no field 'text'".into(), "b.csv: holds no rows".into(), format!("c.csv: line 2: {long}")]
    );
}

#[test]
fn fields_of_pages_and_of_well_known_collections_are_read_when_named() {
    let line = r#"{"html":"<p>Rain fell.","text":"no","id":"a"}"#.to_owned()
        + "\n"
        + r#"{"html":null,"text":"It stopped.","id":"b"}"#;
    let fields = Fields { html: Some("html".into()), ..Fields::default() };
    let read = records("html-field", "a.jsonl", &line, fields);
    assert_eq!((read[0].page, read[0].text.as_str()), (true, "<p>Rain fell."));
    assert_eq!((read[1].page, read[1].text.as_str()), (false, "It stopped."));

    let line = r#"{"text":"Rain fell.","id":"a","url":"https://example.org/rain","date":"2021-05-03T10:00:00Z","timestamp":"2020"}"#;
    let read = |preset: Preset| records("presets", "a.jsonl", line, preset.fields()).remove(0);
    let told = |r: &Record| (r.id.clone(), r.published.clone().map(|d| d.len()), r.crawled.clone().map(|d| d.len()));
    assert_eq!(told(&read(Preset::FineWeb)), ("a".into(), None, Some(20)));
    assert_eq!(told(&read(Preset::C4)), ("https://example.org/rain".into(), None, Some(4)));
    assert_eq!(told(&read(Preset::CcNews)), ("https://example.org/rain".into(), Some(20), None));
    assert_eq!(read(Preset::C4).url.as_deref(), Some("https://example.org/rain"));
}
