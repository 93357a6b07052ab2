//! A tagger of one's own: lists and weights made on the spot, no English.
//!
//! `cargo run -p cutline-entities --example toy`

use cutline_doc::{Block, BlockKind, Document, Span};
use cutline_entities::tagging::{
    Clusters, Elsewhere, FEATURE_SET, KINDS, OUTSIDE, Part, Words, local, names, state, steps,
};
use cutline_entities::{Files, Lists, ListsBuilder, Tagger, link};
use cutline_linear::train::{Example, Settings, fit};

const TABLE: &str = "\
name\tclass\tkey\tcountry
Ana\tgiven_female\t\t
President\ttitle+role\t\t
Belaland\tcountry\tcountry:BL\tBL
B.L.\tcountry\tcountry:BL\tBL
";

/// Texts to learn from: each name with its kind.
const TEXTS: &[(&str, &[(&str, &str)])] = &[
    (
        "President Ana Velk met Kit Sami in Belaland.",
        &[("Ana Velk", "PERSON"), ("Kit Sami", "PERSON"), ("Belaland", "LOC")],
    ),
    ("President Ana Moor came from Belaland to an island.", &[("Ana Moor", "PERSON"), ("Belaland", "LOC")]),
    ("Sami met Moor; they left Belaland.", &[("Sami", "PERSON"), ("Moor", "PERSON"), ("Belaland", "LOC")]),
];

fn main() {
    let mut builder = ListsBuilder::default();
    builder.tsv(TABLE).expect("the table is sound");
    let lists = builder.finish();
    let (first, second) = (learn(&lists, false), learn(&lists, true));
    let files = Files { first: &first, second: &second, clusters: &Clusters::to_bytes(&[]) };
    let tagger = Tagger::from_files(files, lists.clone()).expect("the weights were just made");

    let document = document("President Ana Orr left Belaland. Orr met Sami in B.L. after that.");
    let mut mentions = tagger.tag(&document);
    for entity in link(&document, &mut mentions, &lists) {
        let forms: Vec<&str> = entity.aliases.iter().map(|alias| alias.text.as_str()).collect();
        let roles: Vec<&str> = entity.roles.iter().map(|role| role.text.as_str()).collect();
        println!("{} {}: {} {}", entity.label.name(), entity.name, forms.join(", "), roles.join(", "));
    }
}

/// The model file of a stage; the second also sees what the first would have found.
fn learn(lists: &Lists, second: bool) -> Vec<u8> {
    let mut examples = Vec::new();
    for (text, named) in TEXTS {
        let words = Words::read(&document(text), lists, &Clusters::default());
        let states = gold(text, named, &words);
        let elsewhere = second.then(|| Elsewhere::new(&words, &words.runs(), states.clone()));
        for run in words.runs() {
            let mut example = Example::new();
            for at in run.start..run.end {
                let mut features = Vec::new();
                local(&words, run, at, &mut features);
                if let Some(elsewhere) = &elsewhere {
                    elsewhere.features(&words, run, at, &mut features);
                }
                example.push(&features, 1 << states[at as usize]);
            }
            examples.push(example);
        }
    }
    fit(&examples, &settings()).to_bytes()
}

/// The state of each token: first, inner, last or only one of a name.
fn gold(text: &str, named: &[(&str, &str)], words: &Words) -> Vec<u16> {
    let mut states = vec![OUTSIDE; words.tokens.len()];
    for (name, kind) in named {
        let start = text.find(name).expect("a name of the text");
        let name = Span::new(start, start + name.len());
        let kind = KINDS.iter().position(|known| known == kind).expect("a kind");
        let found: Vec<usize> = (0..states.len()).filter(|&at| name.contains(words.tokens[at].span)).collect();
        for (n, &at) in found.iter().enumerate() {
            let part = match (n, found.len() - 1) {
                (0, 0) => Part::Unit,
                (0, _) => Part::Begin,
                (n, last) if n == last => Part::Last,
                _ => Part::Inside,
            };
            states[at] = state(kind, part);
        }
    }
    states
}

fn settings() -> Settings {
    Settings {
        feature_set: FEATURE_SET,
        labels: names(),
        steps: steps(),
        epochs: 20,
        rate: 0.1,
        damp: 1.0,
        shrink: 0.0,
        dropout: 0.0,
        least: 1,
        seed: 1,
    }
}

fn document(text: &str) -> Document {
    let blocks = vec![Block::new(Span::of(text), BlockKind::Paragraph, "example")];
    Document { text: text.to_string(), blocks, ..Document::default() }
}
