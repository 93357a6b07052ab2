//! Organisations, places and all that is no person.

use std::collections::BTreeMap;

use cutline_doc::Label;

use super::groups::Groups;
use super::name::{Family, Name};
use crate::{Classes, Lists, Thing};

/// Words that say what kind of company it is and no more.
const LEGAL: &[&str] = &[
    "inc",
    "incorporated",
    "corp",
    "corporation",
    "co",
    "company",
    "ltd",
    "limited",
    "llc",
    "llp",
    "plc",
    "ag",
    "gmbh",
    "sa",
    "spa",
    "nv",
    "ab",
    "jsc",
    "pjsc",
    "ojsc",
    "group",
    "holdings",
    "holding",
];

/// Joins the mentions of everything but people.
pub(super) fn join(text: &str, names: &[Name], lists: &Lists, groups: &mut Groups) {
    same_thing(names, groups);
    same_words(names, lists, groups);
    acronyms(text, names, groups);
    short_forms(names, lists, groups);
    kinds_alone(names, lists, groups);
}

/// Names that the lists hold for names of one thing.
fn same_thing(names: &[Name], groups: &mut Groups) {
    let mut things: BTreeMap<Thing, usize> = BTreeMap::new();
    let named = Classes::COUNTRY
        | Classes::CITY
        | Classes::US_STATE
        | Classes::STATE_ABBREVIATION
        | Classes::REGION
        | Classes::PROVINCE
        | Classes::ORGANISATION
        | Classes::AGENCY
        | Classes::SEAT;
    for (n, name) in names.iter().enumerate() {
        let Some(thing) =
            name.thing.filter(|_| is_thing(name) && name.family != Family::Group && name.classes.any(named))
        else {
            continue;
        };
        let first = *things.entry(thing).or_insert(n);
        groups.join(first, n);
    }
}

/// Names that are the same words, whatever their label, as long as nothing speaks against it.
fn same_words(names: &[Name], lists: &Lists, groups: &mut Groups) {
    let mut seen: BTreeMap<(Side, String), usize> = BTreeMap::new();
    for (n, name) in names.iter().enumerate().filter(|(_, name)| is_thing(name) && !name.key.is_empty()) {
        let first = *seen.entry((side(name), plain(name, lists))).or_insert(n);
        groups.join(first, n);
    }
}

/// What a city's name stands for, its club or the city, is told apart by label.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Thing,
    City,
    Club,
    Group,
    Language,
    /// Products, works and laws.
    Other,
}

fn side(name: &Name) -> Side {
    let city = name.classes.any(Classes::CITY) && !name.classes.any(Classes::COUNTRY);
    match name.family {
        Family::Group => Side::Group,
        Family::Language => Side::Language,
        Family::Other if name.label != Label::Event => Side::Other,
        Family::Organisation if city => Side::Club,
        Family::Place if city => Side::City,
        _ => Side::Thing,
    }
}

pub(super) fn is_thing(name: &Name) -> bool {
    !matches!(name.family, Family::Person | Family::Amount)
}

/// The words without what says only which kind of company it is, and with one
/// name for a country at the head ('U.S. Congress', 'United States Congress').
/// Named storms go by their own name alone.
fn plain(name: &Name, lists: &Lists) -> String {
    let mut words = &name.words[..];
    while let [head @ .., last] = words
        && !head.is_empty()
        && LEGAL.contains(&last.as_str())
    {
        words = head;
    }
    if name.family == Family::Group {
        return words.concat().trim_end_matches('s').to_string();
    }
    if name.label == Label::Event && own_name(name, lists) {
        return format!("event {}", name.last());
    }
    match country_head(words, lists) {
        Some((Thing(country), rest)) => format!("{country} {}", rest.concat()),
        None => words.concat(),
    }
}

/// Whether the last word is the event's own name: 'Nadia' in 'Hurricane Nadia'.
fn own_name(name: &Name, lists: &Lists) -> bool {
    let last = lists.classes(name.last());
    let storm = |word: &String| matches!(word.as_str(), "hurricane" | "cyclone" | "typhoon" | "storm" | "tc");
    let numbered = name.last().len() < 4 || name.last().starts_with(|c: char| c.is_ascii_digit());
    let alone = name.words.len() == 1 || name.words.iter().any(storm) || name.first().len() == 1;
    alone && !numbered && !last.any(Classes::EVENT_WORD)
}

/// The country or people that opens a longer name, and the words behind it.
fn country_head<'w>(words: &'w [String], lists: &Lists) -> Option<(Thing, &'w [String])> {
    (1..words.len().min(4)).rev().find_map(|count| {
        let found = lists.whole(&words[..count].join(" "))?;
        let country = found.classes.any(Classes::COUNTRY | Classes::DEMONYM);
        found.thing.filter(|_| country).map(|thing| (thing, &words[count..]))
    })
}

/// 'Kyiv School of Economics (KSE)', 'KSE (Kyiv School of Economics)', and 'KSE' elsewhere.
fn acronyms(text: &str, names: &[Name], groups: &mut Groups) {
    let mut expansions: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (n, name) in names.iter().enumerate().filter(|(_, name)| is_thing(name) && name.words.len() > 1) {
        for letters in initials(&name.words) {
            let known = expansions.entry(letters).or_default();
            if known.len() < 20 && known.last().is_none_or(|&last| names[last].key != name.key) {
                known.push(n);
            }
        }
    }
    for (n, name) in names.iter().enumerate().filter(|(_, name)| is_acronym(text, name)) {
        let Some(found) = expansions.get(&name.key) else {
            foreign_acronym(text, names, n, groups);
            continue;
        };
        let mut apart: Vec<usize> = found.iter().map(|&m| groups.find(m)).collect();
        apart.sort_unstable();
        apart.dedup();
        let beside = found.iter().copied().find(|&m| bracketed(text, &names[m], name));
        let clear = name.key.chars().count() > 2 || text[name.span].contains('.');
        let only = (apart.len() == 1 && clear).then(|| found[0]);
        if let Some(full) = beside.or(only) {
            groups.join(full, n);
        }
    }
}

