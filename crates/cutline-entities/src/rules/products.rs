//! Designations of aircraft, vehicles, weapons and devices.

use cutline_doc::Label;
use cutline_text::TokenKind;

use super::{Found, Sentence};
use crate::Classes;

/// Letters before a hyphen and a number, with the numbers that occur there.
const SERIES: &[(&str, u32, u32)] = &[
    ("F", 4, 117),
    ("A", 10, 10),
    ("B", 1, 2),
    ("B", 17, 52),
    ("C", 5, 5),
    ("C", 17, 17),
    ("C", 130, 130),
    ("E", 3, 3),
    ("P", 3, 8),
    ("U", 2, 2),
    ("MiG", 15, 35),
    ("Su", 17, 57),
    ("Tu", 95, 214),
    ("Mi", 8, 28),
    ("Ka", 26, 62),
    ("An", 2, 225),
    ("Il", 18, 96),
    ("Yak", 3, 130),
    ("KC", 10, 135),
    ("AH", 1, 64),
    ("UH", 1, 72),
    ("CH", 47, 53),
    ("MQ", 1, 9),
    ("RQ", 4, 170),
    ("MV", 22, 22),
    ("V", 22, 22),
    ("AK", 47, 104),
    ("AR", 15, 15),
    ("T", 14, 90),
    ("M", 1, 16),
    ("BMP", 1, 3),
    ("BTR", 60, 90),
    ("S", 200, 500),
    ("SS", 18, 25),
    ("KN", 2, 25),
    ("DF", 5, 41),
    ("J", 10, 35),
    ("JF", 17, 17),
    ("ATR", 42, 72),
    ("MD", 11, 90),
    ("DC", 3, 10),
];
/// Makers whose models are numbers.
const MAKERS: &[&str] = &[
    "Boeing",
    "Airbus",
    "Embraer",
    "Bombardier",
    "Cessna",
    "Gulfstream",
    "Learjet",
    "Sukhoi",
    "Antonov",
    "Ilyushin",
    "Tupolev",
    "Lockheed",
    "Fokker",
    "Beechcraft",
    "Piper",
    "Dassault",
];

/// The product whose designation starts at `at`.
pub(super) fn product(s: &Sentence<'_>, at: usize) -> Option<Found> {
    let end = super::families::family(s, at)
        .or_else(|| series(s, at))
        .or_else(|| model(s, at))
        .or_else(|| device(s, at))
        .or_else(|| vessel(s, at))?;
    Some(Found { first: at, end, label: Label::Product })
}

/// 'F-16', 'MiG-29', 'S-400', 'AK-47'.
fn series(s: &Sentence<'_>, at: usize) -> Option<usize> {
    let known = SERIES.iter().any(|(letters, _, _)| *letters == s.word(at));
    if !known || s.word(at + 1) != "-" || !s.tight(at) || !s.tight(at + 1) {
        return None;
    }
    let number = s.word(at + 2);
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    let short = number.len() - digits.len() <= 2;
    let value: u32 = digits.parse().ok()?;
    let fits = |(letters, low, high): &(&str, u32, u32)| *letters == s.word(at) && (*low..=*high).contains(&value);
    // 'F-1' races; 'M-1' and 'T-90' are also roads and times.
    (short && SERIES.iter().any(fits)).then_some(at + 3)
}

/// 'Boeing 737 MAX', 'Airbus A380'.
fn model(s: &Sentence<'_>, at: usize) -> Option<usize> {
    let maker = MAKERS.contains(&s.word(at));
    let next = s.tokens.get(at + 1)?;
    let word = s.word(at + 1);
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let model = digits >= 2
        && word.len() <= 8
        && !is_year(word)
        && (next.kind == TokenKind::Number
            || word.starts_with(char::is_uppercase)
            || word.starts_with(|c: char| c.is_ascii_digit()));
    if !maker || !model || word.contains([',', '.']) {
        return None;
    }
    let mut end = at + 2;
    if s.word(end) == "-" && s.tight(end - 1) && s.word(end + 1).starts_with(|c: char| c.is_ascii_digit()) {
        end += 2;
    }
    let variant = matches!(s.word(end), "MAX" | "Max" | "neo" | "NEO" | "ER" | "Dreamliner" | "XLR");
    let number = usize::from(
        variant && s.tokens.get(end + 1).is_some_and(|t| t.kind == TokenKind::Number && s.word(end + 1).len() == 1),
    );
    Some(end + usize::from(variant) + number)
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.bytes().all(|b| b.is_ascii_digit())
}

/// 'iPhone 14 Pro', 'iPad', 'PlayStation 5'.
fn device(s: &Sentence<'_>, at: usize) -> Option<usize> {
    const DEVICES: &[&str] = &[
        "iPhone",
        "iPhones",
        "iPad",
        "iPads",
        "iPod",
        "iMac",
        "iOS",
        "MacBook",
        "AirPods",
        "PlayStation",
        "Xbox",
        "Kindle",
        "Chromebook",
        "Gameboy",
        "Walkman",
    ];
    if !DEVICES.contains(&s.word(at)) {
        return None;
    }
    let mut end = at + 1;
    let number = s.tokens.get(end).is_some_and(|t| t.kind == TokenKind::Number && s.word(end).len() <= 4);
    let short = matches!(s.word(end), "X" | "XR" | "XS" | "SE" | "Air" | "Pro" | "Mini" | "One" | "Series")
        || s.word(end).len() <= 3 && s.word(end).starts_with(|c: char| c.is_ascii_digit());
    end += usize::from(number || short);
    while matches!(s.word(end), "Pro" | "Max" | "Plus" | "Mini" | "Air" | "Ultra" | "X" | "S") && end < at + 4 {
        end += 1;
    }
    Some(end)
}

/// 'the tanker Bela Star', 'USS Orr': a ship that is named behind its kind.
fn vessel(s: &Sentence<'_>, at: usize) -> Option<usize> {
    const KINDS: &[&str] = &[
        "tanker",
        "icebreaker",
        "frigate",
        "destroyer",
        "ferry",
        "yacht",
        "superyacht",
        "submarine",
        "trawler",
        "freighter",
        "corvette",
        "schooner",
        "warship",
        "battleship",
        "steamship",
        "minesweeper",
        "tugboat",
        "cruiser",
        "ship",
        "vessel",
        "liner",
        "carrier",
        "spacecraft",
        "rover",
        "capsule",
    ];
    let navy = matches!(s.word(at), "USS" | "HMS" | "HMAS" | "HMCS" | "INS" | "RMS") && s.is_capital(at + 1);
    let count = s.capitals(at).min(4);
    let named = KINDS.contains(&s.before(at, 1))
        && count > 0
        && !s.classes(at).any(Classes::CALENDAR | Classes::TITLE | Classes::COUNTRY | Classes::DEMONYM);
    // 'Star of Bela'.
    let of = if s.word(at + count) == "of" { s.capitals(at + count + 1) } else { 0 };
    (navy || named).then_some(at + count + if of > 0 { 1 + of } else { 0 })
}
