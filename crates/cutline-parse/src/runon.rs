//! Articles that stand on one line.
//!
//! Where a line is too long to be a paragraph it is cut: before FILE markers
//! and datelines, behind credits in brackets, and around sentences that read
//! like captions.

use cutline_text::{Span, sentences};

use crate::agency::is_agency;
use crate::credit;
use crate::furniture::file_marker;
use crate::layout::{Piece, floor};
use crate::stamp::stamps;
use crate::{masthead, style};

/// No paragraph of a newspaper is as long as this; a third of it is much for a
/// text of one or two lines.
const TOO_LONG: usize = 1_800;

/// `pieces` with all overlong ones cut.
pub(crate) fn cut(text: &str, pieces: Vec<Piece>) -> Vec<Piece> {
    let limit = if pieces.len() <= 2 { TOO_LONG / 3 } else { TOO_LONG };
    if !pieces.iter().any(|piece| piece.text.len() > limit) {
        return pieces;
    }
    let mut found = Vec::with_capacity(pieces.len() + 16);
    for (n, piece) in pieces.into_iter().enumerate() {
        if piece.text.len() > limit && !piece.bullet {
            cut_one(text, piece, n == 0, &mut found);
        } else {
            found.push(piece);
        }
    }
    found
}

fn cut_one(text: &str, piece: Piece, opens: bool, found: &mut Vec<Piece>) {
    let chunks = chunks(text, piece.text, opens);
    let mut first = true;
    for span in chunks {
        let span = span.trim(text);
        if span.is_empty() {
            continue;
        }
        let gap = if first { piece.gap } else { 0 };
        found.push(Piece { span, text: span, gap, bullet: false, inline: !first });
        first = false;
    }
}

/// The line cut at marks no sentence goes over, and those parts cut around
/// captions. One that opens the text has the head of an article too.
fn chunks(text: &str, line: Span, opens: bool) -> Vec<Span> {
    let mut chunks = Vec::new();
    let mut start = line.start;
    let (mut marks, dateline) = marks(text, line);
    if opens {
        marks.extend(masthead::marks(text, line, dateline));
        marks.sort_unstable();
    }
    for mark in marks {
        if mark > start {
            part(text, Span { start, end: mark }, &mut chunks);
            start = mark;
        }
    }
    part(text, Span { start, end: line.end }, &mut chunks);
    chunks
}

/// Behind credits in brackets; before FILE markers and datelines, of which the
/// first is given too.
fn marks(text: &str, line: Span) -> (Vec<u32>, Option<u32>) {
    let mut marks = Vec::new();
    let mut dateline = None;
    for at in memchr::memchr2_iter(b')', b'F', text[line].as_bytes()) {
        let at = line.start as usize + at;
        if text.as_bytes()[at] == b'F' {
            let opens = text[..at].ends_with(' ') && text[at..line.end as usize].starts_with("FILE");
            if opens && file_marker(&text[at..ceil(text, at + 60).min(line.end as usize)]).is_some() {
                marks.push(at as u32);
            }
            continue;
        }
        let from = floor(text, at.saturating_sub(200)).max(line.start as usize);
        if let Some(credit) = credit::bracket_at_end(&text[from..=at]) {
            let open = from + credit.outer.start as usize;
            match is_dateline(&text[at + 1..line.end as usize], &text[from..open]) {
                true => {
                    let place = place_before(text, from, open);
                    dateline = dateline.or(Some(place));
                    marks.push(place);
                }
                false => marks.push(at as u32 + 1),
            }
        }
    }
    (marks, dateline)
}

/// Whether the bracket is the '(AP)' of 'LODZ (AP) — '.
fn is_dateline(after: &str, before: &str) -> bool {
    let dash = after.trim_start().starts_with(['—', '–', '-', '_']);
    dash && city(before).trim_end().ends_with(|c: char| c.is_uppercase() || c == '.')
}

/// `before` without the ', Poland' behind a city in capitals.
fn city(before: &str) -> &str {
    let Some((city, region)) = before.trim_end().rsplit_once(", ") else { return before };
    let named = region.split(' ').count() <= 3 && region.split(' ').all(|word| word.starts_with(char::is_uppercase));
    if named && city.ends_with(char::is_uppercase) { city } else { before }
}

/// Where the place of a dateline begins whose agency's bracket opens at `open`;
/// it is looked for from `from` on.
fn place_before(text: &str, from: usize, open: usize) -> u32 {
    let before = city(&text[from..open]);
    let mut start = before.len();
    for word in before.split_inclusive(' ').rev().take(4) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if bare.is_empty() || !bare.chars().all(|c| c.is_uppercase() || !c.is_alphabetic()) {
            break;
        }
        start -= word.len();
    }
    let near = floor(before, start.saturating_sub(40));
    let dated = stamps(&before[near..]).last().map_or(0, |stamp| near + stamp.span.range().end);
    let start = start.max(dated);
    let start = start + agency_by(&before[start..]);
    (from + start) as u32
}

/// Length of 'BY ASSOCIATED PRESS ' before the place.
fn agency_by(run: &str) -> usize {
    let Some(rest) = run.strip_prefix("BY ") else { return 0 };
    let mut ends = rest.match_indices(' ').map(|(at, _)| at);
    ends.rfind(|&at| is_agency(&rest[..at])).map_or(0, |at| 3 + at + 1)
}

fn ceil(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// Cuts a part without marks around the sentences that read like captions.
fn part(text: &str, span: Span, chunks: &mut Vec<Span>) {
    let credited = credit::bracket_at_end(
        &text[floor(text, span.range().end.saturating_sub(300)).max(span.range().start)..span.range().end],
    )
    .is_some();
    let file = file_marker(text[span].trim_start()).is_some();
    if file && (credited || span.len() < TOO_LONG) {
        chunks.push(span);
        return;
    }
    let cuts: Vec<(Span, i32)> = sentences(text, span).map(|s| (s, style::score(&text[s]))).collect();
    let last_lead = if credited { lead_of_credited(&cuts) } else { cuts.len() };
    let mut run: Option<Span> = None;
    for (n, &(sentence, score)) in cuts.iter().enumerate() {
        if n == last_lead {
            chunks.extend(run.take());
            chunks.push(Span { start: sentence.start, end: span.end });
            return;
        }
        if score >= style::SURE {
            chunks.extend(run.take());
            chunks.push(sentence);
        } else {
            run = Some(run.map_or(sentence, |run| run.cover(sentence)));
            if run.is_some_and(|run| run.len() > TOO_LONG / 2) {
                chunks.extend(run.take());
            }
        }
    }
    chunks.extend(run);
}

/// The sentence with which a caption begins whose credit ends the part: of the
/// last few, the one most like a lead.
fn lead_of_credited(cuts: &[(Span, i32)]) -> usize {
    let from = cuts.len().saturating_sub(6);
    (from..cuts.len())
        .rev()
        .filter(|&n| cuts[n].1 >= style::SURE - 1)
        .max_by_key(|&n| cuts[n].1)
        .unwrap_or_else(|| cuts.len().saturating_sub(2))
}
