//! Texts with their names marked: 'Mr {Orr PERSON} left'.

use cutline_doc::{Block, BlockKind, Document, Entity, Label, Mention, Span};

/// The text without marks, as a document of one paragraph a line, and its names.
pub fn marked(source: &str) -> (Document, Vec<Mention>) {
    let (mut text, mut mentions) = (String::new(), Vec::new());
    let mut rest = source;
    while let Some(open) = rest.find('{') {
        let close = rest.find('}').expect("every mark is closed");
        text.push_str(&rest[..open]);
        let (name, label) = rest[open + 1..close].rsplit_once(' ').expect("a name and a label");
        let start = text.len();
        text.push_str(name);
        let label = Label::from_name(label).expect("a label");
        let span = Span::new(start, text.len());
        mentions.push(Mention { span, label, entity: None, score: 1.0, rule: "given".into() });
        rest = &rest[close + 1..];
    }
    text.push_str(rest);
    (document(&text), mentions)
}

/// A document of one paragraph a line.
pub fn document(text: &str) -> Document {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trim(text);
        start += line.len();
        if !span.is_empty() {
            blocks.push(Block::new(span, BlockKind::Paragraph, "line"));
        }
    }
    Document { text: text.to_string(), blocks, ..Document::default() }
}

/// The entities of a marked text.
pub fn entities(source: &str) -> Vec<Entity> {
    let (document, mut mentions) = marked(source);
    cutline_entities::link(&document, &mut mentions, cutline_english::lists())
}

/// The forms of each entity, in the order of the text.
pub fn forms(source: &str) -> Vec<Vec<String>> {
    let (document, mut mentions) = marked(source);
    let entities = cutline_entities::link(&document, &mut mentions, cutline_english::lists());
    let mut forms = vec![Vec::new(); entities.len()];
    for mention in &mentions {
        if let Some(id) = mention.entity {
            let form = document.slice(mention.span).to_string();
            if !forms[id as usize].contains(&form) {
                forms[id as usize].push(form);
            }
        }
    }
    forms
}
