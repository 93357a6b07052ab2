//! Whether two captions are of one picture.
//!
//! The leads decide: word by word from the start, allowing for misspelt,
//! dropped and split words, a heading before one of them, and one breaking off.
//! Any other word or number in a slot makes another picture, and so do dates
//! that cannot be the same.

use super::day::days_fit;
use super::signature::{CaptionSignature, Word, is_letter};

/// How two leads lie beside each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Match {
    /// Words that agree.
    pub matched: u32,
    /// Words misspelt or split.
    pub misspelt: u32,
    /// Words that one of them lacks.
    pub dropped: u32,
    /// Words before the shorter lead begins.
    pub heading: u32,
    /// Words behind the end of the shorter lead.
    pub rest: u32,
}

/// The match of two captions of one picture.
pub(super) fn alike(one: &CaptionSignature, two: &CaptionSignature) -> Option<Match> {
    if !days_fit(one.days(0), two.days(0)) {
        return None;
    }
    let ends = Ends { credited: one.credited_head || two.credited_head, cut: (one.cut_lead(), two.cut_lead()) };
    let found = align(beside(one, two), beside(two, one), ends)?;
    let open = (found.left.0 > 0 && two.truncated) || (found.left.1 > 0 && one.truncated);
    (is_enough(&found.matching, open, ends.credited) && contexts_fit(one, two)).then_some(found.matching)
}

/// The words of one caption that are laid beside another: the lead, or all if
/// the other tells no end of its lead and breaks off further on than in a date
/// that ends this one.
fn beside<'c>(one: &'c CaptionSignature, other: &CaptionSignature) -> &'c [Word] {
    let longer = other.lead().len() > one.lead().len() + HALF_DATE;
    if other.cut_lead() && longer { &one.words } else { one.lead() }
}

/// So many words may be left of a date that breaks off: 'on M…'.
const HALF_DATE: usize = 2;

/// What may be wrong at the ends of two texts.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ends {
    /// One opens with a credit, which may be glued to what follows.
    credited: bool,
    /// The last word may be half a word, of either.
    cut: (bool, bool),
}

/// Whether so much agrees that the leads are the same. `open` says that the
/// shorter one breaks off, `credited` that one opens with a credit.
fn is_enough(found: &Match, open: bool, credited: bool) -> bool {
    let edited = found.misspelt * 4 + found.dropped * 10 <= found.matched;
    let behind = found.rest == 0 || found.matched >= if open { 3 } else { 8 };
    let before = found.heading == 0 || found.matched >= if credited { 4 } else { 7 };
    found.matched > 0 && edited && behind && before
}

/// Whether no sentence of the one context is a sentence of the other with
/// something else in a slot. A short lead says too little alone: then all
/// sentences have to agree.
fn contexts_fit(one: &CaptionSignature, two: &CaptionSignature) -> bool {
    let short = one.lead().len().min(two.lead().len()) < 8;
    let cut = one.truncated || two.truncated;
    let ends = Ends { credited: false, cut: (one.truncated, two.truncated) };
    one.context().zip(two.context()).zip(1..).all(|((a, b), sentence)| {
        let rest = |found: Alignment| cut || found.matching.rest < 3;
        let agree = || align(a, b, ends).is_some_and(rest) && days_fit(one.days(sentence), two.days(sentence));
        !(short || is_variant(a, b)) || agree()
    })
}

/// Whether two sentences share most of their words.
fn is_variant(a: &[Word], b: &[Word]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let shared = short.iter().filter(|word| long.contains(word)).count();
    short.len() >= 3 && shared * 3 >= short.len() * 2
}

pub(super) struct Alignment {
    pub matching: Match,
    /// Words left of either when the other had ended.
    left: (usize, usize),
}

