//! Names put right by what they are made of and what stands beside them.
//!
//! A tagger that weighs words one by one errs on names it has never seen:
//! these rules hold of English whatever the names are.

use cutline_doc::{Label, Mention, Span};
use cutline_text::{Token, tokens};

use crate::titles::before;
use crate::{Classes, Lists};

/// Splits what is two names, mends brands that end in ''s', and labels by the
/// thing that a name stands before.
pub(super) fn amend(text: &str, mentions: &mut Vec<Mention>, lists: &Lists) {
    let taken = std::mem::take(mentions);
    for at in 0..taken.len() {
        let mut mention = taken[at].clone();
        if let Some(span) = behind_title(text, &mention, lists) {
            (mention.span, mention.label) = (span, Label::Person);
        }
        let amended = amended(text, &mention, lists);
        mention.label = amended.unwrap_or(mention.label);
        if let Some(span) = brand(text, mention.span, lists).filter(|_| !bears(text, &taken, mention.span)) {
            (mention.span, mention.label) = (span, Label::Org);
        }
        mention.span = kind_before(text, &mention, lists).unwrap_or(mention.span);
        mention.span = kind_behind(text, &mention).unwrap_or(mention.span);
        match parts(text, &mention, lists) {
            Some(two) => mentions.extend(two),
            None => mentions.push(mention),
        }
    }
}

/// 'Lisbon, Portugal' and 'Northern District Ana Bela' as the two names they are.
fn parts(text: &str, mention: &Mention, lists: &Lists) -> Option<[Mention; 2]> {
    let place = matches!(mention.label, Label::Gpe | Label::Loc | Label::Fac);
    if !place && mention.label != Label::Org {
        return None;
    }
    let words: Vec<Token> = tokens(text, mention.span).take(MOST_WORDS + 1).collect();
    if words.len() < 3 || words.len() > MOST_WORDS {
        return None;
    }
    let part = |words: &[Token], label| {
        let span = words[0].span.cover(words[words.len() - 1].span);
        Mention { span, label, ..mention.clone() }
    };
    if let Some(comma) = words.iter().position(|word| &text[word.span] == ",").filter(|_| place) {
        let (head, tail) = (&words[..comma], &words[comma + 1..]);
        let (city, country) =
            (!head.is_empty() && !tail.is_empty()).then(|| (part(head, Label::Gpe), part(tail, Label::Gpe)))?;
        let whole = lists.classes(&text[country.span]).any(Classes::COUNTRY);
        return whole.then_some([city, country]);
    }
    let behind = words.len() - 2;
    let is_person =
        behind > 1 && is_governed(&text[words[behind - 1].span]) && is_full_name(text, &words[behind..], lists);
    is_person.then(|| [part(&words[..behind], Label::Gpe), part(&words[behind..], Label::Person)])
}

/// Longer names are left as they are.
const MOST_WORDS: usize = 12;

/// Words that end the name of what has a governor, and begin no name.
fn is_governed(word: &str) -> bool {
    matches!(word, "District" | "Province" | "Region" | "Oblast" | "Republic" | "County" | "Territory" | "Prefecture")
}

fn is_full_name(text: &str, words: &[Token], lists: &Lists) -> bool {
    let [given, family] = words else { return false };
    let (given, family) = (&text[given.span], &text[family.span]);
    let kinds = Classes::ORG_WORD | Classes::FACILITY_WORD | Classes::PLACE_WORD | Classes::EVENT_WORD;
    let person = lists.classes(given).any(Classes::GIVEN) && !lists.classes(given).any(kinds);
    person && family.starts_with(char::is_uppercase) && !lists.classes(family).any(kinds | Classes::COUNTRY)
}

/// The whole of a name that the lists know with the ''s' behind it as a brand's.
fn brand(text: &str, span: Span, lists: &Lists) -> Option<Span> {
    let end = span.range().end;
    let behind = ["'s", "’s"].into_iter().find(|behind| text[end..].starts_with(behind))?;
    let whole = Span::new(span.range().start, end + behind.len());
    lists.classes(&text[whole]).any(Classes::ORGANISATION | Classes::AGENCY).then_some(whole)
}

