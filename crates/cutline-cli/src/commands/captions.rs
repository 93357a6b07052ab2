use cutline_report::view::captions;

use super::analyzer;
use crate::corpus::Gathered;
use crate::flags::{Captions, Format};
use crate::out::Out;
use crate::status::Tally;

pub fn run(flags: &Captions) -> anyhow::Result<Tally> {
    let mut out = Out::open(flags.output.file.as_deref())?;
    let (gathered, tally) = Gathered::read(&flags.input, &analyzer(&flags.input, 0.0)?)?;
    let gathered = gathered.with_groups();
    match flags.format {
        Format::Jsonl => captions::jsonl(&gathered.corpus(), &mut out)?,
        format => out.show(&captions::page(&gathered.corpus()), format.view())?,
    }
    out.finish()?;
    Ok(tally)
}
