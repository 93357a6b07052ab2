//! What each node of a page is for, told from tags and class names before any
//! text is scored.

use cutline_text::Span;

use super::atoms::{Attr, Tag};
use super::smell::Smell;
use super::tree::{Id, Kind, Tree};

/// The page with what is known of each node.
pub(crate) struct Roles<'p> {
    pub tree: &'p Tree,
    pub source: &'p str,
    /// What holds of each node: its own smells and those that it stands in.
    smells: Vec<Smell>,
    /// Own smells alone.
    own: Vec<Smell>,
    /// Bytes of shown text before each node.
    shown: Vec<u32>,
    /// The same, inside links.
    linked: Vec<u32>,
    /// Where the main headings are.
    headings: Vec<Id>,
}

/// Smells that hold for all that stands in an element.
const INHERITED: Smell = Smell(0)
    .with(Smell::FURNITURE)
    .with(Smell::RELATED)
    .with(Smell::COMMENTS)
    .with(Smell::CHROME)
    .with(Smell::HIDDEN)
    .with(Smell::BIO)
    .with(Smell::VIDEO)
    .with(Smell::PULLQUOTE);

impl<'p> Roles<'p> {
    pub fn new(tree: &'p Tree, source: &'p str) -> Roles<'p> {
        let own: Vec<Smell> = (0..tree.nodes.len() as Id).map(|id| own_smell(tree, id)).collect();
        let (shown, linked) = measure(tree, source);
        let headings = (0..tree.nodes.len() as Id).filter(|&id| tree.is(id, Tag::H1)).collect();
        let mut roles = Roles { tree, source, smells: Vec::with_capacity(own.len()), own, shown, linked, headings };
        for id in 0..tree.nodes.len() as Id {
            let smell = roles.inherit(id);
            roles.smells.push(smell);
        }
        roles
    }

    pub fn smell(&self, id: Id) -> Smell {
        self.smells[id as usize]
    }

    pub fn own(&self, id: Id) -> Smell {
        self.own[id as usize]
    }

    /// Bytes of shown text inside.
    pub fn len(&self, id: Id) -> u32 {
        let end = self.tree.nodes[id as usize].end as usize;
        self.shown[end] - self.shown[id as usize]
    }

    /// The share of its text that is links.
    pub fn link_share(&self, id: Id) -> f32 {
        let end = self.tree.nodes[id as usize].end as usize;
        let linked = self.linked[end] - self.linked[id as usize];
        linked as f32 / self.len(id).max(1) as f32
    }

    /// Bytes of shown text, and of links, in a range of nodes.
    pub fn lens(&self, from: Id, to: Id) -> (u32, u32) {
        let (from, to) = (from as usize, to as usize);
        (self.shown[to] - self.shown[from], self.linked[to] - self.linked[from])
    }

    /// How many nodes it holds: what a walk through it costs.
    pub fn size(&self, id: Id) -> usize {
        self.tree.within(id).len()
    }

    /// Whether text inside is shown.
    pub fn is_shown(&self, id: Id) -> bool {
        !self.smell(id).has(Smell::HIDDEN)
    }

    /// The words inside, as one line.
    pub fn words(&self, id: Id) -> String {
        self.run(id + 1, self.tree.nodes[id as usize].end)
    }

    /// The words of one text node.
    pub fn words_of(&self, node: Id) -> String {
        self.run(node, node + 1)
    }

    /// The words of a run of nodes, as one line.
    pub fn run(&self, from: Id, to: Id) -> String {
        let mut writer = super::writer::Writer::new(self.source);
        for n in from..to {
            match self.tree.nodes[n as usize].kind {
                Kind::Text(span) if self.is_shown(n) => writer.raw(span),
                Kind::Element { tag, .. } if tag == Tag::Br || !tag.is_inline() => writer.gap(),
                _ => {}
            }
        }
        writer.finish().into_text()
    }

    /// The words inside, those of different elements parted.
    pub fn words_apart(&self, id: Id) -> String {
        let texts = self.tree.within(id).filter(|&n| self.tree.tag(n).is_none());
        texts.map(|n| self.words_of(n)).filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Whether style sheets are likely to part the texts right inside two elements: true but for emphasis and links.
    pub fn parts(&self, one: Id, other: Id) -> bool {
        let runs_on = |id: Id| {
            matches!(
                self.tree.tag(id),
                Some(
                    Tag::A
                        | Tag::B
                        | Tag::Em
                        | Tag::I
                        | Tag::Strong
                        | Tag::U
                        | Tag::Sub
                        | Tag::Sup
                        | Tag::Q
                        | Tag::Abbr
                )
            )
        };
        !(runs_on(one) || runs_on(other))
    }

    fn inherit(&self, id: Id) -> Smell {
        let parent = self.tree.nodes[id as usize].parent;
        let around = if id == 0 { Smell::default() } else { self.smells[parent as usize] };
        let own = self.own[id as usize];
        let mut kept = Smell(around.0 & INHERITED.0);
        if !own.has(INHERITED) {
            return kept.with(own);
        }
        // A page-wide wrapper named 'has-sidebar' is no sidebar.
        let believed = own.has(Smell::HIDDEN) && self.is_opaque(id) || !self.holds_much(id);
        kept = kept.with(if believed { own } else { Smell(own.0 & !INHERITED.0) });
        kept
    }

    fn is_opaque(&self, id: Id) -> bool {
        self.tree.tag(id).is_some_and(Tag::is_opaque)
    }

    fn holds_heading(&self, id: Id) -> bool {
        let next = self.headings.partition_point(|&heading| heading <= id);
        self.headings.get(next).is_some_and(|heading| self.tree.within(id).contains(heading))
    }

    fn holds_much(&self, id: Id) -> bool {
        let whole = *self.shown.last().unwrap_or(&0);
        let tag = self.tree.tag(id);
        let wide = matches!(tag, Some(Tag::Html | Tag::Body | Tag::Main | Tag::Article));
        wide || self.len(id) * 5 > whole * 2 || self.len(id) * 10 > whole && self.holds_heading(id)
    }
}

