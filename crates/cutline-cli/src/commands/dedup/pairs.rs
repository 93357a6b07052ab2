//! Every pair of a list that is alike enough, exactly.

use std::io::{self, Write};

use anyhow::Context;
use cutline::dedup::{Candidate, Collection, External, Index, Pair, Signatures, Thresholds, expand, signatures};

use super::{scratch, shingle};
use crate::batch::Workers;
use crate::flags::{Dedup, Repeats};
use crate::list::{Item, List, Names};
use crate::status::Tally;

/// Pairs at or above this Jaccard similarity are listed when no threshold is given.
const MIN_JACCARD: f64 = 0.7;

pub fn run(flags: &Dedup, list: &List<'_>, out: &mut impl Write) -> anyhow::Result<Tally> {
    let workers = Workers::new(list.jobs.map(Into::into))?;
    let mut names = Names::default();
    let sign = |items: &mut Vec<Item>| {
        let signed = sign(items, shingle(flags.unit));
        items.iter_mut().for_each(|item| item.text = String::new());
        signed
    };
    let mut sets = External::new(&scratch(), flags.memory);
    let tally = list.each(&workers, sign, |signed, items| {
        items.iter().for_each(|item| names.push(&item.id));
        sets.add(&signed).context(SPILLING)
    })?;
    let pairs = join(&mut sets, thresholds(flags), &workers)?;
    let pairs = match flags.repeats {
        Repeats::Fold => pairs,
        Repeats::Expand => expand(&pairs, sets.repeats()),
    };
    write(&pairs, &names, out)?;
    Ok(tally)
}

/// What is done when a list outgrows its memory.
pub const SPILLING: &str = "what exceeds --memory cannot be kept in files";

/// Sets of so many words.
pub fn sign(items: &[Item], words: usize) -> Signatures {
    let texts: Vec<&str> = items.iter().map(|item| item.text.as_str()).collect();
    signatures(&texts, words)
}

/// The thresholds that were asked for.
pub fn thresholds(flags: &Dedup) -> Thresholds {
    let jaccard = flags.min_jaccard.or_else(|| flags.min_containment.is_none().then_some(MIN_JACCARD));
    Thresholds { jaccard, containment: flags.min_containment }
}

/// The pairs of all sets, sorted.
pub fn join(sets: &mut External, wanted: Thresholds, workers: &Workers) -> anyhow::Result<Vec<Pair>> {
    let mut pairs = Vec::new();
    for blocks in sets.joins().context(SPILLING)? {
        let mut blocks = sets.load(blocks).context(SPILLING)?;
        let found = find(&mut blocks.sets, wanted, workers);
        pairs.extend(found.into_iter().filter(|pair| blocks.spans(pair)));
    }
    workers.sort(&mut pairs);
    Ok(pairs)
}

/// The pairs of a collection, each step on all threads.
fn find(collection: &mut Collection, wanted: Thresholds, workers: &Workers) -> Vec<Pair> {
    let frequency = collection.frequency();
    workers.map(collection.parts(workers.count()), |part| part.rank(&frequency));
    let index = Index::new(collection, wanted);
    let passes = (0..index.passes()).collect();
    let mut candidates: Vec<Candidate> = workers.map(passes, |pass| index.candidates(pass)).concat();
    workers.sort(&mut candidates);
    candidates.dedup();
    let slices = candidates.chunks(SLICE).collect();
    workers.map(slices, |slice: &[Candidate]| index.verify(slice)).concat()
}

/// How many candidates are verified in one go.
const SLICE: usize = 1 << 14;

fn write(pairs: &[Pair], names: &Names, out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"id1\tid2\tjaccard\tcontainment\n")?;
    for pair in pairs {
        field(names.get(pair.first as usize), out)?;
        out.write_all(b"\t")?;
        field(names.get(pair.second as usize), out)?;
        writeln!(out, "\t{:.6}\t{:.6}", pair.jaccard(), pair.containment())?;
    }
    Ok(())
}

/// An id as a field of TSV.
fn field(id: &str, out: &mut impl Write) -> io::Result<()> {
    if id.contains(['\t', '\n', '\r']) {
        let escaped = id.replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r");
        return out.write_all(escaped.as_bytes());
    }
    out.write_all(id.as_bytes())
}
