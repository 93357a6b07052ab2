//! Compiles `data/*.tsv` into `data/lists.bin`, or with `--check` says whether
//! the two agree.

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
            eprintln!("data/lists.bin is not what data/*.tsv compile to");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(data: &Path, check: bool) -> io::Result<bool> {
    let bytes = compile(data)?;
    let compiled = data.join("lists.bin");
    if check {
        return Ok(fs::read(compiled).is_ok_and(|found| found == bytes));
    }
    fs::write(compiled, bytes)?;
    Ok(true)
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
