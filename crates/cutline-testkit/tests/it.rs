//! The sample corpus, as all stages together read it.

use cutline::{Analysis, Analyzer, Record};
use cutline_report::{OffsetUnit, Options, record, schema};
use cutline_testkit::{Seed, Unit, check, schema_faults, seeds, slice};
use serde_json::Value;

fn analyses() -> Vec<(String, Analysis)> {
    let read = |seed: Seed| {
        let bytes = seed.text.len() as u64;
        let record = Record { id: seed.file, text: seed.text, bytes, ..Record::default() };
        (seed.name, Analyzer::default().analyze(record))
    };
    seeds().into_iter().map(read).collect()
}

fn json(analysis: &Analysis, unit: OffsetUnit) -> Value {
    serde_json::to_value(record(analysis, &[], &Options { unit, ..Options::default() })).unwrap()
}

#[test]
fn words_over_labels() {
    for (name, analysis) in analyses() {
        check(&analysis);
        let shown = [
            ("blocks", cutline_testkit::blocks(&analysis.document)),
            ("captions", cutline_testkit::captions(&analysis.document)),
            ("names", cutline_testkit::mentions(&analysis) + "\n" + &cutline_testkit::entities(&analysis)),
            ("dates", cutline_testkit::timexes(&analysis)),
            ("quotes", cutline_testkit::quotes(&analysis)),
        ];
        for (what, shown) in shown {
            insta::assert_snapshot!(format!("{name}_{what}"), shown);
        }
    }
}

#[test]
fn records_fit_the_schema() {
    let schema = serde_json::from_str(&schema()).unwrap();
    for (name, analysis) in analyses() {
        assert_eq!(schema_faults(&schema, &json(&analysis, OffsetUnit::Codepoint)), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn all_spans_hold_the_same_words_in_all_units() {
    for (name, analysis) in analyses() {
        let units = [
            (OffsetUnit::Byte, Unit::Byte),
            (OffsetUnit::Codepoint, Unit::Codepoint),
            (OffsetUnit::Utf16, Unit::Utf16),
        ];
        let words = units.map(|(unit, counted)| {
            let mut words = Vec::new();
            spans(&json(&analysis, unit), &mut |start, end| {
                words.push(slice(&analysis.document.text, counted, start, end).expect("a span of the text"));
            });
            words
        });
        assert!(words[0].len() > 100, "{name} has too few spans to mean anything");
        assert_eq!(words[0], words[1], "{name}");
        assert_eq!(words[0], words[2], "{name}");
    }
}

/// Hands over every `start` and `end` of a record, in order.
fn spans(value: &Value, found: &mut impl FnMut(usize, usize)) {
    match value {
        Value::Object(members) => {
            let end_of = |key: &str| members.get(key).and_then(Value::as_u64).map(|n| n as usize);
            if let (Some(start), Some(end)) = (end_of("start"), end_of("end")) {
                found(start, end);
            }
            members.values().for_each(|member| spans(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| spans(item, found)),
        _ => {}
    }
}
