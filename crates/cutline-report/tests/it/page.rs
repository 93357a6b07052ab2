//! The HTML page; what a browser makes of it is tried in a browser.

use cutline_doc::{Alias, Analysis, CaptionGroup, CorpusEntity, EntityRef, GroupMember, Relation, Span};
use cutline_report::page::{Comparison, Pair, Site, folder, single};
use cutline_report::{Corpus, OffsetUnit, Summary};
use cutline_testkit::article;
use proptest::prelude::*;

/// Documents with every name and caption for itself.
struct Few {
    analyses: Vec<Analysis>,
    documents: Vec<Summary>,
    entities: Vec<CorpusEntity>,
    captions: Vec<CaptionGroup>,
}

impl Few {
    fn new(analyses: Vec<Analysis>) -> Few {
        let documents: Vec<Summary> = analyses.iter().map(|one| Summary::of(one, OffsetUnit::Codepoint)).collect();
        let captions = documents.iter().map(|document| document.captions.len()).sum();
        let named = analyses.iter().enumerate().flat_map(|(n, one)| one.entities.iter().map(move |entity| (n, entity)));
        let entities = named.map(|(document, entity)| CorpusEntity {
            id: format!("{document}-{}", entity.id),
            label: entity.label,
            name: entity.name.clone(),
            aliases: entity.aliases.clone(),
            roles: entity.roles.iter().map(|role| Alias { text: role.text.clone(), count: 1 }).collect(),
            members: vec![EntityRef { document, entity: entity.id }],
            merged_because: Vec::new(),
            doubts: Vec::new(),
            country: None,
            position: None,
        });
        let member = |index| GroupMember { index, relation: Relation::Exact, similarity: 1.0, differs: None };
        let group =
            |canonical| CaptionGroup { canonical, members: vec![member(canonical)], shared_context: Vec::new() };
        Few { entities: entities.collect(), captions: (0..captions).map(group).collect(), analyses, documents }
    }

    fn site<'a>(&'a self, comparisons: &'a [Comparison]) -> Site<'a> {
        let corpus =
            Corpus { documents: &self.documents, entities: &self.entities, captions: &self.captions, stories: &[] };
        Site { title: "A & B", analyses: &self.analyses, corpus, comparisons }
    }
}

/// The words of a stretch of HTML that holds no data blocks.
fn words(html: &str) -> String {
    let pieces = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, words)| words));
    let text = pieces.collect::<String>();
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn block<'h>(html: &'h str, id: &str) -> &'h str {
    let start = html.find(&format!(r#"id="x-{id}""#)).unwrap();
    let start = start + html[start..].find('>').unwrap() + 1;
    &html[start..start + html[start..].find("</script>").unwrap()]
}

#[test]
fn a_document_keeps_every_word() {
    let few = Few::new(vec![article()]);
    let html = single(few.site(&[]));
    let shown = words(block(&html, "d0"));
    for block in &few.analyses[0].document.blocks {
        assert!(shown.contains(few.analyses[0].document.slice(block.span)), "{:?}", block.span);
    }
}

#[test]
fn links_lead_somewhere() {
    let few = Few::new(vec![article(), article()]);
    let html = single(few.site(&[]));
    let mut seen = 0;
    for (at, _) in html.match_indices("href=\"#") {
        let target = html[at + 7..].split('"').next().unwrap();
        let target = target.split(':').next().unwrap();
        let there = [format!(r#"id="{target}""#), format!(r#"id="x-{target}""#), format!(r#"data-view="{target}""#)];
        assert!(there.iter().any(|id| html.contains(id.as_str())), "{target}");
        seen += 1;
    }
    assert!(seen > 50, "{seen} links");
}

#[test]
fn a_folder_holds_what_one_file_holds() {
    let few = Few::new(vec![article(), article()]);
    let files = folder(few.site(&[]));
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names[..2], ["index.html", "documents-001.html"]);
    let alone = single(few.site(&[]));
    let documents = &files[1].html;
    let text = |html| words(block(html, "d1").split("<aside").next().unwrap());
    assert_eq!(text(&alone), text(documents));
    for (at, _) in documents.match_indices("href=\"") {
        let file = documents[at + 6..].split(['"', '#']).next().unwrap();
        assert!(file.is_empty() || names.contains(&file), "{file}");
    }
}

#[test]
fn nothing_makes_an_empty_page() {
    let html = single(Few::new(Vec::new()).site(&[]));
    assert!(html.contains("Nothing was read.") && html.contains("<h1>A &amp; B</h1>"));
}

#[test]
fn only_our_own_script_may_run() {
    let mut hostile = article();
    hostile.id = "</script><script>alert(1)</script>".into();
    hostile.entities[0].name = "<img src=x onerror=alert(1)>\u{202e}\0".into();
    let html = single(Few::new(vec![hostile]).site(&[]));
    let all = html.matches("<script").count();
    assert_eq!(all - html.matches(r#"<script type="text/html" id="#).count(), 1, "one script that runs");
    assert_eq!(html.matches("</script>").count(), all);
    assert!(!html.contains("<img") && !html.contains(['\u{202e}', '\0']));
    assert!(html.contains("default-src 'none'; style-src 'sha256-"));
    assert!(!html.contains("http://") && !html.contains("https://"));
}

#[test]
fn versions_that_point_anywhere_in_the_texts_are_shown() {
    let few = Few::new(vec![article(), article()]);
    let span = few.analyses[0].document.blocks[0].span;
    let rows = vec![
        Pair { before: Some(span), after: Some(span), moved: true, edited: false },
        Pair { before: None, after: Some(Span { start: 0, end: 0 }), moved: false, edited: false },
    ];
    single(few.site(&[Comparison { before: 0, after: 1, rows }]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Whatever a title, name or text holds, the page has the scripts it has.
    #[test]
    fn no_words_change_the_build_of_the_page(words in "[<>&\"'/!a-z\0\u{1b}\u{202e} -]{0,60}") {
        let mut bent = article();
        bent.id = format!("<script {words}");
        bent.entities.iter_mut().for_each(|entity| entity.name = format!("</script>{words}"));
        bent.document.metadata.byline = vec![words];
        let html = single(Few::new(vec![bent]).site(&[]));
        let plain = single(Few::new(vec![article()]).site(&[]));
        prop_assert_eq!(html.matches("<script").count(), plain.matches("<script").count());
        prop_assert_eq!(html.matches("</script").count(), plain.matches("</script").count());
        prop_assert_eq!(html.matches("<!--").count(), 0);
    }
}
