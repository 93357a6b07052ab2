use std::collections::BTreeMap;
use std::io;

use cutline_doc::{CaptionGroup, CorpusEntity, EntityRef, GroupMember, Relation};
use cutline_report::export::Linked;
use cutline_report::export::graph::{Of, edges_csv, gexf, graph, nodes_csv};
use cutline_report::export::tables::{Cell, CsvFolder, Dialect, Kind, Sink, Table, write};

use super::articles;

/// Rows as they come, each held to the columns of its table.
#[derive(Default)]
struct Rows(BTreeMap<Table, Vec<Vec<String>>>);

impl Sink for Rows {
    fn row(&mut self, table: Table, cells: &[Cell<'_>]) -> io::Result<()> {
        assert_eq!(cells.len(), table.columns().len(), "{table:?}");
        for (cell, (name, kind)) in cells.iter().zip(table.columns()) {
            let fits = match cell {
                Cell::Empty => true,
                Cell::Text(_) => *kind == Kind::Text,
                Cell::Whole(_) => *kind == Kind::Whole,
                Cell::Real(_) => *kind == Kind::Real,
                Cell::Truth(_) => *kind == Kind::Truth,
            };
            assert!(fits, "{table:?}.{name} holds {cell:?}");
        }
        let words = |cell: &Cell<'_>| if let Cell::Text(text) = cell { text.to_string() } else { format!("{cell:?}") };
        self.0.entry(table).or_default().push(cells.iter().map(words).collect());
        Ok(())
    }
}

/// Both articles with all their entities over both, and captions of one photo.
fn linked(check: impl FnOnce(&Linked<'_>)) {
    let documents = articles();
    let mut entities = Vec::new();
    for (document, analysis) in documents.iter().enumerate() {
        entities.extend(analysis.entities.iter().map(|entity| CorpusEntity {
            id: format!("{}:{document}-{}\"<", entity.label.name(), entity.id),
            label: entity.label,
            name: entity.name.clone(),
            aliases: entity.aliases.clone(),
            roles: vec![],
            members: vec![EntityRef { document, entity: entity.id }],
            merged_because: vec![],
            doubts: vec![],
            country: None,
            position: entity.position,
        }));
    }
    let member = |index, relation| GroupMember { index, relation, similarity: 0.7, differs: Some("credit".into()) };
    let members = vec![member(0, Relation::Exact), member(2, Relation::Credit)];
    let captions = [CaptionGroup { canonical: 0, members, shared_context: vec![] }];
    check(&Linked { documents: &documents, entities: &entities, captions: &captions, stories: &[] });
}

#[test]
fn rows_fit_their_tables() {
    linked(|linked| {
        let mut rows = Rows::default();
        write(linked, &mut rows).unwrap();
        let counts: Vec<usize> = Table::ALL.iter().map(|table| rows.0.get(table).map_or(0, Vec::len)).collect();
        assert_eq!(counts, [2, 13, 3, 8, 13, 3, 8, 2]);
        assert_eq!(rows.0[&Table::Captions][2].last().unwrap(), "invented/bridge.txt#c0");
        assert_eq!(rows.0[&Table::Quotes][0][8..10], ["Zoë Marín", "PERSON:0-0\"<"]);
    });
}

#[test]
fn spreadsheets_get_no_formula_and_programs_every_word() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("export-tables");
    linked(|linked| {
        for dialect in [Dialect::Plain, Dialect::Excel] {
            let mut expected = Rows::default();
            write(linked, &mut expected).unwrap();
            let mut sink = CsvFolder::create(&folder, dialect).unwrap();
            write(linked, &mut sink).unwrap();
            sink.finish().unwrap();
            for (table, rows) in &expected.0 {
                let text = std::fs::read_to_string(folder.join(table.name()).with_extension("csv")).unwrap();
                assert_eq!(text.starts_with('\u{feff}'), dialect == Dialect::Excel);
                compare(text.trim_start_matches('\u{feff}'), rows, *table, dialect);
            }
        }
    });
}

fn compare(text: &str, rows: &[Vec<String>], table: Table, dialect: Dialect) {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head: Vec<&str> = table.columns().iter().map(|(name, _)| *name).collect();
    assert_eq!(reader.headers().unwrap(), head);
    let read: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
    assert_eq!(read.len(), rows.len());
    for (read, row) in read.iter().zip(rows) {
        for ((cell, words), (name, kind)) in read.iter().zip(row).zip(table.columns()) {
            if *kind != Kind::Text {
                continue;
            }
            let words = if words == "Empty" { String::new() } else { words.replace('\0', "\u{fffd}") };
            if dialect == Dialect::Plain {
                assert!(cell == words, "{table:?}.{name}");
            } else {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{table:?}.{name}: {cell}");
                assert!(cell.encode_utf16().count() <= 32_767);
            }
        }
    }
}

#[test]
fn networks_hold_who_is_named_together() {
    linked(|linked| {
        let people = graph(linked, Of::People);
        assert!(!people.directed && people.nodes.len() >= 2, "{people:?}");
        let mut out = Vec::new();
        gexf(&people, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert_eq!(text.matches("<node ").count(), people.nodes.len());
        assert_eq!(text.matches("<edge ").count(), people.edges.len());
        assert!(!text.contains("\"<\"") && text.contains("&quot;&lt;\""), "{text}");
        let (mut nodes, mut edges) = (Vec::new(), Vec::new());
        nodes_csv(&people, &mut nodes, Dialect::Plain).unwrap();
        edges_csv(&people, &mut edges, Dialect::Plain).unwrap();
        let rows = |csv: &[u8]| csv::Reader::from_reader(csv).records().count();
        assert_eq!((rows(&nodes), rows(&edges)), (people.nodes.len(), people.edges.len()));
    });
}
