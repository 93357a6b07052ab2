//! Chores of this repository: `cargo xtask TASK`.
//!
//! It depends on none of the crates, so that it works when they do not
//! compile.

mod arrows;
mod bench;
mod man;
mod peers;
mod readers;
mod shell;
mod snapshots;
mod tables;
mod tidy;

use std::process::ExitCode;

use readers::Readers;
use shell::{Failure, cargo};

const USAGE: &str = "\
cargo xtask snapshots [--check]   write all snapshots anew, or refuse stale and unreferenced ones
cargo xtask tidy                  hold the tree to its own rules
cargo xtask tables [--check]      compile the word lists, or refuse stale ones
cargo xtask man                   write the manual pages into target/man
cargo xtask train --data DIR      train the weights anew
cargo xtask bench [--data DIR]    time each stage, and the peers that are installed
cargo xtask peers [--install]     open every export with spaCy, DuckDB, pyarrow, Datasette and others
cargo xtask datasette [--install] open an archive with Datasette";

/// Whether a task writes or only looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Writes what is stale anew.
    Write,
    /// Refuses what is stale.
    Check,
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(message)) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[&str]) -> Result<(), Failure> {
    match args {
        ["snapshots"] => snapshots::run(Mode::Write),
        ["snapshots", "--check"] => snapshots::run(Mode::Check),
        ["tidy"] => tidy::run(),
        ["tables"] => tables::run(Mode::Write),
        ["tables", "--check"] => tables::run(Mode::Check),
        ["man"] => man::run(),
        ["train", "--data", data, rest @ ..] => train(data, rest),
        ["bench"] => bench::run(None),
        ["bench", "--data", data] => bench::run(Some(data)),
        ["peers"] => readers::run(Readers::All, false),
        ["peers", "--install"] => readers::run(Readers::All, true),
        ["datasette"] => readers::run(Readers::Datasette, false),
        ["datasette", "--install"] => readers::run(Readers::Datasette, true),
        _ => Err(Failure(USAGE.into())),
    }
}

/// Names, then quotes: each `cutline-train` task, with whatever flags follow.
fn train(data: &str, rest: &[&str]) -> Result<(), Failure> {
    for task in ["names", "quotes"] {
        let args = ["run", "--release", "--package", "cutline-train", "--", task, "--data", data];
        cargo(&[&args, rest].concat()).run()?;
    }
    Ok(())
}
