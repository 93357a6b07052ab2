//! RFC 4180.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};

use super::{Cell, Sink, Table};

/// For whom CSV is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// For programs: the words as they are. NUL, at which many readers stop,
    /// becomes U+FFFD.
    #[default]
    Plain,
    /// For spreadsheets: with a byte-order mark; words that a spreadsheet would
    /// take for a formula get an apostrophe before them, and a cell ends where
    /// Excel's ends, after 32,767 UTF-16 units.
    Excel,
}

/// A file of CSV a table, with a head each.
pub struct CsvFolder {
    tables: Vec<CsvTable<BufWriter<File>>>,
}

impl CsvFolder {
    /// Makes the folder and the files `documents.csv`, `blocks.csv` and so on.
    ///
    /// # Errors
    /// If one cannot be made.
    pub fn create(folder: &Path, dialect: Dialect) -> io::Result<CsvFolder> {
        fs::create_dir_all(folder)?;
        let open = |&table: &Table| {
            let file = File::create(folder.join(table.name()).with_extension("csv"))?;
            let head: Vec<&str> = table.columns().iter().map(|(name, _)| *name).collect();
            CsvTable::new(BufWriter::new(file), dialect, &head)
        };
        Ok(CsvFolder { tables: Table::ALL.iter().map(open).collect::<io::Result<_>>()? })
    }

    /// Writes out what is still held.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn finish(self) -> io::Result<()> {
        self.tables.into_iter().try_for_each(CsvTable::finish)
    }
}

impl Sink for CsvFolder {
    fn row(&mut self, table: Table, cells: &[Cell<'_>]) -> io::Result<()> {
        self.tables[table as usize].row(cells)
    }
}

/// One table of CSV.
pub(in crate::export) struct CsvTable<W: Write> {
    writer: Writer<W>,
    dialect: Dialect,
}

impl<W: Write> CsvTable<W> {
    /// Writes the head.
    pub(in crate::export) fn new(mut out: W, dialect: Dialect, head: &[&str]) -> io::Result<CsvTable<W>> {
        if dialect == Dialect::Excel {
            out.write_all("\u{feff}".as_bytes())?;
        }
        let mut writer =
            WriterBuilder::new().terminator(Terminator::CRLF).quote_style(QuoteStyle::Necessary).from_writer(out);
        writer.write_record(head)?;
        Ok(CsvTable { writer, dialect })
    }

    pub(in crate::export) fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        for cell in cells {
            self.writer.write_field(written(cell, self.dialect).as_bytes())?;
        }
        self.writer.write_record(None::<&[u8]>)?;
        Ok(())
    }

    pub(in crate::export) fn finish(mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

fn written<'c>(cell: &'c Cell<'_>, dialect: Dialect) -> Cow<'c, str> {
    match cell {
        Cell::Empty => "".into(),
        Cell::Whole(number) => number.to_string().into(),
        Cell::Real(number) => number.to_string().into(),
        Cell::Truth(truth) => if *truth { "true" } else { "false" }.into(),
        Cell::Text(text) => words(text, dialect),
    }
}

fn words(text: &str, dialect: Dialect) -> Cow<'_, str> {
    let text: Cow<'_, str> = if text.contains('\0') { text.replace('\0', "\u{fffd}").into() } else { text.into() };
    if dialect == Dialect::Plain { text } else { guarded(text) }
}

/// UTF-16 units that a cell of Excel holds.
const LONGEST: usize = 32_767;

fn guarded(text: Cow<'_, str>) -> Cow<'_, str> {
    // Excel and LibreOffice also take the wide forms of the signs for formulas.
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let text = if formula { format!("'{text}").into() } else { text };
    if text.len() <= LONGEST {
        return text;
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > LONGEST - 1
    });
    match end {
        Some((at, _)) if text.encode_utf16().nth(LONGEST).is_some() => format!("{}…", &text[..at]).into(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, CsvTable, Dialect};

    fn csv(dialect: Dialect, rows: &[&[Cell<'_>]]) -> String {
        let mut out = Vec::new();
        let mut table = CsvTable::new(&mut out, dialect, &["a", "b"]).unwrap();
        rows.iter().try_for_each(|row| table.row(row)).unwrap();
        table.finish().unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn follows_rfc_4180() {
        let rows = csv(
            Dialect::Plain,
            &[&["x, \"y\"".into(), "two\nlines".into()], &[Cell::Empty, Cell::Real(-0.5)], &["=1".into(), "\0".into()]],
        );
        assert_eq!(rows, "a,b\r\n\"x, \"\"y\"\"\",\"two\nlines\"\r\n,-0.5\r\n=1,\u{fffd}\r\n");
    }

    #[test]
    fn no_words_become_a_formula() {
        let rows = csv(Dialect::Excel, &[&["=cmd()".into(), Cell::Whole(-3)], &["@SUM(A1)".into(), "a=b".into()]]);
        assert_eq!(rows, "\u{feff}a,b\r\n'=cmd(),-3\r\n'@SUM(A1),a=b\r\n");
    }

    #[test]
    fn cells_end_where_excel_ends_them() {
        for (length, kept) in [(32_767, 32_767), (32_768, 32_767), (1_000_000, 32_767)] {
            let long = "x".repeat(length);
            let rows = csv(Dialect::Excel, &[&[long.as_str().into(), Cell::Empty]]);
            let cell = rows.lines().nth(1).unwrap().split(',').next().unwrap();
            assert_eq!(cell.encode_utf16().count(), kept);
        }
        let wide = "🌉".repeat(20_000);
        let rows = csv(Dialect::Excel, &[&[wide.as_str().into(), Cell::Empty]]);
        assert!(rows.encode_utf16().count() < 32_767 + 12);
    }
}
