//! Mentions put right before they are joined: order, titles, furniture of
//! captions, and labels that lists or the rest of the document contradict.

use std::collections::BTreeSet;

use cutline_doc::{Label, Mention, Span};
use cutline_text::{Token, tokens};

use super::name::{Family, Name};
use crate::places;
use crate::titles::without_title;
use crate::{Classes, Lists};

/// Puts mentions in order, takes titles out of people's names and furniture
/// out of all, and drops what overlaps an earlier one.
pub(super) fn tidy(text: &str, mentions: &mut Vec<Mention>, lists: &Lists) {
    mentions.sort_by_key(|mention| mention.span);
    for mention in mentions.iter_mut() {
        mention.span = without_furniture(text, mention.span);
        if mention.label == Label::Person {
            mention.span = without_title(text, mention.span, lists);
        }
    }
    mentions.retain(|mention| !mention.span.is_empty());
    mentions.dedup_by(|later, earlier| earlier.span.overlaps(later.span));
    for mention in mentions.iter_mut() {
        mention.label = places::kind(text, mention, lists);
    }
}

/// The span without 'FILE -' in front and 'Photo', 'File' behind; empty if nothing is left.
fn without_furniture(text: &str, span: Span) -> Span {
    const BEHIND: &[&str] = &["Photo", "Photos", "PHOTO", "File", "FILE", "Pool", "Image", "Images"];
    let words: Vec<Token> = tokens(text, span).collect();
    let word = |n: usize| words.get(n).map_or("", |token| &text[token.span]);
    let (mut first, mut end) = (0, words.len());
    let marker =
        matches!(word(0), "FILE" | "File" | "FILED") && (words.len() == 1 || matches!(word(1), "-" | "–" | "—" | ":"));
    if marker {
        first = 2.min(end);
    }
    let agency = |n: usize| word(n) != "Images" || word(n - 1) != "Getty";
    while end > first && BEHIND.contains(&word(end - 1)) && (end - first == 1 || agency(end - 1)) {
        end -= 1;
    }
    if (first, end) == (0, words.len()) {
        return span;
    }
    // 'FILE - People are seen': a word that only opens the sentence.
    let opener = first > 0 && end - first == 1 && first < end;
    match words.get(first..end) {
        Some([one, .., last]) => one.span.cover(last.span),
        Some([one]) if !opener => one.span,
        _ => Span { start: span.start, end: span.start },
    }
}

/// A bare surname that was taken for something else is the person of that name,
/// and a country or seat of power that was taken for a person is none.
pub(super) fn relabel(names: &mut [Name], mentions: &mut [Mention]) {
    let surnames: BTreeSet<String> = names
        .iter()
        .filter(|name| name.family == Family::Person && name.words.len() > 1)
        .map(|name| name.last().to_string())
        .collect();
    for (name, mention) in names.iter_mut().zip(mentions) {
        let bears = surnames.contains(name.last());
        let label = match name.family {
            _ if name.words.len() != 1 => continue,
            Family::Organisation | Family::Place | Family::Other | Family::Group if bears && !is_known(name) => {
                Label::Person
            }
            Family::Person if !bears => match thing(name) {
                Some(label) => label,
                None => continue,
            },
            _ => continue,
        };
        (name.family, name.label, mention.label) = (Family::of(label), label, label);
    }
}

/// Whether the lists know the name as something else than a person's.
fn is_known(name: &Name) -> bool {
    let known = Classes::COUNTRY
        | Classes::US_STATE
        | Classes::PROVINCE
        | Classes::REGION
        | Classes::ORGANISATION
        | Classes::AGENCY
        | Classes::SEAT
        | Classes::DEMONYM
        | Classes::GROUP
        | Classes::BIG_CITY;
    name.classes.any(known)
}

/// What a name taken for a person's is according to the lists, if it can be no person's.
fn thing(name: &Name) -> Option<Label> {
    let personal = Classes::GIVEN | Classes::SURNAME;
    match name.classes {
        classes if classes.any(personal) => None,
        classes if classes.any(Classes::SEAT) => Some(Label::Org),
        classes if classes.any(Classes::COUNTRY | Classes::BIG_CITY | Classes::US_STATE | Classes::PROVINCE) => {
            Some(Label::Gpe)
        }
        _ => None,
    }
}
