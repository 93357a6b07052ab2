use crate::{Rule, Span};

/// A stretch of the text with one job on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands; no white space at its ends.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// What decided.
    pub rule: Rule,
    /// For a [`BlockKind::Repeat`]: the index of the block it repeats.
    pub of: Option<usize>,
}

impl Block {
    /// A block that repeats no other.
    pub fn new(span: Span, kind: BlockKind, rule: impl Into<Rule>) -> Block {
        Block { span, kind, rule: rule.into(), of: None }
    }
}

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal,)+) => {
        /// The jobs a block can have.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum BlockKind { $($(#[doc = $doc])+ $variant,)+ }

        impl BlockKind {
            /// All kinds, in the order of the documentation.
            pub const ALL: &[BlockKind] = &[$(BlockKind::$variant),+];

            /// The name in records: 'paragraph', 'gallery_heading'.
            pub fn name(self) -> &'static str {
                match self { $(BlockKind::$variant => $name),+ }
            }
        }
    };
}

kinds! {
    /// The article's title.
    Headline = "headline",
    /// A line beneath the headline that sums up or goes on.
    Subheadline = "subheadline",
    /// The section of the paper: 'NATIONAL NEWS'.
    Section = "section",
    /// A line that says when the article appeared or was changed.
    Timestamp = "timestamp",
    /// A line that says who wrote it.
    Byline = "byline",
    /// Running text.
    Paragraph = "paragraph",
    /// A heading inside the article.
    Heading = "heading",
    /// One item of a list.
    ListItem = "list_item",
    /// A quotation set as a block of its own.
    BlockQuote = "block_quote",
    /// A table.
    Table = "table",
    /// A photo or graphic caption with the credit inside or at its end.
    Caption = "caption",
    /// A credit that stands alone.
    Credit = "credit",
    /// The heading of a gallery: 'Photos: …'.
    GalleryHeading = "gallery_heading",
    /// A heading of related links, or the links.
    RelatedLinks = "related_links",
    /// A post from a social network, with its author line.
    SocialPost = "social_post",
    /// Lines about the author.
    AuthorBio = "author_bio",
    /// A note that the article was corrected.
    Correction = "correction",
    /// Buttons, menus, consent and newsletter boxes, profile pictures.
    Interface = "interface",
    /// The same text as another block, or a cut-off copy of it.
    Repeat = "repeat",
}

impl BlockKind {
    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<BlockKind> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// Whether names, dates and quotes are taken from it.
    pub fn is_read(self) -> bool {
        !matches!(self, BlockKind::Repeat | BlockKind::Interface)
    }

    /// Whether it belongs to the article's running text.
    pub fn is_body(self) -> bool {
        use BlockKind::{BlockQuote, Heading, ListItem, Paragraph};
        matches!(self, Paragraph | Heading | ListItem | BlockQuote)
    }
}
