//! The list of names: people, organisations, places and the rest.

use cutline_doc::{CorpusEntity, Label};
use maud::{Markup, html};

use super::book::Book;
use super::documents::{filter, tagged};
use super::shell::View;
use crate::view::cell;

/// The class that gives a label its colour; other names have the plain one.
pub(super) fn colour(label: Label) -> &'static str {
    match label {
        Label::Person => "person",
        Label::Org => "org",
        Label::Gpe | Label::Loc | Label::Fac => "place",
        _ => "",
    }
}

/// The kind of name in words.
pub(super) fn called(label: Label) -> &'static str {
    match label {
        Label::Person => "person",
        Label::Org => "organisation",
        Label::Gpe => "country, city or state",
        Label::Loc => "region, river or mountain",
        Label::Fac => "building or road",
        Label::Norp => "nationality or group",
        Label::Event => "event",
        Label::Product => "product",
        Label::WorkOfArt => "work",
        Label::Law => "law",
        Label::Language => "language",
        Label::Money | Label::Percent | Label::Quantity => "amount",
    }
}

pub(super) fn view(book: &Book<'_>) -> View {
    let order = order(book, |label| !label.is_amount());
    let body = html! {
        h1 { "Names" }
        p.lead { "Who and what the texts and captions name. A click on a column sorts by it." }
        (filter("Filter by name, role or other form", &[
            ("person", "people"), ("org", "organisations"), ("place", "places"), ("other", "other"),
            ("quoted", "quoted"), ("doubt", "doubtful"),
        ]))
        @if order.is_empty() { p.empty { "No names were found." } } @else {
            table.rows data-list="names" {
                thead { tr {
                    th scope="col" { button type="button" data-sort="0" { "Name" } }
                    th scope="col" { "Known as" }
                    @for (at, head) in ["In text", "In captions", "Documents", "Quotes"].iter().enumerate() {
                        th.number scope="col" { button type="button" data-sort=(at + 2) { (head) } }
                    }
                } }
                tbody { @for entity in order { (row(book, entity)) } }
            }
        }
    };
    View { id: "people".into(), title: "Names".into(), body }
}

/// Entities of some labels, those most named first; without those that stand
/// in credits and bylines only.
pub(super) fn order(book: &Book<'_>, wanted: impl Fn(Label) -> bool) -> Vec<usize> {
    let entities = book.corpus().entities;
    let mut order: Vec<usize> = (0..entities.len())
        .filter(|&n| wanted(entities[n].label) && book.names[n].times() + book.names[n].quotes.len() > 0)
        .collect();
    order.sort_by_key(|&n| {
        let named = &book.names[n];
        (std::cmp::Reverse((named.times(), named.quotes.len())), &entities[n].name, n)
    });
    order
}

fn row(book: &Book<'_>, n: usize) -> Markup {
    let (entity, named) = (&book.corpus().entities[n], &book.names[n]);
    let kind = colour(entity.label);
    let tags = [("quoted", !named.quotes.is_empty()), ("doubt", !entity.doubts.is_empty())];
    let kind_tag = if kind.is_empty() { "other" } else { kind };
    html! {
        tr data-tags={ (kind_tag) " " (tagged(&tags)) } {
            td { a class={ "n " (kind) } href=(book.entity(n)) { (entity.name) } }
            td.also { (also(entity)) }
            td.number { (cell(named.text)) }
            td.number { (cell(named.captions)) }
            td.number { (named.documents.len()) }
            td.number { (cell(named.quotes.len())) }
        }
    }
}

/// Roles, else the kind of name; then other forms of it.
fn also(entity: &CorpusEntity) -> Markup {
    let roles: Vec<&str> = entity.roles.iter().map(|role| role.text.as_str()).take(3).collect();
    let forms = entity.aliases.iter().map(|alias| alias.text.as_str()).filter(|form| *form != entity.name);
    let forms: Vec<&str> = forms.take(4).collect();
    html! {
        @if !roles.is_empty() { (roles.join(", ")) }
        @else if entity.label != Label::Person { span.quiet { (called(entity.label)) } }
        @if !forms.is_empty() { span.forms { "also " (forms.join(", ")) } }
    }
}
