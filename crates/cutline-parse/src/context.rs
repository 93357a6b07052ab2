//! What each piece is, seen with its neighbours.

use cutline_doc::BlockKind;
use cutline_text::Span;

use crate::agency::is_agency;
use crate::extent;
use crate::head::Head;
use crate::item::{Item, Mark};
use crate::layout::Layout;
use crate::notice::Notice;
use crate::words::{bare, words};
use crate::{lexicon, style};

/// What a piece is, why, and whether it goes on with the block before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kind {
    pub(crate) kind: BlockKind,
    pub(crate) rule: &'static str,
    pub(crate) joined: bool,
    /// Where in the piece the credit stands, if the piece is a credit.
    pub(crate) credit: Option<Span>,
    /// Whether it is a second copy of the caption it is joined with.
    pub(crate) copy: bool,
}

impl Kind {
    pub(crate) fn new(kind: BlockKind, rule: &'static str) -> Kind {
        Kind { kind, rule, joined: false, credit: None, copy: false }
    }
}

/// Decides for all pieces.
pub(crate) fn kinds(
    text: &str,
    items: &[Item],
    head: &Head,
    body: Option<(usize, usize)>,
    repeats: &[Option<usize>],
    layout: Layout,
) -> Vec<Kind> {
    let reader = Reader { text, items, head, body, layout, plain: is_plain(items) };
    let mut kinds: Vec<Kind> = Vec::with_capacity(items.len());
    let mut links = false;
    for n in 0..items.len() {
        links &= head.headline != Some(n) && (head.body != n || body.is_none());
        let mut kind = reader.kind(n, &mut links);
        let furniture =
            matches!(kind.kind, BlockKind::Interface | BlockKind::RelatedLinks) && repeats[n] != head.headline;
        if repeats[n].is_some() && !furniture {
            let twice = n > 0
                && repeats[n] == Some(n - 1)
                && kinds[n - 1].kind == BlockKind::Caption
                && items[n].piece.gap == 0;
            kind = match twice {
                true => Kind { joined: true, copy: true, ..Kind::new(BlockKind::Caption, "printed-twice") },
                false => Kind::new(BlockKind::Repeat, "same-text"),
            };
        }
        kinds.push(kind);
    }
    for &n in &head.stamps {
        if kinds[n].kind != BlockKind::Byline {
            kinds[n] = Kind::new(BlockKind::Timestamp, "date-line");
        }
    }
    reader.name_head(&mut kinds);
    reader.pair_credits(&mut kinds);
    reader.join_posts(&mut kinds);
    kinds
}

/// The pieces of a document and what is known of it as a whole.
pub(crate) struct Reader<'d> {
    pub(crate) text: &'d str,
    pub(crate) items: &'d [Item],
    pub(crate) head: &'d Head,
    pub(crate) body: Option<(usize, usize)>,
    pub(crate) layout: Layout,
    /// Whether next to nothing of a page's furniture came with the article.
    pub(crate) plain: bool,
}

/// Whether no more than one piece in twenty is furniture, so that short lines
/// among the paragraphs are the article's own.
fn is_plain(items: &[Item]) -> bool {
    let furniture = |item: &&Item| {
        matches!(item.mark, Mark::Notice(Notice::Interface | Notice::Related | Notice::RelatedLine | Notice::Footer))
    };
    items.iter().filter(furniture).count() * 20 <= items.len()
}

