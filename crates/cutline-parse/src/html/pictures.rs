//! Pictures with their captions and credits, found by mark-up.

use super::atoms::{Attr, Tag};
use super::body::ASIDE;
use super::roles::Roles;
use super::smell::Smell;
use super::tree::{Id, Kind};

/// A picture's words on the page.
#[derive(Clone, Debug)]
pub(crate) struct Picture {
    /// The element that holds caption, credit and, mostly, the image.
    pub unit: Id,
    /// Text nodes of the caption.
    pub caption: Vec<Id>,
    /// Text nodes of the credit.
    pub credit: Vec<Id>,
    /// The image's address.
    pub image: Option<String>,
    /// The mark-up that told: 'figcaption', 'caption-class', 'figure', 'credit-class'.
    pub rule: &'static str,
}

/// More text than this is no caption.
const LONGEST: u32 = 1800;
/// Nor is an element of more nodes.
const LARGEST: usize = 600;
/// Pictures beyond this many are not read.
const MOST: usize = 1000;

/// The picture that a node stands in. `pictures` are in order and apart.
pub(crate) fn around<'a>(roles: &Roles<'_>, pictures: &'a [Picture], node: Id) -> Option<&'a Picture> {
    let before = pictures.partition_point(|picture| picture.unit < node);
    pictures[..before].last().filter(|picture| roles.tree.within(picture.unit).contains(&node))
}

/// All pictures with words, in the order of the page. Teasers of other stories are left out.
pub(crate) fn pictures(roles: &Roles<'_>) -> Vec<Picture> {
    let mut found: Vec<Picture> = Vec::new();
    let mut id = 0;
    while (id as usize) < roles.tree.nodes.len() && found.len() < MOST {
        match picture_at(roles, id) {
            Some(picture) => {
                id = roles.tree.nodes[picture.unit as usize].end.max(id + 1);
                found.push(picture);
            }
            None => id += 1,
        }
    }
    found
}

fn picture_at(roles: &Roles<'_>, id: Id) -> Option<Picture> {
    let tag = roles.tree.tag(id)?;
    let around = roles.smell(id);
    if around.has(ASIDE) || around.has(Smell::VIDEO) {
        return None;
    }
    let own = roles.own(id);
    let captioned = own.has(Smell::CAPTION) && !matches!(tag, Tag::Caption | Tag::Table);
    let labelled = captioned || own.has(Smell::CREDIT) && tag != Tag::A;
    let len = roles.len(id);
    if len > LONGEST || roles.size(id) > LARGEST || !(tag == Tag::Figure || labelled && len > 0) {
        return None;
    }
    if tag == Tag::Figure && (holds_several(roles, id) || is_other_matter(roles, id)) {
        return None;
    }
    let unit = if tag == Tag::Figure { id } else { climb(roles, id) };
    let credited = own.has(Smell::CREDIT) && !captioned && unit == id;
    if credited || is_teaser(roles, unit) {
        return None;
    }
    let picture = read(roles, unit);
    if picture.caption.is_empty() && picture.image.is_none() {
        return None;
    }
    (!picture.caption.is_empty() || !picture.credit.is_empty()).then_some(picture)
}

/// A figure around several figures, as galleries have them.
fn holds_several(roles: &Roles<'_>, id: Id) -> bool {
    let parts = |tag: Tag| roles.tree.within(id).filter(|&n| roles.tree.is(n, tag)).count();
    parts(Tag::Figure) > 1 || parts(Tag::Figcaption) > 1
}

/// Figures are also put around tables, quotations and embedded posts.
fn is_other_matter(roles: &Roles<'_>, id: Id) -> bool {
    let other = |n: Id| matches!(roles.tree.tag(n), Some(Tag::Table | Tag::Blockquote | Tag::Pre | Tag::Ul | Tag::Ol));
    roles.smell(id).has(Smell::PULLQUOTE.with(Smell::POST)) || roles.tree.within(id).any(other)
}

