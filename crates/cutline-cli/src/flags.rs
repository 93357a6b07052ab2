//! Every flag of every command.

mod archive;
mod export;
mod habits;

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use cutline::doc::Date;
use cutline::input::{Options, Preset};
use cutline_report::OffsetUnit;

pub use archive::{Archive, Corrections, Search};
pub use export::{Export, ExportFormat, Graph, GraphFormat};
pub use habits::{Compare, Completions, Doctor, Man};

/// News articles in; captions, credits, names, dates, quotations and repeats out.
#[derive(Debug, Parser)]
#[command(name = "cutline", version, max_term_width = 100, after_help = EXAMPLES)]
pub struct Flags {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  cutline report seeds                    what is in a folder of articles
  cutline extract news.jsonl -o out.jsonl everything, one JSON line a document
  cutline captions seeds --format jsonl   captions with credits, repeats grouped

Exit status: 0 done, 1 failed, 2 wrong usage, 3 done with some inputs skipped";

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Report for people: documents, names, captions, credits, repeats
    Report(Report),
    /// Everything about every document, for programs: one JSON line each
    Extract(Extract),
    /// Captions with their credits, repeats grouped
    Captions(Captions),
    /// One document block by block, with the rule that decided
    Explain(Explain),
    /// People, organisations and places over all documents
    Entities(Entities),
    /// Who said what
    Quotes(Quotes),
    /// What happened when
    Timeline(Timeline),
    /// Documents that repeat each other, whole or in part
    Stories(Stories),
    /// Two versions of a story, sentence by sentence
    Diff(Diff),
    /// Near-duplicates in any JSONL list of texts
    Dedup(Dedup),
    /// What changed between two runs, field by field
    Compare(Compare),
    /// Everything in the form that another program reads
    Export(Export),
    /// Who is named, quoted or pictured with whom, as a network
    Graph(Graph),
    /// Which corrections by hand fit the documents
    Corrections(Corrections),
    /// Keep an SQLite archive up to date with documents
    Archive(Archive),
    /// Look words up in an archive
    Search(Search),
    /// The JSON Schema of `extract`'s records
    Schema(Schema),
    /// What is built in: formats, models, lists with their sources
    Doctor(Doctor),
    /// Completions for a shell
    Completions(Completions),
    /// Manual pages
    #[command(hide = true)]
    Man(Man),
}

/// What is read, and how.
#[derive(Debug, Args)]
pub struct Input {
    /// Files and folders; - is standard input
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    /// Threads; the output does not depend on it [default: one a processor]
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// Publication day of documents that do not tell theirs, as YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub default_date: Option<Date>,
    /// List skipped inputs in FILE, one JSON line each
    #[arg(long, value_name = "FILE")]
    pub rejects: Option<PathBuf>,
    /// What an editor has decided about captions and speakers, as TOML
    #[arg(long, value_name = "FILE")]
    pub corrections: Option<PathBuf>,
    /// Show no progress
    #[arg(short, long)]
    pub quiet: bool,
    /// The field or column that holds the id [default: id]
    #[arg(long, value_name = "NAME", help_heading = FIELDS)]
    pub id_field: Option<String>,
    /// The one that holds the text [default: text]
    #[arg(long, value_name = "NAME", help_heading = FIELDS)]
    pub text_field: Option<String>,
    /// One that holds a page's mark-up, read instead of the text
    #[arg(long, value_name = "NAME", help_heading = FIELDS)]
    pub html_field: Option<String>,
    /// The one with the date [default: published, else date, else dct]
    #[arg(long, value_name = "NAME", help_heading = FIELDS)]
    pub date_field: Option<String>,
    /// The fields of a well-known collection: fineweb, c4, cc-news
    #[arg(long, value_name = "NAME", help_heading = FIELDS, value_parser = preset(), hide_possible_values = true)]
    pub preset: Option<Preset>,
}

const FIELDS: &str = "JSON lines and tables";

impl Input {
    /// How to read.
    pub fn options(&self) -> Options {
        let mut fields = self.preset.map(Preset::fields).unwrap_or_default();
        fields.id = self.id_field.clone().unwrap_or(fields.id);
        fields.text = self.text_field.clone().unwrap_or(fields.text);
        fields.html = self.html_field.clone();
        if let Some(date) = &self.date_field {
            fields.dates = vec![date.clone()];
        }
        Options { fields, ..Options::default() }
    }
}

