//! A piece with what can be told of it alone, before its neighbours are asked.

use cutline_text::Span;

use crate::byline::{self, Byline};
use crate::caption::{single_spaced, view};
use crate::credit;
use crate::furniture::{self, file_marker};
use crate::layout::Piece;
use crate::lexicon::{self, class};
use crate::notice::{self, Notice};
use crate::stamp;
use crate::wrap::ends_sentence;

/// What a piece is by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Nothing can be told.
    None,
    /// Running text: sentences with an end.
    Prose,
    /// A caption, by FILE marker, label or credit.
    Caption(&'static str),
    /// A credit and nothing else.
    Credit(credit::Found),
    /// A line of date and time.
    Stamp,
    /// 'By …'.
    Byline(Byline),
    /// The author line of a post: '— Name (@name) May 3, 2021'.
    Post,
    /// Furniture of the page.
    Notice(Notice),
}

/// A piece, its mark, and a few measures.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) piece: Piece,
    pub(crate) mark: Mark,
    pub(crate) words: usize,
    /// Whether it ends as sentences do.
    pub(crate) ends: bool,
}

/// Reads what `piece` is by itself.
pub(crate) fn read(text: &str, piece: Piece) -> Item {
    let raw = &text[piece.text];
    let (words, function, suspect) = count(raw);
    let ends = ends_sentence(raw);
    let mark = match memchr::memchr(b'\n', raw.as_bytes()) {
        None => mark(raw, words, function, suspect),
        Some(_) => match mark(&single_spaced(raw), words, function, suspect) {
            Mark::Credit(found) => Mark::Credit(unwrapped(raw, found)),
            mark => mark,
        },
    };
    Item { piece, mark, words, ends }
}

/// A credit found in the unwrapped words, carried home to the wrapped ones.
fn unwrapped(raw: &str, found: credit::Found) -> credit::Found {
    let view = view(raw);
    let home = |span| view.to_source(span).0;
    credit::Found { outer: home(found.outer), inner: home(found.inner), sure: found.sure }
}

/// Words, how many of the first ones are function words, and whether one of
/// them is a word of notices.
fn count(line: &str) -> (usize, usize, bool) {
    let (mut words, mut function, mut seen) = (0, 0, 0);
    for word in line.split_ascii_whitespace().take(40) {
        let marked = word.as_bytes().last().is_some_and(|b| b.is_ascii_punctuation());
        let class = class(if marked { &word[..word.len() - 1] } else { word });
        words += 1;
        function += usize::from(class & lexicon::FUNCTION != 0);
        seen |= class;
    }
    if words == 40 {
        words = (line.len() / 6).max(40);
    }
    (words, function, seen & lexicon::NOTICE != 0)
}

fn mark(line: &str, words: usize, function: usize, suspect: bool) -> Mark {
    let ends = ends_sentence(line);
    if line.is_empty() {
        return Mark::Notice(Notice::Interface);
    }
    if line.starts_with(['—', '–', '-']) && line.contains("(@") {
        return Mark::Post;
    }
    if words > 60 && file_marker(line).is_none() {
        return long(line, words, suspect);
    }
    if stamp::is_line(line) {
        return Mark::Stamp;
    }
    if (6..=260).contains(&words)
        && credit::bracket_at_end(line).is_some_and(|found| found.outer.start > 8 && !reports(&line[found.outer]))
    {
        return Mark::Caption("credit");
    }
    let phrase = notice::phrase(line, suspect).filter(|&found| found == Notice::Footer || !tells(line, words));
    if phrase == Some(Notice::Footer) {
        return Mark::Notice(Notice::Footer);
    }
    if starts_by(line)
        && let Some(found) = byline::marked(line)
    {
        return Mark::Byline(found);
    }
    if notice::is_gallery(line, words) {
        return Mark::Notice(Notice::Gallery);
    }
    if let Some(found) = credit::whole(line) {
        if line[found.inner.range()].starts_with('@') {
            return Mark::Notice(Notice::Interface);
        }
        return Mark::Credit(found);
    }
    if let Some(found) = caption(line, words) {
        return Mark::Caption(found);
    }
    if let Some(found) = notice::read(line, words).or(phrase) {
        return Mark::Notice(found);
    }
    if let Some(found) = byline::marked(line) {
        return Mark::Byline(found);
    }
    let prose =
        ends && words >= 5 && function > 0 || words >= 25 && function >= 4 || ends && words >= 3 && is_quoted(line);
    if prose { Mark::Prose } else { Mark::None }
}

/// Too long for anything but running text, a caption or a legal notice.
fn long(line: &str, words: usize, suspect: bool) -> Mark {
    let phrase = notice::phrase(line, suspect).filter(|&found| found == Notice::Footer || !tells(line, words));
    if let Some(found) = caption(line, words) {
        return Mark::Caption(found);
    }
    match notice::read(line, words).or(phrase) {
        Some(found) if found == Notice::Footer || words < 90 => Mark::Notice(found),
        _ => Mark::Prose,
    }
}

/// Whether a line with words of consent boxes in it tells of something: a box
/// speaks to its reader, or of the site as 'we'.
fn tells(line: &str, words: usize) -> bool {
    let speaks = |word: &str| {
        let word = crate::words::bare(word);
        ["you", "your", "our", "we", "us", "click", "subscribe", "sign"]
            .iter()
            .any(|own| own.eq_ignore_ascii_case(word))
    };
    words >= 25 && !line.split_ascii_whitespace().take(120).any(speaks)
}

/// Why `line` is a caption, if it shows.
fn caption(line: &str, words: usize) -> Option<&'static str> {
    if file_marker(line).is_some() {
        return Some("file-marker");
    }
    if !(3..=260).contains(&words) {
        return None;
    }
    if let Some(found) = credit::at_end(line).filter(|found| found.sure && found.outer.start > 8)
        && !reports(&line[found.outer])
    {
        return Some("credit");
    }
    let bare = furniture::unwrap(line);
    let counted = bare.labelled && bare.span.start > 0 && line[bare.span].split_whitespace().count() >= 3;
    counted.then_some("caption-label")
}

/// '(Reporting by …)' credits the writers.
fn reports(credit: &str) -> bool {
    ["reporting", "writing by", "editing by"].iter().any(|word| {
        credit
            .get(..40.min(crate::layout::floor(credit, 40)))
            .is_some_and(|head| head.to_ascii_lowercase().contains(word))
    })
}

fn starts_by(line: &str) -> bool {
    furniture::starts(line, "by ") || furniture::starts(line, "by: ")
}

/// '“Yes,” he said.'
fn is_quoted(line: &str) -> bool {
    line.starts_with(['“', '"', '‘', '\''])
}

impl Item {
    /// Whether it is running text.
    pub(crate) fn is_prose(&self) -> bool {
        self.mark == Mark::Prose
    }

    /// Whether it is a line that nothing can be told of: a heading or a link.
    pub(crate) fn is_short(&self) -> bool {
        self.mark == Mark::None
    }

    /// Whether it opens a list of links.
    pub(crate) fn is_related(&self) -> bool {
        matches!(self.mark, Mark::Notice(Notice::Related))
    }

    /// Whether it is a button or the like.
    pub(crate) fn is_interface(&self) -> bool {
        matches!(self.mark, Mark::Notice(Notice::Interface))
    }

    /// Its text without bullets.
    pub(crate) fn line(&self) -> Span {
        self.piece.text
    }
}
