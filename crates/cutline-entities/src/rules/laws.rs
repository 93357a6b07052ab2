//! Acts, treaties, conventions and parts of constitutions.

use cutline_doc::Label;
use cutline_text::TokenKind;

use super::{Found, Sentence};
use crate::Classes;

/// Words that close the name of a law behind others with capitals.
const HEADS: &[&str] = &[
    "Act",
    "Acts",
    "Amendment",
    "Treaty",
    "Convention",
    "Conventions",
    "Accord",
    "Accords",
    "Protocol",
    "Protocols",
    "Charter",
    "Constitution",
    "Ordinance",
    "Statute",
    "Code",
    "Directive",
    "Regulation",
    "Covenant",
    "Declaration",
    "Pact",
    "Agreement",
    "Law",
    "Bill",
];
/// Heads that close other names too, unless words beside them say more.
const WEAK: &[&str] = &[
    "Agreement",
    "Law",
    "Bill",
    "Charter",
    "Code",
    "Convention",
    "Regulation",
    "Declaration",
    "Pact",
    "Protocol",
    "Directive",
    "Constitution",
];

/// The law whose name starts at `at`.
pub(super) fn law(s: &Sentence<'_>, at: usize) -> Option<Found> {
    let end = treaty_of(s, at)
        .or_else(|| section(s, at))
        .or_else(|| convention(s, at))
        .or_else(|| constitution(s, at))
        .or_else(|| named(s, at))?;
    Some(Found { first: at, end, label: Label::Law })
}

/// 'Treaty of Rome', 'Declaration of Independence', 'Universal Declaration of Human Rights'.
fn treaty_of(s: &Sentence<'_>, at: usize) -> Option<usize> {
    let opens = matches!(s.word(at), "Treaty" | "Peace") && matches!(s.word(at + 1), "of")
        || s.word(at) == "Convention" && s.word(at + 1) == "on";
    if !opens {
        return None;
    }
    let mut end = at + 2 + usize::from(s.word(at + 2) == "the");
    let count = s.capitals(end);
    if count == 0 {
        return None;
    }
    end += count;
    while matches!(s.word(end), "of" | "and" | "on") {
        let joint = 1 + usize::from(s.word(end + 1) == "the");
        let more = s.capitals(end + joint);
        if more == 0 {
            break;
        }
        end += joint + more;
    }
    (s.word(at) != "Peace").then_some(end)
}

/// 'the Constitution', 'our Constitution'.
fn constitution(s: &Sentence<'_>, at: usize) -> Option<usize> {
    let known = matches!(s.before(at, 1), "the" | "our" | "this" | "new" | "its" | "current")
        || s.before(at, 1).parse().is_ok_and(|n: u32| (1700..2100).contains(&n));
    if s.word(at) == "Magna" && s.word(at + 1) == "Carta" {
        return Some(at + 2);
    }
    (s.word(at) == "Constitution" && known && !s.is_capital(at + 1)).then_some(at + 1)
}

/// 'United Nations Framework Convention on Climate Change'.
fn convention(s: &Sentence<'_>, at: usize) -> Option<usize> {
    if !opens_name(s, at) {
        return None;
    }
    let end = at + s.capitals(at);
    let joins = matches!(s.word(end), "on" | "against" | "for" | "relating");
    if s.word(end - 1) != "Convention" || !joins {
        return None;
    }
    let first = end + 1 + usize::from(s.word(end + 1) == "the");
    (s.capitals(first) > 0).then(|| through_capitals(s, first))
}

/// 'Article 5', 'Section 230', 'Title IX', 'First Amendment', 'Resolution 1701'.
fn section(s: &Sentence<'_>, at: usize) -> Option<usize> {
    const ORDINALS: &[&str] = &[
        "First",
        "Second",
        "Third",
        "Fourth",
        "Fifth",
        "Sixth",
        "Eighth",
        "Tenth",
        "Thirteenth",
        "Fourteenth",
        "14th",
        "25th",
        "22nd",
        "13th",
        "19th",
        "1st",
        "2nd",
    ];
    if ORDINALS.contains(&s.word(at)) && s.word(at + 1) == "Amendment" {
        return Some(at + 2);
    }
    let number = s.tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::Number)
        || s.word(at + 1).chars().all(|c| "IVXL".contains(c));
    if s.word(at + 1).is_empty() || !number {
        return None;
    }
    let alone = matches!(s.word(at), "Article" | "Resolution")
        && s.tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::Number);
    let roman =
        s.word(at) == "Title" && matches!(s.word(at + 1), "IX" | "VI" | "VII" | "II" | "X") && s.before(at, 1) != ",";
    let section = s.word(at) == "Section" && s.word(at + 1).parse().is_ok_and(|n: u32| n > 99)
        || s.word(at) == "Chapter" && s.word(at + 1) == "11";
    let decimal = s.word(at + 1).contains(['.', ',']);
    if !(alone || roman || section) || decimal {
        return None;
    }
    let of = at + 3 + usize::from(s.word(at + 3) == "the");
    let whole = matches!(s.word(of), "Constitution" | "Charter") && s.capitals(of) == 1;
    let of_law = if whole { Some(of + 1) } else { named(s, of) };
    Some(of_law.filter(|_| s.word(at + 2) == "of").unwrap_or(at + 2))
}

