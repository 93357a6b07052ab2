//! Annotated documents.

use std::error::Error;
use std::fs;
use std::path::Path;

use cutline_doc::{Block, BlockKind, Document, Span};
use serde::Deserialize;

/// Where a document is from: what its labels mean, and what it leaves unlabelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// English Worldwide Newswire: all kinds are labelled.
    Worldwide,
    /// GUM: names derived from coreference; no FAC, PRODUCT, MISC.
    Gum,
    /// WikiGold: MISC holds nationalities too, LOC holds buildings.
    WikiGold,
    /// CrossNER: as WikiGold.
    CrossNer,
}

/// A document with its gold names.
#[derive(Clone, Debug)]
pub struct Annotated {
    /// Its id.
    pub id: String,
    /// The text in one block.
    pub document: Document,
    /// Spans and the corpus's labels.
    pub gold: Vec<(Span, String)>,
    /// Where it is from.
    pub source: Source,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    mentions: Vec<Marked>,
}

#[derive(Deserialize)]
struct Marked {
    start: usize,
    end: usize,
    label: String,
}

/// Reads a file of the data folder.
///
/// # Errors
/// If it cannot be read or is not as it should be.
pub fn corpus(data: &Path, file: &str) -> Result<Vec<Annotated>, Box<dyn Error>> {
    let source = match file.split('/').nth(1) {
        Some("worldwide") => Source::Worldwide,
        Some("gum") => Source::Gum,
        Some("wikigold") => Source::WikiGold,
        Some("crossner") => Source::CrossNer,
        _ => return Err(format!("{file} is no corpus of names").into()),
    };
    let text = fs::read_to_string(data.join(file)).map_err(|error| format!("{file}: {error}"))?;
    text.lines().filter(|line| !line.trim().is_empty()).map(|line| annotated(line, source)).collect()
}

fn annotated(line: &str, source: Source) -> Result<Annotated, Box<dyn Error>> {
    let line: Line = serde_json::from_str(line)?;
    let mut starts: Vec<usize> = line.text.char_indices().map(|(at, _)| at).collect();
    starts.push(line.text.len());
    let byte = |at: usize| starts.get(at).copied().ok_or("a mention past the text's end");
    let mut gold = Vec::new();
    for mention in line.mentions {
        gold.push((Span::new(byte(mention.start)?, byte(mention.end)?), mention.label));
    }
    gold.sort_by_key(|(span, _)| *span);
    Ok(Annotated { id: line.id, document: document(line.text), gold, source })
}

/// A document of one block.
pub fn document(text: String) -> Document {
    let whole = Span::of(&text).trim(&text);
    let blocks = if whole.is_empty() { vec![] } else { vec![Block::new(whole, BlockKind::Paragraph, "training")] };
    Document { text, blocks, ..Document::default() }
}

/// The head of an annotated text with its first paragraphs in capitals: so that
/// 'TRUMP' in a headline is learned as well as 'Trump' beneath it.
pub fn in_capitals(annotated: &Annotated) -> Annotated {
    let text = &annotated.document.text;
    let paragraph =
        |least: usize| text.match_indices("\n\n").map(|(at, _)| at).find(|at| *at >= least).unwrap_or(text.len());
    let (capitals, end) = (paragraph(CAPITALS), paragraph(HEAD));
    let upper = |c: char| match c.to_uppercase().next() {
        // Spans must stay where they are.
        Some(upper) if upper.len_utf8() == c.len_utf8() => upper,
        _ => c,
    };
    let mut changed: String = text[..capitals].chars().map(upper).collect();
    changed.push_str(&text[capitals.min(end)..end]);
    let gold = annotated.gold.iter().filter(|(span, _)| span.end as usize <= end.max(capitals)).cloned().collect();
    Annotated {
        id: format!("{}{CAPITALS_MARK}", annotated.id),
        document: document(changed),
        gold,
        source: annotated.source,
    }
}

/// Ends the id of such a copy.
pub const CAPITALS_MARK: &str = "#capitals";
/// About so many bytes are put in capitals, and so many kept in all.
const CAPITALS: usize = 500;
const HEAD: usize = 1500;
