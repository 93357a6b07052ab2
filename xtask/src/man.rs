//! Manual pages, which the program writes of itself.

use crate::shell::{Failure, cargo, target};

/// Writes them into `target/man`.
pub fn run() -> Result<(), Failure> {
    let folder = target().join("man").display().to_string();
    cargo(&["run", "--quiet", "--package", "cutline-cli", "--", "man", &folder]).run()?;
    println!("{folder}");
    Ok(())
}
