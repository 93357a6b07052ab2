//! The sample corpus: one entity per person over its three articles.

use std::fs;
use std::path::Path;

use cutline_doc::{CorpusEntity, Entity, Label};
use cutline_entities::{Overrides, link, merge};

use crate::marked::document;

fn corpus() -> Vec<CorpusEntity> {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let mut paths: Vec<_> = fs::read_dir(seeds).expect("seeds").map(|entry| entry.expect("a seed").path()).collect();
    paths.sort();
    let lists = cutline_english::lists();
    let documents: Vec<Vec<Entity>> = paths
        .iter()
        .map(|path| {
            let document = document(&fs::read_to_string(path).expect("text"));
            let mut mentions = cutline_english::tagger().tag(&document);
            link(&document, &mut mentions, lists)
        })
        .collect();
    let documents: Vec<&[Entity]> = documents.iter().map(Vec::as_slice).collect();
    merge(&documents, lists, &Overrides::default())
}

#[test]
fn people_are_one_each_over_the_articles() {
    let corpus = corpus();
    for (name, documents) in [
        ("Donald Trump", 3),
        ("Vladimir Putin", 3),
        ("Keir Starmer", 2),
        ("Marco Rubio", 1),
        ("David Lammy", 2),
        ("Emmanuel Macron", 2),
        ("Volodymyr Zelenskyy", 2),
    ] {
        let surname = name.rsplit_once(' ').expect("two words").1;
        let called = |e: &&CorpusEntity| e.label == Label::Person && e.aliases.iter().any(|a| a.text.contains(surname));
        let found: Vec<&CorpusEntity> = corpus.iter().filter(called).collect();
        assert_eq!(found.len(), 1, "{name}");
        assert_eq!((found[0].name.as_str(), found[0].members.len()), (name, documents));
    }
}

#[test]
fn bearers_of_one_given_name_stay_apart() {
    let corpus = corpus();
    let given = |names: &[&str]| {
        let bears = |e: &&CorpusEntity| e.label == Label::Person && names.iter().any(|n| e.name.starts_with(n));
        corpus.iter().filter(bears).map(|e| e.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(given(&["Vladimir "]), ["Vladimir Putin", "Vladimir Yakushev"]);
    assert_eq!(
        given(&["Dmitry ", "Dmitri "]),
        ["Dmitri Lovetsky", "Dmitry Medvedev", "Dmitry Peskov", "Dmitry Serebryakov"]
    );
}

#[test]
fn the_ship_is_not_the_district() {
    let corpus = corpus();
    let called = |name: &str| corpus.iter().filter(|e| e.name == name).count();
    assert_eq!((called("Ural"), called("Ural Federal District")), (1, 1));
}
