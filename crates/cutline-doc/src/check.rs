//! What must hold of every record.

use std::fmt;

use crate::{Analysis, BlockKind, Document, Span};

/// An invariant that a record breaks: a defect of whoever made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken(String);

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Broken {}

impl Analysis {
    /// Checks that every span lies in the text on character boundaries, that
    /// blocks are in order and cover all but white space, that mentions are
    /// sorted and apart, and that every index points at something.
    ///
    /// # Errors
    /// The first thing that does not hold.
    pub fn check(&self) -> Result<(), Broken> {
        self.document.check()?;
        let text = &self.document.text;
        in_order("mention", text, self.mentions.iter().map(|m| m.span))?;
        for timex in &self.timexes {
            inside("timex", text, timex.span)?;
            let linked = timex.range_with.is_none_or(|n| (n as usize) < self.timexes.len());
            require(linked, || format!("time expression {:?} is linked to none", timex.span))?;
        }
        for quote in &self.quotes {
            for &span in quote.content.iter().chain(&quote.cue).chain(&quote.source) {
                inside("quote", text, span)?;
            }
            require(quote.speaker.is_none_or(|id| self.has_entity(id)), || "a speaker who is no entity".into())?;
            require(quote.same_as.is_none_or(|n| n < self.quotes.len()), || "same_as points nowhere".into())?;
        }
        for &span in &self.quoted_terms {
            inside("quoted term", text, span)?;
        }
        for (n, entity) in self.entities.iter().enumerate() {
            require(entity.id as usize == n, || format!("entity {n} has id {}", entity.id))?;
            for role in &entity.roles {
                inside("role", text, role.span)?;
            }
        }
        let known = |m: &crate::Mention| m.entity.is_none_or(|id| self.has_entity(id));
        require(self.mentions.iter().all(known), || "a mention of no entity".into())
    }

    fn has_entity(&self, id: u32) -> bool {
        (id as usize) < self.entities.len()
    }
}

impl Document {
    /// Checks blocks and captions: see [`Analysis::check`].
    ///
    /// # Errors
    /// The first thing that does not hold.
    pub fn check(&self) -> Result<(), Broken> {
        let text = &self.text;
        in_order("block", text, self.blocks.iter().map(|b| b.span))?;
        self.check_cover()?;
        for block in &self.blocks {
            require(block.span.trim(text) == block.span, || {
                format!("white space at the ends of block {:?}", block.span)
            })?;
            let repeats = block.kind == BlockKind::Repeat;
            let named = block.of.is_some_and(|n| n < self.blocks.len());
            require(repeats == named, || format!("block {:?} repeats {:?}", block.span, block.of))?;
        }
        for caption in &self.captions {
            self.check_caption(caption)?;
        }
        Ok(())
    }

    fn check_cover(&self) -> Result<(), Broken> {
        let mut at = 0;
        for span in self.blocks.iter().map(|b| b.span).chain([Span::new(self.text.len(), self.text.len())]) {
            let gap = &self.text[Span { start: at, end: span.start }];
            require(gap.trim().is_empty(), || format!("no block holds {gap:?}"))?;
            at = span.end;
        }
        Ok(())
    }

    fn check_caption(&self, caption: &crate::Caption) -> Result<(), Broken> {
        let credit = caption.credit.iter().map(|c| c.span);
        let parts = caption.text.iter().copied().chain([caption.lead]).chain(caption.context.iter().map(|s| s.span));
        for span in parts.chain(credit).chain(caption.date).chain(caption.place) {
            inside("caption", &self.text, span)?;
            require(caption.span.contains(span), || format!("{span:?} lies outside caption {:?}", caption.span))?;
        }
        require(caption.block < self.blocks.len(), || "a caption of no block".into())
    }
}

fn in_order(what: &str, text: &str, spans: impl Iterator<Item = Span>) -> Result<(), Broken> {
    let mut at = 0;
    for span in spans {
        inside(what, text, span)?;
        require(span.start >= at && !span.is_empty(), || format!("{what} {span:?} overlaps or is empty"))?;
        at = span.end;
    }
    Ok(())
}

fn inside(what: &str, text: &str, span: Span) -> Result<(), Broken> {
    require(text.get(span.range()).is_some(), || format!("{what} {span:?} is no part of the text"))
}

fn require(holds: bool, message: impl FnOnce() -> String) -> Result<(), Broken> {
    if holds { Ok(()) } else { Err(Broken(message())) }
}
