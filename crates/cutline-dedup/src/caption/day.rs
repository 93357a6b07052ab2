//! Dates in captions, for telling whether two speak of the same day.

/// A day as far as a caption names it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Day {
    pub year: Option<u16>,
    pub month: Option<u8>,
    pub day: Option<u8>,
    /// 0 is Monday.
    pub weekday: Option<u8>,
}

impl Day {
    /// Whether both can be the same day.
    pub fn fits(self, other: Day) -> bool {
        agree(self.year, other.year)
            && agree(self.month, other.month)
            && agree(self.day, other.day)
            && agree(self.weekday, other.weekday)
    }

    /// Whether it is one day, or may be by what is known when it was written.
    pub fn is_day(self) -> bool {
        self.weekday.is_some() || self.day.is_some()
    }

    /// How many of its parts are told; a day of the week beside a date tells
    /// nothing more.
    pub fn told(self) -> usize {
        let date = [self.year.is_some(), self.month.is_some(), self.day.is_some()];
        date.into_iter().filter(|&told| told).count().max(usize::from(self.weekday.is_some()))
    }

    /// What both say together.
    pub fn with(self, other: Day) -> Day {
        Day {
            year: self.year.or(other.year),
            month: self.month.or(other.month),
            day: self.day.or(other.day),
            weekday: self.weekday.or(other.weekday),
        }
    }
}

fn agree<T: PartialEq>(one: Option<T>, two: Option<T>) -> bool {
    one.is_none() || two.is_none() || one == two
}

/// Whether two captions' dates can be of one picture: laid beside each other
/// from the first or from the last, all that meet fit.
pub(super) fn days_fit(
    one: impl DoubleEndedIterator<Item = Day> + Clone,
    two: impl DoubleEndedIterator<Item = Day> + Clone,
) -> bool {
    one.clone().zip(two.clone()).all(|(a, b)| a.fits(b))
        || one.clone().count() != two.clone().count() && one.rev().zip(two.rev()).all(|(a, b)| a.fits(b))
}

/// The date at the head of `words`, and how many words it takes. `cut` says
/// that the text breaks off behind the last word.
pub(super) fn day<'t>(words: impl Fn(usize) -> Option<&'t str>, cut: bool) -> Option<(Day, usize)> {
    if !words(0).is_some_and(may_open) {
        return None;
    }
    let (mut found, mut at) = (Day::default(), 0);
    found.weekday = words(0).and_then(weekday);
    at += usize::from(found.weekday.is_some());
    if let Some(month) = words(at).and_then(month) {
        // A number that the text breaks off at may lack a digit.
        let whole = |at: usize| words(at).filter(|_| !cut || words(at + 1).is_some());
        let dated = whole(at + 1).and_then(day_of_month);
        let broken = cut && words(at + 2).is_none() && words(at + 1).is_some_and(|word| day_of_month(word).is_some());
        let dated_year = words(at + 1).and_then(year);
        let open = cut && words(at + 1).is_none();
        if dated.is_some() || dated_year.is_some() || at > 0 || open || broken {
            (found.month, found.day) = (Some(month), dated);
            at += 1 + usize::from(dated.is_some() || broken);
        }
    } else if let (Some(number), Some(month)) = (words(at).and_then(day_of_month), words(at + 1).and_then(month)) {
        (found.month, found.day) = (Some(month), Some(number));
        at += 2;
    }
    if found.month.is_some() {
        found.year = words(at).and_then(year);
        at += usize::from(found.year.is_some());
    }
    (at > 0).then_some((found, at))
}

fn day_of_month(word: &str) -> Option<u8> {
    if !word.starts_with(|c: char| c.is_ascii_digit()) || word.len() > 4 {
        return None;
    }
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = &word[digits.len()..];
    let ordinal = matches!(suffix, "" | "st" | "nd" | "rd" | "th");
    digits.parse().ok().filter(|day| ordinal && digits.len() <= 2 && (1..=31).contains(day))
}

fn year(word: &str) -> Option<u16> {
    word.parse().ok().filter(|year| word.len() == 4 && (1850..2100).contains(year))
}

/// Whether a date may begin with a word that begins like this one: most words
/// need not be looked up.
fn may_open(word: &str) -> bool {
    match word.as_bytes() {
        [b'0'..=b'9', ..] => true,
        bytes if (3..=11).contains(&bytes.len()) => {
            let (word, bit) = place(bytes);
            OPENING[word] >> bit & 1 == 1
        }
        _ => false,
    }
}

/// A bit for every three bytes that a name in [`OPENINGS`] may begin with.
const OPENING: [u64; 512] = {
    let mut bits = [0; 512];
    let mut at = 0;
    while at < OPENINGS.len() {
        let (word, bit) = place(&OPENINGS[at]);
        bits[word] |= 1 << bit;
        at += 1;
    }
    bits
};

