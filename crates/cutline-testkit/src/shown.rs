//! Records as snapshots show them.

use cutline_doc::{Analysis, Block, Caption, Document, Span};

use crate::{Mark, labelled};

/// Each block: kind and rule, and its words.
pub fn blocks(document: &Document) -> String {
    let mut out = String::new();
    for (n, block) in document.blocks.iter().enumerate() {
        let of = block.of.map(|of| format!(" of {of}")).unwrap_or_default();
        out.push_str(&format!(
            "{n} {}{of} ({})\n{}",
            block.kind.name(),
            block.rule,
            labelled(&document.text, block.span, &[])
        ));
    }
    out
}

/// Each caption over its parts, then what its credit says.
pub fn captions(document: &Document) -> String {
    let mut out = String::new();
    for (n, caption) in document.captions.iter().enumerate() {
        let marks = caption_marks(caption);
        out.push_str(&format!("{n}{}\n{}", caption_facts(caption), labelled(&document.text, caption.span, &marks)));
        out.push_str(&credit(caption));
    }
    out
}

fn caption_marks(caption: &Caption) -> Vec<Mark> {
    let mut marks = vec![Mark::new(caption.lead, "LEAD")];
    let shared = |n: u32| if n > 0 { format!("CONTEXT+{n}") } else { "CONTEXT".into() };
    marks.extend(caption.context.iter().map(|sentence| Mark::new(sentence.span, shared(sentence.shared))));
    marks.extend(caption.credit.iter().map(|credit| Mark::new(credit.span, "CREDIT")));
    marks.extend(caption.date.map(|span| Mark::new(span, "DATE")));
    marks.extend(caption.place.map(|span| Mark::new(span, "PLACE")));
    marks
}

fn caption_facts(caption: &Caption) -> String {
    let facts = [(caption.file_photo, " file"), (caption.truncated, " cut-off")];
    facts.into_iter().filter(|(holds, _)| *holds).map(|(_, fact)| fact).collect()
}

fn credit(caption: &Caption) -> String {
    let Some(credit) = &caption.credit else { return String::new() };
    let mut out = format!("= {:?} by {:?}", credit.raw, credit.photographer);
    let named = [("agency", &credit.agency), ("via", &credit.via)];
    for (what, name) in named.into_iter().filter_map(|(what, name)| Some((what, name.as_ref()?))) {
        out.push_str(&format!(" {what} {name:?}"));
    }
    out + if credit.pool { " pool\n" } else { "\n" }
}

/// The blocks that hold names, over their labels and entities.
pub fn mentions(analysis: &Analysis) -> String {
    let entity = |id: Option<u32>| id.map(|id| format!("{id}")).unwrap_or_default();
    marked(
        analysis,
        analysis.mentions.iter().map(|m| Mark::new(m.span, format!("{}{}", m.label.name(), entity(m.entity)))),
    )
}

/// The blocks that hold time expressions, over their values.
pub fn timexes(analysis: &Analysis) -> String {
    marked(analysis, analysis.timexes.iter().map(|timex| Mark::new(timex.span, timex.value.as_str())))
}

/// The blocks that hold quotations, over content (with number, kind and
/// speaker), cue and source.
pub fn quotes(analysis: &Analysis) -> String {
    let mut marks: Vec<Mark> = Vec::new();
    for (n, quote) in analysis.quotes.iter().enumerate() {
        let speaker = quote.speaker.and_then(|id| analysis.entities.get(id as usize));
        let speaker = speaker.map_or("?", |entity| entity.name.as_str());
        let again = quote.same_as.map(|of| format!(" = {of}")).unwrap_or_default();
        let label = format!("{n} {} {speaker}{again}", quote.kind.name());
        marks.extend(quote.content.iter().map(|&span| Mark::new(span, label.as_str())));
        marks.extend(quote.cue.iter().map(|&span| Mark::new(span, format!("{n}cue"))));
        marks.extend(quote.source.iter().map(|&span| Mark::new(span, format!("{n}source"))));
    }
    marks.extend(analysis.quoted_terms.iter().map(|&span| Mark::new(span, "TERM")));
    marked(analysis, marks.into_iter())
}

/// Each entity on a line: label, name, forms with counts, roles.
pub fn entities(analysis: &Analysis) -> String {
    let mut out = String::new();
    for entity in &analysis.entities {
        let forms: Vec<String> = entity.aliases.iter().map(|a| format!("{} {}", a.text, a.count)).collect();
        let roles: Vec<&str> = entity.roles.iter().map(|role| role.text.as_str()).collect();
        let country = entity.country.as_ref().map(|country| format!(" in {country}")).unwrap_or_default();
        let roles = if roles.is_empty() { String::new() } else { format!(" as {}", roles.join(", ")) };
        out.push_str(&format!(
            "{} {} {} [{}]{roles}{country}\n",
            entity.id,
            entity.label.name(),
            entity.name,
            forms.join(", ")
        ));
    }
    out
}

/// The blocks that hold a mark, over the marks.
fn marked(analysis: &Analysis, marks: impl Iterator<Item = Mark>) -> String {
    let mut marks: Vec<Mark> = marks.collect();
    marks.sort_by_key(|mark| mark.span.start);
    let text = &analysis.document.text;
    let mut out = String::new();
    for Block { span, .. } in &analysis.document.blocks {
        let here = &marks[within(&marks, *span)];
        if !here.is_empty() {
            out.push_str(&labelled(text, *span, here));
        }
    }
    out
}

/// The marks that start in `span`; `marks` are sorted.
fn within(marks: &[Mark], span: Span) -> std::ops::Range<usize> {
    let first = marks.partition_point(|mark| mark.span.start < span.start);
    first..marks.partition_point(|mark| mark.span.start < span.end)
}
