use std::io::Write;

use clap::CommandFactory;

use crate::flags::{Completions, Flags};
use crate::out::Out;
use crate::status::Tally;

pub fn run(flags: &Completions) -> anyhow::Result<Tally> {
    let mut out = Out::open(flags.output.file.as_deref())?;
    // Into memory first: the generator gives up with a panic on a closed pipe.
    let mut script = Vec::new();
    clap_complete::generate(flags.shell, &mut Flags::command(), "cutline", &mut script);
    out.write_all(&script)?;
    out.finish()?;
    Ok(Tally::DONE)
}
