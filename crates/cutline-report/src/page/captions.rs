//! Pictures: captions of one photo together, with credits and shared context.

use std::collections::BTreeMap;

use cutline_doc::{CaptionGroup, Credit, GroupMember};
use maud::{Markup, html};

use super::book::Book;
use super::documents::{filter, tagged};
use super::shell::View;
use crate::CaptionSummary;
use crate::view::captions::{Shared, house};
use crate::view::count;

type Place<'a> = (usize, usize, &'a CaptionSummary);

pub(super) fn sheets(book: &Book<'_>) -> Vec<Vec<View>> {
    let all = book.corpus().all_captions();
    let shared = Shared::of(&book.corpus());
    book.parts(book.corpus().captions.len()).into_iter().map(|part| vec![view(book, part, &all, &shared)]).collect()
}

fn view(book: &Book<'_>, part: std::ops::Range<usize>, all: &[Place<'_>], shared: &Shared<'_>) -> View {
    let groups = book.corpus().captions;
    let body = html! {
        h1 { "Captions" }
        p.lead { "Each picture once; repeats and what differs stand below it. Letters name sentences that captions of several pictures share." }
        (book.pager("captions", groups.len(), &part))
        (filter("Filter by words, photographer, agency, place", &[
            ("file", "file photos"), ("uncredited", "without credit"), ("repeats", "used more than once"), ("shared", "with shared context"), ("cut", "cut off"),
        ]))
        @if groups.is_empty() { p.empty { "No captions were found." } } @else {
            label.pick { "Agency " select data-pick { option value="" { "all" } @for (agency, n) in agencies(book, all) { option value=(agency) { (agency) " (" (n) ")" } } } }
            ol.rows.cards data-list="captions" {
                @for n in part { (card(book, n, &groups[n], all, shared)) }
            }
        }
        (shared_sentences(shared))
    };
    View { id: "captions".into(), title: "Captions".into(), body }
}

/// Pictures of each agency, most first; none is 'no agency'.
pub(super) fn agencies(book: &Book<'_>, all: &[Place<'_>]) -> Vec<(String, usize)> {
    let mut agencies: BTreeMap<String, usize> = BTreeMap::new();
    for group in book.corpus().captions {
        *agencies.entry(agency(all[group.canonical].2)).or_default() += 1;
    }
    let mut agencies: Vec<(String, usize)> = agencies.into_iter().collect();
    agencies.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    agencies
}

fn agency(caption: &CaptionSummary) -> String {
    match caption.credit.as_ref().map(house) {
        None => "no credit".into(),
        Some(house) if house.is_empty() => "no agency".into(),
        Some(house) => house,
    }
}

fn card(book: &Book<'_>, n: usize, group: &CaptionGroup, all: &[Place<'_>], shared: &Shared<'_>) -> Markup {
    let (document, at, caption) = all[group.canonical];
    let letters = shared.letters(group);
    let tags = [
        ("file", caption.file_photo),
        ("uncredited", caption.credit.is_none()),
        ("repeats", group.members.len() > 1),
        ("shared", !letters.is_empty()),
        ("cut", caption.truncated),
    ];
    html! {
        li.card id={ "c" (n) } data-tags=(tagged(&tags)) data-pick=(agency(caption)) {
            p.picture {
                @if caption.file_photo { span.badge { "file photo" } " " }
                (caption.lead)
                @if caption.truncated { " " span.doubt { "(cut off)" } }
            }
            @if !caption.context.is_empty() { p.context { (caption.context.join(" ")) } }
            p.credit { (credit(caption.credit.as_ref())) }
            p.facts {
                a href=(book.place(document, 'c', at)) { (book.said(document)) }
                @if let Some(date) = &caption.date { span { (date) } }
                @if let Some(place) = &caption.taken_at { span { (place) } }
                @if !letters.is_empty() { span title="shared context" { "context " (letters) } }
            }
            @if group.members.len() > 1 { (repeats(book, group, all)) }
        }
    }
}

/// Photographers and house; else the credit as written.
fn credit(credit: Option<&Credit>) -> Markup {
    let Some(credit) = credit else { return html! { span.doubt { "no credit" } } };
    let (people, house) = (credit.photographer.join(", "), house(credit));
    html! {
        span title=(credit.raw) {
            @if people.is_empty() && house.is_empty() { (credit.raw) }
            b { (people) }
            @if !people.is_empty() && !house.is_empty() { " / " }
            (house)
        }
    }
}

fn repeats(book: &Book<'_>, group: &CaptionGroup, all: &[Place<'_>]) -> Markup {
    let others: Vec<&GroupMember> = group.members.iter().filter(|member| member.index != group.canonical).collect();
    html! {
        details {
            summary { (count(group.members.len(), "use")) }
            ul.plain {
                @for member in others {
                    @let (document, at, _) = all[member.index];
                    li {
                        a href=(book.place(document, 'c', at)) { (book.said(document)) }
                        " " span.quiet { (member.relation.name()) " " (format!("{:.2}", member.similarity)) }
                        @if let Some(differs) = &member.differs { " " span.doubt { (differs) } }
                    }
                }
            }
        }
    }
}

fn shared_sentences(shared: &Shared<'_>) -> Markup {
    html! {
        @if !shared.sentences.is_empty() {
            h2 #shared { "Shared context" }
            dl.shared {
                @for (sentence, members) in &shared.sentences {
                    dt { b { (shared.letter(sentence)) } " " small { (count(*members, "caption")) } }
                    dd { (sentence) }
                }
            }
        }
    }
}
