//! Snapshots: what tests expect to see, in files of their own.

use std::collections::BTreeSet;
use std::fs;

use crate::Mode;
use crate::shell::{Failure, Run, cargo, files, root, scratch};

/// Writes all snapshots anew, or refuses those that are stale or that no test
/// refers to. A test that fails for another reason than its snapshot rewrites
/// none.
pub fn run(mode: Mode) -> Result<(), Failure> {
    let packages = packages()?;
    if mode == Mode::Write {
        // First every assertion but those on snapshots must hold.
        tests(&packages).env("INSTA_UPDATE", "no").env("INSTA_FORCE_PASS", "1").run()?;
    }
    let references = scratch("snapshot-references.txt")?;
    fs::write(&references, "")?;
    let update = if mode == Mode::Write { "always" } else { "no" };
    tests(&packages).env("INSTA_UPDATE", update).env("INSTA_SNAPSHOT_REFERENCES_FILE", &references).run()?;
    let unreferenced = unreferenced(&fs::read_to_string(&references)?)?;
    match (mode, unreferenced.is_empty()) {
        (_, true) => {}
        (Mode::Write, false) => {
            for name in &unreferenced {
                println!("no test refers to it, removed: {name}");
                fs::remove_file(root().join(name))?;
            }
        }
        (Mode::Check, false) => return Err(Failure(format!("no test refers to:\n{}", unreferenced.join("\n")))),
    }
    match leftovers()? {
        left if left.is_empty() => Ok(()),
        left => Err(Failure(format!("inline snapshots differ, mend them in the source:\n{}", left.join("\n")))),
    }
}

/// The packages that hold snapshots or use insta, as flags of cargo.
fn packages() -> Result<Vec<String>, Failure> {
    let mut flags = Vec::new();
    for manifest in files()?.iter().filter(|name| name.ends_with("Cargo.toml") && *name != "Cargo.toml") {
        let text = fs::read_to_string(root().join(manifest))?;
        let name = text.lines().find_map(|line| line.strip_prefix("name = \""));
        if let Some(name) = name.filter(|_| text.contains("\ninsta")) {
            flags.extend(["--package".to_owned(), name.trim_end_matches('"').to_owned()]);
        }
    }
    Ok(flags)
}

/// Their tests, but for those in documentation, which hold no snapshots.
fn tests(packages: &[String]) -> Run {
    let packages: Vec<&str> = packages.iter().map(String::as_str).collect();
    cargo(&[&["test", "--quiet"], &packages[..], &["--lib", "--bins", "--tests"]].concat())
}

/// Files of snapshots that are not among the `references`.
fn unreferenced(references: &str) -> Result<Vec<String>, Failure> {
    let referred: BTreeSet<_> = references.lines().filter_map(|path| fs::canonicalize(path).ok()).collect();
    let mut found = files()?;
    found.retain(|name| {
        name.ends_with(".snap") && fs::canonicalize(root().join(name)).is_ok_and(|path| !referred.contains(&path))
    });
    Ok(found)
}

/// What insta leaves behind for a person to look at.
fn leftovers() -> Result<Vec<String>, Failure> {
    let ignored = ["ls-files", "--others", "--ignored", "--exclude-standard", "--", "*.snap.new", "*.pending-snap"];
    Ok(crate::shell::program("git", &ignored).read()?.lines().map(str::to_owned).collect())
}
