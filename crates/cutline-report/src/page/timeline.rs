//! What happened when.

use cutline_doc::Date;
use maud::{Markup, html};

use super::book::Book;
use super::documents::{filter, tagged};
use super::shell::View;
use crate::view::timeline::{Entry, days_of};

pub(super) fn sheets(book: &Book<'_>) -> Vec<Vec<View>> {
    book.parts(book.days.len()).into_iter().map(|part| vec![view(book, part)]).collect()
}

fn view(book: &Book<'_>, part: std::ops::Range<usize>) -> View {
    let body = html! {
        h1 { "Timeline" }
        p.lead { "Sentences by the day they speak of. “Last Tuesday” is read against the day the article appeared." }
        (book.pager("timeline", book.days.len(), &part))
        (filter("Filter by date or words", &[("text", "in texts"), ("caption", "in captions"), ("day", "single days"), ("several", "in several documents")]))
        div.rows.timeline data-list="dates" data-item=".event" {
            @for n in part { (day(book, n)) }
        }
        @if book.days.is_empty() { p.empty { "No time expression could be given a date." } }
    };
    View { id: "timeline".into(), title: "Timeline".into(), body }
}

fn day(book: &Book<'_>, n: usize) -> Markup {
    let (interval, entries) = &book.days[n];
    html! {
        section.day id={ "t" (n) } data-group {
            h2 { time { (days_of(*interval)) } }
            ul { @for entry in entries { (event(book, *interval, entry)) } }
        }
    }
}

fn event(book: &Book<'_>, (begin, end): (Date, Date), entry: &Entry<'_>) -> Markup {
    let event = entry.event;
    let first = entry.documents[0];
    let mut others: Vec<usize> = entry.documents.iter().copied().filter(|&document| document != first).collect();
    others.dedup();
    let tags = [
        ("text", !event.in_caption),
        ("caption", event.in_caption),
        ("day", begin == end),
        ("several", !others.is_empty()),
    ];
    html! {
        li.event data-tags=(tagged(&tags)) {
            (sentence(event))
            p.facts {
                a href=(book.place(first, 't', event.index)) { (book.said(first)) }
                @for &other in others.iter().take(8) { a href=(book.document(other)) { "also in document " (other + 1) } }
                @if others.len() > 8 { span { "and " (others.len() - 8) " more" } }
                @if event.in_caption { span { "caption" } }
            }
        }
    }
}

/// The sentence with its time expression marked.
fn sentence(event: &crate::Event) -> Markup {
    let line = &event.sentence;
    let cut = event.at.and_then(|at| {
        let end = at + event.words.len();
        Some((line.get(..at)?, line.get(at..end)?, line.get(end..)?))
    });
    html! {
        @match cut {
            Some((before, words, after)) => p { (before) b.t { (words) } (after) },
            None => p { b.t { (event.words) } " – " (line) },
        }
    }
}
