//! When and where a picture was taken, as the lead of its caption says.

use cutline_text::Span;

use crate::stamp;

/// Date and place of a picture, as written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scene {
    pub(crate) date: Option<Span>,
    pub(crate) place: Option<Span>,
}

/// Reads the scene from the lead sentence of `caption`.
pub(crate) fn read(caption: &str, lead: Span) -> Scene {
    let words = &caption[lead];
    if let Some(scene) = head(words) {
        return Scene {
            date: scene.date.map(|s| s.shift(lead.start)),
            place: scene.place.map(|s| s.shift(lead.start)),
        };
    }
    let date = stamp::last_date_words(words);
    let place = place(words, date);
    Scene { date: date.map(|s| s.shift(lead.start)), place: place.map(|s| s.shift(lead.start)) }
}

/// Whether the sentence itself says that the photo is from the files.
pub(crate) fn is_file(lead: &str) -> bool {
    memchr::memmem::find(lead.as_bytes(), b"file photo").is_some()
        || lead.get(..10).is_some_and(|head| head.eq_ignore_ascii_case("file photo"))
}

/// 'LODZ, POLAND - MAY 3: ' and 'LODZ, Poland – May 3, 2021: '.
fn head(words: &str) -> Option<Scene> {
    let colon = words.get(..words.len().min(crate::layout::floor(words, 90)))?.find(": ")?;
    let before = &words[..colon];
    let (at, dash) = [" - ", " – ", " — "].iter().filter_map(|dash| Some((before.find(dash)?, dash.len()))).min()?;
    let place = Span::new(0, at);
    let date = Span::new(at + dash, colon);
    let capital = words[place].chars().take_while(|c| c.is_uppercase()).count() >= 2;
    let dated = stamp::last_date_words(&words[date]).is_some();
    (capital && dated).then_some(Scene { date: Some(date), place: Some(place) })
}

/// The last capitalised name behind 'in', 'at' or 'near', with what commas add to it.
fn place(words: &str, date: Option<Span>) -> Option<Span> {
    let bytes = words.as_bytes();
    let mut to = bytes.len();
    while let Some(space) = memchr::memrchr(b' ', &bytes[..to]) {
        let from = memchr::memrchr(b' ', &bytes[..space]).map_or(0, |at| at + 1);
        if matches!(&words[from..space], "in" | "near" | "outside" | "at")
            && let Some(end) = name_end(&words[space + 1..], date, space + 1)
        {
            return Some(Span::new(space + 1, space + 1 + end));
        }
        to = space;
    }
    None
}

/// Where the run of capitalised words at the head of `rest` ends.
fn name_end(rest: &str, date: Option<Span>, offset: usize) -> Option<usize> {
    let mut end = 0;
    let mut at = 0;
    for word in rest.split_inclusive(' ') {
        let bare = word.trim_end();
        let begins = bare.starts_with(|c: char| c.is_uppercase());
        let taken = date.is_some_and(|date| date.holds((offset + at) as u32));
        let joins = at > 0 && matches!(bare, "of" | "de" | "la" | "del" | "di" | "da" | "the" | "al" | "upon" | "and");
        if taken || !(begins || joins) || at > 60 {
            break;
        }
        let kept = bare.trim_end_matches([',', '.', ';', ':', '”', '"', '\'', '’']);
        if begins {
            let abbreviated = bare.ends_with('.') && bare.len() <= 6 && kept.contains('.') || bare.ends_with(".,");
            end = at + if abbreviated { bare.trim_end_matches(',').len() } else { kept.len() };
        }
        at += word.len();
        if bare.ends_with(['.', ';', ':']) && !bare.ends_with(".,") && kept.len() > 5 {
            break;
        }
    }
    let name = &rest[..end];
    let month = crate::lexicon::class(name.split([' ', ',', '.']).next().unwrap_or("")) & crate::lexicon::MONTH != 0;
    (end > 1 && !month).then_some(end)
}
