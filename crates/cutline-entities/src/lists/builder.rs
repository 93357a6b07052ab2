//! From tables that people edit to the bytes that programs read.

use std::collections::BTreeMap;
use std::fmt;

use cutline_text::{Span, tokens};

use super::table::{self, HEAD, MAGIC, NOWHERE, SET_BITS, Table};
use super::{Classes, Lists};
use crate::fold;

/// Why lists could not be made or read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListsError {
    /// The bytes do not open as compiled lists do.
    Foreign,
    /// The bytes are cut off or changed.
    Damaged,
    /// A row of a table says nothing that can be used: its line, and why.
    Row(usize, String),
}

impl fmt::Display for ListsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ListsError::Foreign => f.write_str("these are no compiled word lists, or those of another version"),
            ListsError::Damaged => f.write_str("the compiled word lists are cut off or damaged"),
            ListsError::Row(line, why) => write!(f, "line {line}: {why}"),
        }
    }
}

impl std::error::Error for ListsError {}

/// Collects the rows of tables and compiles them.
///
/// A table is tab-separated; lines that open with `#` are remarks, the first
/// other line names the columns. `name` and `class` (several joined by `+`) are
/// needed; `key` is equal for names of one thing; `country`, `latitude`,
/// `longitude`, `population`, `sure` say where it is. A table with the columns
/// `nickname` and `name` pairs given names.
#[derive(Clone, Debug, Default)]
pub struct ListsBuilder {
    heads: BTreeMap<u64, Head>,
    things: BTreeMap<String, Row>,
    nicknames: Vec<u64>,
}

#[derive(Clone, Debug, Default)]
struct Head {
    classes: Classes,
    goes_on: bool,
    named: Option<Named>,
}

/// What a name means. Of several things of one name the largest wins.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Named {
    population: u32,
    key: String,
    sure: bool,
}

/// Of several rows for one thing the fullest wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    population: u32,
    position: Option<(i16, i16)>,
    country: [u8; 2],
}

/// One line of a table, by column.
struct Line<'t> {
    columns: &'t [&'t str],
    fields: Vec<&'t str>,
}

impl<'t> Line<'t> {
    fn get(&self, column: &str) -> &'t str {
        let at = self.columns.iter().position(|name| *name == column);
        at.and_then(|at| self.fields.get(at)).map_or("", |field| field.trim())
    }
}

