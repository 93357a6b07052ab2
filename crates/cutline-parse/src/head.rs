//! What stands above the article: headline, subheadline, section, byline, timestamps.

use crate::byline::{self, Byline};
use crate::item::{Item, Mark};
use crate::notice::Notice;
use crate::stamp;
use rustc_hash::FxHashMap;

/// Indices of the pieces that make the head of an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Head {
    pub(crate) headline: Option<usize>,
    pub(crate) section: Option<usize>,
    pub(crate) subheadlines: Vec<usize>,
    pub(crate) byline: Option<(usize, Byline)>,
    pub(crate) stamps: Vec<usize>,
    /// The first piece of the body.
    pub(crate) body: usize,
}

impl Head {
    /// The last piece of the body, if the author's name alone on a line signs
    /// the article off before `to`: what follows is about the author.
    pub(crate) fn signed(&self, text: &str, items: &[Item], to: usize) -> usize {
        let Some((_, byline)) = &self.byline else { return to };
        let signs = |n: &usize| {
            let line = &text[items[*n].line()];
            items[*n].is_short() && byline.names.iter().any(|name| name.eq_ignore_ascii_case(line))
        };
        let Some(name) = (self.body + 1..=to).find(signs) else { return to };
        (self.body..name).rev().find(|&n| items[n].is_prose()).unwrap_or(to)
    }
}

/// How many pieces above the body are looked at for its head.
const REACH: usize = 60;

/// Reads the head of the article whose running text spans `from..=to`.
pub(crate) fn read(text: &str, items: &[Item], from: usize, to: usize) -> Head {
    let mut head = Head { body: from, ..Head::default() };
    head.headline = headline(text, items, from);
    let first = head.headline.map_or(from.saturating_sub(12), |n| n + 1);
    let last = below(items, first, from, to);
    head.body = (last.max(from)..=to).find(|&n| items[n].is_prose()).unwrap_or(from);
    head.subheadlines = (first..head.body).filter(|&n| items[n].is_prose() && head.headline.is_some()).collect();
    head.section = head.headline.and_then(|n| section(text, items, n));
    let zone = zone(head.headline, first, head.body);
    head.stamps = zone.clone().filter(|&n| items[n].mark == Mark::Stamp).collect();
    head.byline = find_byline(text, items, zone, head.headline);
    if let Some((n, _)) = &head.byline
        && !stamp::stamps(&text[items[*n].line()]).is_empty()
    {
        head.stamps.push(*n);
    }
    head
}

/// Where bylines and timestamps may stand.
fn zone(headline: Option<usize>, first: usize, body: usize) -> std::ops::Range<usize> {
    let from = headline.map_or(first, |n| n.saturating_sub(3));
    from..body
}

/// Behind the last byline or timestamp that stands close below the headline:
/// what reads like prose above it is a subheadline.
fn below(items: &[Item], first: usize, from: usize, to: usize) -> usize {
    let mut last = first;
    let mut prose = 0;
    for (n, item) in items.iter().enumerate().take((to + 1).min(from + 12)).skip(first) {
        match item.mark {
            Mark::Prose => prose += 1,
            Mark::Byline(_) | Mark::Stamp => last = last.max(n + 1),
            Mark::Notice(Notice::Related) => break,
            _ => {}
        }
        if prose > 2 {
            break;
        }
    }
    last
}

/// The title: of the lines above the body, the one with the best claim.
fn headline(text: &str, items: &[Item], body: usize) -> Option<usize> {
    let counts = counts(text, items, body);
    let mut names = Names { text, items, known: vec![None; body] };
    let title = items.first().map(|item| &text[item.line()]).filter(|_| body > 1);
    let mut best: Option<(i32, usize)> = None;
    let mut distance = 0;
    for n in (body.saturating_sub(REACH)..body).rev() {
        let item = &items[n];
        distance += i32::from(matches!(item.mark, Mark::None | Mark::Prose)) + i32::from(item.is_related()) * 3;
        let line = &text[item.line()];
        if !could_be_headline(line, item) {
            continue;
        }
        let words = item.words as i32;
        let mut score = 8 - distance + words.min(8) - (words - 15).max(0);
        if title.is_some_and(|title| n > 0 && is_title_of(title, line)) {
            score += 40;
        }
        score += if counts.get(line).is_some_and(|&c| c > 1) { 6 } else { 0 };
        score += if beside_head(&mut names, n, body) { 12 } else { 0 };
        score -= if follows_title(text, items, n) { 6 } else { 0 };
        score -= if line.contains(" | ") { 20 } else { 0 };
        score -= if names.at(n).named { 15 } else { 0 };
        score -= if item.piece.bullet { 10 } else { 0 } + if n == 0 && title.is_some() { 4 } else { 0 };
        if best.is_none_or(|(top, _)| score > top) {
            best = Some((score, n));
        }
    }
    best.filter(|&(score, _)| score > -12).map(|(_, n)| n)
}

/// Whether the line above could be the headline too: then this one sums it up.
fn follows_title(text: &str, items: &[Item], n: usize) -> bool {
    let above = items[..n].iter().rev().take(3).find(|item| !item.is_interface());
    above.is_some_and(|item| item.words >= 4 && item.is_short() && could_be_headline(&text[item.line()], item))
}

/// How often each line of the neighbourhood occurs.
fn counts<'t>(text: &'t str, items: &[Item], body: usize) -> FxHashMap<&'t str, u32> {
    let mut counts = FxHashMap::default();
    for item in items[..body].iter().chain(items.iter().rev().take(40)) {
        if item.words >= 4 {
            *counts.entry(&text[item.line()]).or_insert(0) += 1;
        }
    }
    counts
}

