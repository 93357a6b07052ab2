//! All rows in an order, and under names, that do not depend on history.

use std::io::{self, Write};

use rusqlite::types::ValueRef;

use crate::{Archive, Error, Result};

/// Each table with ids in place of keys.
const QUERIES: &[(&str, &str)] = &[
    (
        "documents",
        "SELECT d.id, d.headline, d.published, d.published_how, d.published_inferred, d.modified, d.byline, d.agency, \
         d.dateline, d.section, d.site, d.url, d.language, d.words, d.path, d.format, d.bytes, d.sha256, d.encoding, \
         d.stamp, s.id, d.story_relation, d.story_similarity, d.story_containment, d.text, r.record FROM documents d \
         JOIN records r ON r.document = d.key LEFT JOIN stories s ON s.key = d.story ORDER BY d.id",
    ),
    (
        "blocks",
        "SELECT d.id, b.n, b.start, b.\"end\", b.kind, b.rule, b.of FROM blocks b JOIN documents d ON d.key = b.document \
         ORDER BY d.id, b.n",
    ),
    (
        "captions",
        "SELECT d.id, c.n, c.start, c.\"end\", c.text, c.lead, c.file_photo, c.truncated, c.date, c.place, c.image, k.id, \
         c.relation, c.similarity, c.differs, r.raw, r.photographers, r.agency, r.via, r.pool FROM captions c \
         JOIN documents d ON d.key = c.document LEFT JOIN clusters k ON k.key = c.cluster \
         LEFT JOIN credits r ON r.caption = c.key ORDER BY d.id, c.n",
    ),
    (
        "clusters",
        "SELECT k.id, d.id, c.n, k.size FROM clusters k JOIN captions c ON c.key = k.canonical \
         JOIN documents d ON d.key = c.document ORDER BY k.id",
    ),
    (
        "stories",
        "SELECT s.id, d.id, s.because, s.size FROM stories s JOIN documents d ON d.key = s.canonical ORDER BY s.id",
    ),
    (
        "entities",
        "SELECT id, label, name, roles, documents, mentions, country, latitude, longitude, merged_because, doubts \
         FROM entities ORDER BY id",
    ),
    (
        "aliases",
        "SELECT e.id, a.n, a.text, a.count FROM aliases a JOIN entities e ON e.key = a.entity ORDER BY e.id, a.n",
    ),
    (
        "names",
        "SELECT d.id, n.n, n.label, n.name, n.mentions, e.id FROM names n JOIN documents d ON d.key = n.document \
         LEFT JOIN entities e ON e.key = n.entity ORDER BY d.id, n.n",
    ),
    (
        "mentions",
        "SELECT d.id, m.start, m.\"end\", m.text, m.label, n.n, m.score, m.rule FROM mentions m \
         JOIN documents d ON d.key = m.document LEFT JOIN names n ON n.key = m.name ORDER BY d.id, m.start, m.\"end\"",
    ),
    (
        "quotes",
        "SELECT d.id, q.n, q.start, q.\"end\", q.content, q.cue, q.source, q.kind, n.n, q.speaker_via, q.score, q.rule, \
         q.same_as FROM quotes q JOIN documents d ON d.key = q.document LEFT JOIN names n ON n.key = q.speaker \
         ORDER BY d.id, q.n",
    ),
    (
        "timexes",
        "SELECT d.id, t.start, t.\"end\", t.text, t.type, t.value, t.\"mod\", t.anchor, t.first_day, t.last_day, t.rule \
         FROM timexes t JOIN documents d ON d.key = t.document ORDER BY d.id, t.start, t.\"end\", t.value",
    ),
    ("meta", "SELECT key, value FROM meta WHERE key <> 'tool_version' ORDER BY key"),
];

impl Archive {
    /// Writes every row of every table, a line each, with ids in place of keys.
    /// Archives of the same documents have the same dump.
    ///
    /// # Errors
    /// Those of SQLite and of `out`.
    pub fn dump(&self, out: &mut impl Write) -> Result<()> {
        for (table, sql) in QUERIES {
            let mut all = self.connection.prepare(sql)?;
            let columns = all.column_count();
            let mut rows = all.query([])?;
            while let Some(row) = rows.next()? {
                write!(out, "{table}").map_err(unwritten)?;
                for column in 0..columns {
                    field(out, row.get_ref(column)?).map_err(unwritten)?;
                }
                writeln!(out).map_err(unwritten)?;
            }
        }
        Ok(())
    }

    /// Has SQLite look for damage: of its pages, of foreign keys, of the
    /// full-text indexes. What it finds, a line each.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn faults(&self) -> Result<Vec<String>> {
        let mut faults = Vec::new();
        for pragma in ["PRAGMA integrity_check", "PRAGMA foreign_key_check"] {
            let mut check = self.connection.prepare(pragma)?;
            let mut rows = check.query([])?;
            while let Some(row) = rows.next()? {
                let said = match row.get_ref(0)? {
                    ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                    other => format!("{other:?}"),
                };
                faults.extend((said != "ok").then_some(said));
            }
        }
        for table in ["documents_fts", "captions_fts"] {
            let check = format!("INSERT INTO {table}({table}, rank) VALUES ('integrity-check', 1)");
            faults.extend(self.connection.execute(&check, []).err().map(|error| format!("{table}: {error}")));
        }
        Ok(faults)
    }
}

fn field(out: &mut impl Write, value: ValueRef<'_>) -> io::Result<()> {
    match value {
        ValueRef::Null => write!(out, "\t"),
        ValueRef::Integer(number) => write!(out, "\t{number}"),
        ValueRef::Real(number) => write!(out, "\t{number}"),
        ValueRef::Text(text) => write!(out, "\t{:?}", String::from_utf8_lossy(text)),
        ValueRef::Blob(bytes) => {
            let sum = bytes
                .iter()
                .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
            write!(out, "\t{} bytes {sum:016x}", bytes.len())
        }
    }
}

fn unwritten(error: io::Error) -> Error {
    Error::Sqlite(format!("the dump cannot be written: {error}"))
}
