//! When the article appeared and was changed, as the page states it.

use cutline_doc::{BlockKind, Date, Published};

use super::atoms::{Attr, Tag};
use super::body::ASIDE;
use super::day;
use super::meta::{self, Candidate};
use super::page::{Nodes, Page, first_attr};
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
/// elements, dated lines, a full date in the address, and as a last resort
/// what stands about the headline.
pub(crate) fn published(page: &Page<'_, '_>, hints: &Hints) -> Option<Published> {
    let choice = Choice::new(page, hints);
    let given = hints.published.clone().map(|value| Candidate { value, from: "input" });
    let stated =
        page.article.as_ref().and_then(|a| a.published.clone()).map(|value| Candidate { value, from: "json-ld" });
    let metas = meta::meta(page.roles.tree, PUBLISHED);
    let first = |found: Vec<Candidate>| found.iter().find_map(|candidate| choice.read(candidate));
    first(given.into_iter().chain(stated).chain(metas).collect())
        .or_else(|| first(elements(page)))
        .or_else(|| first(lines(page)))
        .or_else(|| first(address(page, hints).into_iter().collect()))
        .or_else(|| {
            let about = page.about_headline().into_iter();
            first(about.map(|value| Candidate { value, from: "text" }).collect())
        })
}

/// The day (and time) of the last change.
pub(crate) fn modified(page: &Page<'_, '_>, hints: &Hints) -> Option<Published> {
    let choice = Choice::new(page, hints);
    let stated =
        page.article.as_ref().and_then(|a| a.modified.clone()).map(|value| Candidate { value, from: "json-ld" });
    let mut all = stated.into_iter().chain(meta::meta(page.roles.tree, MODIFIED));
    all.find_map(|candidate| choice.read(&candidate))
}

/// How dates of this page are read, and which may be believed.
struct Choice {
    day_first: bool,
    /// When the page was fetched: it cannot tell of a later day.
    crawled: Option<Date>,
}

impl Choice {
    fn new(page: &Page<'_, '_>, hints: &Hints) -> Choice {
        let language = first_attr(page.roles, Tag::Html, Attr::Lang).unwrap_or("").to_ascii_lowercase();
        // Of English pages those of America alone write the month first, but few others say so.
        let day_first = !(language.is_empty() || language == "en" || language.starts_with("en-us"));
        Choice { day_first, crawled: hints.crawled.as_deref().and_then(stamp::first_date) }
    }

    fn read(&self, candidate: &Candidate) -> Option<Published> {
        let found = day::read(&candidate.value, self.day_first)?;
        // A day of leeway, for zones of time.
        let too_late = |crawled: Date| crawled.tomorrow().is_ok_and(|next| found.day > next);
        let believed = candidate.from == "input" || !self.crawled.is_some_and(too_late);
        let how = candidate.from.into();
        believed.then_some(Published { value: found.value, day: found.day, how, inferred: false, span: None })
    }
}

/// Time elements of the article: those marked as its date, then those between
/// headline and end, then others.
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
    let head = page.headline_at().map_or(0, |at| at.saturating_sub(80));
    let rank = |n: Id| {
        let says = |word: &str| {
            [Attr::Class, Attr::Itemprop]
                .iter()
                .any(|&attr| tree.attr(n, attr).is_some_and(|value| value.contains(word)))
        };
        match () {
            () if says("ublished") || says("entry-date") || says("pubdate") => 0,
            () if says("updated") || says("odified") => 3,
            () if n >= head => 1,
            () => 2,
        }
    };
    let mut found: Vec<(u8, Candidate)> =
        shown.take(40).map(|n| (rank(n), Candidate { value: value(n), from: "time" })).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, candidate)| candidate).take(5).collect()
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
    let stamped = page.items.iter().filter(|item| matches!(item.kind, BlockKind::Timestamp | BlockKind::Byline));
    let stamped = stamped.filter_map(|item| match item.nodes {
        Nodes::Run(from, to) => Some(roles.run(from, to)),
        Nodes::Picture(_) => None,
    });
    stamped.chain(marked).map(|value| Candidate { value, from: "line" }).collect()
}

/// A full date in the page's address: '/2019/11/18/', '/2019-11-18-', '/20191118/'.
fn address(page: &Page<'_, '_>, hints: &Hints) -> Option<Candidate> {
    let stated = meta::meta(page.roles.tree, &["og:url"]).into_iter().map(|c| c.value);
    let mut all = hints.url.clone().into_iter().chain(meta::canonical(page.roles.tree)).chain(stated);
    all.find_map(|url| dated(&url)).map(|value| Candidate { value, from: "address" })
}

fn dated(url: &str) -> Option<String> {
    let path = url.split(['?', '#']).next()?;
    let parts: Vec<&str> = path.split(['/', '-', '_', '.']).collect();
    let number = |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    let threes = || parts.windows(3).filter(|w| number(w[0], 4) && number(w[1], 2) && number(w[2], 2));
    let solid = || parts.iter().filter(|part| number(part, 8)).map(|p| format!("{}-{}-{}", &p[..4], &p[4..6], &p[6..]));
    let all = threes().map(|w| w.join("-")).chain(solid());
    // Numbers of stories look like days too; those of the web's years do not.
    all.into_iter()
        .find(|day| (1995..=2100).contains(&day[..4].parse().unwrap_or(0)) && stamp::first_date(day).is_some())
}
