//! The fields of one JSONL line that count; all others are skipped unread.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use crate::surrogate;
use crate::{Fields, InputErrorKind};

/// What a line says, in JSON's own types.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Line {
    pub id: Option<Value>,
    pub text: Option<Value>,
    /// One an entry of [`Fields::dates`].
    pub dates: Vec<Option<Value>>,
    pub document: Option<Value>,
    pub html: Option<Value>,
    pub url: Option<Value>,
    pub crawled: Option<Value>,
    /// How many lone surrogates were read as U+FFFD.
    pub surrogates: usize,
}

/// Reads one line.
pub(crate) fn line(line: &str, fields: &Fields) -> Result<Line, InputErrorKind> {
    let wrong = match parse(line, fields) {
        Ok(read) => return Ok(read),
        Err(wrong) => wrong,
    };
    // serde_json takes no lone surrogate; they are rare, so the line is mended only then.
    let Some((mended, surrogates)) = surrogate::mend(line) else { return Err(broken(&wrong)) };
    let read = parse(&mended, fields).map_err(|wrong| broken(&wrong))?;
    Ok(Line { surrogates, ..read })
}

fn parse(line: &str, fields: &Fields) -> serde_json::Result<Line> {
    let mut deserializer = serde_json::Deserializer::from_str(line);
    let read = deserializer.deserialize_map(LineVisitor { fields })?;
    deserializer.end()?;
    Ok(read)
}

/// The parser's message without its 'at line 1': the caller knows the line.
fn broken(wrong: &serde_json::Error) -> InputErrorKind {
    let message = wrong.to_string();
    let what = message.rfind(" at line ").map_or(message.as_str(), |end| &message[..end]);
    InputErrorKind::Json(format!("{what}, at column {}", wrong.column()))
}

struct LineVisitor<'f> {
    fields: &'f Fields,
}

impl<'de> Visitor<'de> for LineVisitor<'_> {
    type Value = Line;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Line, A::Error> {
        let mut line = Line { dates: vec![None; self.fields.dates.len()], ..Line::default() };
        while let Some(field) = map.next_key_seed(FieldSeed { fields: self.fields })? {
            if !field.counts() {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            line.take(&field, map.next_value()?);
        }
        Ok(line)
    }
}

/// Which of the fields a key names; a field can be named for several things.
#[derive(Default)]
struct Field {
    id: bool,
    text: bool,
    html: bool,
    url: bool,
    crawled: bool,
    document: bool,
    date: Option<usize>,
}

impl Field {
    fn counts(&self) -> bool {
        self.id || self.text || self.html || self.url || self.crawled || self.document || self.date.is_some()
    }
}

impl Line {
    fn take(&mut self, field: &Field, value: Value) {
        let text = field.text || field.html;
        let places = [
            (field.id, &mut self.id),
            (field.url, &mut self.url),
            (field.crawled, &mut self.crawled),
            (field.document, &mut self.document),
        ];
        for (_, place) in places.into_iter().filter(|(named, _)| *named) {
            *place = Some(value.clone());
        }
        if let Some(n) = field.date {
            self.dates[n] = Some(value.clone());
        }
        if text {
            *(if field.html { &mut self.html } else { &mut self.text }) = Some(value);
        }
    }
}

struct FieldSeed<'f> {
    fields: &'f Fields,
}

impl<'de> DeserializeSeed<'de> for FieldSeed<'_> {
    type Value = Field;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Field, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for FieldSeed<'_> {
    type Value = Field;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E>(self, key: &str) -> Result<Field, E> {
        let fields = self.fields;
        let is = |name: &Option<String>| name.as_deref() == Some(key);
        Ok(Field {
            id: key == fields.id,
            text: key == fields.text,
            html: is(&fields.html),
            url: is(&fields.url),
            crawled: is(&fields.crawled),
            document: is(&fields.document),
            date: fields.dates.iter().position(|date| key == date),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::line;
    use crate::Fields;

    fn message(text: &str) -> String {
        line(text, &Fields::default()).unwrap_err().to_string()
    }

    #[test]
    fn only_the_named_fields_are_read() {
        let read = line(r#"{"tags":[{"text":"no"}],"text":"yes","id":7,"date":"2020"}"#, &Fields::default()).unwrap();
        assert_eq!(read.text, Some("yes".into()));
        assert_eq!(read.id, Some(7.into()));
        assert_eq!(read.dates, [None, Some("2020".into()), None]);
    }

    #[test]
    fn a_lone_surrogate_becomes_a_replacement_character() {
        let read = line(r#"{"text":"a\ud83d b","other":"\udead"}"#, &Fields::default()).unwrap();
        assert_eq!(read.text, Some("a\u{fffd} b".into()));
        assert_eq!(read.surrogates, 2);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_column() {
        assert_eq!(message("[1]"), "is not a JSON object: invalid type: sequence, expected an object, at column 0");
        assert_eq!(message("{\"text\": oops}"), "is not a JSON object: expected value, at column 10");
        assert_eq!(message("{} {}"), "is not a JSON object: trailing characters, at column 4");
    }
}
