//! The schema and the records are made from the same types; this holds them
//! together where an attribute could part them.

use cutline_report::{OffsetUnit, Options, Record, record, schema};
use cutline_testkit::{article, schema_faults};
use serde_json::{Value, json};

fn parsed() -> Value {
    serde_json::from_str(&schema()).unwrap()
}

#[test]
fn records_fit_the_schema() {
    let mut options = Options::default();
    options.generator.models.insert("names".into(), "0123".into());
    let analysis = article();
    for &unit in OffsetUnit::ALL {
        options.unit = unit;
        let clusters = vec![Some("x#c0".to_owned()); analysis.document.captions.len()];
        let value = serde_json::to_value(record(&analysis, &clusters, &options)).unwrap();
        assert_eq!(schema_faults(&parsed(), &value), Vec::<String>::new());
    }
}

#[test]
fn the_check_finds_faults() {
    let options = Options::default();
    let analysis = article();
    let good = serde_json::to_value(record(&analysis, &[], &options)).unwrap();
    let broken = |pointer: &str, value: Value| {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).unwrap() = value;
        schema_faults(&parsed(), &bad)
    };
    assert_eq!(broken("/blocks/0/kind", json!("title")).len(), 1);
    assert_eq!(broken("/mentions/0/start", json!(-1.5)).len(), 1);
    assert!(!broken("/captions/0/credit", json!({"raw": "x"})).is_empty());
    assert_eq!(broken("/offset_unit", json!("line")).len(), 1);
    let mut more = good.clone();
    more["extra"] = json!(1);
    assert_eq!(schema_faults(&parsed(), &more), ["/extra is not in the schema"]);
}

#[test]
fn records_can_be_read_back() {
    let options = Options::default();
    let analysis = article();
    let written = record(&analysis, &[], &options);
    let line = serde_json::to_string(&written).unwrap();
    let read: Record<'_> = serde_json::from_str(&line).unwrap();
    assert_eq!(read, written);
}

#[test]
fn schema_stays() {
    insta::assert_snapshot!("schema", schema());
}
