use std::path::Path;

use anyhow::Context;
use cutline::entities::Overrides;
use cutline_report::Limits;
use cutline_report::view::entities;

use super::analyzer;
use crate::corpus::Gathered;
use crate::flags::{Entities, Format};
use crate::out::Out;
use crate::status::Tally;

pub fn run(flags: &Entities) -> anyhow::Result<Tally> {
    let overrides = flags.aliases.as_deref().map(overrides).transpose()?.unwrap_or_default();
    let mut out = Out::open(flags.output.file.as_deref())?;
    let (gathered, tally) = Gathered::read(&flags.input, &analyzer(&flags.input, flags.min_score)?)?;
    let gathered = gathered.with_entities(&overrides);
    let corpus = gathered.corpus();
    match flags.format {
        Format::Jsonl => entities::jsonl(&corpus, &mut out)?,
        format if flags.check => out.show(&entities::doubtful(&corpus), format.view())?,
        format => out.show(&entities::page(&corpus, Limits { rows: usize::MAX }), format.view())?,
    }
    out.finish()?;
    Ok(tally)
}

/// The names that an editor has decided about.
fn overrides(path: &Path) -> anyhow::Result<Overrides> {
    let text = std::fs::read_to_string(path).with_context(|| format!("{}: cannot be read", path.display()))?;
    crate::aliases::parse(&text).with_context(|| format!("{}: is not what --aliases takes", path.display()))
}
