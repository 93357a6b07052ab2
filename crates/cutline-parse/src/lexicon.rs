//! Words that tell news prose, captions and menus apart.
//!
//! The classes are closed word classes of English, and the verbs that caption
//! writers use in the present tense for what a picture shows (the rule of
//! every wire stylebook: the first sentence of a caption is in the present).

use std::sync::OnceLock;

/// 'the', 'of', 'and': what running text is full of and menus lack.
pub(crate) const FUNCTION: u32 = 1;
/// 'greets', 'delivers'.
pub(crate) const PHOTO_THIRD: u32 = 1 << 1;
/// 'greet', 'deliver'.
pub(crate) const PHOTO_BASE: u32 = 1 << 2;
/// 'was', 'told', 'made'.
pub(crate) const PAST: u32 = 1 << 3;
/// 'said', 'according'.
pub(crate) const SPEECH: u32 = 1 << 4;
/// 'will', 'has', 'could'.
pub(crate) const MODAL: u32 = 1 << 5;
/// 'left', 'center', 'foreground'.
pub(crate) const POSITION: u32 = 1 << 6;
/// 'May', 'Feb'.
pub(crate) const MONTH: u32 = 1 << 7;
/// 'Thursday'.
pub(crate) const WEEKDAY: u32 = 1 << 8;
/// 'people', 'police': plurals without an s.
pub(crate) const PLURAL: u32 = 1 << 9;
/// 'seen', 'pictured': what follows 'is' in captions.
pub(crate) const SEEN: u32 = 1 << 10;
/// 'He', 'But', 'Meanwhile': words that open sentences of running text.
pub(crate) const OPENER: u32 = 1 << 11;
/// 'in', 'during', 'the': what follows a verb that shows something.
pub(crate) const AFTER_VERB: u32 = 1 << 12;
/// Words of jobs and desks in bylines: 'Staff', 'Correspondent'.
pub(crate) const JOB: u32 = 1 << 13;
/// Words that only organisations carry: 'Times', 'Images', 'Ministry'.
pub(crate) const ORG: u32 = 1 << 14;
/// Words of menus and section fronts: 'News', 'Sports', 'Opinion'.
pub(crate) const MENU: u32 = 1 << 15;

/// Words of timestamp lines: 'published', 'GMT', 'ago'.
pub(crate) const STAMP: u32 = 1 << 16;

/// A word of every phrase by which notices of consent and rights are known.
pub(crate) const NOTICE: u32 = 1 << 17;

/// The classes of `word`, whatever its case; 0 for a word of none.
pub(crate) fn class(word: &str) -> u32 {
    let bytes = word.as_bytes();
    if bytes.len() > LONGEST || bytes.is_empty() {
        return 0;
    }
    table().get(key(bytes))
}

/// No word of the lists has more bytes.
const LONGEST: usize = 16;

/// Up to 16 bytes in lower case as a number, the first the lowest.
fn key(bytes: &[u8]) -> u128 {
    if let Some((head, tail)) = bytes.split_first_chunk::<8>() {
        let low = lower(u64::from_le_bytes(*head));
        return u128::from(low) | u128::from(lower(short_key(tail))) << 64;
    }
    u128::from(lower(short_key(bytes)))
}

/// Up to 8 bytes as a number.
fn short_key(bytes: &[u8]) -> u64 {
    if let Some(all) = bytes.first_chunk::<8>() {
        return u64::from_le_bytes(*all);
    }
    if let (Some(head), Some(tail)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        // The two overlap where there are fewer than 8 bytes.
        let tail = u64::from(u32::from_le_bytes(*tail));
        return u64::from(u32::from_le_bytes(*head)) | tail << (8 * (bytes.len() - 4));
    }
    bytes.iter().rev().fold(0, |key, &byte| key << 8 | u64::from(byte))
}

/// Eight bytes in lower case at once: ASCII capitals get the bit that tells
/// small letters.
fn lower(bytes: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let ascii = bytes & (0x7f * EACH);
    let from_a = ascii + (0x80 - b'A' as u64) * EACH;
    let beyond_z = ascii + (0x7f - b'Z' as u64) * EACH;
    let capital = (from_a ^ beyond_z) & !bytes & (0x80 * EACH);
    bytes | capital >> 2
}

/// A hash table of words that fit into 16 bytes, with open addressing: this is
/// asked once or twice for every word of a text.
struct Table {
    slots: Vec<(u128, u32)>,
}

impl Table {
    /// A power of two, several times the number of words.
    const SLOTS: usize = 8192;

