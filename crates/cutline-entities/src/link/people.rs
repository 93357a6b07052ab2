//! People: full names first, then what is said of them in short.

use std::collections::{BTreeMap, BTreeSet};

use cutline_doc::Span;

use super::groups::Groups;
use super::name::Name;
use super::similar::{one_letter_apart, sound};
use crate::titles::{Address, address};
use crate::{Classes, Lists};

/// How far back, in bytes, a bare surname may look for the last bearer of it when there are several.
const NEAR: u32 = 3000;

/// How many people of one name are told apart: enough for any text, and a bound on the work.
const BEARERS: usize = 200;

/// A person as far as the document has told.
#[derive(Debug)]
struct Person {
    /// The fullest form of the name, with its given names.
    words: Vec<String>,
    suffix: Option<String>,
    mentions: Vec<usize>,
    /// Where mentions end.
    ends: BTreeSet<u32>,
    man: bool,
    woman: bool,
}

/// Joins the mentions of people in `names`.
pub(super) fn join(text: &str, names: &[Name], members: &[usize], lists: &Lists, groups: &mut Groups) {
    let mut people = People { names, lists, list: Vec::new(), by_word: BTreeMap::new(), by_head: BTreeMap::new() };
    let full: Vec<usize> = members.iter().copied().filter(|&m| core(&names[m]).0.len() > 1).collect();
    let mut forms: BTreeMap<(Vec<String>, Option<String>), Vec<usize>> = BTreeMap::new();
    for &m in &full {
        forms.entry(core(&names[m])).or_default().push(m);
    }
    let mut forms: Vec<_> = forms.into_iter().collect();
    forms.sort_by_key(|((words, _), mentions)| (std::cmp::Reverse(words.len()), mentions[0]));
    for ((words, suffix), mentions) in forms {
        people.add_full(text, words, suffix, &mentions);
    }
    let mut open: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for &m in members.iter().filter(|&&m| core(&names[m]).0.len() <= 1) {
        match people.bearer(text, m) {
            Some(person) => people.add(person, m),
            None => open.entry(core(&names[m]).0.concat()).or_default().push(m),
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
    fn add_full(&mut self, text: &str, words: Vec<String>, suffix: Option<String>, mentions: &[usize]) {
        let known = self.sharing(words.last().map_or("", String::as_str));
        let mut same = known.into_iter().filter(|&p| self.same_person(&self.list[p], &words, suffix.as_deref()));
        let found = same.next().filter(|_| same.next().is_none());
        let person = found.unwrap_or_else(|| {
            let (mentions, ends) = (Vec::new(), BTreeSet::new());
            self.list.push(Person { words: words.clone(), suffix, mentions, ends, man: false, woman: false });
            self.list.len() - 1
        });
        for word in &words {
            file(&mut self.by_word, sound(word), person);
        }
        file(&mut self.by_head, head(words.last().map_or("", String::as_str)), person);
        for &m in mentions {
            let (man, woman) = gender(&address(text, self.names[m].span, self.lists));
            self.list[person].man |= man;
            self.list[person].woman |= woman;
            self.add(person, m);
        }
        let given = self.lists.classes(&words[0]);
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

    fn same_person(&self, person: &Person, words: &[String], suffix: Option<&str>) -> bool {
        let known = &person.words;
        if suffix.is_some() && person.suffix.is_some() && person.suffix.as_deref() != suffix {
            return false;
        }
        let (long, short) = if known.len() >= words.len() { (&known[..], words) } else { (words, &known[..]) };
        if long.concat() == short.concat() || long.ends_with(short) || (short.len() > 1 && long.starts_with(short)) {
            return true;
        }
        let (Some((a, a_rest)), Some((b, b_rest))) = (long.split_first(), short.split_first()) else { return false };
        let (Some((a_last, a_middle)), Some((b_last, b_middle))) = (a_rest.split_last(), b_rest.split_last()) else {
            return false;
        };
        let lasts = alike(a_last, b_last) || (a == b && one_letter_apart(a_last, b_last));
        lasts && self.same_given(a, a_middle, b) && middles_agree(a_middle, b_middle, b)
    }

    fn same_given(&self, long: &str, quoted: &[String], short: &str) -> bool {
        let initial =
            (long.chars().count() == 1 || short.chars().count() == 1) && long.chars().next() == short.chars().next();
        let slip = one_letter_apart(long, short) && long.chars().last() == short.chars().last();
        alike(long, short)
            || slip
            || initial
            || self.lists.nicknames(long, short)
            || quoted.iter().any(|word| word == short)
    }

    /// Whom a single name means.
    fn bearer(&self, text: &str, m: usize) -> Option<usize> {
        let name = &self.names[m];
        let (words, suffix) = core(name);
        let word = words.first()?;
        let address = address(text, name.span, self.lists);
        let (man, woman) = gender(&address);
        let fits = |p: &usize| {
            let person = &self.list[*p];
            let sexes = (man && person.woman && !person.man) || (woman && person.man && !person.woman);
            !sexes && (suffix.is_none() || person.suffix.is_none() || person.suffix == suffix)
        };
        let sharing: Vec<usize> = self.sharing(word).into_iter().filter(fits).collect();
        let at = |last: bool| {
            let place = move |p: &&usize| {
                let words = &self.list[**p].words;
                let there = if last { words.last() } else { words.first() };
                there.is_some_and(|there| alike(there, word))
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
        let near = |p: &usize| self.list[*p].words.last().is_some_and(|last| one_letter_apart(last, word));
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

fn alike(one: &str, other: &str) -> bool {
    one == other || (one.len().min(other.len()) >= 4 && sound(one) == sound(other))
}

/// Middle names agree unless both have some and none of one's is among the other's.
fn middles_agree(long: &[String], short: &[String], given: &str) -> bool {
    let initial = |a: &str, b: &str| a.chars().next() == b.chars().next() && a.len().min(b.len()) == 1;
    short.iter().all(|b| long.iter().any(|a| a == b || initial(a, b))) || long.iter().any(|a| a == given)
}

/// Man, woman.
fn gender(address: &Address) -> (bool, bool) {
    (address.classes.any(Classes::TITLE_MALE), address.classes.any(Classes::TITLE_FEMALE))
}

/// The words of the name, and what stands behind it: 'Jr', 'III'.
fn core(name: &Name) -> (Vec<String>, Option<String>) {
    let mut words = name.words.clone();
    let suffix = words
        .pop_if(|last| matches!(last.as_str(), "jr" | "sr" | "i" | "ii" | "iii" | "iv" | "v" | "vi" | "vii" | "viii"));
    if words.is_empty() { (name.words.clone(), None) } else { (words, suffix) }
}
