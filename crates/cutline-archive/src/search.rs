//! Full-text search.

use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};

use crate::{Archive, Error, Result};

/// Where words are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// In headlines and texts.
    #[default]
    Text,
    /// In captions.
    Captions,
}

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// In the language of SQLite's FTS5: words, `"phrases"`, AND, OR, NOT, NEAR, `prefix*`.
    pub words: String,
    /// Where they have to stand.
    pub place: Place,
    /// Only documents that quote one of this name or part of one.
    pub speaker: Option<String>,
    /// Only documents that name one of this name or part of one.
    pub person: Option<String>,
    /// Only documents from, or pictures credited to, an agency of this name or part of one.
    pub agency: Option<String>,
    /// Only documents published on this ISO day or later.
    pub since: Option<String>,
    /// Only documents published on this ISO day or earlier.
    pub until: Option<String>,
    /// So many hits at most.
    pub limit: usize,
}

/// A document or caption that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The document's id.
    pub id: String,
    /// Its headline.
    pub headline: Option<String>,
    /// When it was published, as far as it is known.
    pub published: Option<String>,
    /// Its agency, or that of the picture.
    pub agency: Option<String>,
    /// The words around what was found, in pieces: whether each is what was found.
    pub snippet: Vec<(bool, String)>,
}

/// Before and after what was found: no text holds these as words.
const MARKS: [char; 2] = ['\u{1}', '\u{2}'];

impl Archive {
    /// The best hits first; of equals, by id.
    ///
    /// # Errors
    /// [`Error::Query`] if the words are not understood; those of SQLite.
    pub fn search(&self, query: &Query) -> Result<Vec<Hit>> {
        let (sql, values) = statement(query);
        let mut found = self.connection.prepare(&sql)?;
        let rows = found.query_map(params_from_iter(values), hit);
        rows.and_then(Iterator::collect).map_err(not_understood)
    }
}

fn statement(query: &Query) -> (String, Vec<Value>) {
    let (from, agency, column) = match query.place {
        Place::Text => ("documents_fts f JOIN documents d ON d.key = f.rowid", "d.agency", "documents_fts, -1"),
        Place::Captions => (
            "captions_fts f JOIN captions c ON c.key = f.rowid JOIN documents d ON d.key = c.document \
             LEFT JOIN credits r ON r.caption = c.key",
            "coalesce(r.agency, d.agency)",
            "captions_fts, 0",
        ),
    };
    let table = column.split(',').next().unwrap_or_default();
    let mut values: Vec<Value> = vec![query.words.clone().into()];
    let mut filters = String::new();
    let mut filter = |value: &Option<String>, sql: &str, like: bool| {
        let Some(value) = value else { return };
        values.push(if like { pattern(value) } else { value.clone() }.into());
        filters.push_str(&format!(" AND {}", sql.replace("?N", &format!("?{}", values.len()))));
    };
    filter(&query.speaker, &named("quotes q JOIN names n ON n.key = q.speaker", "q.document"), true);
    filter(&query.person, &named("names n", "n.document"), true);
    filter(&query.agency, &agencies(query.place), true);
    filter(&query.since, "substr(d.published, 1, length(?N)) >= ?N", false);
    filter(&query.until, "substr(d.published, 1, length(?N)) <= ?N", false);
    values.push(i64::try_from(query.limit).unwrap_or(i64::MAX).into());
    let sql = format!(
        "SELECT d.id, d.headline, d.published, {agency}, snippet({column}, char(1), char(2), '…', 32) FROM {from} \
         WHERE {table} MATCH ?1{filters} ORDER BY f.rank, d.id LIMIT ?{}",
        values.len()
    );
    (sql, values)
}

/// Documents with a name, or another form of the name of the same entity, like this.
fn named(from: &str, document: &str) -> String {
    format!(
        "d.key IN (SELECT {document} FROM {from} LEFT JOIN entities e ON e.key = n.entity \
         WHERE n.name LIKE ?N ESCAPE '\\' OR e.name LIKE ?N ESCAPE '\\' \
         OR n.entity IN (SELECT entity FROM aliases WHERE text LIKE ?N ESCAPE '\\'))"
    )
}

fn agencies(place: Place) -> String {
    let like = "LIKE ?N ESCAPE '\\'";
    match place {
        Place::Captions => format!("(r.agency {like} OR r.via {like} OR r.raw {like})"),
        Place::Text => format!(
            "(d.agency {like} OR d.key IN (SELECT c.document FROM captions c JOIN credits r ON r.caption = c.key \
             WHERE r.agency {like} OR r.via {like}))"
        ),
    }
}

/// For LIKE: anywhere, its own signs taken literally.
fn pattern(words: &str) -> String {
    let mut pattern = String::from("%");
    for c in words.chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

fn hit(row: &Row<'_>) -> rusqlite::Result<Hit> {
    let snippet: String = row.get(4)?;
    Ok(Hit {
        id: row.get(0)?,
        headline: row.get(1)?,
        published: row.get(2)?,
        agency: row.get(3)?,
        snippet: pieces(&snippet),
    })
}

fn pieces(snippet: &str) -> Vec<(bool, String)> {
    let mut pieces: Vec<(bool, String)> = Vec::new();
    let mut found = false;
    for piece in snippet.split_inclusive(MARKS) {
        let words = piece.trim_end_matches(MARKS);
        if !words.is_empty() {
            pieces.push((found, words.to_owned()));
        }
        found = piece.ends_with(MARKS[0]);
    }
    pieces
}

/// FTS5 tells of its syntax only in words.
fn not_understood(error: rusqlite::Error) -> Error {
    let said = error.to_string();
    let signs = ["fts5:", "no such column", "unterminated string", "unknown special query", "malformed MATCH"];
    if signs.iter().any(|sign| said.contains(sign)) { Error::Query(said) } else { error.into() }
}
