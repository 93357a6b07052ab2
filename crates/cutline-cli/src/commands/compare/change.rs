//! How one record differs from another of the same id.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::{Map, Value};

/// What became of one field.
///
/// A list is compared item by item: what has the same place (`start` and
/// `end`), id, name or text is the same item, and `changed` if it says
/// something else. The order of a list makes no difference.
#[derive(Debug, PartialEq, Serialize)]
pub struct Change {
    /// Its name; of a field within a field `metadata.headline`.
    pub field: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<Value>,
    /// Before and after.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changed: Vec<[Value; 2]>,
}

/// The fields that differ, by name. What made the records is left out: it is
/// meant to differ.
pub fn changes(old: &Value, new: &Value) -> Vec<Change> {
    let mut found = Vec::new();
    compare("", old, new, &mut found);
    found
}

fn compare(field: &str, old: &Value, new: &Value, found: &mut Vec<Change>) {
    match (old, new) {
        _ if old == new => {}
        (Value::Object(old), Value::Object(new)) => objects(field, old, new, found),
        (Value::Array(old), Value::Array(new)) => found.extend(lists(field, old, new)),
        _ => {
            let one = |value: &Value| if value.is_null() { Vec::new() } else { vec![value.clone()] };
            let both = !old.is_null() && !new.is_null();
            let change = Change { field: field.to_owned(), added: one(new), removed: one(old), changed: Vec::new() };
            let pair = || vec![[old.clone(), new.clone()]];
            let swap = |it: Change| Change { added: Vec::new(), removed: Vec::new(), changed: pair(), ..it };
            found.push(if both { swap(change) } else { change });
        }
    }
}

fn objects(field: &str, old: &Map<String, Value>, new: &Map<String, Value>, found: &mut Vec<Change>) {
    let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    for name in names {
        if field.is_empty() && name == "generator" {
            continue;
        }
        let path = if field.is_empty() { name.clone() } else { format!("{field}.{name}") };
        compare(&path, old.get(name).unwrap_or(&Value::Null), new.get(name).unwrap_or(&Value::Null), found);
    }
}

fn lists(field: &str, old: &[Value], new: &[Value]) -> Option<Change> {
    let mut change = Change { field: field.to_owned(), added: Vec::new(), removed: Vec::new(), changed: Vec::new() };
    let mut left: BTreeMap<String, Vec<&Value>> = BTreeMap::new();
    for item in old.iter().rev() {
        left.entry(item.to_string()).or_default().push(item);
    }
    let unmatched: Vec<&Value> =
        new.iter().filter(|item| left.get_mut(&item.to_string()).and_then(Vec::pop).is_none()).collect();
    // What is said of the same thing, but otherwise.
    let mut by_key: BTreeMap<String, Vec<&Value>> = BTreeMap::new();
    let gone: Vec<&Value> =
        old.iter().filter(|item| left.get_mut(&item.to_string()).and_then(Vec::pop).is_some()).collect();
    for item in gone.iter().rev() {
        by_key.entry(key(item)).or_default().push(item);
    }
    for item in unmatched {
        match by_key.get_mut(&key(item)).and_then(Vec::pop) {
            Some(before) => change.changed.push([before.clone(), item.clone()]),
            None => change.added.push(item.clone()),
        }
    }
    let removed = gone.into_iter().filter(|item| by_key.get_mut(&key(item)).and_then(Vec::pop).is_some());
    change.removed = removed.cloned().collect();
    let any = !change.added.is_empty() || !change.removed.is_empty() || !change.changed.is_empty();
    any.then_some(change)
}

/// What an item of a list is about.
fn key(item: &Value) -> String {
    let fields = ["start", "end", "id", "name", "text"].map(|field| item.get(field));
    match fields {
        [Some(start), Some(end), ..] => format!("{start} {end}"),
        [.., Some(id), _, _] => id.to_string(),
        [.., Some(name), _] => name.to_string(),
        [.., Some(text)] => text.to_string(),
        _ => item.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn lists_are_compared_by_item_and_objects_by_field() {
        let old = json!({ "id": "a", "generator": 1, "metadata": { "headline": "Rain", "section": "Local" },
            "mentions": [{ "start": 0, "end": 4, "label": "GPE" }, { "start": 9, "end": 12, "label": "ORG" }, { "start": 20, "end": 22 }] });
        let new = json!({ "id": "a", "generator": 2, "metadata": { "headline": "Snow" },
            "mentions": [{ "start": 20, "end": 22 }, { "start": 0, "end": 4, "label": "PERSON" }, { "start": 5, "end": 7 }] });
        let found = serde_json::to_value(changes(&old, &new)).unwrap();
        let expected = json!([
            { "field": "mentions", "added": [{ "start": 5, "end": 7 }], "removed": [{ "start": 9, "end": 12, "label": "ORG" }],
              "changed": [[{ "start": 0, "end": 4, "label": "GPE" }, { "start": 0, "end": 4, "label": "PERSON" }]] },
            { "field": "metadata.headline", "changed": [["Rain", "Snow"]] },
            { "field": "metadata.section", "removed": ["Local"] },
        ]);
        assert_eq!(found, expected);
        assert!(changes(&old, &old).is_empty());
    }

    #[test]
    fn repeats_in_a_list_are_counted() {
        let found = changes(&json!({ "tags": ["x", "x", "y"] }), &json!({ "tags": ["y", "x", "z"] }));
        assert_eq!((&found[0].added, &found[0].removed), (&vec![json!("z")], &vec![json!("x")]));
    }
}
