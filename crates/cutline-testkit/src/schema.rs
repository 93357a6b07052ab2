//! Records held to a JSON Schema.

use std::borrow::Cow;

use serde_json::{Map, Value};

/// What of `value` breaks `schema`, with the path to it; nothing if it fits.
///
/// Knows as much of JSON Schema as schemas made from Rust types and that of ninjs
/// use, and is stricter in one thing: a key that the schema does not name is a fault too.
///
/// # Panics
/// If the schema refers to what it does not define.
pub fn schema_faults(schema: &Value, value: &Value) -> Vec<String> {
    faults(schema, schema, value, "")
}

fn faults(root: &Value, schema: &Value, value: &Value, path: &str) -> Vec<String> {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        let target = root.pointer(name.trim_start_matches('#')).unwrap_or_else(|| panic!("{name} is not defined"));
        return faults(root, &with_siblings(target, schema), value, path);
    }
    if let Some(any) = schema.get("anyOf").and_then(Value::as_array) {
        let tried: Vec<Vec<String>> = any.iter().map(|one| faults(root, one, value, path)).collect();
        return tried.into_iter().min_by_key(Vec::len).unwrap_or_default();
    }
    let mut found = Vec::new();
    if !has_type(schema, value) {
        found.push(format!("{path}: {value} is no {}", schema["type"]));
    }
    if !has_format(schema, value) {
        found.push(format!("{path}: {value} is no {}", schema["format"]));
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

/// What a reference leads to, with the members and requirements that stand beside the reference.
fn with_siblings<'s>(target: &'s Value, schema: &Value) -> Cow<'s, Value> {
    let mut both = Cow::Borrowed(target);
    if let Some(own) = schema.get("properties").and_then(Value::as_object) {
        let members = both.to_mut()["properties"].as_object_mut().expect("an object");
        members.extend(own.iter().map(|(key, of)| (key.clone(), of.clone())));
    }
    if let Some(required) = schema.get("required") {
        both.to_mut()["required"] = required.clone();
    }
    both
}

/// The formats that schemas of the trade ask for, as far as a look can tell.
fn has_format(schema: &Value, value: &Value) -> bool {
    let Some(text) = value.as_str() else { return true };
    let scheme = |scheme: &str| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    };
    match schema.get("format").and_then(Value::as_str) {
        Some("uri") => {
            let sound = text.bytes().all(|b| b.is_ascii_graphic() && !b"<>\"{}|\\^`".contains(&b));
            sound && text.split_once(':').is_some_and(|(before, _)| scheme(before))
        }
        Some("date-time") => {
            // 2021-05-04T09:30:00Z: shorter ones lack the seconds or the zone.
            let form = text.bytes().map(|b| if b.is_ascii_digit() { b'0' } else { b });
            let form: Vec<u8> = form.collect();
            form.starts_with(b"0000-00-00T00:00:00")
                && (form.ends_with(b"Z") || form.ends_with(b"+00:00") || form.ends_with(b"-00:00"))
        }
        _ => true,
    }
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
            Some(of) if *of != Value::Bool(false) => found.extend(faults(root, of, member, &path)),
            _ => found.push(format!("{path} is not in the schema")),
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
