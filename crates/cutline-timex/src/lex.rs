//! Bytes to classified tokens, in one pass.

use crate::lexicon::look_up;
use crate::word::Word;

/// A run of letters, a run of digits, or one mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub start: u32,
    pub end: u32,
    pub word: Word,
    /// What stands before it.
    pub gap: Gap,
    pub shape: Shape,
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    None,
    Space,
    /// White space with a line break.
    Line,
}

/// A paragraph longer than this is read in pieces, so that memory stays bounded.
const LONGEST: usize = 1 << 16;

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Lower,
    Capital,
    /// All capitals, two letters at least.
    Upper,
    /// Lower case, and ends in 'ed': most often a verb in the past.
    Past,
}

/// Puts the tokens of the next paragraph of `text` from byte `at` into `tokens`
/// and returns where it ends: at a blank line, or between two words when it is
/// very long. `None` when nothing is left.
pub(crate) fn paragraph(text: &str, mut at: usize, tokens: &mut Vec<Token>) -> Option<usize> {
    let bytes = text.as_bytes();
    let limit = at + LONGEST;
    let mut gap = Gap::Line;
    tokens.clear();
    while at < bytes.len() {
        let start = at;
        let first = bytes[at];
        let (word, shape) = match first {
            b' ' | b'\t' | b'\r' | b'\n' | 0x0b | 0x0c => {
                let breaks = skip_space(bytes, &mut at);
                if (breaks > 1 || at > limit) && !tokens.is_empty() {
                    return Some(at);
                }
                gap = gap.max(if breaks > 0 { Gap::Line } else { Gap::Space });
                continue;
            }
            b'0'..=b'9' => digits(bytes, &mut at),
            b'a'..=b'z' | b'A'..=b'Z' => letters(text, &mut at),
            0x80.. => match wide(text, &mut at) {
                Some(found) => found,
                None => {
                    gap = gap.max(Gap::Space);
                    continue;
                }
            },
            mark => {
                at += 1;
                (Word::Mark(if mark == b'`' { b'\'' } else { mark }), Shape::Lower)
            }
        };
        tokens.push(Token { start: start as u32, end: at as u32, word, gap, shape });
        gap = Gap::None;
    }
    (!tokens.is_empty()).then_some(at)
}

fn skip_space(bytes: &[u8], at: &mut usize) -> usize {
    let mut breaks = 0;
    while let Some(b' ' | b'\t' | b'\r' | b'\n' | 0x0b | 0x0c) = bytes.get(*at) {
        breaks += usize::from(bytes[*at] == b'\n');
        *at += 1;
    }
    breaks
}

fn digits(bytes: &[u8], at: &mut usize) -> (Word, Shape) {
    let start = *at;
    let mut value: u32 = 0;
    while let Some(digit @ b'0'..=b'9') = bytes.get(*at) {
        value = value.wrapping_mul(10).wrapping_add(u32::from(digit - b'0'));
        *at += 1;
    }
    let len = *at - start;
    let word = if len <= 9 { Word::Digits(value, len as u8) } else { Word::Other };
    (word, Shape::Lower)
}

fn letters(text: &str, at: &mut usize) -> (Word, Shape) {
    let bytes = text.as_bytes();
    let start = *at;
    while bytes.get(*at).is_some_and(u8::is_ascii_alphabetic) {
        *at += 1;
    }
    if bytes.get(*at).is_some_and(|&b| b >= 0x80) {
        // A letter beyond ASCII goes on with the word, which is then none of ours.
        let rest = &text[*at..];
        let more = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        if more > 0 {
            *at += more;
            return (Word::Other, Shape::Lower);
        }
    }
    let run = &bytes[start..*at];
    (look_up(run), shape(run))
}

fn shape(run: &[u8]) -> Shape {
    if run[0].is_ascii_uppercase() {
        let upper = run.len() > 1 && run[1].is_ascii_uppercase();
        return if upper { Shape::Upper } else { Shape::Capital };
    }
    // 'succeed' and 'need' are no past; 'agreed' and 'freed' are in the lexicon.
    let past = run.len() > 3 && run.ends_with(b"ed") && !run.ends_with(b"eed");
    if past { Shape::Past } else { Shape::Lower }
}

/// A character beyond ASCII: white space (`None`), a mark, or a foreign word.
fn wide(text: &str, at: &mut usize) -> Option<(Word, Shape)> {
    let c = text[*at..].chars().next()?;
    *at += c.len_utf8();
    let mark = match c {
        '\u{85}'
        | '\u{a0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200a}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{3000}' => return None,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => return None,
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => b'-',
        '‘' | '’' | 'ʼ' | '′' => b'\'',
        '“' | '”' | '«' | '»' => b'"',
        '½' => b'h',
        '¼' => b'q',
        '¾' => b't',
        c if c.is_alphabetic() => 0,
        _ => b'?' | 0x80,
    };
    if mark != 0 {
        return Some((Word::Mark(mark), Shape::Lower));
    }
    let rest = &text[*at..];
    *at += rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    Some((Word::Other, Shape::Lower))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word::Unit;

    fn cut(text: &str) -> Vec<(&str, Word)> {
        let mut tokens = Vec::new();
        paragraph(text, 0, &mut tokens);
        tokens.iter().map(|t| (&text[t.start as usize..t.end as usize], t.word)).collect()
    }

    #[test]
    fn letters_digits_and_marks_part() {
        let found = cut("10-year’s Café");
        assert_eq!(found[0], ("10", Word::Digits(10, 2)));
        assert_eq!(found[1], ("-", Word::Mark(b'-')));
        assert_eq!(found[2], ("year", Word::Unit(Unit::Year)));
        assert_eq!(found[3], ("’", Word::Mark(b'\'')));
        assert_eq!(found.last(), Some(&("Café", Word::Other)));
    }

    #[test]
    fn blank_lines_end_a_paragraph() {
        let text = "a\nb\n \nc\u{a0}d";
        let mut tokens = Vec::new();
        let next = paragraph(text, 0, &mut tokens).unwrap();
        assert_eq!(tokens.iter().map(|t| t.gap).collect::<Vec<_>>(), [Gap::Line, Gap::Line]);
        let next = paragraph(text, next, &mut tokens).unwrap();
        assert_eq!(tokens.iter().map(|t| t.gap).collect::<Vec<_>>(), [Gap::Line, Gap::Space]);
        assert_eq!(paragraph(text, next, &mut tokens), None);
    }

    #[test]
    fn a_long_paragraph_comes_in_pieces() {
        let text = "word ".repeat(40_000);
        let (mut at, mut pieces, mut tokens) = (0, 0, Vec::new());
        while let Some(next) = paragraph(&text, at, &mut tokens) {
            at = next;
            pieces += 1;
        }
        assert_eq!(pieces, 4);
    }
}