fn own_smell(tree: &Tree, id: Id) -> Smell {
    let Some(tag) = tree.tag(id) else { return Smell::default() };
    let by_tag = match tag {
        _ if tag.is_opaque() || tag == Tag::Noscript || tag == Tag::Head => Smell::HIDDEN,
        Tag::Nav | Tag::Footer | Tag::Aside | Tag::Menu => Smell::CHROME,
        Tag::Form | Tag::Button | Tag::Dialog | Tag::Fieldset | Tag::Label => Smell::FURNITURE,
        Tag::Figcaption => Smell::CAPTION,
        Tag::Figure => Smell::IMAGE,
        Tag::Time => Smell::TIME,
        _ => Smell::default(),
    };
    let rel = tree.attr(id, Attr::Rel) == Some("author");
    let author = if rel { Smell::BYLINE } else { Smell::default() };
    Smell::of(tree, id).with(by_tag).with(author)
}

/// Shown text and linked text before each node, and behind the last.
fn measure(tree: &Tree, source: &str) -> (Vec<u32>, Vec<u32>) {
    let mut shown = Vec::with_capacity(tree.nodes.len() + 1);
    let mut linked = Vec::with_capacity(tree.nodes.len() + 1);
    let (mut text, mut links) = (0, 0);
    let (mut opaque_to, mut link_to) = (0, 0);
    for (id, node) in tree.nodes.iter().enumerate() {
        shown.push(text);
        linked.push(links);
        match node.kind {
            Kind::Element { tag, .. } if tag.is_opaque() || matches!(tag, Tag::Noscript | Tag::Head) => {
                opaque_to = opaque_to.max(node.end);
            }
            Kind::Element { tag: Tag::A, .. } => link_to = link_to.max(node.end),
            Kind::Text(span) if id as Id >= opaque_to => {
                let len = ink(&source[span]);
                text += len;
                links += if (id as Id) < link_to { len } else { 0 };
            }
            _ => {}
        }
    }
    shown.push(text);
    linked.push(links);
    (shown, linked)
}

/// Bytes less the white space at both ends.
fn ink(raw: &str) -> u32 {
    Span::of(raw).trim(raw).len() as u32
}
