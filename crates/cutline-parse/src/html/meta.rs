//! Metadata of a page: every candidate with its origin, and the choice.

use super::atoms::{Attr, Tag};
use super::linked_data::Article;
use super::roles::Roles;
use super::smell::Smell;
use super::tree::{Id, Tree};
use super::writer::plain;

/// A value and what it was read from: 'json-ld', 'meta:og:title', 'h1'.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub value: String,
    pub from: &'static str,
}

/// The content of the first meta element of one of these names, the names in order of trust.
pub(crate) fn meta(tree: &Tree, names: &[&'static str]) -> Vec<Candidate> {
    let mut found: Vec<(usize, Candidate)> = Vec::new();
    for id in (0..tree.nodes.len() as Id).filter(|&id| tree.is(id, Tag::Meta)) {
        let keys = [Attr::Property, Attr::Name, Attr::Itemprop].map(|attr| tree.attr(id, attr));
        for key in keys.into_iter().flatten() {
            let Some(rank) = names.iter().position(|name| name.eq_ignore_ascii_case(key.trim())) else { continue };
            let content = plain(tree.attr(id, Attr::Content).unwrap_or(""));
            if !content.is_empty() {
                found.push((rank, Candidate { value: content, from: names[rank] }));
            }
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, candidate)| candidate).collect()
}

/// The address that the page calls its own.
pub(crate) fn canonical(tree: &Tree) -> Option<String> {
    let mut links = (0..tree.nodes.len() as Id).filter(|&n| tree.is(n, Tag::Link));
    let own = links.find(|&n| tree.attr(n, Attr::Rel) == Some("canonical"))?;
    tree.attr(own, Attr::Href).map(plain).filter(|url| !url.is_empty())
}

/// Titles that the page gives the article, the most trusted first.
pub(crate) fn titles(roles: &Roles<'_>, article: Option<&Article>) -> Vec<Candidate> {
    let stated = article.and_then(|a| a.headline.clone()).map(|value| Candidate { value, from: "json-ld" });
    let mut found: Vec<Candidate> = stated.into_iter().collect();
    found.extend(meta(
        roles.tree,
        &["og:title", "twitter:title", "sailthru.title", "parsely-title", "dc.title", "title"],
    ));
    let title = (0..roles.tree.nodes.len() as Id).find(|&id| roles.tree.is(id, Tag::Title));
    if let Some(title) = title {
        let value: String =
            roles.tree.texts(title).map(|span| plain(&roles.source[span])).collect::<Vec<_>>().join(" ");
        found.push(Candidate { value, from: "title" });
    }
    found
}

/// The heading on the page that is the article's headline.
pub(crate) fn heading(roles: &Roles<'_>, titles: &[Candidate], body_from: Option<Id>) -> Option<Id> {
    let headings = (0..roles.tree.nodes.len() as Id).filter(|&id| {
        let tag = roles.tree.tag(id);
        let styled = roles.own(id).has(Smell::HEADLINE) && tag.is_some_and(|t| !t.is_inline()) && roles.len(id) < 240;
        let heading = matches!(tag, Some(Tag::H1 | Tag::H2)) || styled;
        heading
            && roles.len(id) > 0
            && roles.len(id) < 500
            && roles.size(id) < 300
            && !roles.smell(id).has(Smell::HIDDEN.with(Smell::COMMENTS).with(Smell::RELATED))
    });
    let score = |id: Id| {
        let words = roles.words(id);
        let same = titles.iter().map(|title| likeness(&words, &title.value)).fold(0.0, f32::max);
        let first = if roles.tree.is(id, Tag::H1) { 0.5 } else { 0.0 };
        let named = if roles.own(id).has(Smell::HEADLINE) { 0.15 } else { 0.0 };
        let before = if body_from.is_none_or(|from| id < from) { 0.2 } else { 0.0 };
        let long = if words.split_whitespace().count() < 3 { -0.5 } else { 0.0 };
        same + first + named + before + long
    };
    let mut best: Option<(f32, Id)> = None;
    for id in headings.take(200) {
        let score = score(id);
        if best.is_none_or(|(most, _)| score > most) {
            best = Some((score, id));
        }
    }
    best.filter(|(score, _)| *score >= 0.65).map(|(_, id)| id)
}

/// The share of the shorter text's words that the other has too.
pub(crate) fn likeness(one: &str, other: &str) -> f32 {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).take(60).collect()
    };
    let (one, other) = (words(one), words(other));
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    if short.is_empty() {
        return 0.0;
    }
    let shared = short.iter().filter(|w| long.contains(w)).count();
    let cover = shared as f32 / short.len() as f32;
    let size = short.len() as f32 / long.len() as f32;
    cover * (0.5 + 0.5 * size)
}

/// A `<title>` or `og:title` without the site's name behind the last bar or dash.
pub(crate) fn without_site(title: &str, site: Option<&str>) -> String {
    let mut kept = title.trim();
    for mark in [" | ", " - ", " – ", " — ", " : ", " « ", " • "] {
        if let Some((head, tail)) = kept.rsplit_once(mark) {
            let is_site = site.is_some_and(|site| likeness(tail, site) > 0.6);
            if is_site || tail.split_whitespace().count() <= 4 && head.split_whitespace().count() >= 4 {
                kept = head.trim();
            }
        }
    }
    kept.to_owned()
}
