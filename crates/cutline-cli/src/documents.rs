//! From paths to analyses: reading in order, analysing on all threads.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use anyhow::Context;
use cutline::input::{InputError, InputErrorKind, Note, Reader};
use cutline::{Analysis, Analyzer, Record};
use cutline_report::write_line;
use serde::Serialize;

use crate::batch::Workers;
use crate::flags::Input;
use crate::messages::Chorus;
use crate::progress::Bar;
use crate::status::Tally;

/// A batch ends when it holds this many bytes of text, or so many documents a thread.
const BATCH_BYTES: usize = 2 << 20;
const BATCH_EACH: usize = 64;

/// Analyses all documents of `input`: `map` turns each into what is wanted, on
/// any thread; `take` gets the results in the order of the input.
///
/// Only three batches of documents are held at a time, so memory does not grow
/// with their number.
///
/// # Errors
/// The first of `take`, or if the list of rejects cannot be written.
pub fn each<T: Send>(
    input: &Input,
    analyzer: &Analyzer,
    map: impl Fn(Analysis) -> T + Sync + Send,
    take: impl FnMut(T) -> anyhow::Result<()> + Send,
) -> anyhow::Result<Tally> {
    each_record(input, |record| map(analyzer.analyze(record)), take)
}

/// As [`each`], with documents as they were read: `map` may pass over the
/// analysis.
///
/// # Errors
/// As [`each`].
pub fn each_record<T: Send>(
    input: &Input,
    map: impl Fn(Record) -> T + Sync + Send,
    mut take: impl FnMut(T) -> anyhow::Result<()> + Send,
) -> anyhow::Result<Tally> {
    let workers = Workers::new(input.jobs.map(Into::into))?;
    let mut intake = Intake::new(input, BATCH_EACH * workers.count())?;
    let mut bar = Bar::new(intake.reader.meter(), cutline::input::size(&input.paths), input.quiet);
    let (mut read, mut defects) = (0, Vec::new());
    let count = |done: Result<T, InputError>| match done {
        Ok(done) => {
            read += 1;
            bar.show(read);
            take(done)
        }
        Err(defect) => {
            defects.push(defect);
            Ok(())
        }
    };
    workers.run(|| intake.batch(), |record| guarded(record, &map), count)?;
    defects.iter().for_each(|defect| intake.reject(defect));
    Ok(Tally { read, skipped: intake.finish()? })
}

/// The result for one record; a panic costs this record and not the others.
fn guarded<T>(record: Record, work: impl Fn(Record) -> T) -> Result<T, InputError> {
    let (path, line, id) = (record.path.clone(), record.line, Some(record.id.clone()));
    let fail = |kind| InputError { path, line, place: None, id, kind };
    catch_unwind(AssertUnwindSafe(|| work(record))).map_err(|panic| {
        let said = panic.downcast_ref::<String>().cloned();
        let said = said.or_else(|| panic.downcast_ref::<&str>().map(|&said| said.to_owned()));
        fail(InputErrorKind::Defect(said.unwrap_or_default()))
    })
}

/// All results at once.
///
/// # Errors
/// As [`each`].
pub fn all<T: Send>(
    input: &Input,
    analyzer: &Analyzer,
    map: impl Fn(Analysis) -> T + Sync + Send,
) -> anyhow::Result<(Vec<T>, Tally)> {
    let mut results = Vec::new();
    let tally = each(input, analyzer, map, |result| {
        results.push(result);
        Ok(())
    })?;
    Ok((results, tally))
}

/// The reader, with what it could not read said and listed.
struct Intake {
    reader: Reader,
    most: usize,
    rejects: Rejects,
    chorus: Chorus,
    /// A list of rejects that could not be written.
    failed: Option<anyhow::Error>,
}

impl Intake {
    fn new(input: &Input, most: usize) -> anyhow::Result<Intake> {
        let rejects = Rejects::new(input.rejects.as_deref())?;
        let reader = Reader::new(input.paths.iter(), input.options());
        Ok(Intake { reader, most, rejects, chorus: Chorus::default(), failed: None })
    }

    /// The next documents; none at the end.
    fn batch(&mut self) -> Vec<Record> {
        let (mut batch, mut bytes) = (Vec::new(), 0);
        while bytes < BATCH_BYTES && batch.len() < self.most && self.failed.is_none() {
            match self.reader.next() {
                None => break,
                Some(Err(error)) => self.reject(&error),
                Some(Ok(record)) => {
                    self.warn(&record);
                    bytes += record.text.len();
                    batch.push(record);
                }
            }
        }
        let notes = self.reader.take_notes();
        notes.iter().for_each(|note| self.note(note));
        batch
    }

    fn reject(&mut self, error: &InputError) {
        self.chorus.say("inputs that were skipped; --rejects FILE lists them all", &error.to_string());
        self.failed = self.rejects.add(error).err();
    }

    fn warn(&mut self, record: &Record) {
        let line = record.line.map(|line| format!(" line {line}:")).unwrap_or_default();
        for warning in &record.warnings {
            self.chorus.say(warning.code, &format!("{}:{line} warning: {}", record.path, warning.message));
        }
    }

    fn note(&mut self, note: &Note) {
        self.chorus.say("notes", &note.to_string());
    }

    /// How many inputs were skipped.
    fn finish(self) -> anyhow::Result<u64> {
        self.chorus.finish();
        match self.failed {
            Some(error) => Err(error),
            None => self.rejects.finish(),
        }
    }
}

/// The inputs that could not be read, counted and on wish listed in a file.
pub struct Rejects {
    list: Option<BufWriter<File>>,
    count: u64,
}

#[derive(Serialize)]
struct Reject<'a> {
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    reason: String,
}

impl Rejects {
    /// Opens the list, if there is to be one.
    ///
    /// # Errors
    /// If the file cannot be made.
    pub fn new(path: Option<&Path>) -> anyhow::Result<Rejects> {
        let open = |path: &Path| File::create(path).with_context(|| format!("{}: cannot be written", path.display()));
        Ok(Rejects { list: path.map(open).transpose()?.map(BufWriter::new), count: 0 })
    }

    /// Counts and lists one.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn add(&mut self, error: &InputError) -> anyhow::Result<()> {
        self.count += 1;
        let Some(list) = &mut self.list else { return Ok(()) };
        let reason = error.kind.to_string();
        let place = error.place.map(|place| place.to_string());
        let reject = Reject { path: &error.path, line: error.line, place, id: error.id.as_deref(), reason };
        write_line(list, &reject).context("the list of rejects cannot be written")
    }

    /// How many there were.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn finish(self) -> anyhow::Result<u64> {
        if let Some(mut list) = self.list {
            list.flush().context("the list of rejects cannot be written")?;
        }
        Ok(self.count)
    }
}

#[cfg(test)]
mod tests {
    use cutline::Record;

    use super::guarded;

    #[test]
    fn a_defect_costs_one_record_and_names_it() {
        let record =
            |text: &str| Record { id: text.into(), path: "a.jsonl".into(), line: Some(3), ..Record::default() };
        let work = |record: Record| if record.id == "bad" { panic!("no {}", record.id) } else { record.id };
        assert_eq!(guarded(record("good"), work).unwrap(), "good");
        let defect = guarded(record("bad"), work).unwrap_err();
        assert_eq!(defect.to_string(), "a.jsonl: line 3: made cutline fail, which is a defect of cutline: no bad");
        assert_eq!(defect.id.as_deref(), Some("bad"));
    }
}
