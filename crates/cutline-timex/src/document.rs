//! A whole document: each block against its own anchor.

use cutline_doc::{Anchor, Block, BlockKind, Caption, Date, Document, Timex, Warning};

use crate::resolve::{Context, Place};
use crate::tag::{Draft, draft, resolve, tells_history};

/// Finds the time expressions in all read blocks of a document.
///
/// They are read against the day of publication, except in a caption or a post
/// that gives a full date of its own.
pub fn tag_document(document: &Document) -> Vec<Timex> {
    tag_document_with_warnings(document).0
}

/// As [`tag_document`], and says which dates are not on the calendar.
pub fn tag_document_with_warnings(document: &Document) -> (Vec<Timex>, Vec<Warning>) {
    let published = document.metadata.published.as_ref().map(|published| published.day);
    let blocks: Vec<(&Block, Vec<Draft>)> = (0..document.blocks.len()).filter_map(|at| read(document, at)).collect();
    let body: Vec<Draft> =
        blocks.iter().filter(|(block, _)| block.kind.is_body()).flat_map(|(_, drafts)| drafts.clone()).collect();
    let history = tells_history(&body, published);
    let mut context = Context::default();
    let (mut timexes, mut warnings) = (Vec::new(), Vec::new());
    for (block, drafts) in &blocks {
        let own = own_day(document, block, drafts);
        let speech = own.clone().or_else(|| published.map(|day| Anchor { day, from: "published".into() }));
        let place = Place { speech, history: history && own.is_none() };
        // What a caption or a post speaks of ends with it.
        let mut apart = Context::default();
        let headed = drafts.first().is_some_and(Draft::is_heading);
        let context = if block.kind.is_body() || headed { &mut context } else { &mut apart };
        if !block.kind.is_read() {
            resolve(drafts, &place, context, &mut Vec::new(), &mut Vec::new());
            continue;
        }
        resolve(drafts, &place, context, &mut timexes, &mut warnings);
    }
    (timexes, warnings)
}

/// The expressions of a block that is read; of those that are not, a year alone
/// beneath running text says what the days below it belong to.
fn read(document: &Document, at: usize) -> Option<(&Block, Vec<Draft>)> {
    const YEAR: usize = 4;
    let block = &document.blocks[at];
    if block.kind.is_read() {
        return Some((block, draft(&document.text, block.span)));
    }
    let below = at.checked_sub(1).is_some_and(|before| document.blocks[before].kind.is_body());
    let year = below && block.kind == BlockKind::Interface && block.span.len() == YEAR;
    let drafts = if year { draft(&document.text, block.span) } else { Vec::new() };
    drafts.first().is_some_and(Draft::is_heading).then_some((block, drafts))
}

/// The day that a caption or a post gives itself.
fn own_day(document: &Document, block: &Block, drafts: &[Draft]) -> Option<Anchor> {
    let (from, within) = match block.kind {
        BlockKind::Caption => {
            let after = document.captions.partition_point(|caption| caption.span.end <= block.span.start);
            let caption: &Caption = document.captions.get(after).filter(|caption| caption.span.overlaps(block.span))?;
            if caption.file_photo {
                return None;
            }
            ("caption", caption.date.unwrap_or(caption.lead))
        }
        BlockKind::SocialPost => ("post", block.span),
        _ => return None,
    };
    let days = drafts.iter().filter(|draft| within.contains(draft.span) || draft.span.overlaps(within));
    let day: Date = match from {
        "post" => days.filter_map(Draft::full_day).next_back()?,
        _ => days.filter_map(Draft::full_day).next()?,
    };
    Some(Anchor { day, from: from.into() })
}
