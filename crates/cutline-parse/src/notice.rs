//! What pages say for themselves: menus, buttons, consent and newsletter
//! boxes, headings of related links.

mod lists;
mod whole;

use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use rustc_hash::FxHashSet;

use self::lists::{BUTTONS, CORRECTIONS, GALLERIES, LEGAL, PHRASES, RELATED};
use self::whole::EXACT;
use crate::furniture::starts;
use crate::heads::Heads;
use crate::words::bare;

/// What a line of furniture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Notice {
    /// A button, a menu entry, a share link, a consent box.
    Interface,
    /// A heading of links to other articles.
    Related,
    /// A heading, or a link, that stands within a line: 'Related: …'.
    RelatedLine,
    /// The end of the page: copyright, terms.
    Footer,
    /// A note on the article itself.
    Correction,
    /// A heading of a gallery.
    Gallery,
}

/// What the phrases in `line` say of it: it claims rights, or asks for consent.
/// They are only looked for in a `suspect` line, which holds a word of theirs
/// (`lexicon::NOTICE`).
pub(crate) fn phrase(line: &str, suspect: bool) -> Option<Notice> {
    let dated = memchr::memchr(0xa9, line.as_bytes()).is_some() && is_dated_copyright(line);
    if dated || starts(line, "copyright 20") {
        return Some(Notice::Footer);
    }
    if !suspect {
        return None;
    }
    let found = phrases().find(line)?;
    Some(if found.pattern().as_usize() < LEGAL { Notice::Footer } else { Notice::Interface })
}

/// '© 2021 …', '© Copyright …'.
fn is_dated_copyright(line: &str) -> bool {
    let year = |rest: &str| {
        let rest = rest.trim_start();
        rest.starts_with("20") || rest.starts_with("19") || starts(rest, "copyright")
    };
    line.find('©').is_some_and(|at| year(&line[at + '©'.len_utf8()..])) || starts(line, "copyright ©")
}

/// What `line` is, if it is furniture.
pub(crate) fn read(line: &str, words: usize) -> Option<Notice> {
    if !line.bytes().any(|b| b.is_ascii_alphabetic() || b >= 0x80) {
        return Some(Notice::Interface);
    }
    if line.ends_with(':') && heading(line, words) == Some(Notice::Related) {
        return Some(Notice::Related);
    }
    if is_exact(line) {
        return Some(Notice::Interface);
    }
    if CORRECTION_HEADS.start_of(line).is_some() {
        return Some(Notice::Correction);
    }
    let first = line.as_bytes()[0];
    if words <= 14 && (first.is_ascii_alphabetic() || !first.is_ascii()) {
        if let Some(found) = heading(line, words) {
            return Some(found);
        }
        if BUTTON_HEADS.start_of(line).is_some() {
            return Some(Notice::Interface);
        }
    }
    if line.starts_with('©') && words <= 12 {
        return Some(Notice::Footer);
    }
    None
}

/// 'Photos: Scenes of the harvest', 'In pictures'.
pub(crate) fn is_gallery(line: &str, words: usize) -> bool {
    let credited = || {
        line.split_once(':').is_some_and(|(_, rest)| {
            crate::credit::is_chain(rest.trim()) || words <= 4 && crate::credited::is_name(rest.trim())
        })
    };
    words <= 16
        && GALLERY_HEADS.start_of(line).is_some()
        && heading(line, words) == Some(Notice::Gallery)
        && !credited()
}

fn heading(line: &str, words: usize) -> Option<Notice> {
    let gallery = GALLERY_HEADS.start_of(line);
    if let Some(head) = gallery
        && (line.len() == head.len() || line[head.len()..].starts_with([':', ' ', '–', '—']) && words <= 14)
        && !crate::wrap::ends_sentence(line.trim_end_matches(':'))
        && (line[head.len()..].starts_with(':') || line.len() == head.len())
    {
        return Some(Notice::Gallery);
    }
    let head = RELATED_HEADS.start_of(line)?;
    let rest = &line[head.len()..];
    let whole = rest.is_empty() || rest.starts_with(|c: char| !c.is_alphanumeric());
    if !whole {
        return None;
    }
    if rest.starts_with([':', '|']) && rest.len() > 2 {
        return Some(Notice::RelatedLine);
    }
    let ends = rest.ends_with('.') && !rest.ends_with("...");
    (words <= 8 && !ends).then_some(Notice::Related)
}

/// No entry of [`EXACT`] is longer.
const LONGEST: usize = 40;

/// Whether `line` is an entry of [`EXACT`], case and marks at its ends aside.
fn is_exact(line: &str) -> bool {
    static SET: OnceLock<FxHashSet<&'static [u8]>> = OnceLock::new();
    if line.len() > LONGEST {
        return false;
    }
    let mut folded = [0; LONGEST];
    let mut len = 0;
    let mut rest = bare(line).as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        let quote = rest.strip_prefix("’".as_bytes());
        folded[len] = if quote.is_some() { b'\'' } else { byte.to_ascii_lowercase() };
        len += 1;
        rest = quote.unwrap_or(tail);
    }
    SET.get_or_init(|| EXACT.iter().map(|line| line.as_bytes()).collect()).contains(&folded[..len])
}

fn phrases() -> &'static AhoCorasick {
    static PHRASES_FOUND: OnceLock<AhoCorasick> = OnceLock::new();
    PHRASES_FOUND.get_or_init(|| {
        AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(PHRASES)
            .expect("the phrases make a small automaton")
    })
}

static CORRECTION_HEADS: Heads<{ CORRECTIONS.len() }> = Heads::of(CORRECTIONS);
static RELATED_HEADS: Heads<{ RELATED.len() }> = Heads::of(RELATED);
static GALLERY_HEADS: Heads<{ GALLERIES.len() }> = Heads::of(GALLERIES);
static BUTTON_HEADS: Heads<{ BUTTONS.len() }> = Heads::of(BUTTONS);

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(line: &str) -> Option<Notice> {
        read(line, line.split_whitespace().count()).or_else(|| phrase(line, true))
    }

    #[test]
    fn every_phrase_holds_a_word_that_makes_a_line_suspect() {
        use crate::lexicon::{self, class};
        for phrase in PHRASES {
            let mut words = phrase.split(' ').map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
            assert!(words.any(|word| class(word) & lexicon::NOTICE != 0), "{phrase}");
        }
    }

    #[test]
    fn furniture_is_known() {
        assert_eq!(kind("Close"), Some(Notice::Interface));
        assert_eq!(kind("Lodz Courier's Profile Picture"), Some(Notice::Interface));
        assert_eq!(kind("People are also reading…"), Some(Notice::Related));
        assert_eq!(kind("Photos: Scenes of the harvest"), Some(Notice::Gallery));
        assert_eq!(kind("© 2021 Lodz Courier"), Some(Notice::Footer));
        assert_eq!(kind("More people came than the hall could hold."), None);
        assert_eq!(kind("Rain fell on the town."), None);
        assert_eq!(kind("READ MORE: Mine closes"), Some(Notice::RelatedLine));
    }
}
