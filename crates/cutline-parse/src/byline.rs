//! Who wrote it: 'By Ana Bela, Staff Writer', 'BY ASSOCIATED PRESS', a bare
//! name beside the date.

use crate::agency::is_agency;
use crate::heads::Heads;
use crate::lexicon::{self, class};
use crate::wrap::ends_sentence;

/// The people, agency or desk that a byline names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Byline {
    /// People as written; without any, the agency or desk.
    pub(crate) names: Vec<String>,
    /// The agency among them.
    pub(crate) agency: Option<String>,
}

/// Reads a line that opens with 'By'.
pub(crate) fn marked(line: &str) -> Option<Byline> {
    if line.len() > 240 {
        return None;
    }
    let rest = BY_HEADS.start_of(line).map(|head| &line[head.len()..])?;
    let rest = rest.trim_start_matches([':', ' ', '\u{a0}', '—', '–', '-']);
    let words = rest.split_whitespace().count();
    if words == 0 || words > 24 || ends_sentence(line) && words > 6 {
        return None;
    }
    read(rest)
}

static BY_HEADS: Heads<{ HEADS.len() }> = Heads::of(HEADS);

/// Longer ones first.
const HEADS: &[&str] = &[
    "written by ",
    "reported by ",
    "words by ",
    "story by ",
    "posted by ",
    "published by ",
    "author: ",
    "authors: ",
    "by: ",
    "by\u{a0}",
    "by ",
];

/// Reads a line without 'By' that stands where bylines stand.
pub(crate) fn bare(line: &str) -> Option<Byline> {
    if line.len() > 120 || ends_sentence(line) && !line.ends_with("Jr.") {
        return None;
    }
    let line = line.strip_prefix('@').unwrap_or(line);
    if is_agency(line) {
        return Some(agency(line));
    }
    let first = line.split([',', '|', '@', '•', '·']).next().unwrap_or("").trim();
    let desk = is_desk(line);
    if desk {
        return Some(Byline { names: vec![line.to_owned()], agency: None });
    }
    let menu = first.split_whitespace().any(|word| class(word) & lexicon::MENU != 0 && class(word) & lexicon::JOB == 0);
    if menu || !is_person_line(line, first) {
        return None;
    }
    read(line).filter(|found| !found.names.is_empty())
}

/// Whether the line is a name and nothing more, or a name with a job or a handle.
fn is_person_line(line: &str, first: &str) -> bool {
    let names = crate::credited::is_name(first) || people(first).len() == 1;
    let jobs = line.split_whitespace().filter(|word| class(word.trim_matches(',')) & lexicon::JOB != 0).count();
    let rest = line[first.len()..].trim();
    names
        && (rest.is_empty()
            || jobs > 0
            || rest.starts_with(['@', '|'])
            || rest.starts_with(',') && people(rest.trim_start_matches([',', ' '])).len() == 1)
}

/// 'Editorial', 'Courier staff', 'Herald wire services', 'Staff report'.
fn is_desk(line: &str) -> bool {
    let low = line.to_ascii_lowercase();
    let words = low.split_whitespace().count();
    matches!(
        low.as_str(),
        "editorial"
            | "editorial board"
            | "the editorial board"
            | "staff"
            | "staff report"
            | "staff reports"
            | "staff reporter"
            | "staff writer"
            | "news desk"
            | "web desk"
            | "our correspondent"
    ) || words <= 6
        && [
            "wire services",
            "wire reports",
            "news services",
            "staff report",
            "staff reports",
            " editorial board",
            " news desk",
            " web desk",
            " staff",
            " newsroom",
            " wire service",
            " news service",
            " bureau",
        ]
        .iter()
        .any(|tail| low.ends_with(tail))
        && line.starts_with(char::is_uppercase)
        && words >= 2
}

fn agency(written: &str) -> Byline {
    Byline { names: vec![written.to_owned()], agency: Some(written.to_owned()) }
}

/// Names in `rest`, which follows 'By' or stands alone.
fn read(rest: &str) -> Option<Byline> {
    let rest = rest.trim();
    let head = until_stop(rest);
    if is_agency(head) {
        return Some(agency(head));
    }
    let people: Vec<String> = people(rest);
    if !people.is_empty() {
        let agency = rest.split([',', '|', '(', ')']).map(str::trim).find(|part| is_agency(part)).map(str::to_owned);
        return Some(Byline { names: people, agency });
    }
    let titled = !head.is_empty()
        && head
            .split_whitespace()
            .all(|word| word.starts_with(char::is_uppercase) || class(word) & lexicon::FUNCTION != 0);
    let org = head.split_whitespace().any(|word| class(word) & (lexicon::ORG | lexicon::JOB) != 0)
        || head.split_whitespace().count() == 1 && head.len() > 2;
    let dated =
        head.split_whitespace().next().is_some_and(|word| class(word) & (lexicon::WEEKDAY | lexicon::MONTH) != 0);
    (titled && org && !dated && head.split_whitespace().count() <= 6)
        .then(|| Byline { names: vec![head.to_owned()], agency: None })
}

