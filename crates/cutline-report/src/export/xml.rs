//! XML 1.0.

use std::fmt::Write;

/// The first line of every file.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// Text between tags or in an attribute. Characters that XML 1.0 cannot hold
/// become U+FFFD; a carriage return becomes a reference, since a reader would
/// make a line feed of it.
pub(super) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    push(&mut out, text, false);
    out
}

/// ` name="value"`, where there is a value.
pub(super) fn attribute(out: &mut String, name: &str, value: &str) {
    if value.is_empty() {
        return;
    }
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    push(out, value, true);
    out.push('"');
}

fn push(out: &mut String, text: &str, attribute: bool) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            // A reader makes spaces of them inside an attribute.
            '\t' | '\n' if attribute => {
                let _ = write!(out, "&#{};", c as u32);
            }
            '\t' | '\n' => out.push(c),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push(char::REPLACEMENT_CHARACTER),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{attribute, text};

    #[test]
    fn nothing_breaks_out() {
        assert_eq!(text("a < b & \"c\" ]]>\r\n\0"), "a &lt; b &amp; &quot;c&quot; ]]&gt;&#13;\n\u{fffd}");
        let mut tag = String::new();
        attribute(&mut tag, "value", "a\" onload=\"\n");
        attribute(&mut tag, "mod", "");
        assert_eq!(tag, " value=\"a&quot; onload=&quot;&#10;\"");
    }
}
