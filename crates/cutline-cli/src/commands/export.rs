use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use cutline::Analysis;
use cutline_report::export::tables::{self, CsvFolder, Dialect};
use cutline_report::export::{Form, Piece, stem};

use super::analyzer;
use crate::archived;
use crate::flags::{Export, ExportFormat};
use crate::out::Out;
use crate::status::Tally;
use crate::whole::Whole;

pub fn run(flags: &Export) -> anyhow::Result<Tally> {
    match flags.format {
        ExportFormat::Csv => csv(flags),
        #[cfg(feature = "parquet")]
        ExportFormat::Parquet => parquet(flags),
        ExportFormat::Documents(form) => documents(flags, form),
        ExportFormat::Rows => rows(flags),
    }
}

fn rows(flags: &Export) -> anyhow::Result<Tally> {
    let path = archived::only(&flags.input).context("--format rows is for an archive")?;
    let mut out = Out::open(flags.output.as_deref())?;
    let archive = archived::open(path)?;
    archive.dump(&mut out).with_context(|| path.display().to_string())?;
    out.finish()?;
    Ok(Tally { read: archive.count()?, skipped: 0 })
}

fn csv(flags: &Export) -> anyhow::Result<Tally> {
    let folder = folder(flags)?;
    let dialect = if flags.excel { Dialect::Excel } else { Dialect::Plain };
    let unwritten = || format!("{}: cannot be written", folder.display());
    let mut sink = CsvFolder::create(folder, dialect).with_context(unwritten)?;
    let (whole, tally) = Whole::read(&flags.input, &analyzer(&flags.input, 0.0)?)?;
    tables::write(&whole.linked(), &mut sink).with_context(unwritten)?;
    sink.finish().with_context(unwritten)?;
    Ok(tally)
}

#[cfg(feature = "parquet")]
fn parquet(flags: &Export) -> anyhow::Result<Tally> {
    let folder = folder(flags)?;
    let unwritten = || format!("{}: cannot be written", folder.display());
    let mut sink = tables::ParquetFolder::create(folder).with_context(unwritten)?;
    let (whole, tally) = Whole::read(&flags.input, &analyzer(&flags.input, 0.0)?)?;
    tables::write(&whole.linked(), &mut sink).with_context(unwritten)?;
    sink.finish().with_context(unwritten)?;
    Ok(tally)
}

fn folder(flags: &Export) -> anyhow::Result<&Path> {
    let folder = flags.output.as_deref().filter(|path| path.as_os_str() != "-");
    folder.context("this format is several files; -o FOLDER says where to")
}

/// One document at a time, so that memory does not grow with their number.
fn documents(flags: &Export, form: Form) -> anyhow::Result<Tally> {
    let pieces = |analysis: Analysis| (form.pieces(&analysis), analysis.id);
    let mut target = Target::open(flags, form)?;
    let tally =
        archived::each(&flags.input, &analyzer(&flags.input, 0.0)?, pieces, |(pieces, id)| target.write(&id, &pieces))?;
    target.finish()?;
    Ok(tally)
}

/// Where documents go.
enum Target {
    /// All into one file, a line each.
    Lines(Out),
    /// Each into a file of its own, or two.
    Folder { path: PathBuf, written: usize },
}

impl Target {
    fn open(flags: &Export, form: Form) -> anyhow::Result<Target> {
        if flags.excel {
            bail!("--excel is for --format csv");
        }
        if form.is_lines() && !flags.output.as_deref().is_some_and(is_folder) {
            return Ok(Target::Lines(Out::open(flags.output.as_deref())?));
        }
        let path = folder(flags)?;
        let unwritten = || format!("{}: cannot be written", path.display());
        fs::create_dir_all(path).with_context(unwritten)?;
        if let Some((name, content)) = form.companion() {
            fs::write(path.join(name), content).with_context(unwritten)?;
        }
        Ok(Target::Folder { path: path.to_owned(), written: 0 })
    }

    fn write(&mut self, id: &str, pieces: &[Piece]) -> anyhow::Result<()> {
        match self {
            Target::Lines(out) => pieces.iter().try_for_each(|piece| Ok(out.write_all(piece.content.as_bytes())?)),
            Target::Folder { path, written } => {
                *written += 1;
                let stem = stem(*written, id);
                pieces.iter().try_for_each(|piece| {
                    let file = path.join(format!("{stem}.{}", piece.extension));
                    fs::write(&file, &piece.content).with_context(|| format!("{}: cannot be written", file.display()))
                })
            }
        }
    }

    fn finish(self) -> anyhow::Result<()> {
        if let Target::Lines(out) = self { out.finish() } else { Ok(()) }
    }
}

/// Whether the path is that of a folder, there or to be made.
fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR])
}
