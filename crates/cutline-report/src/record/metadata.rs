use std::borrow::Cow;

use cutline_doc::{Document, Published};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Place, one_line};
use crate::Offsets;

/// What is known about the article as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Metadata")]
pub struct MetadataRecord<'a> {
    /// Its title, on one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// Where the headline stands in the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline_at: Option<Place>,
    /// ISO date or date-time, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Cow<'a, str>>,
    /// How the date of publication is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_from: Option<PublishedFrom<'a>>,
    /// ISO date or date-time of the last change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified: Option<Cow<'a, str>>,
    /// The authors; where nobody is named, the agency or desk as written.
    pub byline: Vec<Cow<'a, str>>,
    /// The news agency it is from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<Cow<'a, str>>,
    /// The place at the head of the first paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dateline: Option<DatelineRecord<'a>>,
    /// The section of the paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<Cow<'a, str>>,
    /// The site or paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<Cow<'a, str>>,
    /// Its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Cow<'a, str>>,
    /// ISO 639-1 code, or `und`.
    pub language: Cow<'a, str>,
}

/// How a date of publication is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PublishedFrom<'a> {
    /// The rule that found it.
    pub how: Cow<'a, str>,
    /// Whether it was worked out rather than read.
    pub inferred: bool,
    /// Where that stands in the text, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<u32>,
    /// Where it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<u32>,
}

/// Where a story was filed from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Dateline")]
pub struct DatelineRecord<'a> {
    /// The place, as written.
    pub place: Cow<'a, str>,
    /// The agency, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<Cow<'a, str>>,
    /// The first unit of place, agency and dash.
    pub start: u32,
    /// The unit after the last.
    pub end: u32,
}

impl<'a> MetadataRecord<'a> {
    pub(super) fn new(document: &'a Document, offsets: &Offsets<'_>) -> MetadataRecord<'a> {
        let metadata = &document.metadata;
        let dateline = metadata.dateline.as_ref().map(|dateline| {
            let (start, end) = offsets.span(dateline.span);
            DatelineRecord { place: (&dateline.place).into(), agency: cow(&dateline.agency), start, end }
        });
        MetadataRecord {
            headline: metadata.headline.map(|span| one_line(document.slice(span))),
            headline_at: metadata.headline.map(|span| Place::new(span, offsets)),
            published: metadata.published.as_ref().map(|published| (&published.value).into()),
            published_from: metadata.published.as_ref().map(|published| PublishedFrom::new(published, offsets)),
            modified: metadata.modified.as_ref().map(|modified| (&modified.value).into()),
            byline: metadata.byline.iter().map(Into::into).collect(),
            agency: cow(&metadata.agency),
            dateline,
            section: cow(&metadata.section),
            site: cow(&metadata.site),
            url: cow(&metadata.url),
            language: (&metadata.language).into(),
        }
    }
}

impl<'a> PublishedFrom<'a> {
    fn new(published: &'a Published, offsets: &Offsets<'_>) -> PublishedFrom<'a> {
        PublishedFrom {
            how: Cow::Borrowed(&published.how),
            inferred: published.inferred,
            start: published.span.map(|span| offsets.of(span.start)),
            end: published.span.map(|span| offsets.of(span.end)),
        }
    }
}

fn cow(text: &Option<String>) -> Option<Cow<'_, str>> {
    text.as_ref().map(Into::into)
}
