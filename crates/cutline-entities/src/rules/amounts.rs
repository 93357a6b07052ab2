//! Money, percentages and measures.

use cutline_doc::Label;

use super::numbers::{Number, number, scale};
use super::{Found, Sentence};
use crate::Classes;

/// Codes and abbreviations of currencies that stand before the number.
const CODES: &[&str] = &[
    "USD", "EUR", "GBP", "JPY", "CNY", "RMB", "INR", "AUD", "CAD", "CHF", "RUB", "UAH", "ZAR", "NGN", "KES", "SGD",
    "HKD", "NZD", "MNT", "AED", "SAR", "PHP", "IDR", "MYR", "THB", "Rs", "Rs.", "Tk", "Sh", "Ksh", "KSh", "Dh", "Dhs",
    "RM", "BDT", "PKR", "LKR", "NPR", "TL", "kr", "Re", "GHS", "ZWL", "BND", "QAR", "QR", "KD", "LE", "SR", "Sh",
    "CUP", "UGX", "TZS", "RWF", "ETB", "EGP",
];

/// The amount that starts at `at`.
pub(super) fn amount(s: &Sentence<'_>, at: usize) -> Option<Found> {
    if follows_number(s, at) {
        return None;
    }
    signed(s, at).or_else(|| glued_code(s, at)).or_else(|| glued_unit(s, at)).or_else(|| counted(s, at))
}

/// Whether `at` is the tail of a number that was no amount: the '5' of '1-5'.
fn follows_number(s: &Sentence<'_>, at: usize) -> bool {
    at > 1
        && s.word(at - 1) == "-"
        && s.tight(at - 1)
        && s.tight(at - 2)
        && s.word(at - 2).ends_with(|c: char| c.is_ascii_digit())
}

fn found(first: usize, end: usize, label: Label) -> Option<Found> {
    Some(Found { first, end, label })
}

/// '$5 million', 'US$5m', 'Rs. 500', 'EUR 3bn', '-$5'.
fn signed(s: &Sentence<'_>, at: usize) -> Option<Found> {
    let sign = sign(s, at)?;
    let mut amount = number(s, sign).filter(|n| n.digits)?;
    // 'N$100 000'
    let thousands = s.word(amount.end).len() == 3 && s.word(amount.end).bytes().all(|b| b.is_ascii_digit());
    if thousands && !amount.scaled && s.word(sign).len() <= 3 {
        amount.end += 1;
    }
    let end = if is_currency(s, amount.end) && amount.scaled { amount.end + 1 } else { amount.end };
    found(at, end, Label::Money)
}

/// Where the sign or code of a currency that opens at `at` ends.
fn sign(s: &Sentence<'_>, at: usize) -> Option<usize> {
    const SIGNS: &[&str] = &["$", "€", "£", "¥", "₽", "₹", "₩", "₴", "₺", "₪", "₦", "฿", "₡", "₫", "₱", "₵", "￥"];
    const BEFORE_SIGN: &[&str] =
        &["US", "U.S.", "A", "AU", "C", "CA", "CAD", "HK", "NT", "NZ", "S", "R", "Z", "J", "GH", "N", "USD"];
    let word = s.word(at);
    if SIGNS.contains(&word) {
        return Some(at + 1);
    }
    let dotted = usize::from(s.word(at + 1) == "." && word == "Rs");
    if BEFORE_SIGN.contains(&word) && SIGNS.contains(&s.word(at + 1)) {
        return Some(at + 2);
    }
    let digits = s.word(at + 1 + dotted).starts_with(|c: char| c.is_ascii_digit());
    (CODES.contains(&word) && digits).then_some(at + 1 + dotted)
}

