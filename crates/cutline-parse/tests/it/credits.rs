//! Each style of credit, taken from bare captions (all names invented).

use cutline_parse::caption_parts;

/// Caption, what it says, names, agency, via, pool.
type Case = (&'static str, &'static str, &'static [&'static str], Option<&'static str>, Option<&'static str>, bool);

const CASES: &[Case] = &[
    ("A dog runs in Lodz. (AP Photo/Ana Bela)", "A dog runs in Lodz.", &["Ana Bela"], Some("AP"), None, false),
    ("A dog runs in Lodz. (AP Photo/Ana Bela, File)", "A dog runs in Lodz.", &["Ana Bela"], Some("AP"), None, false),
    (
        "A dog runs in Lodz. (Kit Orr/Pool Photo via AP)",
        "A dog runs in Lodz.",
        &["Kit Orr"],
        Some("AP"),
        Some("AP"),
        true,
    ),
    (
        "A dog runs in Lodz. (Kit Orr/The Courier via AP)",
        "A dog runs in Lodz.",
        &["Kit Orr"],
        Some("AP"),
        Some("AP"),
        false,
    ),
    (
        "A dog runs in Lodz. (Kit Orr, Sputnik, Palace Pool Photo via AP, File)",
        "A dog runs in Lodz.",
        &["Kit Orr"],
        Some("Sputnik"),
        Some("AP"),
        true,
    ),
    (
        "FILE PHOTO: A dog runs in Lodz. REUTERS/Ana Bela/File Photo",
        "A dog runs in Lodz.",
        &["Ana Bela"],
        Some("REUTERS"),
        None,
        false,
    ),
    (
        "A dog runs in Lodz, May 3, 2021. REUTERS/Ana Bela",
        "A dog runs in Lodz, May 3, 2021.",
        &["Ana Bela"],
        Some("REUTERS"),
        None,
        false,
    ),
    (
        "LODZ, POLAND - MAY 3: A dog runs. (Photo by Kit Orr/Getty Images)",
        "LODZ, POLAND - MAY 3: A dog runs.",
        &["Kit Orr"],
        Some("Getty Images"),
        None,
        false,
    ),
    (
        "LODZ, POLAND - MAY 3: A dog runs. (Photo by Kit Orr/Anadolu Agency via Getty Images)",
        "LODZ, POLAND - MAY 3: A dog runs.",
        &["Kit Orr"],
        Some("Anadolu Agency"),
        Some("Getty Images"),
        false,
    ),
    ("A dog runs in Lodz. (Photo by Rosa SAMI / AFP)", "A dog runs in Lodz.", &["Rosa SAMI"], Some("AFP"), None, false),
    ("A dog runs in Lodz. Photograph: Rosa Sami/EPA", "A dog runs in Lodz.", &["Rosa Sami"], Some("EPA"), None, false),
    ("A dog runs in Lodz. Photograph: Rosa Sami/PA", "A dog runs in Lodz.", &["Rosa Sami"], Some("PA"), None, false),
    (
        "A dog runs in Lodz.Credit...Rosa Sami for The Evening Post",
        "A dog runs in Lodz.",
        &["Rosa Sami"],
        Some("The Evening Post"),
        None,
        false,
    ),
    (
        "A dog runs in Lodz. Credit... Rosa Sami/The Evening Post",
        "A dog runs in Lodz.",
        &["Rosa Sami"],
        Some("The Evening Post"),
        None,
        false,
    ),
    ("A dog runs in Lodz. Photo: Rosa Sami, AP", "A dog runs in Lodz.", &["Rosa Sami"], Some("AP"), None, false),
    (
        "A dog runs in Lodz. Rosa Sami | Bloomberg | Getty Images",
        "A dog runs in Lodz.",
        &["Rosa Sami"],
        Some("Getty Images"),
        None,
        false,
    ),
    (
        "A dog runs in Lodz. Rosa Sami / Reuters file",
        "A dog runs in Lodz.",
        &["Rosa Sami"],
        Some("Reuters"),
        None,
        false,
    ),
    ("A dog runs in Lodz. | Photo Credit: PTI", "A dog runs in Lodz.", &[], Some("PTI"), None, false),
    ("A dog runs in Lodz (Image: GETTY )", "A dog runs in Lodz", &[], Some("GETTY"), None, false),
    (
        "A dog runs in Lodz [Rosa Sami/Al Balad via Reuters]",
        "A dog runs in Lodz",
        &["Rosa Sami"],
        Some("Reuters"),
        Some("Reuters"),
        false,
    ),
    ("A dog runs in Lodz. Credit: Harbor Board", "A dog runs in Lodz.", &[], None, None, false),
    ("A dog runs in Lodz. (Express photo by Rosa Sami)", "A dog runs in Lodz.", &["Rosa Sami"], None, None, false),
    (
        "A dog runs past the station in MilanAFP via Getty Images",
        "A dog runs past the station in Milan",
        &[],
        Some("AFP"),
        Some("Getty Images"),
        false,
    ),
    (
        "A dog runs past the station in GreeceReuters",
        "A dog runs past the station in Greece",
        &[],
        Some("Reuters"),
        None,
        false,
    ),
    ("A dog runs in Lodz. ©AFP", "A dog runs in Lodz.", &[], Some("AFP"), None, false),
];

