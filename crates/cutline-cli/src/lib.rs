//! The command line: flags in, the library's answers out.
//!
//! It reads flags, hands documents to the threads, writes what comes back in
//! the order of the input, and turns the outcome into an exit status. It knows
//! no rule about text. Each command is a file of its own in `commands`; all
//! flags are in `flags`.

mod aliases;
mod archived;
mod batch;
mod commands;
mod corpus;
mod documents;
mod flags;
mod list;
mod messages;
mod out;
mod progress;
mod records;
mod repeats;
mod status;
mod whole;

use std::io;
use std::process::ExitCode;

use clap::Parser;

use flags::Flags;

/// Runs the program with the arguments and streams of this process.
pub fn main() -> ExitCode {
    // A panic is caught where documents are analysed; here it only gets its place named, in one safe line.
    std::panic::set_hook(Box::new(|panic| messages::say(&panic.to_string())));
    let flags = match Flags::try_parse() {
        Ok(flags) => flags,
        Err(error) => return messages::usage(&error),
    };
    match commands::run(flags.command) {
        Ok(tally) => tally.exit(),
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            messages::fail(&error);
            status::FAILED.into()
        }
    }
}

/// Whether the reader of our output has gone, as `head` does.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let kind = error.chain().find_map(|cause| cause.downcast_ref::<io::Error>()).map(io::Error::kind);
    kind == Some(io::ErrorKind::BrokenPipe)
}
