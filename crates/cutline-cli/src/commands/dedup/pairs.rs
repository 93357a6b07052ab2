//! Every pair of a list that is alike enough, exactly.

use std::io::{self, Write};

use cutline::dedup::{Candidate, Collection, Index, Pair, Thresholds, expand, signatures};

use super::shingle;
use crate::batch::Workers;
use crate::flags::{Dedup, Repeats};
use crate::list::{Item, List, Names};
use crate::status::Tally;

/// Pairs at or above this Jaccard similarity are listed when no threshold is given.
const MIN_JACCARD: f64 = 0.7;

pub fn run(flags: &Dedup, list: &List<'_>, out: &mut impl Write) -> anyhow::Result<Tally> {
    let workers = Workers::new(list.jobs.map(Into::into))?;
    let (mut collection, names, tally) = sign(list, shingle(flags.unit), &workers)?;
    let pairs = find(&mut collection, thresholds(flags), &workers);
    let pairs = match flags.repeats {
        Repeats::Fold => pairs,
        Repeats::Expand => expand(&pairs, &collection),
    };
    write(&pairs, &names, out)?;
    Ok(tally)
}

/// The thresholds that were asked for.
pub fn thresholds(flags: &Dedup) -> Thresholds {
    let jaccard = flags.min_jaccard.or_else(|| flags.min_containment.is_none().then_some(MIN_JACCARD));
    Thresholds { jaccard, containment: flags.min_containment }
}

/// The list as sets of shingles, and its ids.
fn sign(list: &List<'_>, words: usize, workers: &Workers) -> anyhow::Result<(Collection, Names, Tally)> {
    let (mut collection, mut names) = (Collection::new(), Names::default());
    let sign = |items: Vec<Item>| {
        let texts: Vec<&str> = items.iter().map(|item| item.text.as_str()).collect();
        let signed = signatures(&texts, words);
        (signed, items.into_iter().map(|item| item.id).collect::<Vec<_>>())
    };
    let tally = list.each(workers, sign, |(signed, ids)| {
        collection.add(&signed);
        ids.iter().for_each(|id| names.push(id));
    })?;
    Ok((collection, names, tally))
}

/// The pairs of a collection, each step on all threads.
pub fn find(collection: &mut Collection, wanted: Thresholds, workers: &Workers) -> Vec<Pair> {
    let frequency = collection.frequency();
    workers.map(collection.parts(workers.count()), |part| part.rank(&frequency));
    let index = Index::new(collection, wanted);
    let passes = (0..index.passes()).collect();
    let mut candidates: Vec<Candidate> = workers.map(passes, |pass| index.candidates(pass)).concat();
    candidates.sort_unstable();
    candidates.dedup();
    let slices = candidates.chunks(SLICE).collect();
    let mut pairs = workers.map(slices, |slice: &[Candidate]| index.verify(slice)).concat();
    pairs.sort_unstable();
    pairs
}

/// How many candidates are verified in one go.
const SLICE: usize = 1 << 16;

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
