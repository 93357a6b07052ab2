//! Word lists: people edit `crates/cutline-english/data/*.tsv`, a program of
//! that crate compiles them, both are checked in, and that crate's tests fail
//! when they part.

use crate::Mode;
use crate::shell::{Failure, cargo};

/// Compiles the lists anew, or refuses stale ones.
pub fn run(mode: Mode) -> Result<(), Failure> {
    let compile = ["run", "--quiet", "--package", "cutline-english", "--example", "compile_lists", "--"];
    let check: &[&str] = if mode == Mode::Check { &["--check"] } else { &[] };
    cargo(&[&compile, check].concat()).run()
}
