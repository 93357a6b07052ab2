//! What the first bytes of a file say about it.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// How many bytes are looked at.
pub(crate) const HEAD: usize = 8 << 10;

/// What kind of binary file it is, if it is one.
///
/// Files with a signature are known by it. Without one, a file is binary when
/// nearly a third of its first bytes are control characters, or one in twenty
/// while it is no UTF-8 either: a text may well hold a stray NUL.
pub(crate) fn binary(head: &[u8]) -> Option<&'static str> {
    if let Some((_, kind)) = SIGNATURES.iter().find(|(signature, _)| head.starts_with(signature)) {
        return Some(kind);
    }
    if head.get(257..262) == Some(b"ustar") {
        return Some("a tar archive");
    }
    if Encoding::for_bom(head).is_some() || utf16(head).is_some() {
        return None;
    }
    let controls = head.iter().filter(|&&byte| is_control(byte)).count();
    let many = controls * 10 > head.len() * 3 || (controls * 20 > head.len() && !is_utf8(head));
    many.then_some("binary data")
}

/// The byte order of UTF-16 without a mark: nearly all of its zero bytes are
/// the upper halves of Latin characters.
pub(crate) fn utf16(head: &[u8]) -> Option<&'static Encoding> {
    memchr::memchr(0, head)?;
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let enough = |many: usize, few: usize| many * 4 >= head.len().div_ceil(2) && few * 8 <= many;
    if head.len() < 4 {
        None
    } else if enough(odd, even) {
        Some(UTF_16LE)
    } else if enough(even, odd) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether it looks like JSONL: the first thing in it is an object with a field.
pub(crate) fn jsonl(head: &[u8]) -> bool {
    let bare: Vec<u8> = head.iter().copied().filter(|&byte| byte != 0).take(512).collect();
    let bare = Encoding::for_bom(head).map_or(&bare[..], |(encoding, mark)| match encoding.name() {
        "UTF-8" => &bare[mark..],
        _ => &bare[2.min(bare.len())..],
    });
    bare.trim_ascii_start().strip_prefix(b"{").is_some_and(|rest| rest.trim_ascii_start().starts_with(b"\""))
}

/// Whether it looks like a web archive.
pub(crate) fn warc(head: &[u8]) -> bool {
    head.trim_ascii_start().starts_with(b"WARC/")
}

/// Whether it is a ZIP archive; one without files has only an end.
pub(crate) fn zip(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06")
}

/// The delimiter of a table: what parts the cells of its first line, one of
/// which must be the text's column.
pub(crate) fn delimiter(head: &[u8], column: &str) -> Option<u8> {
    let text = String::from_utf8_lossy(head);
    let line = text.trim_start_matches('\u{feff}').lines().next()?;
    let names = |by: char| line.split(by).any(|cell| cell.trim().trim_matches('"') == column);
    let delimiters = [b'\t', b',', b';', b'|'];
    delimiters.into_iter().find(|&by| line.contains(by as char) && names(by as char))
}

/// Whether it looks like a web page: the first thing in it is a tag that opens one.
pub(crate) fn page(head: &[u8]) -> bool {
    let head: Vec<u8> = head.iter().take(1 << 10).copied().filter(|&byte| byte != 0).collect();
    let text = String::from_utf8_lossy(&head).to_ascii_lowercase();
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{fffd}'));
    ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| text.starts_with(tag))
}

/// The encoding that a page states in a meta element among its first bytes.
pub(crate) fn charset(head: &[u8]) -> Option<&'static Encoding> {
    let text = String::from_utf8_lossy(&head[..head.len().min(4 << 10)]).to_ascii_lowercase();
    label(text.split("charset=").nth(1)?)
}

/// The encoding that a header states: 'text/html; charset=utf-8'.
pub(crate) fn header_charset(header: &str) -> Option<&'static Encoding> {
    label(header.to_ascii_lowercase().split("charset=").nth(1)?)
}

/// The encoding named at the head of `stated`.
fn label(stated: &str) -> Option<&'static Encoding> {
    let stated = stated.trim_start_matches(['"', '\'', ' ']);
    let label = stated.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))).next()?;
    // What can be read as ASCII is no UTF-16, whatever it says.
    let encoding = Encoding::for_label(label.as_bytes())?;
    (encoding.is_ascii_compatible() || encoding == encoding_rs::ISO_2022_JP).then_some(encoding)
}

/// C0 without tab, line ends, form feed, and the escape of ISO-2022-JP; DEL.
fn is_control(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0x0b | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f)
}

/// Whether it is UTF-8 as far as it goes.
fn is_utf8(head: &[u8]) -> bool {
    std::str::from_utf8(head).err().is_none_or(|error| error.error_len().is_none())
}

const SIGNATURES: &[(&[u8], &str)] = &[
    (b"\x00\x00\xfe\xff", "UTF-32 text, which is not supported"),
    (b"\xff\xfe\x00\x00", "UTF-32 text, which is not supported"),
    (b"\x1f\x8b", "a gzip archive within another"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive within another"),
    (b"BZh9", "a bzip2 archive"),
    (b"\x7fELF", "a program"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"%PDF-", "a PDF file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive within another"),
    (b"PAR1", "a Parquet file"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"),
];

#[cfg(test)]
mod tests {
    use super::{binary, charset, jsonl, page, utf16};

    #[test]
    fn pages_are_known_by_their_first_tag_and_state_their_charset() {
        assert!(page(b"\xef\xbb\xbf\n<!DOCTYPE html><html>"));
        assert!(page(b"<HTML lang=en>"));
        assert!(!page(b"<3 is what she wrote."));
        assert_eq!(charset(b"<meta charset='iso-8859-1'>").unwrap().name(), "windows-1252");
        assert_eq!(
            charset(b"<meta http-equiv=x content=\"text/html; charset=windows-1251\">").unwrap().name(),
            "windows-1251"
        );
        assert!(charset(b"<meta charset=utf-16>").is_none());
        assert!(charset(b"<p>no charset here").is_none());
    }

    #[test]
    fn pictures_and_noise_are_binary_and_damaged_text_is_not() {
        assert_eq!(binary(b"\x89PNG\r\n\x1a\n\x00\x00"), Some("a PNG picture"));
        assert_eq!(binary(&[0, 1, 2, 3, 4, 5, 0, 0, 0]), Some("binary data"));
        assert_eq!(binary(b"Rain\x00fell on \x00 Bela."), None);
        assert_eq!(binary("Zoë Orr, Łódź".as_bytes()), None);
        assert_eq!(binary(b"Caf\xe9 Bela"), None);
        assert_eq!(binary(b""), None);
    }

    #[test]
    fn utf16_is_known_without_a_mark() {
        let little: Vec<u8> = "Rain fell.".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "Rain fell.".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(utf16(&little).unwrap().name(), "UTF-16LE");
        assert_eq!(utf16(&big).unwrap().name(), "UTF-16BE");
        assert_eq!(utf16(b"Rain fell.\x00"), None);
    }

    #[test]
    fn an_object_with_a_field_is_jsonl() {
        assert!(jsonl(b"\n { \"text\": \"x\"}"));
        assert!(jsonl(b"\xef\xbb\xbf{\"text\": \"x\"}"));
        assert!(!jsonl(b"{Note} Rain fell."));
        assert!(!jsonl(b""));
    }
}