/// 'RM7,856,920', 'GHS6.2billion', 'R92 million': a code and digits in one word.
fn glued_code(s: &Sentence<'_>, at: usize) -> Option<Found> {
    let word = s.word(at);
    let digits = word.find(|c: char| c.is_ascii_digit())?;
    let (code, tail) = word.split_at(digits);
    let letter = matches!(code, "R" | "N" | "K" | "P");
    if !(letter || CODES.contains(&code)) || !tail.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut end = at + 1;
    while matches!(s.word(end), "," | ".")
        && s.tight(end - 1)
        && s.tight(end)
        && s.word(end + 1).starts_with(|c: char| c.is_ascii_digit())
    {
        end += 2;
    }
    let grouped = end > at + 2 || end > at + 1 && s.word(end - 2) == ",";
    let amount = scale(s, Number { end, digits: true, scaled: s.word(end - 1).ends_with(char::is_alphabetic) });
    let sure = amount.scaled || grouped || !letter && tail.len() > 1;
    if sure { found(at, amount.end, Label::Money) } else { None }
}

/// '40km', '110km/h', '5kg': a number and its unit in one word.
fn glued_unit(s: &Sentence<'_>, at: usize) -> Option<Found> {
    const UNITS: &[&str] = &[
        "km", "kg", "cm", "mm", "ft", "lb", "lbs", "mph", "kph", "mg", "ml", "oz", "kms", "kgs", "cms", "GB", "TB",
        "MB", "MW", "GW", "kW", "kWh", "MWh", "GWh", "TWh", "MHz", "GHz",
    ];
    let word = s.word(at);
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let fits = unit.len() < word.len() && UNITS.contains(&unit);
    if fits { found(at, rate(s, at + 1), Label::Quantity) } else { None }
}

/// A number with what is counted behind it.
fn counted(s: &Sentence<'_>, at: usize) -> Option<Found> {
    let amount = number(s, at)?;
    let mut first = at;
    // 'minus 5 degrees'
    let sign = matches!(s.before(at, 1), "-" | "−") && s.tight(at - 1) && at > 1 && !s.tight(at - 2);
    if s.before(at, 1) == "minus" || sign {
        first -= 1;
    }
    if let Some(end) = percent(s, amount.end) {
        return found(first, end, Label::Percent);
    }
    if let Some(end) = money(s, at, amount) {
        return found(at, end, Label::Money);
    }
    // '8 by 10 feet'
    let across = matches!(s.word(amount.end), "by" | "x" | "×").then(|| number(s, amount.end + 1)).flatten();
    let end = across.and_then(|second| measures(s, second)).or_else(|| measures(s, amount))?;
    found(first, end, Label::Quantity)
}

fn percent(s: &Sentence<'_>, at: usize) -> Option<usize> {
    let word = s.lower(at);
    match word.as_str() {
        "%" | "percent" | "pct" | "percents" => Some(at + 1),
        "per" if s.lower(at + 1) == "cent" => Some(at + 2),
        "percentage" if s.lower(at + 1).starts_with("point") => Some(at + 2),
        "-" if matches!(s.lower(at + 1).as_str(), "percent") => Some(at + 2),
        "-" if s.lower(at + 1) == "per" && s.lower(at + 2) == "cent" => Some(at + 3),
        _ => None,
    }
}

/// '5 million dollars', '2 billion U.S. dollars', '300-euro', '10 cents'.
fn money(s: &Sentence<'_>, at: usize, amount: Number) -> Option<usize> {
    let hyphen = usize::from(s.word(amount.end) == "-" && s.tight(amount.end - 1));
    let mut end = amount.end + hyphen;
    let nation = s.lists.longest(s.text, &s.tokens[end.min(s.tokens.len())..]);
    let nation = nation.filter(|found| found.classes.any(Classes::DEMONYM | Classes::COUNTRY));
    end += nation.map_or(0, |found| found.tokens);
    if !is_currency(s, end) {
        return None;
    }
    let word = s.lower(end);
    let large = amount.scaled || amount.digits && s.word(at).len() > 2;
    let sure = match word.as_str() {
        // Words that also mean something else.
        "won" | "real" | "som" | "lei" | "lev" | "dong" | "rand" | "dram" | "taka" | "leu" => large,
        "pound" | "pounds" => amount.scaled || nation.is_some() || s.lower(end + 1) == "sterling",
        "penny" | "sterling" => false,
        _ => true,
    };
    let sterling = usize::from(s.lower(end + 1) == "sterling");
    sure.then_some(end + 1 + sterling)
}

