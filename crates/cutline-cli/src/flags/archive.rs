//! Flags of the commands that keep and ask an archive, and that keep corrections.

use std::path::PathBuf;

use clap::Args;
use cutline::doc::Date;

use super::{Format, Input, Output, View};

/// Flags of `archive`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cutline archive news.db news            analyses what is new or changed
  cutline archive news.db news --prune    and takes out what is gone
  cutline archive news.db news --datasette && datasette news.db -m news.metadata.json")]
pub struct Archive {
    /// The SQLite file; it is made if it is not there
    #[arg(value_name = "DB")]
    pub db: PathBuf,
    #[command(flatten)]
    pub input: Input,
    /// Take out documents that are not among the paths any more
    #[arg(long)]
    pub prune: bool,
    /// Analyse all documents again, changed or not
    #[arg(long)]
    pub again: bool,
    /// Write DB's metadata.json for Datasette beside it
    #[arg(long)]
    pub datasette: bool,
}

/// Flags of `search`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cutline search news.db 'peace talks'
  cutline search news.db '\"peace talks\" NOT ceasefire' --speaker Rubio --since 2025-04
  cutline search news.db bridge --captions --agency Reuters --format jsonl")]
pub struct Search {
    /// An archive
    #[arg(value_name = "DB")]
    pub db: PathBuf,
    /// Words, \"phrases\", AND, OR, NOT, prefix*
    #[arg(value_name = "QUERY")]
    pub words: String,
    #[command(flatten)]
    pub output: Output,
    /// How it is shown
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    pub format: Format,
    /// Look in captions instead of texts
    #[arg(long)]
    pub captions: bool,
    /// Only documents that quote people of this name or part of one
    #[arg(long, value_name = "NAME")]
    pub speaker: Option<String>,
    /// Only documents that name people or things of this name or part of one
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    /// Only documents from, or with pictures credited to, this agency
    #[arg(long, value_name = "NAME")]
    pub agency: Option<String>,
    /// Only documents of this day or later: YYYY, YYYY-MM or YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub since: Option<String>,
    /// Only documents of this day or earlier
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub until: Option<String>,
    /// So many hits at most
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub limit: usize,
}

/// Flags of `corrections`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cutline corrections news --corrections corrections.toml --check")]
pub struct Corrections {
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub output: Output,
    /// How it is shown
    #[arg(long, value_enum, default_value_t = View::Terminal)]
    pub format: View,
    /// Show only those that fit nothing any more, and fail if there are any
    #[arg(long)]
    pub check: bool,
}

/// A day, month or year as ISO 8601 writes it.
fn day(text: &str) -> Result<String, String> {
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    let sound = whole.len() == 10 && whole.parse::<Date>().is_ok();
    if sound { Ok(text.to_owned()) } else { Err("not YYYY, YYYY-MM or YYYY-MM-DD".into()) }
}