fn could_be_headline(line: &str, item: &Item) -> bool {
    let shape =
        matches!(item.mark, Mark::None) || matches!(item.mark, Mark::Prose) && item.words <= 24 && !line.ends_with('.');
    let full_stop = line.ends_with('.') && !line.ends_with("...") && !line.ends_with("U.S.");
    let cut = line.ends_with("...") || line.ends_with('…');
    let opens = line.starts_with(|c: char| {
        c.is_uppercase() || c.is_numeric() || matches!(c, '‘' | '“' | '"' | '\'' | '$' | '£' | '€' | '#')
    });
    shape
        && !full_stop
        && !cut
        && opens
        && (3..=32).contains(&item.words)
        && line.len() <= 260
        && !line.starts_with("http")
}

/// Whether `title` (a page's title) is `line` with the site's name behind it.
fn is_title_of(title: &str, line: &str) -> bool {
    let rest = match title.strip_prefix(line) {
        Some(rest) => rest.trim_start(),
        None => {
            let fold =
                |s: &str| s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
            let (title, line) = (fold(title), fold(line));
            return line.len() >= 15 && title.contains(&line);
        }
    };
    rest.is_empty() || rest.starts_with(['-', '|', '–', '—', ':', '»', '·', '/', '.'])
}

/// Whether a byline or a timestamp stands just below line `n`.
fn beside_head(names: &mut Names<'_>, n: usize, body: usize) -> bool {
    let items = names.items;
    let below = (n + 1..body.min(n + 14).max(n + 1)).filter(|&n| !items[n].is_interface());
    below.take(4).any(|n| match &items[n].mark {
        Mark::Stamp | Mark::Byline(_) => true,
        Mark::None => names.at(n).signs,
        _ => false,
    })
}

/// What lines say of author and date, each read once: candidates for the
/// headline share the lines below them.
struct Names<'d> {
    text: &'d str,
    items: &'d [Item],
    known: Vec<Option<Name>>,
}

#[derive(Clone, Copy)]
struct Name {
    /// Whether the line is a bare byline.
    named: bool,
    /// Whether it is one that names an agency, or holds a date.
    signs: bool,
}

impl Names<'_> {
    fn at(&mut self, n: usize) -> Name {
        *self.known[n].get_or_insert_with(|| {
            let line = &self.text[self.items[n].line()];
            let byline = byline::bare(line);
            let agency = byline.as_ref().is_some_and(|b| b.agency.is_some());
            Name { named: byline.is_some(), signs: agency || !stamp::stamps(line).is_empty() }
        })
    }
}

fn section(text: &str, items: &[Item], headline: usize) -> Option<usize> {
    let n = (headline.saturating_sub(4)..headline)
        .rev()
        .find(|&n| !items[n].is_interface() && items[n].mark != Mark::Stamp)?;
    let line = &text[items[n].line()];
    let item = &items[n];
    let short = (1..=4).contains(&item.words) && line.len() <= 40 && !item.ends && item.mark == Mark::None;
    (short && !line.contains("://")).then_some(n)
}

/// The byline: a line with 'By', else a name that stands where bylines do.
fn find_byline(
    text: &str,
    items: &[Item],
    zone: std::ops::Range<usize>,
    headline: Option<usize>,
) -> Option<(usize, Byline)> {
    for n in zone.clone() {
        if let Mark::Byline(found) = &items[n].mark {
            return Some((n, found.clone()));
        }
    }
    let below = zone.filter(|&n| headline.is_none_or(|h| n > h));
    let mut dated = None;
    for n in below {
        let item = &items[n];
        if !matches!(item.mark, Mark::None | Mark::Credit(_) | Mark::Notice(_) | Mark::Stamp) || item.words > 14 {
            continue;
        }
        let line = &text[item.line()];
        let near = beside_stamp(items, n) || headline.is_some_and(|h| n <= h + 2);
        if let Some(found) = with_stamp(line) {
            return Some((n, found));
        }
        let named = match item.mark {
            Mark::None => byline::bare(line),
            Mark::Credit(_) => byline::bare(line).filter(|b| b.agency.is_some()),
            _ => None,
        };
        if let Some(found) = named.filter(|_| near) {
            dated = dated.or(Some((n, found)));
        }
    }
    dated
}

/// 'Reuters November 18, 2019 11:03 PM', 'Ana Bela, 3 May 2021'.
fn with_stamp(line: &str) -> Option<Byline> {
    let first = stamp::stamps(line).into_iter().next()?;
    let head = line[..first.span.range().start].trim_end_matches([' ', ',', '|', '•', '·', '-', '–', '—', ':']);
    let label = head.rsplit(' ').next().unwrap_or("");
    let head = if ["published", "updated", "posted"].iter().any(|l| label.eq_ignore_ascii_case(l)) {
        head[..head.len() - label.len()].trim_end_matches([' ', ',', '|', '•', '·', '-', '–', '—', ':'])
    } else {
        head
    };
    (!head.is_empty()).then(|| byline::bare(head)).flatten()
}

/// Whether a timestamp stands within three lines.
fn beside_stamp(items: &[Item], n: usize) -> bool {
    let from = n.saturating_sub(3);
    items[from..(n + 4).min(items.len())].iter().any(|item| item.mark == Mark::Stamp)
}
