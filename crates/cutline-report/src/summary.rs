//! What reports need of one document, without its text.
//!
//! A corpus of any size is reported from these: a document is analysed, summed
//! up and let go.

mod events;
mod names;
mod quotes;

use cutline_doc::{Analysis, BlockKind, Caption, Credit, Document, Span};

pub use events::Event;
pub use names::NameSummary;
pub use quotes::{Gender, QuotePlace, QuoteSummary};

use crate::record::one_line;
use crate::{OffsetUnit, Offsets};

/// One document as reports show it.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// Which document.
    pub id: String,
    /// Its title.
    pub headline: Option<String>,
    /// How its text begins, for a document without title.
    pub first_words: String,
    /// The place it was filed from.
    pub place: Option<String>,
    /// When it appeared, as far as it is known.
    pub published: Option<String>,
    /// The rule that tells, and whether the date was worked out rather than read.
    pub published_how: Option<(String, bool)>,
    /// The authors.
    pub byline: Vec<String>,
    /// The news agency it is from.
    pub agency: Option<String>,
    /// The section of the paper.
    pub section: Option<String>,
    /// The site or paper.
    pub site: Option<String>,
    /// ISO 639-1 code, or `und`.
    pub language: String,
    /// How much of it is what.
    pub share: Share,
    /// Words between white space in all of it.
    pub words: usize,
    /// In the order of the text.
    pub captions: Vec<CaptionSummary>,
    /// In the order of the document's entity ids.
    pub names: Vec<NameSummary>,
    /// In the order of the text.
    pub quotes: Vec<QuoteSummary>,
    /// Time expressions of texts and captions, in the order of the text.
    pub events: Vec<Event>,
    /// Codes and messages.
    pub warnings: Vec<(String, String)>,
}

/// How many characters of a text stand in blocks of each use; white space
/// between blocks is not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Paragraphs, headings, lists, block quotations.
    pub body: usize,
    /// Captions, their credits, headings of galleries.
    pub captions: usize,
    /// Everything else.
    pub other: usize,
}

impl Share {
    fn of(document: &Document) -> Share {
        let mut share = Share::default();
        for block in &document.blocks {
            let size = document.slice(block.span).chars().count();
            match block.kind {
                kind if kind.is_body() => share.body += size,
                kind if is_caption(kind) => share.captions += size,
                _ => share.other += size,
            }
        }
        share
    }

    /// In whole percent; a part that is there at all is at least 1.
    pub fn percent(&self) -> [usize; 3] {
        let whole = (self.body + self.captions + self.other).max(1);
        [self.body, self.captions, self.other].map(|part| ((part * 100 + whole / 2) / whole).max(part.min(1)))
    }
}

/// Whether a block belongs to a picture.
pub(crate) fn is_caption(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Caption | BlockKind::Credit | BlockKind::GalleryHeading)
}

/// A caption as reports show it.
#[derive(Clone, Debug, PartialEq)]
pub struct CaptionSummary {
    /// Start and end of the whole block, in the unit asked for.
    pub place: (u32, u32),
    /// What it says, on one line.
    pub text: String,
    /// The sentence that says what the picture shows.
    pub lead: String,
    /// The sentences after it.
    pub context: Vec<String>,
    /// Whether it is marked as a file photo.
    pub file_photo: bool,
    /// Whether it is cut off.
    pub truncated: bool,
    /// Who is credited.
    pub credit: Option<Credit>,
    /// The picture's date: its TIMEX3 value, or the words where no day can be
    /// given ('Thursday').
    pub date: Option<String>,
    /// The picture's place, as written.
    pub taken_at: Option<String>,
}

impl CaptionSummary {
    fn new(analysis: &Analysis, caption: &Caption, offsets: &Offsets<'_>) -> CaptionSummary {
        let text = &analysis.document.text;
        CaptionSummary {
            place: offsets.span(caption.span),
            text: one_line(&caption.said(text)),
            lead: one_line(&text[caption.lead]),
            context: caption.context.iter().map(|sentence| one_line(&text[sentence.span])).collect(),
            file_photo: caption.file_photo,
            truncated: caption.truncated,
            credit: caption.credit.clone(),
            date: caption.date.map(|span| date(analysis, span)),
            taken_at: caption.place.map(|span| one_line(&text[span])),
        }
    }
}

fn date(analysis: &Analysis, span: Span) -> String {
    let timex = analysis.timex_at(span).map(|n| &analysis.timexes[n]);
    let known = timex.filter(|timex| timex.interval.is_some()).map(|timex| timex.value.clone());
    known.unwrap_or_else(|| one_line(&analysis.document.text[span]))
}

impl Summary {
    /// Sums up one document. Places in it count `unit`s.
    pub fn of(analysis: &Analysis, unit: OffsetUnit) -> Summary {
        let document = &analysis.document;
        let metadata = &document.metadata;
        let offsets = &Offsets::new(&document.text, unit);
        let captions = document.captions.iter().map(|caption| CaptionSummary::new(analysis, caption, offsets));
        Summary {
            id: analysis.id.clone(),
            headline: metadata.headline.map(|span| one_line(document.slice(span))),
            first_words: first_words(document),
            place: metadata.dateline.as_ref().map(|dateline| one_line(&dateline.place)),
            published: metadata.published.as_ref().map(|published| published.value.clone()),
            published_how: metadata.published.as_ref().map(|published| (published.how.to_string(), published.inferred)),
            byline: metadata.byline.clone(),
            agency: metadata.agency.clone(),
            section: metadata.section.clone(),
            site: metadata.site.clone(),
            language: metadata.language.clone(),
            share: Share::of(document),
            words: document.text.split_whitespace().count(),
            captions: captions.collect(),
            names: names::summarise(analysis),
            quotes: quotes::summarise(analysis, offsets),
            events: events::summarise(analysis, offsets),
            warnings: document.warnings.iter().map(|w| (w.code.to_string(), w.message.clone())).collect(),
        }
    }

    /// Headline, else the first words.
    pub fn title(&self) -> &str {
        self.headline.as_deref().unwrap_or(&self.first_words)
    }
}

/// How many characters of the first paragraph are kept at most.
const FIRST_WORDS: usize = 240;

/// The opening of the first paragraph behind its dateline, else of the first block.
fn first_words(document: &Document) -> String {
    let body = document.blocks.iter().find(|block| block.kind.is_body());
    let Some(block) = body.or_else(|| document.blocks.first()) else { return String::new() };
    let dateline = document.metadata.dateline.as_ref().map(|dateline| dateline.span);
    let dateline = dateline.filter(|dateline| block.span.contains(*dateline) && dateline.end < block.span.end);
    let text = &document.text[Span { start: dateline.map_or(block.span.start, |d| d.end), end: block.span.end }];
    let kept = text.char_indices().take(FIRST_WORDS).last().map_or(0, |(at, c)| at + c.len_utf8());
    one_line(&text[..kept])
}
