//! An invented article, analysed by hand.

use cutline_doc::{
    Alias, Analysis, Anchor, Block, BlockKind, Caption, Credit, Date, Dateline, Document, Entity, Format, Label,
    Mention, Metadata, Origin, Published, Quote, QuoteKind, Role, Sentence, Span, SpeakerVia, Timex, TimexKind,
    Warning,
};

const TEXT: &str = "\
Harbour bridge of Port Ellery opens “at last”

May 4, 2021, 9:30 AM

BY KIT ORR

PORT ELLERY (NW) — Mayor Zoë Marín opened the harbour bridge on Monday. “We waited 20 years 🌉,” Marín said.

Harbour master Ivo Tamm said that ships would pass from June.

FILE - Mayor Zoë Marín, left, walks on the bridge in Port Ellery on April 9, 2021. The bridge was begun in 2001. (Rosa Sami/Newswire, pool)

Workers paint the bridge. The bridge was begun in 2001.

Close

Harbour bridge of Port Ellery opens “at last”
";

/// An analysis with something of everything that a record can hold: characters
/// outside ASCII and outside the Basic Multilingual Plane, a credit, shared
/// context, an open date, direct and indirect speech, a repeat, a warning.
///
/// It is written by hand: what is shown of it in tests does not depend on any
/// stage.
pub fn article() -> Analysis {
    Analysis {
        id: "invented/bridge.txt".into(),
        origin: Origin {
            path: "invented/bridge.txt".into(),
            format: Format::Text,
            bytes: TEXT.len() as u64,
            sha256: "0".repeat(64),
            encoding: "UTF-8".into(),
            url: None,
            crawled: None,
        },
        document: document(),
        mentions: mentions(),
        entities: entities(),
        timexes: timexes(),
        quotes: quotes(),
        quoted_terms: vec![at("“at last”", 0)],
    }
}

/// The `n`th place, from 0, where the words stand.
fn at(words: &str, n: usize) -> Span {
    let (start, _) = TEXT.match_indices(words).nth(n).unwrap_or_else(|| panic!("{words:?} stands less often"));
    Span::new(start, start + words.len())
}

/// The block that starts with the `n`th of these words.
fn block(words: &str, n: usize) -> Span {
    let start = at(words, n).range().start;
    let end = TEXT[start..].find("\n\n").map_or(TEXT.trim_end().len(), |end| start + end);
    Span::new(start, end)
}

fn document() -> Document {
    let blocks = vec![
        Block::new(block("Harbour bridge", 0), BlockKind::Headline, "first-line"),
        Block::new(block("May 4", 0), BlockKind::Timestamp, "date-line"),
        Block::new(block("BY KIT", 0), BlockKind::Byline, "by"),
        Block::new(block("PORT ELLERY", 0), BlockKind::Paragraph, "prose"),
        Block::new(block("Harbour master", 0), BlockKind::Paragraph, "prose"),
        Block::new(block("FILE", 0), BlockKind::Caption, "file-marker"),
        Block::new(block("Workers", 0), BlockKind::Caption, "blank-before"),
        Block::new(block("Close", 0), BlockKind::Interface, "button"),
        Block { of: Some(0), ..Block::new(block("Harbour bridge", 1), BlockKind::Repeat, "same-as-headline") },
    ];
    Document { text: TEXT.into(), metadata: metadata(), blocks, captions: captions(), warnings: warnings() }
}

fn metadata() -> Metadata {
    Metadata {
        headline: Some(block("Harbour bridge", 0)),
        published: Some(Published {
            value: "2021-05-04T09:30".into(),
            day: day("2021-05-04"),
            how: "timestamp".into(),
            inferred: false,
            span: Some(block("May 4", 0)),
        }),
        byline: vec!["Kit Orr".into()],
        agency: Some("NW".into()),
        dateline: Some(Dateline {
            place: "PORT ELLERY".into(),
            agency: Some("NW".into()),
            span: at("PORT ELLERY (NW) —", 0),
        }),
        language: "en".into(),
        ..Metadata::default()
    }
}

fn warnings() -> Vec<Warning> {
    vec![
        Warning::new("no-section", "No section is named."),
        Warning::at("button", "A button of the page stands in the text.", block("Close", 0)),
    ]
}

fn captions() -> Vec<Caption> {
    let shared = |n| vec![Sentence { span: at("The bridge was begun in 2001.", n), shared: 1 }];
    let credit = Credit {
        raw: "Rosa Sami/Newswire, pool".into(),
        span: at("Rosa Sami/Newswire, pool", 0),
        photographer: vec!["Rosa Sami".into()],
        agency: Some("Newswire".into()),
        via: None,
        pool: true,
    };
    let lead = at("Mayor Zoë Marín, left, walks on the bridge in Port Ellery on April 9, 2021.", 0);
    let filed = Caption {
        span: block("FILE", 0),
        block: 5,
        text: vec![at("FILE", 0).cover(shared(0)[0].span)],
        lead,
        context: shared(0),
        file_photo: true,
        truncated: false,
        credit: Some(credit),
        date: Some(at("April 9, 2021", 0)),
        place: Some(at("Port Ellery", 1)),
        image: None,
    };
    let bare = Caption {
        span: block("Workers", 0),
        block: 6,
        text: vec![block("Workers", 0)],
        lead: at("Workers paint the bridge.", 0),
        context: shared(1),
        file_photo: false,
        credit: None,
        date: None,
        place: None,
        ..filed.clone()
    };
    vec![filed, bare]
}

