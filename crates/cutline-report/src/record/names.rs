use std::borrow::Cow;

use cutline_doc::{Alias, Entity, Label, Mention};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{names_of, one_line, rounded};
use crate::Offsets;

/// A name where it stands in the text; a person's without the title.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Mention")]
pub struct MentionRecord<'a> {
    /// The first unit.
    pub start: u32,
    /// The unit after the last.
    pub end: u32,
    /// What kind of name it is.
    #[schemars(extend("enum" = names_of(Label::ALL, Label::name)))]
    pub label: Cow<'a, str>,
    /// The id of the entity it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<u32>,
    /// How likely it is right, 0 to 1.
    pub score: f32,
    /// What found it.
    pub rule: Cow<'a, str>,
}

/// Who or what one or more mentions name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Entity")]
pub struct EntityRecord<'a> {
    /// Counts from 0 within the document.
    pub id: u32,
    /// The kind of name.
    #[schemars(extend("enum" = names_of(Label::ALL, Label::name)))]
    pub label: Cow<'a, str>,
    /// The fullest form of the name.
    pub name: Cow<'a, str>,
    /// The forms that stand in the text, most frequent first.
    pub aliases: Vec<AliasRecord<'a>>,
    /// Titles and roles that stand beside the name.
    pub roles: Vec<RoleRecord>,
    /// How many mentions it has.
    pub mentions: u32,
    /// ISO 3166 code of a place's country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Cow<'a, str>>,
    /// Of a place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latitude: Option<f32>,
    /// Of a place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub longitude: Option<f32>,
}

/// One form of a name, and how often it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Alias")]
pub struct AliasRecord<'a> {
    /// As written.
    pub text: Cow<'a, str>,
    /// How often.
    pub count: u32,
}

impl<'a> AliasRecord<'a> {
    pub(crate) fn new(alias: &'a Alias) -> AliasRecord<'a> {
        AliasRecord { text: (&alias.text).into(), count: alias.count }
    }
}

/// A title or role, and where it first stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Role")]
pub struct RoleRecord {
    /// As written, on one line.
    pub text: String,
    /// The first unit.
    pub start: u32,
    /// The unit after the last.
    pub end: u32,
}

impl<'a> MentionRecord<'a> {
    pub(super) fn new(mention: &'a Mention, offsets: &Offsets<'_>) -> MentionRecord<'a> {
        let (start, end) = offsets.span(mention.span);
        MentionRecord {
            start,
            end,
            label: mention.label.name().into(),
            entity: mention.entity,
            score: rounded(mention.score),
            rule: Cow::Borrowed(&mention.rule),
        }
    }
}

impl<'a> EntityRecord<'a> {
    pub(super) fn new(entity: &'a Entity, offsets: &Offsets<'_>) -> EntityRecord<'a> {
        let roles = entity.roles.iter().map(|role| {
            let (start, end) = offsets.span(role.span);
            RoleRecord { text: one_line(&role.text), start, end }
        });
        EntityRecord {
            id: entity.id,
            label: entity.label.name().into(),
            name: (&entity.name).into(),
            aliases: entity.aliases.iter().map(AliasRecord::new).collect(),
            roles: roles.collect(),
            mentions: entity.mentions,
            country: entity.country.as_ref().map(Into::into),
            latitude: entity.position.map(|(latitude, _)| latitude),
            longitude: entity.position.map(|(_, longitude)| longitude),
        }
    }
}
