use cutline::entities::Overrides;
use cutline_report::Limits;

use super::analyzer;
use crate::corpus::Gathered;
use crate::flags::Report;
use crate::out::Out;
use crate::status::Tally;

pub fn run(flags: &Report) -> anyhow::Result<Tally> {
    let mut out = Out::open(flags.output.file.as_deref())?;
    let (gathered, tally) = Gathered::read_whole(&flags.input, &analyzer(&flags.input, 0.0))?;
    let gathered = gathered.with_groups().with_stories().with_entities(&Overrides::default());
    out.show(&cutline_report::report(&gathered.corpus(), Limits::default()), flags.format)?;
    out.finish()?;
    Ok(tally)
}
