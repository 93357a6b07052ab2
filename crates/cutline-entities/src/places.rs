//! Where places are, as far as the lists are sure.

use cutline_doc::{Label, Mention};
use cutline_text::tokens;

use crate::{Classes, Lists};

/// Country, latitude and longitude.
pub(crate) type Whereabouts = (Option<String>, Option<(f32, f32)>);

/// Country and coordinates of a place or people called any of `forms`.
///
/// A name that means several places ('Springfield', 'Georgia') has neither.
pub(crate) fn whereabouts<'n>(label: Label, forms: impl Iterator<Item = &'n str>, lists: &Lists) -> Whereabouts {
    if !matches!(label, Label::Gpe | Label::Loc | Label::Norp) {
        return (None, None);
    }
    for form in forms {
        let Some(found) = lists.whole(form) else { continue };
        let nation = found.classes.any(Classes::DEMONYM) && label == Label::Norp;
        let state = found.classes.any(Classes::US_STATE) && !found.classes.any(Classes::COUNTRY);
        let Some(place) = found.thing.and_then(|thing| lists.place(thing)) else { continue };
        if found.sure || nation || state {
            return (place.country(), place.position.filter(|_| found.sure));
        }
    }
    (None, None)
}

/// The label of a place: what stands at its end tells buildings and streets
/// from what is governed, unless the lists know the whole.
pub(crate) fn kind(text: &str, mention: &Mention, lists: &Lists) -> Label {
    if !matches!(mention.label, Label::Gpe | Label::Loc) {
        return mention.label;
    }
    let whole = lists.classes(&text[mention.span]);
    let governed =
        Classes::COUNTRY | Classes::CITY | Classes::US_STATE | Classes::STATE_ABBREVIATION | Classes::PROVINCE;
    if whole.any(governed) {
        return Label::Gpe;
    }
    if whole.any(Classes::SEAT) {
        return Label::Fac;
    }
    let words: Vec<_> = tokens(text, mention.span).collect();
    let last = words.last().map_or("", |token| &text[token.span]);
    let building =
        lists.classes(last).any(Classes::FACILITY_WORD) && !matches!(last, "Port" | "Fort" | "Camp" | "Park");
    if words.len() > 1 && building { Label::Fac } else { mention.label }
}
