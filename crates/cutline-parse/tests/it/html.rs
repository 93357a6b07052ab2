//! Web pages: invented articles in the mark-up habits of real sites.

use cutline_doc::{BlockKind, Document};
use cutline_parse::{Hints, html};
use cutline_text::{AlignedText, Span, tokens};

use crate::{blocks, said};

/// Reads a page and checks what must hold of every page.
fn page(source: &str) -> Document {
    let (document, view) = html(source, &Hints::default());
    document.check().expect("a parsed page holds its invariants");
    assert_eq!(document.text, view.text());
    comes_home(source, &document, &view);
    document
}

/// Every word of the reading text comes home to a place of the page that holds it.
fn comes_home(source: &str, document: &Document, view: &AlignedText) {
    let stated = document.metadata.headline.unwrap_or_default();
    for token in tokens(&document.text, Span::of(&document.text)) {
        let home = view.to_source(token.span).0;
        let there = source.get(home.range()).expect("a span of the page on character boundaries");
        let references =
            [("&rsquo;", "’"), ("&amp;", "&"), ("&eacute;", "é"), ("&mdash;", "—"), ("&ldquo;", "“"), ("&rdquo;", "”")];
        let plain = references.iter().fold(there.to_owned(), |text, (name, c)| text.replace(name, c));
        let bare = without_tags(&plain);
        let word = document.slice(token.span);
        assert!(
            there.contains(word) || bare.contains(word) || stated.contains(token.span),
            "{word:.40} is not in {there:.80}"
        );
    }
}

/// The words of a piece of a page: tags and soft hyphens out.
fn without_tags(piece: &str) -> String {
    let mut inside = false;
    let mut kept = String::new();
    for c in piece.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => inside = false,
            '\u{ad}' => {}
            c if !inside => kept.push(c),
            _ => {}
        }
    }
    kept
}

const STORY: &str = "
<p>LODZ, Poland (AP) &mdash; Mayor Kit Orr said on Monday that the old bridge over the river is safe and will open to traffic within days.</p>
<p>&ldquo;We have tested every bolt,&rdquo; Orr told reporters beside the river, where workers were taking the last of the barriers down.</p>
<p>The bridge was closed in March after an inspector, Ana Bela, found cracks in two of its piers and asked the council to act at once.</p>
<p>Repairs cost the city some 4 million zlotys, about half of which came from a fund for roads in the region, the council said.</p>";

#[test]
fn a_page_in_the_habit_of_a_blog_engine() {
    let source = format!(
        "<!doctype html><html lang='en-GB'><head><title>Old bridge to open within days - The Lodz Courier</title>
        <meta property='og:site_name' content='The Lodz Courier'><meta property='article:published_time' content='2021-05-03T10:00:00+02:00'>
        <meta property='article:modified_time' content='2021-05-04T08:00:00+02:00'><link rel='canonical' href='https://example.org/bridge'></head>
        <body class='has-sidebar'><nav><a href='/'>Home</a> <a href='/news'>News</a></nav>
        <article class='post'><h1 class='entry-title'>Old bridge to open within days</h1>
        <p class='byline'>By <a rel='author' href='/rosa'>Rosa Sami</a></p>
        <div class='wp-caption'><a href='bridge.jpg'><img src='bridge.jpg' alt='The bridge'></a>
        <p class='wp-caption-text'>Workers take a barrier from the bridge in Lodz. (Jan Kowal/Courier Images)</p></div>
        <div class='entry-content'>{STORY}
        <div class='share-buttons'><a href='#'>Share</a> <a href='#'>Tweet</a></div>
        <h3>Related stories</h3><ul class='related'><li><a href='/a'>Another bridge closes for the winter</a></li></ul></div></article>
        <aside class='sidebar'><p>Sign up for our newsletter and never miss a story from the river again, whatever happens.</p></aside>
        <div id='comments'><p>I have crossed this bridge for forty years and never saw a crack in it, said a reader here.</p></div>
        <footer>Copyright 2021</footer></body></html>"
    );
    let document = page(&source);
    let metadata = &document.metadata;
    assert_eq!(document.slice(metadata.headline.unwrap()), "Old bridge to open within days");
    assert_eq!(metadata.byline, ["Rosa Sami"]);
    assert_eq!(metadata.published.as_ref().unwrap().value, "2021-05-03T10:00:00+02:00");
    assert_eq!(metadata.published.as_ref().unwrap().how, "article:published_time");
    assert_eq!(metadata.modified.as_ref().unwrap().day.to_string(), "2021-05-04");
    assert_eq!(metadata.url.as_deref(), Some("https://example.org/bridge"));
    assert_eq!(metadata.site.as_deref(), Some("The Lodz Courier"));
    assert_eq!(metadata.language, "en");
    assert_eq!(said(&document), ["Workers take a barrier from the bridge in Lodz."]);
    let credit = document.captions[0].credit.as_ref().unwrap();
    assert_eq!(
        (credit.photographer.as_slice(), credit.agency.as_deref()),
        (["Jan Kowal".to_owned()].as_slice(), Some("Courier Images"))
    );
    assert_eq!(document.captions[0].image.as_deref(), Some("bridge.jpg"));
    let body = blocks(&document, BlockKind::Paragraph);
    assert_eq!(body.len(), 4, "{body:#?}");
    assert!(body[0].starts_with("LODZ, Poland (AP) — Mayor") && body[3].ends_with("the council said."));
}

