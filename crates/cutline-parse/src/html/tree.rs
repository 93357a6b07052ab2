//! A page as a flat tree, made in one pass.
//!
//! Nodes stand in the order of the page; each knows where its subtree ends, so
//! that every walk is a loop over a slice and no depth of nesting can exhaust
//! the stack. The tree builder follows the HTML standard where news pages need
//! it (implied end tags, misnested inline elements) and differs in what it
//! leaves out: no foster parenting, no re-opening of inline elements.

use cutline_text::Span;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span as Raw, Tokenizer};

use super::atoms::{Attr, Tag};

/// Elements deeper than this hang on the last one above.
const DEEPEST: usize = 256;
/// How far back an end tag looks for its start tag.
const LOOK_BACK: usize = 256;
/// Nodes beyond this many are not read.
const MOST_NODES: usize = 2_000_000;

/// An index into [`Tree::nodes`].
pub(crate) type Id = u32;

/// A page.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub nodes: Vec<Node>,
    attrs: Vec<(Attr, u32)>,
    /// The attributes' values, each ending where the next begins.
    values: String,
    /// Whether the page has more nodes than are read.
    pub cut: bool,
}

/// An element or a stretch of text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    pub kind: Kind,
    /// The element it is in; the root is its own.
    pub parent: Id,
    /// The node behind its last descendant.
    pub end: Id,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    Element {
        tag: Tag,
        attrs: (u32, u32),
    },
    /// Raw text of the source, character references and all.
    Text(Span),
}

impl Node {
    /// The element's tag; text has none.
    pub fn tag(&self) -> Option<Tag> {
        match self.kind {
            Kind::Element { tag, .. } => Some(tag),
            Kind::Text(_) => None,
        }
    }
}

impl Tree {
    /// Reads a page. The root is a node of its own, [`Tag::Other`].
    pub fn read(source: &str) -> Tree {
        let mut builder = Builder::new();
        let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Raw<usize>| -> Option<()> {
            builder.event(event, span);
            None
        });
        emitter.naively_switch_states(true);
        for _ in Tokenizer::new_with_emitter(source, emitter) {}
        builder.finish()
    }

    pub fn tag(&self, id: Id) -> Option<Tag> {
        self.nodes[id as usize].tag()
    }

    pub fn is(&self, id: Id, tag: Tag) -> bool {
        self.tag(id) == Some(tag)
    }

    /// The value of an attribute; an attribute without one is empty.
    pub fn attr(&self, id: Id, name: Attr) -> Option<&str> {
        let Kind::Element { attrs: (from, to), .. } = self.nodes[id as usize].kind else {
            return None;
        };
        let found = (from..to).find(|&n| self.attrs[n as usize].0 == name)?;
        Some(self.value(found))
    }

    fn value(&self, n: u32) -> &str {
        let start = self.attrs[n as usize].1 as usize;
        let end = self.attrs.get(n as usize + 1).map_or(self.values.len(), |next| next.1 as usize);
        &self.values[start..end]
    }

    /// All descendants, in the order of the page.
    pub fn within(&self, id: Id) -> std::ops::Range<Id> {
        id + 1..self.nodes[id as usize].end
    }

    /// The elements around a node, from the inside out, without the root.
    pub fn ancestors(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        let mut at = id;
        std::iter::from_fn(move || {
            at = self.nodes[at as usize].parent;
            (at != 0).then_some(at)
        })
    }

    /// The first descendant of that tag.
    pub fn find(&self, id: Id, tag: Tag) -> Option<Id> {
        self.within(id).find(|&n| self.is(n, tag))
    }

    /// Raw text directly or indirectly inside, without regard to what is shown.
    pub fn texts(&self, id: Id) -> impl Iterator<Item = Span> + '_ {
        self.within(id).filter_map(|n| match self.nodes[n as usize].kind {
            Kind::Text(span) => Some(span),
            Kind::Element { .. } => None,
        })
    }
}

struct Builder {
    tree: Tree,
    open: Vec<(Tag, Id)>,
    pending: Option<Pending>,
}

/// A start tag whose attributes are still being read.
struct Pending {
    tag: Tag,
    first: u32,
    wanted: bool,
}

impl Builder {
    fn new() -> Builder {
        let root = Node { kind: Kind::Element { tag: Tag::Other, attrs: (0, 0) }, parent: 0, end: 0 };
        Builder { tree: Tree { nodes: vec![root], ..Tree::default() }, open: vec![(Tag::Other, 0)], pending: None }
    }

    fn event(&mut self, event: CallbackEvent<'_>, span: Raw<usize>) {
        match event {
            CallbackEvent::OpenStartTag { name } => self.begin(Tag::from_name(name)),
            CallbackEvent::AttributeName { name } => self.attribute(name),
            CallbackEvent::AttributeValue { value } => self.value(value),
            CallbackEvent::CloseStartTag { self_closing } => self.start(self_closing),
            CallbackEvent::EndTag { name } => self.end(Tag::from_name(name)),
            CallbackEvent::String { .. } => self.text(Span::new(span.start, span.end)),
            _ => {}
        }
    }

