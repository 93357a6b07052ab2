//! Pages that are cut off or hostile: whatever text there is, and no panic.

use cutline_parse::{Hints, html};
use cutline_text::{Span, tokens};
use proptest::prelude::*;

const PAGE: &str = "<!doctype html><html lang='en'><head><title>Old bridge – Courier</title><meta property='og:title' content='Old bridge'>
    <script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Old bridge\",\"author\":[{\"name\":\"Zoë Orr\"}],\"datePublished\":\"2021-05-03\"}</script></head>
    <body><article><h1>Old bridge to open &mdash; within days</h1><p class='byline'>By Zoë Orr</p><figure><img src='b.jpg' alt='“A bridge”'><figcaption>A boat passes the bridge. (AP Photo/Kit Orr)</figcaption></figure>
    <p>Mayor Kit Orr said on Monday that the old bridge over the river is safe &amp; will open to traffic within days, 🌧 or not.</p><ul><li>Two piers were cast anew.</ul>
    <blockquote>“We tested every bolt,” she said.</blockquote><table><tr><td>One<td>Two</table></article><!-- end --></body></html>";

/// Reads a page and holds it to what must hold of every page.
fn read(page: &str) {
    let (document, view) = html(page, &Hints::default());
    document.check().expect("a parsed page holds its invariants");
    assert_eq!(document.text, view.text());
    for token in tokens(&document.text, Span::of(&document.text)) {
        let home = view.to_source(token.span).0;
        assert!(page.get(home.range()).is_some(), "{home:?} splits a character of the page");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_page_cut_off_anywhere(at in 0..PAGE.len(), other in 0..PAGE.len()) {
        let [from, to] = if at < other { [at, other] } else { [other, at] };
        let floor = |n: usize| (0..=n).rev().find(|&n| PAGE.is_char_boundary(n)).unwrap_or(0);
        read(&PAGE[..floor(to)]);
        read(&PAGE[floor(from)..]);
        read(&PAGE[floor(from)..floor(to)]);
    }

    #[test]
    fn a_page_whose_bytes_changed(at in 0..PAGE.len(), with in any::<u8>(), count in 1..40_usize) {
        let mut bytes = PAGE.as_bytes().to_vec();
        bytes.iter_mut().skip(at).take(count).for_each(|byte| *byte = with);
        read(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_mark_up(pieces in proptest::collection::vec(prop_oneof![
        Just("<p>"), Just("</p>"), Just("<div class='caption'>"), Just("</div>"), Just("<figure>"), Just("<img src=x alt='A boat'>"), Just("<figcaption>"),
        Just("Rain fell on the old town for the third day in a row, the mayor said."), Just("<li>"), Just("<a href=x>"), Just("</a>"), Just("<time>3. Mai 2021"),
        Just("<span class='author'>Von Zoë Orr"), Just("&amp"), Just("&#x1F327;"), Just("<table><tr><td>"), Just("</table>"), Just("<h1>"), Just("</h1>"), Just("“é”"),
    ], 0..60)) {
        read(&pieces.concat());
    }
}

/// What nests or repeats without end costs no more than its length.
#[test]
fn pages_of_great_depth_and_width() {
    let with = |piece: &str, count: usize| format!("{PAGE}{}", piece.repeat(count));
    let pages = [
        with("<div>", 100_000),
        with("<b>", 50_000),
        with("<table><tr><td>", 20_000),
        with("<p>x</p>", 100_000),
        with("\0", 10_000),
        with("<td colspan=9007199254740991 rowspan=9007199254740991>x", 100),
        format!("{PAGE}<p class='{}'>x", "a ".repeat(500_000)),
        format!("<script type='application/ld+json'>{}</script>{PAGE}", "[".repeat(200_000)),
    ];
    for page in pages {
        let (document, _) = html(&page, &Hints::default());
        document.check().expect("a parsed page holds its invariants");
        assert!(document.text.contains("Mayor Kit Orr said"), "{:.60}", page);
    }
}
