//! Flags of the commands about the program itself, and of `compare`.

use std::path::PathBuf;

use clap::Args;
use clap_complete::Shell;

use super::{Format, Output, View};

/// Flags of `compare`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cutline compare monday.jsonl tuesday.jsonl
  cutline compare old.jsonl new.jsonl --format jsonl -o changes.jsonl")]
pub struct Compare {
    /// The older records: JSON lines as extract, captions, entities or stories write them
    #[arg(value_name = "OLD")]
    pub before: PathBuf,
    /// The newer records; - is standard input
    #[arg(value_name = "NEW")]
    pub after: PathBuf,
    #[command(flatten)]
    pub output: Output,
    /// How it is shown
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    pub format: Format,
}

/// Flags of `doctor`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cutline doctor --format markdown -o built-in.md")]
pub struct Doctor {
    #[command(flatten)]
    pub output: Output,
    /// How it is shown
    #[arg(long, value_enum, default_value_t = View::Terminal)]
    pub format: View,
}

/// Flags of `completions`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cutline completions bash -o ~/.local/share/bash-completion/completions/cutline")]
pub struct Completions {
    /// Whose completions
    #[arg(value_enum)]
    pub shell: Shell,
    #[command(flatten)]
    pub output: Output,
}

/// Flags of `man`, which `cargo xtask man` calls.
#[derive(Debug, Args)]
pub struct Man {
    /// Where the pages go
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
}
