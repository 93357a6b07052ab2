//! The rows of one document.

use std::io;

use cutline_doc::{Analysis, Caption, Document, Mention, Quote, Span, Timex};

use super::Kind::{Real, Text, Truth, Whole};
use super::{Cell, Column, Sink, Table, Ties};
use crate::export::Tie;
use crate::record::{one_line, rounded};
use crate::{OffsetUnit, Offsets, caption_id};

pub(super) const DOCUMENTS: &[Column] = &[
    ("document", Text),
    ("path", Text),
    ("format", Text),
    ("bytes", Whole),
    ("sha256", Text),
    ("encoding", Text),
    ("url", Text),
    ("headline", Text),
    ("published", Text),
    ("published_how", Text),
    ("published_inferred", Truth),
    ("modified", Text),
    ("byline", Text),
    ("agency", Text),
    ("dateline", Text),
    ("section", Text),
    ("site", Text),
    ("language", Text),
    ("words", Whole),
    ("story", Text),
    ("text", Text),
];

pub(super) const BLOCKS: &[Column] = &[
    ("document", Text),
    ("block", Whole),
    ("start", Whole),
    ("end", Whole),
    ("kind", Text),
    ("rule", Text),
    ("of", Whole),
    ("text", Text),
];

pub(super) const CAPTIONS: &[Column] = &[
    ("caption", Text),
    ("document", Text),
    ("block", Whole),
    ("start", Whole),
    ("end", Whole),
    ("text", Text),
    ("lead", Text),
    ("context", Text),
    ("file_photo", Truth),
    ("truncated", Truth),
    ("credit", Text),
    ("photographers", Text),
    ("agency", Text),
    ("via", Text),
    ("pool", Truth),
    ("date", Text),
    ("place", Text),
    ("image", Text),
    ("cluster", Text),
];

pub(super) const MENTIONS: &[Column] = &[
    ("document", Text),
    ("start", Whole),
    ("end", Whole),
    ("text", Text),
    ("label", Text),
    ("name", Text),
    ("entity", Text),
    ("score", Real),
    ("rule", Text),
];

pub(super) const QUOTES: &[Column] = &[
    ("document", Text),
    ("quote", Whole),
    ("start", Whole),
    ("end", Whole),
    ("content", Text),
    ("cue", Text),
    ("source", Text),
    ("kind", Text),
    ("speaker", Text),
    ("entity", Text),
    ("speaker_via", Text),
    ("score", Real),
    ("rule", Text),
    ("same_as", Whole),
];

pub(super) const TIMEXES: &[Column] = &[
    ("document", Text),
    ("start", Whole),
    ("end", Whole),
    ("text", Text),
    ("type", Text),
    ("value", Text),
    ("mod", Text),
    ("anchor", Text),
    ("anchor_from", Text),
    ("first_day", Text),
    ("last_day", Text),
    ("rule", Text),
];

pub(super) fn write(analysis: &Analysis, ties: &Ties, sink: &mut impl Sink) -> io::Result<()> {
    let offsets = Offsets::new(&analysis.document.text, OffsetUnit::Codepoint);
    let rows = Rows { analysis, ties, offsets };
    sink.row(Table::Documents, &rows.document())?;
    rows.blocks(sink)?;
    for (n, caption) in analysis.document.captions.iter().enumerate() {
        sink.row(Table::Captions, &rows.caption(n, caption))?;
    }
    for mention in &analysis.mentions {
        sink.row(Table::Mentions, &rows.mention(mention))?;
    }
    for (n, quote) in analysis.quotes.iter().enumerate() {
        sink.row(Table::Quotes, &rows.quote(n, quote))?;
    }
    for timex in &analysis.timexes {
        sink.row(Table::Timexes, &rows.timex(timex))?;
    }
    Ok(())
}

struct Rows<'a> {
    analysis: &'a Analysis,
    ties: &'a Ties,
    offsets: Offsets<'a>,
}

