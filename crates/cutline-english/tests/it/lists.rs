//! The compiled lists agree with the tables that people edit.

use std::path::Path;
use std::{fs, io};

use cutline_entities::{Classes, ListsBuilder};

#[test]
fn lists_are_fresh() -> io::Result<()> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut builder = ListsBuilder::default();
    for entry in fs::read_dir(&data)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "tsv") {
            builder.tsv(&fs::read_to_string(path)?).map_err(io::Error::other)?;
        }
    }
    assert!(fs::read(data.join("lists.bin"))? == builder.bytes(), "run `cargo xtask tables`");
    Ok(())
}

#[test]
fn tables_are_sorted_without_repeats() -> io::Result<()> {
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))? {
        let path = entry?.path();
        if path.extension().is_none_or(|extension| extension != "tsv") {
            continue;
        }
        let table = fs::read_to_string(&path)?;
        let rows: Vec<Vec<&str>> = table
            .lines()
            .filter(|line| !line.starts_with('#'))
            .skip(1)
            .map(|line| line.split('\t').collect())
            .collect();
        assert!(rows.is_sorted_by(|a, b| a < b), "{}", path.display());
        assert!(table.starts_with("# "), "{} does not say where it is from", path.display());
    }
    Ok(())
}

#[test]
fn one_thing_under_many_names() {
    let lists = cutline_english::lists();
    let thing = |name| lists.whole(name).and_then(|found| found.thing);
    for name in ["US", "U.S.", "USA", "America", "United States of America"] {
        assert_eq!(thing(name), thing("United States"), "{name}");
    }
    assert_eq!(thing("Kiev"), thing("Kyiv"));
    assert_eq!(thing("UN"), thing("United Nations"));
    assert_ne!(thing("North Korea"), thing("South Korea"));
    let kyiv = thing("Kyiv").and_then(|thing| lists.place(thing)).expect("a place");
    assert_eq!((kyiv.country().as_deref(), kyiv.position), (Some("UA"), Some((50.45, 30.52))));
    assert!(lists.classes("Mary").any(Classes::GIVEN_FEMALE));
    assert!(lists.classes("foreign minister").any(Classes::ROLE));
}
