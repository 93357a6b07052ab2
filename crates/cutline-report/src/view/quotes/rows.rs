use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::{Corpus, QuoteSummary, Who, is_called, speakers_of};
use crate::{QuotePlace, write_line};

/// A quotation with its document: a line of `quotes --format jsonl`, a row of
/// `--format csv`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct QuoteRow<'a> {
    /// The document's id.
    pub id: &'a str,
    /// The speaker's name over all documents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<&'a str>,
    /// The speaker's stable id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<&'a str>,
    /// 'direct', 'mixed', 'indirect'.
    pub kind: &'static str,
    /// How the speaker is known.
    pub speaker_via: &'static str,
    /// How likely it is right.
    pub score: f32,
    /// The words for who says it.
    pub source: &'a str,
    /// The words that say that it is said.
    pub cue: &'a str,
    /// What is said.
    pub content: &'a str,
    /// Words of it.
    pub words: usize,
    /// Where its first piece starts.
    pub start: u32,
    /// Where its last piece ends.
    pub end: u32,
    /// Its place among the document's quotes.
    pub n: usize,
    /// The place among the document's quotes of the one it repeats.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_as: Option<usize>,
    /// The quote of an earlier document that it repeats.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_in: Option<Elsewhere<'a>>,
}

/// A quote of another document.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Elsewhere<'a> {
    /// The document's id.
    pub id: &'a str,
    /// Its place among the document's quotes.
    pub n: usize,
}

/// One line of JSON a quotation, by speaker.
///
/// # Errors
/// Those of `out`.
pub fn jsonl(corpus: &Corpus<'_>, speaker: Option<&str>, out: &mut impl Write) -> io::Result<()> {
    rows(corpus, speaker).iter().try_for_each(|row| write_line(out, row))
}

/// RFC 4180: a head, then a row a quotation, by speaker.
///
/// # Errors
/// Those of `out`.
pub fn csv(corpus: &Corpus<'_>, speaker: Option<&str>, out: &mut impl Write) -> io::Result<()> {
    let head =
        "id,speaker,entity,kind,speaker_via,score,source,cue,content,words,start,end,n,same_as,same_in_id,same_in_n";
    write!(out, "{head}\r\n")?;
    for row in rows(corpus, speaker) {
        let [score, words, start, end] =
            [row.score.to_string(), row.words.to_string(), row.start.to_string(), row.end.to_string()];
        let n = row.n.to_string();
        let same_as = row.same_as.map(|n| n.to_string()).unwrap_or_default();
        let (same_id, same_n) = row.same_in.map(|first| (first.id, first.n.to_string())).unwrap_or_default();
        let (speaker, entity) = (row.speaker.unwrap_or_default(), row.entity.unwrap_or_default());
        let fields = [
            row.id,
            speaker,
            entity,
            row.kind,
            row.speaker_via,
            &score,
            row.source,
            row.cue,
            row.content,
            &words,
            &start,
            &end,
            &n,
            &same_as,
            same_id,
            &same_n,
        ];
        write!(out, "{}\r\n", fields.map(field).join(","))?;
    }
    Ok(())
}

fn field(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

fn rows<'a>(corpus: &Corpus<'a>, speaker: Option<&str>) -> Vec<QuoteRow<'a>> {
    let speakers = speakers_of(corpus);
    let wanted = speakers.iter().filter(|one| speaker.is_none_or(|name| is_called(corpus, one, name)));
    wanted.flat_map(|one| one.quotes.iter().map(|&(document, quote)| row(corpus, document, one.who, quote))).collect()
}

fn row<'a>(corpus: &Corpus<'a>, document: usize, who: Who<'a>, quote: &'a QuoteSummary) -> QuoteRow<'a> {
    let documents = corpus.documents;
    let elsewhere = |first: QuotePlace| Elsewhere { id: &documents[first.document].id, n: first.quote };
    let (speaker, entity) = match who {
        Who::Named(name, entity) => (Some(name), Some(entity).filter(|entity| !entity.is_empty())),
        Who::Unnamed(_) | Who::Unknown => (None, None),
    };
    QuoteRow {
        id: &documents[document].id,
        speaker,
        entity,
        kind: quote.kind.name(),
        speaker_via: quote.via.name(),
        score: (quote.score * 1000.0).round() / 1000.0,
        source: &quote.source,
        cue: &quote.cue,
        content: &quote.content,
        words: quote.words,
        start: quote.places.first().map_or(0, |place| place.0),
        end: quote.places.last().map_or(0, |place| place.1),
        n: quote.place,
        same_as: quote.same_as,
        same_in: quote.same_in.map(elsewhere),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fields_are_quoted_where_they_must() {
        assert_eq!(super::field("plain"), "plain");
        assert_eq!(super::field("a \"b\", c"), "\"a \"\"b\"\", c\"");
    }
}
