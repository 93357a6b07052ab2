//! The three sample articles, read by hand.

use std::collections::BTreeMap;

use cutline_doc::{BlockKind, Document};

use crate::{blocks, layouts, one_line, parse, said};

const GALLERY: &str = include_str!("../../../../seeds/000_690b7f1cc7b505ef.txt");
const POST: &str = include_str!("../../../../seeds/001_31c7c5e941671ada.txt");
const FURNITURE: &str = include_str!("../../../../seeds/002_9628709f8aff7fc1.txt");

/// The sample in the layouts it must come out of the same.
fn variants(article: &str) -> Vec<String> {
    vec![
        article.to_owned(),
        layouts::dense(article),
        layouts::doubled(article),
        layouts::spaced(article),
        layouts::wrapped(article, 72),
        layouts::wrapped(&layouts::dense(article), 72),
        article.replace('\n', "\r\n"),
    ]
}

#[test]
fn captions_of_the_gallery() {
    for article in variants(GALLERY) {
        let document = parse(&article);
        let captions = &document.captions;
        let credits: Vec<_> = captions.iter().filter_map(|c| c.credit.as_ref()).collect();
        assert_eq!(captions.len(), 25);
        assert_eq!(captions.iter().filter(|c| c.file_photo).count(), 15);
        assert_eq!(credits.len(), 19);
        assert_eq!(credits.iter().filter(|c| !c.photographer.is_empty()).count(), 13);
        assert_eq!(credits.iter().filter(|c| c.pool).count(), 2);
        assert!(captions[..6].iter().all(|c| c.credit.is_none() && !c.file_photo));
        assert_eq!(credits[7].photographer, ["Sergey Guneyev"]);
        assert_eq!((credits[7].agency.as_deref(), credits[7].via.as_deref()), (Some("Sputnik"), Some("AP")));
    }
}

#[test]
fn sentences_that_captions_share() {
    let document = parse(GALLERY);
    let mut recurring: BTreeMap<&str, u32> = BTreeMap::new();
    for sentence in document.captions.iter().flat_map(|c| &c.context).filter(|s| s.shared > 0) {
        recurring.insert(document.slice(sentence.span), sentence.shared + 1);
    }
    assert_eq!(recurring.len(), 7);
    assert_eq!(recurring.values().sum::<u32>(), 24);
}

#[test]
fn the_gallery_article_tells_no_day() {
    for article in variants(GALLERY) {
        let document = parse(&article);
        assert_eq!(document.metadata.published, None);
        assert_eq!(document.metadata.headline, None);
        assert_eq!(document.metadata.dateline.as_ref().map(|d| d.place.as_str()), Some("WASHINGTON"));
        assert_eq!(blocks(&document, BlockKind::RelatedLinks), ["People are also reading…"]);
        assert_eq!(blocks(&document, BlockKind::GalleryHeading).len(), 1);
        assert_eq!(document.metadata.language, "en");
    }
}

#[test]
fn places_and_dates_of_pictures() {
    let document = parse(GALLERY);
    let scene = |n: usize| {
        let caption = &document.captions[n];
        (caption.place.map(|s| document.slice(s)), caption.date.map(|s| document.slice(s)))
    };
    assert_eq!(scene(0), (Some("Washington"), Some("Thursday")));
    assert_eq!(scene(1), (Some("Istanbul, Turkey"), Some("Thursday")));
    assert_eq!(scene(6), (Some("Moscow, Russia"), Some("Feb. 10, 2023")));
    assert_eq!(scene(16), (Some("St. Petersburg, Russia"), Some("Friday, March 10, 2023")));
}

#[test]
fn a_post_and_a_weekday_tell_the_day() {
    for article in variants(POST) {
        let document = parse(&article);
        assert_eq!(document.captions, []);
        assert_eq!(document.metadata.headline, None);
        assert_eq!(document.metadata.dateline, None);
        let posts = blocks(&document, BlockKind::SocialPost);
        assert_eq!(posts.len(), 1);
        assert!(posts[0].starts_with("We are happy") && posts[0].ends_with("April 17, 2025"));
        let published = document.metadata.published.expect("the day can be inferred");
        assert_eq!(published.value, "2025-04-18");
        assert!(published.inferred && published.span.is_some());
    }
}