/// Where the result goes.
#[derive(Debug, Args)]
pub struct Output {
    /// Write to FILE instead of standard output
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    pub file: Option<PathBuf>,
}

/// Formats for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum View {
    // For the screen.
    Terminal,
    // For a page.
    Markdown,
}

/// Formats for people and programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    // For the screen.
    Terminal,
    // For a page.
    Markdown,
    // For programs.
    Jsonl,
}

impl Format {
    /// As a view; JSONL is none, and shown as on a screen.
    pub fn view(self) -> View {
        if self == Format::Markdown { View::Markdown } else { View::Terminal }
    }
}

/// Formats of `report`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    // For the screen.
    Terminal,
    // For a page.
    Markdown,
    // For a browser: one file, or a folder for more than 1,000 documents.
    Html,
}

/// Flags of `report`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cutline report seeds --format html -o report.html    one file that opens in a browser
  cutline extract news.jsonl -o records.jsonl
  cutline report --from records.jsonl --format html -o report.html")]
pub struct Report {
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub output: Output,
    /// How it is shown
    #[arg(long, value_enum, default_value_t = ReportFormat::Terminal)]
    pub format: ReportFormat,
    /// Read PATHs as records that `extract` wrote
    #[arg(long)]
    pub from: bool,
    /// What the page is called
    #[arg(long, value_name = "TITLE", default_value = "News report", hide_default_value = true)]
    pub title: String,
}

/// Flags of `extract`.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  cutline extract news.jsonl --min-score 0.9 --rejects skipped.jsonl -o records.jsonl"
)]
pub struct Extract {
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub output: Output,
    /// What is written: jsonl
    #[arg(long, value_name = "FORMAT", default_value = "jsonl", value_parser = ["jsonl"], hide = true)]
    pub format: String,
    /// What offsets count
    #[arg(long, value_name = "UNIT", default_value = "codepoint", value_parser = unit())]
    pub offset_unit: OffsetUnit,
    /// Leave the text out
    #[arg(long)]
    pub no_text: bool,
    /// Say which captions are one photo; all documents are held in memory
    #[arg(long)]
    pub clusters: bool,
    /// Leave out names that are less likely than this, 0 to 1
    #[arg(long, value_name = "SCORE", default_value_t = 0.0, value_parser = share, hide_default_value = true)]
    pub min_score: f32,
}

/// Flags of `captions`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cutline captions seeds --format jsonl -o captions.jsonl")]
pub struct Captions {
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub output: Output,
    /// How it is shown
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    pub format: Format,
}

/// Flags of `explain`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  cutline explain article.txt\n  cutline explain news.jsonl --id 4711")]
pub struct Explain {
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub output: Output,
    /// The document to explain; the first if none is named
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// How it is shown
    #[arg(long, value_enum, default_value_t = View::Terminal)]
    pub format: View,
}

/// Flags of `entities`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cutline entities news --aliases aliases.toml --format jsonl")]
pub struct Entities {
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub output: Output,
    /// How it is shown
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    pub format: Format,
    /// Leave out names that are less likely than this, 0 to 1
    #[arg(long, value_name = "SCORE", default_value_t = 0.0, value_parser = share, hide_default_value = true)]
    pub min_score: f32,
    /// Names to merge, split, drop and rename, as TOML
    #[arg(long, value_name = "FILE")]
    pub aliases: Option<PathBuf>,
    /// Show only those whose joining is doubtful
    #[arg(long)]
    pub check: bool,
}

/// Formats of `quotes`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum QuoteFormat {
    // For the screen.
    Terminal,
    // For a page.
    Markdown,
    // For programs.
    Jsonl,
    // For spreadsheets.
    Csv,
}

/// Flags of `quotes`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cutline quotes seeds --speaker Rubio --format csv -o quotes.csv")]
pub struct Quotes {
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub output: Output,
    /// How it is shown
    #[arg(long, value_enum, default_value_t = QuoteFormat::Terminal)]
    pub format: QuoteFormat,
    /// Only what is said by people of this name or part of one
    #[arg(long, value_name = "NAME")]
    pub speaker: Option<String>,
}

/// Flags of `timeline`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cutline timeline news --default-date 2025-04-18")]
pub struct Timeline {
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub output: Output,
    /// How it is shown
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    pub format: Format,
}

/// Flags of `stories`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cutline stories news --format jsonl -o stories.jsonl")]
pub struct Stories {
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub output: Output,
    /// How it is shown
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    pub format: Format,
}