    fn slot(key: u128) -> usize {
        let folded = (key as u64) ^ ((key >> 64) as u64).rotate_left(29);
        (folded.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 51) as usize
    }

    fn get(&self, key: u128) -> u32 {
        let mut slot = Self::slot(key);
        loop {
            let (found, class) = self.slots[slot];
            if found == key || found == 0 {
                return class;
            }
            slot = (slot + 1) % Self::SLOTS;
        }
    }

    fn put(&mut self, word: &str, bits: u32) {
        let key = key(word.as_bytes());
        let mut slot = Self::slot(key);
        while self.slots[slot].0 != 0 && self.slots[slot].0 != key {
            slot = (slot + 1) % Self::SLOTS;
        }
        self.slots[slot] = (key, self.slots[slot].1 | bits);
    }
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table { slots: vec![(0, 0); Table::SLOTS] };
        for &(bits, words) in LISTS {
            for word in words.split_ascii_whitespace() {
                table.put(word, bits);
            }
        }
        for base in VERBS.split_ascii_whitespace() {
            table.put(base, PHOTO_BASE);
            table.put(&third(base), PHOTO_THIRD);
        }
        table
    })
}

/// 'carry' → 'carries', 'watch' → 'watches', 'greet' → 'greets'.
fn third(base: &str) -> String {
    let vowel_before = |stem: &str| stem.ends_with(['a', 'e', 'i', 'o', 'u']);
    if let Some(stem) = base.strip_suffix('y').filter(|stem| !vowel_before(stem)) {
        return format!("{stem}ies");
    }
    let hissing = base.ends_with(['s', 'x', 'z', 'o']) || base.ends_with("sh") || base.ends_with("ch");
    format!("{base}{}", if hissing { "es" } else { "s" })
}

const LISTS: &[(u32, &str)] = &[
    (
        NOTICE,
        "access account ad ads affiliate alerts already app as audience become browser commission conditions \
         contact content contribution cookie cookies correction details editor email experience expressed \
         external facebook feedback follow free guidelines hear help here inbox independent javascript join \
         journalists listen main material news newsletter newsletters notice notifications office opens \
         permissions picture please policy print privacy promise provided quotes read reading reproduced \
         reserved rights subject subscribe subscriber-only subscribing subscription survey terms unsubscribe \
         up",
    ),
    (
        STAMP,
        "a.m a.m. added aest ago ago. akst am am. an at bst cdt cest cet close created cst ct date day days \
         eat edt est et filed first gmt h hkt hour hours hr hrs hst issued ist jst last local mdt min mins \
         minute minutes modified month months mst mt npt of on p.m p.m. pdt pkt pm pm. posted pst pt publish \
         published release released sast sgt story the time today update updated uploaded utc wat week weeks \
         wib year years yesterday",
    ),
    (
        FUNCTION,
        "the of and to in a an is are was were for on with as at by from that this these those it its his her their \
         he she they we you i be been being has have had not but or which who whom whose will would can could should \
         may might must about after before into onto than then there when where while if because so no nor such some \
         any all both each few more most other another also only just even over under between among against during \
         through without within until since do does did what how why up out off",
    ),
    (
        PAST,
        "was were had did said told made went came took gave got saw knew thought found left kept began felt held \
         brought wrote stood heard let meant set met ran paid sat spoke led grew lost fell sent built spent won \
         became rose drew broke chose drove sought fought caught taught bought sold struck hit put shot became",
    ),
    (
        SPEECH,
        "said says told added according asked replied explained argued tweeted insisted acknowledged declined announced \
      reported confirmed",
    ),
    (MODAL, "will would could should might must has have can may cannot won't can't didn't wasn't isn't doesn't don't"),
    (
        POSITION,
        "left right center centre second third fourth top bottom foreground background rear middle clockwise \
         pictured far above below front back",
    ),
    (
        MONTH,
        "january february march april may june july august september october november december jan feb mar apr jun \
         jul aug sep sept oct nov dec",
    ),
    (WEEKDAY, "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"),
    (
        PLURAL,
        "people men women children police fans crew crews crowd crowds youth troops personnel cattle sheep others \
         staff rescuers",
    ),
    (
        SEEN,
        "seen pictured shown photographed displayed parked visible silhouetted reflected surrounded covered lit \
         illuminated moored docked stacked piled escorted led flanked accompanied greeted carried held draped \
         submerged projected",
    ),
    (
        OPENER,
        "he she it they we i you but and or yet so however meanwhile instead still also that those these such then \
         there thus asked when if although though because while since until despite according earlier later last \
         next now here what why how his her its their our my",
    ),
    (
        AFTER_VERB,
        "a an the his her their its our at in on during outside past through from with as to for after before near \
         inside into down up over under along against by around across alongside behind beside beneath between \
         off out onto next toward towards among amid",
    ),
    (
        JOB,
        "staff senior contributor writer reporter correspondent editor editorial special columnist chief associate \
         assistant producer author photographer journalist bureau desk freelance contributing political national \
         digital executive sports business science health technology updated published posted on for from",
    ),
    (
        ORG,
        "times post herald tribune news gazette journal press agency images image photo photos photography media \
         daily star sun chronicle guardian observer bloomberg university department office ministry police service \
         inc corp co ltd llc company group network tv television radio magazine review bureau institute center \
         centre association society museum archive archives library collection pictures picture wire globe inquirer \
         examiner register courier dispatch telegraph mail express mirror independent monitor republic sentinel \
         standard today union world nation county city state courtesy handout pool studio studios productions \
         entertainment records films film foundation council government commission committee club league sport \
         sports of the via getty ap afp reuters epa collaboration project file stock board authority bank school hospital church court theatre theater \
         administration embassy army navy force forces command presidency palace corporation laboratory survey \
         port airport zoo party parliament senate rescue brigade trust parks academy college rights",
    ),
    (
        MENU,
        "news sports sport opinion business politics world local home video videos photos live weather tech \
         technology science health entertainment lifestyle travel money markets culture arts music movies food style \
         more menu sections search topics trending latest featured subscribe newsletter newsletters share comments \
         community education environment national international breaking magazine podcasts games puzzles jobs \
         homepage us uk u.s. analysis exclusive editorial features life watch read popular advertisement sponsored \
         digital email print contact about help print explore key points",
    ),
];

