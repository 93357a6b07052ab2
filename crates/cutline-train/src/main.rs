//! Trains the weights that `cutline-english` ships.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use cutline_train::{names, quotes};

const USAGE: &str = "\
cutline-train names --data DIR [--out DIR] [--without SOURCE]   the tagger of names; prints dev scores
cutline-train check --data DIR                                  the tagger on articles kept back, and its calibration
cutline-train quotes --data DIR [--out DIR]                     the quoter
cutline-train clusters LIST OUT                                 the table of word clusters";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[String]) -> Result<(), Box<dyn Error>> {
    let value = |flag: &str| args.iter().position(|arg| arg == flag).and_then(|at| args.get(at + 1));
    let out = value("--out").map_or_else(|| PathBuf::from(MODELS), PathBuf::from);
    let data = || value("--data").map(Path::new).ok_or("which folder of corpora? --data DIR");
    match args.first().map(String::as_str) {
        Some("names") => names::run(data()?, &out, value("--without").map(String::as_str)),
        Some("check") => names::run_check(data()?),
        Some("quotes") => quotes::run(data()?, &out),
        Some("clusters") => names::run_clusters(args.get(1).ok_or(USAGE)?, args.get(2).ok_or(USAGE)?),
        _ => Err(USAGE.into()),
    }
}

const MODELS: &str = "crates/cutline-english/models";
