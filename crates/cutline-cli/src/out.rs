//! Where results go.

use std::env;
use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::path::Path;

use anyhow::Context;
use cutline_report::{Page, Terminal};

use crate::flags::View;

/// Standard output or a file.
pub enum Out {
    /// Standard output.
    Stdout(BufWriter<Stdout>),
    /// The file of `-o`.
    File(BufWriter<File>),
}

/// The width of what is not shown on a terminal.
const WIDTH: usize = 100;

impl Out {
    /// The file if one is named, else standard output.
    ///
    /// # Errors
    /// If the file cannot be made.
    pub fn open(path: Option<&Path>) -> anyhow::Result<Out> {
        let Some(path) = path.filter(|path| path.as_os_str() != "-") else {
            return Ok(Out::Stdout(BufWriter::with_capacity(64 << 10, io::stdout())));
        };
        let file = File::create(path).with_context(|| format!("{}: cannot be written", path.display()))?;
        Ok(Out::File(BufWriter::with_capacity(64 << 10, file)))
    }

    /// Writes a page as the view shows it.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn show(&mut self, page: &Page, view: View) -> io::Result<()> {
        let text = match view {
            View::Terminal => page.terminal(&self.terminal()),
            View::Markdown => page.markdown(),
        };
        self.write_all(text.as_bytes())
    }

    /// How wide and how colourful results may be.
    ///
    /// `COLUMNS` overrules the terminal's width. Colour is for terminals only,
    /// and not where `NO_COLOR` is set or `TERM` is `dumb`.
    fn terminal(&self) -> Terminal {
        let is_terminal = matches!(self, Out::Stdout(_)) && io::stdout().is_terminal();
        let given = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let own = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        let width = given.or_else(|| if is_terminal { own() } else { None });
        let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
        Terminal { width: width.unwrap_or(WIDTH), colour: is_terminal && !is_set("NO_COLOR") && !dumb }
    }

    /// Writes out what is still held.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn finish(mut self) -> anyhow::Result<()> {
        self.flush().context("the output cannot be written")
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Out::Stdout(out) => out.write(bytes),
            Out::File(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Out::Stdout(out) => out.flush(),
            Out::File(out) => out.flush(),
        }
    }
}
