//! News and picture agencies, and the styles their names are written in.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

/// The name under which an agency, picture house or often-credited paper is
/// known, whatever the style it is written in; `None` for what is no agency.
///
/// ```
/// use cutline_parse::agency_name;
///
/// assert_eq!(agency_name("AP Photo"), Some("Associated Press"));
/// assert_eq!(agency_name("GETTY"), Some("Getty Images"));
/// assert_eq!(agency_name("GAZ"), None);
/// ```
pub fn agency_name(written: &str) -> Option<&'static str> {
    if written.len() > LONGEST {
        return None;
    }
    let mut room = [0; 2 * LONGEST];
    let key = key(written, &mut room)?;
    let found = lookup(key);
    if found.is_some() {
        return found;
    }
    let mut rest = key;
    while let Some(shorter) = SUFFIXES.iter().find_map(|suffix| rest.strip_suffix(suffix.as_bytes())) {
        rest = shorter;
        if let Some(name) = lookup(rest) {
            return Some(name);
        }
    }
    lookup(rest.strip_prefix(b"the ")?)
}

/// Whether `written` is an agency's name just as it stands, with no word more.
pub(crate) fn is_agency(written: &str) -> bool {
    agency_name(written).is_some()
}

/// No name of an agency is written in more bytes.
const LONGEST: usize = 60;

/// What may follow an agency's name in a credit without changing it.
const SUFFIXES: &[&str] = &[
    " file photo",
    " photos",
    " photo",
    " pictures",
    " images",
    " file",
    " archive",
    " pool",
    " handout",
    " news agency",
    " agency",
];

/// Lower case, single spaces, full stops and '©' out; `None` where no style of
/// an agency begins like that.
fn key<'r>(written: &str, room: &'r mut [u8; 2 * LONGEST]) -> Option<&'r [u8]> {
    let mut len = 0;
    let mut parted = false;
    for c in written.chars() {
        if c.is_whitespace() || c == '©' || c == '\u{200b}' {
            parted = true;
            continue;
        }
        if std::mem::take(&mut parted) && len > 0 {
            room[len] = b' ';
            len += 1;
        }
        if c.is_ascii() && c != '.' && c != ',' {
            room[len] = c.to_ascii_lowercase() as u8;
            len += 1;
        } else if !c.is_ascii() {
            for c in c.to_lowercase() {
                len += c.encode_utf8(&mut room[len..]).len();
            }
        }
        if len == 2 && !table().begins(room[0], room[1]) {
            return None;
        }
    }
    Some(&room[..len])
}

/// The styles of all agencies, and the pairs of bytes that any of them begins with.
struct Table {
    names: FxHashMap<&'static [u8], &'static str>,
    pairs: Vec<bool>,
}

impl Table {
    fn begins(&self, first: u8, second: u8) -> bool {
        self.pairs[usize::from(first) << 8 | usize::from(second)]
    }
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table { names: FxHashMap::default(), pairs: vec![false; 1 << 16] };
        for &(name, styles) in AGENCIES {
            for style in styles.iter().map(|style| style.as_bytes()) {
                table.names.insert(style, name);
                table.pairs[usize::from(style[0]) << 8 | usize::from(style[1])] = true;
            }
        }
        // 'the' may stand before any of them.
        table.pairs[usize::from(b't') << 8 | usize::from(b'h')] = true;
        table
    })
}

fn lookup(key: &[u8]) -> Option<&'static str> {
    table().names.get(key).copied()
}

