//! A document block by block, with the rule or score that decided, as the
//! record has it.

use cutline_doc::{Analysis, Block, BlockKind, Caption, Published, Quote, Span};

use super::count;
use crate::record::one_line;
use crate::{Column, OffsetUnit, Offsets, Page, Style, Table, Text};

/// All that was found in one document, and why.
pub fn page(analysis: &Analysis, unit: OffsetUnit) -> Page {
    let document = &analysis.document;
    let offsets = Offsets::new(&document.text, unit);
    let mut page = Page::default();
    let found = [
        count(document.blocks.len(), "block"),
        count(document.captions.len(), "caption"),
        count(analysis.mentions.len(), "mention"),
        count(analysis.timexes.len(), "date"),
        count(analysis.quotes.len(), "quote"),
    ];
    page.heading(2, analysis.id.as_str(), found.join(" · "));
    page.table(metadata(analysis, &offsets));
    let mut explain = Explain { analysis, offsets: &offsets, items: items(analysis), table: blocks_table() };
    explain.items.sort_by_key(|item| (item.span.start, std::cmp::Reverse(item.span.end)));
    page.heading(1, "Blocks", format!("places count {}s", unit.name()));
    page.table(explain.table());
    if !document.warnings.is_empty() {
        page.heading(1, "Warnings", "");
        let mut table = Table::new([Column::keep(""), Column::wrap("", 30)]);
        for warning in &document.warnings {
            let at = warning.span.map(|span| format!(" [{}]", place(&offsets, span))).unwrap_or_default();
            table.row([warning.code.as_ref().into(), format!("{}{at}", warning.message).into()]);
        }
        page.table(table);
    }
    page
}

fn place(offsets: &Offsets<'_>, span: Span) -> String {
    let (start, end) = offsets.span(span);
    format!("{start}–{end}")
}

fn metadata(analysis: &Analysis, offsets: &Offsets<'_>) -> Table {
    let metadata = &analysis.document.metadata;
    let origin = &analysis.origin;
    let mut table = Table::new([Column::keep(""), Column::wrap("", 30)]);
    let mut fact = |name: &str, value: Text| {
        if !value.runs.is_empty() {
            table.row([Text::faint(name), value]);
        }
    };
    fact(
        "source",
        format!("{} · {} bytes of {} · {}", origin.path, origin.bytes, origin.format.name(), origin.encoding).into(),
    );
    fact("headline", metadata.headline.map(|s| one_line(analysis.document.slice(s))).unwrap_or_default().into());
    for (name, published) in [("published", &metadata.published), ("modified", &metadata.modified)] {
        fact(name, published.as_ref().map(|date| dated(analysis, date, offsets)).unwrap_or_default());
    }
    fact("byline", metadata.byline.join(", ").into());
    fact("agency", metadata.agency.clone().unwrap_or_default().into());
    let dateline = metadata.dateline.as_ref();
    fact("dateline", dateline.map(|d| one_line(analysis.document.slice(d.span))).unwrap_or_default().into());
    fact("section", metadata.section.clone().unwrap_or_default().into());
    fact("site", metadata.site.clone().unwrap_or_default().into());
    fact("language", metadata.language.as_str().into());
    table
}

fn dated(analysis: &Analysis, date: &Published, offsets: &Offsets<'_>) -> Text {
    let how = if date.inferred { format!(" (inferred: {})", date.how) } else { format!(" ({})", date.how) };
    let style = if date.inferred { Style::Doubt } else { Style::Faint };
    let text = Text::from(date.value.as_str()).and(style, how);
    match date.span {
        Some(span) => {
            let words = one_line(analysis.document.slice(span));
            text.and(Style::Faint, format!(" from {} “{words}”", place(offsets, span)))
        }
        None => text,
    }
}

fn blocks_table() -> Table {
    Table::new([Column::keep("place"), Column::keep("what"), Column::cut("rule", 10), Column::cut("words", 30)])
}

/// Something found, with the words for it.
struct Item {
    span: Span,
    what: String,
    rule: String,
    note: String,
}

