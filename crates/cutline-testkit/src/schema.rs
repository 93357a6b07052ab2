//! Records held to a JSON Schema.

use serde_json::{Map, Value};

/// What of `value` breaks `schema`, with the path to it; nothing if it fits.
///
/// Knows as much of JSON Schema as schemas made from Rust types use, and is
/// stricter in one thing: a key that the schema does not name is a fault too.
///
/// # Panics
/// If the schema refers to what it does not define.
pub fn schema_faults(schema: &Value, value: &Value) -> Vec<String> {
    faults(schema, schema, value, "")
}

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