/// Name, and the styles it is written in (lower case, without full stops).
/// From the agencies' own style guides and picture desks' credit lines; sorted.
const AGENCIES: &[(&str, &[&str])] = &[
    ("ABACA Press", &["abaca press", "abaca", "abacapress", "abacapresscom"]),
    ("Action Images", &["action images", "action images via reuters"]),
    ("Adobe Stock", &["adobe stock", "adobestock", "stockadobecom"]),
    ("AFLO", &["aflo", "aflo sport"]),
    (
        "Agence France-Presse",
        &["afp", "agence france-presse", "agence france presse", "afp photo", "afpphoto", "afp forum"],
    ),
    ("Agencia EFE", &["efe", "agencia efe", "efe news"]),
    ("Agenzia Nova", &["agenzia nova"]),
    ("Alamy", &["alamy", "alamy stock photo", "alamy live news", "alamy stock", "alamy stock vector"]),
    ("Anadolu Agency", &["anadolu agency", "anadolu", "aa"]),
    ("ANI", &["ani", "asian news international"]),
    ("ANP", &["anp"]),
    ("ANSA", &["ansa"]),
    ("Antara", &["antara", "antara foto"]),
    ("APA", &["apa", "apa-picturedesk", "austria press agency"]),
    (
        "Associated Press",
        &[
            "ap",
            "associated press",
            "the associated press",
            "ap photo",
            "ap photos",
            "ap images",
            "apimages",
            "ap file",
            "ap wire",
            "ap news",
            "associated press photo",
        ],
    ),
    ("Australian Associated Press", &["aap", "australian associated press", "aap image", "aap images"]),
    ("Barcroft Media", &["barcroft media", "barcroft images", "barcroft"]),
    ("BELGA", &["belga", "belga mag", "belga photo"]),
    ("Belta", &["belta"]),
    ("Bernama", &["bernama"]),
    ("Bettmann Archive", &["bettmann", "bettmann archive"]),
    ("Bloomberg", &["bloomberg", "bloomberg news", "bloomberg photo"]),
    ("Bridgeman Images", &["bridgeman images", "bridgeman"]),
    ("Camera Press", &["camera press"]),
    ("Canadian Press", &["canadian press", "the canadian press", "cp", "canadian press images"]),
    ("Caters News Agency", &["caters", "caters news", "caters news agency"]),
    ("Central News Agency", &["cna", "central news agency"]),
    ("CNS", &["cns", "china news service"]),
    ("Contour", &["contour"]),
    ("Corbis", &["corbis"]),
    ("Cover Images", &["cover images"]),
    ("CTK", &["ctk", "čtk"]),
    ("dapd", &["dapd"]),
    ("Depositphotos", &["depositphotos"]),
    ("Deutsche Presse-Agentur", &["dpa", "deutsche presse-agentur", "dpa-zentralbild", "dpa picture-alliance"]),
    ("Dreamstime", &["dreamstime"]),
    ("EPA", &["epa", "epa-efe", "epa-efe/rex", "european pressphoto agency", "epa images"]),
    ("EyeEm", &["eyeem"]),
    ("FlickR", &["flickr"]),
    ("Fotolia", &["fotolia"]),
    ("Gallo Images", &["gallo images"]),
    (
        "Getty Images",
        &[
            "getty images",
            "getty",
            "gettyimages",
            "getty image",
            "getty images north america",
            "getty images europe",
            "getty images entertainment",
            "getty images news",
            "getty images sport",
            "getty stock",
            "getty images for",
        ],
    ),
    ("IANS", &["ians", "indo-asian news service"]),
    ("Icon Sportswire", &["icon sportswire"]),
    ("Imagn Images", &["imagn images", "imagn", "imagn content services"]),
    ("Imago", &["imago", "imago images"]),
    ("Interfax", &["interfax"]),
    ("iStock", &["istock", "istockphoto", "istockcom", "istock images"]),
    ("Itar-Tass", &["itar-tass"]),
    ("JIJI Press", &["jiji", "jiji press"]),
    ("Keystone", &["keystone", "keystone-sda"]),
    ("Kyodo News", &["kyodo", "kyodo news"]),
    ("LightRocket", &["lightrocket"]),
    ("LUSA", &["lusa"]),
    ("Magnum Photos", &["magnum", "magnum photos"]),
    ("MAXPPP", &["maxppp"]),
    ("Mega", &["mega", "mega agency"]),
    ("MTI", &["mti"]),
    ("Newscom", &["newscom"]),
    ("Newspix", &["newspix"]),
    ("NTB", &["ntb", "ntb scanpix"]),
    ("NurPhoto", &["nurphoto"]),
    ("PA", &["pa", "pa media", "pa wire", "pa images", "press association", "the press association", "pa archive"]),
    ("PAP", &["pap"]),
    ("Pexels", &["pexels"]),
    ("Philippine News Agency", &["philippine news agency"]),
    ("Photoshot", &["photoshot"]),
    ("Picture Alliance", &["picture alliance", "picture-alliance"]),
    ("Pixabay", &["pixabay", "pixabaycom"]),
    ("Polaris Images", &["polaris", "polaris images"]),
    ("Popperfoto", &["popperfoto"]),
    ("PTI", &["pti", "press trust of india", "pti photo"]),
    ("Redux Pictures", &["redux", "redux pictures"]),
    ("Reuters", &["reuters", "thomson reuters", "reuters staff", "reuters photo", "reuters connect"]),
    ("REX", &["rex", "rex features", "rex shutterstock", "rex/shutterstock"]),
    ("RIA Novosti", &["ria novosti", "ria"]),
    ("Ritzau Scanpix", &["ritzau scanpix", "ritzau", "scanpix"]),
    ("Saudi Press Agency", &["spa", "saudi press agency"]),
    ("Shutterstock", &["shutterstock", "shutterstockcom"]),
    ("SIPA", &["sipa", "sipa press", "sipa usa", "sipausa", "sipa asia"]),
    ("Solo Syndication", &["solo syndication"]),
    ("SOPA Images", &["sopa images", "sopa"]),
    ("Splash News", &["splash", "splash news", "splashnewscom"]),
    ("Sputnik", &["sputnik"]),
    ("SWNS", &["swns", "south west news service"]),
    ("Tanjug", &["tanjug"]),
    ("TASS", &["tass"]),
    ("TNS", &["tns", "tribune news service", "tribune content agency"]),
    ("TT News Agency", &["tt", "tt news agency"]),
    ("Ukrinform", &["ukrinform"]),
    ("UNI", &["united news of india"]),
    ("Unsplash", &["unsplash"]),
    ("UPI", &["upi", "united press international"]),
    ("USA TODAY Sports", &["usa today sports", "usa today network"]),
    ("VCG", &["vcg", "visual china group"]),
    ("Visum", &["visum"]),
    ("WENN", &["wenn", "wenncom"]),
    ("Wikimedia Commons", &["wikimedia commons", "wikimedia"]),
    ("Xinhua", &["xinhua", "xinhua news agency"]),
    ("Yonhap", &["yonhap", "yonhap news", "yonhap news agency"]),
    ("ZUMA Press", &["zuma", "zuma press", "zumapress", "zuma wire", "zumapresscom"]),
];
