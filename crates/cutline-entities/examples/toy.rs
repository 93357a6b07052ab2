//! Lists and names of one's own: no weights, no English.
//!
//! `cargo run -p cutline-entities --example toy`

use cutline_doc::{Block, BlockKind, Document, Span};
use cutline_entities::{ListsBuilder, Tagger, link};

const TABLE: &str = "\
name\tclass\tkey\tcountry
Ana\tgiven_female\t\t
President\ttitle+role\t\t
Belaland\tcountry\tcountry:BL\tBL
B.L.\tcountry\tcountry:BL\tBL
";

fn main() {
    let mut builder = ListsBuilder::default();
    builder.tsv(TABLE).expect("the table is sound");
    let lists = builder.finish();

    let text = "President Ana Orr left Belaland. Orr flew from B.L. to an island.".to_string();
    let blocks = vec![Block::new(Span::of(&text), BlockKind::Paragraph, "example")];
    let document = Document { text, blocks, ..Document::default() };
    let mut mentions = Tagger::from_lists(lists.clone()).tag(&document);
    for entity in link(&document, &mut mentions, &lists) {
        let forms: Vec<&str> = entity.aliases.iter().map(|alias| alias.text.as_str()).collect();
        let roles: Vec<&str> = entity.roles.iter().map(|role| role.text.as_str()).collect();
        println!("{} {}: {} {}", entity.label.name(), entity.name, forms.join(", "), roles.join(", "));
    }
}
