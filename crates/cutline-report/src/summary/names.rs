use cutline_doc::{Alias, Analysis, BlockKind, Label};

use super::is_caption;
use crate::record::one_line;

/// Who or what one document names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameSummary {
    /// The kind of name.
    pub label: Label,
    /// The fullest form.
    pub name: String,
    /// The forms that stand in the text.
    pub aliases: Vec<Alias>,
    /// Titles and roles, in order of the text.
    pub roles: Vec<String>,
    /// Mentions in headline, body and the like.
    pub text: u32,
    /// Mentions in what captions say.
    pub captions: u32,
    /// Mentions of those who made the document: in credits of captions, bylines,
    /// the name of the section, and agencies in the dateline.
    pub credits: u32,
}

pub(super) fn summarise(analysis: &Analysis) -> Vec<NameSummary> {
    let document = &analysis.document;
    let mut names: Vec<NameSummary> = (analysis.entities.iter())
        .map(|entity| NameSummary {
            label: entity.label,
            name: entity.name.clone(),
            aliases: entity.aliases.clone(),
            roles: entity.roles.iter().map(|role| one_line(&role.text)).collect(),
            text: 0,
            captions: 0,
            credits: 0,
        })
        .collect();
    let mut credits = document.captions.iter().filter_map(|caption| caption.credit.as_ref()).map(|c| c.span).peekable();
    let dateline = document.metadata.dateline.as_ref().map(|dateline| dateline.span);
    for mention in &analysis.mentions {
        let Some(name) = mention.entity.and_then(|id| names.get_mut(id as usize)) else { continue };
        while credits.next_if(|credit| credit.end <= mention.span.start).is_some() {}
        let credited = credits.peek().is_some_and(|credit| credit.overlaps(mention.span))
            || mention.label == Label::Org && dateline.is_some_and(|dateline| dateline.contains(mention.span));
        match document.block_at(mention.span.start).map(|n| document.blocks[n].kind) {
            Some(BlockKind::Credit | BlockKind::Byline | BlockKind::Section) => name.credits += 1,
            _ if credited => name.credits += 1,
            Some(kind) if is_caption(kind) => name.captions += 1,
            _ => name.text += 1,
        }
    }
    names
}
