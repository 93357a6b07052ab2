//! Captions as they were before pages and programs mangled them.

use std::borrow::Cow;

/// `text` with HTML references decoded however often they were escaped, tags
/// taken out, and UTF-8 that was read as Windows-1252 read again.
pub(super) fn repair(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    for _ in 0..3 {
        if !text.as_bytes().contains(&b'&') {
            break;
        }
        let decoded = htmlize::unescape(&*text).into_owned();
        if decoded == *text {
            break;
        }
        text = Cow::Owned(decoded);
    }
    if text.as_bytes().contains(&b'<') {
        text = Cow::Owned(without_tags(&text));
    }
    if text.contains("â€") || text.contains('Ã') || text.contains('Â') {
        text = Cow::Owned(without_mojibake(&text));
    }
    text
}

fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let opens = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        let end = rest.bytes().take(300).position(|b| b == b'>').filter(|_| opens);
        out.push(if end.is_some() { ' ' } else { '<' });
        rest = &rest[end.unwrap_or(0) + 1..];
    }
    out.push_str(rest);
    out
}

fn without_mojibake(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let (repaired, len) = decode(rest).unwrap_or((c, c.len_utf8()));
        out.push(repaired);
        rest = &rest[len..];
    }
    out
}

/// The character whose UTF-8 bytes stand at the head of `text` as characters
/// of Windows-1252, and how many bytes of `text` they take.
fn decode(text: &str) -> Option<(char, usize)> {
    let mut bytes = [0; 4];
    let (mut count, mut len) = (0, 0);
    for c in text.chars().take(4) {
        let Some(byte) = windows_1252(c).filter(|&byte| byte >= 0x80) else { break };
        bytes[count] = byte;
        (count, len) = (count + 1, len + c.len_utf8());
        if let Ok(decoded) = std::str::from_utf8(&bytes[..count]) {
            return decoded.chars().next().map(|c| (c, len));
        }
    }
    // The third byte of the closing quotation mark is undefined in Windows-1252
    // and gets lost.
    text.starts_with("â€").then_some(('”', "â€".len()))
}

fn windows_1252(c: char) -> Option<u8> {
    match u32::from(c) {
        code @ (0..0x80 | 0xa0..0x100) => Some(code as u8),
        _ => HIGH.iter().position(|&high| high == c).map(|at| 0x80 + at as u8),
    }
}

/// The characters of Windows-1252 from 0x80 to 0x9f; NUL where there is none.
const HIGH: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“', '”', '•',
    '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mangled_text_is_mended() {
        assert_eq!(repair("<p>Ann &amp;amp; Bob</p>"), " Ann & Bob ");
        assert_eq!(
            repair("5 < 6 and â€œGoâ€\u{9d} or â€œStayâ€ of Zoë’s CafÃ©"),
            "5 < 6 and “Go”\u{9d} or “Stay” of Zoë’s Café"
        );
        assert_eq!(repair("a lone â stays, so does &zzz;"), "a lone â stays, so does &zzz;");
    }
}
