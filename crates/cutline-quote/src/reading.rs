//! Paragraphs as the rules and the model read them: words, marks, and each
//! quoted stretch as one piece.

use cutline_doc::{Block, BlockKind, Document, Label, Mention};
use cutline_text::{Span, TokenKind, tokens};

use crate::asides::{self, Reading};
use crate::lexicon::{self, Class};
use crate::marks::{Stretch, stretches};
use crate::numbering;

/// A word, a mark, or a whole quoted stretch.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    pub span: Span,
    pub kind: Kind,
    /// Hash of the lower-case form; 0 for a quoted stretch.
    pub form: u32,
    pub class: Class,
    /// A coarse part of speech, see [`shape_of`].
    pub shape: u8,
    /// Counts from 0 within the paragraph.
    pub sentence: u16,
    pub capital: bool,
    /// A coarse class of how the word ends.
    pub ending: u8,
    /// The index of the mention that holds it.
    pub mention: Option<u32>,
    /// The label of that mention.
    pub label: Option<Label>,
}

/// What a piece is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    Number,
    Mark(u8),
    /// Index into [`Paragraph::stretches`].
    Quote(u16),
}

/// A read block, with the blocks behind it that only go on with its quotation.
///
/// A block that holds nothing but quotations, or that begins with one after a
/// block ending in a colon, is read together with the block before.
#[derive(Clone, Debug)]
pub(crate) struct Paragraph {
    pub block: BlockKind,
    /// The blocks, in order.
    pub spans: Vec<Span>,
    pub pieces: Vec<Piece>,
    pub stretches: Vec<Stretch>,
    /// What each stretch looks like from outside.
    pub looks: Vec<Look>,
    /// Stretches that are read as part of a name.
    pub asides: Vec<Span>,
}

/// What a quoted stretch looks like from outside.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    /// How many words, as a power of two; 0 for one word.
    pub words: u8,
    /// Its last byte before the mark, if that is a mark itself.
    pub last: u8,
    pub first_capital: bool,
    /// Whether it is set like a title amid other prose: 'Meet the Press'.
    pub title: bool,
    /// Whether it begins its sentence.
    pub at_start: bool,
    /// Whether it ends its sentence.
    pub at_end: bool,
}

impl Paragraph {
    /// Whether the piece at `at` is the mark `mark`.
    pub fn is_mark(&self, at: usize, mark: u8) -> bool {
        self.pieces.get(at).is_some_and(|piece| piece.kind == Kind::Mark(mark))
    }

    /// The pieces of the sentence that holds the piece at `at`.
    pub fn sentence(&self, at: usize) -> std::ops::Range<usize> {
        let number = self.pieces[at].sentence;
        let start = self.pieces.partition_point(|piece| piece.sentence < number);
        let end = self.pieces.partition_point(|piece| piece.sentence <= number);
        start..end
    }

    /// The same, at most [`NEAR`] pieces to each side.
    pub fn sentence_near(&self, at: usize) -> std::ops::Range<usize> {
        let sentence = self.sentence(at);
        sentence.start.max(at.saturating_sub(NEAR))..sentence.end.min(at + NEAR)
    }

    /// From the first to the last byte of some pieces; one span for each block.
    pub fn spans_of(&self, pieces: std::ops::Range<usize>) -> impl Iterator<Item = Span> + '_ {
        let whole = self.pieces[pieces.start].span.cover(self.pieces[pieces.end - 1].span);
        self.spans.iter().filter_map(move |block| block.intersect(whole))
    }
}

/// The paragraphs of a document, in the order of their first blocks.
pub(crate) fn paragraphs(document: &Document, mentions: &[Mention]) -> Vec<Paragraph> {
    let text = &document.text;
    let mut names = Names { mentions, at: 0 };
    let mut found: Vec<Paragraph> = Vec::new();
    // The last paragraph of running text: captions may stand between it and what goes on with it.
    let mut body: Option<usize> = None;
    let turns = document.read_blocks().filter(|block| asides::begins_turn(text, block)).nth(1).is_some();
    let blocks = document.read_blocks().filter(|block| may_speak(block.kind)).flat_map(|block| slices(text, block));
    for block in blocks {
        let mut read = paragraph(text, &block, &mut names, turns);
        numbering::number(text, &mut read);
        let last = found.len().checked_sub(1).filter(|last| found[*last].block == block.kind && is_signature(&read));
        let before = body.filter(|_| block.kind.is_body() && (begins_quoted(&read) || is_signature(&read))).or(last);
        if let Some(before) = before
            && goes_on(&found[before], &read)
        {
            found[before].append(read);
            continue;
        }
        if block.kind.is_body() {
            body = Some(found.len());
        }
        found.push(read);
    }
    for paragraph in &mut found {
        paragraph.looks = looks(text, paragraph);
    }
    found
}

