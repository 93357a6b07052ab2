use crate::{Date, Rule, Span};

/// What is known about the article as a whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Metadata {
    /// Its title.
    pub headline: Option<Span>,
    /// When it appeared.
    pub published: Option<Published>,
    /// When it was last changed.
    pub modified: Option<Published>,
    /// The authors' names; where nobody is named, the agency or desk as written.
    pub byline: Vec<String>,
    /// The news agency it is from.
    pub agency: Option<String>,
    /// The place (and agency) at the head of the first paragraph.
    pub dateline: Option<Dateline>,
    /// The section of the paper.
    pub section: Option<String>,
    /// The site or paper.
    pub site: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Its language as an ISO 639-1 code, or `und`.
    pub language: String,
}

/// A day (and time) of publication or change, and how it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// ISO 8601, as far as it is known: '2025-01-31', '2025-01-31T14:15'.
    pub value: String,
    /// The day, which dates in the text are read against.
    pub day: Date,
    /// The rule that found it: 'input', 'timestamp', 'post-and-weekday'.
    pub how: Rule,
    /// Whether it was worked out rather than read.
    pub inferred: bool,
    /// What it was read from, if that stands in the text.
    pub span: Option<Span>,
}

/// Where a story was filed from: 'WASHINGTON (AP) —'.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// The place, as written.
    pub place: String,
    /// The agency, as written.
    pub agency: Option<String>,
    /// Place, agency and dash.
    pub span: Span,
}
