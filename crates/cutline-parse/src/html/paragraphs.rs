//! A page's text cut where its mark-up cuts it.

use super::atoms::Tag;
use super::roles::Roles;
use super::tree::{Id, Kind};

/// Text that runs on in one block element.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paragraph {
    /// The block element that it stands in directly.
    pub owner: Id,
    /// Its first node, and the one behind its last.
    pub from: Id,
    pub to: Id,
    /// Bytes of text, and of text in links.
    pub len: u32,
    pub linked: u32,
}

impl Paragraph {
    pub fn link_share(&self) -> f32 {
        self.linked as f32 / self.len.max(1) as f32
    }
}

/// All paragraphs of shown text, in the order of the page.
pub(crate) fn paragraphs(roles: &Roles<'_>) -> Vec<Paragraph> {
    let mut found = Vec::new();
    let mut open: Option<Paragraph> = None;
    let mut breaks = 0;
    for id in 0..roles.tree.nodes.len() as Id {
        match roles.tree.nodes[id as usize].kind {
            Kind::Element { tag: Tag::Br, .. } => breaks += 1,
            Kind::Element { tag, .. } if !tag.is_inline() => close(roles, &mut open, &mut found),
            Kind::Element { .. } => {}
            Kind::Text(span) => {
                if !roles.is_shown(id) || roles.source[span].trim().is_empty() {
                    continue;
                }
                let owner = block_around(roles, id);
                if open.is_some_and(|p| p.owner != owner) || breaks > 1 {
                    close(roles, &mut open, &mut found);
                }
                breaks = 0;
                open.get_or_insert(Paragraph { owner, from: id, to: id, len: 0, linked: 0 }).to = id + 1;
            }
        }
    }
    close(roles, &mut open, &mut found);
    found
}

fn close(roles: &Roles<'_>, open: &mut Option<Paragraph>, found: &mut Vec<Paragraph>) {
    if let Some(mut paragraph) = open.take() {
        (paragraph.len, paragraph.linked) = roles.lens(paragraph.from, paragraph.to);
        found.push(paragraph);
    }
}

/// The nearest block element around a node.
fn block_around(roles: &Roles<'_>, id: Id) -> Id {
    roles.tree.ancestors(id).find(|&n| roles.tree.tag(n).is_some_and(|tag| !tag.is_inline())).unwrap_or(0)
}
