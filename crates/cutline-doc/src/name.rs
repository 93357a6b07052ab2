use crate::{Label, Rule, Span};

/// A name where it stands in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The name alone: `Trump` in `President Trump`.
    pub span: Span,
    /// What kind of name it is.
    pub label: Label,
    /// The [`Entity::id`] it belongs to.
    pub entity: Option<u32>,
    /// How likely it is right, 0 to 1.
    pub score: f32,
    /// What found it: list, model or agreement within the document.
    pub rule: Rule,
}

/// Who or what one or more mentions of a document name.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Counts from 0 within the document.
    pub id: u32,
    /// The kind of name.
    pub label: Label,
    /// The fullest form of the name.
    pub name: String,
    /// The forms that stand in the text, most frequent first.
    pub aliases: Vec<Alias>,
    /// Titles and roles that stand beside the name.
    pub roles: Vec<Role>,
    /// How many mentions it has.
    pub mentions: u32,
    /// ISO 3166 code of the country of a place, where the lists are sure.
    pub country: Option<String>,
    /// Latitude and longitude of a place, where the lists are sure.
    pub position: Option<(f32, f32)>,
}

/// One form of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// As written.
    pub text: String,
    /// How often.
    pub count: u32,
}

/// A title or role: 'Kremlin spokesman'.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// As written.
    pub text: String,
    /// Where it first stands.
    pub span: Span,
}