/// The element around a caption that holds its image and credit too.
fn climb(roles: &Roles<'_>, id: Id) -> Id {
    let mut unit = id;
    for around in roles.tree.ancestors(id).take(5) {
        let tag = roles.tree.tag(around);
        let grows = roles.len(around) > roles.len(id) + 260 || roles.size(around) > LARGEST;
        let wide =
            matches!(tag, Some(Tag::Body | Tag::Main | Tag::Article | Tag::Html | Tag::Section | Tag::Ul | Tag::Ol));
        if grows
            || wide
            || captions_in(roles, around) > captions_in(roles, unit).max(1)
            || has_prose(roles, around, unit)
        {
            break;
        }
        unit = around;
        if tag == Some(Tag::Figure) || roles.tree.find(around, Tag::Img).is_some() {
            break;
        }
    }
    unit
}

/// How many elements are labelled as captions, nested ones counted once.
fn captions_in(roles: &Roles<'_>, id: Id) -> usize {
    let mut count = 0;
    let mut at = id;
    let end = roles.tree.nodes[id as usize].end;
    while at < end {
        if roles.own(at).has(Smell::CAPTION) && roles.len(at) > 0 {
            count += 1;
            at = roles.tree.nodes[at as usize].end;
        } else {
            at += 1;
        }
    }
    count
}

/// Whether a paragraph or heading stands in `around` but not in `unit`.
fn has_prose(roles: &Roles<'_>, around: Id, unit: Id) -> bool {
    let inside = roles.tree.within(unit);
    roles.tree.within(around).any(|n| {
        let prose = matches!(roles.tree.tag(n), Some(Tag::P | Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::Li));
        let labelled = roles.own(n).has(Smell::CAPTION.with(Smell::CREDIT));
        prose
            && !labelled
            && !inside.contains(&n)
            && n != unit
            && roles.len(n) > 0
            && roles.tree.nodes[n as usize].end <= roles.tree.nodes[around as usize].end
            && !(roles.tree.within(n).contains(&unit))
    })
}

/// A picture that links to another story: its words are that story's headline.
fn is_teaser(roles: &Roles<'_>, unit: Id) -> bool {
    let headed = |n: Id| matches!(roles.tree.tag(n), Some(Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5));
    let heading = roles.tree.within(unit).find(|&n| headed(n) && roles.len(n) > 0);
    let linked_heading = heading.is_some_and(|h| {
        roles.link_share(h) > 0.5 || roles.tree.ancestors(h).take(4).any(|a| roles.tree.is(a, Tag::A))
    });
    linked_heading || roles.len(unit) > 0 && roles.link_share(unit) > 0.8 && !is_enlarger(roles, unit)
}

/// Whether its links go to the image itself ('enlarge').
fn is_enlarger(roles: &Roles<'_>, unit: Id) -> bool {
    let image = |href: &str| {
        let path = href.split(['?', '#']).next().unwrap_or("").to_ascii_lowercase();
        path.is_empty() || [".jpg", ".jpeg", ".png", ".webp", ".gif"].iter().any(|end| path.ends_with(end))
    };
    let around = roles.tree.ancestors(unit).take(3).find(|&n| roles.tree.is(n, Tag::A));
    let mut links = roles.tree.within(unit).filter(|&n| roles.tree.is(n, Tag::A)).chain(around);
    links.all(|n| roles.tree.attr(n, Attr::Href).is_none_or(image))
}

/// Caption and credit of a unit.
fn read(roles: &Roles<'_>, unit: Id) -> Picture {
    let mut caption: Vec<Id> = Vec::new();
    let mut credit = Vec::new();
    let mut other = Vec::new();
    for n in roles.tree.within(unit) {
        let Kind::Text(span) = roles.tree.nodes[n as usize].kind else { continue };
        if !roles.is_shown(n) || roles.source[span].trim().is_empty() || is_furniture(roles, n, unit) {
            continue;
        }
        match label_of(roles, n, unit) {
            Some(label) if label.has(Smell::CREDIT) => credit.push(n),
            Some(_) => caption.push(n),
            None => other.push(n),
        }
    }
    let own = roles.own(unit);
    let rule = match () {
        () if !caption.is_empty() && roles.tree.find(unit, Tag::Figcaption).is_some() => "figcaption",
        () if !caption.is_empty() => "caption-class",
        () if !other.is_empty() => "figure",
        () => "credit-class",
    };
    if caption.is_empty() && (roles.tree.is(unit, Tag::Figure) || own.has(Smell::CAPTION)) {
        caption = other;
    } else if credit.is_empty() && is_credit(roles, &other) {
        credit = other;
    }
    Picture { unit, caption: once(roles, caption), credit: once(roles, credit), image: image(roles, unit), rule }
}

