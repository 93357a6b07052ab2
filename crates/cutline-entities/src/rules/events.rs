//! Wars, storms, games and other events that have names.

use cutline_doc::Label;
use cutline_text::TokenKind;

use super::{Found, Sentence};
use crate::Classes;

/// The event whose name starts at `at`.
pub(super) fn event(s: &Sentence<'_>, at: usize) -> Option<Found> {
    let end = war(s, at)
        .or_else(|| storm(s, at))
        .or_else(|| games(s, at))
        .or_else(|| of_event(s, at))
        .or_else(|| closed(s, at))?;
    Some(Found { first: at, end, label: Label::Event })
}

/// 'World War II', 'First World War', 'Cold War', 'Six-Day War', 'Vietnam War'.
fn war(s: &Sentence<'_>, at: usize) -> Option<usize> {
    if s.word(at) == "World" && s.word(at + 1) == "War" {
        let number = matches!(s.word(at + 2), "I" | "II" | "III" | "1" | "2" | "One" | "Two");
        return number.then_some(at + 3);
    }
    if matches!(s.word(at), "First" | "Second") && s.word(at + 1) == "World" && s.word(at + 2) == "War" {
        return Some(at + 3);
    }
    if s.word(at) == "The" {
        return None;
    }
    let count = s.capitals(at);
    let last = at + count.checked_sub(1)?;
    let place = s.lists.longest(s.text, &s.tokens[at..]).is_some_and(|found| {
        found.classes.any(Classes::COUNTRY | Classes::DEMONYM | Classes::REGION | Classes::PROVINCE)
            && at + found.tokens == last
    });
    let known = matches!(
        s.word(at),
        "Cold" | "Civil" | "Great" | "Gulf" | "Six" | "Falklands" | "Crimean" | "Boer" | "Revolutionary"
    );
    let civil = s.word(last.saturating_sub(1)) == "Civil" && last > at;
    let wars = matches!(s.word(last), "War" | "Wars" | "Revolution");
    let running = s.before(at, 1) == "the" && count <= 3 && s.word(last) == "War";
    let place = place || running;
    if s.word(at) == "War" && s.word(at + 1) == "of" && s.is_capital(at + 2) {
        return Some(at + 2 + s.capitals(at + 2));
    }
    (wars && count > 1 && at_start_of_capitals(s, at) && (place || known && count <= 3 || civil)).then_some(last + 1)
}

/// 'Hurricane Nadia', 'Tropical Storm Odo', 'Typhoon Bela'.
fn storm(s: &Sentence<'_>, at: usize) -> Option<usize> {
    let head = match s.word(at) {
        "Hurricane" | "Typhoon" | "Cyclone" => at + 1,
        "Tropical" | "Winter" | "Super" if matches!(s.word(at + 1), "Storm" | "Cyclone" | "Typhoon" | "Depression") => {
            at + 2
        }
        "Storm" => at + 1,
        _ => return None,
    };
    let named = s.is_capital(head)
        && !s.classes(head).any(Classes::CALENDAR | Classes::ORG_WORD)
        && !matches!(s.word(head), "Center" | "Prediction");
    let suffix = usize::from(s.word(head + 1) == "-" && s.tight(head) && s.is_capital(head + 2)) * 2;
    named.then_some(head + 1 + suffix)
}

/// 'Winter Olympics', '2022 FIFA World Cup', 'Super Bowl LIX', 'Tokyo Games'.
fn games(s: &Sentence<'_>, at: usize) -> Option<usize> {
    let first = at + usize::from(is_year(s, at));
    // 'Namibian Paralympics delegation', 'Despite World Cup …': not all that stands before belongs to it.
    let foreign = Classes::DEMONYM | Classes::COUNTRY | Classes::ROLE | Classes::TITLE;
    let outside =
        |n: usize| s.classes(n).any(foreign) || matches!(s.word(n), "The" | "Next" | "Last" | "Despite" | "In" | "At");
    let starts = first > at || at_start_of_capitals(s, first) || at > 0 && outside(at - 1);
    if !starts || outside(first) {
        return None;
    }
    let run = s.capitals(first).min(8);
    let (start, head) = (first..first + run).find_map(|n| games_head(s, n).map(|head| (n, head)))?;
    if (first..start).any(outside) {
        return None;
    }
    let roman = s.word(head).len() > 1 && s.word(head).chars().all(|c| "IVXLC".contains(c));
    Some(head + usize::from(roman || is_year(s, head) && first == at))
}

/// Where the words that say which games end.
fn games_head(s: &Sentence<'_>, at: usize) -> Option<usize> {
    match (s.word(at), s.word(at + 1)) {
        ("Olympics" | "Paralympics", _) => Some(at + 1),
        ("Olympic" | "Paralympic" | "Commonwealth" | "Asian", "Games") | ("World", "Cup") | ("Super", "Bowl") => {
            Some(at + 2)
        }
        (_, "Games") if s.classes(at).any(Classes::BIG_CITY) => Some(at + 2),
        _ => None,
    }
}

/// 'Battle of Bela', 'Siege of Orr', 'Massacre of …'.
fn of_event(s: &Sentence<'_>, at: usize) -> Option<usize> {
    let opens = matches!(s.word(at), "Battle" | "Siege" | "Fall") && s.word(at + 1) == "of";
    let the = usize::from(s.word(at + 2) == "the");
    let count = s.capitals(at + 2 + the);
    (opens && count > 0 && s.word(at) != "Fall").then_some(at + 2 + the + count)
}

/// 'Cannes Film Festival', 'Monaco Grand Prix', 'Boston Marathon', 'Holocaust'.
fn closed(s: &Sentence<'_>, at: usize) -> Option<usize> {
    if !at_start_of_capitals(s, at) {
        return None;
    }
    if s.word(at) == "Holocaust" && s.capitals(at) == 1 {
        return Some(at + 1);
    }
    let count = s.capitals(at);
    let first = at + usize::from(s.word(at) == "The");
    let last = (at + 1..at + count).find(|&n| s.word(n) == "Championships").or((at + count).checked_sub(1))?;
    let head = s.word(last);
    let certain = matches!(
        head,
        "Festival" | "Marathon" | "Championship" | "Championships" | "Massacre" | "Uprising" | "Biennale" | "Derby"
    ) || head == "Prix" && s.before(last, 1) == "Grand"
        || head == "Awards" && last - first >= 1;
    (certain && last > first && first == at).then_some(last + 1)
}

/// Whether no capitalised word stands before: the name does not begin earlier.
fn at_start_of_capitals(s: &Sentence<'_>, at: usize) -> bool {
    s.is_capital(at)
        && (at == 0
            || !s.is_capital(at - 1)
            || at == 1 && matches!(s.word(0), "The" | "In" | "At" | "After" | "During"))
}

fn is_year(s: &Sentence<'_>, at: usize) -> bool {
    let word = s.word(at);
    s.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number)
        && word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
}
