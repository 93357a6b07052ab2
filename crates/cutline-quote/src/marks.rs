//! The quotation-mark lexer: where quoted stretches begin and end.
//!
//! Marks are paired within one paragraph, so that a lost mark never shifts the
//! rest of the document. What a mark does follows from its surroundings first
//! (white space before it, none behind: it opens) and from its glyph only where
//! these do not tell: `"…”`, `“…"` and `“…“` all occur in scraped news.
//! An opening mark that nothing closes runs to the end of its paragraph if the
//! next paragraph opens again (the convention for long quotations) or if it is
//! the last mark; if another one opens first, it ends with its sentence.

use cutline_text::Span;

use crate::glyphs::{self, Glyph, Mark};

/// What stands between a pair of quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Marks included.
    pub span: Span,
    /// What stands between the marks.
    pub inner: Span,
    /// Whether a mark closes it.
    pub closed: bool,
    /// Whether the marks are single ones, as in headlines.
    pub single: bool,
}

/// The quoted stretches of the paragraph `within`, in order and apart; marks
/// inside another pair open nothing.
///
/// ```
/// use cutline_quote::stretches;
/// use cutline_text::Span;
///
/// let text = "\"Go,” said Ann. ‘It’s late’ was the dogs' answer.";
/// let found: Vec<&str> = stretches(text, Span::of(text)).iter().map(|s| &text[s.inner]).collect();
/// assert_eq!(found, ["Go,", "It’s late"]);
/// ```
pub fn stretches(text: &str, within: Span) -> Vec<Stretch> {
    let marks = glyphs::marks(text, within);
    if marks.is_empty() {
        return Vec::new();
    }
    let mut found = doubles(text, within, &marks);
    let singles = singles(text, &marks, &found);
    if !singles.is_empty() {
        found.extend(singles);
        found.sort_by_key(|stretch| stretch.span);
    }
    found
}

/// What a mark can do, judged by what stands around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Opens,
    Closes,
    Either,
}

fn doubles(text: &str, within: Span, marks: &[Mark]) -> Vec<Stretch> {
    let mut open: Vec<Mark> = Vec::new();
    let mut found: Vec<Stretch> = Vec::new();
    for &mark in marks.iter().filter(|mark| !mark.glyph.is_single()) {
        let closes = match shape(text, within, mark) {
            Shape::Opens => false,
            Shape::Closes => true,
            Shape::Either => !open.is_empty(),
        };
        if !closes {
            open.push(mark);
        } else if let Some(from) = open.pop() {
            found.push(between(from, mark.span));
        }
    }
    settle(text, within, &open, &mut found);
    found.sort_by_key(|stretch| (stretch.span.start, std::cmp::Reverse(stretch.span.end)));
    outermost(found)
}

/// Ends the marks that nothing closes.
fn settle(text: &str, within: Span, open: &[Mark], found: &mut Vec<Stretch>) {
    if open.is_empty() {
        return;
    }
    let mut starts: Vec<u32> = found.iter().map(|s| s.span.start).chain(open.iter().map(|m| m.span.start)).collect();
    starts.sort_unstable();
    for &mark in open {
        let next = starts.get(starts.partition_point(|&start| start < mark.span.end));
        let end = match next {
            None => Some(within.end),
            Some(&next) => sentence_end_before(text, mark.span.end, next),
        };
        let Some(end) = end else { continue };
        let inner = Span { start: mark.span.end, end }.trim(text);
        if text[inner].split_whitespace().nth(2).is_some() {
            found.push(Stretch { span: mark.span.cover(inner), inner, closed: false, single: false });
        }
    }
}

/// The last place before `limit` where a sentence ends.
fn sentence_end_before(text: &str, from: u32, limit: u32) -> Option<u32> {
    let piece = &text[Span { start: from, end: limit }];
    let at = piece.rfind(['.', '!', '?'])?;
    let behind = piece[at + 1..].chars().next();
    behind.is_none_or(char::is_whitespace).then_some(from + at as u32 + 1)
}

fn outermost(found: Vec<Stretch>) -> Vec<Stretch> {
    let mut kept: Vec<Stretch> = Vec::with_capacity(found.len());
    for stretch in found {
        if kept.last().is_none_or(|last| last.span.end <= stretch.span.start) && !stretch.inner.is_empty() {
            kept.push(stretch);
        }
    }
    kept
}

fn between(from: Mark, to: Span) -> Stretch {
    let inner = Span { start: from.span.end, end: to.start };
    Stretch { span: from.span.cover(to), inner, closed: true, single: from.glyph.is_single() }
}

fn shape(text: &str, within: Span, mark: Mark) -> Shape {
    let before = text[Span { start: within.start, end: mark.span.start }].chars().next_back();
    let after = text[Span { start: mark.span.end, end: within.end }].chars().next();
    let free_before = before.is_none_or(|c| c.is_whitespace() || "([{—–:\u{2018}'-".contains(c));
    let free_after = after.is_none_or(|c| c.is_whitespace() || ".,;:!?)]}—–".contains(c));
    match (free_before, free_after) {
        (true, false) => Shape::Opens,
        (false, true) if is_inch(before, mark) => Shape::Either,
        (false, true) => Shape::Closes,
        _ => match mark.glyph {
            Glyph::Open => Shape::Opens,
            Glyph::Close => Shape::Closes,
            _ if after.is_none_or(char::is_whitespace) => Shape::Closes,
            _ => Shape::Either,
        },
    }
}

/// `6'2"` and `12"`: a straight mark behind a digit may measure.
fn is_inch(before: Option<char>, mark: Mark) -> bool {
    mark.glyph == Glyph::Straight && before.is_some_and(|c| c.is_ascii_digit())
}

