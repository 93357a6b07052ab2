//! One document in, in one transaction.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;

use cutline_doc::Analysis;
use cutline_report::export::Ties;
use cutline_report::export::tables::{Cell, Sink, Table, write_document};
use cutline_report::{Options, record};
use miniz_oxide::deflate::compress_to_vec_zlib;
use rusqlite::types::{Null, ToSqlOutput};
use rusqlite::{ToSql, Transaction, params_from_iter};
use sha2::{Digest, Sha256};

use crate::{Archive, Error, Result};

/// A hash of all that an analysis depends on, for [`Archive::put`].
///
/// ```
/// # use cutline_archive::stamp;
/// assert_ne!(stamp(["ab", "c"]), stamp(["a", "bc"]));
/// ```
pub fn stamp<'t>(parts: impl IntoIterator<Item = &'t str>) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

impl Archive {
    /// The ids of the documents that are in, each with the stamp it was put with.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn stamps(&self) -> Result<BTreeMap<String, String>> {
        let mut all = self.connection.prepare("SELECT id, stamp FROM documents")?;
        let rows = all.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Puts a document in, in place of one of the same id. `stamp` tells
    /// whether it has to be put anew: a hash of all that its analysis depends on.
    ///
    /// What ties it to others is open until [`settle`](Archive::settle).
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn put(&mut self, analysis: &Analysis, stamp: &str) -> Result<()> {
        let transaction = self.connection.transaction()?;
        unsettle(&transaction)?;
        transaction.prepare_cached("DELETE FROM documents WHERE id = ?1")?.execute([&analysis.id])?;
        let mut rows = Rows {
            transaction: &transaction,
            analysis,
            stamp,
            document: 0,
            names: Vec::new(),
            before: BTreeMap::new(),
        };
        write_document(analysis, &Ties::default(), &mut rows).map_err(|error| Error::Sqlite(error.to_string()))?;
        Ok(transaction.commit()?)
    }

    /// Takes a document out; whether it was in.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn remove(&mut self, id: &str) -> Result<bool> {
        let transaction = self.connection.transaction()?;
        unsettle(&transaction)?;
        let removed = transaction.prepare_cached("DELETE FROM documents WHERE id = ?1")?.execute([id])?;
        transaction.commit()?;
        Ok(removed > 0)
    }
}

/// What was found across documents no longer holds.
fn unsettle(transaction: &Transaction<'_>) -> Result<()> {
    let sql = "UPDATE meta SET value = '0' WHERE key = 'settled' AND value <> '0'";
    transaction.prepare_cached(sql)?.execute([])?;
    Ok(())
}

/// Takes the rows of one document as exports have them, and puts keys in place of ids.
struct Rows<'t, 'a> {
    transaction: &'t Transaction<'t>,
    analysis: &'a Analysis,
    stamp: &'a str,
    /// The document's key, once it has one.
    document: i64,
    /// The keys of those whom the document names.
    names: Vec<i64>,
    /// How many rows of each table came before.
    before: BTreeMap<Table, usize>,
}

impl Sink for Rows<'_, '_> {
    fn row(&mut self, table: Table, cells: &[Cell<'_>]) -> io::Result<()> {
        let n = self.before.entry(table).or_default();
        let row = Row { table, n: *n, cells };
        *n += 1;
        match table {
            Table::Documents => self.document(&row),
            Table::Blocks => self.block(&row),
            Table::Captions => self.caption(&row),
            Table::Mentions => self.mention(&row),
            Table::Quotes => self.quote(&row),
            Table::Timexes => self.timex(&row),
            // Not of one document.
            Table::Entities | Table::Clusters => Ok(()),
        }
        .map_err(io::Error::other)
    }
}

type Done = rusqlite::Result<()>;

impl Rows<'_, '_> {
    fn insert<'v>(&self, sql: &str, values: impl IntoIterator<Item = &'v dyn ToSql>) -> rusqlite::Result<i64> {
        self.transaction.prepare_cached(sql)?.execute(params_from_iter(values))?;
        Ok(self.transaction.last_insert_rowid())
    }

    fn document(&mut self, row: &Row<'_>) -> Done {
        let id = self.analysis.id.as_str();
        let cells = row.all(&[
            "headline",
            "published",
            "published_how",
            "published_inferred",
            "modified",
            "byline",
            "agency",
            "dateline",
            "section",
            "site",
            "url",
            "language",
            "words",
            "path",
            "format",
            "bytes",
            "sha256",
            "encoding",
            "text",
        ]);
        let values: [&dyn ToSql; 2] = [&id, &self.stamp];
        self.document = self.insert(
            "INSERT INTO documents(id, stamp, headline, published, published_how, published_inferred, modified, byline, \
             agency, dateline, section, site, url, language, words, path, format, bytes, sha256, encoding, text) \
             VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            values.into_iter().chain(cells.iter().map(|cell| cell as &dyn ToSql)),
        )?;
        let blob = compress(self.analysis);
        self.insert("INSERT INTO records(document, record) VALUES (?1, ?2)", [&self.document as &dyn ToSql, &blob])?;
        self.name_all()
    }

