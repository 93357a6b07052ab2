//! JSON objects whose empty members are left out.

use serde_json::{Map, Value};

/// An object in the making.
#[derive(Default)]
pub(super) struct Object(Map<String, Value>);

impl Object {
    /// With a member, unless it is null, false, or an empty text or list.
    pub(super) fn with(mut self, key: &str, value: impl Into<Value>) -> Object {
        let value = value.into();
        let empty = match &value {
            Value::Null | Value::Bool(false) => true,
            Value::String(text) => text.is_empty(),
            Value::Array(items) => items.is_empty(),
            _ => false,
        };
        if !empty {
            self.0.insert(key.into(), value);
        }
        self
    }

    /// As a value.
    pub(super) fn done(self) -> Value {
        Value::Object(self.0)
    }
}

impl From<Object> for Value {
    fn from(object: Object) -> Value {
        object.done()
    }
}

/// One line, ready to stand inside a page's `<script>`: no `<` is left, so
/// that no text can close it.
pub(super) fn line(value: &Value) -> String {
    let mut line = value.to_string().replace('<', "\\u003c");
    line.push('\n');
    line
}

/// The IRI that names a document: its web address, else `urn:x-cutline:` with
/// the id percent-encoded.
pub(super) fn iri(id: &str, url: Option<&str>) -> String {
    let address = url.into_iter().chain([id]).find_map(address);
    address.unwrap_or_else(|| format!("urn:x-cutline:{}", percent(id)))
}

/// A web address, as an IRI.
pub(super) fn address(text: &str) -> Option<String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let sound = !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-:".contains(c));
    sound.then(|| percent_but(text, ";/?:@&=+$,#%!~*'()"))
}

/// Percent-encoded but for letters, digits and `-._/`.
pub(super) fn percent(text: &str) -> String {
    percent_but(text, "/")
}

fn percent_but(text: &str, kept: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) || kept.as_bytes().contains(&byte) {
            out.push(byte as char);
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Object, iri, line};

    #[test]
    fn no_text_closes_a_script() {
        let object = Object::default().with("a", "</script><!--").with("b", "").with("c", Vec::<String>::new());
        assert_eq!(line(&object.done()), "{\"a\":\"\\u003c/script>\\u003c!--\"}\n");
    }

    #[test]
    fn ids_become_iris() {
        assert_eq!(iri("seeds/a b.txt", None), "urn:x-cutline:seeds/a%20b.txt");
        assert_eq!(iri("7", Some("https://example.com/a?b=ü")), "https://example.com/a?b=%C3%BC");
        assert_eq!(iri("http://[\0/", None), "urn:x-cutline:http%3A//%5B%00/");
    }
}