fn is_currency(s: &Sentence<'_>, at: usize) -> bool {
    let word = s.word(at);
    word.chars().count() > 1 && s.classes(at).any(Classes::CURRENCY)
}

/// One measure, or several in a row: '6 feet 2 inches', '5-foot-11'.
fn measures(s: &Sentence<'_>, amount: Number) -> Option<usize> {
    let mut end = measure(s, amount)?;
    loop {
        let hyphen = usize::from(s.word(end) == "-" && s.tight(end - 1) && s.tight(end));
        let Some(next) = number(s, end + hyphen).filter(|next| next.digits) else { return Some(end) };
        match measure(s, next) {
            Some(further) => end = further,
            None if hyphen == 1 => return Some(next.end),
            None => return Some(end),
        }
    }
}

/// Where the unit behind a number ends.
fn measure(s: &Sentence<'_>, amount: Number) -> Option<usize> {
    let hyphen = usize::from(s.word(amount.end) == "-" && s.tight(amount.end - 1));
    let mut at = amount.end + hyphen;
    if s.word(at) == "°" {
        let scale = usize::from(matches!(s.word(at + 1), "C" | "F" | "Celsius" | "Fahrenheit"));
        return Some(at + 1 + scale);
    }
    if matches!(s.lower(at).as_str(), "metric" | "nautical" | "square" | "cubic" | "sq" | "cu") {
        let dot = usize::from(s.word(at + 1) == ".");
        at += if unit_word(s, at + 1 + dot) { 1 + dot } else { 0 };
    }
    if !unit_word(s, at) || !certain(s, at, amount) {
        return None;
    }
    Some(rate(s, at + 1))
}

fn unit_word(s: &Sentence<'_>, at: usize) -> bool {
    let word = s.word(at);
    let found = s.classes(at).any(Classes::UNIT);
    let case = word.chars().all(|c| !c.is_uppercase()) || word.len() <= 3;
    found && case && !matches!(word, "m" | "g" | "C" | "F" | "ha" | "G" | "M" | "HA" | "amp" | "hp" | "Ha")
}

/// Units that are everyday words need a number that measures.
fn certain(s: &Sentence<'_>, at: usize, amount: Number) -> bool {
    match s.word(at) {
        "degree" | "degrees" => {
            let scale = matches!(
                s.lower(at + 1).as_str(),
                "celsius" | "fahrenheit" | "c" | "f" | "north" | "south" | "east" | "west"
            );
            scale
                || amount.digits
                    && !matches!(s.lower(at + 1).as_str(), "in" | "from" | "of")
                    && !s.word(at + 1).starts_with(char::is_alphabetic)
        }
        "foot" | "feet" | "yard" | "yards" if s.lower(amount.end.saturating_sub(1)) == "two" => s.lower(at + 1) != "of",
        "knot" | "knots" | "carat" | "carats" => amount.digits,
        _ => true,
    }
}

/// 'Celsius', 'per hour', 'a day' behind a unit.
fn rate(s: &Sentence<'_>, at: usize) -> usize {
    let next = s.lower(at);
    if matches!(next.as_str(), "celsius" | "fahrenheit") || matches!(s.word(at), "C" | "F") {
        return at + 1;
    }
    let time = matches!(s.lower(at + 1).as_str(), "hour" | "second" | "day" | "minute");
    let unit = s.classes(at + 1).any(Classes::UNIT) && next == "per";
    let spelt = s.before(at, 1).starts_with(|c: char| c.is_alphabetic());
    if spelt
        && (next == "per" && (time || unit)
            || matches!(next.as_str(), "a" | "an") && matches!(s.lower(at + 1).as_str(), "hour" | "day" | "second"))
    {
        return at + 2;
    }
    if s.word(at) == "/" && s.tight(at - 1) && matches!(s.word(at + 1), "h" | "s" | "hr" | "l" | "L") {
        return at + 2;
    }
    at
}
