//! Where places are, as far as the lists are sure.

use cutline_doc::Label;

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
