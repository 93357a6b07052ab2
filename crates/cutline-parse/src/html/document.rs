//! From a page to a document.

use cutline_doc::{Block, BlockKind, Caption, Document, Metadata, Sentence, Span, Warning};
use cutline_text::AlignedText;

use super::atoms::{Attr, Tag};
use super::page::{Headline, Item, Nodes, Page, first_attr};
use super::pictures::Picture;
use super::roles::Roles;
use super::tree::{Id, Kind, Tree};
use super::writer::{Writer, plain};
use super::{authors, dates, meta};
use crate::agency::is_agency;
use crate::document::{count_shared, first_dateline, not_english};
use crate::{Hints, caption, credit, item, language, layout};

/// Reads a page: its article as a document, and the view that maps the
/// document's text back to the page's bytes.
///
/// The document's text holds what belongs to the article: headline, byline,
/// captions, paragraphs, and what stands between them. Menus, teasers, comments
/// and consent boxes around it are left out.
pub fn html(source: &str, hints: &Hints) -> (Document, AlignedText) {
    let tree = Tree::read(source);
    let roles = Roles::new(&tree, source);
    let page = Page::read(&roles);
    let mut out = Output { roles: &roles, writer: Writer::new(source), blocks: Vec::new(), pictures: Vec::new() };
    out.headline(page.headline.as_ref());
    for item in &page.items {
        out.item(item);
    }
    let Output { writer, blocks, pictures, .. } = out;
    let view = writer.finish();
    let mut document = Document { text: view.text().to_owned(), blocks, ..Document::default() };
    document.captions = pictures.iter().map(|written| written.caption(&document)).collect();
    count_shared(&document.text, &mut document.captions);
    document.metadata = metadata(&page, &document, hints);
    document.warnings.extend(not_english(&document.metadata.language));
    document.warnings.extend(written_twice(&document.text));
    if tree.cut {
        document.warnings.push(Warning::new("page-cut", "the page has too many elements; its end was not read"));
    }
    (document, view)
}

/// A warning about references that the page encodes a second time: '&amp;rsquo;'.
fn written_twice(text: &str) -> Option<Warning> {
    let (mut from, mut count, mut first) = (0, 0, None);
    while let Some(found) = memchr::memchr(b'&', &text.as_bytes()[from..]) {
        let at = from + found;
        from = at + 1;
        let name =
            text[from..].bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').take(12).count();
        let whole = text[at..].get(..name + 2).filter(|whole| name > 1 && whole.ends_with(';'));
        let meant = whole.map(plain).filter(|meant| Some(meant.as_str()) != whole);
        if let (Some(whole), Some(meant)) = (whole, meant) {
            first.get_or_insert((Span::new(at, at + whole.len()), meant));
            count += 1;
        }
    }
    let (span, meant) = first?;
    let message = format!("references are encoded twice: {count}; '{}' was most likely '{meant}'", &text[span]);
    Some(Warning { span: Some(span), ..Warning::new("encoded-twice", message) })
}