/// Where the bit for a word stands: five bits of each of its first three bytes.
const fn place(word: &[u8]) -> (usize, usize) {
    let (one, two, three) = (word[0] as usize & 31, word[1] as usize & 31, word[2] as usize & 31);
    (one << 4 | two >> 1, (two & 1) << 5 | three)
}

/// The first three bytes of the names of days and months below, sorted.
const OPENINGS: &[[u8; 3]] = &[
    *b"abr",
    *b"ago",
    *b"ao\xc3",
    *b"apr",
    *b"aug",
    *b"avr",
    *b"dec",
    *b"dez",
    *b"dic",
    *b"die",
    *b"dim",
    *b"dom",
    *b"don",
    *b"d\xc3\xa9",
    *b"ene",
    *b"feb",
    *b"fre",
    *b"fri",
    *b"f\xc3\xa9",
    *b"jan",
    *b"jeu",
    *b"jue",
    *b"jui",
    *b"jul",
    *b"jun",
    *b"lun",
    *b"mai",
    *b"mar",
    *b"may",
    *b"mer",
    *b"mit",
    *b"mi\xc3",
    *b"mon",
    *b"m\xc3\xa4",
    *b"nov",
    *b"oct",
    *b"okt",
    *b"sam",
    *b"sat",
    *b"sep",
    *b"son",
    *b"sun",
    *b"s\xc3\xa1",
    *b"thu",
    *b"tue",
    *b"ven",
    *b"vie",
    *b"wed",
];

/// In English, German, Spanish and French.
fn weekday(word: &str) -> Option<u8> {
    Some(match word {
        "monday" | "montag" | "lunes" | "lundi" => 0,
        "tuesday" | "dienstag" | "martes" | "mardi" => 1,
        "wednesday" | "mittwoch" | "miércoles" | "mercredi" => 2,
        "thursday" | "donnerstag" | "jueves" | "jeudi" => 3,
        "friday" | "freitag" | "viernes" | "vendredi" => 4,
        "saturday" | "samstag" | "sonnabend" | "sábado" | "samedi" => 5,
        "sunday" | "sonntag" | "domingo" | "dimanche" => 6,
        _ => return None,
    })
}

fn month(word: &str) -> Option<u8> {
    Some(match word {
        "january" | "jan" | "januar" | "enero" | "janvier" => 1,
        "february" | "feb" | "februar" | "febrero" | "février" => 2,
        "march" | "mar" | "märz" | "marzo" | "mars" => 3,
        "april" | "apr" | "abril" | "avril" => 4,
        "may" | "mai" | "mayo" => 5,
        "june" | "jun" | "juni" | "junio" | "juin" => 6,
        "july" | "jul" | "juli" | "julio" | "juillet" => 7,
        "august" | "aug" | "agosto" | "août" => 8,
        "september" | "sept" | "sep" | "septiembre" | "septembre" => 9,
        "october" | "oct" | "oktober" | "okt" | "octubre" | "octobre" => 10,
        "november" | "nov" | "noviembre" | "novembre" => 11,
        "december" | "dec" | "dezember" | "dez" | "diciembre" | "décembre" => 12,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Day, usize)> {
        let words: Vec<&str> = text.split(' ').collect();
        day(|at| words.get(at).copied(), false)
    }

    fn parts(text: &str) -> (Option<u16>, Option<u8>, Option<u8>, Option<u8>, usize) {
        let (day, len) = read(text).unwrap();
        (day.year, day.month, day.day, day.weekday, len)
    }

    #[test]
    fn every_name_of_a_day_or_month_may_open_a_date() {
        for name in ["thursday", "sonnabend", "miércoles", "may", "août", "märz", "décembre", "sept", "diciembre"] {
            assert!(may_open(name) && weekday(name).or(month(name)).is_some(), "{name}");
        }
        assert!(!may_open("they") && !may_open("no"));
    }

    #[test]
    fn days_in_all_dress() {
        assert_eq!(parts("thursday jan 10 2020 in"), (Some(2020), Some(1), Some(10), Some(3), 4));
        assert_eq!(parts("10 january"), (None, Some(1), Some(10), None, 2));
        assert_eq!(parts("may 2019"), (Some(2019), Some(5), None, None, 2));
        assert_eq!(parts("sunday"), (None, None, None, Some(6), 1));
        assert_eq!(read("may win"), None);
        assert_eq!(read("12 people"), None);
    }

    #[test]
    fn a_day_fits_what_says_less() {
        let full = read("thursday jan 10 2020").unwrap().0;
        assert!(full.fits(read("thursday").unwrap().0));
        assert!(full.fits(read("10 january").unwrap().0));
        assert!(!full.fits(read("friday").unwrap().0));
        assert!(!full.fits(read("jan 11").unwrap().0));
    }
}
