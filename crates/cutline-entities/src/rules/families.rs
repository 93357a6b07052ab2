//! Makes of arms, vehicles and devices that go by a name rather than a designation.

use cutline_text::TokenKind;

use super::Sentence;

/// Names that are something else too: products only before a word for what they are.
const NAMED: &[&str] = &[
    "Abrams",
    "Apache",
    "Ariane",
    "Atlas",
    "Bayraktar",
    "Black Hawk",
    "Bradley",
    "Brimstone",
    "Bulava",
    "Caesar",
    "Challenger",
    "Chinook",
    "Concorde",
    "Crew Dragon",
    "Dragon",
    "Eurofighter",
    "Excalibur",
    "Exocet",
    "Falcon",
    "Falcon Heavy",
    "Gazelle",
    "Global Hawk",
    "Grad",
    "Grippen",
    "Gripen",
    "Harpoon",
    "Harrier",
    "Hellfire",
    "Hercules",
    "HIMARS",
    "Hornet",
    "Hummer",
    "Humvee",
    "Hwasong",
    "Iskander",
    "Javelin",
    "Kalashnikov",
    "Kalibr",
    "Katyusha",
    "Kinzhal",
    "Lancet",
    "Leopard",
    "Long March",
    "Lynx",
    "Marder",
    "Merkava",
    "Mirage",
    "Neptune",
    "Orion",
    "Osprey",
    "Pantsir",
    "Patriot",
    "Polaris",
    "Predator",
    "Progress",
    "Proton",
    "Puma",
    "Qassam",
    "Rafale",
    "Raptor",
    "Reaper",
    "Sarmat",
    "Scud",
    "Sea King",
    "Shahed",
    "Sidewinder",
    "Soyuz",
    "Spitfire",
    "Starliner",
    "Starlink",
    "Starship",
    "Starstreak",
    "Stinger",
    "Storm Shadow",
    "Stryker",
    "Super Hornet",
    "Switchblade",
    "Taurus",
    "Tesla Model",
    "Thunderbolt",
    "Tomahawk",
    "Topol",
    "Tornado",
    "Trident",
    "Typhoon",
    "Vampire",
    "Vega",
    "Vulcan",
    "Warthog",
    "Wildcat",
    "Zircon",
    "Zolfaghar",
];
/// What they are.
const KINDS: &[&str] = &[
    "aircraft",
    "antenna",
    "antennas",
    "bomber",
    "bombers",
    "capsule",
    "craft",
    "drone",
    "drones",
    "fighter",
    "fighters",
    "gun",
    "guns",
    "gunship",
    "gunships",
    "helicopter",
    "helicopters",
    "howitzer",
    "howitzers",
    "jet",
    "jets",
    "launcher",
    "launchers",
    "missile",
    "missiles",
    "plane",
    "planes",
    "rifle",
    "rifles",
    "rocket",
    "rockets",
    "satellite",
    "satellites",
    "spacecraft",
    "submarine",
    "submarines",
    "system",
    "systems",
    "tank",
    "tanks",
    "terminal",
    "terminals",
    "torpedo",
    "torpedoes",
    "vehicle",
    "vehicles",
];
/// Makers of cars with their models.
const CARS: &[(&str, &[&str])] = &[
    ("Audi", &["A3", "A4", "A6", "A8", "Q3", "Q5", "Q7", "Q8", "e-tron"]),
    ("Chevrolet", &["Camaro", "Corvette", "Impala", "Malibu", "Silverado", "Suburban", "Tahoe", "Volt", "Bolt"]),
    ("Dacia", &["Duster", "Logan", "Sandero"]),
    ("Dodge", &["Challenger", "Charger", "Durango", "Ram"]),
    ("Fiat", &["Panda", "Punto", "Uno"]),
    ("Ford", &["Bronco", "Escort", "Explorer", "F-150", "Fiesta", "Focus", "Mondeo", "Mustang", "Ranger", "Transit"]),
    ("Honda", &["Accord", "Civic", "CR-V", "Jazz", "Odyssey", "Pilot"]),
    ("Hyundai", &["Elantra", "Ioniq", "Kona", "Santa Fe", "Sonata", "Tucson"]),
    ("Jeep", &["Cherokee", "Compass", "Grand Cherokee", "Wrangler"]),
    ("Kia", &["Picanto", "Rio", "Sorento", "Soul", "Sportage"]),
    ("Lada", &["Granta", "Niva", "Priora", "Samara", "Vesta"]),
    ("Nissan", &["Altima", "Leaf", "Micra", "Navara", "Patrol", "Pathfinder", "Qashqai", "Sentra"]),
    ("Peugeot", &["206", "208", "308", "404", "405", "504"]),
    ("Porsche", &["911", "Boxster", "Cayenne", "Macan", "Panamera", "Taycan"]),
    ("Renault", &["Clio", "Kangoo", "Kwid", "Logan", "Megane", "Twingo", "Zoe"]),
    ("Skoda", &["Fabia", "Octavia", "Superb"]),
    ("Subaru", &["Forester", "Impreza", "Outback"]),
    ("Suzuki", &["Alto", "Jimny", "Swift", "Vitara"]),
    ("Tesla", &["Cybertruck", "Model 3", "Model S", "Model X", "Model Y", "Roadster", "Semi"]),
    ("Toyota", &["Camry", "Corolla", "Highlander", "Hilux", "Land Cruiser", "Prius", "RAV4", "Tacoma", "Yaris"]),
    ("Volkswagen", &["Beetle", "Golf", "Jetta", "Passat", "Polo", "Tiguan", "Touareg", "Transporter"]),
    ("Volvo", &["V60", "V70", "XC40", "XC60", "XC90"]),
];
/// Programs and devices: with their version, or alone.
const VERSIONED: &[&str] = &["Windows", "Galaxy", "Pixel", "Sputnik", "GPT"];
const ALONE: &[&str] = &["Android", "ChatGPT", "Cybertruck", "Novichok", "Ozempic", "Photoshop", "Viagra"];

