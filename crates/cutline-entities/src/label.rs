//! From the tagger's kinds to the labels of names.

use cutline_doc::{Label, Span};
use cutline_text::tokens;

use crate::lists::{Classes, Lists};

/// The label of a name that the tagger gave a kind; `None` for a kind that has none.
pub(crate) fn label(kind: &str, text: &str, span: Span, lists: &Lists) -> Option<Label> {
    match kind {
        "LOC" => Some(place(text, span, lists)),
        "MISC" => other(text, span, lists),
        kind => Label::from_name(kind),
    }
}

/// Countries, cities and states apart from rivers and regions.
fn place(text: &str, span: Span, lists: &Lists) -> Label {
    let whole = lists.classes(&text[span]);
    if whole.any(GOVERNED) {
        return Label::Gpe;
    }
    let physical = tokens(text, span).any(|token| PHYSICAL.contains(&&text[token.span]));
    if physical || whole.any(Classes::REGION) { Label::Loc } else { Label::Gpe }
}

const GOVERNED: Classes = Classes(
    Classes::COUNTRY.0
        | Classes::CITY.0
        | Classes::BIG_CITY.0
        | Classes::US_STATE.0
        | Classes::STATE_ABBREVIATION.0
        | Classes::COUNTY.0,
);

/// Words of places that nobody governs.
const PHYSICAL: &[&str] = &[
    "Basin",
    "Bay",
    "Beach",
    "Canyon",
    "Cape",
    "Channel",
    "Coast",
    "Creek",
    "Delta",
    "Desert",
    "East",
    "Falls",
    "Forest",
    "Glacier",
    "Gulf",
    "Hill",
    "Hills",
    "Island",
    "Islands",
    "Lake",
    "Lakes",
    "Mount",
    "Mountain",
    "Mountains",
    "North",
    "Ocean",
    "Peninsula",
    "Plateau",
    "Pole",
    "Range",
    "Reef",
    "River",
    "Sea",
    "South",
    "Strait",
    "Straits",
    "Valley",
    "Volcano",
    "West",
];

/// Events and laws by the words that they hold; the rest of the kind has no label.
fn other(text: &str, span: Span, lists: &Lists) -> Option<Label> {
    let words = || tokens(text, span).map(|token| &text[token.span]);
    if lists.classes(&text[span]).any(Classes::LANGUAGE) {
        return Some(Label::Language);
    }
    // Parties hold conventions: 'Democratic National Convention'.
    let meeting = words().zip(words().skip(1)).any(|pair| pair == ("National", "Convention"));
    if meeting || words().any(|word| lists.classes(word).any(Classes::EVENT_WORD)) {
        return Some(Label::Event);
    }
    words().any(|word| LAWS.contains(&word)).then_some(Label::Law)
}

const LAWS: &[&str] = &[
    "Accord",
    "Accords",
    "Act",
    "Agreement",
    "Amendment",
    "Bill",
    "Charter",
    "Code",
    "Constitution",
    "Convention",
    "Declaration",
    "Law",
    "Ordinance",
    "Pact",
    "Protocol",
    "Treaty",
];
