//! schema.org's `NewsArticle`, with an `ImageObject` for every caption.

use cutline_doc::{Analysis, BlockKind, Caption, Entity, Label};
use serde_json::{Value, json};

use super::json::{Object, address, iri};
use crate::record::one_line;

pub(super) fn article(analysis: &Analysis) -> Value {
    let document = &analysis.document;
    let metadata = &document.metadata;
    let url = metadata.url.as_deref().or(analysis.origin.url.as_deref());
    let dateline = metadata.dateline.as_ref().map(|dateline| one_line(document.slice(dateline.span)));
    let body = body(analysis);
    Object::default()
        .with("@context", "https://schema.org")
        .with("@type", "NewsArticle")
        .with("@id", iri(&analysis.id, url))
        .with("identifier", analysis.id.as_str())
        .with("url", url.and_then(address))
        .with("headline", metadata.headline.map(|span| one_line(document.slice(span))))
        .with("datePublished", metadata.published.as_ref().map(|published| published.value.as_str()))
        .with("dateModified", metadata.modified.as_ref().map(|modified| modified.value.as_str()))
        .with("author", metadata.byline.iter().map(|name| author(name, analysis)).collect::<Vec<_>>())
        .with("sourceOrganization", metadata.agency.as_ref().map(|name| organization(name)))
        .with("publisher", metadata.site.as_ref().map(|name| organization(name)))
        .with("articleSection", metadata.section.as_deref())
        .with("dateline", dateline)
        .with("inLanguage", Some(metadata.language.as_str()).filter(|language| *language != "und"))
        .with("wordCount", body.split_whitespace().count())
        .with("articleBody", body)
        .with("mentions", analysis.entities.iter().filter_map(thing).collect::<Vec<_>>())
        .with("image", document.captions.iter().map(|caption| image(analysis, caption)).collect::<Vec<_>>())
        .done()
}

fn body(analysis: &Analysis) -> String {
    let document = &analysis.document;
    let blocks = document.blocks.iter().filter(|block| block.kind.is_body() || block.kind == BlockKind::Table);
    blocks.map(|block| document.slice(block.span)).collect::<Vec<_>>().join("\n\n")
}

/// A person, unless it is the agency or another body that the byline names.
fn author(name: &str, analysis: &Analysis) -> Value {
    let known = |entity: &&Entity| entity.label == Label::Org && entity.name.eq_ignore_ascii_case(name);
    let body = analysis.document.metadata.agency.as_deref().is_some_and(|agency| agency.eq_ignore_ascii_case(name))
        || analysis.entities.iter().any(|entity| known(&entity));
    if body { organization(name) } else { json!({ "@type": "Person", "name": name }) }
}

fn organization(name: &str) -> Value {
    json!({ "@type": "Organization", "name": name })
}

/// What schema.org calls it; nothing for amounts and kinds it has no word for.
fn thing(entity: &Entity) -> Option<Value> {
    let kind = match entity.label {
        Label::Person => "Person",
        Label::Org => "Organization",
        Label::Gpe => "AdministrativeArea",
        Label::Loc | Label::Fac => "Place",
        Label::Event => "Event",
        Label::Product => "Product",
        Label::WorkOfArt => "CreativeWork",
        Label::Law => "Legislation",
        Label::Language => "Language",
        Label::Norp | Label::Money | Label::Percent | Label::Quantity => return None,
    };
    let others = entity.aliases.iter().map(|alias| alias.text.as_str()).filter(|text| *text != entity.name);
    let geo = entity.position.map(|(latitude, longitude)| {
        json!({ "@type": "GeoCoordinates", "latitude": round(latitude), "longitude": round(longitude) })
    });
    let thing = Object::default()
        .with("@type", kind)
        .with("name", entity.name.as_str())
        .with("alternateName", others.map(one_line).collect::<Vec<_>>())
        .with("geo", geo)
        .with("address", entity.country.as_ref().map(|c| json!({ "@type": "PostalAddress", "addressCountry": c })));
    let titles: Vec<String> = entity.roles.iter().map(|role| one_line(&role.text)).collect();
    Some(if entity.label == Label::Person { thing.with("jobTitle", titles) } else { thing }.done())
}

/// Four decimals tell streets apart.
fn round(degrees: f32) -> f64 {
    (f64::from(degrees) * 1e4).round() / 1e4
}

fn image(analysis: &Analysis, caption: &Caption) -> Value {
    let text = &analysis.document.text;
    let credit = caption.credit.as_ref();
    let people = credit.into_iter().flat_map(|credit| &credit.photographer);
    let people: Vec<Value> = people.map(|name| json!({ "@type": "Person", "name": name })).collect();
    let place = caption.place.map(|span| json!({ "@type": "Place", "name": one_line(&text[span]) }));
    let day = caption.date.and_then(|span| analysis.timex_at(span)).map(|n| &analysis.timexes[n]);
    let day = day.and_then(|timex| timex.interval).filter(|(first, last)| first == last).map(|(day, _)| day);
    Object::default()
        .with("@type", "ImageObject")
        .with("caption", one_line(&caption.said(text)))
        .with("creditText", credit.map(|credit| one_line(&credit.raw)))
        .with("creator", people)
        .with("copyrightHolder", credit.and_then(|credit| credit.agency.as_deref()).map(organization))
        .with("provider", credit.and_then(|credit| credit.via.as_deref()).map(organization))
        .with("contentLocation", place)
        .with("dateCreated", day.map(|day| day.to_string()))
        .with("contentUrl", caption.image.as_deref().and_then(address))
        .done()
}
