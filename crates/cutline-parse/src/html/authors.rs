//! Who wrote the article: what the page shows, and what its metadata state.

use super::body::ASIDE;
use super::meta;
use super::page::Page;
use super::smell::Smell;
use super::tree::Id;
use crate::byline;

/// The authors' names; where nobody is named, the agency or desk as written.
///
/// A line 'By …' on the page and the page's metadata mostly agree; where they
/// share nobody, the line that readers see is believed.
pub(crate) fn authors(page: &Page<'_, '_>) -> Vec<String> {
    let shown = shown(page);
    let stated = stated(page);
    let agree = shown.iter().any(|one| stated.iter().any(|other| meta::likeness(one, other) > 0.6));
    if stated.is_empty() || !shown.is_empty() && !agree { shown } else { stated }
}

/// Names in elements that are marked as bylines, the first element that has any.
fn shown(page: &Page<'_, '_>) -> Vec<String> {
    let roles = page.roles;
    let marked = (0..roles.tree.nodes.len() as Id).filter(|&n| roles.own(n).has(Smell::BYLINE) && roles.len(n) > 0);
    let near = marked.filter(|&n| roles.len(n) < 240 && !roles.smell(n).has(ASIDE.with(Smell::CAPTION)));
    let names = |n: Id| byline::marked(&roles.words_apart(n)).map(|found| found.names);
    near.take(12).find_map(names).unwrap_or_default()
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
    let found = byline::marked(stated).or_else(|| byline::bare(stated)).map(|found| found.names);
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
