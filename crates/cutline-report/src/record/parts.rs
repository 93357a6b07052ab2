use std::borrow::Cow;

use cutline_doc::{Block, BlockKind, Date, Format, Origin, Span, Timex, TimexKind, Warning};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::names_of;
use crate::Offsets;

/// Start and end, half open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Span")]
pub struct Place {
    /// The first unit.
    pub start: u32,
    /// The unit after the last.
    pub end: u32,
}

impl Place {
    pub(crate) fn new(span: Span, offsets: &Offsets<'_>) -> Place {
        let (start, end) = offsets.span(span);
        Place { start, end }
    }
}

/// Where a document was read from; bytes and hash are those of the record's
/// own payload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Source")]
pub struct SourceRecord<'a> {
    /// The file as given, with `/` separators; `-` for standard input.
    pub path: Cow<'a, str>,
    /// How it was packed.
    #[schemars(extend("enum" = ["text", "html", "jsonl", "warc", "table"]))]
    pub format: Cow<'a, str>,
    /// Size of the payload.
    pub bytes: u64,
    /// Hash of the payload.
    pub sha256: Cow<'a, str>,
    /// The character encoding it was read as.
    pub encoding: Cow<'a, str>,
    /// The address it was fetched from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Cow<'a, str>>,
    /// When it was fetched, as the archive says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crawled: Option<Cow<'a, str>>,
}

impl<'a> SourceRecord<'a> {
    pub(super) fn new(origin: &'a Origin) -> SourceRecord<'a> {
        SourceRecord {
            path: (&origin.path).into(),
            format: Format::name(origin.format).into(),
            bytes: origin.bytes,
            sha256: (&origin.sha256).into(),
            encoding: (&origin.encoding).into(),
            url: origin.url.as_ref().map(Into::into),
            crawled: origin.crawled.as_ref().map(Into::into),
        }
    }
}

/// A stretch of the text with one job on the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Block")]
pub struct BlockRecord<'a> {
    /// The first unit.
    pub start: u32,
    /// The unit after the last.
    pub end: u32,
    /// What it is.
    #[schemars(extend("enum" = names_of(BlockKind::ALL, BlockKind::name)))]
    pub kind: Cow<'a, str>,
    /// What decided.
    pub rule: Cow<'a, str>,
    /// For a repeat: the index of the block it repeats.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<usize>,
}

impl<'a> BlockRecord<'a> {
    pub(super) fn new(block: &'a Block, offsets: &Offsets<'_>) -> BlockRecord<'a> {
        let (start, end) = offsets.span(block.span);
        BlockRecord { start, end, kind: block.kind.name().into(), rule: Cow::Borrowed(&block.rule), of: block.of }
    }
}

/// A time expression with its TIMEX3 value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Timex")]
pub struct TimexRecord<'a> {
    /// The first unit.
    pub start: u32,
    /// The unit after the last.
    pub end: u32,
    /// Point, duration or repetition.
    #[serde(rename = "type")]
    #[schemars(extend("enum" = names_of(TimexKind::ALL, TimexKind::name)))]
    pub kind: Cow<'a, str>,
    /// ISO-TimeML.
    pub value: Cow<'a, str>,
    /// START, MID, END, APPROX and the like.
    #[serde(rename = "mod", default, skip_serializing_if = "Option::is_none")]
    pub modifier: Option<Cow<'a, str>>,
    /// What it was resolved against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<AnchorRecord<'a>>,
    /// First and last day of what it denotes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<IntervalRecord>,
    /// For an end of a range: the index of the other end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range_with: Option<u32>,
    /// What found it.
    pub rule: Cow<'a, str>,
}

/// The day that a time expression was read against, and where that is from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Anchor")]
pub struct AnchorRecord<'a> {
    /// ISO day.
    pub day: String,
    /// 'published', 'caption', 'post', 'narrative'.
    pub from: Cow<'a, str>,
}

/// First and last ISO day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Interval")]
pub struct IntervalRecord {
    /// The first day.
    pub begin: String,
    /// The last day, itself within.
    pub end: String,
}

impl IntervalRecord {
    pub(crate) fn new((begin, end): (Date, Date)) -> IntervalRecord {
        IntervalRecord { begin: begin.to_string(), end: end.to_string() }
    }
}

impl<'a> TimexRecord<'a> {
    pub(super) fn new(timex: &'a Timex, offsets: &Offsets<'_>) -> TimexRecord<'a> {
        let (start, end) = offsets.span(timex.span);
        TimexRecord {
            start,
            end,
            kind: timex.kind.name().into(),
            value: (&timex.value).into(),
            modifier: timex.modifier.as_deref().map(Into::into),
            anchor: timex
                .anchor
                .as_ref()
                .map(|anchor| AnchorRecord { day: anchor.day.to_string(), from: Cow::Borrowed(&anchor.from) }),
            interval: timex.interval.map(IntervalRecord::new),
            range_with: timex.range_with,
            rule: Cow::Borrowed(&timex.rule),
        }
    }
}

/// Something odd, and how it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Warning")]
pub struct WarningRecord<'a> {
    /// A short stable name.
    pub code: Cow<'a, str>,
    /// A sentence for people.
    pub message: Cow<'a, str>,
    /// Where it starts, if it is at a place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<u32>,
    /// Where it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<u32>,
}

impl<'a> WarningRecord<'a> {
    pub(super) fn new(warning: &'a Warning, offsets: &Offsets<'_>) -> WarningRecord<'a> {
        WarningRecord {
            code: Cow::Borrowed(&warning.code),
            message: (&warning.message).into(),
            start: warning.span.map(|span| offsets.of(span.start)),
            end: warning.span.map(|span| offsets.of(span.end)),
        }
    }
}
