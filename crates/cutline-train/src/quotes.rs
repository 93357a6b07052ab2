//! The weights of the quoter.
//!
//! The annotated articles are those of PolNeAR (Newell, Margolin and Ruths
//! 2018): one JSON object a line, spans in Unicode code points. Every line of
//! an article's text is read as one paragraph.

use std::error::Error;
use std::path::Path;

use cutline_doc::{Block, BlockKind, Document, Span};
use cutline_quote::train::{Article, Gold};
use serde::Deserialize;

/// Learns from `quotes/polnear/train.jsonl` of the folder of corpora and writes
/// `quotes.bin` to the folder `out`.
///
/// # Errors
/// If the articles cannot be read or the model cannot be written.
pub fn run(data: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let articles = articles(&std::fs::read_to_string(data.join("quotes/polnear/train.jsonl"))?)?;
    std::fs::create_dir_all(out)?;
    std::fs::write(out.join("quotes.bin"), cutline_quote::train::train(&articles))?;
    Ok(())
}

/// Reads annotated articles, one JSON object a line.
///
/// # Errors
/// If a line is no such object or a span lies outside its text.
pub fn articles(jsonl: &str) -> Result<Vec<Article>, Box<dyn Error>> {
    jsonl.lines().filter(|line| !line.trim().is_empty()).map(article).collect()
}

#[derive(Deserialize)]
struct Record {
    text: String,
    quotes: Vec<Annotation>,
}

#[derive(Deserialize)]
struct Annotation {
    content: Vec<Range>,
    cue: Vec<Range>,
    source: Vec<Range>,
}

#[derive(Deserialize)]
struct Range {
    start: usize,
    end: usize,
}

fn article(line: &str) -> Result<Article, Box<dyn Error>> {
    let record: Record = serde_json::from_str(line)?;
    let ends = [record.text.len()];
    let bytes: Vec<usize> = record.text.char_indices().map(|(at, _)| at).chain(ends).collect();
    let span =
        |range: &Range| -> Result<Span, Box<dyn Error>> {
            match (bytes.get(range.start), bytes.get(range.end)) {
                (Some(&start), Some(&end)) if start < end => Ok(Span::new(start, end)),
                _ => Err(format!("no span {}..{} in a text of {} characters", range.start, range.end, bytes.len() - 1)
                    .into()),
            }
        };
    let spans = |ranges: &[Range]| ranges.iter().map(span).collect::<Result<Vec<Span>, _>>();
    let gold = |quote: &Annotation| -> Result<Gold, Box<dyn Error>> {
        Ok(Gold { content: spans(&quote.content)?, cue: spans(&quote.cue)?, source: spans(&quote.source)? })
    };
    let gold = record.quotes.iter().map(gold).collect::<Result<Vec<Gold>, _>>()?;
    Ok(Article { document: by_lines(record.text), gold })
}

/// A document in which every line is a paragraph.
pub fn by_lines(text: String) -> Document {
    let lines = cutline_text::lines(&text).map(|line| line.span.trim(&text)).filter(|span| !span.is_empty());
    let blocks = lines.map(|span| Block::new(span, BlockKind::Paragraph, "line")).collect();
    Document { text, blocks, ..Document::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_count_code_points() {
        let line = r#"{"text":"Zoë said no.","quotes":[{"content":[{"start":9,"end":11}],"cue":[{"start":4,"end":8}],"source":[{"start":0,"end":3}]}]}"#;
        let read = articles(line).unwrap();
        let text = &read[0].document.text;
        let gold = &read[0].gold[0];
        assert_eq!((&text[gold.source[0]], &text[gold.cue[0]], &text[gold.content[0]]), ("Zoë", "said", "no"));
        assert!(articles(&line.replace("11}", "99}")).is_err());
    }
}
