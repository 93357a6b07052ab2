//! One module a command.

mod extract;
mod schema;

use crate::flags::Command;
use crate::status::Tally;

/// Runs one command.
///
/// # Errors
/// Whatever keeps it from doing its work. Inputs that are skipped do not.
pub fn run(command: Command) -> anyhow::Result<Tally> {
    match command {
        Command::Extract(flags) => extract::run(&flags),
        Command::Schema(flags) => schema::run(&flags),
        _ => anyhow::bail!("not there yet"),
    }
}
