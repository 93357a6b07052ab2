//! A record read back: what `extract` wrote becomes an [`Analysis`] again.

use std::borrow::Cow;
use std::fmt;

use cutline_doc::{
    Alias, Analysis, Anchor, Block, BlockKind, Caption, Credit, Date, Dateline, Document, Entity, Format, Label,
    Mention, Metadata, Origin, Published, Quote, QuoteKind, Role, Rule, Sentence, Span, SpeakerVia, Timex, TimexKind,
    Warning,
};

use super::{
    BlockRecord, CaptionRecord, CreditRecord, EntityRecord, MentionRecord, MetadataRecord, Place, QuoteRecord, Record,
    TimexRecord, WarningRecord,
};
use crate::{OffsetUnit, Offsets};

/// Why a record cannot be read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable(String);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unreadable {}

type Read<T> = Result<T, Unreadable>;

impl Record<'_> {
    /// What the record was made of. Scores have three decimals; everything that
    /// reports show is as it was.
    ///
    /// ```
    /// use cutline_report::{Options, record};
    /// let analysis = cutline_testkit::article();
    /// let back = record(&analysis, &[], &Options::default()).analysis().unwrap();
    /// assert_eq!(back.document.blocks, analysis.document.blocks);
    /// ```
    ///
    /// # Errors
    /// If the text was left out, a place lies outside it, or a name of a kind,
    /// a day or an index is none that there is.
    pub fn analysis(&self) -> Read<Analysis> {
        let unit = known("offset unit", &self.offset_unit, OffsetUnit::from_name)?;
        let text = self.text.as_deref().ok_or_else(|| Unreadable("the text was left out".into()))?;
        let reader = Reader { offsets: Offsets::new(text, unit) };
        let timexes: Vec<Timex> = each(&self.timexes, |timex| reader.timex(timex))?;
        let document = Document {
            text: text.to_owned(),
            metadata: reader.metadata(&self.metadata, &self.blocks)?,
            blocks: each(&self.blocks, |block| reader.block(block))?,
            captions: each(&self.captions, |caption| reader.caption(caption, &timexes))?,
            warnings: each(&self.warnings, |warning| reader.warning(warning))?,
        };
        let analysis = Analysis {
            id: self.id.as_ref().to_owned(),
            origin: self.origin()?,
            document,
            mentions: each(&self.mentions, |mention| reader.mention(mention))?,
            entities: each(&self.entities, |entity| reader.entity(entity))?,
            timexes,
            quotes: each(&self.quotes, |quote| reader.quote(quote))?,
            quoted_terms: reader.places(&self.quoted_terms)?,
        };
        analysis.check().map_err(|broken| Unreadable(broken.to_string()))?;
        Ok(analysis)
    }

    fn origin(&self) -> Read<Origin> {
        Ok(Origin {
            path: self.source.path.as_ref().to_owned(),
            format: known("format", &self.source.format, Format::from_name)?,
            bytes: self.source.bytes,
            sha256: self.source.sha256.as_ref().to_owned(),
            encoding: self.source.encoding.as_ref().to_owned(),
            url: owned(&self.source.url),
            crawled: owned(&self.source.crawled),
        })
    }
}

/// Turns the places of one record into spans of its text.
struct Reader<'t> {
    offsets: Offsets<'t>,
}