/// 'Black Hawk helicopter', 'Leopard 2 tanks', 'Toyota Corolla', 'Windows 11': the token behind it.
pub(super) fn family(s: &Sentence<'_>, at: usize) -> Option<usize> {
    named(s, at).or_else(|| car(s, at)).or_else(|| versioned(s, at))
}

fn named(s: &Sentence<'_>, at: usize) -> Option<usize> {
    let behind = NAMED.iter().filter_map(|name| words(s, at, name)).max()?;
    let number = s.tokens.get(behind).is_some_and(|token| token.kind == TokenKind::Number && s.word(behind).len() <= 3);
    let hyphen = s.word(behind) == "-" && s.tight(behind - 1) && s.word(behind + 1).parse::<u16>().is_ok();
    let end = behind + usize::from(number) + 2 * usize::from(hyphen);
    // 'Javelin anti-tank missiles', 'Patriot air defense system'.
    let mut kind = end;
    while kind < end + MOST_BETWEEN && (s.word(kind) == "-" || s.word(kind).starts_with(char::is_lowercase)) {
        if KINDS.contains(&s.word(kind)) {
            return Some(end);
        }
        kind += 1;
    }
    None
}

/// So many words may stand between the name and what it is.
const MOST_BETWEEN: usize = 5;

fn car(s: &Sentence<'_>, at: usize) -> Option<usize> {
    let (_, models) = CARS.iter().find(|(maker, _)| *maker == s.word(at))?;
    models.iter().filter_map(|model| words(s, at + 1, model)).max()
}

fn versioned(s: &Sentence<'_>, at: usize) -> Option<usize> {
    let word = s.word(at);
    if ALONE.contains(&word) {
        return Some(at + 1);
    }
    let version = s.word(at + 1);
    let numbered = version.len() <= 4 && version.contains(|c: char| c.is_ascii_digit()) && !version.starts_with("20");
    let lettered = matches!((word, version), ("Windows", "XP" | "Vista") | ("Sputnik", "V"));
    (VERSIONED.contains(&word) && (numbered || lettered)).then_some(at + 2)
}

/// The token behind `name`, if it stands at `at`.
fn words(s: &Sentence<'_>, at: usize, name: &str) -> Option<usize> {
    let start = s.tokens.get(at)?.span.range().start;
    if !s.text[start..].starts_with(name) {
        return None;
    }
    let end = start + name.len();
    (at..s.tokens.len())
        .find(|&n| s.tokens[n].span.range().end >= end)
        .filter(|&n| s.tokens[n].span.range().end == end)
        .map(|n| n + 1)
}
