//! The table of word clusters, from its list.

use std::error::Error;

use cutline_entities::tagging::{Classed, Clusters, GRAINS, folded};

/// Compiles lines of a word and its classes, finest first, to the table's bytes.
///
/// # Errors
/// The first line that has no word or no classes.
pub fn compile(list: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut words = Vec::new();
    for (n, line) in list.lines().enumerate() {
        let (word, classes) = line.split_once('\t').ok_or_else(|| format!("line {}: no classes", n + 1))?;
        let classes: Vec<u16> = classes.split('\t').map(str::parse).collect::<Result<_, _>>()?;
        let classes: Classed = classes.try_into().map_err(|_| format!("line {}: not {GRAINS} classes", n + 1))?;
        words.push((folded(word), classes));
    }
    Ok(Clusters::to_bytes(&words))
}
