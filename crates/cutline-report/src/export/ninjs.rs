//! IPTC's News in JSON (ninjs) 3.1.

use cutline_doc::{Analysis, BlockKind, Caption, Label, Metadata, Published};
use serde_json::{Value, json};

use super::json::{Object, address, iri};
use crate::caption_id;
use crate::record::one_line;

const SCHEMA: &str = "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json";

pub(super) fn item(analysis: &Analysis) -> Value {
    let document = &analysis.document;
    let metadata = &document.metadata;
    let text = &document.text;
    let uri = iri(&analysis.id, metadata.url.as_deref().or(analysis.origin.url.as_deref()));
    let headline = metadata.headline.map(|span| one_line(&text[span]));
    Object::default()
        .with("uri", uri)
        .with("type", "text")
        .with("representationType", "full")
        .with("standard", json!({ "name": "ninjs", "version": "3.1", "schema": SCHEMA }))
        .with("language", Some(metadata.language.as_str()).filter(|language| *language != "und"))
        .with("title", headline.clone())
        .with("headlines", headlines(analysis, headline))
        .with("bodies", bodies(analysis))
        .with("by", metadata.byline.join(", "))
        .with("located", metadata.dateline.as_ref().map(|dateline| one_line(&dateline.place)))
        .with("contentCreated", metadata.published.as_ref().map(moment))
        .with("versionCreated", metadata.modified.as_ref().map(moment))
        .with("edNote", metadata.published.as_ref().and_then(note))
        .with("infoSources", sources(metadata))
        .with("people", named(analysis, |label| label == Label::Person))
        .with("organisations", named(analysis, |label| label == Label::Org))
        .with("places", named(analysis, Label::is_place))
        .with("events", named(analysis, |label| label == Label::Event))
        .with("objects", named(analysis, |label| matches!(label, Label::Product | Label::WorkOfArt | Label::Law)))
        .with("associations", associations(analysis))
        .with("altIds", vec![json!({ "role": "cutline", "value": analysis.id })])
        .done()
}

fn headlines(analysis: &Analysis, main: Option<String>) -> Vec<Value> {
    let document = &analysis.document;
    let below = document.blocks.iter().filter(|block| block.kind == BlockKind::Subheadline);
    let below = below.map(|block| json!({ "role": "subheadline", "value": one_line(document.slice(block.span)) }));
    main.map(|value| json!({ "role": "main", "value": value })).into_iter().chain(below).collect()
}

/// The article's running text, a blank line between blocks.
fn bodies(analysis: &Analysis) -> Vec<Value> {
    let document = &analysis.document;
    let blocks = document.blocks.iter().filter(|block| block.kind.is_body() || block.kind == BlockKind::Table);
    let pieces: Vec<&str> = blocks.map(|block| document.slice(block.span)).collect();
    if pieces.is_empty() {
        return Vec::new();
    }
    let value = pieces.join("\n\n");
    vec![json!({
        "role": "main",
        "contentType": "text/plain",
        "charCount": value.chars().count(),
        "wordCount": value.split_whitespace().count(),
        "value": value,
    })]
}

/// RFC 3339, as the standard wants it. Where the time of day or its zone is not
/// known, midnight and UTC stand in for them, and [`note`] says so.
fn moment(published: &Published) -> String {
    let value = published.value.as_str();
    let Some((day, time)) = value.split_once('T') else { return format!("{}T00:00:00Z", published.day) };
    let at = time.find(['Z', '+', '-']).unwrap_or(time.len());
    let (clock, zone) = time.split_at(at);
    let seconds = if clock.matches(':').count() < 2 { ":00" } else { "" };
    let zone = if zone.is_empty() { "Z" } else { zone };
    format!("{day}T{clock}{seconds}{zone}")
}

/// What a full date-time would overstate.
fn note(published: &Published) -> Option<String> {
    let time = published.value.split_once('T').map(|(_, time)| time);
    let unknown = match time {
        None => Some("the time of day is not known"),
        Some(time) if !time.contains(['Z', '+', '-']) => Some("the time zone is not known"),
        Some(_) => None,
    };
    let inferred = published.inferred.then(|| format!("the date was inferred ({})", published.how));
    let said: Vec<String> = unknown.map(str::to_owned).into_iter().chain(inferred).collect();
    (!said.is_empty()).then(|| format!("published {}: {}", published.value, said.join("; ")))
}

fn sources(metadata: &Metadata) -> Vec<Value> {
    let dateline = metadata.dateline.as_ref().and_then(|dateline| dateline.agency.as_ref());
    let agency = metadata.agency.as_ref().or(dateline).map(|name| json!({ "name": name, "role": "originalsource" }));
    let site = metadata.site.as_ref().map(|name| json!({ "name": name, "role": "distributor" }));
    agency.into_iter().chain(site).collect()
}

fn named(analysis: &Analysis, wanted: impl Fn(Label) -> bool) -> Vec<Value> {
    let entities = analysis.entities.iter().filter(|entity| wanted(entity.label));
    entities.map(|entity| json!({ "name": entity.name, "rel": "mentions", "literal": entity.name })).collect()
}

fn associations(analysis: &Analysis) -> Vec<Value> {
    analysis.document.captions.iter().enumerate().map(|(n, caption)| picture(analysis, n, caption)).collect()
}

/// A picture: its caption as a description with the role `caption`, its credit
/// as one with the role `creditline`, its photographers as `by`.
fn picture(analysis: &Analysis, n: usize, caption: &Caption) -> Value {
    let text = &analysis.document.text;
    let id = caption_id(&analysis.id, n);
    let said = json!({ "role": "caption", "contentType": "text/plain", "value": one_line(&caption.said(text)) });
    let credit = caption.credit.as_ref();
    let line = credit.map(|credit| json!({ "role": "creditline", "value": one_line(&credit.raw) }));
    let image = caption.image.as_deref().and_then(address);
    Object::default()
        .with("name", format!("picture {}", n + 1))
        .with("rel", "illustrates")
        .with("uri", format!("urn:x-cutline:{}", super::json::percent(&id)))
        .with("type", "picture")
        .with("descriptions", [said].into_iter().chain(line).collect::<Vec<_>>())
        .with("by", credit.map(|credit| credit.photographer.join(", ")))
        .with("copyrightHolder", credit.and_then(|credit| credit.agency.clone()))
        .with("located", caption.place.map(|span| one_line(&text[span])))
        .with("infoSources", via(caption))
        .with("renditions", image.map_or(Vec::new(), |href| vec![json!({ "name": "main", "href": href })]))
        .done()
}

fn via(caption: &Caption) -> Vec<Value> {
    let via = caption.credit.as_ref().and_then(|credit| credit.via.as_ref());
    via.map(|name| json!({ "name": name, "role": "distributor" })).into_iter().collect()
}