/// The company alone in 'Dealership Orrin-Velk': a common noun that stands before a name of the lists.
fn kind_before(text: &str, mention: &Mention, lists: &Lists) -> Option<Span> {
    let words: Vec<Token> = tokens(text, mention.span).take(MOST_WORDS).collect();
    let (first, rest) = words.split_first().filter(|(_, rest)| !rest.is_empty())?;
    let noun = text[first.span].to_lowercase();
    let company = first.span.cover(rest[rest.len() - 1].span) == mention.span && FIRMS.contains(&noun.as_str());
    let name = rest[0].span.cover(rest[rest.len() - 1].span);
    let known = mention.label == Label::Org && company && lists.classes(&text[name]).any(Classes::ORGANISATION);
    known.then_some(name)
}

/// A name with the common noun behind it, where a short form in brackets counts the noun in:
/// 'Orrvale Motor plant (OMP)'.
fn kind_behind(text: &str, mention: &Mention) -> Option<Span> {
    let place = matches!(mention.label, Label::Gpe | Label::Loc | Label::Fac);
    if mention.label != Label::Org && !place {
        return None;
    }
    let behind = text[mention.span.range().end..].strip_prefix(' ')?;
    let (noun, rest) = behind.split_once(" (")?;
    if !KINDS.contains(&noun) {
        return None;
    }
    let short = rest.split_once(')').map(|(short, _)| short).filter(|short| short.len() <= 8)?;
    let words = tokens(text, mention.span).filter(|word| text[word.span].starts_with(char::is_uppercase));
    let initials: String = words.filter_map(|word| text[word.span].chars().next()).collect();
    // The last letter may stand for the noun in another language: 'Gorky Automobile plant (GAZ)'.
    let counted = short.chars().count() == initials.chars().count() + 1 && short.starts_with(&initials);
    counted.then(|| Span::new(mention.span.range().start, mention.span.range().end + 1 + noun.len()))
}

/// What a name may be the name of.
const KINDS: &[&str] = &[
    "agency",
    "association",
    "bank",
    "bureau",
    "centre",
    "center",
    "club",
    "college",
    "committee",
    "company",
    "corporation",
    "council",
    "factory",
    "federation",
    "foundation",
    "fund",
    "group",
    "hospital",
    "institute",
    "laboratory",
    "mill",
    "museum",
    "office",
    "party",
    "plant",
    "refinery",
    "school",
    "shipyard",
    "society",
    "union",
    "university",
    "works",
];

/// Whether the document has a person of that surname: then ''s' is a genitive.
fn bears(text: &str, mentions: &[Mention], span: Span) -> bool {
    let person = |mention: &&Mention| mention.label == Label::Person && mention.span != span;
    mentions.iter().filter(person).any(|mention| {
        let full = &text[mention.span];
        full.len() > text[span].len() && full.ends_with(&text[span])
    })
}

/// The label that the words round a name leave no doubt of.
fn amended(text: &str, mention: &Mention, lists: &Lists) -> Option<Label> {
    let known = lists.classes(&text[mention.span]);
    if known.any(Classes::SEAT) {
        let inside = mention.label == Label::Org && stands_in(text, mention.span);
        return inside.then_some(Label::Fac);
    }
    if mention.label != Label::Person && is_titled(text, mention.span, lists) {
        return Some(Label::Person);
    }
    if mention.label == Label::Org && matches!(&text[mention.span], "West" | "East" | "North" | "South") {
        return has_article(text, mention.span).then_some(Label::Loc);
    }
    let open = matches!(mention.label, Label::Gpe | Label::Loc | Label::Norp | Label::Product)
        || mention.label == Label::Person && !text[mention.span].contains(' ');
    if !open || known.any(NAMED) {
        return None;
    }
    let behind = stands_before(text, mention.span);
    behind.filter(|_| has_article(text, mention.span))
}

/// The person in a name that was taken for something else with the title in it.
fn behind_title(text: &str, mention: &Mention, lists: &Lists) -> Option<Span> {
    if !matches!(mention.label, Label::Gpe | Label::Loc | Label::Org | Label::Norp) {
        return None;
    }
    let words: Vec<Token> = tokens(text, mention.span).take(MOST_WORDS).collect();
    let (_, rest) = words.split_first().filter(|(_, rest)| rest.len() > 1)?;
    let known = Classes::CITY | Classes::BIG_CITY | Classes::PROVINCE | Classes::ORGANISATION | Classes::COUNTY;
    let name = rest[0].span.cover(rest[rest.len() - 1].span);
    (is_titled(text, name, lists) && !lists.classes(&text[mention.span]).any(known)).then_some(name)
}

