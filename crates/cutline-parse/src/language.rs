//! Which language a text is in, told from a sample of bounded size.

use crate::item::Item;
use crate::lexicon::{self, class};

/// How much of the text is looked at.
const SAMPLE: usize = 1_200;

/// The ISO 639-1 code of the language, or `und`.
///
/// English is told by its function words alone, which nearly every English
/// text shows within a few lines; for the rest trigrams decide (`whatlang`).
pub(crate) fn detect(text: &str, items: &[Item]) -> &'static str {
    let mut sample = String::new();
    let (mut words, mut function, mut lower, mut own) = (0usize, 0usize, 0usize, 0usize);
    let prose = items.iter().filter(|item| item.words >= 8).chain(items.iter().filter(|item| item.words < 8));
    for item in prose {
        let line = &text[item.line()];
        let line = &line[..crate::layout::floor(line, SAMPLE - sample.len())];
        for word in line.split_ascii_whitespace() {
            words += 1;
            function += usize::from(class(word) & lexicon::FUNCTION != 0);
            lower += usize::from(word.starts_with(char::is_lowercase));
            own += usize::from(["the", "and", "of", "with"].iter().any(|own| word.eq_ignore_ascii_case(own)));
        }
        sample.push_str(line);
        sample.push(' ');
        if sample.len() + 8 > SAMPLE || words >= 60 && function * 4 >= words {
            break;
        }
    }
    // In a list of names the names say nothing of the language around them.
    let among_names = own >= 2 && function * 4 >= lower && lower * 3 < words;
    if words >= 4 && function * 4 >= words || among_names {
        return "en";
    }
    if sample.chars().filter(|c| c.is_alphabetic()).take(24).count() < 24 {
        return "und";
    }
    whatlang::detect(&sample).map_or("und", |info| {
        let sure = info.is_reliable() || info.confidence() > 0.3;
        let titles =
            info.lang() == whatlang::Lang::Eng || function * 8 >= words && words >= 8 && info.confidence() < 0.9;
        if titles {
            "en"
        } else if sure {
            code(info.lang())
        } else {
            "und"
        }
    })
}

fn code(lang: whatlang::Lang) -> &'static str {
    let three = lang.code();
    CODES.split_ascii_whitespace().find_map(|pair| pair.strip_prefix(three)?.strip_prefix('=')).unwrap_or("und")
}

/// ISO 639-3 to 639-1.
const CODES: &str = "eng=en rus=ru cmn=zh spa=es por=pt ita=it ben=bn fra=fr deu=de ukr=uk kat=ka ara=ar hin=hi jpn=ja heb=he \
    yid=yi pol=pl amh=am jav=jv kor=ko nob=nb dan=da swe=sv fin=fi tur=tr nld=nl hun=hu ces=cs ell=el bul=bg bel=be mar=mr \
    kan=kn ron=ro slv=sl hrv=hr srp=sr mkd=mk lit=lt lav=lv est=et tam=ta vie=vi urd=ur tha=th guj=gu uzb=uz pan=pa aze=az \
    ind=id tel=te pes=fa mal=ml ori=or mya=my nep=ne sin=si khm=km tuk=tk aka=ak zul=zu sna=sn afr=af lat=la slk=sk cat=ca \
    tgl=tl hye=hy cym=cy";
