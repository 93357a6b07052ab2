//! A document's words, each looked up once.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use cutline_doc::Document;
use cutline_linear::Hash;
use cutline_text::{Span, Token, TokenKind, sentences, tokens};

use crate::breaks::Wrapping;
use crate::candidates::is_inner_word;
use crate::clusters::{Classed, Clusters};
use crate::fold;
use crate::lists::{Classes, Lists};
use crate::shape::{Shape, affixes};

/// The tokens of the read blocks of a document, sentence by sentence.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// All tokens, in order.
    pub tokens: Vec<Token>,
    /// For each token, its number in `types`.
    pub(crate) kinds: Vec<u32>,
    /// Each different word once.
    pub(crate) types: Vec<Type>,
    /// Ranges of tokens.
    pub(crate) sentences: Vec<Sentence>,
    /// Entries of more than one word that cover a token: which lists, as which part.
    pub(crate) entries: Vec<Entries>,
}

/// What is known of a word wherever it stands.
#[derive(Clone, Debug)]
pub(crate) struct Type {
    /// Hash of the word as written.
    pub exact: u64,
    /// Hash of the word without case and accents.
    pub folded: u64,
    pub shape: Shape,
    pub heads: [u64; 4],
    pub tails: [u64; 4],
    pub clusters: Classed,
    /// What the lists know the word alone as.
    pub classes: Classes,
    pub kind: TokenKind,
    /// Whether it may stand inside a name without a capital.
    pub inner: bool,
    /// The character of a mark, else '\0'.
    pub mark: char,
}

/// A sentence's tokens, and how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub start: u32,
    pub end: u32,
    pub case: Case,
}

/// How much of a sentence is in capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// As prose is.
    Prose,
    /// Most Words Open with a Capital.
    Title,
    /// ALL IN CAPITALS.
    Capitals,
}

/// List entries of several words that cover a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Entries {
    pub begin: Classes,
    pub inside: Classes,
    pub last: Classes,
}

impl Words {
    /// Cuts the read blocks of `document` and looks every word up.
    pub fn read(document: &Document, lists: &Lists, clusters: &Clusters) -> Words {
        let mut reader =
            Reader { text: &document.text, lists, clusters, known: HashMap::default(), words: Words::default() };
        for block in document.read_blocks() {
            let mut wrapping = Wrapping::new(&document.text, block.span);
            for sentence in sentences(&document.text, block.span) {
                wrapping.cut(sentence, |piece| reader.sentence(piece));
            }
        }
        reader.words.entries.resize(reader.words.tokens.len(), Entries::default());
        reader.words
    }

    pub(crate) fn of(&self, token: u32) -> &Type {
        &self.types[self.kinds[token as usize] as usize]
    }

    /// The words from the first byte of one token to the last of another.
    pub fn span(&self, first: u32, last: u32) -> Span {
        self.tokens[first as usize].span.cover(self.tokens[last as usize].span)
    }
}

struct Reader<'d> {
    text: &'d str,
    lists: &'d Lists,
    clusters: &'d Clusters,
    known: HashMap<&'d str, u32, BuildHasherDefault<WordHasher>>,
    words: Words,
}

/// No entry of the lists is longer.
const LONGEST: usize = 8;

impl<'d> Reader<'d> {
    fn sentence(&mut self, span: Span) {
        let start = self.words.tokens.len();
        for token in tokens(self.text, span) {
            let kind = self.kind(token);
            self.words.tokens.push(token);
            self.words.kinds.push(kind);
        }
        let case = self.case(start);
        let end = self.words.tokens.len();
        self.words.sentences.push(Sentence { start: start as u32, end: end as u32, case });
        self.entries(start);
    }

    fn kind(&mut self, token: Token) -> u32 {
        let text = self.text;
        let word = &text[token.span];
        if let Some(kind) = self.known.get(word) {
            return *kind;
        }
        let kind = self.words.types.len() as u32;
        self.words.types.push(self.look_up(word, token.kind));
        self.known.insert(word, kind);
        kind
    }

    fn look_up(&self, word: &str, kind: TokenKind) -> Type {
        let folded = fold::key(word);
        let (heads, tails) = affixes(word);
        let mut classes = Classes::NONE;
        self.lists.each(&[folded], |found| classes |= found.classes);
        let mark = if kind == TokenKind::Mark { word.chars().next().unwrap_or('\0') } else { '\0' };
        let clusters = self.clusters.get(folded);
        let shape = Shape::of(word);
        let inner = shape.lower && is_inner_word(word);
        let exact = Hash::new(0).str(word).value();
        Type { exact, folded, shape, heads, tails, clusters, classes, kind, inner, mark }
    }

    fn case(&self, start: usize) -> Case {
        let shapes = self.words.kinds[start..].iter().map(|kind| &self.words.types[*kind as usize]);
        let (mut words, mut upper, mut capitals) = (0, 0, 0);
        for word in shapes.filter(|word| word.kind == TokenKind::Word) {
            words += 1;
            upper += usize::from(word.shape.upper);
            capitals += usize::from(word.shape.upper && !word.shape.lower && word.shape.capitals);
        }
        match () {
            () if words >= 3 && capitals * 4 >= words * 3 => Case::Capitals,
            () if words >= 4 && upper * 3 >= words * 2 => Case::Title,
            () => Case::Prose,
        }
    }

    /// Marks the entries of several words that start in the sentence.
    fn entries(&mut self, start: usize) {
        let words = &mut self.words;
        words.entries.resize(words.tokens.len(), Entries::default());
        let keys: Vec<u64> = words.kinds[start..].iter().map(|kind| words.types[*kind as usize].folded).collect();
        for at in 0..keys.len() {
            let upper = words.types[words.kinds[start + at] as usize].shape.upper;
            if !upper {
                continue;
            }
            let ahead = &keys[at..keys.len().min(at + LONGEST)];
            self.lists.each(ahead, |found| {
                if found.tokens > 1 {
                    mark(&mut words.entries[start + at..start + at + found.tokens], found.classes);
                }
            });
        }
    }
}

fn mark(entries: &mut [Entries], classes: Classes) {
    let last = entries.len() - 1;
    for (at, entry) in entries.iter_mut().enumerate() {
        let part = match at {
            0 => &mut entry.begin,
            at if at == last => &mut entry.last,
            _ => &mut entry.inside,
        };
        *part |= classes;
    }
}

/// Words are hashed eight bytes at a time; the table is private to one document.
#[derive(Default)]
struct WordHasher(u64);

impl std::hash::Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        let mut hash = self.0;
        for piece in bytes.chunks(8) {
            let mut eight = [0; 8];
            eight[..piece.len()].copy_from_slice(piece);
            hash = (hash.rotate_left(5) ^ u64::from_le_bytes(eight)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            hash ^= hash >> 29;
        }
        self.0 = hash;
    }
}
