//! The first page: figures, charts, and what an editor should look at.

use cutline_doc::Label;
use maud::{Markup, html};

use super::book::Book;
use super::charts::{Bar, bars, columns};
use super::names::{colour, order};
use super::shell::View;
use super::{captions, quotes, time};
use crate::view::number;
use crate::view::quotes::Who;

/// Rows of a chart.
const ROWS: usize = 10;

pub(super) fn view(book: &Book<'_>) -> View {
    let body = html! {
        h1 { (book.site.title) }
        (figures(book))
        @if book.corpus().documents.is_empty() { p.empty { "Nothing was read." } }
        div.panels {
            (panel("Documents over time", over_time(book)))
            (panel("People most named", named(book, |label| label == Label::Person)))
            (panel("Organisations most named", named(book, |label| label == Label::Org)))
            (panel("Who is quoted how much", quoted(book)))
            (panel("Captions by agency", by_agency(book)))
            (panel("Places most named", named(book, |label| label == Label::Gpe)))
        }
        (to_check(book))
        p.made { "Made by cutline " (env!("CARGO_PKG_VERSION")) ". Nothing in this file is fetched from anywhere; names, dates and speakers were found by rules and models and can be wrong: pointing at a mark shows what decided." }
    };
    View { id: "overview".into(), title: "Overview".into(), body }
}

fn panel(heading: &str, body: Option<Markup>) -> Markup {
    html! { @if let Some(body) = body { section.panel { h2 { (heading) } (body) } } }
}

fn figures(book: &Book<'_>) -> Markup {
    let corpus = book.corpus();
    let sum = |of: &dyn Fn(&crate::Summary) -> usize| corpus.documents.iter().map(of).sum::<usize>();
    let people = order(book, |label| label == Label::Person).len();
    let fresh = sum(&|document| document.quotes.iter().filter(|quote| quote.same_as.is_none()).count());
    let figures = [
        ("documents", corpus.documents.len(), "documents"),
        ("words", sum(&|document| document.words), "documents"),
        ("people", people, "people"),
        ("quotes", fresh, "quotes"),
        ("captions", sum(&|document| document.captions.len()), "captions"),
        ("different pictures", corpus.captions.len(), "captions"),
        ("dates", book.days.len(), "timeline"),
        ("repeated stories", corpus.stories.len(), "stories"),
    ];
    html! {
        ul.figures {
            @for (name, n, link) in figures { li { a href=(book.view(link)) { b { (number(n)) } " " span { (name) } } } }
        }
    }
}

fn over_time(book: &Book<'_>) -> Option<Markup> {
    let days = book.site.corpus.documents.iter().filter_map(|document| document.published.as_deref());
    let days: Vec<_> = days.filter_map(time::day).collect();
    let open = book.corpus().documents.len() - days.len();
    let chart = (!days.is_empty()).then(|| columns(&time::columns(&days), "documents"));
    (chart.is_some() || open > 0).then(|| {
        html! {
            @if let Some(chart) = chart { (chart) }
            @if open > 0 { p.quiet { (number(open)) " without a known date" } }
        }
    })
}

fn named(book: &Book<'_>, wanted: impl Fn(Label) -> bool) -> Option<Markup> {
    let order = order(book, wanted);
    let rows = order.iter().take(ROWS).map(|&n| {
        let (entity, named) = (&book.corpus().entities[n], &book.names[n]);
        Bar { part: named.captions, ..Bar::new(&entity.name, Some(book.entity(n)), named.text) }
    });
    let rows: Vec<Bar> = rows.collect();
    let class = order.first().map_or("", |&n| colour(book.corpus().entities[n].label));
    (!rows.is_empty()).then(|| {
        html! {
            (bars(class, &rows))
            p.quiet { "mentions in text" @if rows.iter().any(|row| row.part > 0) { "; the lighter part: in captions" } }
        }
    })
}

fn quoted(book: &Book<'_>) -> Option<Markup> {
    let known = book.speakers.iter().enumerate().filter(|(_, (who, _))| *who != Who::Unknown);
    let rows = known.take(ROWS).map(|(n, (who, said))| {
        let fresh =
            said.iter().map(|&(d, at)| (d, &book.summary(d).quotes[at])).filter(|(_, quote)| quote.same_as.is_none());
        let fresh: Vec<_> = fresh.collect();
        let words: usize = fresh.iter().map(|(_, quote)| quote.words).sum();
        let link = fresh.first().and_then(|(document, quote)| quotes::link(book, *document, quote));
        let said = Some(format!("{} · {} w", number(fresh.len()), number(words)));
        Bar { said, ..Bar::new(who.name(), link.or_else(|| Some(book.speaker(n))), fresh.len()) }
    });
    let rows: Vec<Bar> = rows.collect();
    (!rows.is_empty()).then(|| html! { (bars("quotes", &rows)) p.quiet { "quotes, and their words" } })
}

fn by_agency(book: &Book<'_>) -> Option<Markup> {
    let all = book.corpus().all_captions();
    let agencies = captions::agencies(book, &all);
    let rows = agencies.into_iter().take(ROWS).map(|(agency, n)| Bar::new(agency, Some(book.view("captions")), n));
    let rows: Vec<Bar> = rows.collect();
    (!rows.is_empty()).then(|| html! { (bars("captions", &rows)) p.quiet { "pictures, each once" } })
}

/// What is doubtful or missing, with the list that shows it.
fn to_check(book: &Book<'_>) -> Markup {
    let corpus = book.corpus();
    let documents = |holds: &dyn Fn(&crate::Summary) -> bool| corpus.documents.iter().filter(|d| holds(d)).count();
    let quotes = corpus.documents.iter().flat_map(|document| &document.quotes);
    let all = corpus.all_captions();
    let uncredited = corpus.captions.iter().filter(|group| all[group.canonical].2.credit.is_none()).count();
    let rows = [
        ("documents whose date is unknown", documents(&|d| d.published.is_none()), "documents:undated"),
        (
            "documents whose date is inferred",
            documents(&|d| d.published_how.as_ref().is_some_and(|(_, inferred)| *inferred)),
            "documents:undated",
        ),
        ("documents with remarks", documents(&|d| !d.warnings.is_empty()), "documents:remarks"),
        (
            "quotes whose speaker is not named",
            quotes.filter(|q| q.speaker.is_none() && q.same_as.is_none()).count(),
            "quotes:unnamed",
        ),
        ("pictures without credit", uncredited, "captions:uncredited"),
        (
            "names whose joining is doubtful",
            corpus.entities.iter().filter(|e| !e.doubts.is_empty() && !e.label.is_amount()).count(),
            "people:doubt",
        ),
    ];
    html! {
        @if rows.iter().any(|(_, n, _)| *n > 0) {
            section.check {
                h2 { "Worth a look" }
                ul.plain {
                    @for (what, n, list) in rows.into_iter().filter(|(_, n, _)| *n > 0) {
                        @let (view, tag) = list.split_once(':').unwrap_or((list, ""));
                        li { a href={ (book.view(view)) ":" (tag) } { b { (number(n)) } " " (what) } }
                    }
                }
            }
        }
    }
}
