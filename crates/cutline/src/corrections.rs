//! What an editor has decided about captions and speakers.

use cutline_doc::{Analysis, BlockKind, Caption, Credit, Quote, Span, SpeakerVia};

/// What an editor has decided about captions and speakers, whatever the rules
/// say. It is applied to every analysis anew.
///
/// A correction names its place by words, so that it still fits when the text
/// around them changes; white space and case do not count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrections {
    /// About captions.
    pub captions: Vec<CaptionCorrection>,
    /// About who said something.
    pub speakers: Vec<SpeakerCorrection>,
}

/// What a caption is to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaptionCorrection {
    /// The document's id; all documents if none is named.
    pub document: Option<String>,
    /// How the caption begins.
    pub says: String,
    /// It is running text and no caption.
    pub drop: bool,
    /// Who took the picture.
    pub photographer: Option<Vec<String>>,
    /// The agency; empty for none.
    pub agency: Option<String>,
    /// Through whom it came; empty for none.
    pub via: Option<String>,
    /// Whether it is a file photo.
    pub file_photo: Option<bool>,
}

/// Who said something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpeakerCorrection {
    /// The document's id; all documents if none is named.
    pub document: Option<String>,
    /// Words of the quotation.
    pub says: String,
    /// A name of the document's, another form or a word of it; empty for nobody known.
    pub speaker: String,
}

impl Corrections {
    /// Changes what is corrected; what fits nowhere changes nothing.
    ///
    /// ```
    /// use cutline::{Analyzer, Corrections, Options, Record, SpeakerCorrection};
    ///
    /// let speaker = SpeakerCorrection { says: "is safe".into(), speaker: "Bela".into(), ..Default::default() };
    /// let corrections = Corrections { speakers: vec![speaker], ..Default::default() };
    /// let text = "Mayor Kit Orr met Ana Bela in Oslo. “The bridge is safe,” Orr said.\n";
    /// let record = Record { text: text.into(), ..Record::default() };
    /// let found = Analyzer::new(Options { corrections, ..Options::default() }).analyze(record);
    /// let speaker = found.quotes[0].speaker.unwrap();
    /// assert_eq!(found.entities[speaker as usize].name, "Ana Bela");
    /// ```
    pub fn apply(&self, analysis: &mut Analysis) {
        for correction in &self.speakers {
            let Some(speaker) = correction.speaker(analysis) else { continue };
            for at in correction.places(analysis) {
                correct_quote(&mut analysis.quotes[at], speaker);
            }
        }
        let mut dropped = Vec::new();
        for correction in &self.captions {
            for at in correction.places(analysis) {
                correction.correct(&mut analysis.document.captions[at]);
                dropped.extend(correction.drop.then_some(at));
            }
        }
        drop_captions(analysis, &dropped);
    }

    /// For each correction, captions first, whether there is anything in the
    /// document that it fits. `analysis` is one before it was corrected.
    pub fn fits(&self, analysis: &Analysis) -> Vec<bool> {
        let captions = self.captions.iter().map(|correction| !correction.places(analysis).is_empty());
        let known = |one: &SpeakerCorrection| one.speaker(analysis).is_some() && !one.places(analysis).is_empty();
        captions.chain(self.speakers.iter().map(known)).collect()
    }
}

impl CaptionCorrection {
    fn places(&self, analysis: &Analysis) -> Vec<usize> {
        if self.document.as_ref().is_some_and(|id| *id != analysis.id) {
            return Vec::new();
        }
        let says = plain(&self.says);
        let text = &analysis.document.text;
        let begins = |caption: &Caption| !says.is_empty() && plain(&caption.said(text)).starts_with(&says);
        let captions = analysis.document.captions.iter().enumerate();
        captions.filter(|(_, caption)| begins(caption)).map(|(at, _)| at).collect()
    }

    fn correct(&self, caption: &mut Caption) {
        if let Some(file_photo) = self.file_photo {
            caption.file_photo = file_photo;
        }
        if self.photographer.is_none() && self.agency.is_none() && self.via.is_none() {
            return;
        }
        let nowhere = Span { start: caption.span.end, end: caption.span.end };
        let credit = caption.credit.get_or_insert_with(|| Credit { span: nowhere, ..Credit::default() });
        if let Some(photographer) = &self.photographer {
            credit.photographer.clone_from(photographer);
        }
        let named = |name: &String| Some(name.clone()).filter(|name| !name.is_empty());
        credit.agency = self.agency.as_ref().map_or(credit.agency.take(), named);
        credit.via = self.via.as_ref().map_or(credit.via.take(), named);
        if credit.raw.is_empty() {
            let parts = credit.photographer.iter().chain(&credit.agency).chain(&credit.via);
            credit.raw = parts.map(String::as_str).collect::<Vec<_>>().join("/");
        }
    }
}

impl SpeakerCorrection {
    fn places(&self, analysis: &Analysis) -> Vec<usize> {
        if self.document.as_ref().is_some_and(|id| *id != analysis.id) {
            return Vec::new();
        }
        let says = plain(&self.says);
        let holds = |quote: &Quote| {
            let pieces: Vec<&str> = quote.content.iter().map(|&span| analysis.document.slice(span)).collect();
            !says.is_empty() && plain(&pieces.join(" ")).contains(&says)
        };
        let quotes = analysis.quotes.iter().enumerate();
        quotes.filter(|(_, quote)| holds(quote)).map(|(at, _)| at).collect()
    }

    /// The entity that is meant, or nobody; nothing if the document names none such.
    fn speaker(&self, analysis: &Analysis) -> Option<Option<u32>> {
        let wanted = plain(&self.speaker);
        if wanted.is_empty() {
            return Some(None);
        }
        let is_name = |name: &str| plain(name) == wanted;
        let full = analysis.entities.iter().find(|entity| is_name(&entity.name));
        let form = || analysis.entities.iter().find(|entity| entity.aliases.iter().any(|form| is_name(&form.text)));
        // One word of a name, if it is one of a single entity's.
        let word = || {
            let mut holds = analysis.entities.iter().filter(|one| plain(&one.name).split(' ').any(|w| w == wanted));
            holds.next().filter(|_| holds.next().is_none())
        };
        full.or_else(form).or_else(word).map(|entity| Some(entity.id))
    }
}

fn correct_quote(quote: &mut Quote, speaker: Option<u32>) {
    quote.speaker = speaker;
    quote.speaker_via = if speaker.is_some() { SpeakerVia::Name } else { SpeakerVia::None };
    quote.rule = "by-hand".into();
    quote.score = 1.0;
}

/// What is no caption is running text.
fn drop_captions(analysis: &mut Analysis, dropped: &[usize]) {
    let document = &mut analysis.document;
    for &at in dropped {
        let block = &mut document.blocks[document.captions[at].block];
        block.kind = BlockKind::Paragraph;
        block.rule = "by-hand".into();
    }
    let mut at = 0;
    document.captions.retain(|_| {
        at += 1;
        !dropped.contains(&(at - 1))
    });
}

/// Without regard to white space, case, and which marks stand around.
fn plain(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let marks = |c: char| matches!(c, '“' | '”' | '"' | '‘' | '’' | '\'');
    words.join(" ").trim_matches(marks).to_owned()
}
