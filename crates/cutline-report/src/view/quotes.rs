//! Who said what.

use std::collections::BTreeMap;

use cutline_doc::{QuoteKind, SpeakerVia};

use super::{Corpus, Limits, cell, count, document_numbers, entities, more, number};
use crate::{Column, Gender, Page, QuoteSummary, Style, Table, Text};

mod rows;

pub use rows::{QuoteRow, csv, jsonl};

/// One who is quoted: a named speaker, an unnamed source ('U.S. officials'),
/// or nobody known.
#[derive(Clone, Debug)]
pub(crate) struct Speaker<'a> {
    pub who: Who<'a>,
    /// Document and quote; an utterance that stands twice is here twice.
    pub quotes: Vec<(usize, &'a QuoteSummary)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Who<'a> {
    /// A name, and how it is told from others of the same name.
    Named(&'a str, &'a str),
    Unnamed(&'a str),
    Unknown,
}

impl<'a> Who<'a> {
    pub(crate) fn name(self) -> &'a str {
        match self {
            Who::Named(name, _) | Who::Unnamed(name) => name,
            Who::Unknown => "unknown",
        }
    }

    fn text(self) -> Text {
        match self {
            Who::Named(name, _) => Text::strong(name),
            Who::Unnamed(name) => name.into(),
            Who::Unknown => entities::doubt("unknown"),
        }
    }
}

impl<'a> Speaker<'a> {
    /// Quotes without those that only repeat an earlier one, here or in another document.
    pub(super) fn utterances(&self) -> impl Iterator<Item = &(usize, &'a QuoteSummary)> {
        self.quotes.iter().filter(|(_, quote)| !quote.repeats())
    }

    pub(super) fn words(&self) -> usize {
        self.utterances().map(|(_, quote)| quote.words).sum()
    }

    pub(super) fn count(&self, kind: QuoteKind) -> usize {
        self.utterances().filter(|(_, quote)| quote.kind == kind).count()
    }

    /// The pronoun that the texts give, if they agree on one.
    pub(super) fn gender(&self) -> Option<Gender> {
        let mut genders = self.quotes.iter().filter_map(|(_, quote)| quote.gender);
        let first = genders.next()?;
        genders.all(|other| other == first).then_some(first)
    }
}

/// All who are quoted, most utterances first, the unknown last.
pub(crate) fn speakers_of<'a>(corpus: &Corpus<'a>) -> Vec<Speaker<'a>> {
    let over = entities::names_over(corpus);
    let mut speakers: BTreeMap<Who<'a>, Speaker<'a>> = BTreeMap::new();
    for (n, document) in corpus.documents.iter().enumerate() {
        for quote in &document.quotes {
            let who = who(corpus, &over, n, quote);
            speakers.entry(who).or_insert_with(|| Speaker { who, quotes: Vec::new() }).quotes.push((n, quote));
        }
    }
    let mut speakers: Vec<Speaker<'a>> = speakers.into_values().collect();
    let nobody = |speaker: &Speaker<'_>| speaker.who == Who::Unknown;
    speakers.sort_by_key(|one| (nobody(one), std::cmp::Reverse((one.utterances().count(), one.words()))));
    speakers
}

/// Who says a quote; `over` is [`entities::names_over`].
pub(crate) fn who<'a>(
    corpus: &Corpus<'a>,
    over: &BTreeMap<(usize, u32), usize>,
    document: usize,
    quote: &'a QuoteSummary,
) -> Who<'a> {
    let Some(speaker) = quote.speaker else {
        let nobody = quote.source.is_empty() || quote.via == SpeakerVia::Pronoun || is_pronoun(&quote.source);
        return if nobody { Who::Unknown } else { Who::Unnamed(&quote.source) };
    };
    match over.get(&(document, speaker)) {
        Some(&entity) => Who::Named(&corpus.entities[entity].name, &corpus.entities[entity].id),
        None => {
            corpus.documents[document].names.get(speaker as usize).map_or(Who::Unknown, |n| Who::Named(&n.name, ""))
        }
    }
}

fn is_pronoun(source: &str) -> bool {
    ["he", "she", "they", "it", "who", "i", "we"].contains(&source.to_lowercase().as_str())
}

