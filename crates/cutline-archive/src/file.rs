use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, OptionalExtension};
use sha2::{Digest, Sha256};

use crate::{Error, Result};

/// An SQLite file of documents.
pub struct Archive {
    pub(crate) connection: Connection,
}

const SCHEMA: &str = include_str!("schema.sql");

/// Counts up whenever the tables change.
const VERSION: i64 = 1;

/// 'cutl': tells our files from other programs'.
const APPLICATION: i64 = 0x6375_746C;

/// Whether the file is an SQLite file: all that can be told by its head.
pub fn is_archive(path: &Path) -> bool {
    let mut head = [0; 16];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut head));
    read.is_ok() && &head == b"SQLite format 3\0"
}

impl Archive {
    /// Opens the file, or makes it. `version` names the program that writes.
    ///
    /// # Errors
    /// If it is no archive, one with other tables, or cannot be written.
    pub fn open(path: &Path, version: &str) -> Result<Archive> {
        let mut connection = Connection::open(path)?;
        connection.busy_timeout(Duration::from_secs(10))?;
        connection.pragma_update(None, "journal_mode", "wal")?;
        connection.pragma_update(None, "synchronous", "normal")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "cache_size", -64_000)?;
        connection.set_prepared_statement_cache_capacity(64);
        let is_new: bool = connection.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0))?;
        if is_new {
            make(&mut connection, version)?;
        }
        check(&connection)?;
        connection.execute("UPDATE meta SET value = ?1 WHERE key = 'tool_version' AND value <> ?1", [version])?;
        Ok(Archive { connection })
    }

    /// Opens a file that is there, to read only.
    ///
    /// # Errors
    /// If it is no archive or one with other tables.
    pub fn open_to_read(path: &Path) -> Result<Archive> {
        if !is_archive(path) {
            return Err(Error::Foreign);
        }
        let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        connection.busy_timeout(Duration::from_secs(10))?;
        check(&connection)?;
        Ok(Archive { connection })
    }

    pub(crate) fn meta(&self, key: &str) -> Result<Option<String>> {
        let value = self.connection.query_row("SELECT value FROM meta WHERE key = ?1", [key], |row| row.get(0));
        Ok(value.optional()?)
    }
}

fn make(connection: &mut Connection, version: &str) -> Result<()> {
    let transaction = connection.transaction()?;
    transaction.execute_batch(SCHEMA)?;
    let mut meta = transaction.prepare("INSERT INTO meta(key, value) VALUES (?1, ?2)")?;
    meta.execute(["tool_version", version])?;
    meta.execute(["schema_sha256", &digest()])?;
    meta.execute(["settled", "1"])?;
    drop(meta);
    transaction.pragma_update(None, "user_version", VERSION)?;
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    Ok(transaction.commit()?)
}

fn check(connection: &Connection) -> Result<()> {
    let application: i64 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if application != APPLICATION {
        return Err(Error::Foreign);
    }
    let found = |key: &str| -> Result<String> {
        Ok(connection.query_row("SELECT value FROM meta WHERE key = ?1", [key], |row| row.get(0))?)
    };
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if version != VERSION || found("schema_sha256")? != digest() {
        return Err(Error::OtherSchema { made: found("tool_version")? });
    }
    Ok(())
}

fn digest() -> String {
    Sha256::digest(SCHEMA.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
