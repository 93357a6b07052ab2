//! What was written as a record is read back as what it was made of.

use cutline_doc::{Analysis, Span};
use cutline_report::{OffsetUnit, Options, Record, Summary, record};
use cutline_testkit::article;
use proptest::prelude::*;
use serde_json::{Value, json};

fn written(analysis: &Analysis, unit: OffsetUnit) -> String {
    serde_json::to_string(&record(analysis, &[], &Options { unit, ..Options::default() })).unwrap()
}

fn read(line: &str) -> Result<Analysis, String> {
    let record: Record<'_> = serde_json::from_str(line).map_err(|error| error.to_string())?;
    record.analysis().map_err(|error| error.to_string())
}

/// The article as far as a record tells it: scores have three decimals, and of
/// the last change only the date is there.
fn told() -> Analysis {
    let mut analysis = article();
    let rounded = |score: f32| (score * 1000.0).round() / 1000.0;
    analysis.mentions.iter_mut().for_each(|mention| mention.score = rounded(mention.score));
    analysis.quotes.iter_mut().for_each(|quote| quote.score = rounded(quote.score));
    analysis.document.metadata.modified = None;
    analysis
}

#[test]
fn in_every_unit() {
    let analysis = told();
    for &unit in OffsetUnit::ALL {
        let back = read(&written(&analysis, unit)).unwrap();
        assert_eq!(back, analysis, "{}", unit.name());
        assert_eq!(Summary::of(&back, unit), Summary::of(&analysis, unit));
    }
}

#[test]
fn what_is_wrong_is_said() {
    let good: Value = serde_json::from_str(&written(&article(), OffsetUnit::Codepoint)).unwrap();
    let wrong = |pointer: &str, value: Value| {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).unwrap() = value;
        read(&bad.to_string()).unwrap_err()
    };
    assert_eq!(wrong("/offset_unit", json!("line")), "'line' is no offset unit");
    assert_eq!(wrong("/text", Value::Null), "the text was left out");
    assert_eq!(wrong("/blocks/0/kind", json!("title")), "'title' is no kind of block");
    assert_eq!(wrong("/mentions/0/label", json!("THING")), "'THING' is no label");
    assert_eq!(wrong("/metadata/published", json!("some day")), "'some day' is no day");
    assert!(wrong("/blocks/0/end", json!(1_000_000)).ends_with("is no part of the text"));
    assert!(wrong("/captions/0/block", json!(999)).contains("caption of no block"));
    assert!(wrong("/quotes/0/speaker", json!(999)).contains("speaker who is no entity"));
}

proptest! {
    /// However a place of a record is bent, the record is read or refused.
    #[test]
    fn bent_places_never_panic(start in 0_u32..4000, length in 0_u32..4000, unit in 0_usize..3, n in 0_usize..3) {
        let unit = OffsetUnit::ALL[unit];
        let mut value: Value = serde_json::from_str(&written(&article(), unit)).unwrap();
        let place = ["/blocks/1", "/mentions/0", "/quotes/0/content/0"][n];
        let place = value.pointer_mut(place).unwrap();
        place["start"] = json!(start);
        place["end"] = json!(start.saturating_add(length));
        if let Ok(analysis) = read(&value.to_string()) {
            prop_assert!(analysis.check().is_ok());
            let whole = Span::new(0, analysis.document.text.len());
            prop_assert!(analysis.mentions.iter().all(|mention| whole.contains(mention.span)));
        }
    }
}
