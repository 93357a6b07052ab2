//! Quotations told by the layout of the page rather than by a sentence: posts,
//! transcripts, and names behind a dash.

use std::collections::BTreeMap;
use std::ops::Range;

use cutline_doc::{BlockKind, Label};

use crate::drafts::Draft;
use crate::lexicon::{Class, form};
use crate::reading::{Kind, Paragraph, Piece};

/// The labels of the turns of a document that holds a transcript.
#[derive(Debug, Default)]
pub(crate) struct Transcript {
    labels: BTreeMap<Vec<u32>, usize>,
}

impl Transcript {
    /// A document is read as a transcript where two paragraphs or more begin
    /// with a label, one of which comes back or is Q or A.
    pub fn new(text: &str, paragraphs: &[Paragraph]) -> Transcript {
        let mut labels: BTreeMap<Vec<u32>, usize> = BTreeMap::new();
        for paragraph in paragraphs {
            if let Some(label) = label(text, &paragraph.pieces) {
                *labels.entry(key(&paragraph.pieces[label])).or_default() += 1;
            }
        }
        let turns: usize = labels.values().sum();
        let asks = ["q", "a"].iter().all(|word| labels.contains_key(&vec![form(word)]));
        let returns = labels.values().any(|count| *count > 1);
        if turns >= 2 && (asks || returns && labels.len() >= 2) { Transcript { labels } } else { Transcript::default() }
    }

    /// A paragraph as one turn of the transcript.
    pub fn turn(&self, text: &str, paragraph: &Paragraph) -> Option<Draft> {
        let label = self.label(text, paragraph)?;
        let (cue, rest) = (label.end, label.end + 1..paragraph.pieces.len());
        (!rest.is_empty()).then(|| Draft {
            content: vec![rest],
            cue: vec![cue..cue + 1],
            source: vec![label],
            score: 0.9,
            rule: TURN,
        })
    }

    fn label(&self, text: &str, paragraph: &Paragraph) -> Option<Range<usize>> {
        let label = label(text, &paragraph.pieces)?;
        self.labels.contains_key(&key(&paragraph.pieces[label.clone()])).then_some(label)
    }

    /// Whether the paragraph at `at`, which has no label, goes on with the turn
    /// before it: plain prose, with another turn a few paragraphs on.
    pub fn goes_on(&self, text: &str, paragraphs: &[Paragraph], at: usize) -> bool {
        let plain = |paragraph: &Paragraph| {
            let (first, last) = (paragraph.pieces.first(), paragraph.pieces.last());
            paragraph.block == BlockKind::Paragraph
                && first.is_some_and(|piece| !matches!(piece.kind, Kind::Mark(_)))
                && last.is_some_and(|piece| piece.kind != Kind::Mark(b':'))
        };
        let next = paragraphs[at + 1..].iter().take(LONGEST_GAP);
        let mut next = next.skip_while(|paragraph| plain(paragraph) && self.label(text, paragraph).is_none());
        !self.labels.is_empty()
            && plain(&paragraphs[at])
            && next.next().is_some_and(|paragraph| self.label(text, paragraph).is_some())
    }
}

/// The rule that reads turns.
pub(crate) const TURN: &str = "transcript";

/// How many paragraphs of one turn may follow each other without a label.
const LONGEST_GAP: usize = 4;

fn key(label: &[Piece]) -> Vec<u32> {
    label.iter().map(|piece| piece.form).collect()
}

/// Within so many pieces a label ends: 'ANA BELA, MAYOR OF HARBOUR CITY:'.
const LONGEST_LABEL: usize = 14;

/// The words before the colon at the head of a paragraph, if they are all in
/// capitals, or name a person or a part in the talk.
fn label(text: &str, pieces: &[Piece]) -> Option<Range<usize>> {
    // A quotation mark that nothing closes may stand before it.
    let start = usize::from(matches!(pieces.first()?.kind, Kind::Mark(b'"' | b'?')));
    let colon = pieces.iter().take(LONGEST_LABEL).position(|piece| piece.kind == Kind::Mark(b':'))?;
    if colon <= start {
        return None;
    }
    let label = &pieces[start..colon];
    let fits = |word: fn(&str) -> bool| {
        label.iter().all(|piece| match piece.kind {
            Kind::Word => word(&text[piece.span]),
            Kind::Mark(mark) => matches!(mark, b'.' | b'-' | b',' | b'(' | b')'),
            _ => false,
        })
    };
    let capitals = fits(|word| word.chars().all(|c| !c.is_lowercase()));
    let named = || label.len() < 7 && fits(|word| word.starts_with(char::is_uppercase)) && label.iter().any(speaks);
    (label[0].kind == Kind::Word && (capitals || named())).then_some(start..colon)
}