#[test]
fn credits_in_elements_of_their_own() {
    for (habit, unit) in [
        (
            "label",
            "<figure><img src=b.jpg><span class='off'>Image copyright</span><figcaption class='media-caption'><span class='off'>Image caption</span> <span class='media-caption__text'>Ana Bela looks at a pier.</span></figcaption><span class='story-image-copyright'>Reuters</span></figure>",
        ),
        (
            "cite",
            "<figure class='e-image'><img src=b.jpg><span class='e-image__meta'><figcaption>Ana Bela looks at a pier.</figcaption> <cite>Jan Kowal/Reuters</cite></span></figure>",
        ),
        (
            "hashed",
            "<figure class='css-1'><img src=b.jpg><figcaption class='css-2'><span aria-hidden='true' class='css-3'>Ana Bela looks at a pier.</span><span class='css-4 credit'><span>Credit...</span><span>Jan Kowal/Reuters</span></span></figcaption></figure>",
        ),
        (
            "siblings",
            "<div class='InlineImage-wrapper'><img src=b.jpg><div><div class='InlineImage-imageEmbedCaption'>Ana Bela looks at a pier.</div><div class='InlineImage-imageEmbedCredit'>Jan Kowal | Reuters</div></div></div>",
        ),
    ] {
        let document = page(&format!("<body><main><h1>Old bridge to open within days</h1>{STORY}{unit}{STORY}</main>"));
        assert_eq!(said(&document), ["Ana Bela looks at a pier."], "{habit}");
        let agency = document.captions[0].credit.as_ref().and_then(|credit| credit.agency.as_deref());
        assert_eq!(agency, Some("Reuters"), "{habit}");
        assert!(blocks(&document, BlockKind::Paragraph).iter().all(|words| !words.contains("pier.")), "{habit}");
    }
}

#[test]
fn a_gallery_says_each_caption_once() {
    let slide = |words: &str| {
        format!("<figure class='slide'><img src=x.jpg><figcaption>{words} (AP Photo/Jan Kowal)</figcaption></figure>")
    };
    let slides: String =
        ["A boat passes the bridge.", "A boat passes the bridge.", "Children wave from the bank."].map(slide).concat();
    let document = page(&format!(
        "<article><h1>Old bridge to open within days</h1>{STORY}<div class='gallery'>{slides}</div></article>"
    ));
    assert_eq!(said(&document), ["A boat passes the bridge.", "Children wave from the bank."]);
}

#[test]
fn teasers_are_no_captions() {
    let teaser = "<figure><a href='/t'><img src=t.jpg></a><figcaption><h4><a href='/t'>Cracks found in a third bridge</a></h4></figcaption></figure>";
    let document = page(&format!(
        "<div><article><h1>Old bridge to open within days</h1>{STORY}</article>{}</div>",
        teaser.repeat(12)
    ));
    assert!(document.captions.is_empty(), "{:?}", said(&document));
    assert_eq!(blocks(&document, BlockKind::Paragraph).len(), 4);
}

