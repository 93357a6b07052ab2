//! What every file of the report has: head, policy, navigation, style, script.

use std::fmt::Write;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use super::book::Book;

/// A part of a file that is shown by itself.
pub(super) struct View {
    /// What links name: 'overview', 'd12', 'e3'.
    pub id: String,
    /// What the window is called.
    pub title: String,
    /// What is shown.
    pub body: Markup,
}

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// A whole file. The first view is there at once, the others wait in data blocks.
pub(super) fn html(book: &Book<'_>, views: &[View]) -> String {
    let title = book.site.title;
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="generator" content=(concat!("cutline ", env!("CARGO_PKG_VERSION")));
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#main" { "Skip to the content" }
                (head(book, title))
                main #main tabindex="-1" {
                    @if let Some(first) = views.first() {
                        div #view data-view=(first.id) data-title=(first.title) { (first.body) }
                    }
                    noscript { p.note { "Everything but this first page needs the script inside this file." } }
                }
                template #tools { (super::document::tools()) }
                p #say .quiet-say role="status" {}
                @for view in views.iter().skip(1) {
                    script type="text/html" id={ "x-" (view.id) } data-title=(view.title) { (in_block(&view.body)) }
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    harmless(page.into_string())
}

/// The body of a data block. Our own templates write no script, and `<` of
/// documents is escaped, so that nothing in it ends the block early.
fn in_block(body: &Markup) -> PreEscaped<&str> {
    debug_assert!(!body.0.contains("<script") && !body.0.contains("</script") && !body.0.contains("<!--"));
    PreEscaped(&body.0)
}

fn head(book: &Book<'_>, title: &str) -> Markup {
    let corpus = book.corpus();
    let captions = corpus.captions.len();
    let views = [
        ("overview", "Overview", None),
        ("documents", "Documents", Some(corpus.documents.len())),
        ("people", "Names", Some(corpus.entities.len())),
        (
            "quotes",
            "Quotes",
            Some(corpus.documents.iter().map(|d| d.quotes.iter().filter(|q| q.same_as.is_none()).count()).sum()),
        ),
        ("timeline", "Timeline", None),
        ("captions", "Captions", Some(captions)),
        ("stories", "Stories", Some(corpus.stories.len())),
    ];
    html! {
        header.top {
            a.brand href=(book.view("overview")) { (title) }
            nav aria-label="Parts of the report" {
                @for (id, name, count) in views {
                    a href=(book.view(id)) data-nav=(id) {
                        (name) @if let Some(count) = count { " " small { (crate::view::number(count)) } }
                    }
                }
            }
            form.search role="search" {
                label.away for="q" { "Search" }
                input #q type="search" placeholder=(hint(book)) autocomplete="off" spellcheck="false"
                    aria-keyshortcuts="/" title="Several words: all of them. “In quotation marks”: as they stand. Key: /";
            }
            button #theme type="button" title="Light or dark" aria-label="Light or dark" { "◐" }
        }
    }
}

fn hint(book: &Book<'_>) -> &'static str {
    if book.is_folder() { "Search this part" } else { "Search everything" }
}

/// Only this script and this style; nothing else from anywhere.
fn policy() -> String {
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'",
        base64(&Sha256::digest(STYLE)),
        base64(&Sha256::digest(SCRIPT)),
    )
}

/// RFC 4648.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for piece in bytes.chunks(3) {
        let bits = piece.iter().fold(0_u32, |bits, &byte| bits << 8 | u32::from(byte)) << (8 * (3 - piece.len()));
        for place in 0..4 {
            let digit = char::from(DIGITS[(bits >> (18 - 6 * place)) as usize & 63]);
            out.push(if place <= piece.len() { digit } else { '=' });
        }
    }
    out
}

/// The page with control characters as pictures (U+2400) and marks that turn
/// the reading order as `⟨U+202E⟩`; line ends and tabs stay.
fn harmless(page: String) -> String {
    let is_unsafe = |c: char| crate::layout::is_unsafe(c) && !matches!(c, '\n' | '\t');
    if !page.contains(is_unsafe) {
        return page;
    }
    let mut shown = String::with_capacity(page.len());
    let mut chars = page.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\t' => shown.push(c),
            '\0'..='\x1f' => shown.extend(char::from_u32(0x2400 + c as u32)),
            '\x7f' => shown.push('␡'),
            c if is_unsafe(c) => _ = write!(shown, "⟨U+{:04X}⟩", c as u32),
            c => shown.push(c),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{base64, harmless};

    #[test]
    fn base64_as_in_the_rfc() {
        assert_eq!(
            ["", "f", "fo", "foo", "foob"].map(|s| base64(s.as_bytes())),
            ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg=="]
        );
    }

    #[test]
    fn what_could_steer_is_shown() {
        assert_eq!(harmless("a\0b\u{1b}[2J\u{202e}c\r\nd\re\u{85}".into()), "a␀b␛[2J⟨U+202E⟩c\nd␍e⟨U+0085⟩");
    }
}
