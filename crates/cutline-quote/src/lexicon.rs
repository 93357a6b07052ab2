//! English words that matter around quotations: verbs of speech, pronouns,
//! function words, titles and roles. Closed classes, written out.

use std::ops::BitOr;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

/// A set of word classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Class(pub u32);

impl Class {
    pub const NONE: Class = Class(0);
    /// Finite verbs of speech: 'said', 'adds'.
    pub const SPEECH: Class = Class(1);
    /// Their participles: 'saying', 'adding'.
    pub const SAYING: Class = Class(1 << 1);
    /// Pronouns that can speak: 'he', 'they', 'I'.
    pub const PRONOUN: Class = Class(1 << 2);
    /// 'who', 'which'.
    pub const RELATIVE: Class = Class(1 << 3);
    pub const AUXILIARY: Class = Class(1 << 4);
    /// Adverbs that stand between subject and verb: 'also', 'later'.
    pub const ADVERB: Class = Class(1 << 5);
    pub const DETERMINER: Class = Class(1 << 6);
    pub const PREPOSITION: Class = Class(1 << 7);
    /// 'and', 'but', 'or'.
    pub const CONJUNCTION: Class = Class(1 << 8);
    /// 'that', 'if', 'when', 'because'.
    pub const SUBORDINATOR: Class = Class(1 << 9);
    /// Days, months, 'yesterday'.
    pub const TIME: Class = Class(1 << 10);
    /// 'Mr', 'President': what stands before a name.
    pub const TITLE: Class = Class(1 << 11);
    /// 'spokesman', 'officials', 'report': nouns that speak.
    pub const ROLE: Class = Class(1 << 12);
    /// 'statement', 'interview', 'tweet': what speech is in.
    pub const MEDIUM: Class = Class(1 << 13);
    pub const NEGATION: Class = Class(1 << 14);
    pub const HE: Class = Class(1 << 17);
    pub const SHE: Class = Class(1 << 18);
    pub const THEY: Class = Class(1 << 19);
    /// What carries an inscription: 'sign', 'banner', 'word'.
    pub const SIGN: Class = Class(1 << 21);
    /// 'according' (to).
    pub const ACCORDING: Class = Class(1 << 23);
    /// Verbs of speech that mostly mean an act: 'begins', 'offers'.
    pub const BEGINS: Class = Class(1 << 24);
    /// Verbs that ask: the one who asks is often not named.
    pub const ASKS: Class = Class(1 << 25);
    /// Verbs that do something with papers, measures and people rather than say something.
    pub const DEED: Class = Class(1 << 26);
    /// What one says something in: 'statement', 'remarks'.
    pub const OCCASION: Class = Class(1 << 27);
    /// Adverbs that open a sentence: 'meanwhile', 'however'.
    pub const OPENER: Class = Class(1 << 28);
    /// Forms of 'read'.
    pub const READS: Class = Class(1 << 22);
    /// Group nouns that are no single person: 'officials', 'aides'.
    pub const PLURAL: Class = Class(1 << 20);