/// 'Bela', 'Reporter', 'Question'.
fn speaks(piece: &Piece) -> bool {
    const PARTS: &[&str] = &["question", "answer", "interviewer", "moderator", "host", "audience", "caller"];
    piece.label == Some(Label::Person)
        || piece.class.is(Class::ROLE)
        || PARTS.iter().any(|part| form(part) == piece.form)
}

/// A social post: everything it says, by its author.
pub(crate) fn post(text: &str, paragraph: &Paragraph) -> Option<Draft> {
    if paragraph.block != BlockKind::SocialPost {
        return None;
    }
    let pieces = &paragraph.pieces;
    let (mut content, source) =
        signed(text, pieces).or_else(|| headed(text, pieces)).unwrap_or((0..pieces.len(), 0..0));
    while !content.is_empty() && is_link(text, &pieces[content.end - 1]) {
        content.end -= 1;
    }
    let draft = Draft {
        content: vec![content.clone()],
        cue: Vec::new(),
        source: if source.is_empty() { Vec::new() } else { vec![source] },
        score: 0.9,
        rule: "post",
    };
    (!content.is_empty()).then_some(draft)
}

/// '… — Ana Bela (@anabela) May 3, 2021': the line behind the last dash.
fn signed(text: &str, pieces: &[Piece]) -> Option<(Range<usize>, Range<usize>)> {
    let dash = pieces.iter().rposition(|piece| piece.kind == Kind::Mark(b'-'))?;
    let name = author(text, pieces, dash + 1);
    (dash > 0 && !name.is_empty()).then_some((0..dash, name))
}

/// 'Ana Bela (@anabela): …' or '@anabela …'.
fn headed(text: &str, pieces: &[Piece]) -> Option<(Range<usize>, Range<usize>)> {
    let name = author(text, pieces, 0);
    let handle = pieces.iter().take(10).position(|piece| text[piece.span].starts_with('@'))?;
    let mut from = handle + 1;
    while pieces.get(from).is_some_and(|piece| matches!(piece.kind, Kind::Mark(b')' | b':' | b'-'))) {
        from += 1;
    }
    (from < pieces.len() && name.start <= handle)
        .then_some((from..pieces.len(), name.start..name.end.max(handle.min(1))))
}

/// The name that begins at `from`: up to a bracket, a comma or a handle.
fn author(text: &str, pieces: &[Piece], from: usize) -> Range<usize> {
    let ends = |piece: &Piece| {
        matches!(piece.kind, Kind::Mark(b'(' | b',' | b':') | Kind::Number | Kind::Quote(_))
            || text[piece.span].starts_with('@')
    };
    let length = pieces[from..].iter().take(9).position(ends).unwrap_or(pieces.len().min(from + 6) - from);
    let named = pieces[from..from + length].iter().any(|piece| piece.capital);
    if named { from..from + length } else { from..from }
}

fn is_link(text: &str, piece: &Piece) -> bool {
    let word = &text[piece.span];
    ["http", "pic.", "www."].iter().any(|head| word.starts_with(head))
}

/// '“…” — Ana Bela, baker': a quotation with nothing but a name behind a dash.
pub(crate) fn dashed(text: &str, paragraph: &Paragraph) -> Option<Draft> {
    let pieces = &paragraph.pieces;
    if !matches!(pieces.first()?.kind, Kind::Quote(_)) {
        return None;
    }
    let dash = pieces.iter().rposition(|piece| piece.kind == Kind::Mark(b'-'))?;
    let closed = match pieces[dash - 1].kind {
        Kind::Quote(_) => true,
        // A lost mark may leave words between the first quotation and the dash.
        Kind::Mark(_) => text[pieces[dash - 1].span].starts_with(['"', '”', '’', '\'']),
        _ => false,
    };
    let rest = dash + 1..pieces.len();
    if !closed || !(1..=16).contains(&rest.len()) {
        return None;
    }
    let tail = &pieces[rest.clone()];
    let verb = tail
        .iter()
        .any(|piece| piece.class.is(Class::SPEECH | Class::AUXILIARY) || matches!(piece.kind, Kind::Quote(_)));
    let named = tail[0].label == Some(Label::Person) || tail[0].capital;
    let mut end = rest.end;
    while end > rest.start && matches!(pieces[end - 1].kind, Kind::Mark(b'.')) {
        end -= 1;
    }
    (named && !verb).then(|| Draft {
        content: vec![0..dash],
        cue: Vec::new(),
        source: vec![rest.start..end],
        score: 0.95,
        rule: "dash",
    })
}
