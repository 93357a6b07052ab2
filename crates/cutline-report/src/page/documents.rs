//! The list of documents.

use maud::{Markup, html};

use super::book::Book;
use super::document::shortened;
use super::shell::View;
use crate::Summary;
use crate::view::{count, number};

pub(super) fn view(book: &Book<'_>) -> View {
    let documents = book.corpus().documents;
    let body = html! {
        h1 { "Documents" }
        (filter("Filter by title, place, author, source", &[
            ("undated", "date unknown or inferred"), ("captions", "with captions"), ("story", "with other versions"), ("remarks", "with remarks"),
        ]))
        ol.rows data-list="documents" {
            @for (n, document) in documents.iter().enumerate() { (row(book, n, document)) }
        }
        @if documents.is_empty() { p.empty { "Nothing was read." } }
    };
    View { id: "documents".into(), title: "Documents".into(), body }
}

/// A field that narrows the list below it, and switches that narrow it further.
pub(super) fn filter(hint: &str, tags: &[(&str, &str)]) -> Markup {
    html! {
        div.filter role="group" aria-label="Narrow the list" {
            input type="search" data-filter placeholder=(hint) aria-label=(hint) spellcheck="false";
            @for (tag, label) in tags { button type="button" aria-pressed="false" data-tag=(tag) { (label) } }
            span.shown role="status" {}
        }
    }
}

fn row(book: &Book<'_>, n: usize, document: &Summary) -> Markup {
    let inferred = document.published_how.as_ref().is_none_or(|(_, inferred)| *inferred);
    let tags = [
        ("undated", inferred),
        ("captions", !document.captions.is_empty()),
        ("story", book.story_of(n).is_some()),
        ("remarks", !document.warnings.is_empty()),
    ];
    html! {
        li data-tags=(tagged(&tags)) {
            a.title href=(book.document(n)) { (title(document)) }
            p.facts { (facts(document)) }
            (shares(document))
        }
    }
}

/// The names of the tags that hold.
pub(super) fn tagged(tags: &[(&str, bool)]) -> String {
    tags.iter().filter(|(_, holds)| *holds).map(|(tag, _)| *tag).collect::<Vec<_>>().join(" ")
}

/// How much of it is running text, captions, other.
fn shares(document: &Summary) -> Markup {
    let [body, captions, other] = document.share.percent();
    let said = format!("{body} % text, {captions} % captions, {other} % other");
    html! {
        p.shares title=(said) {
            svg viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label=(said) {
                rect.s-body width=(body) height="6" {}
                rect.s-captions x=(body) width=(captions) height="6" {}
                rect.s-other x=(body + captions) width=(other) height="6" {}
            }
            span { (count(document.words, "word")) }
            @if !document.captions.is_empty() { span { (count(document.captions.len(), "caption")) } }
            @if !document.quotes.is_empty() { span { (number(document.quotes.len())) " quotes" } }
        }
    }
}

/// As much of the title as names it in a list of other things.
pub(super) fn short(document: &Summary) -> String {
    shortened(&title(document), 70)
}

/// Headline, else the first words.
pub(super) fn title(document: &Summary) -> String {
    match document.title() {
        "" => "(empty)".into(),
        _ if document.headline.is_none() => shortened(document.title(), 90),
        title => shortened(title, 200),
    }
}

/// Date and how it is known, authors, agency, site, place, id.
pub(super) fn facts(document: &Summary) -> Markup {
    let agency = document.agency.as_ref().filter(|agency| !document.byline.contains(agency));
    let by = document.byline.join(", ");
    let others = agency.into_iter().chain(&document.site).chain(&document.section).chain(&document.place);
    html! {
        (date(document))
        @if !by.is_empty() { span { "by " (by) } }
        @for other in others { span { (other) } }
        @if document.headline.is_none() { span { "no headline" } }
        @if !matches!(document.language.as_str(), "en" | "und" | "") { span { "language " (document.language) } }
        span.id { (document.id) }
    }
}

fn date(document: &Summary) -> Markup {
    let Some(published) = &document.published else { return html! { span.doubt { "date unknown" } } };
    let (how, inferred) = document.published_how.as_ref().map_or(("", false), |(how, inferred)| (how, *inferred));
    html! {
        span title={ "by " (how) } {
            time { (published.replacen('T', " ", 1)) }
            @if inferred { " " em.doubt { "inferred: " (how) } }
        }
    }
}
