//! Words on a screen: what they show, how wide they are, where they break.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar;

/// `text` with everything that could steer a terminal or turn the reading
/// order made visible: control characters as the pictures of U+2400, the
/// others as `<U+202E>`; white space as single spaces.
///
/// ```
/// assert_eq!(cutline_report::visible("a\u{1b}[31mb\n c"), "a␛[31mb c");
/// ```
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| !is_unsafe(c)) && !text.contains("  ") {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut spaced = false;
    for c in text.chars() {
        let blank =
            c == ' ' || matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
        match c {
            _ if blank && spaced => {}
            _ if blank => shown.push(' '),
            '\0'..='\x1f' => shown.extend(char::from_u32(0x2400 + c as u32)),
            '\x7f' => shown.push('␡'),
            c if is_unsafe(c) => shown.push_str(&format!("<U+{:04X}>", c as u32)),
            c => shown.push(c),
        }
        spaced = blank;
    }
    Cow::Owned(shown)
}

/// C0 and C1 controls, line and paragraph separators, and what turns the
/// reading order (Unicode Technical Report 36, 'bidirectional text spoofing').
pub(crate) fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// How many places of a terminal `text` takes. For text that is [`visible`].
pub(super) fn width(text: &str) -> usize {
    text.chars().map(places).sum()
}

fn places(c: char) -> usize {
    c.width().unwrap_or(0)
}

/// `text` in at most `room` places, with '…' where something is left out.
pub(super) fn cut(text: &str, room: usize) -> Cow<'_, str> {
    let Some(end) = overflow(text, room) else { return Cow::Borrowed(text) };
    let kept = &text[..overflow(&text[..end], room.saturating_sub(1)).unwrap_or(end)];
    Cow::Owned(format!("{}…", whole_words(kept)))
}

/// What was cut somewhere, cut back to the end of a word if that leaves most.
pub(super) fn whole_words(kept: &str) -> &str {
    let whole = kept.rfind(' ').map(|at| &kept[..at]).filter(|whole| whole.len() * 3 > kept.len() * 2);
    whole.unwrap_or(kept).trim_end_matches([',', ';', ':', ' '])
}

/// Where the part of `text` ends that fits in `room` places, if not all does.
pub(super) fn overflow(text: &str, room: usize) -> Option<usize> {
    let mut used = 0;
    for (at, c) in text.char_indices() {
        used += places(c);
        if used > room {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn shows_what_would_steer() {
        assert_eq!(visible("\u{202e}evil\0\u{9b}31m"), "<U+202E>evil␀<U+009B>31m");
        assert_eq!(visible("plain “text”"), "plain “text”");
    }

    #[test]
    fn cuts_at_words() {
        assert_eq!(cut("President Ana Bela, who speaks", 21), "President Ana Bela…");
        assert_eq!(cut("President", 9), "President");
        assert_eq!(cut("Incomprehensibilities", 8), "Incompr…");
    }

    proptest! {
        #[test]
        fn cut_fits(text in "\\PC{0,60}", room in 1usize..40) {
            let text = visible(&text).into_owned();
            prop_assert!(width(&cut(&text, room)) <= room);
        }

        #[test]
        fn visible_is_safe(text in any::<String>()) {
            prop_assert!(visible(&text).chars().all(|c| !is_unsafe(c)));
        }
    }
}
