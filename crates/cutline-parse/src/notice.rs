//! What pages say for themselves: menus, buttons, consent and newsletter
//! boxes, headings of related links.

use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use rustc_hash::FxHashSet;

use crate::furniture::starts;
use crate::heads::Heads;
use crate::words::bare;

/// What a line of furniture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Notice {
    /// A button, a menu entry, a share link, a consent box.
    Interface,
    /// A heading of links to other articles.
    Related,
    /// A heading, or a link, that stands within a line: 'Related: …'.
    RelatedLine,
    /// The end of the page: copyright, terms.
    Footer,
    /// A note on the article itself.
    Correction,
    /// A heading of a gallery.
    Gallery,
}

/// What the phrases in `line` say of it: it claims rights, or asks for consent.
/// They are only looked for in a `suspect` line, which holds a word of theirs
/// (`lexicon::NOTICE`).
pub(crate) fn phrase(line: &str, suspect: bool) -> Option<Notice> {
    let dated = memchr::memchr(0xa9, line.as_bytes()).is_some() && is_dated_copyright(line);
    if dated || starts(line, "copyright 20") {
        return Some(Notice::Footer);
    }
    if !suspect {
        return None;
    }
    let found = phrases().find(line)?;
    Some(if found.pattern().as_usize() < LEGAL { Notice::Footer } else { Notice::Interface })
}

/// '© 2021 …', '© Copyright …'.
fn is_dated_copyright(line: &str) -> bool {
    let year = |rest: &str| {
        let rest = rest.trim_start();
        rest.starts_with("20") || rest.starts_with("19") || starts(rest, "copyright")
    };
    line.find('©').is_some_and(|at| year(&line[at + '©'.len_utf8()..])) || starts(line, "copyright ©")
}

/// What `line` is, if it is furniture.
pub(crate) fn read(line: &str, words: usize) -> Option<Notice> {
    if !line.bytes().any(|b| b.is_ascii_alphabetic() || b >= 0x80) {
        return Some(Notice::Interface);
    }
    if line.ends_with(':') && heading(line, words) == Some(Notice::Related) {
        return Some(Notice::Related);
    }
    if is_exact(line) {
        return Some(Notice::Interface);
    }
    if CORRECTION_HEADS.start_of(line).is_some() {
        return Some(Notice::Correction);
    }
    let first = line.as_bytes()[0];
    if words <= 14 && (first.is_ascii_alphabetic() || !first.is_ascii()) {
        if let Some(found) = heading(line, words) {
            return Some(found);
        }
        if BUTTON_HEADS.start_of(line).is_some() {
            return Some(Notice::Interface);
        }
    }
    if line.starts_with('©') && words <= 12 {
        return Some(Notice::Footer);
    }
    None
}

/// 'Photos: Scenes of the harvest', 'In pictures'.
pub(crate) fn is_gallery(line: &str, words: usize) -> bool {
    let credited = || {
        line.split_once(':').is_some_and(|(_, rest)| {
            crate::credit::is_chain(rest.trim()) || words <= 4 && crate::credited::is_name(rest.trim())
        })
    };
    words <= 16
        && GALLERY_HEADS.start_of(line).is_some()
        && heading(line, words) == Some(Notice::Gallery)
        && !credited()
}

fn heading(line: &str, words: usize) -> Option<Notice> {
    let gallery = GALLERY_HEADS.start_of(line);
    if let Some(head) = gallery
        && (line.len() == head.len() || line[head.len()..].starts_with([':', ' ', '–', '—']) && words <= 14)
        && !crate::wrap::ends_sentence(line.trim_end_matches(':'))
        && (line[head.len()..].starts_with(':') || line.len() == head.len())
    {
        return Some(Notice::Gallery);
    }
    let head = RELATED_HEADS.start_of(line)?;
    let rest = &line[head.len()..];
    let whole = rest.is_empty() || rest.starts_with(|c: char| !c.is_alphanumeric());
    if !whole {
        return None;
    }
    if rest.starts_with([':', '|']) && rest.len() > 2 {
        return Some(Notice::RelatedLine);
    }
    let ends = rest.ends_with('.') && !rest.ends_with("...");
    (words <= 8 && !ends).then_some(Notice::Related)
}

/// No entry of [`EXACT`] is longer.
const LONGEST: usize = 40;

/// Whether `line` is an entry of [`EXACT`], case and marks at its ends aside.
fn is_exact(line: &str) -> bool {
    static SET: OnceLock<FxHashSet<&'static [u8]>> = OnceLock::new();
    if line.len() > LONGEST {
        return false;
    }
    let mut folded = [0; LONGEST];
    let mut len = 0;
    let mut rest = bare(line).as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        let quote = rest.strip_prefix("’".as_bytes());
        folded[len] = if quote.is_some() { b'\'' } else { byte.to_ascii_lowercase() };
        len += 1;
        rest = quote.unwrap_or(tail);
    }
    SET.get_or_init(|| EXACT.iter().map(|line| line.as_bytes()).collect()).contains(&folded[..len])
}

