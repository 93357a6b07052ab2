//! One document: its text as it stands, block by block, with names, dates and
//! quotes marked and linked; beside it what is known about it.

use cutline_doc::{Analysis, Block, BlockKind, Label, Span, TimexKind};
use maud::{Markup, html};

use super::book::Book;
use super::marks::{Layer, Mark, marked};
use super::names::colour;
use super::shell::View;
use crate::Summary;
use crate::record::{one_line, rounded};
use crate::view::count;

/// All documents, each a view, cut into files.
pub(super) fn sheets(book: &Book<'_>) -> Vec<Vec<View>> {
    book.parts(book.site.analyses.len()).into_iter().map(|part| part.map(|n| view(book, n)).collect()).collect()
}

fn view(book: &Book<'_>, n: usize) -> View {
    let summary = book.summary(n);
    View { id: format!("d{n}"), title: super::documents::title(summary), body: body(book, n, summary) }
}

fn body(book: &Book<'_>, n: usize, summary: &Summary) -> Markup {
    let last = book.site.analyses.len() - 1;
    html! {
        article.document data-doc=(n) {
            header {
                p.crumb {
                    a href=(book.view("documents")) { "Documents" } " · " (n + 1) " of " (last + 1)
                    span.step {
                        @if n > 0 { a href=(book.document(n - 1)) rel="prev" { "← previous" } }
                        @if n < last { a href=(book.document(n + 1)) rel="next" { "next →" } }
                    }
                }
                h1 { (super::documents::title(summary)) }
                p.facts { (super::documents::facts(summary)) }
                @if let Some(story) = book.story_of(n) {
                    p.note { "One of several versions, or shares passages: " a href=(book.story(story)) { "see them side by side" } }
                }
            }
            div data-tools {}
            div.beside {
                div.text { (text(book, n)) }
                aside aria-label="About this document" { (aside(book, n, summary)) }
            }
        }
    }
}

/// Switches for what is marked, and what its colours mean; they stand once in a
/// file, and the script puts them above each text.
pub(super) fn tools() -> Markup {
    let switches = [
        ("names", "Names"),
        ("dates", "Dates"),
        ("quotes", "Quotes"),
        ("kinds", "Blocks"),
        ("rest", "Menus and repeats"),
    ];
    html! {
        div.tools role="group" aria-label="What is marked in the text" {
            @for (name, label) in switches {
                button type="button" aria-pressed="true" data-switch=(name) { (label) }
            }
            ul.legend aria-label="Colours" {
                li { span.n.person { "person" } }
                li { span.n.org { "organisation" } }
                li { span.n.place { "place" } }
                li { span.n { "other name" } }
                li { span.t { "date" } }
                li { span.q { "quote" } }
            }
        }
    }
}

fn text(book: &Book<'_>, n: usize) -> Markup {
    let analysis = book.analysis(n);
    let layers = layers(book, n);
    let mut captions = analysis.document.captions.iter().enumerate().peekable();
    html! {
        @for block in &analysis.document.blocks {
            @let caption = captions.next_if(|(_, caption)| block.span.contains(caption.span)).map(|(c, _)| c);
            (one_block(book, n, block, caption, &layers))
        }
        @if analysis.document.blocks.is_empty() { p.empty { "This document holds no text." } }
    }
}

fn one_block(book: &Book<'_>, n: usize, block: &Block, caption: Option<usize>, layers: &[Layer]) -> Markup {
    let label = label(block.kind);
    let id = caption.map(|c| format!("d{n}.c{c}"));
    let group = caption.and_then(|c| book.group_of(n, c));
    let why = format!("by {}", block.rule);
    html! {
        div class={ "b k-" (block.kind.name()) } id=[id] title=(why) {
            @if let Some(label) = label {
                span.kind {
                    @if let Some(group) = group { a href=(book.group(group)) { (label) } } @else { (label) }
                }
            }
            (marked(&book.analysis(n).document.text, block.span, layers))
        }
    }
}

/// What stands beside a block; running text needs nothing.
fn label(kind: BlockKind) -> Option<&'static str> {
    Some(match kind {
        BlockKind::Paragraph | BlockKind::Headline | BlockKind::Heading | BlockKind::ListItem => return None,
        BlockKind::Subheadline => "deck",
        BlockKind::Section => "section",
        BlockKind::Timestamp => "date",
        BlockKind::Byline => "byline",
        BlockKind::BlockQuote => "quotation",
        BlockKind::Table => "table",
        BlockKind::Caption => "caption",
        BlockKind::Credit => "credit",
        BlockKind::GalleryHeading => "gallery",
        BlockKind::RelatedLinks => "related",
        BlockKind::SocialPost => "post",
        BlockKind::AuthorBio => "author",
        BlockKind::Correction => "correction",
        BlockKind::Interface => "interface",
        BlockKind::Repeat => "repeat",
    })
}

/// Credits and datelines, quotes, who says them, names and dates.
fn layers(book: &Book<'_>, n: usize) -> Vec<Layer> {
    let analysis = book.analysis(n);
    let document = &analysis.document;
    let credits = document.captions.iter().filter_map(|caption| caption.credit.as_ref()).map(|credit| credit.span);
    let dateline = document.metadata.dateline.iter().map(|dateline| dateline.span);
    let frame = credits.map(|span| Mark::new(span, "credit")).chain(dateline.map(|span| Mark::new(span, "dateline")));
    let words = |span: &Span| Mark::new(*span, "said");
    let said = analysis.quotes.iter().flat_map(|quote| quote.cue.iter().map(words));
    let names = names(book, n, analysis).chain(dates(book, n, analysis));
    [frame.collect(), quotes(book, n, analysis), said.collect(), names.collect()].map(Layer::new).into()
}

