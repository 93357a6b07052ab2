//! Numbers, in digits and words.

use cutline_text::TokenKind;

use super::Sentence;

const SCALES: &[&str] = &[
    "hundred",
    "thousand",
    "million",
    "billion",
    "trillion",
    "quadrillion",
    "lakh",
    "lakhs",
    "crore",
    "crores",
    "bn",
    "mn",
    "tn",
    "m",
    "b",
    "k",
    "mln",
    "bln",
    "trln",
];
const WORDS: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "dozen",
];
const PLURALS: &[&str] = &["hundreds", "thousands", "millions", "billions", "trillions", "tens", "dozens"];

/// A number: tokens up to `end`, and what is known of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    pub end: usize,
    /// Whether it has digits.
    pub digits: bool,
    /// Whether 'million' or the like closes it.
    pub scaled: bool,
}

/// The number at `at`: '1,169', '3.5 million', 'twenty-five', '5-10', '$'-less '14bn', 'a hundred'.
pub(super) fn number(s: &Sentence<'_>, at: usize) -> Option<Number> {
    let mut found = plain(s, at)?;
    found = scale(s, found);
    // '5-10', '5–10 million', 'twenty-five', 'two and a half'
    if matches!(s.word(found.end), "-" | "–" | "—") && s.tight(found.end - 1) && s.tight(found.end) {
        if let Some(second) = plain(s, found.end + 1).filter(|second| second.digits == found.digits) {
            found = scale(s, Number { scaled: found.scaled, ..second });
        }
    } else if s.word(found.end) == "and" && s.word(found.end + 1) == "a" && s.word(found.end + 2) == "half" {
        found = scale(s, Number { end: found.end + 3, ..found });
    }
    Some(found)
}

/// One number, without scale or range.
fn plain(s: &Sentence<'_>, at: usize) -> Option<Number> {
    let token = s.tokens.get(at)?;
    let word = s.lower(at);
    if token.kind == TokenKind::Number && !word.contains(':') {
        let fraction = matches!(s.word(at + 1), "½" | "¼" | "¾");
        let parted =
            s.word(at + 1) == "/" && s.tight(at) && s.tight(at + 1) && matches!(s.word(at + 2), "2" | "3" | "4");
        let end = at + 1 + usize::from(fraction) + 2 * usize::from(parted);
        return Some(Number { end, digits: true, scaled: false });
    }
    if token.kind == TokenKind::Word && word.starts_with(|c: char| c.is_ascii_digit()) {
        let tail = word.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',' || c == '.');
        return SCALES.contains(&tail).then_some(Number { end: at + 1, digits: true, scaled: true });
    }
    let article = matches!(word.as_str(), "a" | "half" | "several" | "few" | "couple");
    if article {
        let next = s.lower(at + 1);
        let counts = SCALES[..5].contains(&next.as_str());
        return counts.then_some(Number { end: at + 1, digits: false, scaled: false });
    }
    if PLURALS.contains(&word.as_str()) && s.word(at + 1) == "of" {
        let more = PLURALS.contains(&s.lower(at + 2).as_str()) && s.word(at + 3) == "of";
        return Some(Number { end: at + if more { 4 } else { 2 }, digits: false, scaled: true });
    }
    WORDS.contains(&word.as_str()).then_some(Number { end: at + 1, digits: false, scaled: false })
}

/// Takes in 'million', 'hundred thousand', and 'bn' behind a number.
pub(super) fn scale(s: &Sentence<'_>, mut number: Number) -> Number {
    loop {
        let hyphen = usize::from(s.word(number.end) == "-" && s.tight(number.end - 1));
        let word = s.lower(number.end + hyphen);
        let letter = matches!(word.as_str(), "m" | "b" | "k");
        if !SCALES.contains(&word.as_str()) || letter && !s.tight(number.end - 1) {
            return number;
        }
        number.end += hyphen + 1;
        number.scaled = true;
        // 'two hundred and fifty'
        if let Some(more) = plain(s, number.end).filter(|more| !more.digits && !number.digits) {
            number.end = more.end;
        }
    }
}