fn phrases() -> &'static AhoCorasick {
    static PHRASES_FOUND: OnceLock<AhoCorasick> = OnceLock::new();
    PHRASES_FOUND.get_or_init(|| {
        AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(PHRASES)
            .expect("the phrases make a small automaton")
    })
}

static CORRECTION_HEADS: Heads<{ CORRECTIONS.len() }> = Heads::of(CORRECTIONS);
static RELATED_HEADS: Heads<{ RELATED.len() }> = Heads::of(RELATED);
static GALLERY_HEADS: Heads<{ GALLERIES.len() }> = Heads::of(GALLERIES);
static BUTTON_HEADS: Heads<{ BUTTONS.len() }> = Heads::of(BUTTONS);

const CORRECTIONS: &[&str] = &[
    "correction:",
    "corrections:",
    "clarification:",
    "editor's note:",
    "editor’s note:",
    "editors' note:",
    "this story has been corrected",
    "this story has been updated",
    "this article has been corrected",
    "this article has been updated",
    "this article was amended",
    "this article was updated",
    "this story was updated",
    "an earlier version of this",
    "a previous version of this",
    "this version corrects",
    "this story corrects",
    "update:",
    "correction (",
];

/// Headings that open a list of links.
const RELATED: &[&str] = &[
    "most read",
    "most popular",
    "most viewed",
    "most shared",
    "most watched",
    "most commented",
    "popular articles",
    "popular stories",
    "popular now",
    "popular on",
    "popular in",
    "related articles",
    "related article",
    "related stories",
    "related story",
    "related content",
    "related coverage",
    "related links",
    "related news",
    "related topics",
    "related tags",
    "related videos",
    "related posts",
    "related reading",
    "related",
    "more from",
    "more in",
    "more on this",
    "more on",
    "more stories",
    "more news",
    "more coverage",
    "more headlines",
    "more like this",
    "more like",
    "more information",
    "more",
    "read more",
    "read next",
    "read also",
    "also read",
    "up next",
    "next up",
    "next article",
    "next story",
    "see also",
    "see more",
    "watch more",
    "recommended",
    "you may also",
    "you might also",
    "you may like",
    "you might like",
    "don't miss",
    "don’t miss",
    "must read",
    "must reads",
    "top stories",
    "top headlines",
    "top news",
    "latest news",
    "latest stories",
    "latest headlines",
    "latest videos",
    "latest",
    "the latest",
    "trending",
    "trending now",
    "trending stories",
    "editor's picks",
    "editor’s picks",
    "editors' picks",
    "editors’ picks",
    "our picks",
    "top picks",
    "explore further",
    "explore more",
    "people are also reading",
    "people also read",
    "readers also",
    "what to read next",
    "in case you missed",
    "sponsored content",
    "sponsored links",
    "promoted stories",
    "promoted content",
    "promoted",
    "paid content",
    "from around the web",
    "around the web",
    "from the web",
    "elsewhere on",
    "elsewhere",
    "topics",
    "tags",
    "tagged",
    "filed under",
    "tags:",
    "keywords",
    "comments",
    "join the conversation",
    "leave a comment",
    "user comments",
    "about the author",
    "about the authors",
    "other stories",
    "other news",
    "stories you may",
    "suggested",
    "similar articles",
    "similar stories",
    "you also may",
    "what's next",
    "what’s next",
    "what others are reading",
    "editor's choice",
    "this week's",
    "in other news",
    "on our radar",
    "further reading",
    "read the latest",
    "just in",
    "upcoming events",
    "in pictures",
    "story continues",
    "read this next",
    "read:",
    "watch:",
    "listen:",
    "opinion:",
    "explainer:",
];

/// Headings that open a gallery.
const GALLERIES: &[&str] = &[
    "photos",
    "photo gallery",
    "gallery",
    "in pictures",
    "in photos",
    "pictures",
    "picture gallery",
    "images",
    "slideshow",
    "photo essay",
    "image gallery",
];