/// `rest` up to a date, a bar or a handle.
fn until_stop(rest: &str) -> &str {
    let mut end = 0;
    for word in rest.split_inclusive(char::is_whitespace) {
        let bare = word.trim();
        let next = rest[end + word.len()..].trim_start();
        let number = next.starts_with(|c: char| c.is_ascii_digit());
        let dated = bare.starts_with(|c: char| c.is_ascii_digit())
            || class(bare.trim_matches(['.', ','])) & lexicon::MONTH != 0 && number
            || matches!(
                bare,
                "|" | "-"
                    | "–"
                    | "—"
                    | "•"
                    | "·"
                    | "Updated"
                    | "Published"
                    | "Posted"
                    | "updated"
                    | "published"
                    | "on"
                    | "On"
                    | "at"
                    | "UPDATED"
                    | "PUBLISHED"
            )
            || bare.starts_with('@')
            || class(bare.trim_matches(',')) & lexicon::WEEKDAY != 0
                && bare.len() <= 10
                && (number || next.starts_with(|c: char| c.is_uppercase()));
        if dated {
            break;
        }
        end += word.len();
        if bare.ends_with('|') || bare.ends_with(';') {
            break;
        }
    }
    rest[..end].trim().trim_end_matches(['|', ',', ';', ':'])
}

/// The people among the names in `rest`.
fn people(rest: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in parts(until_stop(rest)) {
        match person(part) {
            Some(name) if !found.contains(&name) => found.push(name),
            _ if found.is_empty() => return found,
            _ => {}
        }
    }
    found
}

fn parts(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for part in line.split([',', ';', '|', '/', '(']) {
        for part in part
            .split(" and ")
            .flat_map(|part| part.split(" & "))
            .flat_map(|part| part.split(" AND "))
            .flat_map(|part| part.split(" with "))
        {
            let part = part.trim();
            let part = part.strip_prefix("and ").unwrap_or(part);
            if !part.is_empty() {
                found.push(part);
            }
        }
    }
    found
}

/// The name at the head of `part`, job words behind it left out.
fn person(part: &str) -> Option<String> {
    if is_agency(part) {
        return None;
    }
    let mut words: Vec<&str> = Vec::new();
    for word in part.split_whitespace() {
        let (word, glued) = unglue(word);
        let bare = word.trim_matches(['.', '\'', '’', '"', ')']);
        let particle = !words.is_empty() && lexicon::is_particle(bare);
        let letters = !bare.is_empty()
            && bare.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.' | '\u{a0}'));
        let job = class(bare) & (lexicon::JOB | lexicon::ORG) != 0;
        let capital = bare.starts_with(char::is_uppercase);
        if class(bare) & lexicon::ORG != 0 && class(bare) & lexicon::JOB == 0 && words.len() > 1 {
            return None;
        }
        let surname = words.len() == 1 && !has_more(part, word);
        if !letters || !(capital || particle) || job && !surname || is_brand(bare) {
            break;
        }
        words.push(word);
        if glued {
            break;
        }
    }
    let short = |word: &&&str| word.trim_matches('.').chars().count() > 1;
    let long = words.iter().filter(short).count();
    ((2..=5).contains(&words.len()) && long >= 1).then(|| words.join(" ").trim_end_matches(['\'', ')']).to_owned())
}

/// 'GarberFOXBusiness' was a name and a site's name side by side.
fn unglue(word: &str) -> (&str, bool) {
    let mut before = ' ';
    for (at, c) in word.char_indices() {
        let house = c.is_uppercase()
            && before.is_lowercase()
            && word[at..].chars().take_while(|c| c.is_uppercase()).count() >= 3;
        if house || c == '@' && at > 0 {
            return (&word[..at], true);
        }
        before = c;
    }
    (word, false)
}

/// Whether more words follow `word`: 'Star' may be a surname at the very end.
fn has_more(part: &str, word: &str) -> bool {
    !part.ends_with(word) || class(word) & lexicon::JOB != 0
}

/// 'FOXBusiness', 'CNNMoney': a run of capitals with small letters behind it.
fn is_brand(word: &str) -> bool {
    let capitals = word.chars().take_while(|c| c.is_uppercase()).count();
    capitals >= 3 && word.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by(line: &str) -> Vec<String> {
        marked(line).or_else(|| bare(line)).map(|b| b.names).unwrap_or_default()
    }

    #[test]
    fn names_without_jobs() {
        assert_eq!(by("By Ana Bela Staff Writer"), ["Ana Bela"]);
        assert_eq!(by("By Ana Bela and Kit Orr"), ["Ana Bela", "Kit Orr"]);
        assert_eq!(by("By Ana Bela | Special to the Courier"), ["Ana Bela"]);
        assert_eq!(by("By Ana Bela On 11/13/19 at 4:00 PM EST"), ["Ana Bela"]);
        assert_eq!(by("By Kit Orr - Courier Contributor 2019-11-19T12:48:14Z"), ["Kit Orr"]);
        assert_eq!(by("by Northern Weather Agency"), ["Northern Weather Agency"]);
        assert_eq!(by("BY ASSOCIATED PRESS"), ["ASSOCIATED PRESS"]);
        assert_eq!(by("Reuters November 18, 2019 11:03 PM"), Vec::<String>::new());
        assert_eq!(by("Ana Bela @anabela"), ["Ana Bela"]);
        assert_eq!(by("Kit Orr, Auto Writer"), ["Kit Orr"]);
        assert_eq!(by("Kit B. Orr Senior Contributor"), ["Kit B. Orr"]);
        assert_eq!(by("By the time it ended, all was lost."), Vec::<String>::new());
        assert_eq!(by("By Friday, all was lost in the town and beyond."), Vec::<String>::new());
        assert_eq!(by("Courier wire services"), ["Courier wire services"]);
    }
}