/// 'Clean Air Act of 1990', 'Paris Agreement', 'Geneva Conventions', 'Data Protection Act 2018'.
fn named(s: &Sentence<'_>, at: usize) -> Option<usize> {
    if !opens_name(s, at) {
        return None;
    }
    let end = through_capitals(s, at);
    let heads = || (at + 1..end).filter(|&n| HEADS.contains(&s.word(n)));
    let head = heads().find(|&n| s.word(n + 1) == "and").or_else(|| heads().next_back())?;
    let word = s.word(head);
    let year = year_behind(s, head + 1);
    // 'Bill Orr' is a man, 'Law School' a school, 'Act One' a theatre.
    if head + 1 < end && year.is_none() && s.is_capital(head + 1) {
        return None;
    }
    let opener = matches!(s.word(at), "The" | "A" | "This" | "Under" | "In" | "An" | "That" | "Its" | "New" | "His");
    let modest = head - at == 1 && opener;
    let certain = match word {
        _ if modest => false,
        // Parties hold conventions.
        "Convention" if matches!(s.word(head - 1), "National" | "Party" | "Constitutional") => false,
        "Act" | "Acts" | "Amendment" | "Treaty" | "Conventions" | "Accords" | "Covenant" | "Ordinance" | "Statute"
        | "Protocols" => true,
        _ if year.is_some() => true,
        "Agreement" | "Accord" | "Protocol" | "Convention" | "Declaration" | "Pact" => certain_place(s, at, head),
        "Code" if head - at == 1 => CODES.contains(&s.word(at)),
        "Bill" | "Code" | "Law" => head - at > 1 && word != "Law",
        "Constitution" | "Charter" => {
            s.lists.longest(s.text, &s.tokens[at..]).is_some_and(|found| at + found.tokens == head)
        }
        _ => !WEAK.contains(&word),
    };
    certain.then(|| year.unwrap_or(head + 1))
}

/// What the codes of law are of.
const CODES: &[&str] = &[
    "Civil",
    "Commercial",
    "Criminal",
    "Election",
    "Electoral",
    "Family",
    "Highway",
    "Labor",
    "Labour",
    "Penal",
    "Tax",
];

/// 'Paris Agreement', 'Dayton Accord', 'Kyoto Protocol': named for a city, or long.
fn certain_place(s: &Sentence<'_>, at: usize, head: usize) -> bool {
    let place = s.classes(at).any(Classes::CITY | Classes::COUNTRY);
    place && head - at == 1 || head - at >= 2 && !s.classes(head - 1).any(Classes::GIVEN)
}

fn opens_name(s: &Sentence<'_>, at: usize) -> bool {
    let continues = at > 0 && s.is_capital(at - 1) && !(at == 1 && matches!(s.word(0), "The" | "A" | "Under" | "In"));
    let opener = matches!(
        s.word(at),
        "The" | "Under" | "In" | "A" | "This" | "That" | "But" | "And" | "If" | "When" | "While" | "After"
    );
    s.is_capital(at) && s.word(at).chars().count() > 1 && !continues && !opener && s.before(at, 1) != "."
}

/// Capitalised words, with small words between them.
fn through_capitals(s: &Sentence<'_>, at: usize) -> usize {
    let mut end = at + s.capitals(at);
    loop {
        let small = matches!(s.word(end), "and" | "of" | "for" | "on" | "to" | "&" | "with")
            && !(s.word(end) == "and" && s.before(end, 1) == "Act");
        let joint = usize::from(small) + usize::from(small && s.word(end + 1) == "the");
        let comma = usize::from(s.word(end) == "," && s.is_capital(end + 1) && s.word(end + 2) == "and");
        // 'Bank of Bela (Amendment) Act'
        let aside = s.word(end) == "(" && s.is_capital(end + 1) && s.word(end + 2) == ")" && s.is_capital(end + 3);
        if aside {
            end += 3 + s.capitals(end + 3);
            continue;
        }
        let more = s.capitals(end + joint.max(comma));
        if more == 0 || joint.max(comma) == 0 || end - at > 12 {
            return end;
        }
        end += joint.max(comma) + more;
    }
}

/// 'of 1990', '2018', ', 1986'.
fn year_behind(s: &Sentence<'_>, at: usize) -> Option<usize> {
    let skip = usize::from(matches!(s.word(at), "of" | ","));
    let year = s.word(at + skip);
    let is_year =
        year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()) && matches!(&year[..2], "17" | "18" | "19" | "20");
    is_year.then_some(at + skip + 1)
}
