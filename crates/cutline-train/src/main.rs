//! `cutline-train names --data DIR`: trains the weights that `cutline-english` ships.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use cutline_entities::Lists;
use cutline_entities::tagging::Clusters;
use cutline_train::names::{Options, corpora, train};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().collect();
    let value = |flag: &str| args.iter().position(|arg| arg == flag).and_then(|at| args.get(at + 1)).cloned();
    if let [_, command, list, out] = &args[..]
        && command == "clusters"
    {
        std::fs::write(out, cutline_train::names::compile_clusters(&std::fs::read_to_string(list)?)?)?;
        return Ok(());
    }
    let data = PathBuf::from(value("--data").ok_or("which folder of corpora? --data DIR")?);
    let english = PathBuf::from(value("--english").unwrap_or_else(|| "crates/cutline-english".into()));
    let out = PathBuf::from(value("--out").unwrap_or_else(|| "crates/cutline-english/models".into()));
    let lists = std::fs::read(english.join("data/lists.bin"))?;
    let lists = Lists::read(Box::leak(lists.into_boxed_slice())).map_err(|e| e.to_string())?;
    let clusters = value("--clusters").unwrap_or_else(|| "crates/cutline-english/models/clusters.bin".into());
    let clusters = if clusters == "none" { Clusters::default() } else { Clusters::read(&std::fs::read(clusters)?)? };
    let mut options = Options::default();
    let number = |flag: &str| value(flag).map(|v| v.parse::<f32>()).transpose();
    let s = &mut options.settings;
    if let Some(v) = number("--epochs")? {
        s.epochs = v as usize;
    }
    if let Some(v) = number("--rate")? {
        s.rate = v;
    }
    if let Some(v) = number("--damp")? {
        s.damp = v;
    }
    if let Some(v) = number("--shrink")? {
        s.shrink = v;
    }
    if let Some(v) = number("--dropout")? {
        s.dropout = v;
    }
    if let Some(v) = number("--least")? {
        s.least = v as u32;
    }
    if let Some(v) = number("--folds")? {
        options.folds = v as usize;
    }
    if let Some(v) = number("--prune")? {
        options.prune = [v, v];
    }
    let sources = value("--train").unwrap_or_else(|| "worldwide,gum,wikigold,crossner".into());
    let mut docs = Vec::new();
    let mut load = |file: &str, w: f32| -> Result<(), Box<dyn Error>> {
        docs.extend(corpora(&data, file)?.into_iter().map(|d| (d, w)));
        Ok(())
    };
    for source in sources.split(',') {
        match source {
            "worldwide" => load("ner/worldwide/train.jsonl", 1.0)?,
            "gum" => {
                load("ner/gum/news.jsonl", 1.0)?;
                load("ner/gum/interview.jsonl", 1.0)?
            }
            "wikigold" => load("ner/wikigold/wikigold.jsonl", 1.0)?,
            "crossner" => load("ner/crossner/politics_train.jsonl", 1.0)?,
            other => return Err(format!("no source {other}").into()),
        }
    }
    let dev = |file: &str| corpora(&data, file);
    let devs = vec![
        ("worldwide", dev("ner/worldwide/dev.jsonl")?),
        ("gum", dev("ner/gum/dev.jsonl")?),
        ("wikigold", dev("ner/wikigold/wikigold.jsonl")?),
        ("crossner", dev("ner/crossner/politics_dev.jsonl")?),
    ];
    let trained = train(&docs, &devs, &lists, &clusters, &options)?;
    write(&out, &trained.first, &trained.second)
}

fn write(out: &Path, first: &[u8], second: &[u8]) -> Result<(), Box<dyn Error>> {
    std::fs::create_dir_all(out)?;
    std::fs::write(out.join("names-first.bin"), first)?;
    std::fs::write(out.join("names-second.bin"), second)?;
    Ok(())
}
