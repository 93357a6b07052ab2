//! Views of one or many documents. Each is a small file that turns plain
//! records into a [`Page`](crate::Page); none knows how anything was found.

pub mod audit;
pub mod captions;
pub mod documents;
pub mod entities;
pub mod explain;
pub mod quotes;
pub mod stories;
pub mod timeline;

use cutline_doc::{CaptionGroup, CorpusEntity, StoryGroup};

use crate::{CaptionSummary, NameSummary, Page, Summary};

/// What is known about many documents.
#[derive(Clone, Copy, Debug, Default)]
pub struct Corpus<'a> {
    /// In input order; all indices below are places in this list.
    pub documents: &'a [Summary],
    /// Who or what is named, over all documents.
    pub entities: &'a [CorpusEntity],
    /// Groups of captions, by their places in the list of all captions of all
    /// documents, one document after the other.
    pub captions: &'a [CaptionGroup],
    /// Versions of one story.
    pub stories: &'a [StoryGroup],
}

impl<'a> Corpus<'a> {
    /// All captions, each with its document and its index there.
    pub(crate) fn all_captions(&self) -> Vec<(usize, usize, &'a CaptionSummary)> {
        let documents = self.documents.iter().enumerate();
        documents.flat_map(|(d, document)| document.captions.iter().enumerate().map(move |(n, c)| (d, n, c))).collect()
    }

    /// What the documents say about an entity, one part a document.
    pub(crate) fn parts_of(&self, entity: &'a CorpusEntity) -> impl Iterator<Item = (usize, &'a NameSummary)> {
        let documents = self.documents;
        entity.members.iter().filter_map(move |member| {
            let names = &documents.get(member.document)?.names;
            Some((member.document, names.get(member.entity as usize)?))
        })
    }
}

/// The id of a caption: its document's id and its place among the document's
/// captions, from 0. A group of captions bears its canonical caption's id.
pub fn caption_id(document: &str, index: usize) -> String {
    format!("{document}#c{index}")
}

/// How much a report shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Rows of the longest table of names; other tables have a share of it.
    pub rows: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { rows: 15 }
    }
}

/// The report: what these documents are, who is in them, which captions there
/// are, what repeats, who said what, and when.
pub fn report(corpus: &Corpus<'_>, limits: Limits) -> Page {
    let mut page = documents::page(corpus, limits);
    page.append(entities::people(corpus, limits));
    page.append(quotes::speakers(corpus, limits));
    page.append(captions::overview(corpus, limits));
    page.append(stories::overview(corpus, limits));
    page.append(timeline::key_dates(corpus, limits));
    page
}

/// '1 caption', '3 captions', '1,200 words'.
pub(crate) fn count(n: usize, one: &str) -> String {
    let many = match one.strip_suffix('y') {
        Some(stem) if n != 1 => format!("{stem}ies"),
        _ => format!("{one}{}", if n == 1 { "" } else { "s" }),
    };
    format!("{} {many}", number(n))
}

/// With commas between thousands.
pub(crate) fn number(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A count for a table: nothing instead of 0.
pub(crate) fn cell(n: usize) -> String {
    if n == 0 { String::new() } else { number(n) }
}

/// 'and 12 more', if there are more than are shown.
pub(crate) fn more(page: &mut Page, all: usize, shown: usize, what: &str) {
    if all > shown {
        page.paragraph(crate::Text::faint(format!("… and {} more {what}", number(all - shown))));
    }
}

/// Numbers of documents as a report shows them, from 1: '1 3 4–7'.
pub(crate) fn document_numbers(indices: impl IntoIterator<Item = usize>) -> String {
    let mut indices: Vec<usize> = indices.into_iter().map(|n| n + 1).collect();
    indices.sort_unstable();
    indices.dedup();
    let runs = indices.chunk_by(|a, b| a + 1 == *b);
    let runs: Vec<String> = runs
        .flat_map(|run| match run {
            [first, .., last] if run.len() > 2 => vec![format!("{first}–{last}")],
            run => run.iter().map(ToString::to_string).collect(),
        })
        .collect();
    runs.join(" ")
}

#[cfg(test)]
mod tests {
    #[test]
    fn counts_read_well() {
        assert_eq!(super::count(1, "caption"), "1 caption");
        assert_eq!(super::count(1200, "story"), "1,200 stories");
        assert_eq!(super::number(1_234_567), "1,234,567");
        assert_eq!(super::document_numbers([0, 4, 2, 3, 2, 8]), "1 3–5 9");
        assert_eq!(super::document_numbers([0, 1]), "1 2");
    }
}
