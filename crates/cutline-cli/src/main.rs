//! The program `cutline`.

use std::process::ExitCode;

fn main() -> ExitCode {
    cutline_cli::main()
}