fn names<'a>(book: &'a Book<'_>, n: usize, analysis: &'a Analysis) -> impl Iterator<Item = Mark> + 'a {
    analysis.mentions.iter().map(move |mention| {
        let entity = mention.entity.and_then(|entity| book.entity_of(n, entity));
        let title = format!("{} · {:.2} by {}", mention.label.name(), rounded(mention.score), mention.rule);
        Mark {
            link: entity.map(|entity| book.entity(entity)),
            title,
            ..Mark::new(mention.span, format!("n {}", colour(mention.label)).trim_end())
        }
    })
}

fn dates<'a>(book: &'a Book<'_>, n: usize, analysis: &'a Analysis) -> impl Iterator<Item = Mark> + 'a {
    analysis.timexes.iter().enumerate().map(move |(at, timex)| {
        let anchor = timex.anchor.as_ref().map(|anchor| format!(" · read against {} ({})", anchor.day, anchor.from));
        let day = timex.interval.and_then(|interval| book.day_of(interval));
        Mark {
            link: day.map(|day| book.day(day)),
            id: Some(format!("d{n}.t{at}")),
            title: format!("{} · by {}{}", timex.value, timex.rule, anchor.unwrap_or_default()),
            ..Mark::new(timex.span, if timex.kind == TimexKind::Date { "t" } else { "t other" })
        }
    })
}

fn quotes(book: &Book<'_>, n: usize, analysis: &Analysis) -> Vec<Mark> {
    let quotes = analysis.quotes.iter().zip(&book.summary(n).quotes).enumerate();
    quotes
        .flat_map(|(at, (quote, summary))| {
            let (last, via) = (quote.content.len().saturating_sub(1), quote.speaker_via.name());
            let link = super::quotes::link(book, n, summary);
            quote.content.iter().enumerate().map(move |(piece, span)| Mark {
                id: (piece == 0).then(|| format!("d{n}.q{at}")),
                title: format!("{} · by {via} · {:.2} by {}", quote.kind.name(), rounded(quote.score), quote.rule),
                sign: link.clone().filter(|_| piece == last),
                ..Mark::new(*span, "q")
            })
        })
        .collect()
}

fn aside(book: &Book<'_>, n: usize, summary: &Summary) -> Markup {
    html! {
        (people(book, n))
        (captions(book, n, summary))
        @if !summary.warnings.is_empty() {
            h2 { "Remarks" }
            ul.plain { @for (code, message) in &summary.warnings { li { b { (code) } " " (message) } } }
        }
        h2 { "Source" }
        dl.source {
            @let origin = &book.analysis(n).origin;
            dt { "id" } dd { (summary.id) }
            @if origin.path != summary.id { dt { "file" } dd { (origin.path) } }
            @if let Some(url) = book.analysis(n).document.metadata.url.as_ref().or(origin.url.as_ref()) { dt { "address" } dd { (url) } }
            dt { "size" } dd { (count(summary.words, "word")) }
            @if !origin.sha256.is_empty() { dt { "sha-256" } dd { (origin.sha256.get(..16).unwrap_or_default()) "…" } }
        }
    }
}

/// How many names stand beside a document at most.
const NAMES: usize = 40;

fn people(book: &Book<'_>, n: usize) -> Markup {
    let names = book.summary(n).names.iter().enumerate();
    let mut named: Vec<(usize, usize, Label)> = names
        .filter_map(|(id, name)| {
            let entity = book.entity_of(n, id as u32)?;
            Some((entity, (name.text + name.captions) as usize, name.label))
        })
        .filter(|(_, times, label)| *times > 0 && !label.is_amount())
        .collect();
    named.sort_by_key(|&(entity, times, _)| (std::cmp::Reverse(times), entity));
    let groups = [("person", "People"), ("org", "Organisations"), ("place", "Places")];
    html! {
        @for (class, heading) in groups {
            @let some: Vec<_> = named.iter().filter(|(_, _, label)| colour(*label) == class).collect();
            @if !some.is_empty() {
                h2 { (heading) }
                ul class={ "names " (class) } {
                    @for (entity, times, _) in some.iter().take(NAMES) {
                        li { a href=(book.entity(*entity)) { (book.called(*entity)) } " " small { (times) } }
                    }
                }
            }
        }
    }
}

fn captions(book: &Book<'_>, n: usize, summary: &Summary) -> Markup {
    html! {
        @if !summary.captions.is_empty() {
            h2 { "Captions " small { (summary.captions.len()) } }
            ol.small {
                @for (at, caption) in summary.captions.iter().enumerate() {
                    li { a href=(book.place(n, 'c', at)) { (one_line(&shortened(&caption.lead, 70))) } }
                }
            }
        }
    }
}

/// The first words, with '…' where something is left out.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let end = text[..end].rfind(' ').filter(|&space| space > most / 2).unwrap_or(end);
    format!("{} …", text[..end].trim_end_matches([' ', ',', ';', ':', '.']))
}
