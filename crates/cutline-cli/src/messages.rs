//! What is said on standard error.
//!
//! Everything goes through [`say`], which lets no control character through:
//! names of files and words of documents are not ours.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::process::ExitCode;

use cutline_report::visible;

use crate::{progress, status};

/// Says one line, as `cutline: …`.
pub fn say(line: &str) {
    progress::clear();
    // A closed standard error must not stop the work.
    let _ = writeln!(io::stderr(), "cutline: {}", visible(line));
}

/// Says what may help.
pub fn hint(line: &str) {
    let _ = writeln!(io::stderr(), "  {}", visible(line));
}

/// Says why the program gives up, and what may help.
pub fn fail(error: &anyhow::Error) {
    let causes: Vec<String> = error.chain().map(ToString::to_string).collect();
    say(&causes.join(": "));
    let cause = error.chain().find_map(|cause| cause.downcast_ref::<io::Error>()).map(io::Error::kind);
    match cause {
        Some(io::ErrorKind::NotFound) => hint("does the folder exist that the path leads through?"),
        Some(io::ErrorKind::PermissionDenied) => hint("may you read and write there?"),
        Some(io::ErrorKind::StorageFull) => hint("what was written so far is incomplete"),
        _ => {}
    }
}

/// Shows help, the version, or what is wrong with the command line.
pub fn usage(error: &clap::Error) -> ExitCode {
    let text = error.render().to_string();
    if !error.use_stderr() {
        let _ = write!(io::stdout(), "{text}");
        return ExitCode::SUCCESS;
    }
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        let _ = writeln!(io::stderr(), "{}{}", &line[..indent], visible(line.trim_start()));
    }
    status::USAGE.into()
}

/// Says each kind of thing only so often; the rest is counted.
#[derive(Default)]
pub struct Chorus {
    said: BTreeMap<&'static str, u64>,
}

/// How many messages of one kind are said.
const MOST: u64 = 20;

impl Chorus {
    /// Says `line` unless enough of its kind were said.
    pub fn say(&mut self, kind: &'static str, line: &str) {
        let said = self.said.entry(kind).or_default();
        *said += 1;
        if *said <= MOST {
            say(line);
        }
    }

    /// Says how many were not said.
    pub fn finish(self) {
        for (kind, said) in self.said {
            if said > MOST {
                say(&format!("{} more messages of this kind: {kind}", said - MOST));
            }
        }
    }
}