    /// Whether the two share a class.
    pub fn is(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Class {
    type Output = Class;

    fn bitor(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}

/// Hash of the lower-case form of a word.
pub(crate) fn form(word: &str) -> u32 {
    let mut hash: u32 = 0x811C_9DC5;
    let mut step = |byte: u8| hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    if word.is_ascii() {
        word.bytes().for_each(|byte| step(byte.to_ascii_lowercase()));
    } else {
        for c in word.chars().flat_map(char::to_lowercase) {
            let c = if c == '’' { '\'' } else { c };
            c.encode_utf8(&mut [0; 4]).bytes().for_each(&mut step);
        }
    }
    hash | 1
}

/// A coarse class of how a word ends, which tells verbs and adverbs from nouns.
pub(crate) fn ending(word: &str) -> u8 {
    const ENDINGS: &[&str] = &[
        "ing", "ed", "ly", "tion", "ment", "ness", "ity", "ers", "ans", "ists", "or", "er", "ist", "ian", "al", "ive",
        "ous", "able", "s",
    ];
    let long = word.len() > 3;
    ENDINGS.iter().position(|ending| long && word.ends_with(ending)).map_or(0, |at| at as u8 + 1)
}

/// The classes of a word with the hash `form`.
pub(crate) fn class_of(form: u32) -> Class {
    static WORDS: OnceLock<FxHashMap<u32, Class>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let mut words = FxHashMap::default();
        for (class, list) in LISTS {
            for word in list.split_whitespace() {
                let known: &mut Class = words.entry(crate::lexicon::form(word)).or_default();
                *known = *known | *class;
            }
        }
        words
    });
    words.get(&form).copied().unwrap_or_default()
}

const LISTS: &[(Class, &str)] = &[
    (
        Class::SPEECH,
        "say says said tell tells told add adds added write writes wrote ask asks asked note notes noted explain \
         explains explained reply replies replied respond responds responded announce announces announced argue \
         argues argued claim claims claimed declare declares declared insist insists insisted warn warns warned \
         state states stated tweet tweets tweeted post posts posted continue continues continued conclude concludes \
         concluded recall recalls recalled joke jokes joked quip quips quipped admit admits admitted acknowledge \
         acknowledges acknowledged confirm confirms confirmed deny denies denied suggest suggests suggested caution \
         cautions cautioned remark remarks remarked observe observes observed comment comments commented testify \
         testifies testified predict predicts predicted complain complains complained boast boasts boasted brag \
         brags bragged vow vows vowed pledge pledges pledged promise promises promised shout shouts shouted yell \
         yells yelled cry cries cried exclaim exclaims exclaimed whisper whispers whispered mutter mutters muttered \
         murmured answer answers answered counter counters countered retort retorts retorted assert asserts asserted \
         contend contends contended maintain maintains maintained allege alleges alleged emphasize emphasizes \
         emphasized emphasise emphasises emphasised stress stresses stressed reiterate reiterates reiterated repeat \
         repeats repeated report reports reported describe describes described call calls called urge urges urged \
         advise advises advised lament laments lamented muse mused opine opined quote quotes quoted reason reasoned \
         recount recounted reveal reveals revealed scoff scoffed sneer sneered tease teased thunder thundered urge \
         wonder wonders wondered acknowledge concede concedes conceded agree agrees agreed apologize apologized \
         confess confesses confessed demand demands demanded disclose disclosed elaborate elaborated email emailed \
         fire fired gush gushed hint hinted implore implored interject interjected interrupt interrupted intone \
         intoned joke lash lashed mention mentions mentioned offer offered praise praises praised proclaim proclaims \
         proclaimed profess propose proposed protest protested rail railed rant ranted read reads snap snapped \
         speculate speculated summarize summarized surmise taunt taunted text texted underscore underscored \
         volunteer volunteered begin begins began chant chants chanted chime chimed criticize criticized deadpan \
         deadpanned dub dubs dubbed decry decried denounce denounced dismiss dismisses dismissed defend defends \
         defended hail hails hailed label labels labeled labelled blast blasts blasted slam slams slammed fume fumed \
         marvel marveled plead pleaded point points pointed relate related remind reminds reminded specify specified \
         swear swears swore think thinks thought believe believes believed express expresses expressed echo echoes \
         echoed applaud applauds applauded cite cites cited clarify clarified instruct instructed order ordered \
         accuse accuses accused scold scolds scolded brand brands branded mock mocks mocked rebuke rebuked chide \
         chided counsel counseled counselled gripe griped grumble grumbled quibble retorts ask blurted blurt tout \
         touts touted tell insinuate insinuated assure assures assured stipulate stipulated postulated theorized \
         surmised recommend recommends recommended admonish admonishes admonished vent vented bemoan bemoans bemoaned \
         condemn condemns condemned deride derides derided disparage disparaged castigate castigated excoriate \
         excoriated lambaste lambasted lambasts caution ridicule ridicules ridiculed characterize characterized \
         characterise characterised liken likens likened equate equated refer refers referred",
    ),
    (
        Class::SAYING,
        "saying telling adding writing asking noting explaining replying responding announcing arguing claiming \
         declaring insisting warning stating tweeting posting continuing concluding recalling joking quipping \
         admitting acknowledging confirming denying suggesting cautioning remarking observing commenting predicting \
         complaining boasting bragging vowing pledging promising shouting yelling exclaiming answering asserting \
         contending maintaining alleging emphasizing emphasising stressing reiterating repeating describing calling \
         urging advising lamenting quoting chanting pointing reading reminding citing accusing scolding branding mocking \
         assuring touting recommending condemning likening referring ridiculing",
    ),
    (
        Class::PRONOUN,
        "he she they it we i you who she's he's they've we've i've someone everyone nobody one another others",
    ),
    (Class::HE, "he him his himself"),
    (Class::SHE, "she her hers herself"),
    (Class::THEY, "they them their themselves we us our"),
    (Class::RELATIVE, "who which whom whose"),
    (
        Class::AUXILIARY,
        "is are was were be been being am has have had having do does did done will would can could may might must \
         shall should isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't \
         couldn't 's 've 'd 'll 're",
    ),
    (
        Class::ADVERB,
        "also later then once again recently repeatedly often never always previously reportedly publicly privately \
         quickly flatly simply still even further now just only already first soon subsequently sarcastically bluntly \
         famously initially ultimately finally specifically separately directly explicitly merely earlier briefly \
         softly loudly angrily calmly quietly firmly strongly openly frequently actually really apparently",
    ),
    (
        Class::DETERMINER,
        "the a an this that these those his her their its our my your some any many several one two three four five \
         both each every another other most all few no",
    ),
    (
        Class::PREPOSITION,
        "of in on at to for by with from about against between into through during before after above below under \
         over among amid despite toward towards upon without within like regarding concerning per via since until",
    ),
    (Class::CONJUNCTION, "and but or nor yet so"),
    (
        Class::SUBORDINATOR,
        "that if whether when because while although though as since until unless after before where why how what",
    ),
    (
        Class::TIME,
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august \
         september october november december jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tonight \
         tomorrow morning afternoon evening night week month year",
    ),
    (
        Class::TITLE,
        "mr mrs ms dr sir dame lord lady president vice secretary senator sen representative rep congressman \
         congresswoman governor gov mayor minister premier chancellor king queen prince princess pope general gen \
         colonel col captain capt sergeant sgt lieutenant lt major admiral judge justice attorney professor prof rev \
         reverend bishop chairman chairwoman director speaker ambassador sheriff chief commissioner",
    ),
    (
        Class::ROLE,
        "spokesman spokeswoman spokesperson spokesmen official officials aide aides adviser advisers advisor advisors \
         source sources expert experts analyst analysts critic critics author authors reporter reporters journalist \
         journalists lawyer lawyers attorney attorneys prosecutor prosecutors police officer officers witness \
         witnesses activist activists economist economists strategist strategists pollster pollsters senator senators \
         lawmaker lawmakers governor president minister secretary chairman director executive executives manager \
         leader leaders candidate candidates supporter supporters voter voters democrat democrats republican \
         republicans father mother son daughter brother sister wife husband friend friends neighbor neighbors man \
         woman people person member members professor judge doctor doctors nurse teacher teachers report reports study \
         statement document documents newspaper magazine agency agencies company campaign committee group court \
         department ministry government administration embassy union organization university survey poll polls \
         insider insiders operative operatives consultant consultants diplomat diplomats investigator investigators \
         researcher researchers scientist scientists historian founder ceo coach player actor singer",
    ),
    (
        Class::PLURAL,
        "officials aides advisers advisors sources experts analysts critics reporters journalists lawyers attorneys \
         prosecutors officers witnesses activists economists strategists senators lawmakers leaders candidates \
         supporters voters democrats republicans people members doctors teachers polls documents agencies insiders \
         operatives consultants diplomats investigators researchers scientists friends",
    ),
    (
        Class::MEDIUM,
        "statement interview tweet tweets speech email letter op-ed column article post message memo press conference \
         briefing rally debate testimony remarks comments transcript video facebook twitter instagram broadcast \
         television radio",
    ),
    (Class::NEGATION, "not n't never didn't don't doesn't won't wouldn't no neither nor declined refused"),
    (
        Class::SIGN,
        "sign signs banner banners word words slogan slogans inscription inscriptions plaque plaques poster posters \
         placard placards billboard billboards letters lettering logo graffiti label headline caption sticker stickers \
         shirt shirts t-shirt t-shirts hat hats cap caps badge badges tattoo",
    ),
    (Class::ACCORDING, "according"),
    (
        Class::BEGINS,
        "begin begins began continue continues continued offer offers offered order orders ordered fire fired",
    ),
    (Class::ASKS, "ask asks asked asking"),
    (
        Class::DEED,
        "sign signs signed signing make makes made making issue issues issued issuing pass passes passed passing \
         impose imposes imposed imposing block blocks blocked blocking accept accepts accepted hire hires hired take \
         takes took taken reject rejects rejected rejecting side sides sided negotiate negotiates negotiated publish \
         publishes published appoint appoints appointed nominate nominates nominated seek seeks sought seeking look \
         looks looked looking cover covers covered launch launches launched",
    ),
    (
        Class::OCCASION,
        "comments remarks statement interview interviews statements tweet tweets email message testimony",
    ),
    (Class::OPENER, "meanwhile however still instead nevertheless nonetheless moreover furthermore besides otherwise"),
    (Class::READS, "read reads reading"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_ignore_case_and_the_make_of_apostrophes() {
        assert_eq!(form("Didn’t"), form("didn't"));
        assert!(class_of(form("SAID")).is(Class::SPEECH));
        assert!(!class_of(form("house")).is(Class::SPEECH));
    }
}
