//! Lone surrogates in JSON strings.
//!
//! JSON (RFC 8259, section 8.2) lets `"\ud83d"` stand alone, as programs that
//! cut strings in the middle of an emoji write it. No UTF-8 text can hold it.

/// `line` with every lone surrogate escape replaced by `\ufffd`, and how many
/// there were; nothing if there was none.
///
/// Of a line that is valid JSON otherwise nothing else changes: a backslash
/// occurs inside strings only, and escaped backslashes are skipped in pairs.
pub(crate) fn mend(line: &str) -> Option<(String, usize)> {
    let mut mended = String::new();
    let (mut copied, mut count, mut at) = (0, 0, 0);
    while let Some(found) = memchr::memchr(b'\\', &line.as_bytes()[at..]) {
        at += found;
        match surrogate(line, at) {
            Some(Half::High) if surrogate(line, at + 6) == Some(Half::Low) => at += 12,
            Some(_) => {
                mended.push_str(&line[copied..at]);
                mended.push_str("\\ufffd");
                at += 6;
                (copied, count) = (at, count + 1);
            }
            None => at = (at + 2).min(line.len()),
        }
    }
    mended.push_str(&line[copied..]);
    (count > 0).then_some((mended, count))
}

#[derive(PartialEq)]
enum Half {
    High,
    Low,
}

/// The surrogate whose escape begins at byte `at`.
fn surrogate(line: &str, at: usize) -> Option<Half> {
    let escape = line.as_bytes().get(at..at + 6)?;
    let [b'\\', b'u', b'd' | b'D', second, third, fourth] = escape else { return None };
    if !third.is_ascii_hexdigit() || !fourth.is_ascii_hexdigit() {
        return None;
    }
    match second {
        b'8' | b'9' | b'a' | b'b' | b'A' | b'B' => Some(Half::High),
        b'c'..=b'f' | b'C'..=b'F' => Some(Half::Low),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::mend;

    #[test]
    fn only_lone_surrogates_are_replaced() {
        assert_eq!(mend(r#""\ud83d\ude00 fine""#), None);
        assert_eq!(mend(r#""\\ud83d is text""#), None);
        assert_eq!(mend(r#""\ud83d cut""#), Some((r#""\ufffd cut""#.into(), 1)));
        assert_eq!(mend(r#""\ude00\uD83D""#), Some((r#""\ufffd\ufffd""#.into(), 2)));
        assert_eq!(mend(r#""\ud83d\ud83d\ude00""#), Some((r#""\ufffd\ud83d\ude00""#.into(), 1)));
    }

    #[test]
    fn a_line_that_ends_in_an_escape_is_no_danger() {
        for cut in ["\\", "\\u", "\\ud8", "\\ud83d", "\\ud83d\\u", "\\é", "\\ud83é"] {
            mend(cut);
        }
        assert_eq!(mend("\\ud83d\\"), Some(("\\ufffd\\".into(), 1)));
    }
}