/// How lines of buttons and share links begin.
const BUTTONS: &[&str] = &[
    "share this",
    "share on",
    "share via",
    "share to",
    "share with",
    "share article",
    "share story",
    "share all",
    "share close",
    "share options",
    "click to share",
    "click to print",
    "click to email",
    "click here",
    "click for",
    "click on",
    "tap here",
    "skip to",
    "jump to",
    "jump directly",
    "go to home",
    "sign up",
    "sign in",
    "signup",
    "log in",
    "login",
    "log out",
    "logout",
    "subscribe",
    "register",
    "follow us",
    "follow me on",
    "follow @",
    "follow the",
    "find us on",
    "like us on",
    "join us on",
    "connect with",
    "print this",
    "email this",
    "e-mail this",
    "save this",
    "copy link",
    "copy this",
    "copy to",
    "back to",
    "return to",
    "continue reading",
    "keep reading",
    "view comments",
    "view all",
    "view more",
    "show more",
    "show comments",
    "load more",
    "see all",
    "see comments",
    "post a comment",
    "add a comment",
    "get the",
    "get our",
    "get breaking",
    "download our",
    "download the",
    "watch live",
    "watch tv",
    "listen live",
    "play video",
    "toggle",
    "open in",
    "opens in",
    "close share",
    "close this",
    "expand",
    "collapse",
    "search query",
    "enter your",
    "your email",
    "your name",
    "your message",
    "email address",
    "zip code",
    "advertisement",
    "ad ",
    "scroll",
    "article continues",
    "story continues",
    "content continues",
    "supported by",
    "sponsored by",
    "presented by",
    "powered by",
    "profile picture",
    "avatar",
    "image copyright @",
    "request reprint",
    "reprints",
    "buy photo",
    "support us",
    "donate",
    "become a",
    "give feedback",
    "send feedback",
    "feedback",
    "submit",
    "manage",
    "update your preferences",
    "choose a membership",
    "download",
    "no comments",
    "0 comments",
    "be the first",
    "report a typo",
    "report this",
    "report an error",
    "contact us",
    "write to us",
    "tip us",
    "got a tip",
    "send us",
    "listen to this",
    "listen to article",
    "read about our",
    "welcome to",
    "access to this",
    "current edition",
    "switch to",
    "select your",
    "choose your",
    "change your",
    "menu ",
    "facebook twitter",
    "these are external links",
    "about sharing",
    "blog comments",
    "more options",
    "hide ",
    "show ",
    "view image",
    "view gallery",
    "open image",
    "tweet this",
    "tweet ",
    "pin it",
    "whatsapp ",
    "this article originally appeared",
    "this story originally appeared",
    "this article first appeared",
    "follow newsbeat",
    "read full",
    "read the full",
    "full story",
    "watch the video",
    "watch video",
];

const EXACT: &[&str] = &[
    "share",
    "tweet",
    "email",
    "e-mail",
    "print",
    "save",
    "facebook",
    "twitter",
    "linkedin",
    "reddit",
    "pinterest",
    "whatsapp",
    "instagram",
    "youtube",
    "tumblr",
    "flipboard",
    "pocket",
    "telegram",
    "messenger",
    "sms",
    "x",
    "close",
    "menu",
    "search",
    "home",
    "homepage",
    "sections",
    "advertisement",
    "advertising",
    "ad",
    "subscribe",
    "sign in",
    "sign up",
    "log in",
    "login",
    "register",
    "more",
    "less",
    "next",
    "previous",
    "prev",
    "play",
    "pause",
    "mute",
    "video",
    "audio",
    "image",
    "caption",
    "comments",
    "comment",
    "view comments",
    "reply",
    "report",
    "loading",
    "copy link",
    "link copied",
    "url copied",
    "back to top",
    "top",
    "read more",
    "show more",
    "see more",
    "view all",
    "ok",
    "accept",
    "i accept",
    "accept all",
    "reject",
    "decline",
    "cancel",
    "submit",
    "send",
    "yes",
    "no",
    "options",
    "settings",
    "notifications",
    "newsletter",
    "newsletters",
    "follow",
    "following",
    "follow us",
    "share this",
    "share this story",
    "share this article",
    "skip to content",
    "skip to main content",
    "skip navigation",
    "live",
    "watch",
    "listen",
    "photos",
    "photo",
    "gallery",
    "back to gallery",
    "hide caption",
    "toggle caption",
    "enlarge",
    "enlarge this image",
    "expand",
    "collapse",
    "continue",
    "continue reading",
    "continue reading below",
    "story continues below",
    "story continues below advertisement",
    "article continues below",
    "continue reading the main story",
    "currently reading",
    "next story",
    "previous story",
    "next article",
    "profile picture",
    "privacy policy",
    "terms of use",
    "terms of service",
    "cookie policy",
    "contact",
    "contact us",
    "about",
    "about us",
    "help",
    "faq",
    "careers",
    "jobs",
    "sitemap",
    "site map",
    "rss",
    "donate",
    "support us",
    "give feedback",
    "learn more",
    "find out more",
    "click here",
    "tap to unmute",
    "listen to article",
    "text size",
    "font size",
    "breaking",
    "breaking news",
    "exclusive",
    "sponsored",
    "promoted",
    "opinion",
    "get started",
    "create account",
    "my account",
    "sign out",
    "account",
    "e-edition",
    "epaper",
    "e-paper",
    "today's paper",
    "weather",
    "key points",
    "in this article",
    "what to know",
    "on this page",
    "table of contents",
    "summary",
    "highlights",
    "warning",
    "survey",
    "shares",
    "share via",
    "share on facebook",
    "share on twitter",
    "google+",
    "copy",
    "embed",
    "buy now",
    "shop now",
    "read full story",
    "full article",
    "transcript",
    "related tags",
    "you can now listen to fox news articles",
    "speed",
    "mins read",
    "min read",
    "bookmark",
    "gift article",
    "gift this article",
    "remove ads",
    "ads",
];

