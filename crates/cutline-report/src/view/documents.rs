//! What these documents are.

use super::{Corpus, Limits, cell, count, more, number};
use crate::{Column, Page, Style, Summary, Table, Text};

/// One entry a document: title, date and how it is known, source, and how much
/// of it is body, captions, other.
pub fn page(corpus: &Corpus<'_>, limits: Limits) -> Page {
    let documents = corpus.documents;
    let words = documents.iter().map(|document| document.words).sum();
    let captions = documents.iter().map(|document| document.captions.len()).sum();
    let quotes: usize = documents.iter().map(|document| document.quotes.len()).sum();
    let mut note = vec![count(documents.len(), "document"), count(words, "word"), count(captions, "caption")];
    if quotes > 0 {
        note.push(count(quotes, "quote"));
    }
    let mut page = Page::default();
    page.heading(1, "Documents", note.join(" · "));
    let mut table = Table::new([
        Column::number(""),
        Column::wrap("", 30),
        Column::number("body"),
        Column::number("captions"),
        Column::number("other"),
    ]);
    for (n, document) in documents.iter().take(limits.rows).enumerate() {
        let [body, captions, other] = document.share.percent().map(percent);
        table.row([Text::faint(number(n + 1)), title(document), body.into(), captions.into(), other.into()]);
        table.row(["".into(), about(document), "".into(), "".into(), "".into()]);
    }
    page.table(table);
    more(&mut page, documents.len(), limits.rows, "documents");
    warnings(&mut page, documents);
    page
}

fn percent(n: usize) -> String {
    if n == 0 { String::new() } else { format!("{n} %") }
}

fn title(document: &Summary) -> Text {
    match &document.headline {
        Some(headline) => Text::strong(headline),
        None if document.first_words.is_empty() => Text::faint("(empty)"),
        None => Text::faint("no headline: ").and(Style::Plain, opening(&document.first_words)),
    }
}

/// Enough words to recognise a text by.
fn opening(words: &str) -> String {
    let end = words.char_indices().nth(90).map(|(at, _)| at);
    match end.and_then(|end| words[..end].rfind(' ')) {
        Some(end) => format!("{} …", words[..end].trim_end_matches([',', ';', ':', ' '])),
        None => words.to_owned(),
    }
}

fn about(document: &Summary) -> Text {
    let mut parts: Vec<String> = Vec::new();
    let by = document.byline.join(", ");
    parts.extend((!by.is_empty()).then(|| format!("by {by}")));
    let agency = document.agency.as_ref().filter(|agency| !document.byline.contains(agency));
    parts.extend(agency.cloned());
    parts.extend(document.site.clone());
    parts.extend(document.section.clone());
    parts.extend(document.place.clone());
    parts.extend((document.language != "en" && document.language != "und").then(|| document.language.clone()));
    parts.push(document.id.clone());
    date(document).and(Style::Faint, format!(" · {}", parts.join(" · ")))
}

/// The date and how it is known: '2025-01-31 14:15', '2025-04-18 (inferred: post)'.
fn date(document: &Summary) -> Text {
    let Some(published) = &document.published else { return Text::styled(Style::Doubt, "date unknown") };
    let day = published.replacen('T', " ", 1);
    match &document.published_how {
        Some((how, true)) => Text::from(day).and(Style::Doubt, format!(" (inferred: {how})")),
        Some((how, false)) => Text::from(day).and(Style::Faint, format!(" ({how})")),
        None => day.into(),
    }
}

/// Each kind of warning once, with how often and where first.
fn warnings(page: &mut Page, documents: &[Summary]) {
    let mut kinds: std::collections::BTreeMap<&str, (usize, usize, &str)> = Default::default();
    for (n, document) in documents.iter().enumerate() {
        for (code, message) in &document.warnings {
            kinds.entry(code).or_insert((0, n + 1, message)).0 += 1;
        }
    }
    let mut table = Table::new([Column::keep(""), Column::number(""), Column::wrap("", 30)]);
    for (code, (times, first, message)) in kinds {
        let times = if times > 1 { format!("{}×", cell(times)) } else { String::new() };
        table.row([Text::styled(Style::Doubt, code), times.into(), format!("{message} [{first}]").into()]);
    }
    page.table(table);
}
