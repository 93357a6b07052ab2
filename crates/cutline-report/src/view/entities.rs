//! Who and what is named.

use std::io::{self, Write};

use cutline_doc::{CorpusEntity, Label};
use schemars::JsonSchema;
use serde::Serialize;

use super::{Corpus, Limits, cell, count, document_numbers, more, number};
use crate::{AliasRecord, Column, Page, Style, Table, Text, write_line};

/// An entity with its mentions counted over all documents.
struct Counted<'a> {
    entity: &'a CorpusEntity,
    text: usize,
    captions: usize,
    credits: usize,
    documents: Vec<usize>,
}

impl<'a> Counted<'a> {
    fn new(corpus: &Corpus<'a>, entity: &'a CorpusEntity) -> Counted<'a> {
        let mut counted = Counted { entity, text: 0, captions: 0, credits: 0, documents: Vec::new() };
        for (document, name) in corpus.parts_of(entity) {
            counted.text += name.text as usize;
            counted.captions += name.captions as usize;
            counted.credits += name.credits as usize;
            counted.documents.push(document);
        }
        counted
    }
}

/// Those of some labels, most often in the text first, then in captions, then
/// in credits.
fn counted<'a>(corpus: &Corpus<'a>, wanted: impl Fn(Label) -> bool) -> Vec<Counted<'a>> {
    let entities = corpus.entities.iter().filter(|entity| wanted(entity.label));
    let mut counted: Vec<Counted<'a>> = entities.map(|entity| Counted::new(corpus, entity)).collect();
    counted.sort_by(|a, b| {
        let often = |one: &Counted<'a>| std::cmp::Reverse((one.text, one.captions, one.credits));
        let name = |one: &Counted<'a>| (&one.entity.name, &one.entity.id);
        often(a).cmp(&often(b)).then_with(|| name(a).cmp(&name(b)))
    });
    counted
}

/// Without photographers, authors and agencies that stand in credits and
/// bylines only: they made the documents and are not in them.
fn named<'a>(corpus: &Corpus<'a>, wanted: impl Fn(Label) -> bool) -> Vec<Counted<'a>> {
    let mut named = counted(corpus, wanted);
    named.retain(|one| one.text + one.captions > 0);
    named
}

/// People with roles, organisations and places: for the report.
pub fn people(corpus: &Corpus<'_>, limits: Limits) -> Page {
    let mut page = Page::default();
    let people = named(corpus, |label| label == Label::Person);
    section(&mut page, corpus, "People", "person", &people, limits.rows, true);
    let organisations = named(corpus, |label| label == Label::Org);
    section(&mut page, corpus, "Organisations", "organisation", &organisations, limits.rows / 2, false);
    let places = named(corpus, Label::is_place);
    section(&mut page, corpus, "Places", "place", &places, limits.rows / 2, false);
    page
}

/// All entities, label by label: the `entities` view.
pub fn page(corpus: &Corpus<'_>, limits: Limits) -> Page {
    let mut page = Page::default();
    for &label in Label::ALL.iter().filter(|label| !label.is_amount()) {
        let entities = counted(corpus, |other| other == label);
        section(&mut page, corpus, heading(label), "name", &entities, limits.rows, true);
    }
    page
}

/// Entities whose joining is doubtful, with the doubt: `entities --check`.
pub fn doubtful(corpus: &Corpus<'_>) -> Page {
    let mut page = Page::default();
    let doubtful: Vec<&CorpusEntity> = corpus.entities.iter().filter(|entity| !entity.doubts.is_empty()).collect();
    page.heading(1, "Doubtful", count(doubtful.len(), "entity"));
    let mut table = Table::new([
        Column::cut("name", 16),
        Column::keep("kind"),
        Column::wrap("doubt", 20),
        Column::cut("also as", 12),
    ]);
    for entity in doubtful {
        table.row([
            Text::strong(&entity.name),
            entity.label.name().into(),
            entity.doubts.join("; ").into(),
            Text::faint(also(entity)),
        ]);
    }
    page.table(table);
    page
}

