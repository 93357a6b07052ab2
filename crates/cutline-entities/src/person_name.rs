//! When two full names are one person's.

use crate::Lists;
use crate::similar::{one_letter_apart, sound};

/// A person's name: folded words, and what stands behind them ('jr', 'iii').
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PersonName {
    pub words: Vec<String>,
    pub suffix: Option<String>,
}

/// How two names are alike, surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Likeness {
    Same,
    MiddleName,
    PartOfName,
    Spelling,
    Initial,
    Nickname,
}

impl Likeness {
    /// As a reason for joining.
    pub fn reason(self) -> &'static str {
        match self {
            Likeness::Same => "same full name",
            Likeness::MiddleName => "same name but for a middle name",
            Likeness::PartOfName => "part of the longer name",
            Likeness::Spelling => "another spelling of the name",
            Likeness::Initial => "initial of the given name",
            Likeness::Nickname => "short form of the given name",
        }
    }

    /// Whether an editor should look at it.
    pub fn is_doubtful(self) -> bool {
        self >= Likeness::Spelling
    }
}

impl PersonName {
    /// Takes a suffix off the words.
    pub fn new(mut words: Vec<String>) -> PersonName {
        const SUFFIXES: &[&str] = &["jr", "sr", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "xiv", "xvi"];
        let suffix = if words.len() > 1 { words.pop_if(|last| SUFFIXES.contains(&last.as_str())) } else { None };
        PersonName { words, suffix }
    }

    pub fn is_full(&self) -> bool {
        self.words.len() > 1
    }

    pub fn first(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    pub fn last(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// Whether neither has a suffix that the other contradicts.
    pub fn suffixes_agree(&self, other: &PersonName) -> bool {
        self.suffix.is_none() || other.suffix.is_none() || self.suffix == other.suffix
    }
}

/// How two full names may be one person's, if they may.
pub(crate) fn likeness(one: &PersonName, other: &PersonName, lists: &Lists) -> Option<Likeness> {
    if !one.suffixes_agree(other) {
        return None;
    }
    let (long, short) = if one.words.len() >= other.words.len() { (one, other) } else { (other, one) };
    let (long, short) = (&long.words[..], &short.words[..]);
    if long.concat() == short.concat() {
        return Some(Likeness::Same);
    }
    if long.ends_with(short) || long.starts_with(short) {
        return Some(Likeness::PartOfName);
    }
    let ([a, a_middle @ .., a_last], [b, b_middle @ .., b_last]) = (long, short) else { return None };
    let spelt = !alike(a_last, b_last) && a == b && one_letter_apart(a_last, b_last);
    if !(alike(a_last, b_last) || spelt) || !middles_agree(a_middle, b_middle, b) {
        return None;
    }
    let given = same_given(a, a_middle, b, lists)?;
    let last = if a_last == b_last { Likeness::MiddleName } else { Likeness::Spelling };
    Some(given.max(last))
}

fn same_given(long: &str, quoted: &[String], short: &str, lists: &Lists) -> Option<Likeness> {
    let initial = long.chars().count().min(short.chars().count()) == 1 && long.chars().next() == short.chars().next();
    let slip = one_letter_apart(long, short) && long.chars().last() == short.chars().last();
    [
        (long == short, Likeness::MiddleName),
        (alike(long, short) || slip, Likeness::Spelling),
        (initial, Likeness::Initial),
        (lists.nicknames(long, short), Likeness::Nickname),
        (quoted.iter().any(|word| word == short), Likeness::Nickname),
    ]
    .into_iter()
    .find_map(|(holds, likeness)| holds.then_some(likeness))
}

/// Middle names agree if each of the shorter name's is among the longer's.
fn middles_agree(long: &[String], short: &[String], given: &str) -> bool {
    let initial =
        |a: &str, b: &str| a.chars().next() == b.chars().next() && a.chars().count().min(b.chars().count()) == 1;
    short.iter().all(|b| long.iter().any(|a| a == b || initial(a, b))) || long.iter().any(|a| a == given)
}

/// Whether two words are one, or usual spellings of one.
pub(crate) fn alike(one: &str, other: &str) -> bool {
    one == other || (one.len().min(other.len()) >= 4 && sound(one) == sound(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> PersonName {
        PersonName::new(text.split(' ').map(String::from).collect())
    }

    #[test]
    fn variants_of_one_name() {
        let lists = Lists::default();
        let like = |a, b| likeness(&name(a), &name(b), &lists);
        assert_eq!(like("ana bela", "ana bela"), Some(Likeness::Same));
        assert_eq!(like("ana maria bela", "ana bela"), Some(Likeness::MiddleName));
        assert_eq!(like("rosa ana bela", "ana bela"), Some(Likeness::PartOfName));
        assert_eq!(like("dmitri orrsky", "dmitry orrskiy"), Some(Likeness::Spelling));
        assert_eq!(like("j orr", "jonas orr"), Some(Likeness::Initial));
    }

    #[test]
    fn bearers_of_one_surname_stay_apart() {
        let lists = Lists::default();
        let like = |a, b| likeness(&name(a), &name(b), &lists);
        assert_eq!(like("ana bela", "rosa bela"), None);
        assert_eq!(like("karl h w orr", "karl q orr"), None);
        assert_eq!(like("karl orr jr", "karl orr sr"), None);
    }
}
