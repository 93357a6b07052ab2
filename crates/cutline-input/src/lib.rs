//! Files, folders, archives and standard input in; decoded [`Record`]s out.
//!
//! A [`Reader`] takes paths and yields one record after the other, in the order
//! given, folders recursively and sorted by name: plain text, pages, JSON lines,
//! tables (CSV and TSV), web archives (WARC and WET) and ZIP archives of these,
//! each of them as it is or packed with gzip or Zstandard. What cannot be read is
//! yielded as an [`InputError`] that says which file, which line and why, and
//! the next record follows. Beside the record in hand it keeps only what it
//! needs to tell repeated ids apart (16 bytes or so a document) and the names
//! in the folders that are open.
//!
//! [`Rows`] is the layer beneath: the lines of one JSONL source, without ids
//! made unique and without checksums.
//!
//! This crate does not know blocks, names or dates: a date is handed on as it
//! was written.
//!
//! ```
//! use cutline_input::{Options, Reader};
//!
//! let folder = std::env::temp_dir().join("cutline-input-example");
//! std::fs::create_dir_all(&folder)?;
//! std::fs::write(folder.join("a.txt"), "Rain fell.\n")?;
//! std::fs::write(folder.join("b.jsonl"), "{\"id\":\"b1\",\"text\":\"It stopped.\"}\n{oops\n")?;
//!
//! let read: Vec<_> = Reader::new([&folder], Options::default()).collect();
//! assert_eq!(read[0].as_ref().unwrap().text, "Rain fell.\n");
//! assert_eq!(read[1].as_ref().unwrap().id, "b1");
//! assert_eq!(read[2].as_ref().unwrap_err().line, Some(2));
//! # Ok::<(), std::io::Error>(())
//! ```

mod decode;
mod error;
mod fields;
mod http;
mod ids;
mod json;
mod lines;
mod meter;
mod mojibake;
mod note;
mod reader;
mod record;
mod rows;
mod sniff;
mod surrogate;
mod table;
mod text;
mod unpack;
mod walk;
mod warc;
mod zip;

pub use error::{InputError, InputErrorKind, Place};
pub use fields::{Fields, Preset};
pub use ids::Ids;
pub use meter::{Meter, size};
pub use note::Note;
pub use reader::Reader;
pub use record::{Format, Options, Record, Warning};
pub use rows::{Piece, Row, Rows};
