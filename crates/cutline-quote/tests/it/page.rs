//! Documents made by hand.

use std::path::Path;
use std::sync::OnceLock;

use cutline_doc::{Alias, Block, BlockKind, Document, Entity, Label, Mention, Quote, Role, Span};
use cutline_quote::{Found, Quoter};

/// The quoter with the weights that ship.
pub fn quoter() -> &'static Quoter {
    static QUOTER: OnceLock<Quoter> = OnceLock::new();
    QUOTER.get_or_init(|| Quoter::load(&model()).unwrap())
}

pub fn model() -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cutline-english/models/quotes.bin");
    std::fs::read(path).unwrap()
}

/// A document in which each line is a block of the kind.
pub fn blocks(text: &str, kind: BlockKind) -> Document {
    let lines = cutline_text::lines(text).map(|line| line.span.trim(text)).filter(|span| !span.is_empty());
    let blocks = lines.map(|span| Block::new(span, kind, "line")).collect();
    Document { text: text.to_owned(), blocks, ..Document::default() }
}

/// A page and the names in it.
pub struct Page {
    pub document: Document,
    pub mentions: Vec<Mention>,
    pub entities: Vec<Entity>,
}

impl Page {
    /// Names as 'Ana Bela|Bela|mayor': full name, further forms, and last a role in lower case.
    pub fn new(text: &str, people: &[&str]) -> Page {
        let mut page =
            Page { document: blocks(text, BlockKind::Paragraph), mentions: Vec::new(), entities: Vec::new() };
        for (id, person) in people.iter().enumerate() {
            let (forms, roles): (Vec<&str>, Vec<&str>) =
                person.split('|').partition(|form| form.starts_with(char::is_uppercase));
            for form in &forms {
                page.mention(form, id as u32);
            }
            page.entities.push(entity(id as u32, forms[0], &roles));
        }
        page.mentions.sort_by_key(|mention| mention.span);
        page
    }

    fn mention(&mut self, form: &str, id: u32) {
        for (at, _) in self.document.text.match_indices(form) {
            let span = Span::new(at, at + form.len());
            if !self.mentions.iter().any(|known| known.span.overlaps(span)) {
                let entity = Some(id);
                self.mentions.push(Mention { span, label: Label::Person, entity, score: 1.0, rule: "hand".into() });
            }
        }
    }

    pub fn find(&self) -> Found {
        quoter().find(&self.document, &self.mentions, &self.entities)
    }

    /// The name of a quotation's speaker.
    pub fn speaker(&self, quote: &Quote) -> Option<&str> {
        quote.speaker.map(|id| self.entities[id as usize].name.as_str())
    }

    /// Each quotation as 'kind: content / cue / source', spans joined by ' | '.
    pub fn told(&self) -> Vec<String> {
        self.find().quotes.iter().map(|quote| self.line(quote)).collect()
    }

    fn line(&self, quote: &Quote) -> String {
        let words =
            |spans: &[Span]| spans.iter().map(|&span| &self.document.text[span]).collect::<Vec<_>>().join(" | ");
        format!("{}: {} / {} / {}", quote.kind.name(), words(&quote.content), words(&quote.cue), words(&quote.source))
    }
}

fn entity(id: u32, name: &str, roles: &[&str]) -> Entity {
    let roles = roles.iter().map(|role| Role { text: (*role).to_owned(), span: Span::default() }).collect();
    Entity {
        id,
        label: Label::Person,
        name: name.to_owned(),
        aliases: vec![Alias { text: name.to_owned(), count: 1 }],
        roles,
        mentions: 1,
        country: None,
        position: None,
    }
}