/// Whether somebody may be quoted in such a block.
fn may_speak(kind: BlockKind) -> bool {
    use BlockKind::{Byline, Credit, Section, Timestamp};
    !matches!(kind, Byline | Credit | Section | Timestamp)
}

/// How far a sentence is looked at.
const NEAR: usize = 120;

/// Longer blocks are read in slices, so that a page without line breaks costs
/// no more than any other of its size.
const MOST_BYTES: usize = 16 << 10;

/// A block in slices of at most [`MOST_BYTES`], cut behind a sentence or between words.
fn slices(text: &str, block: &Block) -> Vec<Block> {
    let mut slices = Vec::new();
    let mut rest = block.span;
    while rest.len() > MOST_BYTES {
        let mut limit = rest.range().start + MOST_BYTES;
        while !text.is_char_boundary(limit) {
            limit -= 1;
        }
        let piece = &text[rest.range().start..limit];
        let cut = piece.rfind(". ").or_else(|| piece.rfind(' ')).map_or(piece.len(), |at| at + 1);
        let end = rest.start + cut as u32;
        slices.push(Block { span: Span { start: rest.start, end }.trim(text), ..block.clone() });
        rest = Span { start: end, end: rest.end };
    }
    slices.push(Block { span: rest.trim(text), ..block.clone() });
    slices
}

/// How many blocks are read as one at most.
const MOST_BLOCKS: usize = 24;

fn begins_quoted(paragraph: &Paragraph) -> bool {
    paragraph.pieces.first().is_some_and(|piece| matches!(piece.kind, Kind::Quote(_)))
}

fn goes_on(before: &Paragraph, next: &Paragraph) -> bool {
    let is_filler = |piece: &Piece| matches!(piece.kind, Kind::Quote(_) | Kind::Mark(_));
    let announced = before.pieces.last().is_some_and(|piece| piece.kind == Kind::Mark(b':'));
    let all_quoted =
        next.pieces.iter().all(is_filler) && before.pieces.iter().any(|p| matches!(p.kind, Kind::Quote(_)));
    let signed = is_signature(next) && before.pieces.iter().all(is_filler) && !before.pieces.is_empty();
    before.spans.len() < MOST_BLOCKS && (announced && begins_quoted(next) || all_quoted || signed)
}

/// '— Ana Bela, baker', beneath a quotation.
fn is_signature(paragraph: &Paragraph) -> bool {
    paragraph.pieces.len() <= 16
        && paragraph.is_mark(0, b'-')
        && paragraph.pieces.get(1).is_some_and(|piece| piece.capital)
}

impl Paragraph {
    fn append(&mut self, next: Paragraph) {
        let shift = self.stretches.len() as u16;
        let sentence = self.pieces.last().map_or(0, |piece| piece.sentence.saturating_add(1));
        self.spans.extend(next.spans);
        self.stretches.extend(next.stretches);
        self.asides.extend(next.asides);
        self.pieces.extend(next.pieces.into_iter().map(|mut piece| {
            if let Kind::Quote(n) = piece.kind {
                piece.kind = Kind::Quote(n.saturating_add(shift));
            }
            piece.sentence = piece.sentence.saturating_add(sentence);
            piece
        }));
    }
}

fn paragraph(text: &str, block: &Block, names: &mut Names<'_>, turns: bool) -> Paragraph {
    let mut found = Paragraph {
        block: block.kind,
        spans: vec![block.span],
        pieces: Vec::new(),
        stretches: Vec::new(),
        looks: Vec::new(),
        asides: Vec::new(),
    };
    let mut at = block.span.start;
    for mut stretch in stretches(text, block.span).into_iter().take(u16::MAX as usize) {
        match asides::reading(text, block, &stretch, turns) {
            Reading::Whole => plain(text, Span { start: at, end: stretch.span.start }, &mut found.pieces, names),
            Reading::Plain => continue,
            Reading::Name => {
                found.asides.push(stretch.span);
                continue;
            }
            Reading::From(start) => {
                plain(text, Span { start: stretch.inner.start, end: start }, &mut found.pieces, names);
                (stretch.span.start, stretch.inner.start) = (start, start);
            }
        }
        found.pieces.push(quote(stretch.span, found.stretches.len() as u16));
        at = stretch.span.end;
        found.stretches.push(stretch);
    }
    plain(text, Span { start: at, end: block.span.end }, &mut found.pieces, names);
    found
}

