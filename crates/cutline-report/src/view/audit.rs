//! The sources audit: who is quoted, how often, at what length, how.

use cutline_doc::QuoteKind;

use super::quotes::{Speaker, Who, speakers_of};
use super::{Corpus, Limits, cell, count, more, number};
use crate::{Column, Gender, Page, Table, Text};

/// Shares of named and unnamed sources, of direct speech, of 'he' and 'she'
/// where the text itself says so; then a row a source.
pub fn page(corpus: &Corpus<'_>, limits: Limits) -> Page {
    let speakers = speakers_of(corpus);
    let mut page = Page::default();
    let utterances: usize = speakers.iter().map(|speaker| speaker.utterances().count()).sum();
    let note = [count(utterances, "quote"), count(speakers.len(), "source"), count(corpus.documents.len(), "document")];
    page.heading(1, "Sources", note.join(" · "));
    page.table(shares(&speakers));
    page.table(sources(&speakers, limits.rows));
    more(&mut page, speakers.len(), limits.rows, "sources");
    page
}

fn shares(speakers: &[Speaker<'_>]) -> Table {
    let of = |wanted: &dyn Fn(&Speaker<'_>) -> bool| -> Vec<&Speaker<'_>> {
        speakers.iter().filter(|speaker| wanted(speaker)).collect()
    };
    let rows: [(&str, Vec<&Speaker<'_>>); 6] = [
        ("named", of(&|s| matches!(s.who, Who::Named(..)))),
        ("unnamed", of(&|s| matches!(s.who, Who::Unnamed(_)))),
        ("unknown", of(&|s| s.who == Who::Unknown)),
        ("‘he’ in the text", of(&|s| is_named(s) && s.gender() == Some(Gender::He))),
        ("‘she’ in the text", of(&|s| is_named(s) && s.gender() == Some(Gender::She))),
        ("no pronoun given", of(&|s| is_named(s) && s.gender().is_none())),
    ];
    let all = speakers.iter().map(Speaker::words).sum::<usize>().max(1);
    let mut table = Table::new([
        Column::keep(""),
        Column::number("sources"),
        Column::number("quotes"),
        Column::number("words"),
        Column::number("of all words"),
    ]);
    for (what, speakers) in rows.into_iter().filter(|(_, speakers)| !speakers.is_empty()) {
        let words: usize = speakers.iter().map(|speaker| speaker.words()).sum();
        let quotes = speakers.iter().map(|speaker| speaker.utterances().count()).sum();
        table.row([
            what.into(),
            number(if what == "unknown" { 0 } else { speakers.len() }).into(),
            number(quotes).into(),
            number(words).into(),
            format!("{} %", (words * 100 + all / 2) / all).into(),
        ]);
    }
    table
}

fn is_named(speaker: &Speaker<'_>) -> bool {
    matches!(speaker.who, Who::Named(..))
}

fn sources(speakers: &[Speaker<'_>], rows: usize) -> Table {
    let mut table = Table::new([
        Column::cut("source", 20),
        Column::keep(""),
        Column::keep("pronoun"),
        Column::number("quotes"),
        Column::number("words"),
        Column::number("direct"),
        Column::number("mixed"),
        Column::number("indirect"),
        Column::number("documents"),
    ]);
    for speaker in speakers.iter().take(rows) {
        let mut documents: Vec<usize> = speaker.quotes.iter().map(|(document, _)| *document).collect();
        documents.dedup();
        let named = match speaker.who {
            Who::Named(..) => "named",
            Who::Unnamed(_) => "unnamed",
            Who::Unknown => "",
        };
        let gender = speaker.gender().filter(|_| is_named(speaker)).map_or("", Gender::name);
        let kinds = QuoteKind::ALL.iter().map(|&kind| cell(speaker.count(kind)).into());
        let mut row: Vec<Text> = vec![
            if is_named(speaker) { Text::strong(speaker.who.name()) } else { speaker.who.name().into() },
            Text::faint(named),
            gender.into(),
            cell(speaker.utterances().count()).into(),
            cell(speaker.words()).into(),
        ];
        row.extend(kinds);
        row.push(cell(documents.len()).into());
        table.rows.push(row);
    }
    table
}
