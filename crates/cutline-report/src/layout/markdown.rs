//! The Markdown renderer: GitHub-flavoured, which most viewers read.
//!
//! Words of documents are untrusted: whatever Markdown or HTML could read as
//! mark-up is escaped with a backslash (CommonMark 0.31, 2.4), so that a
//! `<script>` or a `[link](…)` in a text stays text.

use super::measure::visible;
use super::{Page, Part, Style, Table, Text};

pub(super) fn render(page: &Page) -> String {
    let mut out = String::new();
    for part in &page.parts {
        if !out.is_empty() {
            out.push('\n');
        }
        match part {
            Part::Heading { level, text, note } => {
                out.push_str(&format!("{} {}\n", "#".repeat(usize::from(*level) + 1), escaped(text)));
                if !note.is_empty() {
                    out.push_str(&format!("\n{}\n", at_line_start(&escaped(note))));
                }
            }
            Part::Paragraph(text) => {
                out.push_str(&at_line_start(&styled(text)));
                out.push('\n');
            }
            Part::Table(table) => write_table(&mut out, table),
        }
    }
    out
}

fn write_table(out: &mut String, table: &Table) {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    out.push_str(&line(table.columns.iter().map(|column| escaped(column.head)).collect()));
    let rule = |right: bool| if right { "---:" } else { "---" };
    out.push_str(&line(table.columns.iter().map(|column| rule(column.right).into()).collect()));
    for row in &table.rows {
        out.push_str(&line(row.iter().map(|cell| styled(cell).trim().to_owned()).collect()));
    }
}

fn styled(text: &Text) -> String {
    let mut out = String::new();
    for (style, words) in &text.runs {
        let shown = escaped(words);
        let inner = shown.trim();
        // Emphasis opens and closes at words, not at white space.
        let (before, after) = match inner.is_empty() {
            true => (shown.as_str(), ""),
            false => (&shown[..shown.len() - shown.trim_start().len()], &shown[shown.trim_end().len()..]),
        };
        out.push_str(before);
        match style {
            Style::Strong if !inner.is_empty() => out.push_str(&format!("**{inner}**")),
            Style::Doubt if !inner.is_empty() => out.push_str(&format!("*{inner}*")),
            _ => out.push_str(inner),
        }
        out.push_str(after);
    }
    out
}

/// With everything escaped that means something inside a line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in visible(text).chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    // An address in a document is not a link to follow from a report.
    out.replace("://", "\\://").replace("www.", "www\\.")
}

/// With what means something only at the head of a line escaped too.
fn at_line_start(line: &str) -> String {
    let line = line.trim_start();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (head, rest) = line.split_at(digits);
    let opens = if digits > 0 { rest.starts_with(['.', ')']) } else { rest.starts_with(['#', '+', '-', '=', ':']) };
    format!("{head}{}{rest}", if opens { "\\" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::super::{Column, Page, Style, Table, Text};

    #[test]
    fn untrusted_text_stays_text() {
        let mut page = Page::default();
        page.heading(1, "<script>alert(1)</script>", "1. of *many*");
        page.paragraph("- not a list");
        let mut table = Table::new([Column::cut("name", 8), Column::number("n")]);
        table.row([Text::strong(" a|b "), "[x](http://y)".into()]);
        table.row([Text::from("“so”").and(Style::Doubt, " perhaps"), "\u{1b}[2J".into()]);
        page.table(table);
        insta::assert_snapshot!(page.markdown(), @r"
        ## \<script\>alert(1)\</script\>

        1\. of \*many\*

        \- not a list

        | name | n |
        | --- | ---: |
        | **a\|b** | \[x\](http\://y) |
        | “so” *perhaps* | ␛\[2J |
        ");
    }
}
