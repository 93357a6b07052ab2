//! Which paragraphs of a page are the article.
//!
//! The article is the element with the greatest sum over its paragraphs, good
//! ones counting for it and links and scraps against it: maximum subsequence
//! segmentation (Pasternack and Roth, *Extracting Article Text from the Web
//! with Maximum Subsequence Segmentation*, WWW 2009) over the tree instead of
//! the token stream. Captions, credits and bylines are no part of the sum.

use super::atoms::{Attr, Tag};
use super::paragraphs::Paragraph;
use super::pictures::{self, Picture};
use super::roles::Roles;
use super::smell::Smell;
use super::tree::Id;

/// What never counts for an article.
pub(crate) const ASIDE: Smell = Smell(0)
    .with(Smell::FURNITURE)
    .with(Smell::RELATED)
    .with(Smell::COMMENTS)
    .with(Smell::CHROME)
    .with(Smell::HIDDEN)
    .with(Smell::BIO);

/// Where the article's body stands: an element, or a run of its children.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Container {
    pub id: Id,
    pub from: Id,
    pub to: Id,
}

impl Container {
    pub fn holds(&self, node: Id) -> bool {
        (self.from..self.to).contains(&node)
    }
}

/// What elements count for the article: sums over the paragraphs before each node.
struct Sums<'r, 'p> {
    roles: &'r Roles<'p>,
    before: Vec<i64>,
}

impl Sums<'_, '_> {
    fn of(&self, id: Id) -> i64 {
        self.before[self.roles.tree.nodes[id as usize].end as usize] - self.before[id as usize]
    }
}

/// The element that holds the article's body, or the run of elements where it
/// is parted among several side by side.
pub(crate) fn container(roles: &Roles<'_>, paragraphs: &[Paragraph], pictures: &[Picture]) -> Option<Container> {
    let mut before = vec![0_i64; roles.tree.nodes.len() + 1];
    let teasers = teasers(roles, paragraphs);
    for (n, paragraph) in paragraphs.iter().enumerate() {
        let pictured = pictures::around(roles, pictures, paragraph.from).is_some();
        if !(pictured || roles.smell(paragraph.from).has(Smell::CAPTION.with(Smell::CREDIT))) {
            before[paragraph.from as usize + 1] +=
                if teasers[n] { -i64::from(paragraph.len.min(80)) } else { worth(roles, paragraph) };
        }
    }
    for n in 1..before.len() {
        before[n] += before[n - 1];
    }
    let sums = Sums { roles, before };
    let elements =
        (0..roles.tree.nodes.len() as Id).filter(|&id| roles.tree.tag(id).is_some_and(|tag| !tag.is_inline()));
    let weight = |id: Id| (sums.of(id) + bonus(roles, id, sums.of(id)), id);
    let best = elements.max_by_key(|&id| weight(id)).filter(|&id| sums.of(id) > 0)?;
    Some(widen(&sums, best))
}

/// Takes in the neighbours of the best element, where together they hold
/// a good deal more of the article.
fn widen(sums: &Sums<'_, '_>, best: Id) -> Container {
    let tree = sums.roles.tree;
    let alone = Container { id: best, from: best + 1, to: tree.nodes[best as usize].end };
    let mut inner = best;
    for around in tree.ancestors(best).take(3) {
        if tree.is(around, Tag::Body) || sums.roles.smell(around).has(ASIDE) {
            break;
        }
        let (from, to, sum) = run(sums, around, inner);
        // Much more, or it is another story.
        if sum * 4 > sums.of(best) * 5 {
            return Container { id: around, from, to };
        }
        inner = around;
    }
    alone
}

/// The run of children of `around` that holds `inner` and sums up best.
fn run(sums: &Sums<'_, '_>, around: Id, inner: Id) -> (Id, Id, i64) {
    let tree = sums.roles.tree;
    let mut children = Vec::new();
    let mut at = around + 1;
    while at < tree.nodes[around as usize].end && children.len() < MOST_CHILDREN {
        children.push(at);
        at = tree.nodes[at as usize].end;
    }
    let Some(place) = children.iter().position(|&child| child == inner) else { return (inner, inner + 1, 0) };
    let best = |steps: &mut dyn Iterator<Item = Id>| {
        let (mut sum, mut most, mut last) = (0, 0, inner);
        for child in steps {
            sum += sums.of(child);
            if sum > most {
                (most, last) = (sum, child);
            }
        }
        (most, last)
    };
    let (above, first) = best(&mut children[..place].iter().rev().copied());
    let (below, last) = best(&mut children[place + 1..].iter().copied());
    (first, tree.nodes[last as usize].end, above + sums.of(inner) + below)
}

/// Children beyond this many are not looked at.
const MOST_CHILDREN: usize = 4000;

/// An element that says it is the article's body is believed when it holds text.
fn bonus(roles: &Roles<'_>, id: Id, total: i64) -> i64 {
    let stated = roles.tree.attr(id, Attr::Itemprop).is_some_and(|prop| prop.eq_ignore_ascii_case("articleBody"));
    let article = roles.tree.is(id, Tag::Article) || roles.own(id).has(Smell::BODY);
    match () {
        () if stated => total / 4,
        () if article => total / 20,
        () => 0,
    }
}

/// What a paragraph counts for the element that it stands in.
fn worth(roles: &Roles<'_>, paragraph: &Paragraph) -> i64 {
    let len = i64::from(paragraph.len);
    let share = paragraph.link_share();
    if roles.smell(paragraph.from).has(ASIDE) {
        return -len.min(60);
    }
    if share > 0.5 {
        return -len.min(80);
    }
    let prose = matches!(roles.tree.tag(paragraph.owner), Some(Tag::P | Tag::Blockquote | Tag::Li | Tag::Td));
    match (prose, len) {
        (true, 40..) => len.min(600),
        (false, 100..) => len.min(600),
        _ => -10,
    }
}

/// Which paragraphs tell of other stories: those that share an item with a linked heading.
pub(crate) fn teasers(roles: &Roles<'_>, paragraphs: &[Paragraph]) -> Vec<bool> {
    let mut items: Vec<(Id, Id)> = Vec::new();
    for paragraph in paragraphs.iter().filter(|p| p.link_share() > 0.8 && p.len >= 15) {
        let tag = |n: Id| roles.tree.tag(n);
        let heading = roles
            .tree
            .ancestors(paragraph.from)
            .take(3)
            .find(|&n| tag(n).is_some_and(|t| t.heading().is_some_and(|h| h > 1)));
        let around = heading.into_iter().flat_map(|h| roles.tree.ancestors(h).take(3));
        let item = around.filter(|&n| roles.len(n) < 700 && !matches!(tag(n), Some(Tag::Body | Tag::Main))).last();
        items.extend(item.map(|n| (n, roles.tree.nodes[n as usize].end)));
    }
    let mut item = items.into_iter().peekable();
    let mut open = (0, 0);
    let inside = |p: &Paragraph| {
        while let Some(next) = item.next_if(|next| next.0 < p.from) {
            open = (open.0.max(next.0), open.1.max(next.1));
        }
        p.from < open.1
    };
    paragraphs.iter().map(inside).collect()
}
