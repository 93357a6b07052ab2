//! Which states the gold allows.

use cutline_doc::Span;
use cutline_entities::tagging::{KINDS, OUTSIDE, Part, Run, STATES, Words, state};

use super::corpus::{Annotated, Source};

/// One bit for each state.
pub type Allowed = u64;

const ANY: Allowed = (1 << STATES) - 1;

/// What the gold allows each token, for the tokens of `runs`; all else stays open.
pub fn allowed(annotated: &Annotated, words: &Words, runs: &[Run]) -> Vec<Allowed> {
    let mut made = vec![0; words.tokens.len()];
    for run in runs {
        made[run.start as usize..run.end as usize].fill(unlabelled(annotated.source));
    }
    for (span, label) in &annotated.gold {
        let kinds = kinds(label, annotated.source);
        if !kinds.is_empty() {
            mark(*span, &kinds, words, &mut made);
        }
    }
    made
}

/// The kinds that a corpus's label may stand for; none for labels that are outside of names here.
fn kinds(label: &str, source: Source) -> Vec<usize> {
    let names: &[&str] = match (label, source) {
        ("GPE", _) => &["LOC"],
        ("LOC", Source::WikiGold | Source::CrossNer | Source::Gum) => &["LOC", "FAC"],
        ("EVENT", _) => &["MISC"],
        ("MISC", Source::WikiGold | Source::CrossNer) => &["MISC", "NORP", "PRODUCT"],
        ("DATE" | "MONEY", _) => &[],
        (other, _) => return KINDS.iter().position(|kind| *kind == other).into_iter().collect(),
    };
    names.iter().filter_map(|name| KINDS.iter().position(|kind| kind == name)).collect()
}

/// The states of a token without label: outside, or a kind that the source does not label.
fn unlabelled(source: Source) -> Allowed {
    let missing: &[&str] = match source {
        Source::Gum => &["FAC", "PRODUCT", "MISC"],
        Source::Worldwide | Source::WikiGold | Source::CrossNer => &[],
    };
    let kinds = missing.iter().filter_map(|name| KINDS.iter().position(|kind| kind == name));
    kinds.fold(1 << OUTSIDE, |states, kind| states | 0b1111 << state(kind, Part::Begin))
}

fn mark(span: Span, kinds: &[usize], words: &Words, made: &mut [Allowed]) {
    let first = words.tokens.partition_point(|token| token.span.end <= span.start);
    let behind = words.tokens.partition_point(|token| token.span.start < span.end);
    if first >= behind {
        return;
    }
    let aligned = words.span(first as u32, behind as u32 - 1) == span;
    let scored = made[first..behind].iter().all(|allowed| *allowed != 0);
    for (at, allowed) in made[first..behind].iter_mut().enumerate() {
        let part = part(at, behind - first);
        let whole = kinds.iter().fold(0, |states, kind| states | 1 << state(*kind, part));
        *allowed = match () {
            // Outside of the runs nothing is scored.
            () if *allowed == 0 => 0,
            () if aligned && scored => whole,
            () => ANY,
        };
    }
}

fn part(at: usize, len: usize) -> Part {
    match at {
        _ if len == 1 => Part::Unit,
        0 => Part::Begin,
        _ if at + 1 == len => Part::Last,
        _ => Part::Inside,
    }
}
