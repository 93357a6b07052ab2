//! Records of JSON lines by their ids.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use anyhow::Context;
use cutline::input::Ids;
use serde_json::Value;

use crate::messages::Chorus;

/// The fields that name a record, in the order in which they are looked for:
/// those of documents, entities, captions and stories.
const IDS: [&str; 4] = ["id", "entity", "cluster", "story"];

/// A record with the name it has in its file only.
pub struct Record {
    pub id: String,
    pub value: Value,
}

/// The newer records, one after the other.
pub struct New {
    lines: Lines,
}

impl New {
    /// Opens a file, or standard input for `-`.
    pub fn open(path: &Path) -> anyhow::Result<New> {
        Lines::open(path).map(|lines| New { lines })
    }

    pub fn next(&mut self) -> anyhow::Result<Option<Record>> {
        Ok(self.lines.next()?.map(|(record, _)| record))
    }

    pub fn read(&self) -> u64 {
        self.lines.read
    }

    pub fn skipped(&self) -> u64 {
        self.lines.skipped
    }
}

/// The older records: where each stands in its file.
pub struct Old {
    file: File,
    path: String,
    /// In the order of the file; what was taken is empty.
    ids: Vec<String>,
    places: HashMap<String, (usize, Place)>,
    read: u64,
    skipped: u64,
}

/// Where a line stands, in bytes.
#[derive(Clone, Copy)]
struct Place {
    start: u64,
    len: usize,
}

impl Old {
    /// Goes through a file, which is read again line by line later.
    pub fn open(path: &Path) -> anyhow::Result<Old> {
        anyhow::ensure!(
            path.as_os_str() != "-",
            "the older records are read twice, so they cannot come by standard input"
        );
        let mut lines = Lines::open(path)?;
        let (mut ids, mut places) = (Vec::new(), HashMap::new());
        while let Some((record, place)) = lines.next()? {
            places.insert(record.id.clone(), (ids.len(), place));
            ids.push(record.id);
        }
        let (read, skipped) = (lines.read, lines.skipped);
        let file = File::open(path).with_context(|| format!("{}: cannot be read", path.display()))?;
        Ok(Old { file, path: path.display().to_string(), ids, places, read, skipped })
    }

    /// The record of this id.
    pub fn take(&mut self, id: &str) -> anyhow::Result<Option<Value>> {
        let Some((at, place)) = self.places.remove(id) else { return Ok(None) };
        self.ids[at].clear();
        let mut line = vec![0; place.len];
        let read = self.file.seek(SeekFrom::Start(place.start)).and_then(|_| self.file.read_exact(&mut line));
        read.with_context(|| format!("{}: cannot be read again", self.path))?;
        let value = serde_json::from_slice(&line).with_context(|| format!("{}: has changed meanwhile", self.path))?;
        Ok(Some(value))
    }

    /// The ids that were not taken.
    pub fn left(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(String::as_str).filter(|id| !id.is_empty())
    }

    pub fn read(&self) -> u64 {
        self.read
    }

    pub fn skipped(&self) -> u64 {
        self.skipped
    }
}

/// The records of a file; lines that are none are said and skipped.
struct Lines {
    path: String,
    stream: BufReader<Box<dyn Read>>,
    line: Vec<u8>,
    number: u64,
    start: u64,
    ids: Ids,
    chorus: Chorus,
    read: u64,
    skipped: u64,
}

impl Lines {
    fn open(path: &Path) -> anyhow::Result<Lines> {
        let open = || -> io::Result<Box<dyn Read>> {
            Ok(if path.as_os_str() == "-" { Box::new(io::stdin()) } else { Box::new(File::open(path)?) })
        };
        let stream = open().with_context(|| format!("{}: cannot be read", path.display()))?;
        Ok(Lines {
            path: path.display().to_string(),
            stream: BufReader::with_capacity(1 << 16, stream),
            line: Vec::new(),
            number: 0,
            start: 0,
            ids: Ids::default(),
            chorus: Chorus::default(),
            read: 0,
            skipped: 0,
        })
    }

    fn next(&mut self) -> anyhow::Result<Option<(Record, Place)>> {
        loop {
            self.start += self.line.len() as u64;
            self.line.clear();
            let read = self.stream.read_until(b'\n', &mut self.line);
            if read.with_context(|| format!("{}: cannot be read", self.path))? == 0 {
                std::mem::take(&mut self.chorus).finish();
                return Ok(None);
            }
            self.number += 1;
            if self.line.trim_ascii().is_empty() {
                continue;
            }
            match record(&self.line) {
                Ok((id, value)) => {
                    self.read += 1;
                    let (id, _) = self.ids.unique(id);
                    let place = Place { start: self.start, len: self.line.len() };
                    return Ok(Some((Record { id, value }, place)));
                }
                Err(wrong) => {
                    self.skipped += 1;
                    let said = format!("{}: line {}: {wrong}", self.path, self.number);
                    self.chorus.say("lines that were skipped", &said);
                }
            }
        }
    }
}

fn record(line: &[u8]) -> Result<(String, Value), String> {
    let value: Value = serde_json::from_slice(line).map_err(|error| format!("is no JSON: {error}"))?;
    let named = IDS.iter().find_map(|&field| match value.get(field)? {
        Value::String(id) if !id.is_empty() => Some(id.clone()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    });
    let id = named.ok_or_else(|| format!("has no id; one of these fields names a record: {}", IDS.join(", ")))?;
    Ok((id, value))
}
