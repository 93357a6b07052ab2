//! What of a page belongs to its article, and as what.

use cutline_doc::BlockKind;

use super::atoms::{Attr, Tag};
use super::body::{self, ASIDE, Container};
use super::linked_data::{self, Article};
use super::meta::{self, Candidate};
use super::paragraphs::{Paragraph, paragraphs};
use super::pictures::{self, Picture};
use super::roles::Roles;
use super::smell::Smell;
use super::tree::Id;
use super::{day, notices, signed};
use crate::notice::{self, Notice};
use crate::{caption, stamp};

/// A page taken apart, before it is written out.
pub(crate) struct Page<'r, 'p> {
    pub roles: &'r Roles<'p>,
    pub article: Option<Article>,
    pub headline: Option<Headline>,
    pub site: Option<String>,
    /// In the order of the page.
    pub items: Vec<Item>,
}

/// Where the headline is.
pub(crate) enum Headline {
    /// An element of the page.
    At(Id),
    /// Only metadata have it.
    Stated(Candidate),
}

/// A block to be written.
pub(crate) struct Item {
    pub at: Id,
    pub kind: BlockKind,
    pub rule: &'static str,
    pub nodes: Nodes,
}

/// What a block is written from.
pub(crate) enum Nodes {
    Run(Id, Id),
    Picture(Box<Picture>),
}

/// A picture may stand this many bytes of shown text before the body.
const LEAD_REACH: u32 = 2500;

impl<'r, 'p> Page<'r, 'p> {
    pub fn read(roles: &'r Roles<'p>) -> Page<'r, 'p> {
        let article = linked_data::article(roles.tree, roles.source);
        let paragraphs = paragraphs(roles);
        let pictures = pictures::pictures(roles);
        let container = body::container(roles, &paragraphs, &pictures);
        let site = meta::meta(roles.tree, &["og:site_name", "application-name"]).into_iter().next().map(|c| c.value);
        let titles = meta::titles(roles, article.as_ref());
        let prose = |p: &&Paragraph| p.len >= 80 && container.is_some_and(|c| c.holds(p.from));
        let body_from = paragraphs.iter().find(prose).map(|p| p.from);
        let headline = headline(roles, titles, body_from, site.as_deref());
        let mut page = Page { roles, article, items: Vec::new(), headline, site };
        if let Some(container) = container {
            page.add_text(container, &paragraphs, &pictures);
            page.add_pictures(container.id, pictures);
        }
        page.items.sort_by_key(|item| item.at);
        page.settle();
        page
    }

    /// Where the headline stands on the page.
    pub fn headline_at(&self) -> Option<Id> {
        match self.headline {
            Some(Headline::At(at)) => Some(at),
            _ => None,
        }
    }

    /// Short lines about the headline, as far as they are no menu.
    pub fn about_headline(&self) -> Vec<String> {
        const REACH: Id = 150;
        let roles = self.roles;
        let head = self.headline_at().unwrap_or(0);
        let near = |p: &Paragraph| p.from + REACH / 5 >= head && p.from <= head + REACH;
        let short = |p: &Paragraph| p.len < 120 && p.link_share() < 0.9 && !roles.smell(p.from).has(ASIDE);
        let lines = super::paragraphs::paragraphs(roles).into_iter().filter(|p| near(p) && short(p));
        lines.map(|p| roles.run(p.from, p.to)).collect()
    }

    /// The article's own pictures: those in its body, before it near the headline, and its galleries.
    fn add_pictures(&mut self, container: Id, pictures: Vec<Picture>) {
        let roles = self.roles;
        let article = self.article_element(container);
        let mut seen: Vec<String> = Vec::new();
        for picture in pictures {
            let at = picture.unit;
            let inside = roles.tree.within(article).contains(&at);
            let before = at < container && roles.lens(at, container).0 < LEAD_REACH;
            let said = self.said(&picture);
            if !(inside || before) || !said.is_empty() && seen.contains(&said) {
                continue;
            }
            seen.push(said);
            let kind = if picture.caption.is_empty() { BlockKind::Credit } else { BlockKind::Caption };
            self.items.push(Item { at, kind, rule: picture.rule, nodes: Nodes::Picture(Box::new(picture)) });
        }
    }

    /// What a picture's caption says, for telling that it was said before.
    fn said(&self, picture: &Picture) -> String {
        let mut words = String::new();
        for &node in &picture.caption {
            words.push_str(&self.roles.words_of(node));
            words.push(' ');
        }
        caption::caption_parts(&words).text
    }

    /// The element around headline and body.
    fn article_element(&self, container: Id) -> Id {
        let tree = self.roles.tree;
        let holds = |n: Id| match self.headline {
            Some(Headline::At(head)) => tree.within(n).contains(&head),
            _ => tree.is(n, Tag::Article),
        };
        let mut around = std::iter::once(container).chain(tree.ancestors(container)).take(6);
        around.find(|&n| holds(n)).filter(|&n| !matches!(tree.tag(n), Some(Tag::Body | Tag::Html))).unwrap_or(container)
    }

    fn add_text(&mut self, container: Container, paragraphs: &[Paragraph], pictures: &[Picture]) {
        let teasers = body::teasers(self.roles, paragraphs);
        for (n, paragraph) in paragraphs.iter().enumerate() {
            if !container.holds(paragraph.from) || pictures::around(self.roles, pictures, paragraph.from).is_some() {
                continue;
            }
            let (kind, rule) =
                if teasers[n] { (BlockKind::RelatedLinks, "teaser") } else { self.kind(paragraph, container.id) };
            self.items.push(Item { at: paragraph.from, kind, rule, nodes: Nodes::Run(paragraph.from, paragraph.to) });
        }
    }

