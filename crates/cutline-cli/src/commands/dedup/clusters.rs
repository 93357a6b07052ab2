//! Which texts of a list are one, and which of them stands for the others.

use std::cell::LazyCell;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::ops::Deref;

use anyhow::Context;
use cutline::dedup::{Canonical, Captions, External, Related, SentenceIndex, caption_signatures, sentence_keys, stars};
use cutline::doc::Relation;
use cutline_report::write_line;
use serde::Serialize;

use super::{pairs, scratch, shingle};
use crate::batch::Workers;
use crate::flags::{Dedup, ListFormat, Unit};
use crate::list::{Item, List, Names};
use crate::messages;
use crate::status::Tally;

/// A list, and what stands for what in it.
struct Clustered {
    kept: Kept,
    /// Of each text the one that stands for it.
    heads: Vec<u32>,
}

pub fn run(flags: &Dedup, list: &List<'_>, out: &mut impl Write) -> anyhow::Result<Tally> {
    let workers = Workers::new(list.jobs.map(Into::into))?;
    let (clustered, tally) = match flags.unit {
        Unit::Caption => captions(flags, list, &workers)?,
        Unit::String | Unit::Story => texts(flags, list, &workers)?,
    };
    match flags.format {
        ListFormat::Clusters => clustered.write_clusters(&workers, out)?,
        ListFormat::Keep => clustered.write_kept(out)?,
        ListFormat::Assignments | ListFormat::Pairs => clustered.write_assignments(out)?,
    }
    Ok(tally)
}

/// Captions of one photo: parts are weighed apart, so thresholds have no say.
fn captions(flags: &Dedup, list: &List<'_>, workers: &Workers) -> anyhow::Result<(Clustered, Tally)> {
    anyhow::ensure!(
        flags.min_jaccard.is_none() && flags.min_containment.is_none(),
        "captions are grouped by their parts, not by a threshold; --format pairs and --unit string take one"
    );
    let mut all = Captions::new();
    let mut kept = Kept::new(flags.format);
    let sign = |items: &mut Vec<Item>| {
        let texts: Vec<&str> = items.iter().map(|item| item.text.as_str()).collect();
        (caption_signatures(&texts), sentences(items, flags.format))
    };
    let tally = list.each(workers, sign, |(signed, sentences), items| {
        all.add_of(signed.into_iter().zip(items.iter().map(|item| item.document.as_deref().map(number))));
        kept.add(items, &sentences);
        Ok(())
    })?;
    Ok((Clustered { heads: all.cluster(|at| kept.ids.get(at as usize)), kept }, tally))
}

/// Texts by similarity alone.
fn texts(flags: &Dedup, list: &List<'_>, workers: &Workers) -> anyhow::Result<(Clustered, Tally)> {
    let mut sets = External::new(&scratch(), flags.memory);
    let mut kept = Kept::new(flags.format);
    let sign = |items: &mut Vec<Item>| (pairs::sign(items, shingle(flags.unit)), sentences(items, flags.format));
    let tally = list.each(workers, sign, |(signed, sentences), items| {
        kept.add(items, &sentences);
        sets.add(&signed).context(pairs::SPILLING)
    })?;
    let alike = pairs::join(&mut sets, pairs::thresholds(flags), workers)?;
    let heads = stars(tally.read as usize, &alike, sets.repeats(), |at| kept.ids.get(at as usize));
    Ok((Clustered { kept, heads }, tally))
}

/// How many clusters are described in one go.
const DESCRIBED: usize = 1 << 12;

/// The keys of the sentences of each text, for a format that shows them.
fn sentences(items: &[Item], format: ListFormat) -> Vec<Vec<u64>> {
    let shown = if format == ListFormat::Clusters { items } else { &[] };
    shown.iter().map(|item| sentence_keys(&item.text)).collect()
}

/// A document's name as a number.
fn number(document: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    document.hash(&mut hasher);
    hasher.finish()
}

/// What of a list is kept to write its clusters.
struct Kept {
    ids: Names,
    /// Empty but for a format that shows them, as what follows.
    texts: Names,
    documents: Vec<Option<String>>,
    sentences: SentenceIndex,
    with_texts: bool,
}

impl Kept {
    fn new(format: ListFormat) -> Kept {
        Kept {
            ids: Names::default(),
            texts: Names::default(),
            documents: Vec::new(),
            sentences: SentenceIndex::new(),
            with_texts: format == ListFormat::Clusters,
        }
    }

