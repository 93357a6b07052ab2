use cutline_doc::{Analysis, Date, Document, Format, Mention, Origin, Timex, Warning};
use cutline_input::Record;
use cutline_parse::Hints;
use cutline_text::AlignedText;

use crate::Corrections;

/// Runs all stages over one record at a time.
#[derive(Clone, Debug, Default)]
pub struct Analyzer {
    options: Options,
}

/// What to assume and what to leave out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// The publication day of a document that does not tell it.
    pub default_date: Option<Date>,
    /// Names that are less likely than this are left out. 0 keeps all that
    /// were found.
    pub min_score: f32,
    /// What an editor has decided.
    pub corrections: Corrections,
}

impl Analyzer {
    /// An analyzer with these options.
    pub fn new(options: Options) -> Analyzer {
        Analyzer { options }
    }

    /// Everything cutline knows about the record.
    pub fn analyze(&self, record: Record) -> Analysis {
        self.analyze_with_source(record).0
    }

    /// The same with the way from the document's text back to the page that it
    /// was rendered from; nothing for plain text, which is its own source.
    ///
    /// ```
    /// use cutline::{Analyzer, Record};
    ///
    /// let page = "<h1>Rain in Lodz</h1><p>Zo&euml; Orr said on Monday that the rain will stop before the week is over.</p>";
    /// let record = Record { text: page.into(), page: true, ..Record::default() };
    /// let (analysis, source) = Analyzer::default().analyze_with_source(record);
    /// let at = analysis.document.text.find("Zoë Orr").unwrap();
    /// let home = source.unwrap().to_source(cutline::doc::Span::new(at, at + "Zoë Orr".len()));
    /// assert_eq!(&page[home.0.range()], "Zo&euml; Orr");
    /// ```
    pub fn analyze_with_source(&self, record: Record) -> (Analysis, Option<AlignedText>) {
        let hints = Hints {
            published: record.published.clone(),
            crawled: record.crawled.clone(),
            url: record.url.clone(),
            default_date: self.options.default_date,
        };
        let (origin, warnings) = (origin_of(&record), warnings_of(&record));
        let (mut document, source) = if record.page {
            let (document, source) = cutline_parse::html(&record.text, &hints);
            (document, Some(source))
        } else {
            (cutline_parse::text(record.text, &hints), None)
        };
        // Places in the mark-up are none in the text that was rendered from it.
        let placed = |w: Warning| if source.is_some() { Warning { span: None, ..w } } else { w };
        document.warnings.splice(0..0, warnings.into_iter().map(placed));
        let english = is_english(&document);
        let mut analysis =
            if english { self.read(record.id, origin, document) } else { glance(record.id, origin, document) };
        self.options.corrections.apply(&mut analysis);
        (analysis, source)
    }

    /// Names, dates and quotations of an English document.
    fn read(&self, id: String, origin: Origin, document: Document) -> Analysis {
        let timexes = cutline_timex::tag_document(&document);
        let mut mentions: Vec<Mention> = cutline_english::tagger().tag(&document);
        mentions.retain(|mention| mention.score >= self.options.min_score);
        let entities = cutline_entities::link(&document, &mut mentions, cutline_english::lists());
        let found = cutline_english::quoter().find(&document, &mentions, &entities);
        Analysis { id, origin, document, mentions, entities, timexes, quotes: found.quotes, quoted_terms: found.terms }
    }
}

/// What can be told without knowing the language: numeric dates.
fn glance(id: String, origin: Origin, document: Document) -> Analysis {
    let timexes = cutline_timex::tag_document(&document).into_iter().filter(|t| is_numeric(&document, t)).collect();
    Analysis { id, origin, document, timexes, mentions: vec![], entities: vec![], quotes: vec![], quoted_terms: vec![] }
}

fn is_english(document: &Document) -> bool {
    matches!(document.metadata.language.as_str(), "en" | "und" | "")
}

/// Whether a time expression is written in figures alone; 'T' and 'Z' belong to ISO 8601.
fn is_numeric(document: &Document, timex: &Timex) -> bool {
    !document.slice(timex.span).chars().any(|c| c.is_alphabetic() && !matches!(c, 'T' | 'Z'))
}

fn origin_of(record: &Record) -> Origin {
    Origin {
        path: record.path.clone(),
        format: match record.format {
            cutline_input::Format::Text => Format::Text,
            cutline_input::Format::Html => Format::Html,
            cutline_input::Format::Jsonl => Format::Jsonl,
            cutline_input::Format::Warc => Format::Warc,
            cutline_input::Format::Table => Format::Table,
        },
        bytes: record.bytes,
        sha256: record.sha256.clone(),
        encoding: record.encoding.clone(),
        url: record.url.clone(),
        crawled: record.crawled.clone(),
    }
}

fn warnings_of(record: &Record) -> Vec<Warning> {
    let warning = |w: &cutline_input::Warning| Warning { code: w.code.into(), message: w.message.clone(), span: w.at };
    record.warnings.iter().map(warning).collect()
}