/// Lays `a` and `b` beside each other; nothing if a word stands against another.
pub(super) fn align(a: &[Word], b: &[Word], ends: Ends) -> Option<Alignment> {
    let (mut i, mut j, mut found) = begin(a, b, ends.credited)?;
    while i < a.len() && j < b.len() {
        let Some((di, dj, misspelt)) = step(&a[i..], &b[j..]) else {
            let broken = ends.cut.0 && i + 1 == a.len() && a[i].len <= b[j].len
                || ends.cut.1 && j + 1 == b.len() && b[j].len <= a[i].len;
            if broken {
                break;
            }
            return None;
        };
        let both = di.min(dj) as u32;
        found.matched += both;
        found.misspelt += misspelt;
        found.dropped += if both == 0 { (di + dj) as u32 } else { 0 };
        (i, j) = (i + di, j + dj);
    }
    let left = (a.len() - i, b.len() - j);
    found.rest = (left.0 + left.1) as u32;
    Some(Alignment { matching: found, left })
}

/// Where the leads begin to agree: at the start, or behind a heading of up to
/// eight words that one of them has.
fn begin(a: &[Word], b: &[Word], credited: bool) -> Option<(usize, usize, Match)> {
    let (Some(first_a), Some(first_b)) = (a.first(), b.first()) else { return None };
    if first_a == first_b || is_misspelt(*first_a, *first_b) {
        return Some((0, 0, Match::default()));
    }
    let skip = |long: &[Word], short: &[Word]| {
        let fits = |&at: &usize| short.len() >= 4 && long.len() >= at + 4 && heads_agree(&long[at..], short, credited);
        (1..=8).find(fits)
    };
    // The first word may be glued to the heading, so it is taken as read.
    let heading = |at: usize| Match { heading: at as u32, matched: 1, ..Match::default() };
    let (before_a, before_b) = (skip(a, b), skip(b, a));
    let found = before_a.map(|at| (at + 1, 1, heading(at))).or_else(|| before_b.map(|at| (1, at + 1, heading(at))));
    Some(found.unwrap_or_default())
}

/// Whether the first four words agree, but for a credit glued to the first.
fn heads_agree(long: &[Word], short: &[Word], credited: bool) -> bool {
    long[1..4] == short[1..4] && (long[0] == short[0] || credited && long[0].len > short[0].len)
}

/// How many words of each are used up by what stands at their heads, and how
/// many of them are misspelt.
fn step(a: &[Word], b: &[Word]) -> Option<(usize, usize, u32)> {
    if a[0] == b[0] {
        return Some((1, 1, 0));
    }
    // What follows an edit must agree again, or be the end.
    let agree = |i: usize, j: usize| i >= a.len() || j >= b.len() || a[i] == b[j];
    if is_misspelt(a[0], b[0]) && agree(1, 1) {
        return Some((1, 1, 1));
    }
    if a.len() > 1 && is_joined(a[0], a[1], b[0]) {
        return Some((2, 1, 1));
    }
    if b.len() > 1 && is_joined(b[0], b[1], a[0]) {
        return Some((1, 2, 1));
    }
    let dropped = |words: &[Word], n: usize| words.len() > n && !words[..n].iter().any(|word| word.number);
    for n in 1..=2 {
        if dropped(a, n) && a[n] == b[0] && agree(n + 1, 1) {
            return Some((n, 0, 0));
        }
        if dropped(b, n) && b[n] == a[0] && agree(1, n + 1) {
            return Some((0, n, 0));
        }
    }
    None
}

/// Whether one word is the other with a letter doubled, lost or swapped.
fn is_misspelt(a: Word, b: Word) -> bool {
    if a.number || b.number || a.len.min(b.len) < 3 || a.len.max(b.len) < 4 {
        return false;
    }
    if a.len == b.len {
        return a.letters == b.letters;
    }
    let (short, long) = if a.len < b.len { (a, b) } else { (b, a) };
    long.len == short.len + 1 && is_letter(long.letters.wrapping_sub(short.letters))
}

/// Whether `whole` is `head` and `tail` written together.
fn is_joined(head: Word, tail: Word, whole: Word) -> bool {
    u32::from(head.len) + u32::from(tail.len) == u32::from(whole.len)
        && head.letters.wrapping_add(tail.letters) == whole.letters
        && (head.number || tail.number) == whole.number
}
