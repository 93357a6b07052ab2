mod clusters;
mod pairs;

use std::path::PathBuf;
use std::process;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::flags::{Dedup, ListFormat, Unit};
use crate::list::List;
use crate::out::Out;
use crate::status::Tally;

pub fn run(flags: &Dedup) -> anyhow::Result<Tally> {
    let mut out = Out::open(flags.output.file.as_deref())?;
    let list = List {
        path: &flags.list,
        document: flags.doc_field.as_deref(),
        jobs: flags.jobs,
        rejects: flags.rejects.as_deref(),
    };
    let tally = match flags.format {
        ListFormat::Pairs => pairs::run(flags, &list, &mut out)?,
        _ => clusters::run(flags, &list, &mut out)?,
    };
    out.finish()?;
    Ok(tally)
}

/// A folder that nobody has, for what exceeds the memory.
fn scratch() -> PathBuf {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    std::env::temp_dir().join(format!("cutline-{}-{}", process::id(), now.as_nanos()))
}

/// Words in a shingle.
fn shingle(unit: Unit) -> usize {
    match unit {
        Unit::Story => 5,
        Unit::Caption | Unit::String => 3,
    }
}