#[test]
fn a_list_of_teasers_is_no_body() {
    let item = "<li><h2><a href='/t'>Cracks found in a third bridge</a></h2><time>May 2, 2021</time><p>Inspectors found cracks in a third bridge of the city on Sunday, a week after the second was closed to traffic.</p></li>";
    let document = page(&format!(
        "<div class='page'><h1>Old bridge to open within days</h1><div class='copy'>{STORY}</div><ul class='more'>{}</ul></div>",
        item.repeat(8)
    ));
    assert_eq!(blocks(&document, BlockKind::Paragraph).len() + blocks(&document, BlockKind::ListItem).len(), 4);
}

#[test]
fn lists_quotations_and_headings_keep_their_kind() {
    let document = page(&format!(
        "<article><h1>Old bridge to open within days</h1>{STORY}<h2>What was done</h2><ul><li>Two piers were cast anew from the ground up.</li><li>Every bolt was tested twice by two crews.</li></ul>
        <blockquote><p>I have never slept so well as since the day it closed.</p></blockquote>{STORY}<h2>More on this</h2></article>"
    ));
    assert_eq!(blocks(&document, BlockKind::Heading), ["What was done"]);
    assert_eq!(blocks(&document, BlockKind::ListItem).len(), 2);
    assert_eq!(blocks(&document, BlockKind::BlockQuote).len(), 1);
}

#[test]
fn metadata_come_from_damaged_json() {
    let document = page(&format!(
        "<head><script type='application/ld+json'>{{\"@context\":\"https://schema.org\",\"@graph\":[{{\"@type\":\"WebSite\",\"name\":\"Courier\"}},
        {{\"@type\":[\"NewsArticle\"],\"headline\":\"Old bridge to open\\nwithin days\",\"datePublished\":\"2021-05-03\",\"author\":[{{\"@type\":\"Person\",\"name\":\"By ROSA SAMI, Courier Staff Writer\"}},],</script></head>
        <body><article><h1>Old bridge to open within days</h1>{STORY}</article>"
    ));
    assert_eq!(document.metadata.published.as_ref().unwrap().how, "json-ld");
    assert_eq!(document.metadata.byline.len(), 1);
    assert!(document.metadata.byline[0].eq_ignore_ascii_case("Rosa Sami"));
}

#[test]
fn a_headline_that_only_metadata_have_is_written_first() {
    let document = page(&format!(
        "<head><meta property='og:title' content='Old bridge &amp; new | Courier'><meta property='og:site_name' content='Courier'></head><div>{STORY}</div>"
    ));
    assert_eq!(document.slice(document.metadata.headline.unwrap()), "Old bridge & new");
    assert_eq!(document.blocks[0].kind, BlockKind::Headline);
}

#[test]
fn references_and_soft_hyphens_are_read_as_words() {
    let document = page(&format!(
        "<article><h1>Zoë O&rsquo;Neil&nbsp;opens the br\u{ad}idge &amp; caf&eacute;</h1>{STORY}</article>"
    ));
    assert_eq!(document.slice(document.metadata.headline.unwrap()), "Zoë O’Neil opens the bridge & café");
}

/// Nesting, width, cut-off tags and broken references: whatever text there is, and no panic.
#[test]
fn hostile_pages_are_read() {
    let many =
        |piece: &str, n: usize| format!("<article><h1>Old bridge to open within days</h1>{STORY}{}", piece.repeat(n));
    let pieces = [
        "<div class='related share'>",
        "<b>",
        "<figure class=caption><img src=x>",
        "<table><tr><td>",
        "<i>x</i>",
        "</p>",
        "</span></b>",
        "&amp",
        "&#x;",
        "<",
        "<!--",
        "\0",
        "<ul><li><h3><a href=x>A linked heading here</a></h3>",
        "<script type='application/ld+json'>[[[[[[{\"@type\":\"NewsArticle\",",
    ];
    for piece in pieces {
        let (document, view) = html(&many(piece, 3000), &Hints::default());
        document.check().expect("a parsed page holds its invariants");
        assert_eq!(document.text, view.text());
        assert!(document.text.contains("Mayor Kit Orr"), "{piece}");
    }
    let whole = many("<figure><img src=x><figcaption>A boat. (AP)</figcaption></figure>", 1);
    for end in (0..whole.len()).filter(|&n| whole.is_char_boundary(n)).step_by(7) {
        page(&whole[..end]);
    }
}