impl<'a> Rows<'a> {
    fn id(&self) -> Cell<'a> {
        self.analysis.id.as_str().into()
    }

    fn text(&self) -> &'a str {
        &self.analysis.document.text
    }

    fn document(&self) -> [Cell<'a>; DOCUMENTS.len()] {
        let Document { metadata, text, .. } = &self.analysis.document;
        let origin = &self.analysis.origin;
        let published = metadata.published.as_ref();
        [
            self.id(),
            origin.path.as_str().into(),
            origin.format.name().into(),
            usize::try_from(origin.bytes).unwrap_or(usize::MAX).into(),
            origin.sha256.as_str().into(),
            origin.encoding.as_str().into(),
            metadata.url.as_deref().or(origin.url.as_deref()).into(),
            metadata.headline.map(|span| one_line(&text[span])).into(),
            published.map(|published| published.value.as_str()).into(),
            published.map(|published| published.how.as_ref()).into(),
            published.map(|published| published.inferred).into(),
            metadata.modified.as_ref().map(|modified| modified.value.as_str()).into(),
            Cell::list(&metadata.byline),
            metadata.agency.as_deref().into(),
            metadata.dateline.as_ref().map(|dateline| one_line(&dateline.place)).into(),
            metadata.section.as_deref().into(),
            metadata.site.as_deref().into(),
            metadata.language.as_str().into(),
            text.split_whitespace().count().into(),
            self.ties.story.as_deref().into(),
            text.as_str().into(),
        ]
    }

    fn blocks(&self, sink: &mut impl Sink) -> io::Result<()> {
        for (n, block) in self.analysis.document.blocks.iter().enumerate() {
            let (start, end) = self.offsets.span(block.span);
            let cells: [Cell<'_>; BLOCKS.len()] = [
                self.id(),
                n.into(),
                start.into(),
                end.into(),
                block.kind.name().into(),
                block.rule.as_ref().into(),
                block.of.into(),
                self.text()[block.span.range()].into(),
            ];
            sink.row(Table::Blocks, &cells)?;
        }
        Ok(())
    }

    fn caption(&self, n: usize, caption: &'a Caption) -> [Cell<'a>; CAPTIONS.len()] {
        let text = self.text();
        let (start, end) = self.offsets.span(caption.span);
        let credit = caption.credit.as_ref();
        let date = caption.date.and_then(|span| self.analysis.timex_at(span)).map(|n| &self.analysis.timexes[n]);
        [
            caption_id(&self.analysis.id, n).into(),
            self.id(),
            caption.block.into(),
            start.into(),
            end.into(),
            one_line(&caption.said(text)).into(),
            one_line(&text[caption.lead]).into(),
            one_line(&joined(text, caption.context.iter().map(|sentence| sentence.span))).into(),
            caption.file_photo.into(),
            caption.truncated.into(),
            credit.map(|credit| one_line(&credit.raw)).into(),
            credit.map_or(Cell::Empty, |credit| Cell::list(&credit.photographer)),
            credit.and_then(|credit| credit.agency.as_deref()).into(),
            credit.and_then(|credit| credit.via.as_deref()).into(),
            credit.map(|credit| credit.pool).into(),
            date.map(|timex| timex.value.as_str()).into(),
            caption.place.map(|span| one_line(&text[span])).into(),
            caption.image.as_deref().into(),
            self.ties.captions.get(n).and_then(Option::as_deref).into(),
        ]
    }

    fn mention(&self, mention: &'a Mention) -> [Cell<'a>; MENTIONS.len()] {
        let (start, end) = self.offsets.span(mention.span);
        let entity = mention.entity.and_then(|id| self.analysis.entities.get(id as usize));
        let tie = self.tie(mention.entity);
        [
            self.id(),
            start.into(),
            end.into(),
            self.text()[mention.span.range()].into(),
            mention.label.name().into(),
            tie.map(|tie| tie.name.as_str()).or(entity.map(|entity| entity.name.as_str())).into(),
            tie.map(|tie| tie.id.as_str()).into(),
            rounded(mention.score).into(),
            mention.rule.as_ref().into(),
        ]
    }

    fn quote(&self, n: usize, quote: &'a Quote) -> [Cell<'a>; QUOTES.len()] {
        let words = |spans: &[Span]| one_line(&joined(self.text(), spans.iter().copied()));
        let entity = quote.speaker.and_then(|id| self.analysis.entities.get(id as usize));
        let tie = self.tie(quote.speaker);
        [
            self.id(),
            n.into(),
            quote.content.first().map(|span| self.offsets.of(span.start)).into(),
            quote.content.last().map(|span| self.offsets.of(span.end)).into(),
            words(&quote.content).into(),
            words(&quote.cue).into(),
            words(&quote.source).into(),
            quote.kind.name().into(),
            tie.map(|tie| tie.name.as_str()).or(entity.map(|entity| entity.name.as_str())).into(),
            tie.map(|tie| tie.id.as_str()).into(),
            quote.speaker_via.name().into(),
            rounded(quote.score).into(),
            quote.rule.as_ref().into(),
            quote.same_as.into(),
        ]
    }

    fn timex(&self, timex: &'a Timex) -> [Cell<'a>; TIMEXES.len()] {
        let (start, end) = self.offsets.span(timex.span);
        [
            self.id(),
            start.into(),
            end.into(),
            self.text()[timex.span.range()].into(),
            timex.kind.name().into(),
            timex.value.as_str().into(),
            timex.modifier.as_deref().into(),
            timex.anchor.as_ref().map(|anchor| anchor.day.to_string()).into(),
            timex.anchor.as_ref().map(|anchor| anchor.from.as_ref()).into(),
            timex.interval.map(|(first, _)| first.to_string()).into(),
            timex.interval.map(|(_, last)| last.to_string()).into(),
            timex.rule.as_ref().into(),
        ]
    }

    fn tie(&self, entity: Option<u32>) -> Option<&'a Tie> {
        self.ties.entities.get(entity? as usize)?.as_ref()
    }
}

fn joined(text: &str, spans: impl Iterator<Item = Span>) -> String {
    spans.map(|span| &text[span]).collect::<Vec<_>>().join(" ")
}
