//! Days as pages of many countries write them: '3. Mai 2021', '3 de mayo de
//! 2021', '3 мая 2021 г.', '2021年5月3日', '03.05.21'.
//!
//! Months are known by the heads of their names, which tell them apart in all
//! these languages; names follow the Unicode CLDR.

use jiff::civil::Date;

use crate::stamp;

/// A day and, as far as it is known, the time: ISO 8601.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Day {
    pub day: Date,
    pub value: String,
}

/// The first day in `text`. Of '03/05/2021' the day is believed to come first
/// where `day_first`.
pub(crate) fn read(text: &str, day_first: bool) -> Option<Day> {
    let text = &text[..crate::layout::floor(text, 400)];
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let numbers = day_first.then(|| numeric(text)).flatten();
    numbers.or_else(|| stated(text)).or_else(|| named(text)).or_else(|| ideographs(text)).or_else(|| numeric(text))
}

/// Whether a line says when something appeared and little else.
pub(crate) fn is_line(line: &str) -> bool {
    let words = line.split_whitespace().count();
    if words > 20 || crate::wrap::ends_sentence(line) || read(line, true).is_none() {
        return false;
    }
    let low = line.to_lowercase();
    words < 9 || LABELS.iter().any(|label| low.starts_with(label))
}

/// 'Published', 'updated', 'as of' at the head of a line.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "veröffentlicht", "aktualisiert", "erstellt", "stand:", "publié", "mis à jour", "mis en ligne", "posté", "publicado", "actualizado",
    "pubblicato", "aggiornato", "atualizado", "gepubliceerd", "bijgewerkt", "geplaatst", "publicerad", "uppdaterad", "publisert", "oppdatert",
    "offentliggjort", "opdateret", "julkaistu", "päivitetty", "opublikowano", "aktualizacja", "publikováno", "aktualizováno", "опубликовано",
    "обновлено", "опубліковано", "оновлено", "δημοσίευση", "δημοσιεύθηκε", "ενημέρωση", "τελευταία ενημέρωση", "yayınlanma", "güncelleme", "közzétéve",
];

/// As the stamps of English pages and machines have it.
fn stated(text: &str) -> Option<Day> {
    let stamp = stamp::stamps(text).into_iter().next()?;
    Some(Day { day: stamp.day, value: stamp.value })
}

/// '03/05/2021', '3.5.21', '03-05-2021': day first.
fn numeric(text: &str) -> Option<Day> {
    for word in text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '/' | '.' | '-'))) {
        let word = word.trim_matches(['/', '.', '-']);
        let Some(mark) = word.chars().find(|c| !c.is_ascii_digit()) else { continue };
        let pieces: Vec<&str> = word.split(mark).collect();
        let &[d, m, y] = pieces.as_slice() else { continue };
        let (Some(d), Some(m), Some(y)) = (small(d), small(m), year(y)) else { continue };
        if let Ok(day) = Date::new(y, m, d).or_else(|_| Date::new(y, d, m)) {
            return Some(with_time(day, text));
        }
    }
    None
}

/// A day of the month, a month by name, a year: '3 de mayo de 2021', '3ης Μαΐου
/// 2021'; where there is none, 'mayo 3, 2021'.
fn named(text: &str) -> Option<Day> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(80).collect();
    let months = || words.iter().enumerate().filter_map(|(n, word)| Some((n, month(word)?)));
    let behind = months().find_map(|(n, m)| {
        let d = words[..n].iter().rev().take(2).find_map(|word| day_of_month(word))?;
        let y = words[n + 1..].iter().take(2).find_map(|word| full_year(word))?;
        Date::new(y, m, d).ok()
    });
    let before = || {
        months().find_map(|(n, m)| {
            let (d, y) = (day_of_month(words.get(n + 1)?)?, full_year(words.get(n + 2)?)?);
            Date::new(y, m, d).ok()
        })
    };
    behind.or_else(before).map(|day| with_time(day, text))
}

/// '2021年5月3日', '2021년 5월 3일'.
fn ideographs(text: &str) -> Option<Day> {
    let number_before = |mark: [char; 2]| {
        let at = text.find(mark)?;
        let head = text[..at].trim_end();
        let digits = head.bytes().rev().take_while(u8::is_ascii_digit).count();
        head[head.len() - digits..].parse::<i16>().ok()
    };
    let (y, m, d) = (number_before(['年', '년'])?, number_before(['月', '월'])?, number_before(['日', '일'])?);
    let day = Date::new(y, i8::try_from(m).ok()?, i8::try_from(d).ok()?).ok()?;
    (1900..=2100).contains(&y).then(|| with_time(day, text))
}

/// The day with the clock time that stands beside it, if one does: '10:15', '10h15'.
fn with_time(day: Date, text: &str) -> Day {
    let clock = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | '|')).find_map(|word| {
        let (hour, rest) = word.split_once([':', 'h'])?;
        let minute: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let (hour, minute) = (small(hour)?, small(&minute).filter(|_| minute.len() == 2)?);
        ((0..24).contains(&hour) && (0..60).contains(&minute)).then(|| format!("T{hour:02}:{minute:02}"))
    });
    Day { day, value: format!("{day}{}", clock.unwrap_or_default()) }
}