#[test]
fn styles() {
    for &(caption, said, names, agency, via, pool) in CASES {
        let parts = caption_parts(caption);
        let credit = parts.credit.unwrap_or_else(|| panic!("no credit in {caption}"));
        assert_eq!(parts.text, said, "{caption}");
        assert_eq!(credit.photographer, names, "{caption}");
        assert_eq!((credit.agency.as_deref(), credit.via.as_deref(), credit.pool), (agency, via, pool), "{caption}");
    }
}

#[test]
fn brackets_that_are_no_credit() {
    for caption in [
        "New cars are parked at the works (GAZ).",
        "The banner reads \"Moskvich (Muscovite)\"",
        "Kit Orr (left) greets Ana Bela (right)",
        "A map shows fires (red)",
        "The minister greets Ana Bela (Labour)",
    ] {
        assert_eq!(caption_parts(caption).credit, None, "{caption}");
    }
}

#[test]
fn wrappers_of_bare_captions() {
    for (wrapped, said) in [
        ("Image 1 of 9: A dog runs in Lodz.", "A dog runs in Lodz."),
        ("4of4A dog runs in Lodz.", "A dog runs in Lodz."),
        ("Image caption A dog runs in Lodz.", "A dog runs in Lodz."),
        ("A dog runs along the quay in Lodz. A dog runs along the quay in Lodz.", "A dog runs along the quay in Lodz."),
        ("A dog runs along the quay in Lodz. A dog runs along the quay...", "A dog runs along the quay in Lodz."),
        ("A dog runs in Lodz. less", "A dog runs in Lodz."),
        ("FILE - A dog runs in Lodz.", "A dog runs in Lodz."),
        ("  A dog\n runs in Lodz. ", "A dog runs in Lodz."),
    ] {
        assert_eq!(caption_parts(wrapped).text, said, "{wrapped}");
    }
    assert!(caption_parts("A dog runs along the...").truncated);
    assert_eq!(caption_parts("").text, "");
    let parts = caption_parts("Image copyright Getty Images\nImage caption A dog runs in Lodz");
    assert_eq!(
        (parts.text.as_str(), parts.credit.and_then(|c| c.agency).as_deref()),
        ("A dog runs in Lodz", Some("Getty Images"))
    );
}

#[test]
fn date_place_and_context() {
    let parts = caption_parts(
        "FILE - Ana Bela, left, greets Kit Orr in Lodz, Poland, on May 3, 2021. It rained. (AP Photo/Rosa Sami, File)",
    );
    assert_eq!(parts.date.map(|d| d.to_string()).as_deref(), Some("2021-05-03"));
    assert_eq!(parts.place.as_deref(), Some("Lodz, Poland"));
    assert_eq!(parts.lead, "Ana Bela, left, greets Kit Orr in Lodz, Poland, on May 3, 2021.");
    assert_eq!(parts.context, ["It rained."]);
    assert!(parts.file_photo);
}
