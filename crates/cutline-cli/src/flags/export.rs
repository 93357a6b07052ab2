//! Flags of the commands that write for other programs.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use cutline_report::export::Form;
use cutline_report::export::graph::Of;

use super::{Input, Output};

/// Flags of `export`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cutline export seeds --format csv --excel -o tables
  cutline export news.jsonl --format ninjs -o news.ninjs.jsonl
  cutline export news --format brat -o brat/
  cutline export news.db --format csv -o tables        from an archive
  cutline export news.db --format rows                 all its rows, to compare archives")]
pub struct Export {
    #[command(flatten)]
    pub input: Input,
    /// What is written
    #[arg(long, value_enum)]
    pub format: ExportFormat,
    /// CSV for spreadsheets: byte-order mark, no words taken for formulas, cells cut where Excel's end
    #[arg(long)]
    pub excel: bool,
    /// Write to FILE, or a file a document into FOLDER/; tables, brat and TimeML need a folder
    #[arg(short = 'o', long = "output", value_name = "FILE|FOLDER")]
    pub output: Option<PathBuf>,
}

/// Formats of `export`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// Flat tables, RFC 4180.
    Csv,
    /// Flat tables, if the program was built with them.
    #[cfg(feature = "parquet")]
    Parquet,
    /// One document at a time.
    Documents(Form),
    /// All rows of an archive, to compare archives.
    Rows,
}

impl ValueEnum for ExportFormat {
    fn value_variants<'a>() -> &'a [ExportFormat] {
        &[
            ExportFormat::Csv,
            #[cfg(feature = "parquet")]
            ExportFormat::Parquet,
            ExportFormat::Documents(Form::Ninjs),
            ExportFormat::Documents(Form::JsonLd),
            ExportFormat::Documents(Form::WebAnnotation),
            ExportFormat::Documents(Form::Brat),
            ExportFormat::Documents(Form::Spacy),
            ExportFormat::Documents(Form::Prodigy),
            ExportFormat::Documents(Form::TimeMl),
            ExportFormat::Rows,
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            ExportFormat::Csv => "csv",
            #[cfg(feature = "parquet")]
            ExportFormat::Parquet => "parquet",
            ExportFormat::Documents(form) => form.name(),
            ExportFormat::Rows => "rows",
        }))
    }
}

/// Flags of `graph`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cutline graph news --of people -o people.gexf
  cutline graph news --of quotes --format csv -o quotes/")]
pub struct Graph {
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub output: Output,
    /// Named in one block; quoted on another; named in one caption
    #[arg(long, value_name = "TIE", default_value = "people", value_parser = of())]
    pub of: Of,
    /// GEXF for Gephi, or nodes.csv and edges.csv in a folder
    #[arg(long, value_enum, default_value_t = GraphFormat::Gexf)]
    pub format: GraphFormat,
}

/// Formats of `graph`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum GraphFormat {
    // For Gephi.
    Gexf,
    // For anything.
    Csv,
}

fn of() -> impl TypedValueParser<Value = Of> {
    let names = Of::ALL.iter().map(|of| of.name());
    PossibleValuesParser::new(names)
        .try_map(|name| Of::ALL.iter().copied().find(|of| of.name() == name).ok_or("no such tie"))
}