/// So many of the phrases, the first, claim rights.
const LEGAL: usize = 5;

/// What boxes about consent, newsletters and rights say.
const PHRASES: &[&str] = &[
    "all rights reserved",
    "rights reserved.",
    "this material may not be published",
    "may not be reproduced",
    "no part may be reproduced",
    "we use cookies",
    "uses cookies",
    "use of cookies",
    "cookie policy",
    "cookies policy",
    "cookie settings",
    "privacy policy",
    "privacy notice",
    "terms of service",
    "terms of use",
    "terms and conditions",
    "subject to copyright",
    "sign up for our",
    "sign up for free",
    "sign up to our",
    "sign up for the",
    "subscribe to our",
    "subscribe to the",
    "our newsletter",
    "our newsletters",
    "delivered to your inbox",
    "in your inbox",
    "to your inbox",
    "unsubscribe at any time",
    "you can unsubscribe",
    "by signing up",
    "by subscribing",
    "your email address",
    "personalised ads",
    "personalized ads",
    "targeted ads",
    "affiliate commission",
    "affiliate links",
    "commission from",
    "profile picture",
    "opens in new window",
    "opens in a new",
    "enable javascript",
    "javascript is disabled",
    "ad blocker",
    "ad blocking",
    "your browser",
    "create an account",
    "already a subscriber",
    "unlimited access",
    "subscribe now",
    "subscriber-only",
    "get breaking news alerts",
    "breaking news alerts",
    "alerts and special reports",
    "follow us on",
    "follow him on twitter",
    "follow her on twitter",
    "follow them on twitter",
    "on facebook, twitter",
    "download our app",
    "community guidelines",
    "as you comment",
    "comments are subject",
    "please be respectful",
    "letters to the editor",
    "not responsible for the content",
    "external sites",
    "quotes delayed",
    "market data provided",
    "real-time quotes",
    "reprints and permissions",
    "editorial guidelines",
    "submit correction",
    "opinions expressed by",
    "views expressed",
    "the opinions expressed in this",
    "gift subscription",
    "skip to main",
    "click here to",
    "by clicking here",
    "clicking here",
    "thank you for reading",
    "support independent journalism",
    "become a member",
    "make a contribution",
    "help us improve",
    "taking this survey",
    "journalists strive",
    "complaints policy",
    "read about our approach",
    "news tip?",
    "your feedback will go",
    "personalise your experience",
    "personalize your experience",
    "this document is subject",
    "is supported by its audience",
    "we promise. you can",
    "never share your details",
    "turn on notifications",
    "continue reading for free",
    "free trial",
    "digital subscription",
    "to read the full story",
    "print subscribers",
    "provided by the publisher",
    "registered office",
    "join the discussion",
    "join the conversation",
    "we'd love to hear",
    "we’d like to hear",
    "we want to hear from you",
    "email us at",
    "contact the author",
    "contact the reporter",
    "listen to newsbeat",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(line: &str) -> Option<Notice> {
        read(line, line.split_whitespace().count()).or_else(|| phrase(line, true))
    }

    #[test]
    fn every_phrase_holds_a_word_that_makes_a_line_suspect() {
        use crate::lexicon::{self, class};
        for phrase in PHRASES {
            let mut words = phrase.split(' ').map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
            assert!(words.any(|word| class(word) & lexicon::NOTICE != 0), "{phrase}");
        }
    }

    #[test]
    fn furniture_is_known() {
        assert_eq!(kind("Close"), Some(Notice::Interface));
        assert_eq!(kind("Lodz Courier's Profile Picture"), Some(Notice::Interface));
        assert_eq!(kind("People are also reading…"), Some(Notice::Related));
        assert_eq!(kind("Photos: Scenes of the harvest"), Some(Notice::Gallery));
        assert_eq!(kind("© 2021 Lodz Courier"), Some(Notice::Footer));
        assert_eq!(kind("More people came than the hall could hold."), None);
        assert_eq!(kind("Rain fell on the town."), None);
        assert_eq!(kind("READ MORE: Mine closes"), Some(Notice::RelatedLine));
    }
}