/// A line for each speaker with the fullest direct quote: for the report.
pub fn speakers(corpus: &Corpus<'_>, limits: Limits) -> Page {
    let mut page = Page::default();
    let speakers = speakers_of(corpus);
    if speakers.is_empty() {
        return page;
    }
    let utterances = speakers.iter().map(|speaker| speaker.utterances().count()).sum();
    page.heading(1, "Who said what", format!("{} · {}", count(utterances, "quote"), count(speakers.len(), "source")));
    let mut table = Table::new([
        Column::cut("", 16),
        Column::number("quotes"),
        Column::number("direct"),
        Column::number("words"),
        Column::cut("in", 5),
        Column::cut("for example", 24),
    ]);
    let rows = limits.rows * 2 / 3;
    for speaker in speakers.iter().take(rows) {
        table.row([
            speaker.who.text(),
            cell(speaker.utterances().count()).into(),
            cell(speaker.count(QuoteKind::Direct)).into(),
            cell(speaker.words()).into(),
            Text::faint(document_numbers(speaker.quotes.iter().map(|(document, _)| *document))),
            example(speaker).into(),
        ]);
    }
    page.table(table);
    more(&mut page, speakers.len(), rows, "sources");
    page
}

/// The longest direct quote, else the longest of all.
fn example<'a>(speaker: &Speaker<'a>) -> &'a str {
    let longest = speaker.utterances().max_by_key(|(_, q)| (q.kind == QuoteKind::Direct, q.words));
    longest.map_or("", |(_, quote)| &quote.content)
}

/// Every quotation, by speaker: the `quotes` view. With a name, only of those
/// whom it names.
pub fn page(corpus: &Corpus<'_>, speaker: Option<&str>) -> Page {
    let mut page = Page::default();
    for one in speakers_of(corpus).iter().filter(|one| speaker.is_none_or(|name| is_called(corpus, one, name))) {
        let utterances = one.utterances().count();
        let again = one.quotes.len() - utterances;
        let mut note = format!("{} · {}", count(utterances, "quote"), count(one.words(), "word"));
        if again > 0 {
            note.push_str(&format!(" · {} repeated", number(again)));
        }
        page.heading(2, one.who.name(), note);
        let mut table = Table::new([Column::number(""), Column::keep(""), Column::wrap("", 56), Column::cut("", 14)]);
        for &(document, quote) in &one.quotes {
            table.row([Text::faint(number(document + 1)), kind(quote), content(quote), by(quote)]);
        }
        page.table(table);
    }
    let mut index = Table::new([Column::number(""), Column::wrap("", 30)]);
    for (n, document) in corpus.documents.iter().enumerate() {
        index.row([
            Text::faint(number(n + 1)),
            Text::from(document.title()).and(Style::Faint, format!(" · {}", document.id)),
        ]);
    }
    if page.parts.is_empty() {
        page.paragraph("No quotes.");
    } else {
        page.heading(2, "Documents", "");
        page.table(index);
    }
    page
}

/// Whether `name` is, or is part of, a speaker's name or one of its forms.
pub(super) fn is_called(corpus: &Corpus<'_>, speaker: &Speaker<'_>, name: &str) -> bool {
    let name = name.to_lowercase();
    let holds = |form: &str| form.to_lowercase().contains(&name);
    if holds(speaker.who.name()) {
        return true;
    }
    let Who::Named(_, id) = speaker.who else { return false };
    let entity = corpus.entities.iter().find(|entity| entity.id == id);
    entity.is_some_and(|entity| entity.aliases.iter().any(|alias| holds(&alias.text)))
}

fn kind(quote: &QuoteSummary) -> Text {
    Text::faint(if quote.repeats() { "again" } else { quote.kind.name() })
}

fn content(quote: &QuoteSummary) -> Text {
    if quote.repeats() { Text::faint(&quote.content) } else { quote.content.as_str().into() }
}

/// 'Trump said (name)': the words that attribute it, and how the speaker is known.
fn by(quote: &QuoteSummary) -> Text {
    let words: Vec<&str> = [quote.source.as_str(), quote.cue.as_str()].into_iter().filter(|w| !w.is_empty()).collect();
    Text::faint(format!("{} ({})", words.join(" "), quote.via.name()).trim_start())
}
