//! Networks of people: who is named with whom, who speaks of whom, who stands
//! in a picture with whom.

mod gexf;
mod pairs;

use std::collections::BTreeMap;
use std::io::{self, Write};

use cutline_doc::{CorpusEntity, EntityRef, Label};

pub use gexf::gexf;

use super::Linked;
use super::tables::CsvTable;
use super::tables::{Cell, Dialect};

/// What ties two people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// They are named in the same block of text.
    People,
    /// The first is quoted, and the quotation names the second.
    Quotes,
    /// The same caption names them; repeats of a photo count once.
    Captions,
}

/// Who is tied to whom.
#[derive(Clone, Debug, PartialEq)]
pub struct Graph<'a> {
    /// Whether an edge leads from one to the other.
    pub directed: bool,
    /// Everyone who has an edge, in the order of their ids.
    pub nodes: Vec<&'a CorpusEntity>,
    /// In the order of their ends.
    pub edges: Vec<Edge>,
}

/// A tie between two nodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The place of the first in the list of nodes.
    pub source: usize,
    /// The place of the second.
    pub target: usize,
    /// In how many blocks, quotations or pictures.
    pub weight: u32,
    /// In how many documents.
    pub documents: u32,
}

impl Of {
    /// All networks.
    pub const ALL: &[Of] = &[Of::People, Of::Quotes, Of::Captions];

    /// The name in flags.
    pub fn name(self) -> &'static str {
        match self {
            Of::People => "people",
            Of::Quotes => "quotes",
            Of::Captions => "captions",
        }
    }
}

/// The network of the documents' people.
pub fn graph<'a>(linked: &Linked<'a>, of: Of) -> Graph<'a> {
    let mut ties = Tally::default();
    pairs::count(linked, of, &mut ties);
    let people: BTreeMap<&str, &CorpusEntity> = linked.entities.iter().map(|one| (one.id.as_str(), one)).collect();
    let mut places: BTreeMap<&str, usize> = ties.0.keys().flat_map(|&(a, b)| [a, b]).map(|id| (id, 0)).collect();
    places.values_mut().enumerate().for_each(|(n, place)| *place = n);
    let edge = |(&(a, b), count): (&(&str, &str), &Count)| Edge {
        source: places[a],
        target: places[b],
        weight: count.weight,
        documents: count.documents,
    };
    Graph {
        directed: of == Of::Quotes,
        nodes: places.keys().filter_map(|id| people.get(id).copied()).collect(),
        edges: ties.0.iter().map(edge).collect(),
    }
}

/// How often each two are tied.
#[derive(Default)]
struct Tally<'a>(BTreeMap<(&'a str, &'a str), Count>);

#[derive(Default)]
struct Count {
    weight: u32,
    documents: u32,
    /// The document that was counted last, from 1.
    last: usize,
}

impl<'a> Tally<'a> {
    fn add(&mut self, document: usize, one: &'a str, other: &'a str) {
        let count = self.0.entry((one, other)).or_default();
        count.weight += 1;
        count.documents += u32::from(count.last != document + 1);
        count.last = document + 1;
    }
}

/// Who of the people over all documents an entity is.
type People<'a> = BTreeMap<EntityRef, &'a CorpusEntity>;

fn people<'a>(linked: &Linked<'a>) -> People<'a> {
    linked.entities_over().into_iter().filter(|(_, entity)| entity.label == Label::Person).collect()
}

/// The nodes as CSV, in the columns that Gephi reads.
///
/// # Errors
/// Those of `out`.
pub fn nodes_csv(graph: &Graph<'_>, out: impl Write, dialect: Dialect) -> io::Result<()> {
    let mut table = CsvTable::new(out, dialect, &["Id", "Label", "roles", "documents", "mentions"])?;
    for node in &graph.nodes {
        let roles = Cell::list(node.roles.iter().map(|role| &role.text));
        let counts = [documents(node).into(), mentions(node).into()];
        let [documents, mentions] = counts;
        table.row(&[node.id.as_str().into(), node.name.as_str().into(), roles, documents, mentions])?;
    }
    table.finish()
}

/// The edges as CSV, in the columns that Gephi reads.
///
/// # Errors
/// Those of `out`.
pub fn edges_csv(graph: &Graph<'_>, out: impl Write, dialect: Dialect) -> io::Result<()> {
    let mut table = CsvTable::new(out, dialect, &["Source", "Target", "Type", "Weight", "documents"])?;
    let kind = if graph.directed { "Directed" } else { "Undirected" };
    for edge in &graph.edges {
        let [source, target] = [edge.source, edge.target].map(|n| graph.nodes[n].id.as_str().into());
        table.row(&[source, target, kind.into(), edge.weight.into(), edge.documents.into()])?;
    }
    table.finish()
}

fn documents(entity: &CorpusEntity) -> usize {
    let mut documents: Vec<usize> = entity.members.iter().map(|member| member.document).collect();
    documents.dedup();
    documents.len()
}

fn mentions(entity: &CorpusEntity) -> u32 {
    entity.aliases.iter().map(|alias| alias.count).sum()
}
