use cutline_doc::{
    Alias, CaptionGroup, CorpusEntity, EntityRef, GroupMember, Passage, Relation, SharedSentence, StoryGroup,
    StoryMember, StoryRelation,
};
use cutline_report::view::{audit, captions, entities, explain, quotes, stories, timeline};
use cutline_report::{Corpus, Limits, OffsetUnit, Page, Summary, Terminal, report};
use cutline_testkit::article;

/// The invented article and a copy of it whose second caption is cut off.
struct Two {
    documents: Vec<Summary>,
    entities: Vec<CorpusEntity>,
    captions: Vec<CaptionGroup>,
    stories: Vec<StoryGroup>,
    text: String,
}

impl Two {
    fn new() -> Two {
        let first = article();
        let mut second = article();
        second.id = "invented/copy.txt".into();
        second.document.captions[1].truncated = true;
        second.document.metadata.published = None;
        Two {
            documents: vec![Summary::of(&first, OffsetUnit::Codepoint), Summary::of(&second, OffsetUnit::Codepoint)],
            entities: corpus_entities(&first.entities),
            captions: groups(),
            stories: vec![story(&first.document.text)],
            text: first.document.text,
        }
    }

    fn corpus(&self) -> Corpus<'_> {
        Corpus {
            documents: &self.documents,
            entities: &self.entities,
            captions: &self.captions,
            stories: &self.stories,
        }
    }
}

fn corpus_entities(entities: &[cutline_doc::Entity]) -> Vec<CorpusEntity> {
    let of = |entity: &cutline_doc::Entity| CorpusEntity {
        id: format!("{}-{}", entity.label.name().to_lowercase(), entity.id),
        label: entity.label,
        name: entity.name.clone(),
        aliases: entity.aliases.clone(),
        roles: entity.roles.iter().map(|role| Alias { text: role.text.clone(), count: 2 }).collect(),
        members: [0, 1].map(|document| EntityRef { document, entity: entity.id }).to_vec(),
        merged_because: vec!["same full name".into()],
        doubts: if entity.id == 1 { vec!["one word of the name is rare".into()] } else { Vec::new() },
        country: entity.country.clone(),
        position: entity.position,
    };
    entities.iter().map(of).collect()
}

fn groups() -> Vec<CaptionGroup> {
    let member = |index, relation, similarity, differs: Option<&str>| GroupMember {
        index,
        relation,
        similarity,
        differs: differs.map(str::to_owned),
    };
    let shared = || vec![SharedSentence { text: "The bridge was begun in 2001.".into(), members: vec![0, 1, 2, 3] }];
    vec![
        CaptionGroup {
            canonical: 0,
            members: vec![member(0, Relation::Exact, 1.0, None), member(2, Relation::Exact, 1.0, None)],
            shared_context: shared(),
        },
        CaptionGroup {
            canonical: 1,
            members: vec![
                member(1, Relation::Exact, 1.0, None),
                member(3, Relation::Truncated, 0.84, Some("cut off after “2001”")),
            ],
            shared_context: shared(),
        },
    ]
}

fn story(text: &str) -> StoryGroup {
    let member = |index, relation| StoryMember { index, relation, similarity: 0.95, containment: 1.0 };
    let start = text.find("Harbour master").unwrap();
    let passage = cutline_doc::Span::new(start, text[start..].find("\n\n").unwrap() + start);
    StoryGroup {
        canonical: 0,
        because: vec!["agency dateline".into()],
        members: vec![member(0, StoryRelation::Same), member(1, StoryRelation::Same)],
        shared_passages: vec![Passage { places: vec![(0, passage), (1, passage)] }],
    }
}

fn shown(page: &Page) -> String {
    page.terminal(&Terminal { width: 90, colour: false })
}

#[test]
fn the_report() {
    let two = Two::new();
    let page = report(&two.corpus(), Limits::default());
    insta::assert_snapshot!("report", shown(&page));
    insta::assert_snapshot!("report_markdown", page.markdown());
}

#[test]
fn each_view() {
    let two = Two::new();
    let corpus = two.corpus();
    let texts = [two.text.as_str(), two.text.as_str()];
    let pages = [
        ("captions", captions::page(&corpus)),
        ("quotes", quotes::page(&corpus, None)),
        ("audit", audit::page(&corpus, Limits::default())),
        ("timeline", timeline::page(&corpus)),
        ("entities", entities::page(&corpus, Limits::default())),
        ("doubtful", entities::doubtful(&corpus)),
        ("stories", stories::page(&corpus, &texts)),
        ("explain", explain::page(&article(), OffsetUnit::Codepoint)),
    ];
    for (name, page) in pages {
        insta::assert_snapshot!(name, shown(&page));
    }
}

#[test]
fn each_table_of_rows() {
    let two = Two::new();
    let corpus = two.corpus();
    let texts = [two.text.as_str(), two.text.as_str()];
    let mut out = Vec::new();
    captions::jsonl(&corpus, &mut out).unwrap();
    quotes::jsonl(&corpus, None, &mut out).unwrap();
    timeline::jsonl(&corpus, &mut out).unwrap();
    entities::jsonl(&corpus, &mut out).unwrap();
    stories::jsonl(&corpus, &texts, OffsetUnit::Byte, &mut out).unwrap();
    let mut csv = Vec::new();
    quotes::csv(&corpus, None, &mut csv).unwrap();
    let csv = String::from_utf8(csv).unwrap();
    assert_eq!(csv.matches("\r\n").count(), 5, "a head and four rows");
    insta::assert_snapshot!("rows", String::from_utf8(out).unwrap() + &csv.replace("\r\n", "\n"));
}

#[test]
fn quotes_of_one_speaker() {
    let two = Two::new();
    let page = shown(&quotes::page(&two.corpus(), Some("marín")));
    assert!(page.contains("We waited 20 years") && !page.contains("ships would pass"), "{page}");
    let nobody = shown(&quotes::page(&two.corpus(), Some("nobody at all")));
    assert_eq!(nobody.trim(), "No quotes.");
}

#[test]
fn cluster_ids_are_those_of_the_canonical_captions() {
    let two = Two::new();
    let first = Some("invented/bridge.txt#c0".to_owned());
    let second = Some("invented/bridge.txt#c1".to_owned());
    assert_eq!(captions::cluster_ids(&two.corpus()), vec![vec![first.clone(), second.clone()], vec![first, second]]);
}

#[test]
fn nothing_and_garbage_are_shown_too() {
    let nothing = report(&Corpus::default(), Limits::default());
    assert_eq!(shown(&nothing).trim(), "DOCUMENTS  0 documents · 0 words · 0 captions");
    let mut hostile = article();
    hostile.id = "\u{1b}[31m\u{202e}.txt".into();
    hostile.entities[0].name = "<img src=x onerror=alert(1)> | \u{7}".into();
    let documents = [Summary::of(&hostile, OffsetUnit::Codepoint)];
    let entities = corpus_entities(&hostile.entities);
    let corpus = Corpus { documents: &documents, entities: &entities, ..Corpus::default() };
    let page = report(&corpus, Limits::default());
    for text in [shown(&page), page.markdown(), shown(&explain::page(&hostile, OffsetUnit::Byte))] {
        assert!(text.chars().all(|c| c == '\n' || !c.is_control() && c != '\u{202e}'), "{text}");
    }
    assert!(page.markdown().contains(r"\<img src=x onerror=alert(1)\>"));
}
