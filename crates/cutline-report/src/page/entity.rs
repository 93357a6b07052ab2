//! The page of a person, an organisation, a place.

use std::collections::BTreeMap;

use cutline_doc::{CorpusEntity, Label};
use maud::{Markup, html};

use super::book::{Book, Named};
use super::names::{called, colour};
use super::shell::View;
use crate::view::{count, number};

pub(super) fn sheets(book: &Book<'_>) -> Vec<Vec<View>> {
    let parts = book.parts(book.corpus().entities.len()).into_iter();
    let is_shown = |n: &usize| !book.corpus().entities[*n].label.is_amount();
    parts.map(|part| part.filter(is_shown).map(|n| view(book, n)).collect()).collect()
}

fn view(book: &Book<'_>, n: usize) -> View {
    let (entity, named) = (&book.corpus().entities[n], &book.names[n]);
    let body = html! {
        article.entity {
            header {
                p.crumb { a href=(book.view("people")) { "Names" } " · " (called(entity.label)) }
                h1 class={ "name " (colour(entity.label)) } { (entity.name) }
                @if !entity.roles.is_empty() { p.roles { (roles(entity)) } }
                p.facts { (facts(entity, named)) }
            }
            @let aside = html! { (forms(entity, named)) (together(book, n)) };
            @if aside.0.is_empty() { (quotes(book, named)) (documents(book, n)) } @else {
                div.beside {
                    div { (quotes(book, named)) (documents(book, n)) }
                    aside aria-label="Who this is" { (aside) }
                }
            }
        }
    };
    View { id: format!("e{n}"), title: entity.name.clone(), body }
}

fn roles(entity: &CorpusEntity) -> Markup {
    html! {
        @for (n, role) in entity.roles.iter().take(12).enumerate() {
            @if n > 0 { ", " }
            (role.text) @if role.count > 1 { " " small { (role.count) "×" } }
        }
    }
}

fn facts(entity: &CorpusEntity, named: &Named) -> Markup {
    html! {
        @if named.text > 0 { span { (count(named.text, "mention")) " in text" } }
        @if named.captions > 0 { span { (number(named.captions)) " in captions" } }
        @if named.credits > 0 { span { (number(named.credits)) " in credits and bylines" } }
        span { (count(named.documents.len(), "document")) }
        @if !named.quotes.is_empty() { span { (count(named.quotes.len(), "quote")) ", " (count(named.words, "word")) } }
        @if let Some(country) = &entity.country { span { "country " (country) } }
        @if let Some((latitude, longitude)) = entity.position { span { (format!("{latitude:.2}, {longitude:.2}")) } }
    }
}

/// In one file the rows stand in the list of all quotes, and the script shows
/// them here too.
fn quotes(book: &Book<'_>, named: &Named) -> Markup {
    let Some(&(document, at)) = named.quotes.first() else { return html! {} };
    let speaker = book.speaker_of(document, &book.summary(document).quotes[at]);
    html! {
        h2 { "Quotes " small { (named.quotes.len()) } }
        @match speaker {
            Some(speaker) if !book.is_folder() => div data-from={ "w" (speaker) } {},
            _ => ol.quotes data-list="quotes" {
                @for &(document, at) in &named.quotes { (super::quotes::row(book, document, at)) }
            },
        }
    }
}

fn documents(book: &Book<'_>, n: usize) -> Markup {
    let mut documents: Vec<(usize, usize)> = book.names[n].documents.iter().map(|(&d, &times)| (d, times)).collect();
    documents.sort_by_key(|&(document, times)| (std::cmp::Reverse(times), document));
    if let [(document, _)] = documents[..] {
        return html! { h2 { "Document" } p { a.title href=(book.document(document)) { (book.said(document)) } } };
    }
    html! {
        h2 { "Documents " small { (documents.len()) } }
        ol.rows.slim data-list="documents" {
            @for (document, times) in documents {
                @let summary = book.summary(document);
                li {
                    a.title href=(book.document(document)) { (book.said(document)) }
                    p.facts {
                        @if times > 0 { span { "named " (times) "×" } } @else { span { "in credits or byline" } }
                        @if let Some(published) = &summary.published { span { (published.get(..10).unwrap_or(published)) } }
                    }
                }
            }
        }
    }
}

/// The forms of the name, and why they were taken for one.
fn forms(entity: &CorpusEntity, named: &Named) -> Markup {
    html! {
        @if entity.aliases.len() > 1 || entity.aliases.iter().any(|form| form.text != entity.name) {
            h2 { "Named as" }
            ul.names { @for form in &entity.aliases { li { (form.text) " " small { (form.count) } } } }
        }
        @if !entity.merged_because.is_empty() {
            h2 { "Taken for one because" }
            ul.plain { @for reason in &entity.merged_because { li { (reason) } } }
        } @else if entity.aliases.len() > 1 && named.documents.len() == 1 {
            p.quiet { "Forms of one document; none was joined across documents." }
        }
        @if !entity.doubts.is_empty() {
            h2.doubt { "Doubtful because" }
            ul.plain { @for doubt in &entity.doubts { li { (doubt) } } }
        }
    }
}

/// How many neighbours are named; of a name in one document, whose page names
/// them all, a few.
const NEIGHBOURS: usize = 12;
const FEW: usize = 6;

/// Who is named in the same documents, most first.
fn together(book: &Book<'_>, n: usize) -> Markup {
    if !matches!(book.corpus().entities[n].label, Label::Person | Label::Org) {
        return html! {};
    }
    let people = others(book, n, |label| label == Label::Person);
    let rest = others(book, n, |label| label == Label::Org);
    html! {
        @for (heading, class, others) in [("People named with", "person", people), ("Organisations named with", "org", rest)] {
            @if !others.is_empty() {
                h2 { (heading) }
                ul class={ "names " (class) } {
                    @for (other, documents) in others {
                        li {
                            a href=(book.entity(other)) { (book.called(other)) }
                            @if documents > 1 { " " small { (documents) } }
                        }
                    }
                }
            }
        }
    }
}

/// How many documents are looked at for neighbours: a country that all name has
/// no neighbours that say anything.
const LOOKED_AT: usize = 200;

fn others(book: &Book<'_>, n: usize, wanted: impl Fn(Label) -> bool) -> Vec<(usize, usize)> {
    let mut shared: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for &document in book.names[n].documents.keys().take(LOOKED_AT) {
        for &(entity, times) in book.named_in(document) {
            if entity != n && wanted(book.corpus().entities[entity].label) {
                let both = shared.entry(entity).or_default();
                *both = (both.0 + 1, both.1 + times);
            }
        }
    }
    let mut others: Vec<(usize, (usize, usize))> = shared.into_iter().collect();
    others.sort_by_key(|&(other, both)| (std::cmp::Reverse(both), other));
    let most = if book.names[n].documents.len() > 1 { NEIGHBOURS } else { FEW };
    others.into_iter().take(most).map(|(other, (documents, _))| (other, documents)).collect()
}
