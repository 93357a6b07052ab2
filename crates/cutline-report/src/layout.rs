//! What a view looks like, apart from where it is shown: headings, paragraphs
//! and tables, with two renderers.
//!
//! Texts go in as they stand in the documents. Each renderer makes them safe
//! for its own medium: see [`visible`] and the module of the Markdown renderer.

mod markdown;
mod measure;
mod terminal;

#[cfg(feature = "page")]
pub(crate) use measure::is_unsafe;
pub use measure::visible;
pub use terminal::Terminal;

/// A view, ready to be rendered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// From top to bottom.
    pub parts: Vec<Part>,
}

/// A piece of a [`Page`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A heading, and a remark that stands beside it.
    Heading {
        /// 1 for a section, 2 for a part of one.
        level: u8,
        /// What it says.
        text: String,
        /// Counts and the like; may be empty.
        note: String,
    },
    /// Running text, wrapped where it is shown.
    Paragraph(Text),
    /// Rows in aligned columns.
    Table(Table),
}

impl Page {
    /// A heading with a remark; the remark may be empty.
    pub fn heading(&mut self, level: u8, text: impl Into<String>, note: impl Into<String>) {
        self.parts.push(Part::Heading { level, text: text.into(), note: note.into() });
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: impl Into<Text>) {
        self.parts.push(Part::Paragraph(text.into()));
    }

    /// A table; one without rows is left out.
    pub fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.parts.push(Part::Table(table));
        }
    }

    /// All parts of another page.
    pub fn append(&mut self, other: Page) {
        self.parts.extend(other.parts);
    }

    /// For a terminal.
    pub fn terminal(&self, terminal: &Terminal) -> String {
        terminal::render(self, terminal)
    }

    /// As GitHub-flavoured Markdown.
    pub fn markdown(&self) -> String {
        markdown::render(self)
    }
}

/// Words in one or more styles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// In reading order.
    pub runs: Vec<(Style, String)>,
}

/// How words look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// As the words around.
    Plain,
    /// What the eye should find first.
    Strong,
    /// What it may pass over.
    Faint,
    /// What is doubtful.
    Doubt,
}

impl Text {
    /// With more words behind.
    #[must_use]
    pub fn and(mut self, style: Style, words: impl Into<String>) -> Text {
        let words = words.into();
        if !words.is_empty() {
            self.runs.push((style, words));
        }
        self
    }

    /// Words in one style.
    pub fn styled(style: Style, words: impl Into<String>) -> Text {
        Text::default().and(style, words)
    }

    /// Words to pass over.
    pub fn faint(words: impl Into<String>) -> Text {
        Text::styled(Style::Faint, words)
    }

    /// Words to find first.
    pub fn strong(words: impl Into<String>) -> Text {
        Text::styled(Style::Strong, words)
    }
}

impl From<String> for Text {
    fn from(words: String) -> Text {
        Text::styled(Style::Plain, words)
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Text {
        Text::styled(Style::Plain, words)
    }
}

/// Rows in aligned columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// From left to right.
    pub columns: Vec<Column>,
    /// Each as long as `columns`.
    pub rows: Vec<Vec<Text>>,
}

/// A column of a [`Table`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands above it; a table whose heads are all empty shows none.
    pub head: &'static str,
    /// Numbers stand right.
    pub right: bool,
    /// What happens when there is no room.
    pub fit: Fit,
}

/// What happens to a column when a table is wider than the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// Nothing: its cells are short.
    Keep,
    /// Cells are cut off, down to that many places.
    Cut(usize),
    /// Cells go on in further lines, down to that many places.
    Wrap(usize),
}

impl Column {
    /// Short cells.
    pub fn keep(head: &'static str) -> Column {
        Column { head, right: false, fit: Fit::Keep }
    }

    /// Numbers.
    pub fn number(head: &'static str) -> Column {
        Column { head, right: true, fit: Fit::Keep }
    }

    /// Cells that are cut off.
    pub fn cut(head: &'static str, least: usize) -> Column {
        Column { head, right: false, fit: Fit::Cut(least) }
    }

    /// Cells that go on in further lines.
    pub fn wrap(head: &'static str, least: usize) -> Column {
        Column { head, right: false, fit: Fit::Wrap(least) }
    }
}

impl Table {
    /// An empty table.
    pub fn new(columns: impl Into<Vec<Column>>) -> Table {
        Table { columns: columns.into(), rows: Vec::new() }
    }

    /// One more row.
    pub fn row<const N: usize>(&mut self, cells: [Text; N]) {
        debug_assert_eq!(cells.len(), self.columns.len());
        self.rows.push(cells.into());
    }

    fn has_heads(&self) -> bool {
        self.columns.iter().any(|column| !column.head.is_empty())
    }
}
