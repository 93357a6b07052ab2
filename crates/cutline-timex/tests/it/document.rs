use cutline_doc::{Block, BlockKind, Caption, Date, Document, Metadata, Published, Span};
use cutline_timex::{tag_document, timeline};
use jiff::civil::date;

const BLOCKS: &[(BlockKind, &str)] = &[
    (BlockKind::Paragraph, "The mayor said Thursday that work ends next week."),
    (
        BlockKind::Caption,
        "Ana Bela speaks in Harbour City on Friday, March 10, 2023. A day earlier, on Thursday, she wept.",
    ),
    (BlockKind::SocialPost, "We open tomorrow!\n— Kit Orr (@kit) April 17, 2025"),
    (BlockKind::Interface, "Posted on Monday"),
    (BlockKind::Paragraph, "It rained on Tuesday."),
];

fn document(published: Option<Date>) -> Document {
    let mut text = String::new();
    let mut blocks = Vec::new();
    for &(kind, words) in BLOCKS {
        let start = text.len();
        text.push_str(words);
        blocks.push(Block::new(Span::new(start, text.len()), kind, "test"));
        text.push_str("\n\n");
    }
    let span = blocks[1].span;
    let date = text.find("Friday, March 10, 2023").map(|at| Span::new(at, at + 22));
    let caption = Caption {
        span,
        block: 1,
        text: vec![span],
        lead: span,
        context: Vec::new(),
        file_photo: false,
        truncated: false,
        credit: None,
        date,
        place: None,
        image: None,
    };
    let published = published.map(|day| Published {
        value: day.to_string(),
        day,
        how: "input".into(),
        inferred: false,
        span: None,
    });
    let metadata = Metadata { published, language: "en".into(), ..Metadata::default() };
    Document { text, metadata, blocks, captions: vec![caption], warnings: Vec::new() }
}

#[test]
fn captions_and_posts_have_days_of_their_own() {
    let document = document(Some(date(2025, 4, 18)));
    let found = tag_document(&document);
    let read: Vec<(&str, &str, &str)> = found
        .iter()
        .map(|timex| {
            let from = timex.anchor.as_ref().map_or("", |anchor| anchor.from.as_ref());
            (document.slice(timex.span), timex.value.as_str(), from)
        })
        .collect();
    assert_eq!(
        read,
        [
            ("Thursday", "2025-04-17", "published"),
            ("next week", "2025-W17", "published"),
            ("Friday, March 10, 2023", "2023-03-10", ""),
            ("A day earlier", "2023-03-09", "narrative"),
            ("Thursday", "2023-03-09", "caption"),
            ("tomorrow", "2025-04-18", "post"),
            ("April 17, 2025", "2025-04-17", ""),
            ("Tuesday", "2025-04-15", "published"),
        ]
    );
}

#[test]
fn a_caption_lends_its_day_to_nobody_else() {
    let document = document(None);
    let values: Vec<String> = tag_document(&document).into_iter().map(|timex| timex.value).collect();
    assert_eq!(values[0], "XXXX-WXX-4");
    assert_eq!(values.last().map(String::as_str), Some("XXXX-WXX-2"));
}

#[test]
fn the_timeline_is_in_order_and_keeps_the_undatable_apart() {
    let document = document(None);
    let found = tag_document(&document);
    let line = timeline::entries(&document, &found);
    let days: Vec<Date> = line.entries.iter().map(|entry| entry.days.0).collect();
    assert!(days.is_sorted());
    assert_eq!(days.len() + line.undatable.len(), found.len());
    let first = document.slice(line.entries[0].sentence);
    assert_eq!(first, "A day earlier, on Thursday, she wept.");
    assert_eq!(document.slice(line.undatable[0].1), BLOCKS[0].1);
}

#[test]
fn a_year_among_the_furniture_still_heads_what_follows() {
    let text = "The dam was begun on 3 May 1861.\n1863\nOn 4 February the first stone was laid.";
    let kinds = [BlockKind::Paragraph, BlockKind::Interface, BlockKind::Paragraph];
    let lines = cutline_text::lines(text).map(|line| line.span.trim(text));
    let blocks = lines.zip(kinds).map(|(span, kind)| Block::new(span, kind, "test")).collect();
    let document = Document { text: text.to_owned(), blocks, ..Document::default() };
    let found: Vec<String> = tag_document(&document).into_iter().map(|timex| timex.value).collect();
    assert_eq!(found, ["1861-05-03", "1863-02-04"]);
}
