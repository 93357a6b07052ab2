use crate::{Date, Span};

/// A photo or graphic caption, taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Caption {
    /// The whole caption block with its credit.
    pub span: Span,
    /// The index of its block.
    pub block: usize,
    /// What it says, FILE marker included; credit and page furniture ('Image
    /// caption', '1 of 4') left out. Usually one span, more where a credit
    /// stands in the middle; joined by single spaces they are the caption's text.
    pub text: Vec<Span>,
    /// The sentence that says what the picture shows, FILE marker left out.
    pub lead: Span,
    /// The sentences after the lead.
    pub context: Vec<Sentence>,
    /// Whether it is marked as a file photo.
    pub file_photo: bool,
    /// Whether it is cut off ('… in the W...').
    pub truncated: bool,
    /// Who is credited.
    pub credit: Option<Credit>,
    /// The date the picture was taken, as written.
    pub date: Option<Span>,
    /// The place the picture was taken, as written.
    pub place: Option<Span>,
    /// The image's address.
    pub image: Option<String>,
}

impl Caption {
    /// What the caption says, as one string. `text` is the document's.
    pub fn said(&self, text: &str) -> String {
        let pieces: Vec<&str> = self.text.iter().map(|&span| &text[span]).collect();
        pieces.join(" ")
    }
}

/// A sentence of a caption behind the lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// How many other captions of the document hold it too.
    pub shared: u32,
}

/// Who is credited with a picture.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Credit {
    /// The credit as written, less its label and brackets.
    pub raw: String,
    /// Where it stands, label and brackets left out.
    pub span: Span,
    /// The people named, in order.
    pub photographer: Vec<String>,
    /// The agency, paper or stock house named, as written.
    pub agency: Option<String>,
    /// Through whom it came ('via AP').
    pub via: Option<String>,
    /// Whether it is a pool photo.
    pub pool: bool,
}

/// The parts of a caption as strings: what `cutline-dedup` compares.
///
/// Made from a [`Caption`] of a document or from a bare string by
/// `cutline-parse`.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct CaptionParts {
    /// What it says, without FILE marker, credit and furniture.
    pub text: String,
    /// The sentence that says what the picture shows.
    pub lead: String,
    /// The sentences after it.
    pub context: Vec<String>,
    /// Whether it is marked as a file photo.
    pub file_photo: bool,
    /// Whether it is cut off.
    pub truncated: bool,
    /// Who is credited; its span counts in the string it was made from.
    pub credit: Option<Credit>,
    /// The date of the picture, if it is a full one.
    pub date: Option<Date>,
    /// The place of the picture, as written.
    pub place: Option<String>,
}
