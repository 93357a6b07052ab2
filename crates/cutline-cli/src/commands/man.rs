use std::fs;

use anyhow::Context;
use clap::CommandFactory;

use crate::flags::{Flags, Man};
use crate::status::Tally;

/// Writes a page of the manual for the program and one for each command.
pub fn run(flags: &Man) -> anyhow::Result<Tally> {
    let folder = flags.folder.display();
    fs::create_dir_all(&flags.folder).with_context(|| format!("{folder}: cannot be made"))?;
    let pages = clap_mangen::generate_to(Flags::command(), &flags.folder);
    pages.with_context(|| format!("{folder}: cannot be written to"))?;
    Ok(Tally::DONE)
}
