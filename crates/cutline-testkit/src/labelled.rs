//! Words over labels.

use cutline_text::Span;

/// A span and what to write beneath it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands.
    pub span: Span,
    /// Written from its first place on, filled with `-` to its last.
    pub label: String,
}

impl Mark {
    /// A label beneath a span.
    pub fn new(span: Span, label: impl Into<String>) -> Mark {
        Mark { span, label: label.into() }
    }
}

/// Places in a line of a snapshot.
const WIDTH: usize = 100;

/// The words `within` the text in lines of at most 100 places, each behind
/// `> ` and followed by lines of labels behind `# `. Labels that overlap or do
/// not fit side by side take further lines; what goes on in the next line of
/// words is drawn there with `-` alone.
pub fn labelled(text: &str, within: Span, marks: &[Mark]) -> String {
    let mut marks: Vec<&Mark> = marks.iter().filter(|mark| mark.span.overlaps(within)).collect();
    marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
    let mut out = String::new();
    for line in broken(text, within) {
        out.push_str(&format!("> {}\n", visible(&text[line])));
        for row in rows(text, line, &marks) {
            out.push_str(&format!("# {}\n", row.trim_end()));
        }
    }
    out
}

/// Lines of words: broken at line breaks and, when too long, at spaces.
fn broken(text: &str, within: Span) -> Vec<Span> {
    let mut lines = Vec::new();
    let (mut start, mut space, mut places) = (within.range().start, None, 0);
    for (at, c) in text[within].char_indices().map(|(at, c)| (at + within.range().start, c)) {
        if c == '\n' || places == WIDTH {
            let end = if c == '\n' { at } else { space.unwrap_or(at) };
            lines.push(Span::new(start, end));
            start = end + if text[end..].starts_with([' ', '\n']) { 1 } else { 0 };
            space = None;
            places = text[start..at.max(start)].chars().count();
            if c == '\n' {
                continue;
            }
        }
        if c == ' ' {
            space = Some(at).filter(|&at| at > start);
        }
        places += 1;
    }
    lines.push(Span::new(start.min(within.range().end), within.range().end));
    lines.retain(|line| !line.is_empty());
    lines
}

fn rows(text: &str, line: Span, marks: &[&Mark]) -> Vec<String> {
    let mut rows: Vec<(String, usize)> = Vec::new();
    for mark in marks {
        let Some(here) = mark.span.intersect(line) else { continue };
        let column = text[Span { start: line.start, end: here.start }].chars().count();
        let width = text[here].chars().count();
        let label = if here.start == mark.span.start { mark.label.as_str() } else { "" };
        let drawn = format!("{label}{}", "-".repeat(width.saturating_sub(label.chars().count())));
        let row = match rows.iter().position(|(_, end)| *end < column || *end == 0) {
            Some(row) => row,
            None => {
                rows.push((String::new(), 0));
                rows.len() - 1
            }
        };
        let (row, end) = &mut rows[row];
        row.push_str(&" ".repeat(column - *end));
        row.push_str(&drawn);
        *end = column + drawn.chars().count();
    }
    rows.into_iter().map(|(row, _)| row).collect()
}

fn visible(words: &str) -> String {
    words.chars().map(|c| if c.is_control() { '␦' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_and_broken_marks() {
        let text = format!("Zoë Orr of AP {}said.\nEnd", "wrote and wrote and ".repeat(5));
        let span = |words: &str| {
            let at = text.find(words).unwrap();
            Span::new(at, at + words.len())
        };
        let quote = Span::new(0, text.find("said").unwrap());
        let marks = [
            Mark::new(quote, "quote"),
            Mark::new(span("Zoë Orr"), "PERSON"),
            Mark::new(span("AP"), "ORG"),
            Mark::new(span("End"), "X"),
        ];
        let shown = labelled(&text, Span::of(&text), &marks);
        assert_eq!(
            shown,
            "\
> Zoë Orr of AP wrote and wrote and wrote and wrote and wrote and wrote and wrote and wrote and wrote
# quote----------------------------------------------------------------------------------------------
# PERSON-    ORG
> and wrote and said.
# --------------
> End
# X--
"
        );
    }
}
