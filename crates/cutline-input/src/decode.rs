//! Bytes to text.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use cutline_text::Span;
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8};

use crate::{Warning, mojibake, sniff};

/// A decoded text, and how that went.
pub(crate) struct Decoded<'b> {
    pub text: Cow<'b, str>,
    pub encoding: &'static Encoding,
    /// Whether the encoding is a guess.
    guessed: bool,
    /// Whether it holds bytes that do not belong to the encoding.
    malformed: bool,
}

impl Decoded<'_> {
    /// What is odd about `text`, which is all or part of what was decoded.
    pub fn warnings(&self, text: &str) -> Vec<Warning> {
        let name = self.encoding.name();
        let guessed = self.guessed.then(|| {
            let message = format!("not UTF-8; read as {name}, which is a guess");
            Warning { code: "guessed-encoding", message, at: None }
        });
        let malformed = self.malformed.then(|| {
            let message = format!("bytes that are no {name} were read as U+FFFD");
            warning("bad-encoding", text, '\u{fffd}', message)
        });
        let odd = [malformed, control_characters(text), mojibake::find(text)];
        guessed.into_iter().chain(odd.into_iter().flatten()).collect()
    }
}

/// Decodes by byte-order mark, else as UTF-8, else as UTF-16 by its zero
/// bytes, else as `stated`, else by the statistics of chardetng, Firefox's
/// detector.
///
/// Text that is UTF-8 for the greater part stays UTF-8, its bad bytes U+FFFD:
/// one cut character must not turn every other into mojibake.
pub(crate) fn decode<'b>(bytes: &'b [u8], stated: Option<&'static Encoding>) -> Decoded<'b> {
    let (marked, bytes) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (Some(encoding), &bytes[mark..]),
        None => (None, bytes),
    };
    let wide = marked.filter(|&encoding| encoding != UTF_8);
    if let Some(encoding) = wide.or_else(|| sniff::utf16(&bytes[..bytes.len().min(sniff::HEAD)])) {
        return decode_as(encoding, bytes);
    }
    if stated == Some(ISO_2022_JP) && bytes.is_ascii() {
        return decode_as(ISO_2022_JP, bytes); // Its escapes are ASCII, and so would be taken for UTF-8.
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded { text: text.into(), encoding: UTF_8, guessed: false, malformed: false },
        Err(_) if is_mostly_utf8(bytes) => decode_as(UTF_8, bytes),
        Err(_) => match stated {
            Some(encoding) => decode_as(encoding, bytes),
            None => Decoded { guessed: true, ..decode_as(guess(bytes), bytes) },
        },
    }
}

fn decode_as<'b>(encoding: &'static Encoding, bytes: &'b [u8]) -> Decoded<'b> {
    let (text, malformed) = encoding.decode_without_bom_handling(bytes);
    Decoded { text, encoding, guessed: false, malformed }
}

fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= bad
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let from = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0).saturating_sub(64);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(&bytes[from..bytes.len().min(from + DETECTED)], true);
    detector.guess(None, Utf8Detection::Deny)
}

/// How many bytes the detector sees.
const DETECTED: usize = 1 << 20;

/// A warning about the control characters in a text, if there are any.
fn control_characters(text: &str) -> Option<Warning> {
    // Whole stretches are looked at together, since most texts have none.
    let any = |chunk: &[u8]| chunk.iter().fold(false, |any, byte| any | is_control(byte));
    if !text.as_bytes().chunks(1 << 10).any(any) {
        return None;
    }
    let count = text.bytes().filter(is_control).count();
    let nul = text.bytes().filter(|&byte| byte == 0).count();
    let first = text.chars().find(|&c| is_control(&(c as u8)) && c.is_ascii())?;
    let message = format!("control characters kept as they are: {count}, of them NUL: {nul}");
    Some(warning("control-characters", text, first, message))
}

/// A warning at the first place of `sought`, whose line the message names.
pub(crate) fn warning(code: &'static str, text: &str, sought: char, message: String) -> Warning {
    match text.find(sought) {
        Some(at) => warning_at(code, text, at, sought.len_utf8(), message),
        None => Warning { code, message, at: None },
    }
}

/// A warning at a place, whose line the message names.
pub(crate) fn warning_at(code: &'static str, text: &str, at: usize, len: usize, message: String) -> Warning {
    let line = 1 + memchr::memchr_iter(b'\n', &text.as_bytes()[..at]).count();
    let message = format!("{message} (first on line {line} of the text)");
    Warning { code, message, at: Some(Span::new(at, at + len)) }
}

/// C0 without white space; DEL.
fn is_control(byte: &u8) -> bool {
    matches!(byte, 0..=8 | 0x0e..=0x1f | 0x7f)
}

#[cfg(test)]
mod tests {
    use super::decode;

    fn read(bytes: &[u8]) -> (String, &'static str, Vec<&'static str>) {
        let decoded = decode(bytes, None);
        let codes = decoded.warnings(&decoded.text).iter().map(|w| w.code).collect();
        (decoded.text.into_owned(), decoded.encoding.name(), codes)
    }

    #[test]
    fn a_byte_order_mark_decides_and_is_no_part_of_the_text() {
        assert_eq!(read(b"\xef\xbb\xbfZo\xc3\xab"), ("Zoë".into(), "UTF-8", vec![]));
        assert_eq!(read(b"\xff\xfeZ\0o\0\xeb\0"), ("Zoë".into(), "UTF-16LE", vec![]));
        assert_eq!(read(b"\xfe\xff\0Z\0o\0\xeb"), ("Zoë".into(), "UTF-16BE", vec![]));
    }

    #[test]
    fn other_encodings_are_guessed_and_say_so() {
        let text = "\u{201c}It was a caf\u{e9}, na\u{ef}ve and clich\u{e9}d,\u{201d} Zo\u{eb} said.";
        let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(text);
        assert_eq!(read(&bytes), (text.into(), "windows-1252", vec!["guessed-encoding"]));
        let text = "Мэр города сообщил, что дождь прекратился.";
        let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(text);
        assert_eq!(read(&bytes), (text.into(), "windows-1251", vec!["guessed-encoding"]));
    }

    #[test]
    fn one_bad_byte_does_not_change_the_encoding() {
        assert_eq!(read(b"Zo\xc3\xab met Ren\xe9e"), ("Zoë met Ren\u{fffd}e".into(), "UTF-8", vec!["bad-encoding"]));
        assert_eq!(read(b"Zo\xc3\xab, \xe2\x80"), ("Zoë, \u{fffd}".into(), "UTF-8", vec!["bad-encoding"]));
    }

    #[test]
    fn control_characters_are_kept_and_named() {
        let decoded = decode(b"one\ntwo\0 \x1b[31m\0", None);
        let warnings = decoded.warnings(&decoded.text);
        assert_eq!(decoded.text, "one\ntwo\0 \x1b[31m\0");
        let message = "control characters kept as they are: 3, of them NUL: 2 (first on line 2 of the text)";
        assert_eq!(warnings[0].message, message);
        assert_eq!(warnings[0].at.unwrap().range(), 7..8);
    }
}