fn singles(text: &str, marks: &[Mark], doubles: &[Stretch]) -> Vec<Stretch> {
    let mut inside = doubles.iter().peekable();
    let outside: Vec<Mark> = marks
        .iter()
        .copied()
        .filter(|mark| {
            while inside.next_if(|stretch| stretch.span.end <= mark.span.start).is_some() {}
            mark.glyph.is_single() && inside.peek().is_none_or(|stretch| !stretch.span.overlaps(mark.span))
        })
        .collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < outside.len() {
        match single_close(text, &outside, at, doubles) {
            Some(end) => {
                found.push(between(outside[at], outside[end].span));
                at = end + 1;
            }
            None => at += 1,
        }
    }
    found
}

/// How many marks behind an opening single one are tried as its end.
const SINGLE_REACH: usize = 24;

fn single_close(text: &str, marks: &[Mark], at: usize, doubles: &[Stretch]) -> Option<usize> {
    if !opens_single(text, marks[at]) {
        return None;
    }
    let mut doubtful = None;
    for (end, &mark) in marks.iter().enumerate().skip(at + 1).take(SINGLE_REACH) {
        if opens_single(text, mark) {
            break;
        }
        if !closes_single(text, mark) || crosses(marks[at].span.cover(mark.span), doubles) {
            continue;
        }
        if !may_be_possessive(text, mark) {
            return Some(end);
        }
        doubtful = doubtful.or(Some(end));
    }
    doubtful
}

fn crosses(span: Span, doubles: &[Stretch]) -> bool {
    let at = doubles.partition_point(|stretch| stretch.span.end <= span.start);
    doubles.get(at).is_some_and(|stretch| stretch.span.overlaps(span))
}

fn opens_single(text: &str, mark: Mark) -> bool {
    let before = text[..mark.span.start as usize].chars().next_back();
    let rest = &text[mark.span.end as usize..];
    let free = before.is_none_or(|c| c.is_whitespace() || "([—–-:".contains(c));
    let glyph = mark.glyph != Glyph::CloseSingle || !starts_clipped(rest);
    let word = rest.starts_with(|c: char| c.is_alphanumeric() || "$£€.".contains(c));
    free && glyph && word && !(mark.glyph != Glyph::OpenSingle && starts_clipped(rest))
}

/// '’90s', '’em', '’til': words that begin with an apostrophe.
fn starts_clipped(rest: &str) -> bool {
    let word = &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())];
    let decade = word.len() == 3 && word.ends_with('s') && word.as_bytes()[..2].iter().all(u8::is_ascii_digit);
    let year = word.len() == 2 && word.bytes().all(|b| b.is_ascii_digit());
    decade || year || ["em", "til", "tis", "twas", "n", "cause", "bout", "round"].contains(&word)
}

fn closes_single(text: &str, mark: Mark) -> bool {
    let before = text[..mark.span.start as usize].chars().next_back();
    let after = text[mark.span.end as usize..].chars().next();
    mark.glyph != Glyph::OpenSingle
        && before.is_some_and(|c| !c.is_whitespace())
        && after.is_none_or(|c| c.is_whitespace() || ".,;:!?)]—–-".contains(c))
}

/// `the workers’ union`: behind an s, before a lower-case word.
fn may_be_possessive(text: &str, mark: Mark) -> bool {
    let before = text[..mark.span.start as usize].chars().next_back();
    let mut after = text[mark.span.end as usize..].chars();
    before == Some('s') && after.next() == Some(' ') && after.next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        stretches(text, Span::of(text)).iter().map(|stretch| &text[stretch.span]).collect()
    }

    #[test]
    fn pairs_of_every_make() {
        assert_eq!(
            cut("He said “a b” and \"c d\" and ''e f'' and ``g h''."),
            ["“a b”", "\"c d\"", "''e f''", "``g h''"]
        );
        assert_eq!(
            cut("the \"pragmatism and realism” and “begun,\" adding"),
            ["\"pragmatism and realism”", "“begun,\""]
        );
        assert_eq!(cut("“Please come .“ ok ”now then” x"), ["“Please come .“", "”now then”"]);
        assert_eq!(
            cut("&quot;Go now,&quot; she said; &#8220;run.&#8221;"),
            ["&quot;Go now,&quot;", "&#8220;run.&#8221;"]
        );
    }

    #[test]
    fn a_lost_mark_shifts_nothing() {
        assert_eq!(
            cut("“We came. “We saw,” said Ann. “We left.”"),
            ["“We came. “We saw,” said Ann. “We left.”"][..0]
                .iter()
                .copied()
                .chain(["“We saw,”", "“We left.”"])
                .collect::<Vec<_>>()
        );
        assert_eq!(cut("“We came here. “We saw,” said Ann."), ["“We came here.", "“We saw,”"]);
        assert_eq!(cut("We came here.” “We saw,” said Ann."), ["“We saw,”"]);
        assert_eq!(cut("Ann said: “We came here and"), ["“We came here and"]);
    }

    #[test]
    fn nested_marks_open_nothing() {
        assert_eq!(cut("\"He called it \"great\" today,\" she said."), ["\"He called it \"great\" today,\""]);
        assert_eq!(cut("“It is ‘over,’ he told me.”"), ["“It is ‘over,’ he told me.”"]);
    }

    #[test]
    fn single_marks_and_apostrophes() {
        assert_eq!(cut("Mayor says 'we won't pay' in dogs' home row"), ["'we won't pay'"]);
        assert_eq!(cut("the ’90s and rock ’n’ roll, the workers' union"), Vec::<&str>::new());
        assert_eq!(cut("‘The dogs’ home is shut,’ she said."), ["‘The dogs’ home is shut,’"]);
        assert_eq!(cut("He is 6'2\" tall and \"very fit\"."), ["\"very fit\""]);
    }
}