    fn name_all(&mut self) -> Done {
        for (n, entity) in self.analysis.entities.iter().enumerate() {
            let name = clean(&entity.name);
            let key = self.insert(
                "INSERT INTO names(document, n, label, name, mentions) VALUES (?1, ?2, ?3, ?4, ?5)",
                [&self.document as &dyn ToSql, &(n as i64), &entity.label.name(), &name, &entity.mentions],
            )?;
            self.names.push(key);
        }
        Ok(())
    }

    fn name(&self, entity: Option<u32>) -> Option<i64> {
        self.names.get(entity? as usize).copied()
    }

    fn block(&self, row: &Row<'_>) -> Done {
        let cells = row.all(&["block", "start", "end", "kind", "rule", "of"]);
        let sql = "INSERT INTO blocks(document, n, start, \"end\", kind, rule, of) VALUES (?,?,?,?,?,?,?)";
        self.insert(sql, self.after_document(&cells)).map(drop)
    }

    fn caption(&self, row: &Row<'_>) -> Done {
        let cells = row.all(&["start", "end", "text", "lead", "file_photo", "truncated", "date", "place", "image"]);
        let sql = "INSERT INTO captions(document, start, \"end\", text, lead, file_photo, truncated, date, place, \
                   image, n) VALUES (?,?,?,?,?,?,?,?,?,?,?)";
        let n = row.n as i64;
        let key = self.insert(sql, self.after_document(&cells).chain([&n as &dyn ToSql]))?;
        if matches!(row.cell("credit"), Cell::Empty) {
            return Ok(());
        }
        let cells = row.all(&["credit", "photographers", "agency", "via", "pool"]);
        let sql = "INSERT INTO credits(caption, raw, photographers, agency, via, pool) VALUES (?,?,?,?,?,?)";
        let values = std::iter::once(&key as &dyn ToSql).chain(cells.iter().map(|cell| cell as &dyn ToSql));
        self.insert(sql, values).map(drop)
    }

    fn mention(&self, row: &Row<'_>) -> Done {
        let name = self.name(self.analysis.mentions.get(row.n).and_then(|mention| mention.entity));
        let cells = row.all(&["start", "end", "text", "label", "score", "rule"]);
        let sql =
            "INSERT INTO mentions(document, start, \"end\", text, label, score, rule, name) VALUES (?,?,?,?,?,?,?,?)";
        self.insert(sql, self.after_document(&cells).chain([&name as &dyn ToSql])).map(drop)
    }

    fn quote(&self, row: &Row<'_>) -> Done {
        let name = self.name(self.analysis.quotes.get(row.n).and_then(|quote| quote.speaker));
        let cells = row.all(&[
            "quote",
            "start",
            "end",
            "content",
            "cue",
            "source",
            "kind",
            "speaker_via",
            "score",
            "rule",
            "same_as",
        ]);
        let sql = "INSERT INTO quotes(document, n, start, \"end\", content, cue, source, kind, speaker_via, score, rule, \
                   same_as, speaker) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)";
        self.insert(sql, self.after_document(&cells).chain([&name as &dyn ToSql])).map(drop)
    }

    fn timex(&self, row: &Row<'_>) -> Done {
        let cells =
            row.all(&["start", "end", "text", "type", "value", "mod", "anchor", "first_day", "last_day", "rule"]);
        let sql = "INSERT INTO timexes(document, start, \"end\", text, type, value, \"mod\", anchor, first_day, \
                   last_day, rule) VALUES (?,?,?,?,?,?,?,?,?,?,?)";
        self.insert(sql, self.after_document(&cells)).map(drop)
    }

    /// The document's key, then the cells.
    fn after_document<'v>(&'v self, cells: &'v [Sql<'v>]) -> impl Iterator<Item = &'v dyn ToSql> {
        std::iter::once(&self.document as &dyn ToSql).chain(cells.iter().map(|cell| cell as &dyn ToSql))
    }
}

struct Row<'a> {
    table: Table,
    /// Its place among the document's rows of this table.
    n: usize,
    cells: &'a [Cell<'a>],
}

impl<'a> Row<'a> {
    fn cell(&self, column: &str) -> &'a Cell<'a> {
        let at = self.table.columns().iter().position(|(name, _)| *name == column);
        at.and_then(|at| self.cells.get(at)).unwrap_or(&Cell::Empty)
    }

    fn all(&self, columns: &[&str]) -> Vec<Sql<'a>> {
        columns.iter().map(|column| Sql(self.cell(column))).collect()
    }
}

/// A cell as SQLite takes it.
struct Sql<'a>(&'a Cell<'a>);

impl ToSql for Sql<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self.0 {
            Cell::Empty => Null.to_sql()?,
            Cell::Whole(number) => (*number).into(),
            Cell::Real(number) => (*number).into(),
            Cell::Truth(truth) => i64::from(*truth).into(),
            Cell::Text(text) if text.contains('\0') => clean(text).into_owned().into(),
            Cell::Text(text) => ToSqlOutput::from(text.as_ref()),
        })
    }
}

/// SQL's functions take NUL for the end of a text.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    if text.contains('\0') { text.replace('\0', "\u{fffd}").into() } else { text.into() }
}

fn compress(analysis: &Analysis) -> Vec<u8> {
    let json = serde_json::to_vec(&record(analysis, &[], &Options::default())).expect("a record is plain JSON");
    compress_to_vec_zlib(&json, 6)
}