/// An organisation's acronym in another language: 'Bishops' Conference (CEI)'.
fn foreign_acronym(text: &str, names: &[Name], n: usize, groups: &mut Groups) {
    let Some(full) = n.checked_sub(1) else { return };
    let organisations = [n, full].iter().all(|&m| names[m].family == Family::Organisation);
    let between = text.get(names[full].span.range().end..names[n].span.range().start).unwrap_or_default();
    let closed = text[names[n].span.range().end..].starts_with(')');
    if organisations && between.trim() == "(" && closed && !names[n].classes.any(Classes::AGENCY) {
        groups.join(full, n);
    }
}

fn is_acronym(text: &str, name: &Name) -> bool {
    let letters = text[name.span].chars().filter(|c| c.is_alphabetic());
    is_thing(name) && name.words.len() == 1 && (2..=8).contains(&name.key.len()) && {
        letters.clone().filter(|c| c.is_uppercase()).count() * 3 >= letters.count() * 2
    }
}

/// Whether one of two names stands in brackets right behind the other.
fn bracketed(text: &str, one: &Name, other: &Name) -> bool {
    let (first, second) = if one.span.start < other.span.start { (one, other) } else { (other, one) };
    let between = text.get(first.span.range().end..second.span.range().start).unwrap_or("x").trim();
    matches!(between, "(" | "(the" | "[" | ", or" | "or" | "— or" | ", or the")
}

/// The initials of a name, with and without small words.
fn initials(words: &[String]) -> Vec<String> {
    const SMALL: &[&str] = &["of", "the", "and", "for", "in", "on", "de", "des", "du", "to", "at"];
    let letters = |keep: &dyn Fn(&str) -> bool| -> String {
        words.iter().filter(|word| keep(word)).filter_map(|word| word.chars().next()).collect()
    };
    let mut all = vec![letters(&|word| !SMALL.contains(&word)), letters(&|_| true), letters(&|word| word != "the")];
    all.sort_unstable();
    all.dedup();
    all.retain(|letters| letters.len() > 1);
    all
}

/// 'Harrow' for 'Harrow School', 'Congress' for 'U.S. Congress', 'Nadia' for 'Hurricane Nadia'.
fn short_forms(names: &[Name], lists: &Lists, groups: &mut Groups) {
    let mut fulls: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (n, name) in names.iter().enumerate().filter(|(_, name)| is_thing(name) && name.words.len() > 1) {
        for word in [name.first(), name.last()] {
            let known = fulls.entry(word).or_default();
            if known.len() < 20 && known.iter().all(|&m| names[m].key != name.key) {
                known.push(n);
            }
        }
    }
    for (n, name) in names.iter().enumerate().filter(|(_, name)| is_thing(name) && name.family != Family::Group) {
        let near = fulls.get(name.first()).into_iter().chain(fulls.get(name.last())).flatten();
        let mut found: Vec<usize> = near.copied().filter(|&m| is_short_for(name, &names[m], lists)).collect();
        found.sort_unstable_by_key(|&m| groups.find(m));
        found.dedup_by_key(|m| groups.find(*m));
        if let [full] = found[..] {
            groups.join(full, n);
        }
    }
}

fn is_short_for(short: &Name, full: &Name, lists: &Lists) -> bool {
    if short.words.len() >= full.words.len() || short.words.is_empty() {
        return false;
    }
    if full.label == Label::Event && short.label == Label::Event {
        return full.words.ends_with(&short.words) || full.words.starts_with(&short.words);
    }
    let place = Classes::COUNTRY | Classes::DEMONYM | Classes::CITY | Classes::US_STATE | Classes::PROVINCE;
    let organisation = short.family == Family::Organisation && full.family == Family::Organisation;
    if organisation && let Some(rest) = full.words.strip_suffix(&short.words[..]) {
        return lists.classes(&rest.join(" ")).any(place);
    }
    let kinds = Classes::ORG_WORD | Classes::FACILITY_WORD;
    let known = short.classes.any(place | Classes::ORGANISATION);
    if let Some(rest) = full.words.strip_prefix(&short.words[..]) {
        let whole = lists.classes(&rest.join(" ")).any(place);
        let kind = whole || rest.iter().all(|word| lists.classes(word).any(kinds | place));
        return kind && !known && full.family == Family::Organisation && short.family != Family::Place;
    }
    false
}

/// 'the University', 'the Cyclone', 'the North': the last thing of that kind.
fn kinds_alone(names: &[Name], lists: &Lists, groups: &mut Groups) {
    let mut last: BTreeMap<&str, usize> = BTreeMap::new();
    for (n, name) in names.iter().enumerate().filter(|(_, name)| is_thing(name) && name.family != Family::Group) {
        if let [word] = &name.words[..] {
            let kind = Classes::ORG_WORD | Classes::EVENT_WORD | Classes::FACILITY_WORD;
            let found = last.get(word.as_str()).filter(|_| lists.classes(word).any(kind) || is_compass(word));
            if let Some(&full) = found {
                groups.join(full, n);
            }
            continue;
        }
        let of = name.words.get(1).is_some_and(|word| word == "of") || is_compass(name.first());
        for word in [Some(name.last()), Some(name.first()).filter(|_| of)].into_iter().flatten() {
            last.insert(word, n);
        }
    }
}

fn is_compass(word: &str) -> bool {
    matches!(word, "north" | "south" | "east" | "west")
}
