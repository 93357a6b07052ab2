//! Words, numbers and marks.

use crate::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TokenKind {
    /// Letters, perhaps with digits, inner apostrophes or full stops ('U.S.', 'O’Neil', 'iPhone14').
    Word,
    /// Digits, perhaps with inner commas, full stops or colons ('1,169', '3.5', '10:30').
    Number,
    /// Any other single character ('-', '$', '“').
    Mark,
    /// A web address, e-mail address, '@handle' or '#tag', kept whole.
    Address,
}

/// A piece of text between white space and marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

/// The tokens of the bytes `within` of `text`, in order and without overlap.
///
/// A possessive `'s` is a token of its own; hyphens part words; the full stop of
/// an abbreviation made of single letters ('U.S.') belongs to it, that of any
/// other word does not.
///
/// ```
/// use cutline_text::{Span, tokens};
///
/// let text = "The U.S. leader's talk";
/// let found: Vec<&str> = tokens(text, Span::of(text)).map(|t| &text[t.span]).collect();
/// assert_eq!(found, ["The", "U.S.", "leader", "'s", "talk"]);
/// ```
pub fn tokens(text: &str, within: Span) -> Tokens<'_> {
    Tokens { text, at: within.start as usize, end: within.end as usize }
}

/// The iterator that [`tokens`] returns.
#[derive(Clone, Debug)]
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
    end: usize,
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let rest = &self.text[self.at..self.end];
        let start = self.at + (rest.len() - rest.trim_start().len());
        let rest = &self.text[start..self.end];
        let first = rest.chars().next()?;
        let (len, kind) = measure(rest, first);
        self.at = start + len;
        Some(Token { span: Span::new(start, self.at), kind })
    }
}

fn measure(rest: &str, first: char) -> (usize, TokenKind) {
    if let Some(len) = address(rest, first) {
        return (len, TokenKind::Address);
    }
    if is_apostrophe(first)
        && let Some(len) = possessive(rest, first)
    {
        return (len, TokenKind::Word);
    }
    if first.is_ascii_digit() {
        return number(rest);
    }
    if first.is_alphanumeric() {
        return (word(rest), TokenKind::Word);
    }
    (first.len_utf8(), TokenKind::Mark)
}

/// `'s` behind a word.
fn possessive(rest: &str, mark: char) -> Option<usize> {
    let tail = &rest[mark.len_utf8()..];
    let mut chars = tail.chars();
    let s = chars.next().filter(|c| matches!(c, 's' | 'S'))?;
    let ends = chars.next().is_none_or(|c| !c.is_alphanumeric());
    ends.then_some(mark.len_utf8() + s.len_utf8())
}

fn word(rest: &str) -> usize {
    let initials = initials(rest);
    if initials > 0 {
        return initials;
    }
    let mut len = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let inner = is_apostrophe(c)
            && possessive(&rest[at..], c).is_none()
            && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !(c.is_alphanumeric() || is_mark(c) || inner) {
            break;
        }
        len = at + c.len_utf8();
    }
    len
}

/// Combining marks and joiners, which stand inside words.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}')
}

/// No name has more initials; the bound keeps 'a.a.a.a…' linear.
const LONGEST_INITIALS: usize = 8;

/// Length of 'U.S.', 'J.K.' or 'a.m.': two or more single letters, each with a full stop.
fn initials(rest: &str) -> usize {
    let mut len = 0;
    let mut pairs = 0;
    let mut chars = rest.chars();
    while let (Some(letter), Some('.')) = (chars.next(), chars.next()) {
        if !letter.is_alphabetic() || pairs == LONGEST_INITIALS {
            break;
        }
        len += letter.len_utf8() + 1;
        pairs += 1;
    }
    let ends = rest[len..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    if pairs >= 2 && ends { len } else { 0 }
}

fn number(rest: &str) -> (usize, TokenKind) {
    let bytes = rest.as_bytes();
    let mut len = 0;
    while len < bytes.len() {
        let inner = matches!(bytes[len], b',' | b'.' | b':') && bytes.get(len + 1).is_some_and(u8::is_ascii_digit);
        if !(bytes[len].is_ascii_digit() || inner) {
            break;
        }
        len += 1;
    }
    let tail = word(&rest[len..]);
    if tail > 0 { (len + tail, TokenKind::Word) } else { (len, TokenKind::Number) }
}

fn address(rest: &str, first: char) -> Option<usize> {
    let solid = || rest.find(char::is_whitespace).unwrap_or(rest.len());
    let url = matches!(first, 'h' | 'H' | 'w' | 'W' | 'p')
        && ["http://", "https://", "www.", "pic.twitter.com/"]
            .iter()
            .any(|head| rest.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head)));
    if url {
        let whole = &rest[..solid()];
        return Some(whole.trim_end_matches(['.', ',', ')', ';', ':', '"', '”', '’', '\'', '!', '?']).len());
    }
    if matches!(first, '@' | '#') {
        let len = 1 + rest[1..].find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len() - 1);
        return (len > 1).then_some(len);
    }
    None
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        tokens(text, Span::of(text)).map(|t| &text[t.span]).collect()
    }

    #[test]
    fn words_numbers_marks() {
        assert_eq!(cut("Mr O’Neil’s $1,169.50 (10:30)"), ["Mr", "O’Neil", "’s", "$", "1,169.50", "(", "10:30", ")"]);
        assert_eq!(cut("won't U.S.-led 3rd St."), ["won't", "U.S.", "-", "led", "3rd", "St", "."]);
    }

    #[test]
    fn addresses_stay_whole() {
        assert_eq!(
            cut("see pic.twitter.com/AQ5X. @Svy_Y #tag"),
            ["see", "pic.twitter.com/AQ5X", ".", "@Svy_Y", "#tag"]
        );
    }
}
