//! The rules that the tree keeps, each checked in a moment.

use std::fs;

use crate::shell::{Failure, files, root};
use crate::{Mode, arrows, tables};

/// Lines of a source file at most; generated tables may be longer.
const LINES: usize = 600;

/// Checks all rules and names every breach.
pub fn run() -> Result<(), Failure> {
    let mut faults = arrows::faults(&fs::read_to_string(root().join("crates/README.md"))?)?;
    for name in files()? {
        // Lists, weights and samples are data; a lock file is cargo's own.
        let Ok(text) = fs::read_to_string(root().join(&name)) else { continue };
        if name.starts_with("seeds/") || name.ends_with(".lock") {
            continue;
        }
        faults.extend(file(&name, &text).into_iter().map(|fault| format!("{name}: {fault}")));
    }
    if !faults.is_empty() {
        return Err(Failure(faults.join("\n")));
    }
    tables::run(Mode::Check)
}

fn file(name: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (n, line) in text.lines().enumerate().filter(|_| !name.ends_with(".tsv")) {
        faults.extend(strays(line).map(|stray| format!("line {}: {stray} belongs to one machine", n + 1)));
    }
    if name.ends_with(".rs") {
        faults.extend(source(text));
    }
    if name.ends_with(".snap") {
        faults.extend(snapshot(text));
    }
    faults
}

/// Paths of a machine and hosts of registries that a line names.
fn strays(line: &str) -> impl Iterator<Item = &'static str> + '_ {
    // Written in halves, so that this file names none.
    const PATHS: [&str; 4] =
        [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/"), concat!("/tm", "p/")];
    const HOSTS: [&str; 3] = [concat!("crates", ".io"), concat!("pypi", ".org"), concat!("npmjs", ".")];
    let path = |stray: &&str| {
        line.match_indices(*stray).any(|(at, _)| {
            // A part of an address or of a longer path is no path of a machine.
            let before = line[..at].chars().next_back();
            let after = line[at + stray.len()..].chars().next();
            before.is_none_or(|c| " \"'`(=:".contains(c)) && after.is_some_and(|c| c.is_ascii_lowercase() || c == '.')
        })
    };
    PATHS.into_iter().filter(path).chain(HOSTS.into_iter().filter(|host| line.contains(*host)))
}

fn source(text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let lines = text.lines().count();
    if lines > LINES && !text.starts_with("// Made from") {
        faults.push(format!("{lines} lines, more than {LINES}"));
    }
    if text.contains(concat!("#[ign", "ore")) {
        faults.push("a test that is never run".into());
    }
    faults
}

/// Every snapshot says where its test stands; that file must be there.
fn snapshot(text: &str) -> Option<String> {
    let source = text.lines().find_map(|line| line.strip_prefix("source: "))?;
    (!root().join(source).is_file()).then(|| format!("its test stood in {source}, which is gone"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strays_are_found() {
        let found = |line: &str| strays(line).count();
        assert_eq!(found(concat!("cd /wo", "rk/main")), 1);
        assert_eq!(found(concat!("see https://example.net/wo", "rk/life")), 0);
        assert_eq!(found(concat!("from index.crates", ".io")), 1);
        assert_eq!(found("src/home/of/things"), 0);
    }

    #[test]
    fn long_files_are_found() {
        let long = "x\n".repeat(LINES + 1);
        assert_eq!(file("a.rs", &long).len(), 1);
        assert!(file("a.rs", &format!("// Made from a.tsv\n{long}")).is_empty());
        assert!(file("a.md", &long).is_empty());
    }
}
