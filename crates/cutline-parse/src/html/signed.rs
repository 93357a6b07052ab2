//! Who signs an article, in the words of many languages: 'Von Ana Bela', 'Par
//! Ana Bela et Kit Orr', 'Автор: Анна Белова'.

use crate::byline::{self, Byline};

/// Reads a line that says who wrote it. Words that may as well open a sentence
/// count only where mark-up `labelled` the line.
pub(crate) fn read(line: &str, labelled: bool) -> Option<Byline> {
    if let Some(found) = byline::marked(line) {
        return Some(found);
    }
    let line = line.trim();
    if line.len() > 240 {
        return None;
    }
    let rest = after(line, PLAIN).or_else(|| labelled.then(|| after(line, SHORT)).flatten())?;
    if !labelled && (crate::wrap::ends_sentence(line) || rest.split_whitespace().count() > 9) {
        return None;
    }
    byline::marked(&format!("By {}", in_english(rest)))
}

/// Whether a line signs in the words of another language than English.
pub(crate) fn foreign(line: &str) -> bool {
    byline::marked(line).is_none() && read(line, false).is_some()
}

/// A name that stands alone in an element made for it.
pub(crate) fn bare(line: &str) -> Option<Vec<String>> {
    byline::bare(&in_english(line)).map(|found| found.names)
}

/// What follows one of these heads, which stand in lower case.
fn after<'l>(line: &'l str, heads: &[&str]) -> Option<&'l str> {
    let low: String = line.chars().take(30).flat_map(char::to_lowercase).collect();
    let head = heads.iter().find(|head| low.starts_with(**head))?;
    let count = head.chars().count();
    let at = line.char_indices().nth(count).map_or(line.len(), |(at, _)| at);
    Some(line[at..].trim_start_matches([' ', ':', '\u{a0}', '|'])).filter(|rest| !rest.is_empty())
}

/// With the words between names that [`byline`] knows, up to what begins the
/// day ('el 3 de mayo') or a label.
fn in_english(rest: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut words = rest.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let before_day = words.peek().is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
        if STOPS.contains(&word) || before_day && word.starts_with(char::is_lowercase) {
            break;
        }
        kept.push(if AND.contains(&word) { "and" } else { word });
    }
    kept.join(" ")
}

const AND: &[&str] = &["und", "et", "y", "e", "en", "och", "og", "i", "и", "та", "και", "ve", "ja"];
const STOPS: &[&str] = &[
    "veröffentlicht",
    "publié",
    "publicado",
    "pubblicato",
    "aktualisiert",
    "mis",
    "actualizado",
    "aggiornato",
    "στις",
    "|",
    "·",
    "•",
    "–",
    "-",
];

/// Heads that say nothing else; longer ones first.
#[rustfmt::skip]
const PLAIN: &[&str] = &[
    "geschrieben von ", "eingestellt von ", "gepostet von ", "verfasst von ", "veröffentlicht von ", "erstellt von ", "ein beitrag von ", "ein artikel von ", "beitrag von ",
    "autor/in:", "autorin:", "autoren:", "autor:", "autora:", "text:", "von: ", "von ",
    "écrit par ", "publié par ", "rédigé par ", "propos recueillis par ", "un article de ", "auteur :", "auteur:", "par ",
    "escrito por ", "publicado por ", "redactado por ", "texto:", "por: ", "por ",
    "scritto da ", "pubblicato da ", "a cura di ", "articolo di ", "autore:", "testo di ",
    "geschreven door ", "gepubliceerd door ", "tekst:", "auteur ", "skrevet af ", "skrevet av ", "skriven av ", "text av ",
    "kirjoittaja:", "teksti:", "yazan:", "yazar:", "szerző:", "írta:",
    "автор:", "авторы:", "текст:", "автор ", "автори:", "συντάκτης:", "συντάκτρια:", "κείμενο:", "γράφει ο ", "γράφει η ", "γράφουν οι ",
    "napisał ", "napisała ", "opracował:", "tekst ", "napsal ", "napsala ", "作者:", "作者：", "記者",
];

/// Heads that may open a sentence too.
const SHORT: &[&str] = &[
    "di ", "da ", "de ", "del ", "door ", "af ", "av ", "przez ", "του ", "της ", "από ", "text ", "autor ", "autore ",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn by(line: &str, labelled: bool) -> Vec<String> {
        read(line, labelled).map(|found| found.names).unwrap_or_default()
    }

    #[test]
    fn bylines_of_many_languages_are_read() {
        assert_eq!(by("Von Ana Bela und Kit Orr, Lodz", false), ["Ana Bela", "Kit Orr"]);
        assert_eq!(by("Par Zoë Sami et Kit Orr", false), ["Zoë Sami", "Kit Orr"]);
        assert_eq!(by("Por Ana Bela el 3 de mayo de 2021", false), ["Ana Bela"]);
        assert_eq!(by("di Ana Bela", true), ["Ana Bela"]);
        assert_eq!(by("A cura di Ana Bela", false), ["Ana Bela"]);
        assert_eq!(by("Автор: Анна Белова", false), ["Анна Белова"]);
        assert_eq!(by("Γράφει ο Νίκος Ορφανός", false), ["Νίκος Ορφανός"]);
        assert_eq!(by("Autor: Jan Nowak", false), ["Jan Nowak"]);
        assert_eq!(by("By Ana Bela", false), ["Ana Bela"]);
    }

    #[test]
    fn sentences_sign_nothing() {
        for line in [
            "Von Anfang an war alles klar.",
            "Di notte piove",
            "Par ailleurs il pleut",
            "Por la noche llueve",
            "Von hier aus",
        ] {
            assert_eq!(by(line, false), Vec::<String>::new(), "{line}");
        }
    }
}
