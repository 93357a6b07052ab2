//! The record of a document: one line of JSONL.

mod captions;
mod metadata;
mod names;
mod parts;
mod quotes;
mod read;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};

use cutline_doc::Analysis;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use captions::{CaptionRecord, ContextRecord, CreditRecord, PlaceRecord};
pub use metadata::{DatelineRecord, MetadataRecord, PublishedFrom};
pub use names::{AliasRecord, EntityRecord, MentionRecord, RoleRecord};
pub use parts::{AnchorRecord, BlockRecord, IntervalRecord, Place, SourceRecord, TimexRecord, WarningRecord};
pub use quotes::QuoteRecord;
pub use read::Unreadable;

use crate::{OffsetUnit, Offsets};

/// The version of the record's form.
pub const SCHEMA: &str = "cutline/1";

/// What made a record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Generator {
    /// The version of cutline.
    pub version: String,
    /// The checksum of each model and list that was used.
    pub models: BTreeMap<String, String>,
}

/// How records are written.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What offsets count.
    pub unit: OffsetUnit,
    /// Whether the text is left out.
    pub no_text: bool,
    /// What is named as the maker.
    pub generator: Generator,
}

/// Everything cutline knows about one document, as other programs read it.
///
/// Spans are half open and count `offset_unit`s of `text`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(title = "cutline record", rename = "Record")]
pub struct Record<'a> {
    /// The version of the record's form.
    #[schemars(extend("const" = SCHEMA))]
    pub schema: Cow<'a, str>,
    /// What made it.
    pub generator: Cow<'a, Generator>,
    /// Which document: a path, a JSONL line's id, a WARC record's address.
    pub id: Cow<'a, str>,
    /// Where it was read from.
    pub source: SourceRecord<'a>,
    /// What all offsets of the record count.
    #[schemars(extend("enum" = names_of(OffsetUnit::ALL, |unit| unit.name())))]
    pub offset_unit: Cow<'a, str>,
    /// The text as it was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Cow<'a, str>>,
    /// Headline, dates, byline and the like.
    pub metadata: MetadataRecord<'a>,
    /// In order, without overlap, leaving out only white space.
    pub blocks: Vec<BlockRecord<'a>>,
    /// Each caption once.
    pub captions: Vec<CaptionRecord<'a>>,
    /// Names where they stand, sorted, not overlapping.
    pub mentions: Vec<MentionRecord<'a>>,
    /// Who or what they name.
    pub entities: Vec<EntityRecord<'a>>,
    /// Time expressions.
    pub timexes: Vec<TimexRecord<'a>>,
    /// Who said what.
    pub quotes: Vec<QuoteRecord<'a>>,
    /// What stands in quotation marks and is no speech.
    pub quoted_terms: Vec<Place>,
    /// What was odd, and how it was read.
    pub warnings: Vec<WarningRecord<'a>>,
}

/// The record of a document. `clusters` names, for each of its captions, the
/// group it belongs to; empty where captions were not grouped.
pub fn record<'a>(analysis: &'a Analysis, clusters: &'a [Option<String>], options: &'a Options) -> Record<'a> {
    let document = &analysis.document;
    let offsets = &Offsets::new(&document.text, options.unit);
    Record {
        schema: SCHEMA.into(),
        generator: Cow::Borrowed(&options.generator),
        id: (&analysis.id).into(),
        source: SourceRecord::new(&analysis.origin),
        offset_unit: options.unit.name().into(),
        text: (!options.no_text).then(|| (&document.text).into()),
        metadata: MetadataRecord::new(document, offsets),
        blocks: document.blocks.iter().map(|block| BlockRecord::new(block, offsets)).collect(),
        captions: captions::records(analysis, clusters, offsets),
        mentions: analysis.mentions.iter().map(|mention| MentionRecord::new(mention, offsets)).collect(),
        entities: analysis.entities.iter().map(|entity| EntityRecord::new(entity, offsets)).collect(),
        timexes: analysis.timexes.iter().map(|timex| TimexRecord::new(timex, offsets)).collect(),
        quotes: analysis.quotes.iter().map(|quote| QuoteRecord::new(quote, offsets)).collect(),
        quoted_terms: analysis.quoted_terms.iter().map(|&span| Place::new(span, offsets)).collect(),
        warnings: document.warnings.iter().map(|warning| WarningRecord::new(warning, offsets)).collect(),
    }
}

/// Writes anything as one line of JSON.
///
/// # Errors
/// Those of `out`.
pub fn write_line(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}

/// The JSON Schema of a [`Record`], made from the types.
pub fn schema() -> String {
    let schema = schemars::schema_for!(Record<'static>);
    let mut text = serde_json::to_string_pretty(&schema).expect("a schema is plain JSON");
    text.push('\n');
    text
}

/// The names of all variants, for the schema.
fn names_of<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().copied().map(name).collect()
}

/// Three decimals: finer would be noise.
pub(crate) fn rounded(score: f32) -> f32 {
    (score * 1000.0).round() / 1000.0
}

/// One line, runs of white space as single spaces: for what is shown apart
/// from its place in the text.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
