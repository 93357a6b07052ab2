//! How well it does on articles of the kind it learned from, and how sure it may be.
//!
//! A third of Worldwide's training articles is kept back: more names than the
//! development articles have, and no setting was chosen on them.

use std::error::Error;

use cutline_entities::Lists;
use cutline_entities::tagging::{Clusters, FEATURE_SET};
use cutline_linear::Model;

use super::corpus::{Annotated, Source};
use super::score::same;
use super::stages::{Options, Read, train};

/// Every so many articles one is kept back.
const KEPT_BACK: usize = 3;

/// Trains without a third of the articles, scores them, and prints the two
/// constants by which the tagger's scores are the share of right names there.
///
/// # Errors
/// If a model just written cannot be read.
pub fn check(documents: Vec<(Annotated, f32)>, lists: &Lists, clusters: &Clusters) -> Result<(), Box<dyn Error>> {
    let (mut kept, mut back, mut seen) = (Vec::new(), Vec::new(), 0);
    for (document, weight) in documents {
        seen += usize::from(document.source == Source::Worldwide);
        if document.source == Source::Worldwide && seen % KEPT_BACK == 0 {
            back.push(document);
        } else {
            kept.push((document, weight));
        }
    }
    let dev = [("kept back", back)];
    let trained = train(&super::with_capitals(kept), &dev, lists, clusters, &Options::default())?;
    let load = |bytes: &[u8]| Model::load(bytes, FEATURE_SET).map_err(|error| error.to_string());
    let (first, second) = (load(&trained.first)?, load(&trained.second)?);
    let mut scored = Vec::new();
    for annotated in &dev[0].1 {
        let read = Read::new(annotated, lists, clusters, 1.0);
        for (span, kind, share) in read.shares(&second, &read.elsewhere(&first)) {
            if matches!(kind, "PERSON" | "ORG" | "LOC" | "FAC") {
                scored.push((share, annotated.gold.iter().any(|gold| same(gold, &(span, kind.into())))));
            }
        }
    }
    let [slope, shift] = platt(&scored);
    println!("scores are right at slope {slope:.2}, shift {shift:.2} ({} names)", scored.len());
    Ok(())
}

/// The logistic regression of being right on the log odds of the share (Platt 1999), by Newton's method.
fn platt(scored: &[(f32, bool)]) -> [f64; 2] {
    let [mut slope, mut shift] = [0.0f64; 2]; // from where the first step cannot overshoot
    for _ in 0..STEPS {
        let (mut gradient, mut bend) = ([0.0f64; 2], [[1e-6f64, 0.0], [0.0, 1e-6]]);
        for &(share, right) in scored {
            let share = f64::from(share).clamp(1e-6, 1.0 - 1e-6);
            let input = [(share / (1.0 - share)).ln(), 1.0];
            let likely = (1.0 + (-(slope * input[0] + shift)).exp()).recip();
            for a in 0..2 {
                gradient[a] += (f64::from(u8::from(right)) - likely) * input[a];
                for b in 0..2 {
                    bend[a][b] += likely * (1.0 - likely) * input[a] * input[b];
                }
            }
        }
        let det = bend[0][0] * bend[1][1] - bend[0][1] * bend[1][0];
        slope += (bend[1][1] * gradient[0] - bend[0][1] * gradient[1]) / det;
        shift += (bend[0][0] * gradient[1] - bend[1][0] * gradient[0]) / det;
    }
    [slope, shift]
}

/// Newton's method needs no more.
const STEPS: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_that_are_too_sure_are_flattened() {
        let scored: Vec<(f32, bool)> = (0..1000).map(|n| (if n % 2 == 0 { 0.99 } else { 0.2 }, n % 20 < 14)).collect();
        let [slope, shift] = platt(&scored);
        let at = |share: f64| (1.0 + (-(slope * (share / (1.0 - share)).ln() + shift)).exp()).recip();
        assert!((at(0.99) - 0.7).abs() < 1e-3 && (at(0.2) - 0.7).abs() < 1e-3, "{slope} {shift}");
    }
}
