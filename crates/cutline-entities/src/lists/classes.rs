//! What a list can say about a name.

use std::fmt;
use std::ops::{BitOr, BitOrAssign};

/// A set of classes: what the lists know a name or word as.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub struct Classes(pub u32);

macro_rules! classes {
    ($($(#[doc = $doc:literal])+ $name:ident = $bit:literal $text:literal,)+) => {
        impl Classes {
            $($(#[doc = $doc])+ pub const $name: Classes = Classes(1 << $bit);)+

            /// Every class with the name it has in the lists.
            pub const ALL: &[(Classes, &str)] = &[$((Classes::$name, $text)),+];
        }
    };
}

classes! {
    /// A country, by any of its names: 'France', 'U.S.'.
    COUNTRY = 0 "country",
    /// People or things of a country: 'French', 'Iraqis'.
    DEMONYM = 1 "demonym",
    /// A city of 15,000 people or more.
    CITY = 2 "city",
    /// A city of 500,000 people or more, or a capital.
    BIG_CITY = 3 "big_city",
    /// A state of the U.S.
    US_STATE = 4 "us_state",
    /// The newsroom or postal abbreviation of one: 'Calif.', 'NY'.
    STATE_ABBREVIATION = 5 "state_abbreviation",
    /// A part of the world that is no state: 'Africa', 'Middle East'.
    REGION = 6 "region",
    /// A county of the U.S.
    COUNTY = 7 "county",
    /// A news agency or paper.
    AGENCY = 8 "agency",
    /// Another organisation: 'United Nations', 'NATO'.
    ORGANISATION = 9 "organisation",
    /// A woman's given name.
    GIVEN_FEMALE = 10 "given_female",
    /// A man's given name.
    GIVEN_MALE = 11 "given_male",
    /// A family name.
    SURNAME = 12 "surname",
    /// A form of address that stands before a name: 'Mr', 'Sir', 'Gen.'.
    TITLE = 13 "title",
    /// A title that says the bearer is a man.
    TITLE_MALE = 14 "title_male",
    /// A title that says the bearer is a woman.
    TITLE_FEMALE = 15 "title_female",
    /// A job or office: 'president', 'spokesman'.
    ROLE = 16 "role",
    /// A word that stands in roles beside such a one: 'deputy', 'foreign', 'former'.
    ROLE_MODIFIER = 17 "role_modifier",
    /// The last word of many organisations: 'Inc', 'University', 'Party'.
    ORG_WORD = 18 "org_word",
    /// The last word of many buildings: 'Airport', 'Bridge'.
    FACILITY_WORD = 19 "facility_word",
    /// A word for a place: 'River', 'Mount', 'Province'.
    PLACE_WORD = 20 "place_word",
    /// A religious, ethnic or political group: 'Muslim', 'Kurds', 'Republican'.
    GROUP = 21 "group",
    /// A language.
    LANGUAGE = 22 "language",
    /// A weekday or month.
    CALENDAR = 23 "calendar",
    /// A currency, by word or sign.
    CURRENCY = 24 "currency",
    /// A unit of measure.
    UNIT = 25 "unit",
    /// The last word of many events: 'Olympics', 'Festival'.
    EVENT_WORD = 26 "event_word",
    /// A place that stands for those who govern there: 'Kremlin', 'White House'.
    SEAT = 27 "seat",
    /// A word of everyday English that is also a name: 'Reading', 'Will'.
    COMMON_WORD = 28 "common_word",
    /// Part of a family name: 'van', 'de', 'bin'.
    PARTICLE = 29 "particle",
    /// Behind a name: 'Jr.', 'III'.
    SUFFIX = 30 "suffix",
    /// A part of a country that has a government, or a country that is no more: 'Bavaria', 'Ontario'.
    PROVINCE = 31 "province",
}

impl Classes {
    /// Nothing is known.
    pub const NONE: Classes = Classes(0);

    /// A given name of either kind.
    pub const GIVEN: Classes = Classes(Classes::GIVEN_FEMALE.0 | Classes::GIVEN_MALE.0);

    /// Classes whose names may be written without a capital.
    pub(crate) const LOWER: Classes = Classes(
        Classes::ROLE.0
            | Classes::ROLE_MODIFIER.0
            | Classes::CURRENCY.0
            | Classes::UNIT.0
            | Classes::COMMON_WORD.0
            | Classes::PARTICLE.0,
    );

    /// Whether it holds any class of `other`.
    pub fn any(self, other: Classes) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether it holds none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The classes in both.
    pub fn and(self, other: Classes) -> Classes {
        Classes(self.0 & other.0)
    }

    /// The numbers of the classes it holds, each below 32, rising: handy as feature ids.
    pub fn bits(self) -> impl Iterator<Item = u32> {
        (0..32).filter(move |bit| self.0 >> bit & 1 == 1)
    }

    /// The class of that name in the lists.
    pub fn from_name(name: &str) -> Option<Classes> {
        Self::ALL.iter().find(|(_, text)| *text == name).map(|&(class, _)| class)
    }
}

impl BitOr for Classes {
    type Output = Classes;

    fn bitor(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }
}

impl BitOrAssign for Classes {
    fn bitor_assign(&mut self, other: Classes) {
        self.0 |= other.0;
    }
}

impl fmt::Debug for Classes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = Self::ALL.iter().filter(|(class, _)| self.any(*class)).map(|&(_, name)| name).collect();
        f.write_str(&names.join("+"))
    }
}
