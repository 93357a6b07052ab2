//! A JSONL list of texts, read in batches.

use std::num::NonZeroUsize;
use std::path::Path;

use cutline::input::{Fields, Ids, InputError, Options, Piece, Row, Rows, Warning};

use crate::batch::Workers;
use crate::documents::Rejects;
use crate::messages::Chorus;
use crate::status::Tally;

/// About so many bytes of lines are parsed in one go, and so many times a
/// thread in one batch.
const PIECE: usize = 256 << 10;
const PIECES: usize = 4;

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
    /// The only one of its kind in the list, once it has been taken.
    pub id: String,
    /// May be empty.
    pub text: String,
    /// The document it is from.
    pub document: Option<String>,
}

impl List<'_> {
    /// Reads the list batch by batch: `map` runs on all threads and may change
    /// texts; `take` gets its results with the texts in the order of the list.
    ///
    /// # Errors
    /// If the list cannot be opened, the rejects cannot be written, or the
    /// first of `take`.
    pub fn each<T: Send>(
        &self,
        workers: &Workers,
        map: impl Fn(&mut Vec<Item>) -> T + Sync + Send,
        mut take: impl FnMut(T, Vec<Item>) -> anyhow::Result<()> + Send,
    ) -> anyhow::Result<Tally> {
        let fields = Fields { dates: Vec::new(), document: self.document.map(str::to_owned), ..Fields::default() };
        let mut rows = Rows::open(self.path, Options { fields, ..Options::default() })?;
        let mut intake = Intake::new(self)?;
        let fetch = || (0..PIECES * workers.count()).map_while(|_| rows.piece(PIECE)).collect();
        let work = |piece: Piece| {
            let mut batch = Batch::of(piece);
            (map(&mut batch.items), batch)
        };
        workers.run(fetch, work, |(done, batch)| take(done, intake.settle(batch)?))?;
        intake.finish()
    }
}

/// Some lines of a list.
#[derive(Default)]
struct Batch {
    items: Vec<Item>,
    /// Of each item its line.
    lines: Vec<u64>,
    errors: Vec<InputError>,
    warnings: Vec<(u64, Warning)>,
    /// Items that tell no id.
    nameless: Vec<usize>,
}

impl Batch {
    fn of(piece: Piece) -> Batch {
        let mut batch = Batch::default();
        for row in piece.rows() {
            match row {
                Ok(row) => batch.add(row),
                Err(error) => batch.errors.push(error),
            }
        }
        batch
    }

    fn add(&mut self, row: Row) {
        self.warnings.extend(row.warnings.into_iter().map(|warning| (row.line, warning)));
        if row.id.is_none() {
            self.nameless.push(self.items.len());
        }
        self.lines.push(row.line);
        self.items.push(Item { id: row.id.unwrap_or_default(), text: row.text, document: row.document });
    }
}

/// What goes on from batch to batch.
struct Intake {
    path: String,
    ids: Ids,
    rejects: Rejects,
    chorus: Chorus,
    read: u64,
}

impl Intake {
    fn new(list: &List<'_>) -> anyhow::Result<Intake> {
        let path = list.path.display().to_string();
        let rejects = Rejects::new(list.rejects)?;
        Ok(Intake { path, ids: Ids::default(), rejects, chorus: Chorus::default(), read: 0 })
    }

    /// Makes the ids of a batch unique, and says what was wrong with it.
    fn settle(&mut self, mut batch: Batch) -> anyhow::Result<Vec<Item>> {
        for error in &batch.errors {
            self.chorus.say("lines that were skipped; --rejects FILE lists them all", &error.to_string());
            self.rejects.add(error)?;
        }
        for (line, warning) in &batch.warnings {
            self.warn(warning.code, *line, &warning.message);
        }
        for &at in &batch.nameless {
            batch.items[at].id = format!("{}#{}", self.path, batch.lines[at]);
        }
        self.read += batch.items.len() as u64;
        for (item, line) in batch.items.iter_mut().zip(batch.lines) {
            let (id, taken) = self.ids.unique(std::mem::take(&mut item.id));
            if taken {
                self.warn("repeated-id", line, &format!("the id is that of an earlier line; this one is {id}"));
            }
            item.id = id;
        }
        Ok(batch.items)
    }

    fn warn(&mut self, code: &'static str, line: u64, message: &str) {
        self.chorus.say(code, &format!("{}: line {line}: warning: {message}", self.path));
    }

    fn finish(self) -> anyhow::Result<Tally> {
        self.chorus.finish();
        Ok(Tally { read: self.read, skipped: self.rejects.finish()? })
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
