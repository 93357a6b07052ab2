//! UTF-8 that someone read as windows-1252 and wrote down so: 'â€™' for '’'.
//!
//! The text is left as it is; a warning says what it most likely was.

use encoding_rs::WINDOWS_1252;

use crate::Warning;
use crate::decode::warning_at;

/// So few may be there by chance.
const CHANCE: usize = 1;

/// A warning if `text` holds characters that were read in the wrong encoding.
pub(crate) fn find(text: &str) -> Option<Warning> {
    let bytes = text.as_bytes();
    let mut first: Option<(usize, usize, char)> = None;
    let (mut count, mut from) = (0, 0);
    // All that such characters begin with, 'Â', 'Ã', 'â', 'ð' among them, begins with this byte in UTF-8.
    while let Some(found) = memchr::memchr(0xc3, &bytes[from..]) {
        let at = from + found;
        from = at + 2;
        if let Some((len, meant)) = meant(&text[at..]) {
            first.get_or_insert((at, len, meant));
            count += 1;
            from = at + len;
        }
    }
    let (at, len, meant) = first.filter(|_| count > CHANCE)?;
    let message = format!(
        "characters look as if read in a wrong encoding: {count}; '{}' was most likely '{meant}'",
        &text[at..at + len]
    );
    Some(warning_at("mojibake", text, at, len, message))
}

/// The character that the head of `text` was before it was misread, and how many bytes it takes now.
fn meant(text: &str) -> Option<(usize, char)> {
    let mut raw = [0; 4];
    let mut wanted = 1;
    for (n, (at, c)) in text.char_indices().take(4).enumerate() {
        raw[n] = byte(c)?;
        if n == 0 {
            wanted = match raw[0] {
                0xc2..=0xdf => 2,
                0xe0..=0xef => 3,
                0xf0..=0xf4 => 4,
                _ => return None,
            };
        }
        if n + 1 == wanted {
            let meant = std::str::from_utf8(&raw[..wanted]).ok()?.chars().next()?;
            return Some((at + c.len_utf8(), meant));
        }
    }
    None
}

/// The byte of a character in windows-1252.
fn byte(c: char) -> Option<u8> {
    if c.is_ascii() {
        return None;
    }
    let mut text = [0; 4];
    let (bytes, _, lost) = WINDOWS_1252.encode(c.encode_utf8(&mut text));
    (!lost && bytes.len() == 1).then(|| bytes[0])
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn misread_characters_are_named_with_what_they_were() {
        let warning = find("The mayorâ€™s cafÃ© is â€œsafe.â€\u{9d}").unwrap();
        assert_eq!(warning.code, "mojibake");
        assert!(warning.message.contains("'â€™' was most likely '’'"), "{}", warning.message);
        assert_eq!(warning.at.unwrap().range(), 9..17);
    }

    #[test]
    fn letters_of_other_languages_are_none() {
        for text in ["Ça va, à bientôt, Zoë. São Paulo, Ângela", "Der Bürgermeister sagte, Ölpreise", "Ã©", "ÂÃâð"]
        {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
