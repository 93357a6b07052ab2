//! Pieces to blocks: what each is, seen with its neighbours.

use std::hash::{Hash as _, Hasher as _};

use cutline_doc::{Block, BlockKind, Caption, Dateline, Document, Metadata, Sentence, Warning};
use cutline_text::Span;
use rustc_hash::{FxHashMap, FxHasher};

use crate::caption::{self, Taken};
use crate::context::{self, Kind};
use crate::head::{self, Head};
use crate::item::{self, Item};
use crate::layout;
use crate::{Hints, dateline, extent, language, published, repeat};

/// Reads a news text as a scraper left it.
pub(crate) fn read(text: String, hints: &Hints) -> Document {
    let (pieces, layout) = layout::pieces(&text);
    let items: Vec<Item> = pieces.into_iter().map(|piece| item::read(&text, piece)).collect();
    let body = extent::body(&text, &items);
    let head = body.map_or_else(Head::default, |(from, to)| head::read(&text, &items, from, to));
    let body = body.map(|(from, to)| (from, head.signed(&text, &items, to)));
    let repeats = repeat::find(&text, &items, head.headline);
    let kinds = context::kinds(&text, &items, &head, body, &repeats, layout);
    let (mut blocks, places) = blocks(&items, &kinds);
    name_repeats(&mut blocks, &places, &repeats);
    let captions = captions(&text, &items, &kinds, &mut blocks, &places);
    let language = language::detect(&text, &items);
    let metadata = metadata(&text, &items, &head, &blocks, hints, language);
    let warnings = not_english(language).into_iter().collect();
    Document { text, metadata, blocks, captions, warnings }
}

/// The warning that a text is not in English.
pub(crate) fn not_english(language: &str) -> Option<Warning> {
    let message =
        format!("the text is in '{language}': blocks, captions and numeric dates were read, names and quotes were not");
    (!matches!(language, "en" | "und")).then(|| Warning::new("not-english", message))
}

/// Blocks of one or more items each, and the block of each item.
fn blocks(items: &[Item], kinds: &[Kind]) -> (Vec<Block>, Vec<usize>) {
    let mut blocks: Vec<Block> = Vec::with_capacity(items.len());
    let mut places = Vec::with_capacity(items.len());
    for (item, kind) in items.iter().zip(kinds) {
        match blocks.last_mut() {
            Some(block) if kind.joined => block.span = block.span.cover(item.piece.span),
            _ => blocks.push(Block::new(item.piece.span, kind.kind, kind.rule)),
        }
        places.push(blocks.len() - 1);
    }
    (blocks, places)
}

/// Sets `of`, and turns a repeat of nothing into what it is without the other.
fn name_repeats(blocks: &mut [Block], places: &[usize], repeats: &[Option<usize>]) {
    for (n, &place) in places.iter().enumerate() {
        if blocks[place].kind != BlockKind::Repeat || blocks[place].of.is_some() {
            continue;
        }
        match repeats[n].map(|of| places[of]).filter(|&of| of != place) {
            Some(of) => blocks[place].of = Some(of),
            None => blocks[place].kind = BlockKind::Interface,
        }
    }
}

/// The captions of all caption blocks.
fn captions(text: &str, items: &[Item], kinds: &[Kind], blocks: &mut [Block], places: &[usize]) -> Vec<Caption> {
    let mut found: Vec<Caption> = Vec::new();
    let mut n = 0;
    while n < items.len() {
        let to = (n + 1..items.len()).find(|&m| places[m] != places[n]).unwrap_or(items.len());
        if blocks[places[n]].kind == BlockKind::Caption {
            let taken = take(text, &items[n..to], &kinds[n..to]);
            found.push(record(taken, blocks[places[n]].span, places[n]));
        }
        n = to;
    }
    count_shared(text, &mut found);
    found
}

/// Takes the items of a caption block apart: one of words, others of credit.
fn take(text: &str, items: &[Item], kinds: &[Kind]) -> Taken {
    let mut taken = Taken::default();
    for (item, kind) in items.iter().zip(kinds).filter(|(_, kind)| !kind.copy) {
        match kind.credit {
            Some(credit) if taken.credit.is_none() => {
                taken.credit = Some(caption::read_credit(text, credit.shift(item.line().start)));
            }
            Some(_) => {}
            None => {
                let credit = taken.credit.take();
                taken = caption::take(text, item.line());
                taken.credit = taken.credit.or(credit);
            }
        }
    }
    taken
}

