//! When the article appeared and was changed, as the page states it.

use cutline_doc::Published;

use super::atoms::{Attr, Tag};
use super::body::ASIDE;
use super::meta::{self, Candidate};
use super::page::{Nodes, Page};
use super::smell::Smell;
use super::tree::Id;
use crate::{Hints, stamp};

/// Names of meta elements for the first publication, the most trusted first.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "datePublished",
    "article:published",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "published_time",
    "cxenseparse:recs:publishtime",
    "vr:published_time",
    "article_date_original",
    "originalpublicationdate",
    "article.published",
    "date",
];

const MODIFIED: &[&str] =
    &["article:modified_time", "dateModified", "og:updated_time", "lastmod", "last-modified", "dcterms.modified"];

/// The day (and time) of first publication: input, JSON-LD, meta elements, time
/// elements, dated lines, and as a last resort a full date in the address.
pub(crate) fn published(page: &Page<'_, '_>, hints: &Hints) -> Option<Published> {
    let given = hints.published.clone().map(|value| Candidate { value, from: "input" });
    let stated =
        page.article.as_ref().and_then(|a| a.published.clone()).map(|value| Candidate { value, from: "json-ld" });
    let metas = meta::meta(page.roles.tree, PUBLISHED);
    let all =
        given.into_iter().chain(stated).chain(metas).chain(elements(page)).chain(lines(page)).chain(address(page));
    all.filter_map(|candidate| read(&candidate)).next()
}

/// The day (and time) of the last change.
pub(crate) fn modified(page: &Page<'_, '_>) -> Option<Published> {
    let stated =
        page.article.as_ref().and_then(|a| a.modified.clone()).map(|value| Candidate { value, from: "json-ld" });
    stated.into_iter().chain(meta::meta(page.roles.tree, MODIFIED)).filter_map(|candidate| read(&candidate)).next()
}

fn read(candidate: &Candidate) -> Option<Published> {
    let stamp = stamp::stamps(&candidate.value).into_iter().next()?;
    Some(Published { value: stamp.value, day: stamp.day, how: candidate.from.into(), inferred: false, span: None })
}

/// Time elements of the article.
fn elements(page: &Page<'_, '_>) -> Vec<Candidate> {
    let (roles, tree) = (page.roles, page.roles.tree);
    let is_time = |n: Id| {
        tree.is(n, Tag::Time) || tree.attr(n, Attr::Itemprop).is_some_and(|prop| prop.contains("datePublished"))
    };
    let shown = (0..tree.nodes.len() as Id).filter(|&n| is_time(n) && !roles.smell(n).has(ASIDE));
    let value = |n: Id| {
        let stated = tree.attr(n, Attr::Datetime).or_else(|| tree.attr(n, Attr::Content)).map(super::writer::plain);
        stated.filter(|value| !value.is_empty()).unwrap_or_else(|| roles.words(n))
    };
    shown.take(5).map(|n| Candidate { value: value(n), from: "time" }).collect()
}

/// Lines of the article, and elements marked as dates, that say when it appeared.
fn lines(page: &Page<'_, '_>) -> Vec<Candidate> {
    let roles = page.roles;
    let marked = (0..roles.tree.nodes.len() as Id)
        .filter(|&n| {
            roles.own(n).has(Smell::TIME.with(Smell::BYLINE))
                && roles.len(n) > 0
                && roles.len(n) < 160
                && !roles.smell(n).has(ASIDE)
        })
        .take(20)
        .map(|n| roles.words(n));
    let stamped = page.items.iter().filter(|item| item.kind == cutline_doc::BlockKind::Timestamp);
    let stamped = stamped.filter_map(|item| match item.nodes {
        Nodes::Run(from, to) => Some(roles.run(from, to)),
        Nodes::Picture(_) => None,
    });
    stamped.chain(marked).map(|value| Candidate { value, from: "line" }).collect()
}

/// A full date in the page's address: '/2019/11/18/'.
fn address(page: &Page<'_, '_>) -> Option<Candidate> {
    let url = meta::meta(page.roles.tree, &["og:url"]).into_iter().next()?.value;
    let parts: Vec<&str> = url.split('/').collect();
    let number = |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    let dated = parts.windows(3).find(|w| number(w[0], 4) && number(w[1], 2) && number(w[2], 2))?;
    Some(Candidate { value: dated.join("-"), from: "address" })
}
