use std::path::Path;

use anyhow::Context;
use cutline::dedup::{Change, diff};
use cutline::doc::Span;
use cutline::input::{Options, Reader};
use cutline_report::{Column, Page, Style, Table, Text};

use crate::flags::Diff;
use crate::out::Out;
use crate::status::Tally;

pub fn run(flags: &Diff) -> anyhow::Result<Tally> {
    let mut out = Out::open(flags.output.file.as_deref())?;
    let (old, new) = (text(&flags.before)?, text(&flags.after)?);
    out.show(&page(&old, &new), flags.format)?;
    out.finish()?;
    Ok(Tally::DONE)
}

/// The text of the one document that a file holds.
fn text(path: &Path) -> anyhow::Result<String> {
    let mut reader = Reader::new([path], Options::default());
    let record = reader.next().with_context(|| format!("{}: holds no document", path.display()))??;
    anyhow::ensure!(reader.next().is_none(), "{}: holds more than one document", path.display());
    Ok(record.text)
}

/// The new version sentence by sentence, with what became of the old one.
fn page(old: &str, new: &str) -> Page {
    let mut table = Table::new([Column::keep(""), Column::wrap("", 30)]);
    let mut counts = [0_usize; 5];
    for change in diff(old, new) {
        let mut row = |kind: usize, style: Style, text: &str, span: Span| {
            counts[kind] += 1;
            table.row([Text::styled(style, SIGNS[kind]), Text::styled(style, &text[span])]);
        };
        match change {
            Change::Same(_, span) => row(SAME, Style::Faint, new, span),
            Change::Moved(_, span) => row(MOVED, Style::Plain, new, span),
            Change::Removed(span) => row(REMOVED, Style::Doubt, old, span),
            Change::Added(span) => row(ADDED, Style::Strong, new, span),
            Change::Edited(before, after) => {
                row(EDITED, Style::Strong, new, after);
                table.row([Text::faint("was"), Text::styled(Style::Doubt, &old[before])]);
            }
        }
    }
    let mut page = Page::default();
    let told = counts.iter().zip(SIGNS).filter(|(count, _)| **count > 0);
    let note: Vec<String> = told.map(|(count, sign)| format!("{count} {sign}")).collect();
    page.heading(1, "Sentences", note.join(" · "));
    page.table(table);
    page
}

const SAME: usize = 0;
const MOVED: usize = 1;
const EDITED: usize = 2;
const REMOVED: usize = 3;
const ADDED: usize = 4;
const SIGNS: [&str; 5] = ["same", "moved", "edited", "removed", "added"];
