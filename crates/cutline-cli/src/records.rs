//! Records that `extract` wrote, read back.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use cutline::Analysis;
use cutline::input::{InputError, InputErrorKind};
use cutline_report::Record;

use crate::documents::Rejects;
use crate::flags::Input;
use crate::messages::Chorus;
use crate::status::Tally;

/// Hands over each record of the files of `input`, in order. A line that is no
/// record is named and passed over.
///
/// # Errors
/// If the list of rejects cannot be written.
pub fn each(input: &Input, mut take: impl FnMut(Analysis)) -> anyhow::Result<Tally> {
    let (mut rejects, mut chorus) = (Rejects::new(input.rejects.as_deref())?, Chorus::default());
    let mut read = 0;
    for path in &input.paths {
        let name = path.to_string_lossy().replace('\\', "/");
        of_file(path, |line, result| match result {
            Ok(analysis) => {
                read += 1;
                take(analysis);
                Ok(())
            }
            Err(kind) => {
                let error = InputError { path: name.clone(), line, place: None, id: None, kind };
                chorus.say("lines that were skipped; --rejects FILE lists them all", &error.to_string());
                rejects.add(&error)
            }
        })?;
    }
    chorus.finish();
    Ok(Tally { read, skipped: rejects.finish()? })
}

/// A line that is longer is no record of a text that can be read.
const LONGEST: u64 = 1 << 30;

fn of_file(
    path: &Path,
    mut take: impl FnMut(Option<u64>, Result<Analysis, InputErrorKind>) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let mut stream = match open(path) {
        Ok(stream) => stream,
        Err(error) => return take(None, Err(InputErrorKind::Io(error))),
    };
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        match stream.by_ref().take(LONGEST).read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(n) if n as u64 == LONGEST => return take(Some(number), Err(InputErrorKind::TooLong(LONGEST))),
            Ok(_) if line.trim_ascii().is_empty() => {}
            Ok(_) => take(Some(number), analysis(&line).map_err(InputErrorKind::Record))?,
            Err(error) => return take(Some(number), Err(InputErrorKind::Io(error))),
        }
    }
    Ok(())
}

fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
    if path.as_os_str() == "-" {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    Ok(Box::new(BufReader::with_capacity(256 << 10, File::open(path)?)))
}

fn analysis(line: &[u8]) -> Result<Analysis, String> {
    let record: Record<'_> = serde_json::from_slice(line).map_err(|error| error.to_string())?;
    record.analysis().map_err(|error| error.to_string())
}