/// Flags of `diff`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cutline diff morning.txt evening.txt")]
pub struct Diff {
    /// The earlier version; - is standard input
    #[arg(value_name = "A")]
    pub before: PathBuf,
    /// The later version
    #[arg(value_name = "B")]
    pub after: PathBuf,
    #[command(flatten)]
    pub output: Output,
    /// How it is shown
    #[arg(long, value_enum, default_value_t = View::Terminal)]
    pub format: View,
}

/// What the texts of a list are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Unit {
    // Photo captions: lead, context and credit are weighed apart
    Caption,
    // Articles: sets of 5 words
    Story,
    // Any short text: sets of 3 words
    String,
}

/// Formats of `dedup`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    // A JSON line a text: id and cluster
    Assignments,
    // A JSON line a cluster
    Clusters,
    // TSV: id1 id2 jaccard containment
    Pairs,
    // The ids to keep, one a line
    Keep,
}

/// What becomes of exact repeats in `pairs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Repeats {
    // They count once, as the first
    Fold,
    // Every pair is listed
    Expand,
}

/// Flags of `dedup`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cutline dedup captions.jsonl --unit caption --format pairs --min-jaccard 0.7")]
pub struct Dedup {
    /// JSONL with an id and a text a line; - is standard input
    #[arg(value_name = "LIST")]
    pub list: PathBuf,
    #[command(flatten)]
    pub output: Output,
    /// What the texts are
    #[arg(long, value_enum, default_value_t = Unit::String)]
    pub unit: Unit,
    /// What is written
    #[arg(long, value_enum, default_value_t = ListFormat::Assignments)]
    pub format: ListFormat,
    /// Pairs at or above this word-set similarity, 0 to 1
    #[arg(long, value_name = "J", value_parser = threshold)]
    pub min_jaccard: Option<f64>,
    /// Pairs at or above this share of the smaller set, 0 to 1
    #[arg(long, value_name = "C", value_parser = threshold)]
    pub min_containment: Option<f64>,
    /// What becomes of exact repeats in pairs
    #[arg(long, value_enum, default_value_t = Repeats::Fold)]
    pub repeats: Repeats,
    /// The field that names the document a caption is from
    #[arg(long, value_name = "FIELD")]
    pub doc_field: Option<String>,
    /// Memory for what is compared; what exceeds it goes into temporary files
    #[arg(long, value_name = "SIZE", default_value = "4G", value_parser = size)]
    pub memory: usize,
    /// Threads; the output does not depend on it [default: one a processor]
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// List skipped lines in FILE, one JSON line each
    #[arg(long, value_name = "FILE")]
    pub rejects: Option<PathBuf>,
}

/// Flags of `schema`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cutline schema -o cutline.schema.json")]
pub struct Schema {
    #[command(flatten)]
    pub output: Output,
}

fn preset() -> impl TypedValueParser<Value = Preset> {
    let of = |name: &str| Preset::ALL.into_iter().find(|preset| preset.name() == name);
    PossibleValuesParser::new(Preset::ALL.map(Preset::name)).try_map(move |name| of(&name).ok_or("no such collection"))
}

fn unit() -> impl TypedValueParser<Value = OffsetUnit> {
    let names = OffsetUnit::ALL.iter().map(|unit| unit.name());
    PossibleValuesParser::new(names).try_map(|name| OffsetUnit::from_name(&name).ok_or("no such unit"))
}

fn share(text: &str) -> Result<f32, String> {
    let score = text.parse().map_err(|_| "not a number")?;
    if (0.0..=1.0).contains(&score) { Ok(score) } else { Err("not between 0 and 1".into()) }
}

/// Bytes, as 256M or 2G.
fn size(text: &str) -> Result<usize, String> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit: u32 = match text[digits.len()..].to_ascii_uppercase().as_str() {
        "K" | "KB" => 10,
        "M" | "MB" => 20,
        "G" | "GB" => 30,
        _ => return Err("a size is a number and K, M or G, as 256M".into()),
    };
    let count: usize = digits.parse().map_err(|_| "a size is a number and K, M or G, as 256M")?;
    count.checked_mul(1 << unit).filter(|&size| size > 0).ok_or_else(|| "too much or too little".into())
}

/// A threshold of 0 would list every pair there is.
fn threshold(text: &str) -> Result<f64, String> {
    let least = text.parse().map_err(|_| "not a number")?;
    if least > 0.0 && least <= 1.0 { Ok(least) } else { Err("not above 0 and at most 1".into()) }
}
