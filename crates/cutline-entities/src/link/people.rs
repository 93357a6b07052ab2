//! People: full names first, then what is said of them in short.

use std::collections::{BTreeMap, BTreeSet};

use cutline_doc::Span;

use super::groups::Groups;
use super::name::Name;
use crate::person_name::{PersonName, alike, likeness};
use crate::similar::{one_letter_apart, sound};
use crate::titles::{Address, address};
use crate::{Classes, Lists};

/// How far back, in bytes, a bare surname may look for the last bearer of it when there are several.
const NEAR: u32 = 3000;

/// How many people of one name are told apart: enough for any text, and a bound on the work.
const BEARERS: usize = 40;

/// A person as far as the document has told.
#[derive(Debug)]
struct Person {
    /// The fullest form of the name.
    name: PersonName,
    mentions: Vec<usize>,
    /// Where mentions end.
    ends: BTreeSet<u32>,
    man: bool,
    woman: bool,
}

/// Joins the mentions of people in `names`.
pub(super) fn join(text: &str, names: &[Name], members: &[usize], lists: &Lists, groups: &mut Groups) {
    let mut people = People { names, lists, list: Vec::new(), by_word: BTreeMap::new(), by_head: BTreeMap::new() };
    let full: Vec<usize> = members.iter().copied().filter(|&m| core(&names[m]).is_full()).collect();
    let mut forms: BTreeMap<PersonName, Vec<usize>> = BTreeMap::new();
    for &m in &full {
        forms.entry(core(&names[m])).or_default().push(m);
    }
    let mut forms: Vec<_> = forms.into_iter().collect();
    forms.sort_by_key(|(name, mentions)| (std::cmp::Reverse(name.words.len()), mentions[0]));
    for (name, mentions) in forms {
        people.add_full(text, name, &mentions);
    }
    let mut open: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for &m in members.iter().filter(|&&m| !core(&names[m]).is_full()) {
        match people.bearer(text, m) {
            Some(person) => people.add(person, m),
            None => open.entry(core(&names[m]).words.concat()).or_default().push(m),
        }
    }
    for person in &people.list {
        person.mentions.windows(2).for_each(|pair| groups.join(pair[0], pair[1]));
    }
    for mentions in open.into_values() {
        join_open(text, names, &mentions, lists, groups);
    }
}

/// Bare names that no full name explains: one person, or a man and a woman.
fn join_open(text: &str, names: &[Name], mentions: &[usize], lists: &Lists, groups: &mut Groups) {
    let said = |m: &usize| gender(&address(text, names[*m].span, lists));
    let (mut last, sides) = ([None; 3], [(true, false), (false, true), (false, false)]);
    let apart = mentions.iter().any(|m| said(m) == sides[0]) && mentions.iter().any(|m| said(m) == sides[1]);
    for &m in mentions {
        let side = if apart { sides.iter().position(|side| *side == said(&m)).unwrap_or(2) } else { 2 };
        if let Some(other) = last[side].replace(m) {
            groups.join(other, m);
        }
    }
}

struct People<'n> {
    names: &'n [Name],
    lists: &'n Lists,
    list: Vec<Person>,
    /// People by the sound of each word of the name.
    by_word: BTreeMap<String, Vec<usize>>,
    /// People by the first letters of the last name.
    by_head: BTreeMap<String, Vec<usize>>,
}