fn items(analysis: &Analysis) -> Vec<Item> {
    let document = &analysis.document;
    let mut items: Vec<Item> = document.captions.iter().flat_map(caption_items).collect();
    items.extend(analysis.mentions.iter().map(|mention| {
        let entity = mention.entity.and_then(|id| analysis.entities.get(id as usize));
        Item {
            span: mention.span,
            what: mention.label.name().into(),
            rule: format!("{} {:.2}", mention.rule, mention.score),
            note: entity.map(|entity| format!("→ {}", entity.name)).unwrap_or_default(),
        }
    }));
    items.extend(analysis.timexes.iter().map(|timex| {
        let anchor = timex.anchor.as_ref().map(|a| format!(" by {} {}", a.from, a.day)).unwrap_or_default();
        let note = format!("→ {}{anchor}", timex.value);
        Item { span: timex.span, what: timex.kind.name().into(), rule: timex.rule.to_string(), note }
    }));
    items.extend(analysis.quotes.iter().filter_map(|quote| quote_item(analysis, quote)));
    items.extend(analysis.quoted_terms.iter().map(|&span| Item {
        span,
        what: "quoted term".into(),
        rule: String::new(),
        note: String::new(),
    }));
    items
}

fn quote_item(analysis: &Analysis, quote: &Quote) -> Option<Item> {
    let speaker = quote.speaker.and_then(|id| analysis.entities.get(id as usize));
    let speaker = speaker.map_or("unknown", |entity| entity.name.as_str());
    let cue: Vec<&str> = quote.cue.iter().map(|&span| analysis.document.slice(span)).collect();
    Some(Item {
        span: *quote.content.first()?,
        what: format!("{} quote", quote.kind.name()),
        rule: format!("{} {:.2}", quote.rule, quote.score),
        note: format!("→ {speaker} ({}) {}", quote.speaker_via.name(), one_line(&cue.join(" "))).trim_end().into(),
    })
}

fn caption_items(caption: &Caption) -> Vec<Item> {
    let item = |span: Span, what: &str, note: String| Item { span, what: what.into(), rule: String::new(), note };
    let mut items = vec![item(caption.lead, "lead", String::new())];
    for sentence in &caption.context {
        let note = if sentence.shared > 0 {
            format!("→ in {} too", count(sentence.shared as usize, "other caption"))
        } else {
            String::new()
        };
        items.push(item(sentence.span, "context", note));
    }
    items.extend(caption.place.map(|span| item(span, "place", String::new())));
    if let Some(credit) = &caption.credit {
        let mut parts = vec![credit.photographer.join(", ")];
        parts.extend(credit.agency.iter().map(|agency| format!("agency {agency}")));
        parts.extend(credit.via.iter().map(|via| format!("via {via}")));
        parts.extend(credit.pool.then(|| "pool".into()));
        parts.retain(|part| !part.is_empty());
        items.push(item(credit.span, "credit", format!("→ {}", parts.join(", "))));
    }
    items
}

struct Explain<'a> {
    analysis: &'a Analysis,
    offsets: &'a Offsets<'a>,
    items: Vec<Item>,
    table: Table,
}

impl Explain<'_> {
    fn table(mut self) -> Table {
        let mut at = 0;
        for (n, block) in self.analysis.document.blocks.iter().enumerate() {
            self.block(n, block);
            while let Some(item) = self.items.get(at).filter(|item| item.span.start < block.span.end) {
                let row = self.item(item);
                self.table.rows.push(row);
                at += 1;
            }
        }
        self.table
    }

    fn block(&mut self, n: usize, block: &Block) {
        let words = self.words(block.span);
        let kind = match (block.kind, block.of) {
            (BlockKind::Repeat, Some(of)) => format!("{n} repeat of {of}"),
            (kind, _) => format!("{n} {}", kind.name()),
        };
        let row = [
            place(self.offsets, block.span).into(),
            Text::strong(kind),
            block.rule.as_ref().into(),
            words.as_str().into(),
        ];
        self.table.rows.push(row.into());
    }

    fn item(&self, item: &Item) -> Vec<Text> {
        let note = if item.note.is_empty() { String::new() } else { format!("{} ", item.note) };
        let words = if item.what.ends_with("quote") || item.what == "context" || item.what == "lead" {
            note + &self.words(item.span)
        } else {
            format!("{} {note}", self.words(item.span))
        };
        vec![
            Text::faint(format!("  {}", place(self.offsets, item.span))),
            format!("  {}", item.what).into(),
            Text::faint(item.rule.as_str()),
            words.trim().into(),
        ]
    }

    /// Enough of the words to know them by.
    fn words(&self, span: Span) -> String {
        let text = self.analysis.document.slice(span);
        let end = text.char_indices().nth(200).map_or(text.len(), |(at, _)| at);
        one_line(&text[..end])
    }
}
