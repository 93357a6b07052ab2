//! Compiles `data/*.tsv` into `data/lists.bin`, and what their heads say of
//! their origin into `data/sources.txt`; or with `--check` says whether they
//! agree.

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use cutline_entities::ListsBuilder;

fn main() -> ExitCode {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let check = env::args().any(|argument| argument == "--check");
    match run(&data, check) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => {
            eprintln!("data/lists.bin or data/sources.txt is not what data/*.tsv compile to");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(data: &Path, check: bool) -> io::Result<bool> {
    for (name, bytes) in [("lists.bin", compile(data)?), ("sources.txt", sources(data)?.into_bytes())] {
        let compiled = data.join(name);
        if !check {
            fs::write(compiled, bytes)?;
        } else if fs::read(compiled).ok() != Some(bytes) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A line a list: its name, how many entries it has, what its head says it
/// holds, and what the rest of the head says of where it is from.
fn sources(data: &Path) -> io::Result<String> {
    let mut lines = Vec::new();
    for entry in fs::read_dir(data)? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()?.strip_suffix(".tsv")) else { continue };
        let table = fs::read_to_string(&path)?;
        let mut head: Vec<&str> = table.lines().map_while(|line| line.strip_prefix("# ")).collect();
        let entries = table.lines().count() - head.len() - 1;
        head.retain(|line| !line.starts_with("Derived by"));
        let (holds, from) = head.split_first().ok_or_else(|| io::Error::other(format!("{name}: has no head")))?;
        lines.push(format!("{name}\t{entries}\t{holds}\t{}\n", from.join(" ")));
    }
    lines.sort();
    Ok(lines.concat())
}

fn compile(data: &Path) -> io::Result<Vec<u8>> {
    let mut builder = ListsBuilder::default();
    for entry in fs::read_dir(data)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "tsv") {
            let table = fs::read_to_string(&path)?;
            builder.tsv(&table).map_err(|e| io::Error::other(format!("{}: {e}", path.display())))?;
        }
    }
    Ok(builder.bytes())
}
