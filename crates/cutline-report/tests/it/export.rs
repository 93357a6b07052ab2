//! Every form of export, of the invented article and of a hostile one.

mod forms;
mod hostile;
mod tables;

use cutline_doc::Analysis;
use cutline_testkit::article;

/// The articles that each form is tried with.
fn articles() -> [Analysis; 2] {
    [article(), hostile::article()]
}

/// The characters from `start` to `end`, counted as Python counts them.
fn points(text: &str, start: &serde_json::Value, end: &serde_json::Value) -> String {
    let [start, end] = [start, end].map(|n| n.as_u64().expect("an offset") as usize);
    text.chars().skip(start).take(end - start).collect()
}
