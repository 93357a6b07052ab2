//! A reader of JSON-LD as pages have it: cut off, with raw line breaks in
//! strings, comments or stray commas. What can be read is read; the rest is
//! left out. Depth and size are bounded.

/// Values nested deeper than this are skipped.
const DEEPEST: usize = 40;
/// Values beyond this many are not read.
const MOST: usize = 100_000;

/// A JSON value; numbers and literals are kept as written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Object(Vec<(String, Value)>),
    List(Vec<Value>),
    Text(String),
    Other(String),
}

impl Value {
    /// Reads as much of `source` as makes sense.
    pub fn read(source: &str) -> Option<Value> {
        let mut reader = Reader { source, at: 0, left: MOST };
        reader.value(0)
    }

    pub fn get(&self, key: &str) -> Option<&Value> {
        match self {
            Value::Object(pairs) => pairs.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The items of a list; any other value is a list of itself.
    pub fn items(&self) -> &[Value] {
        match self {
            Value::List(items) => items,
            value => std::slice::from_ref(value),
        }
    }

    pub fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) if !text.trim().is_empty() => Some(text.trim()),
            _ => None,
        }
    }
}

struct Reader<'s> {
    source: &'s str,
    at: usize,
    left: usize,
}

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Option<Value> {
        self.left = self.left.checked_sub(1)?;
        match self.peek()? {
            b'{' if depth < DEEPEST => Some(self.object(depth)),
            b'[' if depth < DEEPEST => Some(self.list(depth)),
            b'{' | b'[' => None,
            b'"' => self.string().map(Value::Text),
            _ => self.bare(),
        }
    }

    fn object(&mut self, depth: usize) -> Value {
        self.at += 1;
        let mut pairs = Vec::new();
        while let Some(byte) = self.peek() {
            match byte {
                b'}' => {
                    self.at += 1;
                    break;
                }
                b'"' => {
                    let Some(key) = self.string() else { break };
                    if self.peek() == Some(b':') {
                        self.at += 1;
                    }
                    let Some(value) = self.value(depth + 1) else { break };
                    pairs.push((key, value));
                }
                b',' => self.at += 1,
                _ => break,
            }
        }
        Value::Object(pairs)
    }

    fn list(&mut self, depth: usize) -> Value {
        self.at += 1;
        let mut items = Vec::new();
        while let Some(byte) = self.peek() {
            match byte {
                b']' => {
                    self.at += 1;
                    break;
                }
                b',' => self.at += 1,
                _ => match self.value(depth + 1) {
                    Some(value) => items.push(value),
                    None => break,
                },
            }
        }
        Value::List(items)
    }

    fn bare(&mut self) -> Option<Value> {
        let rest = &self.source[self.at..];
        let len =
            rest.find(|c: char| c.is_whitespace() || matches!(c, ',' | '}' | ']' | '"' | ':')).unwrap_or(rest.len());
        self.at += len;
        (len > 0).then(|| Value::Other(rest[..len].to_owned()))
    }

    fn string(&mut self) -> Option<String> {
        self.at += 1;
        let mut text = String::new();
        loop {
            let rest = &self.source[self.at..];
            let Some(stop) = memchr::memchr2(b'"', b'\\', rest.as_bytes()) else {
                // Cut off: what there is, is what was said.
                text.push_str(rest);
                self.at = self.source.len();
                return Some(text);
            };
            text.push_str(&rest[..stop]);
            self.at += stop + 1;
            if rest.as_bytes()[stop] == b'"' {
                return Some(text);
            }
            self.escape(&mut text);
        }
    }

    fn escape(&mut self, text: &mut String) {
        let Some(c) = self.source[self.at..].chars().next() else { return };
        self.at += c.len_utf8();
        match c {
            'n' | 'r' | 't' | 'b' | 'f' => text.push(' '),
            'u' => text.push(self.unit()),
            c => text.push(c),
        }
    }

    /// `XXXX` behind `\u`, with the low surrogate that follows a high one.
    fn unit(&mut self) -> char {
        let Some(high) = self.hex() else { return char::REPLACEMENT_CHARACTER };
        if (0xD800..0xDC00).contains(&high) && self.source[self.at..].starts_with("\\u") {
            self.at += 2;
            let low = self.hex().unwrap_or(0);
            if (0xDC00..0xE000).contains(&low) {
                let code = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
                return char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
            }
        }
        char::from_u32(high).unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.source.get(self.at..self.at + 4)?;
        let code = u32::from_str_radix(digits, 16).ok()?;
        self.at += 4;
        Some(code)
    }

    /// The next byte that is not white space.
    fn peek(&mut self) -> Option<u8> {
        let rest = &self.source[self.at..];
        self.at += rest.len() - rest.trim_start().len();
        self.source.as_bytes().get(self.at).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_json_gives_what_there_is() {
        let cut = Value::read(
            "{\"headline\":\"A \\u00e9 \\\"b\\\"\n c\", \"author\":[{\"name\":\"Kit Orr\"},,\"Ana\"], \"body\":\"cut o",
        )
        .unwrap();
        assert_eq!(cut.get("headline").unwrap().text(), Some("A é \"b\"\n c"));
        assert_eq!(cut.get("author").unwrap().items().len(), 2);
        assert_eq!(cut.get("body").unwrap().text(), Some("cut o"));
    }

    #[test]
    fn depth_is_bounded() {
        assert!(Value::read(&"[".repeat(200_000)).is_some());
        assert!(Value::read(&"{\"a\":".repeat(200_000)).is_some());
    }
}
