//! The arrows between crates, held to the map in `crates/README.md`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::shell::{Failure, cargo};

/// Which of our crates each of our crates uses, tests and benches apart.
type Arrows = BTreeMap<String, BTreeSet<String>>;

/// What a row of the map allows.
struct Row {
    uses: BTreeSet<String>,
    /// 'all of the above': any of these, but none of them has to be used.
    may_use: BTreeSet<String>,
}

/// What differs between the crates and the map.
pub fn faults(map: &str) -> Result<Vec<String>, Failure> {
    let metadata = cargo(&["metadata", "--no-deps", "--format-version", "1"]).read()?;
    let metadata = serde_json::from_str(&metadata).map_err(|error| Failure(format!("cargo metadata: {error}")))?;
    Ok(compare(&drawn(&metadata), &mapped(map)))
}

fn compare(arrows: &Arrows, map: &BTreeMap<String, Row>) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, used) in arrows {
        // The program of `tests` and this one are no crates of the map.
        if name == "xtask" || name == "cutline-tests" {
            let allowed = |other: &&String| name == "cutline-tests" && *other == "cutline-cli";
            faults.extend(used.iter().filter(|other| !allowed(other)).map(|o| format!("{name} uses {o}")));
            continue;
        }
        let Some(row) = map.get(name) else {
            faults.push(format!("crates/README.md has no row for {name}"));
            continue;
        };
        let unmapped = used.iter().filter(|other| !row.uses.contains(*other) && !row.may_use.contains(*other));
        faults.extend(unmapped.map(|other| format!("{name} uses {other}, which crates/README.md does not allow")));
        let unused = row.uses.iter().filter(|other| !used.contains(*other));
        faults.extend(unused.map(|other| format!("{name} does not use {other}, though crates/README.md says so")));
    }
    let gone = map.keys().filter(|name| !arrows.contains_key(*name));
    faults.extend(gone.map(|name| format!("crates/README.md has a row for {name}, which is no crate")));
    faults
}

fn drawn(metadata: &Value) -> Arrows {
    let list = |value: &'_ Value| value.as_array().cloned().unwrap_or_default();
    let mut arrows = Arrows::new();
    for package in list(&metadata["packages"]) {
        let used = list(&package["dependencies"]).into_iter().filter(|used| used["kind"] != "dev");
        let names = used.filter_map(|used| used["name"].as_str().map(str::to_owned));
        let name = package["name"].as_str().unwrap_or_default().to_owned();
        arrows.insert(name, names.filter(|name| is_ours(name)).collect());
    }
    arrows
}

fn is_ours(name: &str) -> bool {
    name == "cutline" || name == "xtask" || name.starts_with("cutline-")
}

/// The rows of the table: its first cell names the crate, its third the crates
/// that it uses, each between backticks.
fn mapped(map: &str) -> BTreeMap<String, Row> {
    let mut rows: BTreeMap<String, Row> = BTreeMap::new();
    for line in map.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, name, _, uses, ..] = cells[..] else { continue };
        let above = rows.keys().cloned().collect();
        let may_use = if uses.contains("all of the above") { above } else { BTreeSet::new() };
        rows.insert(full(name.trim_matches('`')), Row { uses: quoted(uses).map(full).collect(), may_use });
    }
    rows
}

/// What stands between backticks.
fn quoted(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

fn full(name: &str) -> String {
    if is_ours(name) { name.to_owned() } else { format!("cutline-{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: &str = "\
| crate | one responsibility | uses | must not know |
| --- | --- | --- | --- |
| `cutline-text` | text | | files |
| `cutline-doc` | records | `text` | JSON |
| `cutline` | all | all of the above | flags |
";

    fn arrows(list: &[(&str, &[&str])]) -> Arrows {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        list.iter().map(|(name, used)| ((*name).to_owned(), owned(used))).collect()
    }

    #[test]
    fn the_map_holds() {
        let drawn = arrows(&[("cutline-text", &[]), ("cutline-doc", &["cutline-text"]), ("cutline", &["cutline-doc"])]);
        assert_eq!(compare(&drawn, &mapped(MAP)), Vec::<String>::new());
    }

    #[test]
    fn arrows_against_the_map_are_found() {
        let drawn = arrows(&[
            ("cutline-text", &["cutline-doc"]),
            ("cutline-doc", &[]),
            ("xtask", &["cutline"]),
            ("cutline-new", &[]),
        ]);
        assert_eq!(
            compare(&drawn, &mapped(MAP)),
            [
                "cutline-doc does not use cutline-text, though crates/README.md says so",
                "crates/README.md has no row for cutline-new",
                "cutline-text uses cutline-doc, which crates/README.md does not allow",
                "xtask uses cutline",
                "crates/README.md has a row for cutline, which is no crate",
            ]
        );
    }
}