    fn begin(&mut self, tag: Tag) {
        let first = self.tree.attrs.len() as u32;
        self.pending = Some(Pending { tag, first, wanted: false });
    }

    fn attribute(&mut self, name: &[u8]) {
        let attr = Attr::from_name(name);
        let Some(pending) = &mut self.pending else { return };
        pending.wanted = attr != Attr::Other;
        if pending.wanted {
            self.tree.attrs.push((attr, self.tree.values.len() as u32));
        }
    }

    fn value(&mut self, value: &[u8]) {
        if self.pending.as_ref().is_some_and(|pending| pending.wanted) {
            self.tree.values.push_str(&String::from_utf8_lossy(value));
        }
    }

    fn start(&mut self, self_closing: bool) {
        let Some(Pending { tag, first, .. }) = self.pending.take() else { return };
        self.imply_ends(tag);
        let attrs = (first, self.tree.attrs.len() as u32);
        let Some(id) = self.push(Kind::Element { tag, attrs }) else { return };
        let foreign =
            self_closing && (tag == Tag::Other || self.open.iter().rev().take(8).any(|open| open.0 == Tag::Svg));
        if !(tag.is_void() || foreign) {
            self.open.push((tag, id));
        }
    }

    fn text(&mut self, span: Span) {
        self.push(Kind::Text(span));
    }

    fn push(&mut self, kind: Kind) -> Option<Id> {
        let id = self.tree.nodes.len();
        if id >= MOST_NODES {
            self.tree.cut = true;
            return None;
        }
        let parent = self.open[self.open.len().min(DEEPEST) - 1].1;
        self.tree.nodes.push(Node { kind, parent, end: id as Id + 1 });
        Some(id as Id)
    }

    /// Ends what a start tag of `tag` implies to be over.
    fn imply_ends(&mut self, tag: Tag) {
        let (over, barrier): (&[Tag], &[Tag]) = match tag {
            Tag::Li => (&[Tag::Li], &[Tag::Ul, Tag::Ol, Tag::Menu]),
            Tag::Dd | Tag::Dt => (&[Tag::Dd, Tag::Dt], &[Tag::Dl]),
            Tag::Td | Tag::Th => (&[Tag::Td, Tag::Th], &[Tag::Tr, Tag::Table]),
            Tag::Tr => (&[Tag::Tr], &[Tag::Table]),
            Tag::Tbody | Tag::Thead | Tag::Tfoot => (&[Tag::Tbody, Tag::Thead, Tag::Tfoot], &[Tag::Table]),
            Tag::Option => (&[Tag::Option], &[Tag::Select]),
            Tag::Body => (&[Tag::Head], &[]),
            tag if tag.ends_paragraph() => (&[Tag::P], &[]),
            _ => return,
        };
        self.close(over, barrier);
    }

    fn end(&mut self, tag: Tag) {
        self.pending = None;
        match tag {
            // What stands behind them belongs to the page all the same.
            Tag::Body | Tag::Html => {}
            _ if tag.is_void() => {}
            _ if tag.is_inline() => self.close_inline(tag),
            Tag::Td | Tag::Th | Tag::Tr | Tag::Tbody | Tag::Thead | Tag::Tfoot => self.close(&[tag], &[Tag::Table]),
            _ => self.close(&[tag], &[]),
        }
    }

    /// Closes the nearest open element of `over`, unless one of `barrier` or a table cell stands before it.
    fn close(&mut self, over: &[Tag], barrier: &[Tag]) {
        let cell = !over
            .iter()
            .any(|tag| matches!(tag, Tag::Table | Tag::Td | Tag::Th | Tag::Tr | Tag::Tbody | Tag::Thead | Tag::Tfoot));
        for (n, &(open, _)) in self.open.iter().enumerate().skip(1).rev().take(LOOK_BACK) {
            if over.contains(&open) {
                return self.pop_to(n);
            }
            let stops = barrier.contains(&open) || cell && matches!(open, Tag::Td | Tag::Th);
            let nests = over == [Tag::P]
                && matches!(open, Tag::Button | Tag::Figcaption | Tag::Li | Tag::Section | Tag::Article);
            if stops || nests {
                return;
            }
        }
    }

    /// Closes an inline element, but never a block around its content.
    fn close_inline(&mut self, tag: Tag) {
        for (n, &(open, _)) in self.open.iter().enumerate().skip(1).rev().take(LOOK_BACK) {
            if open == tag {
                return self.pop_to(n);
            }
            if !open.is_inline() {
                return;
            }
        }
    }

    fn pop_to(&mut self, n: usize) {
        let end = self.tree.nodes.len() as Id;
        for (_, id) in self.open.drain(n..) {
            self.tree.nodes[id as usize].end = end;
        }
    }

    fn finish(mut self) -> Tree {
        self.pop_to(0);
        self.tree
    }
}
