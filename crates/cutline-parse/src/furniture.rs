//! What pages wrap around captions: counters, labels, buttons, FILE markers.

use cutline_text::Span;

use crate::heads::Heads;

/// Length of the FILE marker that opens `caption`, with the dash or colon
/// behind it and the space after that: 'FILE - ', 'FILE PHOTO: ', '(FILES) '.
pub(crate) fn file_marker(caption: &str) -> Option<usize> {
    let (words, bracketed) = match caption.strip_prefix(['(', '[']) {
        Some(rest) => (rest, true),
        None => (caption, false),
    };
    let head = FILE_HEADS.start_of(words)?;
    let upper = words.starts_with("FILE");
    let rest = words[head.len()..].trim_start();
    let rest = if bracketed { rest.strip_prefix([')', ']'])?.trim_start() } else { rest };
    let tail = rest.trim_start_matches(['-', '–', '—', ':', ' ', '\u{a0}']);
    let dashed = tail.len() < rest.len();
    let spoken = rest.starts_with(|c: char| c.is_alphabetic());
    let good = bracketed && (upper || dashed) || dashed && !spoken || upper && head.len() > 5 && !spoken;
    (good && !tail.is_empty()).then(|| caption.len() - tail.len())
}

static FILE_HEADS: Heads<{ FILE_WORDS.len() }> = Heads::of(FILE_WORDS);

/// Longer ones first.
const FILE_WORDS: &[&str] =
    &["file photograph", "file photos", "file photo", "file picture", "file image", "file pic", "files", "file"];

/// Where the words of a caption stand within its wrapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bare {
    /// Without what is wrapped around it.
    pub(crate) span: Span,
    /// Furniture in the middle: '... [+]'.
    pub(crate) hole: Option<Span>,
    /// Whether a label said that it is a caption.
    pub(crate) labelled: bool,
    /// Whether it is cut off.
    pub(crate) truncated: bool,
}

/// Sees through counters ('Image 1 of 9', '4of4'), labels ('Image caption')
/// and buttons ('less', 'hide caption') around a caption.
pub(crate) fn unwrap(caption: &str) -> Bare {
    let mut span = Span::of(caption).trim(caption);
    let mut labelled = false;
    while let Some(len) = leading(&caption[span]) {
        labelled = true;
        span = Span { start: span.start + len as u32, end: span.end }.trim(caption);
    }
    let mut more = false;
    while let Some((len, says_more)) = trailing(&caption[span]) {
        more |= says_more;
        span = Span { start: span.start, end: span.end - len as u32 }.trim(caption);
    }
    let truncated = caption[span].ends_with("...") || caption[span].ends_with('…');
    let hole = hole(&caption[span]).map(|hole| hole.shift(span.start));
    Bare { span, hole, labelled, truncated: truncated || more && !crate::wrap::ends_sentence(&caption[span]) }
}

fn leading(words: &str) -> Option<usize> {
    if let Some(head) = LABEL_HEADS.start_of(words) {
        let rest = &words[head.len()..];
        let tail = rest.trim_start_matches([':', ',', '.', '-', '–', '—', '|', ' ', '\u{a0}']);
        let stopped = rest.trim_start().starts_with([':', '|', '-', '–', '—']);
        let alone = head.contains(' ') && rest.starts_with([' ', '\u{a0}', ',']);
        if !tail.is_empty() && (stopped || alone) {
            return Some(words.len() - tail.len());
        }
    }
    counter(words)
}

static LABEL_HEADS: Heads<{ LABELS.len() }> = Heads::of(LABELS);

/// Words that say that a caption follows.
const LABELS: &[&str] = &[
    "image caption",
    "photo caption",
    "picture caption",
    "media caption",
    "caption",
    "above",
    "toggle caption",
    "hide caption",
    "enlarge this image",
    "enlarge image",
    "view image in fullscreen",
    "open image in gallery",
    "image gallery",
    "view gallery",
    "lead image",
    "main image",
    "featured image",
    "cover photo",
];

