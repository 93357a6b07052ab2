//! What changed, added up for people.

use std::collections::BTreeMap;

use cutline_report::{Column, Page, Style, Table, Text};
use serde_json::Value;

use super::change::Change;

/// What changed in all records.
#[derive(Default)]
pub struct Summary {
    compared: u64,
    changed: u64,
    added: Names,
    removed: Names,
    fields: BTreeMap<String, Counts>,
    examples: Vec<Example>,
    versions: Option<[String; 2]>,
}

/// How often something was found, and the first of it.
#[derive(Default)]
struct Names {
    count: u64,
    first: Vec<String>,
}

#[derive(Default)]
struct Counts {
    records: u64,
    added: usize,
    removed: usize,
    changed: usize,
}

/// A change in words.
struct Example {
    id: String,
    field: String,
    sign: &'static str,
    text: String,
}

/// So many records are named, and so many changes shown of each field.
const SHOWN: usize = 5;

impl Summary {
    pub fn added(&mut self, id: &str) {
        self.added.add(id);
    }

    pub fn removed(&mut self, id: &str) {
        self.removed.add(id);
    }

    /// Notes what made the records, if that differs.
    pub fn versions(&mut self, old: &Value, new: &Value) {
        let made = [old, new].map(|record| record.get("generator").map(Value::to_string).unwrap_or_default());
        if self.versions.is_none() && made[0] != made[1] {
            self.versions = Some(made);
        }
    }

    /// Counts one pair of records, the older first.
    pub fn compared(&mut self, id: &str, changes: Vec<Change>, records: [&Value; 2]) {
        self.compared += 1;
        self.changed += u64::from(!changes.is_empty());
        for change in changes {
            let counts = self.fields.entry(change.field.clone()).or_default();
            let fresh = counts.records < SHOWN as u64;
            counts.records += 1;
            counts.added += change.added.len();
            counts.removed += change.removed.len();
            counts.changed += change.changed.len();
            if fresh {
                self.examples.extend(examples(id, &change, records));
            }
        }
    }

    pub fn page(&self) -> Page {
        let mut page = Page::default();
        let note = format!(
            "{} compared, {} changed, {} added, {} removed",
            self.compared, self.changed, self.added.count, self.removed.count
        );
        page.heading(1, "Records", note);
        if let Some([old, new]) = &self.versions {
            page.paragraph(Text::faint(format!("made by {old}, now by {new}")));
        }
        for (what, names) in [("Added", &self.added), ("Removed", &self.removed)] {
            names.tell(what, &mut page);
        }
        page.table(self.counts());
        if !self.examples.is_empty() {
            page.heading(1, "Changes", "the first of each field");
            page.table(self.shown());
        }
        page
    }

    fn counts(&self) -> Table {
        let mut table = Table::new([
            Column::keep("field"),
            Column::number("records"),
            Column::number("added"),
            Column::number("removed"),
            Column::number("changed"),
        ]);
        for (field, counts) in &self.fields {
            let Counts { records, added, removed, changed } = counts;
            let numbers = [*records as usize, *added, *removed, *changed];
            let [records, added, removed, changed] = numbers.map(|number| Text::from(number.to_string()));
            table.row([Text::strong(field), records, added, removed, changed]);
        }
        table
    }

    fn shown(&self) -> Table {
        let mut table =
            Table::new([Column::cut("record", 12), Column::keep("field"), Column::keep(""), Column::wrap("", 30)]);
        for Example { id, field, sign, text } in &self.examples {
            let style = if *sign == "was" { Style::Doubt } else { Style::Plain };
            table.row([Text::faint(id), Text::from(field.as_str()), Text::faint(*sign), Text::styled(style, text)]);
        }
        table
    }
}

impl Names {
    fn add(&mut self, id: &str) {
        self.count += 1;
        if self.first.len() < SHOWN {
            self.first.push(id.to_owned());
        }
    }

    fn tell(&self, what: &str, page: &mut Page) {
        if self.count > 0 {
            let more = self.count - self.first.len() as u64;
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            page.paragraph(
                Text::faint(format!("{what}: ")).and(Style::Plain, self.first.join(", ")).and(Style::Faint, more),
            );
        }
    }
}

fn examples(id: &str, change: &Change, [old, new]: [&Value; 2]) -> Vec<Example> {
    let example = |sign, text| Example { id: id.to_owned(), field: change.field.clone(), sign, text };
    let mut all = Vec::new();
    for item in change.added.iter().take(SHOWN) {
        all.push(example("new", words(item, new)));
    }
    for item in change.removed.iter().take(SHOWN) {
        all.push(example("gone", words(item, old)));
    }
    for [before, after] in change.changed.iter().take(SHOWN) {
        all.push(example("now", words(after, new)));
        all.push(example("was", words(before, old)));
    }
    all.truncate(2 * SHOWN);
    all
}

/// So many characters are shown of a value.
const LONGEST: usize = 160;

/// A value for people: the words of the record that it stands for, and what it
/// says of them.
fn words(value: &Value, record: &Value) -> String {
    let said = match value {
        Value::String(text) => text.clone(),
        Value::Object(fields) => {
            let told =
                fields.iter().filter(|(name, value)| !matches!(name.as_str(), "start" | "end") && !value.is_null());
            let told: Vec<String> = told.map(|(name, value)| format!("{name} {}", plain(value))).collect();
            let quoted = span(value, record).map(|words| format!("“{words}” ")).unwrap_or_default();
            quoted + &told.join(", ")
        }
        other => other.to_string(),
    };
    let end = said.char_indices().nth(LONGEST).map(|(at, _)| at);
    end.map_or(said.clone(), |end| format!("{}…", &said[..end]))
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The words of the record's text that a span covers, if it counts characters.
fn span(value: &Value, record: &Value) -> Option<String> {
    let text = record.get("text")?.as_str()?;
    let codepoints = record.get("offset_unit").and_then(Value::as_str) == Some("codepoint");
    let place = |field: &str| value.get(field)?.as_u64().map(|place| place as usize);
    let (start, end) = (place("start")?, place("end")?);
    codepoints.then(|| text.chars().skip(start).take(end.saturating_sub(start).min(LONGEST)).collect())
}
