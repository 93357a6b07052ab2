//! Holidays by name.

use super::{Read, Reader};
use crate::calendar::Holiday;
use crate::word::Word;

impl Reader<'_> {
    /// The holiday whose name begins at `at`; the longest name wins.
    pub(crate) fn holiday(&self, at: usize) -> Read<Holiday> {
        if self.word(at) != Word::Holiday || !self.is_capital(at) {
            return self.ninth_of_september(at);
        }
        NAMES.iter().find_map(|&(name, holiday)| Some((holiday, self.name(at, name)?)))
    }

    /// Whether the words of `name` stand at `at`; apostrophes count as written.
    fn name(&self, at: usize, name: &str) -> Option<usize> {
        let mut next = at;
        for word in name.split(' ') {
            if self.is_mark(next, b'\'') && next > at && self.is_glued(next) && !word.starts_with('\'') {
                next += 1;
                if self.is(next, "s") && word != "s" {
                    next += 1;
                }
            }
            if !self.is(next, word) {
                return None;
            }
            next += 1;
        }
        Some(next)
    }

    /// '9/11', as a name.
    fn ninth_of_september(&self, at: usize) -> Read<Holiday> {
        let spelled = matches!((self.word(at), self.word(at + 2)), (Word::Digits(9, 1), Word::Digits(11, 2)))
            && self.glued_mark(at + 1, b'/')
            && self.is_glued(at + 2);
        let alone =
            !self.is_glued(at) && (!self.is_glued(at + 3) || !matches!(self.word(at + 3), Word::Mark(b'/' | b'%')));
        (spelled && alone).then_some((Holiday::NineEleven, at + 3))
    }
}

/// Longer names stand before the shorter ones they begin with.
const NAMES: &[(&str, Holiday)] = &[
    ("christmas eve", Holiday::ChristmasEve),
    ("christmas day", Holiday::Christmas),
    ("christmas", Holiday::Christmas),
    ("thanksgiving day", Holiday::Thanksgiving),
    ("thanksgiving", Holiday::Thanksgiving),
    ("easter sunday", Holiday::Easter),
    ("easter monday", Holiday::EasterMonday),
    ("easter", Holiday::Easter),
    ("good friday", Holiday::GoodFriday),
    ("palm sunday", Holiday::PalmSunday),
    ("ash wednesday", Holiday::AshWednesday),
    ("whit monday", Holiday::WhitMonday),
    ("pentecost", Holiday::Pentecost),
    ("epiphany", Holiday::Epiphany),
    ("halloween", Holiday::Halloween),
    ("labor day", Holiday::LaborDay),
    ("labour day", Holiday::LaborDay),
    ("memorial day", Holiday::MemorialDay),
    ("veterans day", Holiday::VeteransDay),
    ("remembrance day", Holiday::VeteransDay),
    ("armistice day", Holiday::VeteransDay),
    ("valentine s day", Holiday::Valentines),
    ("valentines day", Holiday::Valentines),
    ("valentine day", Holiday::Valentines),
    ("election day", Holiday::ElectionDay),
    ("boxing day", Holiday::BoxingDay),
    ("new year s day", Holiday::NewYearsDay),
    ("new years day", Holiday::NewYearsDay),
    ("new year day", Holiday::NewYearsDay),
    ("new year s eve", Holiday::NewYearsEve),
    ("new years eve", Holiday::NewYearsEve),
    ("new year eve", Holiday::NewYearsEve),
    ("columbus day", Holiday::ColumbusDay),
    ("mother s day", Holiday::MothersDay),
    ("mothers day", Holiday::MothersDay),
    ("mother day", Holiday::MothersDay),
    ("father s day", Holiday::FathersDay),
    ("fathers day", Holiday::FathersDay),
    ("father day", Holiday::FathersDay),
    ("martin luther king jr day", Holiday::KingDay),
    ("martin luther king day", Holiday::KingDay),
    ("mlk day", Holiday::KingDay),
    ("presidents day", Holiday::PresidentsDay),
    ("earth day", Holiday::EarthDay),
    ("bastille day", Holiday::BastilleDay),
    ("juneteenth", Holiday::Juneteenth),
    ("ve day", Holiday::VictoryInEurope),
    ("vj day", Holiday::VictoryOverJapan),
];
