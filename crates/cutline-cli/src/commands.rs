//! One module a command.

mod archive;
mod captions;
mod compare;
mod completions;
mod corrections;
mod dedup;
mod diff;
mod doctor;
mod entities;
mod explain;
mod export;
mod extract;
mod graph;
mod man;
mod quotes;
mod report;
mod schema;
mod search;
mod stories;
mod timeline;

use cutline::{Analyzer, Options};

use crate::flags::{Command, Input};
use crate::status::Tally;

/// Runs one command.
///
/// # Errors
/// Whatever keeps it from doing its work. Inputs that are skipped do not.
pub fn run(command: Command) -> anyhow::Result<Tally> {
    match command {
        Command::Report(flags) => report::run(&flags),
        Command::Extract(flags) => extract::run(&flags),
        Command::Captions(flags) => captions::run(&flags),
        Command::Explain(flags) => explain::run(&flags),
        Command::Entities(flags) => entities::run(&flags),
        Command::Quotes(flags) => quotes::run(&flags),
        Command::Timeline(flags) => timeline::run(&flags),
        Command::Stories(flags) => stories::run(&flags),
        Command::Diff(flags) => diff::run(&flags),
        Command::Dedup(flags) => dedup::run(&flags),
        Command::Compare(flags) => compare::run(&flags),
        Command::Export(flags) => export::run(&flags),
        Command::Graph(flags) => graph::run(&flags),
        Command::Corrections(flags) => corrections::run(&flags),
        Command::Archive(flags) => archive::run(&flags),
        Command::Search(flags) => search::run(&flags),
        Command::Schema(flags) => schema::run(&flags),
        Command::Doctor(flags) => doctor::run(&flags),
        Command::Completions(flags) => completions::run(&flags),
        Command::Man(flags) => man::run(&flags),
    }
}

/// What the flags that all commands share say of the analysis.
///
/// # Errors
/// If the corrections cannot be read.
fn analyzer(input: &Input, min_score: f32) -> anyhow::Result<Analyzer> {
    let corrections = input.corrections.as_deref().map(corrections::read).transpose()?.unwrap_or_default();
    Ok(Analyzer::new(Options { default_date: input.default_date, min_score, corrections }))
}
