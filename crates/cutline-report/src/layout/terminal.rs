//! The terminal renderer.

use super::measure::{cut, overflow, visible, whole_words, width};
use super::{Fit, Page, Part, Style, Table, Text};

/// The screen a page is rendered for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// Places in a line; less than 40 is taken as 40.
    pub width: usize,
    /// Whether styles are shown by escape sequences.
    pub colour: bool,
}

impl Default for Terminal {
    fn default() -> Terminal {
        Terminal { width: 100, colour: false }
    }
}

/// Places between columns, and before text that belongs to a heading.
const GAP: usize = 2;

pub(super) fn render(page: &Page, terminal: &Terminal) -> String {
    let mut screen = Screen { out: String::new(), colour: terminal.colour, width: terminal.width.max(40) };
    for (n, part) in page.parts.iter().enumerate() {
        // No empty line beneath a heading.
        if n > 0 && !matches!(page.parts[n - 1], Part::Heading { .. }) {
            screen.out.push('\n');
        }
        screen.part(part);
    }
    screen.out
}

struct Screen {
    out: String,
    colour: bool,
    width: usize,
}

impl Screen {
    fn part(&mut self, part: &Part) {
        match part {
            Part::Heading { level, text, note } => self.heading(*level, text, note),
            Part::Paragraph(text) => {
                for line in wrapped(text, self.width - GAP) {
                    self.line(GAP, &line);
                }
            }
            Part::Table(table) => self.table(table),
        }
    }

    fn heading(&mut self, level: u8, text: &str, note: &str) {
        let text = if level == 1 { visible(text).to_uppercase() } else { visible(text).into_owned() };
        let text = cut(&text, self.width).into_owned();
        let room = self.width.saturating_sub(width(&text) + GAP);
        let mut line = Text::strong(text);
        if !note.is_empty() && room > 8 {
            line = line.and(Style::Plain, "  ").and(Style::Faint, cut(&visible(note), room));
        }
        self.line(0, &line);
    }

    fn table(&mut self, table: &Table) {
        let widths = widths(table, self.width - GAP);
        if table.has_heads() {
            let heads: Vec<Text> = table.columns.iter().map(|column| Text::faint(column.head)).collect();
            self.row(table, &widths, &heads);
        }
        for row in &table.rows {
            self.row(table, &widths, row);
        }
    }

    fn row(&mut self, table: &Table, widths: &[usize], cells: &[Text]) {
        let cells: Vec<Vec<Text>> = (table.columns.iter().zip(widths).zip(cells))
            .map(|((column, &width), cell)| match column.fit {
                Fit::Wrap(_) => wrapped(cell, width),
                _ => vec![shortened(cell, width)],
            })
            .collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        for n in 0..height {
            let mut line = Text::default();
            for ((column, &room), cell) in table.columns.iter().zip(widths).zip(&cells) {
                let empty = Text::default();
                let piece = cell.get(n).unwrap_or(&empty);
                let pad = " ".repeat(room.saturating_sub(text_width(piece)));
                let (before, after) = if column.right { (pad, String::new()) } else { (String::new(), pad) };
                line = line.and(Style::Plain, before);
                line.runs.extend(piece.runs.iter().cloned());
                line = line.and(Style::Plain, after + "  ");
            }
            self.line(GAP, &line);
        }
    }

    /// Writes a line without white space at its end.
    fn line(&mut self, indent: usize, line: &Text) {
        let start = self.out.len();
        self.out.extend(std::iter::repeat_n(' ', indent));
        for (style, words) in &line.runs {
            match code(*style).filter(|_| self.colour && !words.trim().is_empty()) {
                Some(code) => self.out.push_str(&format!("\x1b[{code}m{words}\x1b[0m")),
                None => self.out.push_str(words),
            }
        }
        let end = self.out[start..].trim_end().len();
        self.out.truncate(start + end);
        self.out.push('\n');
    }
}

fn code(style: Style) -> Option<&'static str> {
    match style {
        Style::Plain => None,
        Style::Strong => Some("1"),
        Style::Faint => Some("2"),
        Style::Doubt => Some("33"),
    }
}

/// Places that a column keeps however narrow the screen is.
const LEAST: usize = 6;

/// How wide each column is in `room` places: as wide as its cells, the widest
/// that may shrink made narrower until all fit; below what they ask for only
/// where there is no other way.
fn widths(table: &Table, room: usize) -> Vec<usize> {
    let heads = table.has_heads();
    let mut widths: Vec<usize> =
        table.columns.iter().map(|column| if heads { width(column.head) } else { 0 }).collect();
    for row in &table.rows {
        for (widest, cell) in widths.iter_mut().zip(row) {
            *widest = (*widest).max(visible_width(cell));
        }
    }
    let gaps = GAP * table.columns.len().saturating_sub(1);
    let asked = table.columns.iter().map(|column| match column.fit {
        Fit::Keep => usize::MAX,
        Fit::Cut(least) | Fit::Wrap(least) => least,
    });
    let asked: Vec<usize> = asked.collect();
    shrink(&mut widths, &asked, room.saturating_sub(gaps));
    let least: Vec<usize> = asked.iter().map(|&least| if least == usize::MAX { least } else { LEAST }).collect();
    shrink(&mut widths, &least, room.saturating_sub(gaps));
    widths
}