    fn kind(&self, paragraph: &Paragraph, container: Id) -> (BlockKind, &'static str) {
        let (roles, tree) = (self.roles, self.roles.tree);
        if let Some(Headline::At(head)) = self.headline
            && (tree.within(head).contains(&paragraph.from) || head == paragraph.owner)
        {
            return (BlockKind::Headline, "heading");
        }
        let smell = roles.smell(paragraph.from);
        match () {
            () if smell.has(Smell::BIO) => return (BlockKind::AuthorBio, "bio-class"),
            () if smell.has(ASIDE) => return (BlockKind::Interface, "aside"),
            () if smell.has(Smell::VIDEO) && paragraph.len < 400 => return (BlockKind::Interface, "video-class"),
            () if smell.has(Smell::PULLQUOTE) => return (BlockKind::Interface, "pull-quote"),
            () if paragraph.link_share() > 0.8 && paragraph.len < 400 => return (BlockKind::RelatedLinks, "links"),
            () => {}
        }
        if paragraph.len < 300
            && let Some(found) = self.by_words(paragraph)
        {
            return found;
        }
        let around = |tag: Tag| tree.ancestors(paragraph.from).take(12).any(|n| tree.is(n, tag));
        let table = tree.ancestors(paragraph.from).take(12).any(|n| n > container && tree.is(n, Tag::Table));
        match () {
            () if tree
                .ancestors(paragraph.from)
                .take(4)
                .any(|n| tree.tag(n).is_some_and(|t| t.heading().is_some())) =>
            {
                (BlockKind::Heading, "heading")
            }
            // A table around the whole article only lays it out.
            () if table => (BlockKind::Table, "table"),
            () if around(Tag::Blockquote) => (BlockKind::BlockQuote, "blockquote"),
            () if around(Tag::Li) => (BlockKind::ListItem, "li"),
            () => (BlockKind::Paragraph, "body"),
        }
    }

    /// What a short paragraph's own words say that it is.
    fn by_words(&self, paragraph: &Paragraph) -> Option<(BlockKind, &'static str)> {
        let line = self.roles.run(paragraph.from, paragraph.to);
        let words = line.split_whitespace().count();
        let labelled = self.roles.tree.ancestors(paragraph.from).take(4).any(|n| self.roles.own(n).has(Smell::BYLINE));
        let signed = line.len() < 120 && signed::foreign(&line);
        if !signed && (stamp::is_line(&line) || day::is_line(&line)) {
            return Some((BlockKind::Timestamp, "stamp"));
        }
        if signed || line.len() < 120 && signed::read(&line, labelled).is_some() || labelled && words < 12 {
            return Some((BlockKind::Byline, "byline"));
        }
        match notice::read(&line, words).or_else(|| notices::read(&line))? {
            Notice::Interface | Notice::Footer => Some((BlockKind::Interface, "words")),
            Notice::Related | Notice::RelatedLine => Some((BlockKind::RelatedLinks, "words")),
            Notice::Correction => Some((BlockKind::Correction, "words")),
            Notice::Gallery => Some((BlockKind::GalleryHeading, "words")),
        }
    }

    /// What only its neighbours tell: a heading with nothing beneath it, a standfirst, scraps at the end.
    fn settle(&mut self) {
        let is_text = |item: &Item| {
            matches!(item.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::BlockQuote | BlockKind::Table)
        };
        let mut beneath = false;
        for item in self.items.iter_mut().rev() {
            match item.kind {
                BlockKind::Heading if !beneath => (item.kind, item.rule) = (BlockKind::RelatedLinks, "nothing-beneath"),
                BlockKind::RelatedLinks | BlockKind::Interface => beneath = false,
                _ if is_text(item) => beneath = true,
                _ => {}
            }
        }
        for item in self.items.iter_mut() {
            let summary = matches!(item.kind, BlockKind::Heading) || self.roles.smell(item.at).has(Smell::SUMMARY);
            match item.kind {
                _ if is_text(item) && !summary => break,
                BlockKind::Heading | BlockKind::Paragraph => {
                    (item.kind, item.rule) = (BlockKind::Subheadline, "before-body")
                }
                _ => {}
            }
        }
        self.drop_scraps();
    }

    /// Short unfinished lines behind the last whole sentence.
    fn drop_scraps(&mut self) {
        for item in self.items.iter_mut().rev() {
            let Nodes::Run(from, to) = item.nodes else { continue };
            if !matches!(item.kind, BlockKind::Paragraph | BlockKind::ListItem) {
                continue;
            }
            let words = self.roles.run(from, to);
            if words.split_whitespace().count() > 4 || crate::wrap::ends_sentence(&words) {
                break;
            }
            (item.kind, item.rule) = (BlockKind::Interface, "scrap");
        }
    }
}

fn headline(roles: &Roles<'_>, titles: Vec<Candidate>, body_from: Option<Id>, site: Option<&str>) -> Option<Headline> {
    if let Some(id) = meta::heading(roles, &titles, body_from) {
        return Some(Headline::At(id));
    }
    let stated = titles.into_iter().find(|title| title.value.split_whitespace().count() >= 2)?;
    Some(Headline::Stated(Candidate { value: meta::without_site(&stated.value, site), ..stated }))
}

/// The value of an attribute on the first element of that tag.
pub(crate) fn first_attr<'p>(roles: &Roles<'p>, tag: Tag, attr: Attr) -> Option<&'p str> {
    let tree = roles.tree;
    (0..tree.nodes.len() as Id).filter(|&n| tree.is(n, tag)).find_map(|n| tree.attr(n, attr))
}
