use std::borrow::Cow;

use cutline_doc::{Analysis, Caption, Credit};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Place, one_line};
use crate::Offsets;

/// A photo or graphic caption, taken apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Caption")]
pub struct CaptionRecord<'a> {
    /// The first unit of the whole caption block with its credit.
    pub start: u32,
    /// The unit after the last.
    pub end: u32,
    /// The index of its block.
    pub block: usize,
    /// What it says on one line, FILE marker included; credit and page
    /// furniture left out.
    pub text: String,
    /// Where `text` stands: more than one span where a credit stands between.
    #[serde(default)]
    pub said: Vec<Place>,
    /// The sentence that says what the picture shows.
    pub lead: Place,
    /// The sentences after the lead.
    pub context: Vec<ContextRecord>,
    /// Whether it is marked as a file photo.
    pub file_photo: bool,
    /// Whether it is cut off.
    #[serde(default)]
    pub truncated: bool,
    /// Who is credited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<CreditRecord<'a>>,
    /// The index of the time expression that dates the picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<usize>,
    /// Where the words stand that date it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated: Option<Place>,
    /// Where the picture was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceRecord>,
    /// The image's address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<Cow<'a, str>>,
    /// The group of captions it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cluster: Option<Cow<'a, str>>,
}

/// A sentence of a caption behind the lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Context")]
pub struct ContextRecord {
    /// The first unit.
    pub start: u32,
    /// The unit after the last.
    pub end: u32,
    /// How many other captions of the document hold it too.
    pub shared: u32,
}

/// Who is credited with a picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Credit")]
pub struct CreditRecord<'a> {
    /// The credit as written, less its label.
    pub raw: Cow<'a, str>,
    /// The first unit.
    pub start: u32,
    /// The unit after the last.
    pub end: u32,
    /// The people named.
    pub photographer: Vec<Cow<'a, str>>,
    /// The agency, paper or stock house named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<Cow<'a, str>>,
    /// Through whom it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<Cow<'a, str>>,
    /// Whether it is a pool photo.
    pub pool: bool,
}

/// A place as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "NamedPlace")]
pub struct PlaceRecord {
    /// As written, on one line.
    pub text: String,
    /// The first unit.
    pub start: u32,
    /// The unit after the last.
    pub end: u32,
}

pub(super) fn records<'a>(
    analysis: &'a Analysis,
    clusters: &'a [Option<String>],
    offsets: &Offsets<'_>,
) -> Vec<CaptionRecord<'a>> {
    let cluster = |n: usize| clusters.get(n).and_then(Option::as_ref).map(Into::into);
    let captions = analysis.document.captions.iter().enumerate();
    captions.map(|(n, caption)| CaptionRecord { cluster: cluster(n), ..one(analysis, caption, offsets) }).collect()
}

fn one<'a>(analysis: &'a Analysis, caption: &'a Caption, offsets: &Offsets<'_>) -> CaptionRecord<'a> {
    let text = &analysis.document.text;
    let (start, end) = offsets.span(caption.span);
    let context = caption.context.iter().map(|sentence| {
        let (start, end) = offsets.span(sentence.span);
        ContextRecord { start, end, shared: sentence.shared }
    });
    let place = caption.place.map(|span| {
        let (start, end) = offsets.span(span);
        PlaceRecord { text: one_line(&text[span]), start, end }
    });
    CaptionRecord {
        start,
        end,
        block: caption.block,
        text: one_line(&caption.said(text)),
        said: caption.text.iter().map(|&span| Place::new(span, offsets)).collect(),
        lead: Place::new(caption.lead, offsets),
        context: context.collect(),
        file_photo: caption.file_photo,
        truncated: caption.truncated,
        credit: caption.credit.as_ref().map(|credit| CreditRecord::new(credit, offsets)),
        date: caption.date.and_then(|span| analysis.timex_at(span)),
        dated: caption.date.map(|span| Place::new(span, offsets)),
        place,
        image: caption.image.as_ref().map(Into::into),
        cluster: None,
    }
}

impl<'a> CreditRecord<'a> {
    fn new(credit: &'a Credit, offsets: &Offsets<'_>) -> CreditRecord<'a> {
        let (start, end) = offsets.span(credit.span);
        CreditRecord {
            raw: (&credit.raw).into(),
            start,
            end,
            photographer: credit.photographer.iter().map(Into::into).collect(),
            agency: credit.agency.as_ref().map(Into::into),
            via: credit.via.as_ref().map(Into::into),
            pool: credit.pool,
        }
    }
}
