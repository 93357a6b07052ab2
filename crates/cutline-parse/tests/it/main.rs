//! Parsing of whole articles, the samples and invented ones.

mod captions;
#[cfg(feature = "html")]
mod countries;
mod credits;
#[cfg(feature = "html")]
mod damaged;
mod hostile;
#[cfg(feature = "html")]
mod html;
mod layouts;
mod pages;
mod seeds;

use cutline_doc::{BlockKind, Document};
use cutline_parse::{Hints, text};

/// Parses and checks what must hold of every document.
fn parse(article: &str) -> Document {
    let document = text(article.to_owned(), &Hints::default());
    document.check().expect("a parsed document holds its invariants");
    document
}

/// What the captions say, on one line each.
fn said(document: &Document) -> Vec<String> {
    document.captions.iter().map(|caption| one_line(&caption.said(&document.text))).collect()
}

/// The words of all blocks of a kind.
fn blocks(document: &Document, kind: BlockKind) -> Vec<String> {
    document
        .blocks
        .iter()
        .filter(|block| block.kind == kind)
        .map(|block| one_line(document.slice(block.span)))
        .collect()
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
