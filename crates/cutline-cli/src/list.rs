//! A JSONL list of texts, read in batches.

use std::num::NonZeroUsize;
use std::path::Path;

use cutline::input::{Fields, Ids, InputError, Options, Row, Rows};

use crate::batch::Workers;
use crate::documents::Rejects;
use crate::messages::Chorus;
use crate::status::Tally;

/// A batch ends when it holds this many bytes of text.
const BATCH_BYTES: usize = 256 << 10;

/// The list of a command.
pub struct List<'f> {
    /// The file, or `-`.
    pub path: &'f Path,
    /// The field that names the document a text is from.
    pub document: Option<&'f str>,
    /// Threads.
    pub jobs: Option<NonZeroUsize>,
    /// Where skipped lines are listed.
    pub rejects: Option<&'f Path>,
}

/// One text of a list.
pub struct Item {
    /// The only one of its kind in the list.
    pub id: String,
    /// May be empty.
    pub text: String,
    /// The document it is from.
    pub document: Option<String>,
}

impl List<'_> {
    /// Reads the list batch by batch: `map` runs on all threads, `take` gets its
    /// results in the order of the list.
    ///
    /// # Errors
    /// If the list cannot be opened, or the rejects cannot be written.
    pub fn each<T: Send>(
        &self,
        workers: &Workers,
        map: impl Fn(Vec<Item>) -> T + Sync + Send,
        mut take: impl FnMut(T),
    ) -> anyhow::Result<Tally> {
        let mut intake = self.open()?;
        let each = |done| {
            take(done);
            Ok(())
        };
        workers.run(|| intake.batches(workers.count()), map, each)?;
        intake.finish()
    }

    fn open(&self) -> anyhow::Result<Intake> {
        let fields = Fields { dates: Vec::new(), document: self.document.map(str::to_owned), ..Fields::default() };
        let rows = Rows::open(self.path, Options { fields, ..Options::default() })?;
        let path = self.path.display().to_string();
        Ok(Intake {
            rows,
            path,
            ids: Ids::default(),
            rejects: Rejects::new(self.rejects)?,
            chorus: Chorus::default(),
            read: 0,
            failed: None,
        })
    }
}

struct Intake {
    rows: Rows,
    path: String,
    ids: Ids,
    rejects: Rejects,
    chorus: Chorus,
    read: u64,
    failed: Option<anyhow::Error>,
}

impl Intake {
    /// A batch a thread; none at the end.
    fn batches(&mut self, threads: usize) -> Vec<Vec<Item>> {
        (0..threads).map(|_| self.batch()).take_while(|batch| !batch.is_empty()).collect()
    }

    fn batch(&mut self) -> Vec<Item> {
        let (mut batch, mut bytes) = (Vec::new(), 0);
        while bytes < BATCH_BYTES && self.failed.is_none() {
            match self.rows.next() {
                None => break,
                Some(Err(error)) => self.reject(&error),
                Some(Ok(row)) => {
                    bytes += row.text.len();
                    batch.push(self.item(row));
                }
            }
        }
        batch
    }

    fn item(&mut self, row: Row) -> Item {
        self.read += 1;
        for warning in &row.warnings {
            self.warn(warning.code, row.line, &warning.message);
        }
        let given = row.id.unwrap_or_else(|| format!("{}#{}", self.path, row.line));
        let (id, taken) = self.ids.unique(given);
        if taken {
            self.warn("repeated-id", row.line, &format!("the id is that of an earlier line; this one is {id}"));
        }
        Item { id, text: row.text, document: row.document }
    }

    fn warn(&mut self, code: &'static str, line: u64, message: &str) {
        self.chorus.say(code, &format!("{}: line {line}: warning: {message}", self.path));
    }

    fn reject(&mut self, error: &InputError) {
        self.chorus.say("lines that were skipped; --rejects FILE lists them all", &error.to_string());
        self.failed = self.rejects.add(error).err();
    }

    fn finish(self) -> anyhow::Result<Tally> {
        self.chorus.finish();
        match self.failed {
            Some(error) => Err(error),
            None => Ok(Tally { read: self.read, skipped: self.rejects.finish()? }),
        }
    }
}

/// Many short strings behind each other: a list of a million ids costs no
/// million allocations.
#[derive(Default)]
pub struct Names {
    text: String,
    ends: Vec<usize>,
}

impl Names {
    /// Adds one.
    pub fn push(&mut self, name: &str) {
        self.text.push_str(name);
        self.ends.push(self.text.len());
    }

    /// The one at a place.
    pub fn get(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start..self.ends[at]]
    }
}
