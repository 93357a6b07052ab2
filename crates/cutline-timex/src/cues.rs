//! Whether the words around a day say that it lies behind or ahead.
//!
//! News names a weekday or a month without its year for days on either side of
//! its own. The verb that governs the day tells which: the nearest one to its
//! left in the sentence, else the nearest to its right.

use crate::grammar::Reader;
use crate::lex::Shape;
use crate::word::Word;

/// On which side of the day of speech a day lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Side {
    #[default]
    Unsaid,
    Behind,
    Ahead,
}

/// How many words are looked at to the left and to the right.
const REACH: (usize, usize) = (30, 12);

/// What one word says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cue {
    /// Nothing: look on.
    None,
    /// That nothing farther off matters.
    Stop,
    Side(Side),
}

/// The side that the words around the tokens `first..end` speak for. `far` tells
/// of months and days of the calendar, where an infinitive ('subpoenaed him to
/// testify on Feb. 10') and a reporting verb leave both sides open.
pub(crate) fn side(reader: &Reader<'_>, first: usize, end: usize, far: bool) -> Side {
    if is_possessive(reader, end) {
        // 'Wednesday's ruling' has been; what governs it says nothing of its day.
        return right_side(reader, end, far);
    }
    let until = first.wrapping_sub(1);
    let awaited = reader.word(until) == Word::Of && first >= 2 && reader.is(first - 2, "ahead");
    if reader.word(until) == Word::Until && !reader.is_capital(until) || awaited || is_as_early_as(reader, first) {
        return Side::Ahead;
    }
    if far && reader.word(until) == Word::Through {
        // 'has extended the loan through January' and 'sales fell through January'.
        return Side::Unsaid;
    }
    for at in (first.saturating_sub(REACH.0)..first).rev() {
        if ends_sentence(reader, at) {
            break;
        }
        match cue(reader, at, far) {
            Cue::Side(Side::Behind) if far && at + 2 < first && is_report(reader, at) => {}
            Cue::Side(side) => return side,
            Cue::Stop => return Side::Unsaid,
            Cue::None => {}
        }
    }
    right_side(reader, end, far)
}

fn right_side(reader: &Reader<'_>, end: usize, far: bool) -> Side {
    for at in end..(end + REACH.1).min(reader.tokens.len()) {
        if ends_sentence(reader, at) {
            break;
        }
        match cue(reader, at, far) {
            Cue::Side(side) => return side,
            Cue::Stop => break,
            Cue::None => {}
        }
    }
    Side::Unsaid
}

/// 'said', 'told', 'reported': what is said may lie anywhere.
fn is_report(reader: &Reader<'_>, at: usize) -> bool {
    ["said", "told", "reported", "announced"].iter().any(|word| reader.is(at, word))
}

fn is_possessive(reader: &Reader<'_>, end: usize) -> bool {
    reader.glued_mark(end, b'\'') && reader.is(end + 1, "s")
}

/// 'as early as Tuesday', 'as soon as next month'.
fn is_as_early_as(reader: &Reader<'_>, first: usize) -> bool {
    first >= 3
        && reader.is(first - 1, "as")
        && reader.is(first - 3, "as")
        && matches!(reader.word(first - 2), Word::Early | Word::Soon)
}

fn cue(reader: &Reader<'_>, at: usize, far: bool) -> Cue {
    let before = at.wrapping_sub(1);
    match reader.word(at) {
        Word::Will if !is_name(reader, at) => Cue::Side(Side::Ahead),
        Word::Ahead if is_ahead(reader, at) => {
            // 'had been due to expire'.
            let given_up = (at.saturating_sub(4)..at).any(|back| reader.is(back, "had"));
            Cue::Side(if given_up { Side::Behind } else { Side::Ahead })
        }
        // 'is to meet'.
        Word::To if reader.is(before, "is") || reader.is(before, "are") => Cue::Side(Side::Ahead),
        Word::To if far && is_infinitive(reader, at + 1) => Cue::Stop,
        Word::Behind => behind(reader, at),
        Word::Other if reader.shape(at) == Shape::Past => behind(reader, at),
        _ => Cue::None,
    }
}

/// A past form: 'will be named' and 'a planned visit' are none, 'is heard' leaves it open.
fn behind(reader: &Reader<'_>, at: usize) -> Cue {
    let before = at.wrapping_sub(1);
    if reader.is(before, "be") || matches!(reader.before(at), Word::A | Word::The) {
        return Cue::None;
    }
    if matches!(reader.before(before), Word::A | Word::The) && reader.shape(at) == Shape::Past {
        return Cue::None;
    }
    if reader.is(before, "is") || reader.is(before, "are") { Cue::Stop } else { Cue::Side(Side::Behind) }
}

fn is_infinitive(reader: &Reader<'_>, at: usize) -> bool {
    let verb = reader.word(at) == Word::Other && reader.shape(at) == Shape::Lower && reader.slice(at).len() > 2;
    // 'shot to death'.
    verb && !reader.is(at, "death")
}

/// 'set', 'due', 'plans' look ahead only 'to' or 'for' something.
fn is_ahead(reader: &Reader<'_>, at: usize) -> bool {
    const IDLE: [&str; 9] = ["set", "ready", "due", "effective", "plan", "plans", "planned", "hope", "hopes"];
    let followed = matches!(
        reader.word(at + 1),
        Word::To | Word::For | Word::In | Word::On | Word::Weekday(..) | Word::Month(..) | Word::Next | Word::Early
    );
    // 'plans a protest on Saturday'; 'the plan a mayor had' is none.
    let plans = reader.word(at + 1) == Word::A && !matches!(reader.before(at), Word::A | Word::The);
    followed || plans || !IDLE.iter().any(|word| reader.is(at, word))
}

/// The name 'Will Orr'.
fn is_name(reader: &Reader<'_>, at: usize) -> bool {
    reader.is_capital(at) && reader.is_capital(at + 1)
}

/// Whether a sentence ends at the mark `at`: a full stop behind an abbreviation does not.
pub(crate) fn ends_sentence(reader: &Reader<'_>, at: usize) -> bool {
    match reader.word(at) {
        Word::Mark(b'!' | b'?') => true,
        Word::Mark(b'.') => {
            let before = at.wrapping_sub(1);
            let short = reader.is_capital(before) && is_shortened(reader.slice(before));
            let goes_on = reader.is_glued(at + 1) && !matches!(reader.word(at + 1), Word::Mark(_));
            let letter = reader.slice(before).len() == 1;
            !(short || goes_on || letter)
        }
        _ => false,
    }
}

/// 'Gov', 'Sept': a word of three letters, or one of those of four; not 'West', 'Iraq'.
fn is_shortened(word: &str) -> bool {
    const OF_FOUR: [&str; 14] = [
        "Sept", "Corp", "Capt", "Prof", "Atty", "Supt", "Dept", "Mass", "Penn", "Wash", "Conn", "Tenn", "Minn", "Bros",
    ];
    word.len() <= 3 || OF_FOUR.contains(&word)
}
