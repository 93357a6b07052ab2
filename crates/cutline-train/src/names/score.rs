//! Exact spans, counted.

use std::collections::BTreeMap;
use std::fmt;

use cutline_doc::Span;

/// True, predicted and gold names by label.
#[derive(Clone, Debug, Default)]
pub struct Scores(BTreeMap<String, [usize; 3]>);

impl Scores {
    /// Counts one document. Places of all kinds are merged into LOC.
    pub fn add(&mut self, gold: &[(Span, String)], found: &[(Span, String)]) {
        let merged = |names: &[(Span, String)]| -> Vec<(Span, String)> {
            let mut names: Vec<_> = names.iter().map(|(span, label)| (*span, merge(label).to_string())).collect();
            names.sort();
            names.dedup();
            names
        };
        let (gold, found) = (merged(gold), merged(found));
        for name in &gold {
            self.0.entry(name.1.clone()).or_default()[2] += 1;
        }
        for name in &found {
            let counts = self.0.entry(name.1.clone()).or_default();
            counts[1] += 1;
            counts[0] += usize::from(gold.binary_search(name).is_ok());
        }
    }

    /// F1 of persons, organisations and places together.
    pub fn main(&self) -> f64 {
        let sum =
            |at: usize| MAIN.iter().filter_map(|label| self.0.get(*label)).map(|counts| counts[at]).sum::<usize>();
        f1([sum(0), sum(1), sum(2)])
    }
}

const MAIN: &[&str] = &["PERSON", "ORG", "LOC"];

/// Whether two names are the same, places of all kinds being one.
pub fn same(one: &(Span, String), other: &(Span, String)) -> bool {
    one.0 == other.0 && merge(&one.1) == merge(&other.1)
}

fn merge(label: &str) -> &str {
    match label {
        "GPE" | "FAC" => "LOC",
        other => other,
    }
}

fn f1([right, found, gold]: [usize; 3]) -> f64 {
    200.0 * right as f64 / (found + gold).max(1) as f64
}

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PERSON+ORG+LOC F1 {:.2}", self.main())?;
        for (label, counts) in &self.0 {
            let [right, found, gold] = *counts;
            let share = |of: usize| 100.0 * right as f64 / of.max(1) as f64;
            write!(f, "; {label} P {:.1} R {:.1} F {:.1} ({gold})", share(found), share(gold), f1(*counts))?;
        }
        Ok(())
    }
}