fn small(digits: &str) -> Option<i8> {
    ((1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| digits.parse().ok())?
}

/// '3', '3rd', '1er', '3º', '3ης'.
fn day_of_month(word: &str) -> Option<i8> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let tail = &word[digits..];
    let ordinal = tail.chars().count() <= 2 && !tail.chars().any(|c| c.is_ascii_digit());
    small(&word[..digits]).filter(|d| ordinal && (1..=31).contains(d))
}

fn full_year(word: &str) -> Option<i16> {
    let digits = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| word.parse().ok()).flatten().filter(|y| (1900..=2100).contains(y))
}

fn year(word: &str) -> Option<i16> {
    full_year(word).or_else(|| small(word).filter(|_| word.len() == 2).map(|y| 2000 + i16::from(y)))
}

/// The month that a word names, by its head; the longest head decides.
fn month(word: &str) -> Option<i8> {
    if word.chars().count() < 3 || word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let low = word.to_lowercase();
    if WEEKDAYS.iter().any(|head| low.starts_with(head)) {
        return None;
    }
    let heads = MONTHS.iter().zip(1_i8..).flat_map(|(heads, n)| heads.split(' ').map(move |head| (head, n)));
    let found = heads.filter(|(head, _)| low.starts_with(head) && low.chars().count() <= head.chars().count() + 9);
    found.max_by_key(|(head, _)| head.len()).map(|(_, n)| n)
}

/// Days of the week that begin like a month.
const WEEKDAYS: &[&str] = &["mardi", "martes", "marted", "marți", "marţi", "maandag", "maanantai"];

/// Heads of names, of abbreviations too: Germanic, Romance, Slavonic, Greek,
/// Turkish, Finnish, Hungarian, Indonesian.
#[rustfmt::skip]
const MONTHS: [&str; 12] = [
    "jan jän gen ene janv ιαν янв січ sty led oca tammi яну",
    "feb fév fev φεβ фев лют lut úno şub helmi",
    "mar mär mars mrt maart μαρ μάρ мар бер marz márc mac maalis",
    "apr avr abr ápr απρ апр кві kwi dub nis huhti",
    "mai may maj mei mag maio máj μαϊ μαΐ μάι μαι май мая тра květ kvě touko mayıs",
    "jun jui juin giu ιουν ιούν июн чер cze červ čer haz kesä jún",
    "jul juil lug ιουλ ιούλ июл лип lip července červenec čvc tem heinä júl",
    "aug aoû aou ago αυγ αύγ авг сер sie srp ağu elo",
    "sep set szept σεπ сен вер wrz zář eyl syys",
    "oct okt out ott οκτ окт жов paź říj eki loka",
    "nov νοε νοέ ноя лис lis listopad kas marras ное",
    "dec dez déc dic des δεκ дек гру gru pro ara joulu",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> String {
        read(text, true).map(|found| found.value).unwrap_or_default()
    }

    #[test]
    fn days_of_many_languages_are_read() {
        for text in [
            "Montag, 3. Mai 2021",
            "à 10 h 30 mardi 3 mai 2021",
            "martes 3 de mayo de 2021",
            "lundi 3 mai 2021",
            "lunes, 3 de mayo de 2021",
            "Lunedì 3 Maggio 2021",
            "segunda-feira, 3 de maio de 2021",
            "maandag 3 mei 2021",
            "Δευτέρα, 3 Μαΐου 2021",
            "3 мая 2021 г.",
            "3 травня 2021",
            "3 maja 2021",
            "3. května 2021",
            "3. maj 2021",
            "3. toukokuuta 2021",
            "3 Mayıs 2021",
            "2021年5月3日",
            "2021년 5월 3일",
            "03/05/2021",
            "3.5.2021",
            "03.05.21",
            "May 3, 2021",
            "2021-05-03",
        ] {
            assert_eq!(day(text), "2021-05-03", "{text}");
        }
        for (month, text) in [
            (1, "1er janvier 2020"),
            (3, "1. März 2020"),
            (6, "1 juin 2020"),
            (6, "1 июня 2020"),
            (7, "1 juillet 2020"),
            (7, "1. července 2020"),
            (6, "1. června 2020"),
            (8, "1 août 2020"),
            (9, "1 Σεπτεμβρίου 2020"),
            (12, "1 grudnia 2020"),
            (11, "1 listopada 2020"),
        ] {
            assert_eq!(day(text), format!("2020-{month:02}-01"), "{text}");
        }
    }

    #[test]
    fn times_beside_them_are_kept_and_other_numbers_are_none() {
        assert_eq!(day("Stand: 3. Mai 2021, 10:15 Uhr"), "2021-05-03T10:15");
        assert_eq!(day("Publié le 03/05/2021 à 10h15"), "2021-05-03T10:15");
        assert_eq!(read("05/03/2021", false).unwrap().value, "2021-05-03");
        for none in ["3 marches 2", "Nummer 3.5", "4711", "13 Märkte in 2 Tagen", "99.99.2020", ""] {
            assert_eq!(day(none), "", "{none}");
        }
    }
}