impl Reader<'_> {
    fn span(&self, start: u32, end: u32) -> Read<Span> {
        match (self.offsets.byte(start), self.offsets.byte(end)) {
            (Some(start), Some(end)) if start <= end => Ok(Span { start, end }),
            _ => Err(Unreadable(format!("{start}..{end} is no part of the text"))),
        }
    }

    fn place(&self, place: &Place) -> Read<Span> {
        self.span(place.start, place.end)
    }

    fn places(&self, places: &[Place]) -> Read<Vec<Span>> {
        each(places, |place| self.place(place))
    }

    fn maybe(&self, start: Option<u32>, end: Option<u32>) -> Read<Option<Span>> {
        start.zip(end).map(|(start, end)| self.span(start, end)).transpose()
    }

    fn block(&self, block: &BlockRecord<'_>) -> Read<Block> {
        let kind = known("kind of block", &block.kind, BlockKind::from_name)?;
        Ok(Block { of: block.of, ..Block::new(self.span(block.start, block.end)?, kind, rule(&block.rule)) })
    }

    fn metadata(&self, metadata: &MetadataRecord<'_>, blocks: &[BlockRecord<'_>]) -> Read<Metadata> {
        let dateline = metadata.dateline.as_ref().map(|dateline| {
            let (place, agency) = (dateline.place.as_ref().to_owned(), owned(&dateline.agency));
            Ok(Dateline { place, agency, span: self.span(dateline.start, dateline.end)? })
        });
        let modified = metadata.modified.as_ref().and_then(|value| {
            Some(Published {
                value: value.as_ref().to_owned(),
                day: day(value).ok()?,
                how: Rule::default(),
                inferred: false,
                span: None,
            })
        });
        // Records that do not say where the headline stands have a block of it.
        let block = blocks.iter().find(|block| block.kind == BlockKind::Headline.name() && metadata.headline.is_some());
        let headline = metadata.headline_at.or(block.map(|block| Place { start: block.start, end: block.end }));
        Ok(Metadata {
            headline: headline.map(|place| self.place(&place)).transpose()?,
            published: self.published(metadata)?,
            modified,
            byline: metadata.byline.iter().map(|name| name.as_ref().to_owned()).collect(),
            agency: owned(&metadata.agency),
            dateline: dateline.transpose()?,
            section: owned(&metadata.section),
            site: owned(&metadata.site),
            url: owned(&metadata.url),
            language: metadata.language.as_ref().to_owned(),
        })
    }

    fn published(&self, metadata: &MetadataRecord<'_>) -> Read<Option<Published>> {
        let Some(value) = &metadata.published else { return Ok(None) };
        let from = metadata.published_from.as_ref();
        Ok(Some(Published {
            value: value.as_ref().to_owned(),
            day: day(value)?,
            how: from.map(|from| rule(&from.how)).unwrap_or_default(),
            inferred: from.is_some_and(|from| from.inferred),
            span: self.maybe(from.and_then(|from| from.start), from.and_then(|from| from.end))?,
        }))
    }

    fn caption(&self, caption: &CaptionRecord<'_>, timexes: &[Timex]) -> Read<Caption> {
        let context =
            |one: &super::ContextRecord| Ok(Sentence { span: self.span(one.start, one.end)?, shared: one.shared });
        let date = match (&caption.dated, caption.date) {
            (Some(place), _) => Some(self.place(place)?),
            (None, Some(n)) => {
                Some(timexes.get(n).ok_or_else(|| Unreadable(format!("a caption's date {n} is not there")))?.span)
            }
            (None, None) => None,
        };
        let (lead, context) = (self.place(&caption.lead)?, each(&caption.context, context)?);
        let said = match caption.said.is_empty() {
            false => self.places(&caption.said)?,
            true => vec![Span { start: lead.start, end: context.last().map_or(lead.end, |last| last.span.end) }],
        };
        Ok(Caption {
            span: self.span(caption.start, caption.end)?,
            block: caption.block,
            text: said,
            lead,
            context,
            file_photo: caption.file_photo,
            truncated: caption.truncated,
            credit: caption.credit.as_ref().map(|credit| self.credit(credit)).transpose()?,
            date,
            place: caption.place.as_ref().map(|place| self.span(place.start, place.end)).transpose()?,
            image: owned(&caption.image),
        })
    }

    fn credit(&self, credit: &CreditRecord<'_>) -> Read<Credit> {
        Ok(Credit {
            raw: credit.raw.as_ref().to_owned(),
            span: self.span(credit.start, credit.end)?,
            photographer: credit.photographer.iter().map(|name| name.as_ref().to_owned()).collect(),
            agency: owned(&credit.agency),
            via: owned(&credit.via),
            pool: credit.pool,
        })
    }

    fn mention(&self, mention: &MentionRecord<'_>) -> Read<Mention> {
        Ok(Mention {
            span: self.span(mention.start, mention.end)?,
            label: known("label", &mention.label, Label::from_name)?,
            entity: mention.entity,
            score: mention.score,
            rule: rule(&mention.rule),
        })
    }

    fn entity(&self, entity: &EntityRecord<'_>) -> Read<Entity> {
        let role = |role: &super::RoleRecord| {
            let span = self.span(role.start, role.end)?;
            Ok(Role { text: role.text.clone(), span })
        };
        Ok(Entity {
            id: entity.id,
            label: known("label", &entity.label, Label::from_name)?,
            name: entity.name.as_ref().to_owned(),
            aliases: entity
                .aliases
                .iter()
                .map(|one| Alias { text: one.text.as_ref().to_owned(), count: one.count })
                .collect(),
            roles: each(&entity.roles, role)?,
            mentions: entity.mentions,
            country: owned(&entity.country),
            position: entity.latitude.zip(entity.longitude),
        })
    }

    fn timex(&self, timex: &TimexRecord<'_>) -> Read<Timex> {
        let anchor =
            timex.anchor.as_ref().map(|anchor| Ok(Anchor { day: day(&anchor.day)?, from: rule(&anchor.from) }));
        let interval = timex.interval.as_ref().map(|interval| Ok((day(&interval.begin)?, day(&interval.end)?)));
        Ok(Timex {
            span: self.span(timex.start, timex.end)?,
            kind: known("type of time expression", &timex.kind, TimexKind::from_name)?,
            value: timex.value.as_ref().to_owned(),
            modifier: timex.modifier.as_deref().map(rule),
            anchor: anchor.transpose()?,
            interval: interval.transpose()?,
            range_with: timex.range_with,
            rule: rule(&timex.rule),
        })
    }

    fn quote(&self, quote: &QuoteRecord<'_>) -> Read<Quote> {
        Ok(Quote {
            content: self.places(&quote.content)?,
            cue: self.places(&quote.cue)?,
            source: self.places(&quote.source)?,
            kind: known("kind of quote", &quote.kind, QuoteKind::from_name)?,
            speaker: quote.speaker,
            speaker_via: known("way to know a speaker", &quote.speaker_via, SpeakerVia::from_name)?,
            score: quote.score,
            rule: rule(&quote.rule),
            same_as: quote.same_as,
        })
    }

    fn warning(&self, warning: &WarningRecord<'_>) -> Read<Warning> {
        let (code, message) = (rule(&warning.code), warning.message.as_ref().to_owned());
        Ok(Warning { code, message, span: self.maybe(warning.start, warning.end)? })
    }
}

fn each<R, T>(records: &[R], read: impl Fn(&R) -> Read<T>) -> Read<Vec<T>> {
    records.iter().map(read).collect()
}

fn known<T>(what: &str, name: &str, from_name: impl Fn(&str) -> Option<T>) -> Read<T> {
    from_name(name).ok_or_else(|| Unreadable(format!("'{name}' is no {what}")))
}

fn rule(name: &str) -> Rule {
    Rule::Owned(name.to_owned())
}

fn owned(text: &Option<Cow<'_, str>>) -> Option<String> {
    text.as_ref().map(|text| text.as_ref().to_owned())
}

/// The day of an ISO date or date-time.
fn day(value: &str) -> Read<Date> {
    let day = value.get(..10).and_then(|day| day.parse().ok());
    day.ok_or_else(|| Unreadable(format!("'{value}' is no day")))
}