#[test]
fn furniture_around_an_article() {
    for article in variants(FURNITURE) {
        let document = parse(&article);
        check_head(&document);
        assert_eq!(said(&document).len(), 1);
        assert!(said(&document)[0].ends_with("Jan. 31, 2025, in Washington."));
        let credit = document.captions[0].credit.as_ref().expect("the caption is credited");
        assert_eq!(one_line(&credit.raw), "AP Photo/Evan Vucci");
        assert_eq!(blocks(&document, BlockKind::Credit), ["Credit: ASSOCIATED PRESS", "(AP Photo/Evan Vucci)"]);
        assert_eq!(blocks(&document, BlockKind::Interface), ["Associated Press's Profile Picture"]);
        let repeats: Vec<_> = document.blocks.iter().filter(|b| b.kind == BlockKind::Repeat).collect();
        assert_eq!(repeats.len(), 2);
        assert_eq!(document.blocks[repeats[0].of.expect("named")].kind, BlockKind::Caption);
        assert_eq!(document.blocks[repeats[1].of.expect("named")].kind, BlockKind::Headline);
    }
}

/// The same with nothing but spaces between its parts.
#[test]
fn head_of_a_single_line() {
    let document = parse(&layouts::one_line(FURNITURE));
    check_head(&document);
    assert!(said(&document)[0].ends_with("Jan. 31, 2025, in Washington."));
}

#[test]
fn heads_of_invented_single_lines() {
    let told = "Two people were hurt, the mayor said. The fire began in the boiler room, and crews needed six hours. ";
    for head in HEADS {
        let document = parse(&format!("{head}{}", told.repeat(12)));
        let words = document.metadata.headline.map_or("none", |span| document.slice(span));
        assert_eq!(words, "Mill burns down in Lodz after storm", "{head}");
        assert_eq!(document.metadata.byline, ["Ana Bela"], "{head}");
        let day = document.metadata.published.as_ref().map_or("none", |day| day.value.get(..10).unwrap_or("short"));
        assert_eq!(day, "2021-05-03", "{head}");
    }
}

const HEADS: [&str; 3] = [
    "Mill burns down in Lodz after storm By Ana Bela May 3, 2021, 2:15 PM LODZ (AP) — ",
    "LOCAL NEWS Mill burns down in Lodz after storm By Ana Bela Published May 3, 2021 ",
    "Mill burns down in Lodz after storm Updated: 3 May 2021 10:15 By Ana Bela LODZ, Poland (Reuters) - ",
];

fn check_head(document: &Document) {
    let metadata = &document.metadata;
    let published = metadata.published.as_ref().expect("the page says when");
    assert_eq!((published.value.as_str(), published.inferred), ("2025-01-31T14:15", false));
    assert_eq!(metadata.section.as_deref(), Some("NATIONAL NEWS"));
    assert_eq!(metadata.byline, ["ASSOCIATED PRESS"]);
    let dateline = metadata.dateline.as_ref().expect("a dateline");
    assert_eq!((dateline.place.as_str(), dateline.agency.as_deref()), ("WASHINGTON", Some("AP")));
    let headline = metadata.headline.map(|span| one_line(document.slice(span))).expect("a headline");
    assert!(headline.starts_with("Trump says he and Putin") && headline.ends_with("war in Ukraine"));
}

/// Names say nothing of the language that the words around them are in.
#[test]
fn lists_of_names_are_english() {
    for text in [
        "The signatories included Prof Jürgen Bela, Ivo Šimić, Prof Åsa Lind, Walter Wolfgang, Ana Bela and Elsa Ohm.",
        "Singers Ana Bela, Kit Orr, Åsa Lind, Rosa Sami, Jürgen Vale, Ivo Mandel and Lena Varga joined the choir of Lodz.",
    ] {
        assert_eq!(parse(text).metadata.language, "en", "{text}");
    }
    let german =
        "Zu den Unterzeichnern gehörten Jürgen Bela, Ivo Mandel, Åsa Lind, Walter Wolfgang und Elsa Ohm aus Lodz.";
    assert_eq!(parse(german).metadata.language, "de");
}
