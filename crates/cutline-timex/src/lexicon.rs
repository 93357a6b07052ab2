//! The words that time expressions and their cues are made of.
//!
//! A word is looked up by its lower-cased bytes, packed into 128 bits, in an
//! open-addressed table that is built once.

use std::sync::OnceLock;

use crate::word::{DayPart, Season, Unit, Word};

const SLOTS: usize = 2048;

/// The longest word of the lexicon fits a key.
const LONGEST: usize = 16;

struct Table {
    /// For each first letter, the lengths of the words that begin with it, as bits.
    lengths: [u32; 32],
    keys: Vec<u128>,
    words: Vec<Word>,
}

/// The class of a run of ASCII letters.
pub(crate) fn look_up(letters: &[u8]) -> Word {
    if letters.len() > LONGEST {
        return Word::Other;
    }
    let table = table();
    if table.lengths[first_letter(letters)] & (1 << letters.len()) == 0 {
        return Word::Other;
    }
    let key = pack(letters);
    let mut slot = slot_of(key);
    loop {
        match table.keys[slot] {
            0 => return Word::Other,
            found if found == key => return table.words[slot],
            _ => slot = (slot + 1) % SLOTS,
        }
    }
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table { lengths: [0; 32], keys: vec![0; SLOTS], words: vec![Word::Other; SLOTS] };
        for &(words, class) in GROUPS {
            for word in words.split(' ') {
                table.add(word, class);
            }
        }
        for (n, word) in SMALL.split(' ').enumerate() {
            table.add(word, Word::Small(n as u8 + 1));
        }
        for (n, word) in TENS.split(' ').enumerate() {
            table.add(word, Word::Tens((n as u8 + 2) * 10));
        }
        for (n, word) in ORDINALS.split(' ').enumerate().filter(|&(n, _)| n != 1) {
            table.add(word, Word::Ordinal(n as u8 + 1));
        }
        table.add_months();
        for (n, word) in WEEKDAYS.split(' ').enumerate() {
            table.add(word, Word::Weekday(n as u8 + 1, false));
            table.add(&format!("{word}s"), Word::Weekdays(n as u8 + 1));
        }
        table
    })
}

impl Table {
    fn add(&mut self, word: &str, class: Word) {
        let key = pack(word.as_bytes());
        let mut slot = slot_of(key);
        while self.keys[slot] != 0 {
            slot = (slot + 1) % SLOTS;
        }
        self.lengths[first_letter(word.as_bytes())] |= 1 << word.len();
        self.keys[slot] = key;
        self.words[slot] = class;
    }

    fn add_months(&mut self) {
        for (n, word) in MONTHS.split(' ').enumerate() {
            self.add(word, Word::Month(n as u8 + 1, false));
            if word.len() > 3 {
                self.add(&word[..3], Word::Month(n as u8 + 1, true));
            }
        }
        self.add("sept", Word::Month(9, true));
    }
}

fn first_letter(letters: &[u8]) -> usize {
    letters.first().map_or(0, |first| usize::from(first & 0x1f))
}

fn pack(letters: &[u8]) -> u128 {
    let mut bytes = [0; LONGEST];
    for (to, from) in bytes.iter_mut().zip(letters) {
        *to = from | 0x20;
    }
    u128::from_le_bytes(bytes)
}

fn slot_of(key: u128) -> usize {
    let folded = (key as u64) ^ ((key >> 64) as u64).rotate_left(23);
    (folded.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 53) as usize
}

const SMALL: &str = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
                     seventeen eighteen nineteen";
const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";
const ORDINALS: &str = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth \
                        fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";
const MONTHS: &str = "january february march april may june july august september october november december";
const WEEKDAYS: &str = "monday tuesday wednesday thursday friday saturday sunday";