fn metadata(page: &Page<'_, '_>, document: &Document, hints: &Hints) -> Metadata {
    let roles = page.roles;
    let article = page.article.as_ref();
    let first = |names: &[&'static str]| meta::meta(roles.tree, names).into_iter().next().map(|c| c.value);
    let (dateline, wire) = first_dateline(&document.text, &document.blocks).unwrap_or_default();
    let byline = authors::authors(page);
    Metadata {
        headline: document.blocks.iter().find(|b| b.kind == BlockKind::Headline).map(|b| b.span),
        published: dates::published(page, hints),
        modified: dates::modified(page, hints),
        agency: wire.or_else(|| byline.iter().find(|name| is_agency(name)).cloned()),
        byline,
        dateline,
        section: article.and_then(|a| a.section.clone()).or_else(|| first(&["article:section"])),
        site: page.site.clone().or_else(|| article?.site.clone()),
        url: meta::canonical(roles.tree).or_else(|| first(&["og:url"])).or_else(|| hints.url.clone()),
        language: language(page, document),
    }
}

/// The language of the words; where they do not tell, the one that the page states.
fn language(page: &Page<'_, '_>, document: &Document) -> String {
    let body = document.blocks.iter().find(|block| block.kind.is_body()).map_or(0, |block| block.span.start as usize);
    let sample = &document.text[body..];
    let sample = &sample[..layout::floor(sample, 4000)];
    let items: Vec<_> = layout::pieces(sample).0.into_iter().map(|piece| item::read(sample, piece)).collect();
    let told = language::detect(sample, &items);
    let stated = first_attr(page.roles, Tag::Html, Attr::Lang);
    let stated = stated.or_else(|| page.article.as_ref()?.language.as_deref()).filter(|_| told == "und");
    let code = stated.map(|code| code.split(['-', '_']).next().unwrap_or("").trim().to_lowercase());
    code.filter(|code| code.len() == 2).unwrap_or_else(|| told.to_owned())
}

/// A picture's words as they were written.
struct Written {
    block: usize,
    whole: Span,
    said: Span,
    credit: Option<Span>,
    image: Option<String>,
}

impl Written {
    fn caption(&self, document: &Document) -> Caption {
        let text = &document.text;
        let mut taken = caption::take(text, self.said);
        let labelled = self.credit.map(|span| {
            let inner = credit::whole(&text[span]).map_or(span, |found| found.inner.shift(span.start));
            caption::read_credit(text, inner)
        });
        if taken.credit.is_none() && labelled.is_none() {
            self.bracketed(text, &mut taken);
        }
        Caption {
            span: self.whole,
            block: self.block,
            text: taken.text,
            lead: taken.lead,
            context: taken.context.into_iter().map(|span| Sentence { span, shared: 0 }).collect(),
            file_photo: taken.file_photo,
            truncated: taken.truncated,
            credit: labelled.or(taken.credit),
            date: taken.date,
            place: taken.place,
            image: self.image.clone(),
        }
    }

    /// In a labelled caption, a short bracket behind the last sentence is its credit, whoever it names.
    fn bracketed(&self, text: &str, taken: &mut caption::Taken) {
        let words = &text[self.said];
        let Some(open) = words.strip_suffix([']', ')']).and_then(|inner| inner.rfind(['[', '('])) else { return };
        let inner = Span::new(open + 1, words.len() - 1);
        let before = words[..open].trim_end();
        let credit = before.len() > 20 && inner.len() < 60 && words[inner].starts_with(char::is_uppercase);
        if credit && (words.ends_with(']') || crate::wrap::ends_sentence(before)) {
            let said = Span::new(0, before.len()).shift(self.said.start);
            let inner = inner.shift(self.said.start);
            *taken = caption::take(text, said);
            taken.credit = Some(caption::read_credit(text, inner));
        }
    }
}

struct Output<'r, 'p> {
    roles: &'r Roles<'p>,
    writer: Writer<'p>,
    blocks: Vec<Block>,
    pictures: Vec<Written>,
}

impl Output<'_, '_> {
    fn headline(&mut self, headline: Option<&Headline>) {
        let start = self.writer.at();
        match headline {
            Some(Headline::At(id)) => self.nodes(*id + 1, self.roles.tree.nodes[*id as usize].end),
            Some(Headline::Stated(candidate)) => self.writer.stated(&candidate.value),
            None => return,
        }
        self.close(start, BlockKind::Headline, "heading");
    }

    fn item(&mut self, item: &Item) {
        if item.kind == BlockKind::Headline {
            return; // It stands first.
        }
        let start = self.writer.at();
        match &item.nodes {
            Nodes::Run(from, to) => self.nodes(*from, *to),
            Nodes::Picture(picture) => return self.picture(item, picture),
        }
        self.close(start, item.kind, item.rule);
    }

    fn picture(&mut self, item: &Item, picture: &Picture) {
        let start = self.writer.at();
        self.each(&picture.caption);
        let said = self.span(start);
        self.writer.gap();
        let before = self.writer.at();
        self.each(&picture.credit);
        let credit = Some(self.span(before)).filter(|span| !span.is_empty());
        let (block, whole) = (self.blocks.len(), self.span(start));
        self.close(start, item.kind, item.rule);
        if self.blocks.len() > block {
            self.pictures.push(Written { block, whole, said, credit, image: picture.image.clone() });
        }
    }

    fn span(&self, start: usize) -> Span {
        Span::new(start, self.writer.at()).trim(self.writer.text())
    }

    fn each(&mut self, nodes: &[Id]) {
        let mut last = None;
        for &n in nodes {
            let parent = self.roles.tree.nodes[n as usize].parent;
            if last.is_some_and(|last| last != parent && self.roles.parts(last, parent)) {
                self.writer.gap();
            }
            last = Some(parent);
            self.nodes(n, n + 1);
        }
    }

    fn nodes(&mut self, from: Id, to: Id) {
        for n in from..to {
            match self.roles.tree.nodes[n as usize].kind {
                Kind::Text(span) if self.roles.is_shown(n) => self.writer.raw(span),
                Kind::Element { tag, .. } if tag == Tag::Br || !tag.is_inline() => self.writer.gap(),
                _ => {}
            }
        }
    }

    fn close(&mut self, start: usize, kind: BlockKind, rule: &'static str) {
        let span = self.span(start);
        if !span.is_empty() {
            self.blocks.push(Block::new(span, kind, rule));
        }
        self.writer.paragraph();
    }
}