fn looks(text: &str, paragraph: &Paragraph) -> Vec<Look> {
    let pieces = &paragraph.pieces;
    let headline = is_headline(pieces);
    let mut looks = Vec::with_capacity(paragraph.stretches.len());
    for (at, piece) in pieces.iter().enumerate() {
        let Kind::Quote(n) = piece.kind else { continue };
        let inner = text[paragraph.stretches[n as usize].inner].trim();
        let words = inner.split_whitespace().take(64).count();
        let last = inner.bytes().next_back().filter(u8::is_ascii_punctuation).unwrap_or(0);
        let starts = at.checked_sub(1).is_none_or(|before| pieces[before].sentence != piece.sentence);
        let ends = pieces.get(at + 1).is_none_or(|behind| behind.sentence != piece.sentence);
        looks.push(Look {
            words: words.max(1).ilog2() as u8,
            last,
            first_capital: inner.starts_with(char::is_uppercase),
            title: !headline && is_title(inner),
            at_start: starts,
            at_end: ends,
        });
    }
    looks
}

fn plain(text: &str, within: Span, pieces: &mut Vec<Piece>, names: &mut Names<'_>) {
    for token in tokens(text, within) {
        let word = &text[token.span];
        let kind = match token.kind {
            TokenKind::Word | TokenKind::Address => Kind::Word,
            TokenKind::Number => Kind::Number,
            TokenKind::Mark => Kind::Mark(mark_class(word)),
        };
        let form = lexicon::form(word);
        let mention = names.at(token.span);
        let (class, ending) = (lexicon::class_of(form), lexicon::ending(word));
        let capital = word.starts_with(char::is_uppercase);
        pieces.push(Piece {
            span: token.span,
            kind,
            form,
            class,
            shape: shape_of(kind, class, capital, ending),
            sentence: 0,
            capital,
            ending,
            mention: mention.map(|(n, _)| n),
            label: mention.map(|(_, label)| label),
        });
    }
}

fn quote(span: Span, n: u16) -> Piece {
    Piece {
        span,
        kind: Kind::Quote(n),
        form: 0,
        class: Class::NONE,
        shape: shape_of(Kind::Quote(n), Class::NONE, false, 0),
        sentence: 0,
        capital: false,
        ending: 0,
        mention: None,
        label: None,
    }
}

/// A coarse part of speech, as a number that features are made of.
fn shape_of(kind: Kind, class: Class, capital: bool, ending: u8) -> u8 {
    const ORDER: &[Class] = &[
        Class::PRONOUN,
        Class::RELATIVE,
        Class::AUXILIARY,
        Class::NEGATION,
        Class::SUBORDINATOR,
        Class::DETERMINER,
        Class::PREPOSITION,
        Class::CONJUNCTION,
        Class::TIME,
        Class::TITLE,
        Class::ADVERB,
        Class::SPEECH,
        Class::SAYING,
        Class::ROLE,
        Class::MEDIUM,
    ];
    match kind {
        Kind::Number => 2,
        Kind::Quote(_) => 3,
        Kind::Mark(mark) => 100 + mark.min(127),
        Kind::Word => match ORDER.iter().position(|part| class.is(*part)) {
            Some(order) => 4 + order as u8,
            None if capital => 27,
            None => 60 + ending,
        },
    }
}

/// Marks fall together where they do the same work.
fn mark_class(mark: &str) -> u8 {
    match mark {
        "—" | "–" | "―" => b'-',
        "…" => b'.',
        "[" | "{" => b'(',
        "]" | "}" => b')',
        _ if mark.len() == 1 => mark.as_bytes()[0],
        _ => b'?',
    }
}

/// Whether most words outside the quotations have capitals anyway.
fn is_headline(pieces: &[Piece]) -> bool {
    let words = pieces.iter().filter(|piece| piece.kind == Kind::Word);
    let (capitals, all) = words.fold((0, 0), |(capitals, all), piece| (capitals + usize::from(piece.capital), all + 1));
    capitals * 10 >= all * 6
}

/// Two words or more, at most nine, and all but articles and the like begin
/// with capitals or digits.
fn is_title(inner: &str) -> bool {
    let words: Vec<&str> = inner.split_whitespace().take(10).collect();
    let small = |word: &&&str| !word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let fits = |word: &&str| word.len() <= 3 || word.eq_ignore_ascii_case("with") || word.eq_ignore_ascii_case("from");
    let first = words.first().is_some_and(|word| !small(&word));
    (2..=9).contains(&words.len())
        && first
        && words.last().is_some_and(|word| !small(&word))
        && words.iter().filter(small).all(fits)
}

/// Walks through the mentions beside the tokens.
struct Names<'a> {
    mentions: &'a [Mention],
    at: usize,
}

impl Names<'_> {
    fn at(&mut self, span: Span) -> Option<(u32, Label)> {
        while self.mentions.get(self.at).is_some_and(|mention| mention.span.end <= span.start) {
            self.at += 1;
        }
        let mention = self.mentions.get(self.at).filter(|mention| mention.span.overlaps(span))?;
        Some((self.at as u32, mention.label))
    }
}