/// 'King Charles III': a title, then a given name with nothing behind but a number or a surname.
fn is_titled(text: &str, span: Span, lists: &Lists) -> bool {
    let titled = before(text, span).last().is_some_and(|word| {
        text[word.span].starts_with(char::is_uppercase) && lists.classes(&text[word.span]).any(Classes::TITLE)
    });
    let words: Vec<Token> = tokens(text, span).take(MOST_WORDS).collect();
    let things = Classes::ORG_WORD | Classes::FACILITY_WORD | Classes::PLACE_WORD | Classes::EVENT_WORD;
    let known = things | Classes::COUNTRY | Classes::ORGANISATION | Classes::US_STATE;
    titled
        && (2..=3).contains(&words.len())
        && lists.classes(&text[words[0].span]).any(Classes::GIVEN)
        && !lists.classes(&text[span]).any(known | Classes::BIG_CITY | Classes::CITY)
        && words[1..]
            .iter()
            .all(|word| text[word.span].starts_with(char::is_uppercase) && !lists.classes(&text[word.span]).any(things))
}

/// What the lists know for sure is no company's.
const NAMED: Classes = Classes(
    Classes::COUNTRY.0
        | Classes::DEMONYM.0
        | Classes::CITY.0
        | Classes::BIG_CITY.0
        | Classes::US_STATE.0
        | Classes::REGION.0
        | Classes::COUNTY.0
        | Classes::GIVEN.0
        | Classes::SURNAME.0
        | Classes::GROUP.0
        | Classes::LANGUAGE.0
        | Classes::PROVINCE.0,
);

fn has_article(text: &str, span: Span) -> bool {
    before(text, span).last().is_some_and(|word| matches!(&text[word.span], "a" | "an" | "the" | "A" | "An" | "The"))
}

/// 'in the', 'inside': where people are.
fn stands_in(text: &str, span: Span) -> bool {
    let words = before(text, span);
    let mut back = words.iter().rev().map(|word| &text[word.span]).skip_while(|word| *word == "the");
    back.next().is_some_and(|word| matches!(word, "in" | "inside" | "outside" | "near"))
}

/// What 'the Orrvale factory' and 'an Orrvale shop' are named after, by the
/// thing that follows within a few words.
fn stands_before(text: &str, span: Span) -> Option<Label> {
    let from = span.range().end;
    let mut to = text.len().min(from + REACH);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let words = tokens(text, Span::new(from, to)).take(MOST_BETWEEN + 1).map(|word| &text[word.span]);
    for word in words {
        if matches!(word, "nuclear" | "power" | "hydroelectric" | "thermal") || !word.starts_with(char::is_lowercase) {
            return None; // Power stations are named after where they stand.
        }
        if FIRMS.contains(&word) {
            return Some(Label::Org);
        }
        if SITES.contains(&word) {
            return Some(Label::Fac);
        }
        if !is_attribute(word) {
            return None;
        }
    }
    None
}

const REACH: usize = 60;
const MOST_BETWEEN: usize = 3;

/// Words that stand between a name and the thing it names.
fn is_attribute(word: &str) -> bool {
    const SMALL: &[&str] = &[
        "of", "in", "on", "at", "and", "or", "to", "from", "for", "with", "by", "is", "was", "has", "had", "will",
        "as", "who", "that",
    ];
    word.len() > 2 && !SMALL.contains(&word) && !word.ends_with("ed") && !word.ends_with("ly")
}

/// Things that belong to a company.
const FIRMS: &[&str] = &[
    "brand",
    "dealer",
    "dealership",
    "factories",
    "factory",
    "logo",
    "outlet",
    "outlets",
    "plant",
    "plants",
    "shop",
    "shops",
    "showroom",
    "store",
    "stores",
    "subsidiary",
    "supermarket",
];