/// '1 of 4', 'Image 1 of / 9', '4of4', '(2/12)', 'Photo 3:'.
fn counter(words: &str) -> Option<usize> {
    let first = words.as_bytes().first()?;
    if !matches!(first, b'0'..=b'9' | b'(' | b'[') && !b"ipsbfg".contains(&first.to_ascii_lowercase()) {
        return None;
    }
    let mut rest = words;
    let mut named = false;
    for noun in ["image", "photo", "picture", "slide", "photograph", "bild", "foto", "gallery"] {
        if starts(rest, noun) && rest[noun.len()..].starts_with([' ', '\u{a0}']) {
            rest = rest[noun.len()..].trim_start();
            named = true;
            break;
        }
    }
    let bracket = rest.starts_with(['(', '[']);
    rest = rest.strip_prefix(['(', '[']).unwrap_or(rest);
    rest = digits(rest)?;
    let spaced = rest.trim_start();
    let joined = ["of /", "of", "/", "von", "de"].iter().find_map(|word| {
        let after = spaced.strip_prefix(word)?;
        digits(after.trim_start())
    });
    let rest = match joined {
        Some(rest) => rest,
        None if named && spaced.starts_with(':') => spaced,
        None => return None,
    };
    let rest = if bracket { rest.trim_start().strip_prefix([')', ']'])? } else { rest };
    let tail = rest.trim_start_matches([':', '.', '-', '–', '—', '|', ' ', '\u{a0}']);
    let parted = rest.is_empty() || tail.len() < rest.len() || tail.starts_with(char::is_uppercase);
    parted.then(|| words.len() - tail.len()).filter(|&len| len < words.len())
}

fn digits(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=3).contains(&(text.len() - rest.len())).then_some(rest)
}

/// Length of a button at the end, and whether it says that there is more.
fn trailing(words: &str) -> Option<(usize, bool)> {
    let last = words.as_bytes().last()?.to_ascii_lowercase();
    TRAILING.iter().filter(|(tail, _)| tail.as_bytes()[tail.len() - 1] == last).find_map(|&(tail, more)| {
        let at = words.len().checked_sub(tail.len()).filter(|&at| at > 0 && words.is_char_boundary(at))?;
        let before = words[..at].chars().next_back()?;
        let parted = before.is_whitespace() || tail.starts_with('[') || matches!(before, '.' | ')' | '”' | '…');
        (words[at..].eq_ignore_ascii_case(tail) && parted).then_some((tail.len(), more))
    })
}

const TRAILING: &[(&str, bool)] = &[
    ("[+]", true),
    ("more", true),
    ("read more", true),
    ("show more", true),
    ("less", false),
    ("hide caption", false),
    ("toggle caption", false),
    ("enlarge image", false),
    ("view gallery", false),
    ("view fullscreen", false),
    ("open image in gallery", false),
    ("buy photo", false),
];

/// '... [+]' in the middle of a caption.
fn hole(words: &str) -> Option<Span> {
    let at = memchr::memmem::find(words.as_bytes(), b"[+]").filter(|&at| at > 0)?;
    let before = words[..at].trim_end_matches([' ', '.', '…']);
    Some(Span::new(before.len(), at + 3))
}

/// Whether `text` starts with `head`, whatever its case.
pub(crate) fn starts(text: &str, head: &str) -> bool {
    text.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bare(caption: &str) -> &str {
        &caption[unwrap(caption).span]
    }

    #[test]
    fn counters_and_labels() {
        assert_eq!(bare("Image 1 of 9 A dog runs."), "A dog runs.");
        assert_eq!(bare("4of4Rain falls. less"), "Rain falls.");
        assert_eq!(bare("Image caption A dog runs."), "A dog runs.");
        assert_eq!(bare("(2/12) A dog"), "A dog");
        assert_eq!(bare("1 of the dogs runs"), "1 of the dogs runs");
        assert_eq!(bare("Above all, it rains."), "Above all, it rains.");
    }

    #[test]
    fn file_markers() {
        assert_eq!(file_marker("FILE - A dog"), Some(7));
        assert_eq!(file_marker("FILE PHOTO: A dog"), Some(12));
        assert_eq!(file_marker("(FILES) A dog"), Some(8));
        assert_eq!(file_marker("Files were found"), None);
        assert_eq!(file_marker("File sharing grows"), None);
    }
}
