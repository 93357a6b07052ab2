//! Word lists: what is known of a name before the text is read.
//!
//! Lists are compiled into one block of bytes ([`ListsBuilder`]) that is read
//! in place: a hash table over the heads of all phrases, so that the longest
//! entry at a token is found with one probe a word.

mod builder;
mod classes;
mod table;

use cutline_text::Token;

use crate::fold;

pub use builder::{ListsBuilder, ListsError};
pub use classes::Classes;
use table::Table;

/// Gazetteers and word lists, ready for look-up.
///
/// ```
/// use cutline_entities::{Classes, ListsBuilder};
/// use cutline_text::{Span, tokens};
///
/// let mut builder = ListsBuilder::default();
/// builder.tsv("name\tclass\tkey\nNew Bela\tcity\tcity:1\nBela\tgiven_female\t\n").unwrap();
/// let lists = builder.finish();
/// let text = "She left New Bela";
/// let words: Vec<_> = tokens(text, Span::of(text)).collect();
/// let found = lists.longest(text, &words[2..]).unwrap();
/// assert_eq!((found.tokens, found.classes), (2, Classes::CITY));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Lists {
    table: Table,
}

/// An entry that stands at a place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// How many tokens it takes.
    pub tokens: usize,
    /// What the lists know it as.
    pub classes: Classes,
    /// The thing it names, where a list tells: equal for 'US' and 'United States'.
    pub thing: Option<Thing>,
    /// Whether the name means that thing and hardly another: 'Paris' does, 'Springfield' does not.
    pub sure: bool,
}

/// Something that lists have one or more names for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Thing(pub(crate) u32);

/// Where a place is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// ISO 3166 code of its country.
    pub country: [u8; 2],
    /// Latitude and longitude in degrees, to a hundredth.
    pub position: Option<(f32, f32)>,
    /// How many people live there, 0 if the list does not tell.
    pub population: u32,
}

impl Place {
    /// The country's code as text.
    pub fn country(&self) -> Option<String> {
        let known = self.country.iter().all(u8::is_ascii_uppercase);
        known.then(|| self.country.iter().map(|&b| char::from(b)).collect())
    }
}

impl Lists {
    /// Reads lists that [`ListsBuilder::bytes`] wrote. Nothing is copied.
    ///
    /// # Errors
    /// If the bytes are not such lists, are cut off or damaged.
    pub fn read(bytes: &'static [u8]) -> Result<Lists, ListsError> {
        Table::read(bytes).map(|table| Lists { table })
    }

    /// The key of a word for [`each`](Lists::each): case, accents and the kind of apostrophe do not count.
    pub fn key(word: &str) -> u64 {
        fold::key(word)
    }

    /// Calls `found` with every entry that starts at the head of `keys`, shortest first.
    ///
    /// The fast way in: `keys` are made once a token with [`Lists::key`]. Case is
    /// not looked at, so that 'reading' is a city here.
    pub fn each(&self, keys: &[u64], mut found: impl FnMut(Match)) {
        let mut head = 0;
        for (n, &key) in keys.iter().enumerate() {
            head = fold::extend(head, key);
            let Some(entry) = self.table.find(head) else { return };
            if !entry.classes.is_empty() {
                found(Match { tokens: n + 1, classes: entry.classes, thing: entry.thing, sure: entry.sure });
            }
            if !entry.goes_on {
                return;
            }
        }
    }

    /// The longest entry at the head of `tokens`. Classes of names need a capital
    /// (or a digit) at the start; the others are found in any case.
    pub fn longest(&self, text: &str, tokens: &[Token]) -> Option<Match> {
        let first = &text[tokens.first()?.span];
        let capital = first.chars().next().is_some_and(|c| !c.is_lowercase());
        let mut longest = None;
        let mut head = 0;
        for (n, token) in tokens.iter().enumerate() {
            head = fold::extend(head, fold::key(&text[token.span]));
            let Some(entry) = self.table.find(head) else { break };
            let classes = if capital { entry.classes } else { entry.classes.and(Classes::LOWER) };
            if !classes.is_empty() {
                longest = Some(Match { tokens: n + 1, classes, thing: entry.thing, sure: entry.sure });
            }
            if !entry.goes_on {
                break;
            }
        }
        longest
    }

    /// What the lists know `name`, as a whole, as.
    pub fn classes(&self, name: &str) -> Classes {
        self.whole(name).map_or(Classes::NONE, |found| found.classes)
    }

    /// The entry that is exactly `name` (whatever its case).
    pub fn whole(&self, name: &str) -> Option<Match> {
        let mut head = 0;
        let mut count = 0;
        for token in cutline_text::tokens(name, cutline_text::Span::of(name)) {
            head = fold::extend(head, fold::key(&name[token.span]));
            count += 1;
        }
        let entry = self.table.find(head).filter(|entry| !entry.classes.is_empty())?;
        Some(Match { tokens: count, classes: entry.classes, thing: entry.thing, sure: entry.sure })
    }

    /// Where a thing is, if it is a place.
    pub fn place(&self, thing: Thing) -> Option<Place> {
        self.table.place(thing)
    }

    /// Whether one given name may be short for the other: 'Bill' and 'William', either way round.
    pub fn nicknames(&self, one: &str, other: &str) -> bool {
        let (one, other) = (fold::key(one), fold::key(other));
        one != other && (self.table.nickname(one, other) || self.table.nickname(other, one))
    }
}
