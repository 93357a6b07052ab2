use cutline_report::view::timeline;

use super::analyzer;
use crate::corpus::Gathered;
use crate::flags::{Format, Timeline};
use crate::out::Out;
use crate::status::Tally;

pub fn run(flags: &Timeline) -> anyhow::Result<Tally> {
    let mut out = Out::open(flags.output.file.as_deref())?;
    let (gathered, tally) = Gathered::read(&flags.input, &analyzer(&flags.input, 0.0)?)?;
    match flags.format {
        Format::Jsonl => timeline::jsonl(&gathered.corpus(), &mut out)?,
        format => out.show(&timeline::page(&gathered.corpus()), format.view())?,
    }
    out.finish()?;
    Ok(tally)
}
