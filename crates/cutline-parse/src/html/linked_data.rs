//! The article as a page's JSON-LD describes it (schema.org).

use super::atoms::{Attr, Tag};
use super::json::Value;
use super::tree::{Id, Tree};
use super::writer::plain;

/// What JSON-LD says of the page's main article.
#[derive(Debug, Default)]
pub(crate) struct Article {
    pub headline: Option<String>,
    pub authors: Vec<String>,
    pub published: Option<String>,
    pub modified: Option<String>,
    pub section: Option<String>,
    pub site: Option<String>,
    pub language: Option<String>,
}

/// Scripts beyond this many bytes in all are not read.
const MOST_BYTES: usize = 4 << 20;

/// The first article that the page's JSON-LD describes, or else what describes most.
pub(crate) fn article(tree: &Tree, source: &str) -> Option<Article> {
    let mut left = MOST_BYTES;
    let mut best: Option<(u32, Article)> = None;
    for id in scripts(tree) {
        for span in tree.texts(id) {
            let raw = &source[span];
            let Some(rest) = left.checked_sub(raw.len()) else { continue };
            left = rest;
            let Some(value) =
                Value::read(raw.trim_start_matches(['/', '*', ' ', '\n', '<', '!', '[', 'C', 'D', 'A', 'T']))
            else {
                continue;
            };
            for (rank, found) in articles(&value) {
                if best.as_ref().is_none_or(|(most, _)| rank > *most) {
                    best = Some((rank, found));
                }
            }
        }
    }
    best.map(|(_, article)| article)
}

fn scripts(tree: &Tree) -> impl Iterator<Item = Id> + '_ {
    (0..tree.nodes.len() as Id).filter(|&id| {
        tree.is(id, Tag::Script) && tree.attr(id, Attr::Type).is_some_and(|kind| kind.contains("ld+json"))
    })
}

/// All articles of a document, each with how sure it is the main one.
fn articles(value: &Value) -> Vec<(u32, Article)> {
    let top = value.items().iter();
    let graph = top.clone().filter_map(|v| v.get("@graph")).flat_map(Value::items);
    let main = top.clone().filter_map(|v| v.get("mainEntity").or_else(|| v.get("mainEntityOfPage")));
    let all: Vec<&Value> = top.chain(graph).chain(main).collect();
    all.iter().filter_map(|object| Some((rank(object)?, read(object, &all)))).collect()
}

fn rank(object: &Value) -> Option<u32> {
    let types = object.get("@type")?.items();
    let has = |end: &str| types.iter().filter_map(Value::text).any(|name| name.ends_with(end));
    let dated = u32::from(object.get("datePublished").is_some());
    match () {
        () if has("Article") || has("BlogPosting") || has("Report") || has("Review") => Some(4 + dated),
        () if has("WebPage") && object.get("datePublished").is_some() => Some(2),
        () => None,
    }
}

fn read(object: &Value, all: &[&Value]) -> Article {
    let text = |key: &str| object.get(key).and_then(first_text);
    let name = |key: &str| object.get(key).and_then(|value| value.items().first()?.get("name").and_then(first_text));
    Article {
        headline: text("headline").or_else(|| text("name")),
        authors: object
            .get("author")
            .or_else(|| object.get("creator"))
            .map(|value| people(value, all))
            .unwrap_or_default(),
        published: text("datePublished"),
        modified: text("dateModified"),
        section: text("articleSection"),
        site: name("publisher"),
        language: text("inLanguage"),
    }
}

fn first_text(value: &Value) -> Option<String> {
    let text = value.items().first()?;
    let text = text.text().or_else(|| text.get("name")?.text()).or_else(|| text.get("@id")?.text())?;
    Some(plain(&plain(text)))
}

/// The names of authors; one that is given by its `@id` alone is looked up
/// among the other objects.
fn people(value: &Value, all: &[&Value]) -> Vec<String> {
    let id = |object: &Value| object.get("@id").and_then(Value::text).map(str::to_owned);
    let same = |item: &Value| {
        let wanted = id(item)?;
        all.iter().find(|other| id(other).is_some_and(|id| id == wanted) && other.get("name").is_some()).copied()
    };
    let names = |item: &Value| -> Vec<String> {
        let named = item.get("name").or_else(|| same(item)?.get("name"));
        named.unwrap_or(item).items().iter().filter_map(Value::text).map(|text| plain(&plain(text))).collect()
    };
    value.items().iter().take(MOST_AUTHORS).flat_map(names).collect()
}

/// More authors than this are not looked up.
const MOST_AUTHORS: usize = 40;
