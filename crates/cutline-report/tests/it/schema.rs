//! The schema and the records are made from the same types; this holds them
//! together where an attribute could part them.

use cutline_report::{OffsetUnit, Options, Record, record, schema};
use cutline_testkit::article;
use serde_json::{Map, Value, json};

/// What breaks the schema, as a list of paths. Stricter than JSON Schema: a
/// key that the schema does not name is a fault too.
fn faults(root: &Value, schema: &Value, value: &Value, path: &str) -> Vec<String> {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        let target = root.pointer(name.trim_start_matches('#')).unwrap_or_else(|| panic!("{name} is not defined"));
        return faults(root, target, value, path);
    }
    if let Some(any) = schema.get("anyOf").and_then(Value::as_array) {
        let tried: Vec<Vec<String>> = any.iter().map(|one| faults(root, one, value, path)).collect();
        return tried.into_iter().min_by_key(Vec::len).unwrap_or_default();
    }
    let mut found = Vec::new();
    if !has_type(schema, value) {
        found.push(format!("{path}: {value} is no {}", schema["type"]));
    }
    if schema.get("const").is_some_and(|only| only != value) {
        found.push(format!("{path}: {value} is not {}", schema["const"]));
    }
    if let Some(allowed) = schema.get("enum").and_then(Value::as_array).filter(|allowed| !allowed.contains(value)) {
        found.push(format!("{path}: {value} is none of {allowed:?}"));
    }
    match value {
        Value::Object(members) => found.extend(object_faults(root, schema, members, path)),
        Value::Array(items) => {
            for (n, item) in items.iter().enumerate() {
                found.extend(faults(root, &schema["items"], item, &format!("{path}/{n}")));
            }
        }
        _ => {}
    }
    found
}

fn object_faults(root: &Value, schema: &Value, members: &Map<String, Value>, path: &str) -> Vec<String> {
    let mut found = Vec::new();
    for key in schema["required"].as_array().into_iter().flatten() {
        if !members.contains_key(key.as_str().unwrap()) {
            found.push(format!("{path}: {key} is missing"));
        }
    }
    for (key, member) in members {
        let path = format!("{path}/{key}");
        match schema["properties"].get(key).or(schema.get("additionalProperties")) {
            Some(of) => found.extend(faults(root, of, member, &path)),
            None => found.push(format!("{path} is not in the schema")),
        }
    }
    found
}

fn has_type(schema: &Value, value: &Value) -> bool {
    let is = |name: &Value| match name.as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("boolean") => value.is_boolean(),
        Some("integer") => value.is_u64() || value.is_i64(),
        Some("number") => value.is_number(),
        Some("null") => value.is_null(),
        _ => panic!("a type that this check does not know: {name}"),
    };
    match schema.get("type") {
        Some(Value::Array(names)) => names.iter().any(is),
        Some(name) => is(name),
        None => true,
    }
}

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
        assert_eq!(faults(&parsed(), &parsed(), &value, ""), Vec::<String>::new());
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
        faults(&parsed(), &parsed(), &bad, "")
    };
    assert_eq!(broken("/blocks/0/kind", json!("title")).len(), 1);
    assert_eq!(broken("/mentions/0/start", json!(-1.5)).len(), 1);
    assert!(!broken("/captions/0/credit", json!({"raw": "x"})).is_empty());
    assert_eq!(broken("/offset_unit", json!("line")).len(), 1);
    let mut more = good.clone();
    more["extra"] = json!(1);
    assert_eq!(faults(&parsed(), &parsed(), &more, ""), ["/extra is not in the schema"]);
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