impl ListsBuilder {
    /// Adds a table.
    ///
    /// # Errors
    /// The first row that has no name or an unknown class.
    pub fn tsv(&mut self, table: &str) -> Result<(), ListsError> {
        let mut rows = table.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.is_empty());
        let columns: Vec<&str> = rows.next().map(|(_, head)| head.split('\t').collect()).unwrap_or_default();
        for (n, row) in rows {
            let line = Line { columns: &columns, fields: row.split('\t').collect() };
            self.row(&line).map_err(|why| ListsError::Row(n + 1, why))?;
        }
        Ok(())
    }

    fn row(&mut self, line: &Line<'_>) -> Result<(), String> {
        let name = line.get("name");
        if name.is_empty() {
            return Err("no name".into());
        }
        if line.columns.contains(&"nickname") {
            self.nicknames.push(fold::extend(fold::key(line.get("nickname")), fold::key(name)));
            return Ok(());
        }
        let mut classes = Classes::NONE;
        for class in line.get("class").split('+') {
            classes |= Classes::from_name(class).ok_or_else(|| format!("no class is called {class:?}"))?;
        }
        let key = line.get("key");
        if key.is_empty() {
            self.name(name, classes, None);
            return Ok(());
        }
        let row = thing(line)?;
        self.things.entry(key.to_string()).and_modify(|known| *known = row.max(*known)).or_insert(row);
        let named = Named { population: row.population, key: key.to_string(), sure: line.get("sure") == "1" };
        self.name(name, classes, Some(named));
        Ok(())
    }

    fn name(&mut self, name: &str, classes: Classes, named: Option<Named>) {
        let words: Vec<u64> = tokens(name, Span::of(name)).map(|t| fold::key(&name[t.span])).collect();
        let mut at = 0;
        for (n, &word) in words.iter().enumerate() {
            at = fold::extend(at, word);
            let head = self.heads.entry(at).or_default();
            if n + 1 < words.len() {
                head.goes_on = true;
                continue;
            }
            head.classes |= classes;
            head.named = head.named.take().max(named.clone());
        }
    }

    /// The lists themselves.
    pub fn finish(self) -> Lists {
        let table = Table::read(self.bytes()).expect("what was just written can be read");
        Lists { table }
    }

    /// The bytes that [`Lists::read`] reads: the same for the same rows in any order.
    pub fn bytes(&self) -> Vec<u8> {
        let numbers: BTreeMap<&str, u32> = self.things.keys().map(String::as_str).zip(1..).collect();
        // The empty set comes first, so that only an empty slot's value is 0.
        let mut sets: Vec<Classes> = self.heads.values().map(|head| head.classes).chain([Classes::NONE]).collect();
        sets.sort_unstable();
        sets.dedup();
        assert!(sets.len() < 1 << SET_BITS, "too many combinations of classes");
        let slots = self.slots(&sets, &numbers);
        let mut nicknames = self.nicknames.clone();
        nicknames.sort_unstable();
        nicknames.dedup();
        let counts = [slots.len(), sets.len(), self.things.len(), nicknames.len()];
        let mut body: Vec<u8> = counts.iter().flat_map(|&n| (n as u32).to_le_bytes()).collect();
        body.extend(sets.iter().flat_map(|set| set.0.to_le_bytes()));
        body.extend(slots.iter().flat_map(|(print, value)| [print.to_le_bytes(), value.to_le_bytes()]).flatten());
        self.things.values().for_each(|row| row.write(&mut body));
        body.extend(nicknames.iter().flat_map(|pair| pair.to_le_bytes()));
        let mut bytes = Vec::with_capacity(HEAD + body.len());
        bytes.extend(MAGIC);
        bytes.extend(table::checksum(&body).to_le_bytes());
        bytes.extend(body);
        bytes
    }

    fn slots(&self, sets: &[Classes], numbers: &BTreeMap<&str, u32>) -> Vec<(u32, u32)> {
        if self.heads.is_empty() {
            return Vec::new();
        }
        let count = (self.heads.len() * 5 / 4).next_power_of_two().max(2);
        let mut slots = vec![(0, 0); count];
        for (&hash, head) in &self.heads {
            let set = sets.binary_search(&head.classes).expect("every set was collected") as u32;
            let thing = head.named.as_ref().map_or(0, |named| numbers[named.key.as_str()]);
            let sure = head.named.as_ref().is_some_and(|named| named.sure);
            let flags = u32::from(head.goes_on) | u32::from(sure) << 1;
            let value = set | flags << SET_BITS | thing << (SET_BITS + 2);
            let (mut at, print) = table::place(hash, count).expect("there are slots");
            while slots[at].1 != 0 {
                at = (at + 1) & (count - 1);
            }
            slots[at] = (print, value);
        }
        slots
    }
}

impl Row {
    fn write(&self, to: &mut Vec<u8>) {
        let (latitude, longitude) = self.position.unwrap_or((NOWHERE, NOWHERE));
        to.extend(self.country);
        to.extend(latitude.to_le_bytes());
        to.extend(longitude.to_le_bytes());
        to.extend(self.population.to_le_bytes());
    }
}

fn population(line: &Line<'_>) -> Result<u32, String> {
    let field = line.get("population");
    if field.is_empty() { Ok(0) } else { field.parse().map_err(|_| format!("{field:?} is no number of people")) }
}

fn thing(line: &Line<'_>) -> Result<Row, String> {
    let country = match line.get("country").as_bytes() {
        &[a, b] => [a, b],
        [] => [0, 0],
        _ => return Err("a country code has two letters".into()),
    };
    let position = match (line.get("latitude"), line.get("longitude")) {
        ("", _) | (_, "") => None,
        (latitude, longitude) => Some((hundredths(latitude)?, hundredths(longitude)?)),
    };
    Ok(Row { population: population(line)?, position, country })
}

fn hundredths(field: &str) -> Result<i16, String> {
    let degrees: f64 = field.parse().map_err(|_| format!("{field:?} is no number of degrees"))?;
    if degrees.abs() > 180.0 { Err(format!("{degrees} degrees")) } else { Ok((degrees * 100.0).round() as i16) }
}
