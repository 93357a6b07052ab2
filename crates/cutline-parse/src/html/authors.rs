//! Who wrote the article: what the page shows, and what its metadata state.

use cutline_doc::BlockKind;

use super::atoms::Attr;
use super::body::ASIDE;
use super::page::{Item, Nodes, Page};
use super::smell::Smell;
use super::tree::Id;
use super::{meta, signed};

/// The authors' names; where nobody is named, the agency or desk as written.
///
/// A line 'By …' on the page and the page's metadata mostly agree; where they
/// share nobody, the line that readers see is believed. Names without such a
/// word count where nothing else tells.
pub(crate) fn authors(page: &Page<'_, '_>) -> Vec<String> {
    let marked = self::marked(page, ASIDE);
    let shown = shown(page, &marked);
    let stated = stated(page);
    if shown.is_empty() && stated.is_empty() {
        let head = page.headline_at().map_or(0, |at| at.saturating_sub(NEAR));
        // Blogs sign in the footer of the post.
        let footers = self::marked(page, Smell(ASIDE.0 & !Smell::CHROME.0));
        let mut near = marked.iter().chain(&footers).filter(|&&n| n >= head);
        let about = || page.about_headline().iter().find_map(|line| Some(signed::read(line, false)?.names));
        let named = near.find_map(|&n| alone(page, n)).or_else(|| lines(page, signed::bare));
        return about().or(named).unwrap_or_default();
    }
    let agree = shown.iter().any(|one| stated.iter().any(|other| meta::likeness(one, other) > 0.6));
    if stated.is_empty() || !shown.is_empty() && !agree { shown } else { stated }
}

/// A byline may stand so many nodes before the headline.
const NEAR: Id = 60;

/// The elements that are marked as bylines and do not stand `aside`.
fn marked(page: &Page<'_, '_>, aside: Smell) -> Vec<Id> {
    let roles = page.roles;
    let marked = (0..roles.tree.nodes.len() as Id).filter(|&n| roles.own(n).has(Smell::BYLINE) && roles.len(n) > 0);
    let near = marked.filter(|&n| roles.len(n) < 240 && !roles.smell(n).has(aside.with(Smell::CAPTION)));
    near.take(12).collect()
}

/// Names that are signed with in so many words: in elements marked as bylines,
/// those behind the headline first, else in lines of the article.
fn shown(page: &Page<'_, '_>, marked: &[Id]) -> Vec<String> {
    let signed = |&n: &Id| signed::read(&page.roles.words_apart(n), true).map(|found| found.names);
    let head = page.headline_at().map_or(0, |at| at.saturating_sub(NEAR));
    let near_head = marked.iter().filter(|&&n| n >= head);
    let found = near_head.chain(marked).find_map(signed);
    found.or_else(|| lines(page, |line| Some(signed::read(line, false)?.names))).unwrap_or_default()
}

/// What `read` makes of the first of the article's bylines that it reads.
fn lines(page: &Page<'_, '_>, read: impl Fn(&str) -> Option<Vec<String>>) -> Option<Vec<String>> {
    let bylines = page.items.iter().filter(|item| item.kind == BlockKind::Byline);
    let line = |item: &Item| match item.nodes {
        Nodes::Run(from, to) => Some(page.roles.run(from, to)),
        Nodes::Picture(_) => None,
    };
    bylines.filter_map(line).find_map(|line| read(&line))
}

/// What an element made for the author's name alone holds: a link to the author's page, a card.
fn alone(page: &Page<'_, '_>, n: Id) -> Option<Vec<String>> {
    let (roles, tree) = (page.roles, page.roles.tree);
    let words = roles.words_apart(n);
    if let Some(names) = signed::read(&words, true).map(|found| found.names).or_else(|| signed::bare(&words)) {
        return Some(names);
    }
    let states = |attr: Attr| tree.attr(n, attr).is_some_and(|value| value.eq_ignore_ascii_case("author"));
    let stated =
        states(Attr::Rel) || states(Attr::Itemprop) || tree.attr(n, Attr::Class).is_some_and(|c| c.contains("vcard"));
    let name = words.trim();
    let short = name.split_whitespace().count() <= 4 && name.len() < 60 && name.chars().any(char::is_alphabetic);
    let own =
        !is_outlet(page, name) && !["admin", "author", "autor", "redaktion"].contains(&name.to_lowercase().as_str());
    (stated && short && own).then(|| vec![name.to_owned()])
}

/// Names in JSON-LD, else in meta elements.
fn stated(page: &Page<'_, '_>) -> Vec<String> {
    let article = page.article.iter().flat_map(|a| &a.authors);
    let people: Vec<String> = article.filter(|a| !is_outlet(page, a)).flat_map(|a| names(a)).collect();
    if !people.is_empty() {
        return once(people);
    }
    let keys = ["author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "article.author"];
    let metas = meta::meta(page.roles.tree, &keys).into_iter().map(|c| c.value);
    let first = metas
        .filter(|v| !v.contains("://") && v.len() < 160 && !is_outlet(page, v))
        .map(|v| names(&v))
        .find(|n| !n.is_empty());
    once(first.unwrap_or_default())
}

/// The names in a stated author: 'By ANA BELA, Staff Writer' as well as 'Ana Bela'.
fn names(stated: &str) -> Vec<String> {
    let found = signed::read(stated, true).map(|found| found.names).or_else(|| signed::bare(stated));
    found.unwrap_or_else(|| vec![stated.trim().to_owned()])
}

/// Sites name themselves as author where they have none.
fn is_outlet(page: &Page<'_, '_>, author: &str) -> bool {
    let site = page.site.iter().chain(page.article.iter().filter_map(|a| a.site.as_ref()));
    let same = |site: &String| site.eq_ignore_ascii_case(author) || meta::likeness(site, author) > 0.95;
    author.trim().is_empty() || author.contains('@') || site.into_iter().any(same)
}

fn once(names: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for name in names {
        if !kept.iter().any(|k| k.eq_ignore_ascii_case(&name)) {
            kept.push(name);
        }
    }
    kept
}
