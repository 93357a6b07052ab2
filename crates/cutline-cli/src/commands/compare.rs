//! What changed between two runs: record by record, and of each record field
//! by field.

mod change;
mod records;
mod summary;

use std::io::Write;

use change::{Change, changes};
use cutline_report::write_line;
use records::{New, Old, Record};
use serde::Serialize;
use summary::Summary;

use crate::flags::{Compare, Format};
use crate::out::Out;
use crate::status::Tally;

pub fn run(flags: &Compare) -> anyhow::Result<Tally> {
    let mut out = Out::open(flags.output.file.as_deref())?;
    let lines = (flags.format == Format::Jsonl).then_some(&mut out as &mut dyn Write);
    let (summary, tally) = compare(flags, lines)?;
    if flags.format != Format::Jsonl {
        out.show(&summary.page(), flags.format.view())?;
    }
    out.finish()?;
    Ok(tally)
}

/// One line of the result: a record that is not as it was.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    change: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    fields: Option<&'a [Change]>,
}

/// Goes through the newer records in their order, and looks up the older one
/// of each; then come those that are gone. One pair of records is in memory.
fn compare(flags: &Compare, mut lines: Option<&mut dyn Write>) -> anyhow::Result<(Summary, Tally)> {
    let mut old = Old::open(&flags.before)?;
    let mut new = New::open(&flags.after)?;
    let mut summary = Summary::default();
    let mut tell = |line: Line<'_>| lines.as_mut().map_or(Ok(()), |out| write_line(out, &line));
    while let Some(Record { id, value }) = new.next()? {
        let Some(before) = old.take(&id)? else {
            summary.added(&id);
            tell(Line { id: &id, change: "added", fields: None })?;
            continue;
        };
        summary.versions(&before, &value);
        let found = changes(&before, &value);
        if !found.is_empty() {
            tell(Line { id: &id, change: "changed", fields: Some(&found) })?;
        }
        summary.compared(&id, found, [&before, &value]);
    }
    for id in old.left() {
        summary.removed(id);
        tell(Line { id, change: "removed", fields: None })?;
    }
    let tally = Tally { read: old.read() + new.read(), skipped: old.skipped() + new.skipped() };
    Ok((summary, tally))
}
