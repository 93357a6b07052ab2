//! The program `cutline`, as `crates/cutline-cli` builds it.

use std::process::ExitCode;

fn main() -> ExitCode {
    cutline_cli::main()
}
