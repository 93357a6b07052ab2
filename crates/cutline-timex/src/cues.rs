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

/// The side that the words around the tokens `first..end` speak for.
pub(crate) fn side(reader: &Reader<'_>, first: usize, end: usize) -> Side {
    if is_possessive(reader, end) {
        // 'Wednesday's ruling' has been; what governs it says nothing of its day.
        return right_side(reader, end);
    }
    if matches!(reader.before(first), Word::Until) || is_as_early_as(reader, first) {
        return Side::Ahead;
    }
    for at in (first.saturating_sub(REACH.0)..first).rev() {
        if ends_sentence(reader, at) {
            break;
        }
        let found = cue(reader, at);
        if found != Side::Unsaid {
            return found;
        }
    }
    right_side(reader, end)
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

fn right_side(reader: &Reader<'_>, end: usize) -> Side {
    for at in end..(end + REACH.1).min(reader.tokens.len()) {
        if ends_sentence(reader, at) {
            break;
        }
        let found = cue(reader, at);
        if found != Side::Unsaid {
            return found;
        }
    }
    Side::Unsaid
}

fn cue(reader: &Reader<'_>, at: usize) -> Side {
    match reader.word(at) {
        Word::Will => will(reader, at),
        Word::Ahead if is_ahead(reader, at) => Side::Ahead,
        // 'will be named', 'to be held'.
        Word::Behind | Word::Other if reader.is(at.wrapping_sub(1), "be") => Side::Unsaid,
        Word::Behind => Side::Behind,
        // 'is to meet'.
        Word::To if reader.is(at.wrapping_sub(1), "is") || reader.is(at.wrapping_sub(1), "are") => Side::Ahead,
        Word::Other if reader.shape(at) == Shape::Past => Side::Behind,
        _ => Side::Unsaid,
    }
}

/// 'set', 'due', 'ready' look ahead only 'to' or 'for' something.
fn is_ahead(reader: &Reader<'_>, at: usize) -> bool {
    let idle = ["set", "ready", "due", "effective"].iter().any(|word| reader.is(at, word));
    !idle || matches!(reader.word(at + 1), Word::To | Word::For | Word::In | Word::On | Word::Weekday(..) | Word::Month(..))
}

/// 'will' and "'ll", 'wo' of "won't"; not the name 'Will'.
fn will(reader: &Reader<'_>, at: usize) -> Side {
    if reader.is_capital(at) && reader.is_capital(at + 1) { Side::Unsaid } else { Side::Ahead }
}

/// Whether a sentence ends at the mark `at`: a full stop behind an abbreviation does not.
pub(crate) fn ends_sentence(reader: &Reader<'_>, at: usize) -> bool {
    match reader.word(at) {
        Word::Mark(b'!' | b'?') => true,
        Word::Mark(b'.') => {
            let before = at.wrapping_sub(1);
            let short = reader.is_capital(before) && reader.slice(before).len() <= 4;
            let goes_on = reader.is_glued(at + 1) && !matches!(reader.word(at + 1), Word::Mark(_));
            let letter = reader.slice(before).len() == 1;
            !(short || goes_on || letter)
        }
        _ => false,
    }
}
