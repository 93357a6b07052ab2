//! Records in the forms that other programs read.
//!
//! - [`Form`]: one document at a time, in the words of a standard: ninjs,
//!   schema.org, Web Annotation, brat, spaCy, Prodigy, TimeML.
//! - [`tables`]: flat tables over all documents, as CSV or Parquet.
//! - [`graph`]: who stands with whom, as GEXF or CSV.
//!
//! Offsets count code points in all of them. Where a form cannot hold a
//! character at all (NUL in CSV, control characters in XML), U+FFFD stands in
//! its place, so that offsets still hold.

mod annotation;
mod brat;
mod files;
pub mod graph;
mod json;
mod jsonld;
mod linked;
mod ninjs;
mod spacy;
pub mod tables;
mod timeml;
mod xml;

use cutline_doc::Analysis;

pub use files::stem;
pub use linked::{Linked, Tie, Ties};

/// A form that is made of one document at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// IPTC's News in JSON 3.1.
    Ninjs,
    /// schema.org's `NewsArticle` with an `ImageObject` a caption, as JSON-LD.
    JsonLd,
    /// The W3C's Web Annotation, an annotation page a document.
    WebAnnotation,
    /// brat's standoff: the text and its annotations in two files.
    Brat,
    /// What spaCy's `Doc.from_json` reads.
    Spacy,
    /// A task of Prodigy, names and dates as `spans`.
    Prodigy,
    /// TimeML: dates inline in XML.
    TimeMl,
}

/// One of the files that a document becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What its name ends in, without the dot.
    pub extension: &'static str,
    /// What it holds.
    pub content: String,
}

impl Form {
    /// All forms.
    pub const ALL: &[Form] =
        &[Form::Ninjs, Form::JsonLd, Form::WebAnnotation, Form::Brat, Form::Spacy, Form::Prodigy, Form::TimeMl];

    /// The name in flags.
    pub fn name(self) -> &'static str {
        match self {
            Form::Ninjs => "ninjs",
            Form::JsonLd => "jsonld",
            Form::WebAnnotation => "webannotation",
            Form::Brat => "brat",
            Form::Spacy => "spacy",
            Form::Prodigy => "prodigy",
            Form::TimeMl => "timeml",
        }
    }

    /// Whether a document is one line of JSON, so that many may share a file.
    pub fn is_lines(self) -> bool {
        !matches!(self, Form::Brat | Form::TimeMl)
    }

    /// The document in this form. One piece, but for brat's two; one of JSON
    /// is a single line.
    ///
    /// ```
    /// # use cutline_doc::{Analysis, Document, Origin};
    /// use cutline_report::export::Form;
    ///
    /// # let document = Document { text: "Rain fell.".into(), ..Document::default() };
    /// # let analysis = Analysis { id: "rain".into(), origin: Origin::default(), document, mentions: vec![],
    /// #     entities: vec![], timexes: vec![], quotes: vec![], quoted_terms: vec![] };
    /// let pieces = Form::Brat.pieces(&analysis);
    /// assert_eq!((pieces[0].extension, pieces[0].content.as_str()), ("txt", "Rain fell."));
    /// ```
    pub fn pieces(self, analysis: &Analysis) -> Vec<Piece> {
        let one = |extension, content| vec![Piece { extension, content }];
        match self {
            Form::Ninjs => one("json", json::line(&ninjs::item(analysis))),
            Form::JsonLd => one("jsonld", json::line(&jsonld::article(analysis))),
            Form::WebAnnotation => one("jsonld", json::line(&annotation::page(analysis))),
            Form::Spacy => one("json", json::line(&spacy::doc(analysis))),
            Form::Prodigy => one("json", json::line(&spacy::task(analysis))),
            Form::TimeMl => one("tml", timeml::document(analysis)),
            Form::Brat => brat::pieces(analysis),
        }
    }

    /// A file that a folder of documents in this form needs besides them:
    /// name and content.
    pub fn companion(self) -> Option<(&'static str, String)> {
        (self == Form::Brat).then(|| ("annotation.conf", brat::configuration()))
    }
}
