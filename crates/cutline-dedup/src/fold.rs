//! The form in which texts are compared, and the words in it.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// `text` folded for comparing: HTML references decoded once, NFKC, quotation
/// marks and dashes to ASCII, soft hyphens and zero-width characters out,
/// case folded. Positions are lost.
///
/// ```
/// assert_eq!(cutline_dedup::fold("&#8220;Yes,\u{201d} said O\u{2019}NEIL \u{2014} twice"), "\"yes,\" said o'neil - twice");
/// ```
pub fn fold(text: &str) -> String {
    let mut out = String::new();
    fold_into(text, &mut out);
    out
}

/// [`fold`] into a buffer that is used again and again.
pub(crate) fn fold_into(text: &str, out: &mut String) {
    let text = if text.as_bytes().contains(&b'&') { htmlize::unescape(text) } else { Cow::Borrowed(text) };
    out.clear();
    if !fold_simple(&text, out) {
        out.clear();
        fold_any(&text, out);
    }
}

/// Folds what needs no normalisation; `false` if a character turns up that may.
fn fold_simple(text: &str, out: &mut String) -> bool {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|b| b >= 0x80) {
        let (ascii, tail) = rest.split_at(at);
        push_lower(ascii, out);
        let c = tail.chars().next().expect("a character starts here");
        match c {
            '‘' | '’' => out.push('\''),
            '“' | '”' => out.push('"'),
            '–' | '—' => out.push('-'),
            '\u{a0}' => out.push(' '),
            '…' => out.push_str("..."),
            'ß' => out.push_str("ss"),
            'À'..='Ö' | 'Ø'..='Þ' => out.extend(c.to_lowercase()),
            'à'..='ö' | 'ø'..='ÿ' | '«' | '»' | '©' => out.push(if matches!(c, '«' | '»') { '"' } else { c }),
            _ => return false,
        }
        rest = &tail[c.len_utf8()..];
    }
    push_lower(rest, out);
    true
}

fn push_lower(ascii: &str, out: &mut String) {
    let from = out.len();
    out.push_str(ascii);
    out[from..].make_ascii_lowercase();
}

fn fold_any(text: &str, out: &mut String) {
    for c in text.nfkc() {
        match c {
            '‘' | '’' | '‚' | '‛' | 'ʼ' | '´' | '′' => out.push('\''),
            '“' | '”' | '„' | '‟' | '«' | '»' | '″' => out.push('"'),
            '‐'..='―' | '−' => out.push('-'),
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            'ı' => out.push(c),
            _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            // Full case folding is the small letter of the capital but for a few
            // letters, which this maps consistently too.
            _ => out.extend(c.to_uppercase().flat_map(char::to_lowercase)),
        }
    }
}

/// The words of a folded text: runs of letters and digits with inner apostrophes.
pub(crate) fn words(folded: &str) -> Words<'_> {
    Words { text: folded, at: 0 }
}

/// The iterator that [`words`] returns: byte ranges of the folded text.
pub(crate) struct Words<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Words<'_> {
    type Item = Range<usize>;

    #[inline]
    fn next(&mut self) -> Option<Range<usize>> {
        let start = self.next_start()?;
        let bytes = self.text.as_bytes();
        let mut at = start;
        while at < bytes.len() {
            at += match bytes[at] {
                b if b.is_ascii_alphanumeric() => 1,
                b'\'' if self.starts_word(at + 1) => 1,
                0..0x80 => break,
                _ => match self.letter(at) {
                    0 => break,
                    len => len,
                },
            };
        }
        self.at = at;
        Some(start..at)
    }
}

impl Words<'_> {
    /// Where the next word starts.
    #[inline]
    fn next_start(&self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        while at < bytes.len() {
            match bytes[at] {
                b if b.is_ascii_alphanumeric() => return Some(at),
                0..0x80 => at += 1,
                _ if self.letter(at) > 0 => return Some(at),
                _ => at += self.text[at..].chars().next()?.len_utf8(),
            }
        }
        None
    }

    fn starts_word(&self, at: usize) -> bool {
        match self.text.as_bytes().get(at) {
            Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
            Some(_) => self.letter(at) > 0,
            None => false,
        }
    }

    /// Length of the character at `at` if it belongs in words, else 0.
    fn letter(&self, at: usize) -> usize {
        let c = self.text[at..].chars().next().expect("a character starts here");
        if c.is_alphanumeric() && !is_combining_mark(c) { c.len_utf8() } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cut(text: &str) -> Vec<String> {
        let folded = fold(text);
        words(&folded).map(|range| folded[range].to_owned()).collect()
    }

    #[test]
    fn words_keep_inner_apostrophes() {
        assert_eq!(cut("'Tis O’Neil's dog' — 3.5 &amp; up_to"), ["tis", "o'neil's", "dog", "3", "5", "up", "to"]);
        assert_eq!(cut("soft\u{ad}ware ＡＢＣ STRASSE Straße"), ["software", "abc", "strasse", "strasse"]);
    }

    proptest! {
        #[test]
        fn the_short_way_folds_like_the_long_one(text in "[a-zA-Z ÀéöÞßÿ’“—…©«\u{a0}]{0,40}") {
            let mut short = String::new();
            prop_assert!(fold_simple(&text, &mut short));
            let mut long = String::new();
            fold_any(&text, &mut long);
            prop_assert_eq!(short, long);
        }
    }
}
