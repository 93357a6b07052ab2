//! Who said what, by speaker.

use cutline_doc::{QuoteKind, SpeakerVia};
use maud::{Markup, html};

use super::book::Book;
use super::documents::{filter, tagged};
use super::shell::View;
use crate::QuoteSummary;
use crate::view::count;
use crate::view::quotes::Who;

pub(super) fn sheets(book: &Book<'_>) -> Vec<Vec<View>> {
    book.parts(book.speakers.len()).into_iter().map(|part| vec![view(book, part)]).collect()
}

fn view(book: &Book<'_>, part: std::ops::Range<usize>) -> View {
    let body = html! {
        h1 { "Quotes" }
        p.lead { "By speaker, those most quoted first. A repeat of the same utterance is marked “again” and not counted." }
        (book.pager("quotes", book.speakers.len(), &part))
        (filter("Filter by speaker or words", &[
            ("direct", "direct"), ("mixed", "partly in quotation marks"), ("indirect", "indirect"), ("unnamed", "unnamed or unknown speaker"),
        ]))
        div.rows data-list="quotes" data-item=".quote" {
            @for n in part { (speaker(book, n)) }
        }
        @if book.speakers.is_empty() { p.empty { "Nobody is quoted." } }
    };
    View { id: "quotes".into(), title: "Quotes".into(), body }
}

fn speaker(book: &Book<'_>, n: usize) -> Markup {
    let (who, said) = &book.speakers[n];
    let fresh = || said.iter().map(|&(d, at)| &book.summary(d).quotes[at]).filter(|quote| quote.same_as.is_none());
    let words = fresh().map(|quote| quote.words).sum();
    let entity = said.first().and_then(|&(d, at)| book.entity_of(d, book.summary(d).quotes[at].speaker?));
    html! {
        section.speaker id={ "w" (n) } data-group {
            h2 {
                @match (who, entity) {
                    (Who::Named(name, _), Some(entity)) => a.n.person href=(book.entity(entity)) { (name) },
                    (Who::Unknown, _) => span.doubt { "Unknown speaker" },
                    _ => (who.name()),
                }
                " " small { (count(fresh().count(), "quote")) " · " (count(words, "word")) }
            }
            ol.quotes { @for &(document, at) in said { (row(book, document, at)) } }
        }
    }
}

/// One quote with the way to where it stands.
pub(super) fn row(book: &Book<'_>, document: usize, at: usize) -> Markup {
    let quote = &book.summary(document).quotes[at];
    let again = quote.same_as.is_some();
    let tags = [("unnamed", quote.speaker.is_none()), ("again", again)];
    let words: Vec<&str> = [quote.source.as_str(), quote.cue.as_str()].into_iter().filter(|w| !w.is_empty()).collect();
    html! {
        li.quote data-tags={ (quote.kind.name()) " " (tagged(&tags)) } {
            blockquote class=[(quote.kind == QuoteKind::Indirect).then_some("indirect")] { (quote.content) }
            p.facts {
                a href=(book.place(document, 'q', at)) { (book.said(document)) }
                @if !words.is_empty() { span { (words.join(" ")) } }
                @if !matches!(quote.via, SpeakerVia::Name | SpeakerVia::None) { span { "by " (quote.via.name()) } }
                @if quote.kind != QuoteKind::Direct { span { (quote.kind.name()) } }
                @if again { span.doubt { "again" } }
                @if crate::record::rounded(quote.score) < 0.5 { span.doubt { "unsure" } }
            }
        }
    }
}

/// Where the speaker of a quote is told about.
pub(super) fn link(book: &Book<'_>, document: usize, quote: &QuoteSummary) -> Option<String> {
    match quote.speaker.and_then(|speaker| book.entity_of(document, speaker)) {
        Some(entity) => Some(book.entity(entity)),
        None => book.speaker_of(document, quote).map(|speaker| book.speaker(speaker)),
    }
}