const VERBS: &str = "accept accompany address adjust aim applaud approach arrive attend await bathe battle beat board \
    bow brave browse burn buy carry cast catch celebrate chant chat check cheer clap clean clear climb collect comfort \
    compete congratulate control cook cover cross crowd cry cut cycle dance deliver demonstrate depart descend dig \
    dine direct discuss display dive douse drag draw dress drink drive eat embrace emerge enjoy enter examine exchange \
    exercise exit extinguish face feed fight fill film fire fish flank flee float fly follow form frolic gather gaze \
    gesture give glance glide grab graze greet guard guide hand hang haul head hike hoist hold hug hurl inspect \
    instruct introduce jog join juggle jump kick kiss kneel laugh launch lay lead lean leap leave lie lift light line \
    listen load look loom march meet mingle mop motion mourn move navigate nest observe offer operate overlook paddle \
    paint parade park participate pass pat patrol pause pay pedal perform photograph pick picket place plant play plow \
    point pose pour practice pray prepare present protest pull push race raise rally reach read receive recite reflect \
    rehearse remove repair rescue rest return ride rise roam roll row run rush sail salute scale scan scuffle search \
    secure sell serve set shake shelter shield shine shop shout show shovel sift sign sing sip sit skate ski sleep \
    slide smile sort spar speak splash spray sprint stack stage stand stare steer step stop stretch stroll \
    struggle surf surround survey swear sweep swim swing tackle take talk taste tear tend test thank throw tie toast \
    tour touch tow train transport travel treat try turn unload unveil use view visit vote wade wait walk warm wash \
    watch water wave wear weave weep weigh welcome work wrap write yell";

/// Whether `word` is one of the small words within surnames ('van', 'bin').
pub(crate) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

const PARTICLES: &[&str] = &[
    "de", "da", "di", "van", "von", "der", "den", "bin", "al", "la", "el", "del", "dos", "le", "ter", "ibn", "du",
    "bint",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_the_words_in_lower_case() {
        for word in ["", "A", "May", "Rain", "Towns", "@Zz[`{", "Watches", "Caf\u{e9}", "THURSDAY", "Subscriber-Only"] {
            let mut bytes = [0; LONGEST];
            bytes[..word.len()].copy_from_slice(word.as_bytes());
            bytes.make_ascii_lowercase();
            assert_eq!(key(word.as_bytes()), u128::from_le_bytes(bytes), "{word}");
        }
    }

    #[test]
    fn forms_and_cases() {
        assert_ne!(class("Carries") & PHOTO_THIRD, 0);
        assert_ne!(class("watches") & PHOTO_THIRD, 0);
        assert_ne!(class("THURSDAY") & WEEKDAY, 0);
        assert_eq!(class("averyveryverylongword"), 0);
    }
}