/// Makes the widest column that is above its floor as narrow as the next, and
/// so on, until all fit in `room` or none is above its floor.
fn shrink(widths: &mut [usize], floors: &[usize], room: usize) {
    loop {
        let excess = widths.iter().sum::<usize>().saturating_sub(room);
        let mut above: Vec<usize> = (0..widths.len()).filter(|&n| widths[n] > floors[n]).collect();
        above.sort_by_key(|&n| std::cmp::Reverse(widths[n]));
        let Some(&widest) = above.first().filter(|_| excess > 0) else { return };
        let next = above.get(1).map_or(0, |&n| widths[n]);
        let down = (widths[widest] - next).clamp(1, excess);
        widths[widest] = (widths[widest] - down).max(floors[widest]);
    }
}

fn visible_width(text: &Text) -> usize {
    text.runs.iter().map(|(_, words)| width(&visible(words))).sum()
}

fn text_width(text: &Text) -> usize {
    text.runs.iter().map(|(_, words)| width(words)).sum()
}

/// One line of at most `room` places.
fn shortened(text: &Text, room: usize) -> Text {
    let runs: Vec<(Style, _)> = text.runs.iter().map(|(style, words)| (*style, visible(words))).collect();
    let whole = runs.iter().map(|(_, words)| width(words)).sum::<usize>();
    let mut left = if whole > room { room.saturating_sub(1) } else { room };
    let mut line = Text::default();
    for (style, words) in &runs {
        let end = overflow(words, left);
        line = line.and(*style, &words[..end.unwrap_or(words.len())]);
        if end.is_some() {
            break;
        }
        left -= width(words);
    }
    if whole > room {
        let (style, last) = line.runs.pop().unwrap_or((Style::Plain, String::new()));
        line = line.and(style, format!("{}…", whole_words(&last)));
    }
    line
}

/// Lines of at most `room` places, broken between words where that is possible.
fn wrapped(text: &Text, room: usize) -> Vec<Text> {
    let mut lines = vec![Text::default()];
    let mut used = 0;
    for (style, words) in &text.runs {
        let words = visible(words);
        for word in words.split_inclusive(' ') {
            let mut word = word;
            if used > 0 && used + width(word.trim_end()) > room {
                lines.push(Text::default());
                used = 0;
            }
            while let Some(end) = overflow(word.trim_end(), room).filter(|&end| used == 0 && end > 0) {
                push(&mut lines, *style, &word[..end]);
                lines.push(Text::default());
                word = &word[end..];
            }
            push(&mut lines, *style, word);
            used += width(word);
        }
    }
    lines
}

fn push(lines: &mut [Text], style: Style, words: &str) {
    let line = lines.last_mut().expect("there is always a line");
    match line.runs.last_mut() {
        Some((last, run)) if *last == style => run.push_str(words),
        _ => line.runs.push((style, words.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Column, Page, Table};
    use super::*;
    use proptest::prelude::*;

    fn table(cells: &[[&str; 3]]) -> Page {
        let mut table = Table::new([Column::cut("name", 8), Column::number("n"), Column::wrap("what", 10)]);
        for &[a, b, c] in cells {
            table.row([a.into(), b.into(), c.into()]);
        }
        let mut page = Page::default();
        page.heading(1, "People", "2 of 9");
        page.table(table);
        page
    }

    #[test]
    fn aligns_and_wraps() {
        let page = table(&[
            ["Ana Bela", "7", "mayor"],
            ["Kit Orr", "12", "a clerk who has kept the books of the harbour for forty years"],
        ]);
        insta::assert_snapshot!(page.terminal(&Terminal { width: 44, colour: false }), @r"
        PEOPLE  2 of 9
          name       n  what
          Ana Bela   7  mayor
          Kit Orr   12  a clerk who has kept the
                        books of the harbour for
                        forty years
        ");
    }

    #[test]
    fn colours_only_when_asked() {
        let page = table(&[["Ana", "1", "\u{1b}[31mred"]]);
        assert!(page.terminal(&Terminal { width: 60, colour: true }).starts_with("\u{1b}[1mPEOPLE\u{1b}[0m"));
        assert!(!page.terminal(&Terminal { width: 60, colour: false }).contains('\u{1b}'));
    }

    proptest! {
        #[test]
        fn no_line_is_too_long(cells in proptest::collection::vec(("\\PC{0,90}", "[0-9]{1,3}", "\\PC{0,200}"), 0..5), wide in 40usize..120) {
            let rows: Vec<[&str; 3]> = cells.iter().map(|(a, b, c)| [a.as_str(), b, c]).collect();
            let shown = table(&rows).terminal(&Terminal { width: wide, colour: false });
            for line in shown.lines() {
                prop_assert!(width(line) <= wide, "{} > {wide}: {line:?}", width(line));
            }
        }
    }
}