    /// Keeps the next of the list.
    fn add(&mut self, items: Vec<Item>, sentences: &[Vec<u64>]) {
        sentences.iter().for_each(|keys| self.sentences.add_keys(keys));
        for item in items {
            self.ids.push(&item.id);
            if self.with_texts {
                self.texts.push(&item.text);
                self.documents.push(item.document);
            }
        }
    }
}

#[derive(Serialize)]
struct Assignment<'a> {
    id: &'a str,
    cluster: &'a str,
}

#[derive(Serialize)]
struct Cluster<'a> {
    cluster: &'a str,
    canonical: Head<'a>,
    members: Vec<Member<'a>>,
    shared_context: Vec<Shared<'a>>,
}

/// A sentence that texts of other clusters hold too.
#[derive(Serialize)]
struct Shared<'a> {
    text: &'a str,
    /// How many texts hold it.
    count: usize,
    /// The first of them.
    members: Vec<&'a str>,
}

/// So many texts are named that share a sentence: a million may.
const NAMED: usize = 20;

#[derive(Serialize)]
struct Head<'a> {
    id: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct Member<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<&'a str>,
    relation: &'static str,
    similarity: f32,
    #[serde(skip_serializing_if = "Option::is_none")]
    differs: Option<String>,
}

impl Clustered {
    fn write_assignments(&self, out: &mut impl Write) -> anyhow::Result<()> {
        for (at, &head) in self.heads.iter().enumerate() {
            write_line(out, &Assignment { id: self.kept.ids.get(at), cluster: self.kept.ids.get(head as usize) })?;
        }
        Ok(())
    }

    /// The texts that stand for themselves, in the order of the list.
    fn write_kept(&self, out: &mut impl Write) -> anyhow::Result<()> {
        let kept: Vec<usize> = (0..self.heads.len()).filter(|&at| self.heads[at] as usize == at).collect();
        for &at in &kept {
            writeln!(out, "{}", self.kept.ids.get(at))?;
        }
        let all = self.heads.len();
        messages::say(&format!(
            "{} of {all} to keep; --format assignments tells what stands for the others",
            kept.len()
        ));
        Ok(())
    }

    /// Clusters in the order of their first members.
    fn write_clusters(&self, workers: &Workers, out: &mut impl Write) -> anyhow::Result<()> {
        let mut by_head: Vec<u32> = (0..self.heads.len() as u32).collect();
        by_head.sort_by_key(|&at| self.heads[at as usize]);
        let mut clusters: Vec<&[u32]> =
            by_head.chunk_by(|&one, &two| self.heads[one as usize] == self.heads[two as usize]).collect();
        clusters.sort_unstable_by_key(|members| members[0]);
        for some in clusters.chunks(DESCRIBED) {
            let lines = workers.map(some.to_vec(), |members| {
                let mut line = Vec::new();
                write_line(&mut line, &self.cluster(members)).map(|()| line)
            });
            lines.into_iter().try_for_each(|line| out.write_all(&line?))?;
        }
        Ok(())
    }

    fn cluster(&self, members: &[u32]) -> Cluster<'_> {
        let head = self.heads[members[0] as usize];
        let cluster = self.kept.ids.get(head as usize);
        let text = self.kept.texts.get(head as usize);
        let canonical = LazyCell::new(|| Canonical::of(text));
        let members = members.iter().map(|&at| self.member(&canonical, head == at, at as usize)).collect();
        let found = self.kept.sentences.of(text);
        // What is in brackets is a credit, and no context.
        let elsewhere = found.filter(|(text, holders)| {
            !text.starts_with('(') && holders.iter().any(|&at| self.heads[at as usize] != head)
        });
        let shared_context = elsewhere.map(|(text, holders)| self.shared(text, holders)).collect();
        Cluster { cluster, canonical: Head { id: cluster, text }, members, shared_context }
    }

    fn shared<'a>(&'a self, text: &'a str, holders: &[u32]) -> Shared<'a> {
        let members = holders.iter().take(NAMED).map(|&at| self.kept.ids.get(at as usize)).collect();
        Shared { text, count: holders.len(), members }
    }

    fn member<'t>(&self, canonical: &impl Deref<Target = Canonical<'t>>, is_head: bool, at: usize) -> Member<'_> {
        let Related { relation, similarity, differs } = if is_head {
            Related { relation: Relation::Exact, similarity: 1.0, differs: None }
        } else {
            canonical.relate(self.kept.texts.get(at))
        };
        let similarity = (similarity * 1000.0).round() / 1000.0;
        let document = self.kept.documents[at].as_deref();
        Member { id: self.kept.ids.get(at), document, relation: relation.name(), similarity, differs }
    }
}