/// Sites that bear a name of their own.
const SITES: &[&str] = &["complex", "mall", "museum", "prison", "refinery", "shipyard", "stadium", "terminal"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ListsBuilder;

    fn amended_names(text: &str, names: &[(&str, Label)]) -> Vec<(String, Label)> {
        let mention = |&(name, label): &(&str, Label)| {
            let at = text.find(name).expect("a name of the text");
            let span = Span::new(at, at + name.len());
            Mention { span, label, entity: None, score: 1.0, rule: "model".into() }
        };
        let mut mentions: Vec<Mention> = names.iter().map(mention).collect();
        amend(text, &mut mentions, &lists());
        mentions.iter().map(|m| (text[m.span].to_string(), m.label)).collect()
    }

    fn lists() -> Lists {
        let rows = "name\tclass\nPortugal\tcountry\nAna\tgiven_female\nOrrvale\tcity\nOtter Court\tseat\nOrrin's\torganisation\nKing\ttitle\nCounty\tplace_word\n";
        let mut builder = ListsBuilder::default();
        builder.tsv(rows).expect("rows of names");
        builder.finish()
    }

    #[test]
    fn two_names_are_parted() {
        let found = amended_names("in Vorno, Portugal", &[("Vorno, Portugal", Label::Gpe)]);
        assert_eq!(found, [("Vorno".into(), Label::Gpe), ("Portugal".into(), Label::Gpe)]);
        let name = "North Otter District Ana Velk";
        let found = amended_names("envoy to North Otter District Ana Velk", &[(name, Label::Fac)]);
        assert_eq!(found, [("North Otter District".into(), Label::Gpe), ("Ana Velk".into(), Label::Person)]);
    }

    #[test]
    fn a_name_before_a_factory_is_a_company() {
        assert_eq!(amended_names("visits the Velkmash factory", &[("Velkmash", Label::Gpe)])[0].1, Label::Org);
        assert_eq!(amended_names("at the Velkmash complex", &[("Velkmash", Label::Norp)])[0].1, Label::Fac);
        assert_eq!(amended_names("visits the Orrvale factory", &[("Orrvale", Label::Gpe)])[0].1, Label::Gpe);
        assert_eq!(amended_names("the Velk nuclear power plant", &[("Velk", Label::Gpe)])[0].1, Label::Gpe);
    }

    #[test]
    fn who_bears_a_title_is_a_person() {
        let found = amended_names("from King Ana IV to", &[("King Ana IV", Label::Gpe)]);
        assert_eq!(found, [("Ana IV".into(), Label::Person)]);
        assert_eq!(amended_names("from King Ana IV to", &[("Ana IV", Label::Gpe)])[0].1, Label::Person);
        assert_eq!(amended_names("in King Ana County to", &[("Ana County", Label::Gpe)])[0].1, Label::Gpe);
        assert_eq!(amended_names("the town of Ana Velk to", &[("Ana Velk", Label::Gpe)])[0].1, Label::Gpe);
    }

    #[test]
    fn a_seat_one_stands_in_is_a_building() {
        assert_eq!(amended_names("spoke in the Otter Court today", &[("Otter Court", Label::Org)])[0].1, Label::Fac);
        assert_eq!(amended_names("said the Otter Court today", &[("Otter Court", Label::Org)])[0].1, Label::Org);
    }

    #[test]
    fn a_common_noun_is_part_of_the_name_or_not() {
        let found = amended_names("a view of the Dealership Orrin's", &[("Dealership Orrin's", Label::Org)]);
        assert_eq!(found, [("Orrin's".into(), Label::Org)]);
        let found = amended_names("the Velk Motor plant (VMZ)", &[("Velk Motor", Label::Org)]);
        assert_eq!(found, [("Velk Motor plant".into(), Label::Org)]);
        let found = amended_names("the Velk Motor plant (VM)", &[("Velk Motor", Label::Org)]);
        assert_eq!(found, [("Velk Motor".into(), Label::Org)]);
        assert_eq!(amended_names("angered the West again", &[("West", Label::Org)])[0].1, Label::Loc);
        assert_eq!(amended_names("rapper West said", &[("West", Label::Org)])[0].1, Label::Org);
    }

    #[test]
    fn a_brand_keeps_its_ending() {
        let found = amended_names("an Orrin's outlet", &[("Orrin", Label::Person)]);
        assert_eq!(found, [("Orrin's".into(), Label::Org)]);
        let names = [("Jo Orrin", Label::Person), ("Orrin", Label::Person)];
        let text = "Orrin's aide and Jo Orrin";
        assert_eq!(amended_names(text, &names).last().map(|(name, _)| name.as_str()), Some("Orrin"));
    }
}