const GROUPS: &[(&str, Word)] = &[
    ("hundred hundreds", Word::Hundred),
    ("thousand thousands", Word::Thousand),
    ("million billion trillion millions billions mln bln", Word::Million),
    ("dozen dozens", Word::Dozen),
    ("half", Word::Half),
    ("couple", Word::Couple),
    ("few several many numerous countless", Word::Vague),
    ("thirtieth", Word::Ordinal(30)),
    ("st nd rd th", Word::OrdinalSuffix),
    ("mon", Word::Weekday(1, true)),
    ("tue tues", Word::Weekday(2, true)),
    ("wed", Word::Weekday(3, true)),
    ("thu thur thurs", Word::Weekday(4, true)),
    ("fri", Word::Weekday(5, true)),
    ("sat", Word::Weekday(6, true)),
    ("sun", Word::Weekday(7, true)),
    ("second", Word::OrdinalOrSecond),
    ("seconds secs", Word::Units(Unit::Second)),
    ("minute min", Word::Unit(Unit::Minute)),
    ("minutes mins", Word::Units(Unit::Minute)),
    ("hour hr", Word::Unit(Unit::Hour)),
    ("hours hrs", Word::Units(Unit::Hour)),
    ("day", Word::Unit(Unit::Day)),
    ("days", Word::Units(Unit::Day)),
    ("week", Word::Unit(Unit::Week)),
    ("weeks", Word::Units(Unit::Week)),
    ("fortnight", Word::Unit(Unit::Fortnight)),
    ("fortnights", Word::Units(Unit::Fortnight)),
    ("month", Word::Unit(Unit::Month)),
    ("months", Word::Units(Unit::Month)),
    ("quarter", Word::Unit(Unit::Quarter)),
    ("quarters", Word::Units(Unit::Quarter)),
    ("year", Word::Unit(Unit::Year)),
    ("years", Word::Units(Unit::Year)),
    ("decade", Word::Unit(Unit::Decade)),
    ("decades", Word::Units(Unit::Decade)),
    ("century", Word::Unit(Unit::Century)),
    ("centuries", Word::Units(Unit::Century)),
    ("millennium", Word::Unit(Unit::Millennium)),
    ("millennia millenniums", Word::Units(Unit::Millennium)),
    ("spring springtime", Word::Season(Season::Spring)),
    ("summer summertime", Word::Season(Season::Summer)),
    ("fall autumn", Word::Season(Season::Fall)),
    ("winter wintertime", Word::Season(Season::Winter)),
    ("dawn daybreak sunrise", Word::Part(DayPart::Dawn)),
    ("morning", Word::Part(DayPart::Morning)),
    ("afternoon", Word::Part(DayPart::Afternoon)),
    ("evening dusk sunset", Word::Part(DayPart::Evening)),
    ("night nightfall", Word::Part(DayPart::Night)),
    ("mornings", Word::Parts(DayPart::Morning)),
    ("afternoons", Word::Parts(DayPart::Afternoon)),
    ("evenings", Word::Parts(DayPart::Evening)),
    ("nights", Word::Parts(DayPart::Night)),
    ("noon midday noontime", Word::Noon),
    ("midnight", Word::Midnight),
    ("overnight", Word::Overnight),
    ("weekend", Word::Weekend),
    ("weekends", Word::Weekends),
    ("weekday weekdays", Word::AnyWeekday),
    ("today", Word::Today),
    ("tomorrow", Word::Tomorrow),
    ("yesterday", Word::Yesterday),
    ("tonight", Word::Tonight),
    ("now", Word::Now),
    ("currently presently", Word::Currently),
    ("current", Word::Current),
    ("recent", Word::Recent),
    ("recently lately", Word::Recently),
    ("soon shortly", Word::Soon),
    ("future", Word::Future),
    ("present", Word::Present),
    ("nowadays", Word::Nowadays),
    ("the", Word::The),
    ("a an", Word::A),
    ("this", Word::This),
    ("that", Word::That),
    ("these", Word::These),
    ("those", Word::Those),
    ("last", Word::Last),
    ("next", Word::Next),
    ("past", Word::Past),
    ("previous preceding prior", Word::Previous),
    ("following ensuing", Word::Following),
    ("coming upcoming", Word::Coming),
    ("same", Word::Same),
    ("latest", Word::Latest),
    ("each", Word::Each),
    ("every", Word::Every),
    ("early", Word::Early),
    ("earlier", Word::Earlier),
    ("late", Word::Late),
    ("later", Word::Later),
    ("mid", Word::Mid),
    ("middle midst", Word::Middle),
    ("beginning start outset", Word::Start),
    ("end close", Word::End),
    ("ago", Word::Ago),
    ("before", Word::Before),
    ("after", Word::After),
    ("from", Word::From),
    ("to", Word::To),
    ("until till", Word::Until),
    ("through thru", Word::Through),
    ("between", Word::Between),
    ("and", Word::And),
    ("or", Word::Or),
    ("of", Word::Of),
    ("in", Word::In),
    ("on", Word::On),
    ("at", Word::At),
    ("by", Word::By),
    ("for", Word::For),
    ("since", Word::Since),
    ("during throughout", Word::During),
    ("within", Word::Within),
    ("over", Word::Over),
    ("about around approximately roughly circa some", Word::About),
    ("nearly almost", Word::Nearly),
    ("more longer", Word::More),
    ("less fewer", Word::Less),
    ("least", Word::Least),
    ("most", Word::Most),
    ("than", Word::Than),
    ("up", Word::Up),
    ("no not", Word::No),
    ("other", Word::EveryOther),
    ("additional extra further", Word::Additional),
    ("straight consecutive successive full trading business working calendar solid whole entire light", Word::Filler),
    ("right", Word::Right),
    ("sometime", Word::Sometime),
    ("once", Word::Once),
    ("twice", Word::Twice),
    ("times", Word::Times),
    ("per", Word::Per),
    ("hourly", Word::Repeated(Unit::Hour)),
    ("daily nightly", Word::Repeated(Unit::Day)),
    ("weekly", Word::Repeated(Unit::Week)),
    ("biweekly fortnightly", Word::Repeated(Unit::Fortnight)),
    ("monthly", Word::Repeated(Unit::Month)),
    ("quarterly", Word::Repeated(Unit::Quarter)),
    ("yearly annually", Word::Repeated(Unit::Year)),
    ("ended ending", Word::Ended),
    ("fiscal", Word::Fiscal),
    ("period", Word::Period),
    ("am", Word::Am),
    ("pm", Word::Pm),
    ("gmt utc est edt cst cdt mst mdt pst pdt bst cet cest ist et pt zulu", Word::Zone),
    ("clock", Word::Clock),
    ("daylong", Word::UnitLong(Unit::Day)),
    ("weeklong", Word::UnitLong(Unit::Week)),
    ("monthlong", Word::UnitLong(Unit::Month)),
    ("yearlong", Word::UnitLong(Unit::Year)),
    ("decadelong", Word::UnitLong(Unit::Decade)),
    ("old", Word::Old),
    ("long", Word::Long),
    (
        "christmas thanksgiving easter halloween labor labour memorial veterans valentine valentines election boxing \
      new good palm ash columbus mother mothers father fathers patrick remembrance armistice bastille \
      earth martin mlk presidents pentecost epiphany whit juneteenth ve vj",
        Word::Holiday,
    ),
    ("near immediate foreseeable distant", Word::Near),
    ("comparable corresponding", Word::Alike),
    ("academic school tax", Word::YearKind),
    ("number handful series", Word::Handful),
    ("ad ce", Word::Ad),
    ("bc bce", Word::Bc),
    ("twenties", Word::Decades(2)),
    ("thirties", Word::Decades(3)),
    ("forties", Word::Decades(4)),
    ("fifties", Word::Decades(5)),
    ("sixties", Word::Decades(6)),
    ("seventies", Word::Decades(7)),
    ("eighties", Word::Decades(8)),
    ("nineties", Word::Decades(9)),
    ("so", Word::So),
    ("while", Word::While),
    ("time", Word::Time),
    ("term", Word::Term),
    ("just", Word::Just),
    ("only", Word::Only),
    (
        "scheduled expected due plan plans planned planning expect expects intend slated set ready hope hopes intends effective payable expire \
      expires begins starts opens ends resumes reopens meets convenes hosts airs premieres departs would might",
        Word::Ahead,
    ),
    ("will ll shall wouldn", Word::Will),
    (
        "said told was were had reported announced did has been came went began took made killed closed fell rose brought sold bought paid held met left gave sent lost won hit led ran \
      spoke wrote shot fought caught found became grew broke stood struck sought kept drew drove threw flew saw heard \
      knew thought felt built spent rang shook sank sang stole swore taught woke wore withdrew overthrew agreed disagreed freed guaranteed decreed tore blew chose dealt drank ate fled froze hung laid lent meant rode \
      slept slid stuck swam swept swung understood wept bore bent bled bred burnt clung dug sued slew strode wound",
        Word::Behind,
    ),
    (
        "page room rooms flight route highway interstate section chapter article size nos suite apartment apt \
      unit channel item lot bus train platform boeing airbus phone tel fax call ext box po ward district resolution \
      psalm type model version windows level class grade part act",
        Word::Label,
    ),
    (
        "percent pc dollars cents euros pounds yen people persons miles mile kilometers kilometres km kg tons tonnes feet \
      foot ft meters metres acres barrels shares points votes seats degrees troops soldiers jobs workers employees \
      homes houses rpm mph kph mm cm inches pages words copies men women children students members",
        Word::Measure,
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whatever_their_case() {
        assert_eq!(look_up(b"SEPTEMBER"), Word::Month(9, false));
        assert_eq!(look_up(b"Sept"), Word::Month(9, true));
        assert_eq!(look_up(b"ninety"), Word::Tens(90));
        assert_eq!(look_up(b"Fridays"), Word::Weekdays(5));
        assert_eq!(look_up(b"second"), Word::OrdinalOrSecond);
        assert_eq!(look_up(b"septembers"), Word::Other);
        assert_eq!(look_up(b"incomprehensibilities"), Word::Other);
    }

    #[test]
    fn no_word_is_listed_twice() {
        let table = table();
        let mut keys: Vec<u128> = table.keys.iter().copied().filter(|&key| key != 0).collect();
        let all = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), all);
        assert!(all * 2 < SLOTS, "the table is too full: {all}");
    }
}
