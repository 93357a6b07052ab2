//! The sample corpus: the quotations that are easy to get wrong.

use std::path::Path;

use crate::page::Page;

fn told(seed: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds").join(seed);
    let text = std::fs::read_to_string(path).unwrap();
    Page::new(&text, &[]).told()
}

fn holds(told: &[String], line: &str) {
    assert!(told.iter().any(|found| found == line), "no {line:?} in {told:#?}");
}

#[test]
fn coordinated_and_carried_subjects() {
    let told = told("000_690b7f1cc7b505ef.txt");
    holds(
        &told,
        "direct: “If it doesn’t happen quickly, it may not happen at all.” / cautioned / President Donald Trump",
    );
    holds(&told, "direct: \"it can't be peace that rewards the aggressor.\" / said / Starmer");
    holds(&told, "indirect: which | lasted for more than six hours / said / Russian news agencies");
}

#[test]
fn quotations_over_paragraphs() {
    let told = told("001_31c7c5e941671ada.txt");
    holds(&told, "mixed: he thought there was a “good chance” of succeeding / added / Donald Trump");
    let rubio = told.iter().find(|line| line.contains("If it’s not possible")).unwrap();
    assert!(rubio.ends_with("/ told / Mr Rubio"), "{rubio}");
}

#[test]
fn a_colon_after_a_clause_without_speech() {
    let told = told("002_9628709f8aff7fc1.txt");
    holds(&told, "direct: “I don’t want to say that.” / was coy / Trump");
    holds(&told, "indirect: who from his administration has been in contact with the Russians / did not say / Trump");
}
