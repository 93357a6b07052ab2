//! Which texts of a list are one, and which of them stands for the others.

use std::io::Write;

use cutline::dedup::{CaptionSignature, Captions, LIKE_LEADS, Related, caption_signatures, relate};
use cutline::doc::Relation;
use cutline_report::write_line;
use serde::Serialize;

use super::{pairs, stars};
use crate::batch::Workers;
use crate::flags::{Dedup, ListFormat, Unit};
use crate::list::{Item, List, Names};
use crate::messages;
use crate::status::Tally;

/// A list, and what stands for what in it.
pub struct Clustered {
    pub ids: Names,
    /// Empty where they are not needed.
    pub texts: Names,
    pub documents: Vec<Option<String>>,
    /// Of each text the one that stands for it.
    pub heads: Vec<u32>,
}

pub fn run(flags: &Dedup, list: &List<'_>, out: &mut impl Write) -> anyhow::Result<Tally> {
    let workers = Workers::new(list.jobs.map(Into::into))?;
    let (clustered, tally) = match flags.unit {
        Unit::Caption => captions(flags, list, &workers)?,
        Unit::String | Unit::Story => stars::cluster(flags, list, &workers)?,
    };
    match flags.format {
        ListFormat::Clusters => clustered.write_clusters(out)?,
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
    let sign = |items: Vec<Item>| {
        let texts: Vec<&str> = items.iter().map(|item| item.text.as_str()).collect();
        (caption_signatures(&texts), items)
    };
    let tally = list.each(workers, sign, |(signed, items): (Vec<CaptionSignature>, _)| {
        all.add(signed);
        kept.add(items);
    })?;
    let alike = pairs::find(&mut all.leads(), LIKE_LEADS, workers);
    let edges = workers.map(alike.chunks(EDGES).collect(), |pairs| all.verify(pairs)).concat();
    Ok((kept.clustered(all.assign(&edges)), tally))
}

/// How many pairs are compared in one go.
const EDGES: usize = 1 << 12;

/// What of a list is kept to write its clusters.
pub struct Kept {
    ids: Names,
    texts: Names,
    documents: Vec<Option<String>>,
    with_texts: bool,
}

impl Kept {
    /// Texts are kept only for a format that shows them.
    pub fn new(format: ListFormat) -> Kept {
        let with_texts = format == ListFormat::Clusters;
        Kept { ids: Names::default(), texts: Names::default(), documents: Vec::new(), with_texts }
    }

    /// Keeps the next of the list.
    pub fn add(&mut self, items: Vec<Item>) {
        for item in items {
            self.ids.push(&item.id);
            if self.with_texts {
                self.texts.push(&item.text);
                self.documents.push(item.document);
            }
        }
    }

    /// The id at a place.
    pub fn id(&self, at: u32) -> &str {
        self.ids.get(at as usize)
    }

    /// With what stands for what.
    pub fn clustered(self, heads: Vec<u32>) -> Clustered {
        Clustered { ids: self.ids, texts: self.texts, documents: self.documents, heads }
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
    canonical: Canonical<'a>,
    members: Vec<Member<'a>>,
}

#[derive(Serialize)]
struct Canonical<'a> {
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
            write_line(out, &Assignment { id: self.ids.get(at), cluster: self.ids.get(head as usize) })?;
        }
        Ok(())
    }

    /// The texts that stand for themselves, in the order of the list.
    fn write_kept(&self, out: &mut impl Write) -> anyhow::Result<()> {
        let kept: Vec<usize> = (0..self.heads.len()).filter(|&at| self.heads[at] as usize == at).collect();
        for &at in &kept {
            writeln!(out, "{}", self.ids.get(at))?;
        }
        let all = self.heads.len();
        messages::say(&format!(
            "{} of {all} to keep; --format assignments tells what stands for the others",
            kept.len()
        ));
        Ok(())
    }

    /// Clusters in the order of their first members.
    fn write_clusters(&self, out: &mut impl Write) -> anyhow::Result<()> {
        let mut members: Vec<Vec<usize>> = vec![Vec::new(); self.heads.len()];
        let mut order = Vec::new();
        for (at, &head) in self.heads.iter().enumerate() {
            let cluster = &mut members[head as usize];
            if cluster.is_empty() {
                order.push(head as usize);
            }
            cluster.push(at);
        }
        for head in order {
            let members = members[head].iter().map(|&at| self.member(head, at)).collect();
            let cluster = self.ids.get(head);
            let canonical = Canonical { id: cluster, text: self.texts.get(head) };
            write_line(out, &Cluster { cluster, canonical, members })?;
        }
        Ok(())
    }

    fn member(&self, head: usize, at: usize) -> Member<'_> {
        let same = self.texts.get(head) == self.texts.get(at);
        let Related { relation, similarity, differs } = if same {
            Related { relation: Relation::Exact, similarity: 1.0, differs: None }
        } else {
            relate(self.texts.get(head), self.texts.get(at))
        };
        let similarity = (similarity * 1000.0).round() / 1000.0;
        let document = self.documents[at].as_deref();
        Member { id: self.ids.get(at), document, relation: relation.name(), similarity, differs }
    }
}
