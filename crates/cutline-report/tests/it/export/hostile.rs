//! An article that tries to break out of whatever holds it.

use cutline_doc::{
    Alias, Analysis, Block, BlockKind, Caption, Credit, Document, Entity, Label, Mention, Metadata, Origin, Quote,
    QuoteKind, Role, Span, SpeakerVia, Timex, TimexKind,
};

/// What each block says, by its kind. A line separator of Unicode, a carriage
/// return, right-to-left marks, formulas, closing tags, NUL, a long line.
fn parts() -> Vec<(BlockKind, String)> {
    vec![
        (BlockKind::Headline, "=cmd|' /C calc'!A0 \"</script><script>alert(1)</script>\"".into()),
        (BlockKind::Paragraph, "+1;@SUM(A1),\t\"Zo\u{308}e\u{2028}Marin\u{202e}\" said]]>\r\n&amp; on\0May 3".into()),
        (BlockKind::Paragraph, "x".repeat(1 << 20)),
        (BlockKind::Caption, "-2+3 </TEXT> 🌉 \u{feff}\u{200f}Kit\nOrr. (=A1/@AP)".into()),
    ]
}

/// The hostile article.
pub fn article() -> Analysis {
    let (mut text, mut blocks) = (String::new(), Vec::new());
    for (kind, part) in parts() {
        let start = text.len();
        text.push_str(&part);
        blocks.push(Block::new(Span::new(start, text.len()), kind, "=rule"));
        text.push_str("\n\n");
    }
    let at = |words: &str| {
        let start = text.find(words).unwrap_or_else(|| panic!("{words:?} stands nowhere"));
        Span::new(start, start + words.len())
    };
    let name = at("Zo\u{308}e\u{2028}Marin\u{202e}");
    let other = at("Kit\nOrr");
    Analysis {
        id: "../=id\0</script>\u{202e}.txt".into(),
        origin: Origin { path: "../=id".into(), url: Some("javascript:alert(1)".into()), ..Origin::default() },
        mentions: vec![mention(name, 0), mention(other, 1)],
        entities: vec![entity(0, &text[name], at("\"Zo")), entity(1, &text[other], at("Kit"))],
        timexes: vec![timex(at("on\0May 3"), "2021-05-03\"><"), timex(at("May 3"), "2021-05-03")],
        quotes: vec![quote(at("said]]>\r\n&amp;"), at("\"Zo\u{308}e\u{2028}Marin\u{202e}\""))],
        quoted_terms: vec![],
        document: Document {
            metadata: Metadata {
                headline: Some(blocks[0].span),
                byline: vec!["@byline".into()],
                section: Some("=section".into()),
                language: "en".into(),
                ..Metadata::default()
            },
            captions: vec![caption(&blocks[3], at("-2+3 </TEXT> 🌉 \u{feff}\u{200f}Kit\nOrr."), at("=A1/@AP"))],
            blocks,
            text,
            warnings: vec![],
        },
    }
}

fn mention(span: Span, entity: u32) -> Mention {
    Mention { span, label: Label::Person, entity: Some(entity), score: 0.5, rule: "-rule".into() }
}

fn entity(id: u32, name: &str, role: Span) -> Entity {
    Entity {
        id,
        label: Label::Person,
        name: name.into(),
        aliases: vec![Alias { text: name.into(), count: 1 }],
        roles: vec![Role { text: "=HYPERLINK(\"x\")".into(), span: role }],
        mentions: 1,
        country: None,
        position: None,
    }
}

fn timex(span: Span, value: &str) -> Timex {
    Timex {
        span,
        kind: TimexKind::Date,
        value: value.into(),
        modifier: None,
        anchor: None,
        interval: None,
        range_with: None,
        rule: "rule".into(),
    }
}

fn quote(content: Span, source: Span) -> Quote {
    Quote {
        content: vec![content],
        cue: vec![],
        source: vec![source],
        kind: QuoteKind::Mixed,
        speaker: Some(0),
        speaker_via: SpeakerVia::Name,
        score: 0.5,
        rule: "@rule".into(),
        same_as: None,
    }
}

fn caption(block: &Block, said: Span, credit: Span) -> Caption {
    Caption {
        span: block.span,
        block: 3,
        text: vec![said],
        lead: said,
        context: vec![],
        file_photo: false,
        truncated: false,
        credit: Some(Credit {
            raw: "=A1/@AP".into(),
            span: credit,
            photographer: vec!["=A1".into()],
            agency: Some("@AP".into()),
            via: None,
            pool: false,
        }),
        date: None,
        place: None,
        image: Some("javascript:alert(1)".into()),
    }
}