impl People<'_> {
    fn add_full(&mut self, text: &str, name: PersonName, mentions: &[usize]) {
        let mut known = self.sharing(name.last());
        known.extend(self.sharing(name.first()));
        known.sort_unstable();
        known.dedup();
        let mut same = known.into_iter().filter(|&p| likeness(&self.list[p].name, &name, self.lists).is_some());
        let found = same.next().filter(|_| same.next().is_none());
        let person = found.unwrap_or_else(|| {
            let (mentions, ends) = (Vec::new(), BTreeSet::new());
            self.list.push(Person { name: name.clone(), mentions, ends, man: false, woman: false });
            self.list.len() - 1
        });
        for word in &name.words {
            file(&mut self.by_word, sound(word), person);
        }
        file(&mut self.by_head, head(name.last()), person);
        for &m in mentions {
            let (man, woman) = gender(&address(text, self.names[m].span, self.lists));
            self.list[person].man |= man;
            self.list[person].woman |= woman;
            self.add(person, m);
        }
        let given = self.lists.classes(name.first());
        let to = &mut self.list[person];
        if !to.man && !to.woman {
            to.man = given.any(Classes::GIVEN_MALE) && !given.any(Classes::GIVEN_FEMALE);
            to.woman = given.any(Classes::GIVEN_FEMALE) && !given.any(Classes::GIVEN_MALE);
        }
    }

    fn add(&mut self, person: usize, m: usize) {
        self.list[person].mentions.push(m);
        self.list[person].ends.insert(self.names[m].span.end);
    }

    /// People one of whose names sounds like `word`.
    fn sharing(&self, word: &str) -> Vec<usize> {
        self.by_word.get(&sound(word)).cloned().unwrap_or_default()
    }

    /// Whom a single name means.
    fn bearer(&self, text: &str, m: usize) -> Option<usize> {
        let name = &self.names[m];
        let said = core(name);
        let word = said.words.first()?;
        let address = address(text, name.span, self.lists);
        let (man, woman) = gender(&address);
        let fits = |p: &usize| {
            let person = &self.list[*p];
            let sexes = (man && person.woman && !person.man) || (woman && person.man && !person.woman);
            !sexes && person.name.suffixes_agree(&said)
        };
        let sharing: Vec<usize> = self.sharing(word).into_iter().filter(fits).collect();
        let at = |last: bool| {
            let place = move |p: &&usize| {
                let name = &self.list[**p].name;
                alike(if last { name.last() } else { name.first() }, word)
            };
            sharing.iter().filter(place).copied().collect::<Vec<_>>()
        };
        let orders = if address.before_given { [at(false), at(true)] } else { [at(true), at(false)] };
        let polite = usize::from(address.polite);
        let mut chosen = orders.into_iter().take(2 - polite).find(|found| !found.is_empty()).unwrap_or_default();
        if chosen.is_empty() {
            chosen = if sharing.is_empty() { self.nearly(word) } else { sharing };
            chosen.retain(fits);
        }
        match chosen[..] {
            [] => None,
            [one] => Some(one),
            _ => self.nearest(&chosen, name.span),
        }
    }

    /// People whose last name is one letter off.
    fn nearly(&self, word: &str) -> Vec<usize> {
        let near = |p: &usize| one_letter_apart(self.list[*p].name.last(), word);
        self.by_head.get(&head(word)).into_iter().flatten().copied().filter(near).collect()
    }

    /// The one who was named last before `span`, if that is not far back.
    fn nearest(&self, chosen: &[usize], span: Span) -> Option<usize> {
        let before = |p: &usize| self.list[*p].ends.range(..=span.start).next_back().map(|&end| (end, *p));
        let (end, person) = chosen.iter().filter_map(before).max()?;
        (span.start - end <= NEAR).then_some(person)
    }
}

fn file(index: &mut BTreeMap<String, Vec<usize>>, key: String, person: usize) {
    let bearers = index.entry(key).or_default();
    if bearers.len() < BEARERS && !bearers.contains(&person) {
        bearers.push(person);
    }
}

fn head(word: &str) -> String {
    word.chars().take(3).collect()
}

/// Man, woman.
fn gender(address: &Address) -> (bool, bool) {
    (address.classes.any(Classes::TITLE_MALE), address.classes.any(Classes::TITLE_FEMALE))
}

fn core(name: &Name) -> PersonName {
    PersonName::new(name.words.clone())
}
