//! Which documents are versions of one story, or share passages.

use std::io::{self, Write};

use cutline_doc::{Passage, StoryGroup};
use schemars::JsonSchema;
use serde::Serialize;

use super::{Corpus, Limits, count, more, number};
use crate::record::one_line;
use crate::{Column, OffsetUnit, Offsets, Page, Style, Table, Text, write_line};

/// A table of the groups: for the report.
pub fn overview(corpus: &Corpus<'_>, limits: Limits) -> Page {
    let mut page = Page::default();
    if corpus.stories.is_empty() {
        return page;
    }
    page.heading(1, "Stories", count(corpus.stories.len(), "group"));
    let mut table = members_table();
    for story in corpus.stories.iter().take(limits.rows) {
        members(&mut table, corpus, story);
    }
    page.table(table);
    more(&mut page, corpus.stories.len(), limits.rows, "groups");
    page
}

/// Every group with the passages its documents share: the `stories` view.
/// `texts` holds the documents' texts in the order of the corpus.
pub fn page(corpus: &Corpus<'_>, texts: &[&str]) -> Page {
    let mut page = Page::default();
    for (n, story) in corpus.stories.iter().enumerate() {
        let Some(canonical) = corpus.documents.get(story.canonical) else { continue };
        let because = story.because.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(", ");
        let note = if because.is_empty() { String::new() } else { format!("origin by {because}") };
        page.heading(2, format!("{} {}", number(n + 1), canonical.title()), note);
        let mut table = members_table();
        members(&mut table, corpus, story);
        page.table(table);
        let mut passages = Table::new([Column::cut("", 5), Column::wrap("", 30)]);
        for passage in &story.shared_passages {
            let Some(text) = words_of(passage, texts) else { continue };
            passages.row([Text::faint(count(passage.places.len(), "document")), text.into()]);
        }
        page.table(passages);
    }
    if corpus.stories.is_empty() {
        page.paragraph("No two documents share a passage.");
    }
    page
}

fn members_table() -> Table {
    Table::new([
        Column::number(""),
        Column::keep(""),
        Column::number("similar"),
        Column::number("held"),
        Column::cut("", 30),
    ])
}

fn members(table: &mut Table, corpus: &Corpus<'_>, story: &StoryGroup) {
    for member in &story.members {
        let Some(document) = corpus.documents.get(member.index) else { continue };
        let origin = member.index == story.canonical;
        let title = Text::styled(if origin { Style::Strong } else { Style::Plain }, document.title());
        let date = document.published.as_deref().unwrap_or("date unknown");
        table.row([
            Text::faint(number(member.index + 1)),
            if origin { Text::strong("origin") } else { member.relation.name().into() },
            percent(member.similarity).into(),
            percent(member.containment).into(),
            title.and(Style::Faint, format!(" · {date} · {}", document.id)),
        ]);
    }
}

fn percent(share: f32) -> String {
    format!("{:.0} %", share * 100.0)
}

fn words_of(passage: &Passage, texts: &[&str]) -> Option<String> {
    let &(document, span) = passage.places.first()?;
    Some(one_line(texts.get(document)?.get(span.range())?))
}

/// A group of documents: a line of `stories --format jsonl`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct StoryRecord<'a> {
    /// The canonical document's id.
    pub story: &'a str,
    /// The same.
    pub canonical: &'a str,
    /// Why it is taken for the origin.
    pub because: Vec<&'a str>,
    /// All members, the canonical one among them.
    pub members: Vec<StoryMemberRecord<'a>>,
    /// What several members hold.
    pub shared_passages: Vec<PassageRecord<'a>>,
}

/// One document of a group.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct StoryMemberRecord<'a> {
    /// The document's id.
    pub id: &'a str,
    /// How it relates to the canonical document.
    pub relation: &'static str,
    /// Jaccard similarity with it.
    pub similarity: f32,
    /// Share of the smaller of the two that the other holds.
    pub containment: f32,
}

/// A passage and the places where it stands.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PassageRecord<'a> {
    /// As the first place has it, on one line.
    pub text: String,
    /// Where it stands.
    pub places: Vec<PassagePlace<'a>>,
}

/// A passage in a document.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PassagePlace<'a> {
    /// The document's id.
    pub id: &'a str,
    /// Where it starts.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
}

/// One line of JSON a group. `texts` holds the documents' texts in the order
/// of the corpus; places count `unit`s of them.
///
/// # Errors
/// Those of `out`.
pub fn jsonl(corpus: &Corpus<'_>, texts: &[&str], unit: OffsetUnit, out: &mut impl Write) -> io::Result<()> {
    let mut offsets: Vec<Option<Offsets<'_>>> = vec![None; texts.len()];
    for story in corpus.stories {
        for member in &story.members {
            let text = texts.get(member.index).copied().unwrap_or_default();
            if let Some(slot) = offsets.get_mut(member.index) {
                slot.get_or_insert_with(|| Offsets::new(text, unit));
            }
        }
        write_line(out, &record(corpus, story, texts, &offsets))?;
    }
    Ok(())
}

fn record<'a>(
    corpus: &Corpus<'a>,
    story: &'a StoryGroup,
    texts: &[&str],
    offsets: &[Option<Offsets<'_>>],
) -> StoryRecord<'a> {
    let id = |n: usize| corpus.documents[n].id.as_str();
    let members = story.members.iter().map(|member| StoryMemberRecord {
        id: id(member.index),
        relation: member.relation.name(),
        similarity: (member.similarity * 1000.0).round() / 1000.0,
        containment: (member.containment * 1000.0).round() / 1000.0,
    });
    let passages = story.shared_passages.iter().filter_map(|passage| {
        let places = passage.places.iter().filter_map(|&(n, span)| {
            let (start, end) = offsets.get(n)?.as_ref()?.span(span);
            Some(PassagePlace { id: id(n), start, end })
        });
        Some(PassageRecord { text: words_of(passage, texts)?, places: places.collect() })
    });
    StoryRecord {
        story: id(story.canonical),
        canonical: id(story.canonical),
        because: story.because.iter().map(AsRef::as_ref).collect(),
        members: members.collect(),
        shared_passages: passages.collect(),
    }
}