impl Reader<'_> {
    pub(crate) fn line(&self, n: usize) -> &str {
        &self.text[self.items[n].line()]
    }

    pub(crate) fn inside(&self, n: usize) -> bool {
        self.body.is_some_and(|(_, to)| (self.head.body..=to).contains(&n))
    }

    /// `links` says whether a heading of related links was passed and the
    /// article has not gone on since.
    fn kind(&self, n: usize, links: &mut bool) -> Kind {
        let item = &self.items[n];
        match &item.mark {
            Mark::Caption(_) if self.is_signed(n) => Kind::new(BlockKind::Paragraph, "agency-sign-off"),
            Mark::Caption(rule) if !self.is_reported(n) => Kind::new(BlockKind::Caption, rule),
            Mark::Credit(found) => Kind { credit: Some(found.inner), ..Kind::new(BlockKind::Credit, "credit-line") },
            Mark::Stamp => Kind::new(BlockKind::Timestamp, "date-line"),
            Mark::Post => Kind::new(BlockKind::SocialPost, "post-author"),
            Mark::Byline(_) => {
                Kind::new(if self.inside(n) { BlockKind::Paragraph } else { BlockKind::Interface }, "by-line-elsewhere")
            }
            Mark::Notice(notice) => self.notice(n, *notice, links),
            Mark::Prose | Mark::Caption(_) => self.prose(n, links),
            Mark::None => self.short(n, *links),
        }
    }

    /// A paragraph that ends in a credit to its reporters is no caption.
    fn is_reported(&self, n: usize) -> bool {
        self.items[n].words > 40 && self.inside(n) && memchr::memmem::find(self.line(n).as_bytes(), b" said.").is_some()
    }

    /// The last paragraph, with the agency's name behind it: '… on Nov 29. – Bernama'.
    fn is_signed(&self, n: usize) -> bool {
        let Some(last) = self.body.map(|(_, to)| to).filter(|&to| n == to || n == to + 1) else { return false };
        let line = self.line(n);
        let follows = self.items[last.min(n)].is_prose() && self.items[n].piece.gap == self.items[last].piece.gap;
        let ends = self.items[n + 1..].iter().all(|item| !item.is_prose() && !matches!(item.mark, Mark::Caption(_)));
        follows
            && ends
            && n > self.head.body
            && signature(line).is_some_and(|words| style::score(words) < style::LIKELY)
    }

    fn notice(&self, n: usize, notice: Notice, links: &mut bool) -> Kind {
        match notice {
            Notice::Interface => Kind::new(BlockKind::Interface, "furniture"),
            Notice::Footer => Kind::new(BlockKind::Interface, "copyright-line"),
            Notice::Correction => Kind::new(BlockKind::Correction, "correction-words"),
            Notice::Gallery => Kind::new(BlockKind::GalleryHeading, "gallery-words"),
            Notice::RelatedLine => Kind::new(BlockKind::RelatedLinks, "related-words"),
            Notice::Related => {
                *links = true;
                if self.inside(n) || n > self.head.body {
                    Kind::new(BlockKind::RelatedLinks, "related-words")
                } else {
                    Kind::new(BlockKind::Interface, "menu")
                }
            }
        }
    }

    fn prose(&self, n: usize, links: &mut bool) -> Kind {
        let item = &self.items[n];
        if *links && self.inside(n) && self.goes_on(n) {
            *links = false;
        }
        if let Some(rule) = self.caption_rule(n) {
            return Kind::new(BlockKind::Caption, rule);
        }
        if self.inside(n) && self.is_sign_off(n) {
            return Kind::new(BlockKind::AuthorBio, "reporting-credits");
        }
        if self.inside(n) && !*links {
            return if item.piece.bullet { Kind::new(BlockKind::ListItem, "bullet") } else { self.paragraph(n) };
        }
        if self.head.subheadlines.contains(&n) {
            return Kind::new(BlockKind::Subheadline, "below-headline");
        }
        if self.is_bio(n) {
            return Kind::new(BlockKind::AuthorBio, "author-words");
        }
        if *links || n > self.head.body {
            return Kind::new(BlockKind::RelatedLinks, "teaser");
        }
        Kind::new(BlockKind::Interface, "above-article")
    }

    fn paragraph(&self, n: usize) -> Kind {
        let edge = self.body.is_some_and(|(_, to)| n + 2 > to || n <= self.head.body + 1);
        if edge && self.is_bio(n) {
            return Kind::new(BlockKind::AuthorBio, "author-words");
        }
        Kind::new(BlockKind::Paragraph, "running-text")
    }

    /// Whether the article goes on at `n`, behind related links.
    fn goes_on(&self, n: usize) -> bool {
        let last = self.body.map_or(n, |(_, to)| to);
        n == last && self.items[n].words >= 12 || extent::resume(self.items, n, last.min(n + 12)) == Some(n)
    }

    /// Why running text is a caption after all.
    fn caption_rule(&self, n: usize) -> Option<&'static str> {
        let item = &self.items[n];
        if item.words > 75 || item.words < 5 {
            return None;
        }
        let next = self.items.get(n + 1);
        let apart = item.piece.gap > 0 && next.is_some_and(|next| next.piece.gap == 0);
        let body = self.inside(n) || self.body.is_none();
        let line = self.line(n);
        let above = self.head.headline.is_some_and(|h| n > h) && n < self.head.body;
        if !(body || above) {
            return None;
        }
        let score = style::score(line);
        if self.layout == Layout::Some && apart && body && n > self.head.body && score >= style::LIKELY {
            return Some("blank-before");
        }
        let enough = if above && !self.head.subheadlines.contains(&n) { style::LIKELY + 1 } else { style::SURE };
        (score >= enough).then_some("caption-style")
    }

    fn short(&self, n: usize, links: bool) -> Kind {
        let item = &self.items[n];
        if n > self.head.body && self.is_sign_off(n) {
            return Kind::new(BlockKind::AuthorBio, "reporting-credits");
        }
        if item.words >= 9 && !item.piece.bullet && self.near_article(n) && self.is_among_captions(n) {
            return Kind::new(BlockKind::Caption, "among-captions");
        }
        if self.body.is_none() && self.items.len() <= 2 && item.words >= 5 {
            return Kind::new(BlockKind::Paragraph, "all-there-is");
        }
        if !self.inside(n) {
            let link = n > self.head.body && item.words >= 4;
            return match link {
                true => Kind::new(BlockKind::RelatedLinks, "link"),
                false => Kind::new(BlockKind::Interface, "menu"),
            };
        }
        if links {
            return Kind::new(BlockKind::RelatedLinks, "below-related");
        }
        if item.words >= 6 && style::score(self.line(n)) >= style::SURE {
            return Kind::new(BlockKind::Caption, "caption-style");
        }
        let named = item.words >= 6
            && self.layout == Layout::Blank
            && crate::credit::at_end(self.line(n)).is_some_and(|found| found.outer.start > 20);
        if named {
            return Kind::new(BlockKind::Caption, "name-behind-sentence");
        }
        if item.piece.bullet {
            return Kind::new(BlockKind::ListItem, "bullet");
        }
        let next = self.items[n + 1..].iter().find(|next| !next.is_interface());
        let leads = next.is_some_and(|next| next.is_prose() || matches!(next.mark, Mark::Caption(_)));
        let alone = self.layout != Layout::Blank
            || item.piece.gap > 0 && self.items.get(n + 1).is_none_or(|next| next.piece.gap > 0);
        let shouted = item.words >= 8 && !self.line(n).chars().any(char::is_lowercase);
        if leads && alone && item.words <= 18 && !shouted {
            return Kind::new(BlockKind::Heading, "short-line");
        }
        if self.plain {
            return Kind::new(BlockKind::ListItem, "among-paragraphs");
        }
        if item.words >= 4 {
            return Kind::new(BlockKind::RelatedLinks, "link");
        }
        Kind::new(BlockKind::Interface, "stray-line")
    }

    /// Whether the next line of words is a caption.
    fn is_among_captions(&self, n: usize) -> bool {
        let next = self.items[n + 1..].iter().take(4).find(|next| !next.is_interface());
        next.is_some_and(|next| matches!(next.mark, Mark::Caption(_)))
    }

    /// '(Reporting by Ana Bela; editing by Kit Orr)'.
    fn is_sign_off(&self, n: usize) -> bool {
        let line = self.line(n).trim_start_matches(['(', '[', '—', '-', ' ']);
        ["reporting by", "additional reporting by", "writing by", "editing by", "compiled by", "with reporting by"]
            .iter()
            .any(|head| crate::furniture::starts(line, head))
    }

    /// 'Ana Bela is a reporter …': a line about who wrote the article.
    fn is_bio(&self, n: usize) -> bool {
        let line = self.line(n);
        let first_person =
            ["I am a", "I'm a", "I’m a", "I cover ", "I write "].iter().any(|head| line.starts_with(head));
        let says = || line.contains(" is a") || line.contains(" covers ") || line.contains(" reports on");
        if !first_person && !says() {
            return false;
        }
        let named = self
            .head
            .byline
            .as_ref()
            .is_some_and(|(_, byline)| byline.names.iter().any(|name| crate::furniture::starts(line, name)));
        let job = words(line).take(30).any(|word| {
            let bare = bare(word);
            lexicon::class(bare) & lexicon::JOB != 0 || bare == "covers"
        });
        let last = line.len() < 300 && self.body.is_none_or(|(_, to)| n + 1 >= to);
        job && (first_person || named || last && starts_with_name(line))
    }

    fn name_head(&self, kinds: &mut [Kind]) {
        if let Some(n) = self.head.headline {
            kinds[n] = Kind::new(BlockKind::Headline, "title-line");
        }
        if let Some(n) = self.head.section {
            kinds[n] = Kind::new(BlockKind::Section, "above-headline");
        }
        if let Some((n, _)) = &self.head.byline {
            kinds[*n] = Kind::new(BlockKind::Byline, "by-line");
        }
    }
}

/// The words before an agency's name that stands alone behind them.
fn signature(line: &str) -> Option<&str> {
    let line = line.trim_end();
    let (words, name) = match line.strip_suffix(')') {
        Some(open) => open.rsplit_once('(')?,
        None => line.rsplit_once(" – ").or_else(|| line.rsplit_once(" — ")).or_else(|| line.rsplit_once(" - "))?,
    };
    let agencies = name.split('/').all(|name| is_agency(name.trim()));
    let told = words.trim_end().ends_with(['.', '”', '"']);
    (agencies && told).then_some(words.trim_end())
}

fn starts_with_name(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let upper = |word: Option<&str>| word.is_some_and(|w| w.starts_with(char::is_uppercase));
    upper(words.next()) && upper(words.next())
}