fn section(
    page: &mut Page,
    corpus: &Corpus<'_>,
    head: &str,
    what: &str,
    named: &[Counted<'_>],
    rows: usize,
    roles: bool,
) {
    if named.is_empty() {
        return;
    }
    page.heading(1, head, number(named.len()));
    let several = corpus.documents.len() > 1;
    let captions = named.iter().any(|one| one.captions > 0);
    let credits = named.iter().any(|one| one.text + one.captions == 0);
    let mut columns = vec![Column::cut("", 16), Column::number("text")];
    columns.extend(captions.then(|| Column::number("captions")));
    columns.extend(credits.then(|| Column::number("credits")));
    columns.extend(several.then(|| Column::cut("in", 5)));
    columns.extend(roles.then(|| Column::cut("as", 16)));
    columns.push(Column::cut("also", 10));
    let mut table = Table::new(columns);
    for counted in named.iter().take(rows) {
        let mut row = vec![Text::strong(&counted.entity.name), cell(counted.text).into()];
        row.extend(captions.then(|| cell(counted.captions).into()));
        row.extend(credits.then(|| cell(counted.credits).into()));
        row.extend(several.then(|| Text::faint(document_numbers(counted.documents.iter().copied()))));
        row.extend(roles.then(|| as_roles(counted.entity)));
        row.push(Text::faint(also(counted.entity)));
        table.rows.push(row);
    }
    page.table(table);
    let what = if what == "person" { "people".into() } else { format!("{what}s") };
    more(page, named.len(), rows, &what);
}

/// The roles a person is given, most frequent first.
fn as_roles(entity: &CorpusEntity) -> Text {
    let roles: Vec<&str> = entity.roles.iter().map(|role| role.text.as_str()).take(3).collect();
    roles.join(", ").into()
}

/// The other forms of the name.
fn also(entity: &CorpusEntity) -> String {
    let forms = entity.aliases.iter().map(|alias| alias.text.as_str()).filter(|form| *form != entity.name);
    forms.collect::<Vec<_>>().join(", ")
}

fn heading(label: Label) -> &'static str {
    match label {
        Label::Person => "People",
        Label::Org => "Organisations",
        Label::Gpe => "Countries, cities, states",
        Label::Loc => "Regions, rivers, mountains",
        Label::Fac => "Buildings and roads",
        Label::Norp => "Nationalities and groups",
        Label::Event => "Events",
        Label::Product => "Products",
        Label::WorkOfArt => "Works",
        Label::Law => "Laws",
        Label::Language => "Languages",
        Label::Money | Label::Percent | Label::Quantity => "Amounts",
    }
}

/// An entity over many documents: a line of `entities --format jsonl`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CorpusEntityRecord<'a> {
    /// Stable id.
    pub entity: &'a str,
    /// The kind of name.
    pub label: &'static str,
    /// The fullest form of the name.
    pub name: &'a str,
    /// The forms that stand in the texts, most frequent first.
    pub aliases: Vec<AliasRecord<'a>>,
    /// Titles and roles, most frequent first.
    pub roles: Vec<AliasRecord<'a>>,
    /// Ids of the documents, in input order.
    pub documents: Vec<&'a str>,
    /// Mentions outside captions.
    pub mentions_text: usize,
    /// Mentions in captions.
    pub mentions_captions: usize,
    /// Mentions in credits, bylines and the like.
    pub mentions_credits: usize,
    /// Why entities of documents were joined.
    pub merged_because: &'a [String],
    /// What makes the joining doubtful.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub doubts: &'a [String],
    /// ISO 3166 code of a place's country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<&'a str>,
    /// Of a place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latitude: Option<f32>,
    /// Of a place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub longitude: Option<f32>,
}

/// One line of JSON an entity.
///
/// # Errors
/// Those of `out`.
pub fn jsonl(corpus: &Corpus<'_>, out: &mut impl Write) -> io::Result<()> {
    corpus.entities.iter().try_for_each(|entity| write_line(out, &record(corpus, entity)))
}

fn record<'a>(corpus: &Corpus<'a>, entity: &'a CorpusEntity) -> CorpusEntityRecord<'a> {
    let counted = Counted::new(corpus, entity);
    let mut documents: Vec<usize> = entity.members.iter().map(|member| member.document).collect();
    documents.dedup();
    CorpusEntityRecord {
        entity: &entity.id,
        label: entity.label.name(),
        name: &entity.name,
        aliases: entity.aliases.iter().map(AliasRecord::new).collect(),
        roles: entity.roles.iter().map(AliasRecord::new).collect(),
        documents: documents.iter().filter_map(|&n| corpus.documents.get(n)).map(|d| d.id.as_str()).collect(),
        mentions_text: counted.text,
        mentions_captions: counted.captions,
        mentions_credits: counted.credits,
        merged_because: &entity.merged_because,
        doubts: &entity.doubts,
        country: entity.country.as_deref(),
        latitude: entity.position.map(|(latitude, _)| latitude),
        longitude: entity.position.map(|(_, longitude)| longitude),
    }
}

/// The name of a document's entity over the corpus, if it is in one.
pub(crate) fn names_over(corpus: &Corpus<'_>) -> std::collections::BTreeMap<(usize, u32), usize> {
    let entities = corpus.entities.iter().enumerate();
    entities.flat_map(|(n, entity)| entity.members.iter().map(move |m| ((m.document, m.entity), n))).collect()
}

/// A doubtful name in a table.
pub(crate) fn doubt(words: &str) -> Text {
    Text::styled(Style::Doubt, words)
}