fn mentions() -> Vec<Mention> {
    let mention =
        |span, label, entity, rule: &'static str| Mention { span, label, entity, score: 0.97, rule: rule.into() };
    vec![
        mention(at("Port Ellery", 0), Label::Gpe, Some(2), "model"),
        mention(at("KIT ORR", 0), Label::Person, Some(3), "byline"),
        mention(at("PORT ELLERY", 0), Label::Gpe, Some(2), "model"),
        mention(at("NW", 0), Label::Org, Some(4), "list"),
        mention(at("Zoë Marín", 0), Label::Person, Some(0), "model"),
        mention(at("Marín", 1), Label::Person, Some(0), "document"),
        mention(at("Ivo Tamm", 0), Label::Person, Some(1), "model"),
        mention(at("Zoë Marín", 1), Label::Person, Some(0), "model"),
        mention(at("Port Ellery", 1), Label::Gpe, Some(2), "model"),
        mention(at("Rosa Sami", 0), Label::Person, Some(5), "credit"),
        mention(at("Newswire", 0), Label::Org, Some(4), "list"),
    ]
}

fn entities() -> Vec<Entity> {
    let entity = |id, label, name: &str, aliases: &[(&str, u32)], roles: &[(&str, usize)]| Entity {
        id,
        label,
        name: name.into(),
        aliases: aliases.iter().map(|&(text, count)| Alias { text: text.into(), count }).collect(),
        roles: roles.iter().map(|&(text, n)| Role { text: text.into(), span: at(text, n) }).collect(),
        mentions: aliases.iter().map(|(_, count)| count).sum(),
        country: None,
        position: None,
    };
    vec![
        entity(0, Label::Person, "Zoë Marín", &[("Zoë Marín", 2), ("Marín", 1)], &[("Mayor", 0)]),
        entity(1, Label::Person, "Ivo Tamm", &[("Ivo Tamm", 1)], &[("Harbour master", 0)]),
        Entity {
            country: Some("GB".into()),
            position: Some((55.5, -6.25)),
            ..entity(2, Label::Gpe, "Port Ellery", &[("Port Ellery", 2), ("PORT ELLERY", 1)], &[])
        },
        entity(3, Label::Person, "Kit Orr", &[("KIT ORR", 1)], &[]),
        entity(4, Label::Org, "Newswire", &[("NW", 1), ("Newswire", 1)], &[]),
        entity(5, Label::Person, "Rosa Sami", &[("Rosa Sami", 1)], &[]),
    ]
}

fn timexes() -> Vec<Timex> {
    let timex = |words: &str, kind, value: &str, interval: Option<(&str, &str)>, rule: &'static str| Timex {
        span: at(words, 0),
        kind,
        value: value.into(),
        modifier: None,
        anchor: None,
        range_with: None,
        interval: interval.map(|(begin, end)| (day(begin), day(end))),
        rule: rule.into(),
    };
    let published = Some(Anchor { day: day("2021-05-04"), from: "published".into() });
    vec![
        timex("May 4, 2021, 9:30 AM", TimexKind::Time, "2021-05-04T09:30", Some(("2021-05-04", "2021-05-04")), "full"),
        Timex {
            anchor: published.clone(),
            ..timex("Monday", TimexKind::Date, "2021-05-03", Some(("2021-05-03", "2021-05-03")), "weekday")
        },
        timex("20 years", TimexKind::Duration, "P20Y", None, "counted"),
        Timex {
            anchor: published,
            modifier: Some("START".into()),
            ..timex("June", TimexKind::Date, "XXXX-06", None, "month")
        },
        timex("April 9, 2021", TimexKind::Date, "2021-04-09", Some(("2021-04-09", "2021-04-09")), "full"),
        timex("2001", TimexKind::Date, "2001", Some(("2001-01-01", "2001-12-31")), "year"),
    ]
}

fn quotes() -> Vec<Quote> {
    let direct = Quote {
        content: vec![at("“We waited 20 years 🌉,”", 0)],
        cue: vec![at("said", 0)],
        source: vec![at("Marín", 1)],
        kind: QuoteKind::Direct,
        speaker: Some(0),
        speaker_via: SpeakerVia::Name,
        score: 0.99,
        rule: "inverted".into(),
        same_as: None,
    };
    let indirect = Quote {
        content: vec![at("that ships would pass from June", 0)],
        cue: vec![at("said", 1)],
        source: vec![at("Harbour master Ivo Tamm", 0)],
        kind: QuoteKind::Indirect,
        speaker: Some(1),
        score: 0.8125,
        rule: "model".into(),
        ..direct.clone()
    };
    vec![direct, indirect]
}

fn day(text: &str) -> Date {
    text.parse().expect("an ISO day")
}

#[cfg(test)]
mod tests {
    #[test]
    fn holds_what_every_record_must() {
        crate::check(&super::article());
    }

    #[test]
    fn shows_words_over_labels() {
        let article = super::article();
        insta::assert_snapshot!(
            "article",
            [
                crate::blocks(&article.document),
                crate::captions(&article.document),
                crate::mentions(&article),
                crate::timexes(&article),
                crate::quotes(&article),
                crate::entities(&article),
            ]
            .join("\n")
        );
    }
}
