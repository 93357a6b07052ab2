//! Words between white space, found byte by byte.

/// The words of `text`, as `str::split_whitespace` gives them; several times as
/// fast where most of the text is ASCII.
pub(crate) fn words(text: &str) -> Words<'_> {
    Words { text, at: 0 }
}

/// The iterator that [`words`] returns.
#[derive(Clone, Debug)]
pub(crate) struct Words<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Words<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let bytes = self.text.as_bytes();
        let mut start = self.at;
        while let Some(&byte) = bytes.get(start) {
            match BYTES[usize::from(byte)] {
                Byte::Solid => break,
                Byte::White => start += 1,
                Byte::Perhaps => match wide(self.text, start) {
                    0 => break,
                    len => start += len,
                },
            }
        }
        let mut end = start;
        while let Some(&byte) = bytes.get(end) {
            match BYTES[usize::from(byte)] {
                Byte::Solid => end += 1,
                Byte::Perhaps if wide(self.text, end) == 0 => end += 1,
                _ => break,
            }
        }
        self.at = end;
        (start < end).then(|| &self.text[start..end])
    }
}

/// What a byte says of the character it belongs to.
#[derive(Clone, Copy)]
enum Byte {
    /// It is no white space.
    Solid,
    /// It is white space of one byte.
    White,
    /// It may be white space beyond ASCII, whose first byte this is.
    Perhaps,
}

static BYTES: [Byte; 256] = {
    let mut bytes = [Byte::Solid; 256];
    bytes[b' ' as usize] = Byte::White;
    let mut control = b'\t';
    while control <= b'\r' {
        bytes[control as usize] = Byte::White;
        control += 1;
    }
    bytes[0xc2] = Byte::Perhaps;
    bytes[0xe1] = Byte::Perhaps;
    bytes[0xe2] = Byte::Perhaps;
    bytes[0xe3] = Byte::Perhaps;
    bytes
};

/// Bytes of the white space beyond ASCII at `at`.
#[cold]
fn wide(text: &str, at: usize) -> usize {
    let first = text[at..].chars().next();
    first.filter(|c| c.is_whitespace()).map_or(0, char::len_utf8)
}

/// `word` without the marks at its ends.
pub(crate) fn bare(word: &str) -> &str {
    let bytes = word.as_bytes();
    let mark = |byte: u8| byte.is_ascii() && !byte.is_ascii_alphanumeric();
    let (mut from, mut to) = (0, bytes.len());
    while from < to && mark(bytes[from]) {
        from += 1;
    }
    while from < to && mark(bytes[to - 1]) {
        to -= 1;
    }
    let word = &word[from..to];
    match (bytes.get(from), bytes.get(to.wrapping_sub(1))) {
        (Some(first), Some(last)) if first.is_ascii() && last.is_ascii() => word,
        _ => word.trim_matches(|c: char| !c.is_alphanumeric()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_the_standard_library_does(text in "[a-c \t\u{b}\u{85}\u{a0}é“\u{2003}\u{3000}’.\u{1680}(]{0,24}") {
            prop_assert!(words(&text).eq(text.split_whitespace()));
            for word in words(&text) {
                prop_assert_eq!(bare(word), word.trim_matches(|c: char| !c.is_alphanumeric()));
            }
        }
    }
}
