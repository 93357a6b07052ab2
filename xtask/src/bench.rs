//! Times: each crate's own benches, then the peers.

use serde_json::Value;

use crate::peers;
use crate::shell::{Failure, cargo};

/// Runs every bench of the workspace, then cutline beside its peers. `data` is
/// the folder of corpora; without it, benches and the sample corpus.
pub fn run(data: Option<&str>) -> Result<(), Failure> {
    let metadata = cargo(&["metadata", "--no-deps", "--format-version", "1"]).read()?;
    let metadata = serde_json::from_str(&metadata).map_err(|error| Failure(format!("cargo metadata: {error}")))?;
    for (package, bench) in benches(&metadata) {
        println!("\n{package}: {bench}");
        cargo(&["bench", "--quiet", "--package", &package, "--bench", &bench]).run()?;
    }
    peers::run(data)
}

/// Packages with the names of their benches, in order.
fn benches(metadata: &Value) -> Vec<(String, String)> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let name = |value: &Value| value["name"].as_str().unwrap_or_default().to_owned();
    let mut benches = Vec::new();
    for package in list(&metadata["packages"]) {
        let targets = list(&package["targets"]).into_iter().filter(|target| target["kind"][0] == "bench");
        benches.extend(targets.map(|target| (name(&package), name(&target))));
    }
    benches.sort();
    benches
}