/// Whether the words beside a labelled caption are a credit.
fn is_credit(roles: &Roles<'_>, nodes: &[Id]) -> bool {
    let mut words = String::new();
    for &n in nodes {
        if let Kind::Text(span) = roles.tree.nodes[n as usize].kind {
            words.push_str(&super::writer::plain(&roles.source[span]));
            words.push(' ');
        }
    }
    let words = words.trim();
    let cited = nodes.iter().any(|&n| roles.tree.ancestors(n).take(3).any(|a| roles.tree.is(a, Tag::Cite)));
    words.len() < 120 && (cited || crate::credit::whole(words).is_some())
}

/// Buttons and counters within the unit.
fn is_furniture(roles: &Roles<'_>, node: Id, unit: Id) -> bool {
    let inside = |&n: &Id| n > unit;
    roles.tree.ancestors(node).take_while(inside).any(|n| {
        let own = roles.own(n);
        roles.tree.is(n, Tag::Button)
            || own.has(Smell::FURNITURE.with(Smell::HIDDEN).with(Smell::BYLINE))
                && !own.has(Smell::CAPTION.with(Smell::CREDIT))
    })
}

/// The nearest label between a text and its unit, the unit included.
fn label_of(roles: &Roles<'_>, node: Id, unit: Id) -> Option<Smell> {
    let wanted = Smell::CAPTION.with(Smell::CREDIT);
    let labels = roles.tree.ancestors(node).take_while(|&n| n >= unit);
    let mut found = None;
    for n in labels {
        let own = roles.own(n);
        if own.has(wanted) && !(roles.tree.is(n, Tag::Figure)) {
            // 'caption-credit' is a credit, and so is a credit inside a caption.
            let credit = own.has(Smell::CREDIT) && (!own.has(Smell::CAPTION) || roles.len(n) < 90);
            return Some(if credit { Smell::CREDIT } else { Smell::CAPTION });
        }
        if found.is_none() && own.has(wanted) {
            found = Some(Smell::CAPTION);
        }
    }
    found
}

/// The text nodes of the fullest copy, where mark-up holds a short and a long one.
fn once(roles: &Roles<'_>, nodes: Vec<Id>) -> Vec<Id> {
    let owner =
        |n: Id| roles.tree.ancestors(n).find(|&a| roles.tree.tag(a).is_some_and(|tag| !tag.is_inline())).unwrap_or(0);
    let mut groups: Vec<(Id, Vec<Id>)> = Vec::new();
    for n in nodes {
        let by = owner(n);
        match groups.last_mut().filter(|group| group.0 == by) {
            Some(group) => group.1.push(n),
            None => groups.push((by, vec![n])),
        }
    }
    let words: Vec<String> = groups.iter().map(|(_, nodes)| squeezed(roles, nodes)).collect();
    let is_copy = |n: usize| {
        (0..words.len()).any(|m| {
            m != n
                && words[m].starts_with(words[n].trim_end_matches(['.', '…']))
                && (words[m].len() > words[n].len() || m < n)
        })
    };
    let kept = (0..groups.len()).filter(|&n| !is_copy(n));
    kept.flat_map(|n| groups[n].1.clone()).collect()
}

/// The letters of some text nodes, for comparing.
fn squeezed(roles: &Roles<'_>, nodes: &[Id]) -> String {
    let mut text = String::new();
    for &n in nodes {
        if let Kind::Text(span) = roles.tree.nodes[n as usize].kind {
            text.extend(roles.source[span].chars().filter(|c| !c.is_whitespace()));
        }
    }
    text
}

fn image(roles: &Roles<'_>, unit: Id) -> Option<String> {
    let inside = roles.tree.within(unit).find(|&n| roles.tree.is(n, Tag::Img))?;
    let candidates = [Attr::Src, Attr::DataSrc, Attr::Original];
    let named = candidates.iter().filter_map(|&attr| roles.tree.attr(inside, attr));
    let address = named.map(str::trim).find(|src| !src.is_empty() && !src.starts_with("data:"));
    address.map(super::writer::plain)
}
