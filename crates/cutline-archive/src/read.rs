//! Documents back out.

use cutline_doc::Analysis;
use cutline_report::Record;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use rusqlite::Row;

use crate::{Archive, Error, Result};

/// A record that unpacks to more was not written by us.
const LONGEST: usize = 2 << 30;

impl Archive {
    /// Hands over every document, in the order of their ids.
    ///
    /// # Errors
    /// Those of SQLite; [`Error::Record`]; the first of `take`.
    pub fn each<E: From<Error>>(
        &self,
        mut take: impl FnMut(Analysis) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let sql = "SELECT id, record FROM documents JOIN records ON document = key ORDER BY id";
        let mut all = self.connection.prepare(sql).map_err(Error::from)?;
        let mut rows = all.query([]).map_err(Error::from)?;
        while let Some(row) = rows.next().map_err(Error::from)? {
            take(analysis(row)?)?;
        }
        Ok(())
    }

    /// How many documents there are.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn count(&self) -> Result<u64> {
        let count: i64 = self.connection.query_row("SELECT count(*) FROM documents", [], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }
}

fn analysis(row: &Row<'_>) -> Result<Analysis> {
    let id: String = row.get(0)?;
    let record = row.get_ref(1)?.as_blob().map_err(|error| error.to_string());
    let read = record.and_then(|packed| {
        let json = decompress_to_vec_zlib_with_limit(packed, LONGEST).map_err(|error| error.to_string())?;
        let record: Record<'_> = serde_json::from_slice(&json).map_err(|error| error.to_string())?;
        record.analysis().map_err(|error| error.to_string())
    });
    read.map_err(|why| Error::Record { id, why })
}
