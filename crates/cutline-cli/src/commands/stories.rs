use cutline_report::OffsetUnit;
use cutline_report::view::stories;

use super::analyzer;
use crate::corpus::Gathered;
use crate::flags::{Format, Stories};
use crate::out::Out;
use crate::status::Tally;

pub fn run(flags: &Stories) -> anyhow::Result<Tally> {
    let mut out = Out::open(flags.output.file.as_deref())?;
    let (gathered, tally) = Gathered::read_whole(&flags.input, &analyzer(&flags.input, 0.0)?)?;
    let gathered = gathered.with_stories();
    let (corpus, texts) = (gathered.corpus(), gathered.texts());
    match flags.format {
        Format::Jsonl => stories::jsonl(&corpus, &texts, OffsetUnit::default(), &mut out)?,
        format => out.show(&stories::page(&corpus, &texts), format.view())?,
    }
    out.finish()?;
    Ok(tally)
}