fn record(taken: Taken, span: Span, block: usize) -> Caption {
    let empty = Span { start: span.start, end: span.start };
    let lead = if taken.text.is_empty() { empty } else { taken.lead };
    Caption {
        span,
        block,
        text: taken.text,
        lead,
        context: taken.context.into_iter().map(|span| Sentence { span, shared: 0 }).collect(),
        file_photo: taken.file_photo,
        truncated: taken.truncated,
        credit: taken.credit,
        date: taken.date,
        place: taken.place,
        image: None,
    }
}

/// Counts for each context sentence the other captions that hold it.
pub(crate) fn count_shared(text: &str, captions: &mut [Caption]) {
    let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
    let key = |span: Span| {
        let mut hasher = FxHasher::default();
        caption::single_spaced(&text[span]).hash(&mut hasher);
        hasher.finish()
    };
    for caption in captions.iter() {
        let mut keys: Vec<u64> = caption.context.iter().map(|s| key(s.span)).collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            *counts.entry(key).or_insert(0) += 1;
        }
    }
    for sentence in captions.iter_mut().flat_map(|caption| &mut caption.context) {
        sentence.shared = counts.get(&key(sentence.span)).copied().unwrap_or(1) - 1;
    }
}

fn metadata(text: &str, items: &[Item], head: &Head, blocks: &[Block], hints: &Hints, language: &str) -> Metadata {
    let stamps = stamp_lines(text, items, head);
    let dates = published::read(text, &stamps, blocks, hints);
    let dateline = first_dateline(text, blocks);
    let byline = head.byline.as_ref().map(|(_, byline)| byline.clone()).unwrap_or_default();
    let wire = dateline.as_ref().and_then(|(_, agency)| agency.clone());
    Metadata {
        headline: head.headline.map(|n| title(text, items[n].line(), n)),
        published: dates.published,
        modified: dates.modified,
        agency: wire.or(byline.agency),
        byline: byline.names,
        dateline: dateline.and_then(|(found, _)| found),
        section: head.section.map(|n| text[items[n].line()].to_owned()),
        language: language.to_owned(),
        ..Metadata::default()
    }
}

/// The headline without the site's name that a page's title has behind it.
fn title(text: &str, span: Span, n: usize) -> Span {
    if n > 0 {
        return span;
    }
    let line = &text[span];
    let cut = [" | ", " - ", " – ", " — ", " » "].iter().filter_map(|mark| line.rfind(mark)).max();
    match cut.filter(|&at| line[..at].split_whitespace().count() >= 4 && line[at..].split_whitespace().count() <= 6) {
        Some(at) => Span { start: span.start, end: span.start + at as u32 }.trim(text),
        None => span,
    }
}

/// Lines that may tell the day: those of the head, else those at the very top
/// and at the end of the body.
fn stamp_lines(text: &str, items: &[Item], head: &Head) -> Vec<Span> {
    let mut lines: Vec<usize> = head.stamps.clone();
    let undated = |lines: &[usize]| !lines.iter().any(|&n| !crate::stamp::stamps(&text[items[n].line()]).is_empty());
    if undated(&lines) {
        let near = head.headline.unwrap_or(0).saturating_sub(8)..head.body.min(items.len());
        let holds = |n: &usize| {
            items[*n].words <= 16 && !items[*n].is_prose() && crate::stamp::stamps(&text[items[*n].line()]).len() == 1
        };
        let dated = |n: &usize| holds(n) && !matches!(items[*n].mark, item::Mark::Caption(_) | item::Mark::Credit(_));
        lines.extend(near.filter(dated));
    }
    if undated(&lines) {
        lines.extend(
            items
                .iter()
                .enumerate()
                .skip(head.body)
                .filter(|(_, item)| item.mark == item::Mark::Stamp)
                .map(|(n, _)| n)
                .take(1),
        );
    }
    lines.sort_unstable();
    lines.into_iter().map(|n| items[n].line()).collect()
}

/// The dateline of one of the first paragraphs, and the agency it names.
#[allow(clippy::type_complexity)]
pub(crate) fn first_dateline(text: &str, blocks: &[Block]) -> Option<(Option<Dateline>, Option<String>)> {
    let paragraphs = blocks.iter().filter(|block| block.kind == BlockKind::Paragraph).take(3);
    let (block, found) = paragraphs.filter_map(|block| Some((block, dateline::read(&text[block.span])?))).next()?;
    let words = |span: Span| caption::single_spaced(&text[span.shift(block.span.start)]).into_owned();
    let agency = found.agency.map(words);
    let dateline = found.place.map(|place| Dateline {
        place: words(place),
        agency: agency.clone(),
        span: found.span.shift(block.span.start),
    });
    Some((dateline, agency))
}
