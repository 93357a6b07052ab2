use cutline_doc::Analysis;
use cutline_report::export::{Form, Piece, stem};
use cutline_testkit::schema_faults;
use serde_json::Value;

use super::{articles, points};

fn json(form: Form, analysis: &Analysis) -> Value {
    let [Piece { content, .. }] = &form.pieces(analysis)[..] else { panic!("not one piece") };
    assert_eq!(content.lines().count(), 1);
    assert!(!content.contains('<'), "a page's script could end there");
    serde_json::from_str(content).expect("JSON")
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().unwrap_or_else(|| panic!("no list {key}"))
}

#[test]
fn ninjs_fits_the_schema_of_the_standard() {
    let schema = include_str!("../../fixtures/ninjs-schema_3.1.json");
    let schema: Value = serde_json::from_str(schema).unwrap();
    for article in articles() {
        let item = json(Form::Ninjs, &article);
        assert_eq!(schema_faults(&schema, &item), Vec::<String>::new());
        let picture = &item["associations"][0]["descriptions"];
        let roles: Vec<&Value> = list(&item["associations"][0], "descriptions").iter().map(|d| &d["role"]).collect();
        assert_eq!(roles, ["caption", "creditline"], "{picture}");
        let mut wrong = item.clone();
        wrong["associations"][0]["credit"] = "AP".into();
        assert_eq!(schema_faults(&schema, &wrong).len(), 1);
    }
    let item = json(Form::Ninjs, &articles()[0]);
    assert_eq!(item["contentCreated"], "2021-05-04T09:30:00Z");
    assert_eq!(item["edNote"], "published 2021-05-04T09:30: the time zone is not known");
    assert_eq!((&item["by"], &item["located"]), (&"Kit Orr".into(), &"PORT ELLERY".into()));
}

#[test]
fn json_ld_names_the_article_and_its_pictures() {
    let [plain, hostile] = articles().map(|article| json(Form::JsonLd, &article));
    assert_eq!((&plain["@type"], &plain["author"][0]["@type"]), (&"NewsArticle".into(), &"Person".into()));
    let image = &plain["image"][0];
    assert_eq!(
        (&image["creditText"], &image["creator"][0]["name"]),
        (&"Rosa Sami/Newswire, pool".into(), &"Rosa Sami".into())
    );
    assert_eq!(
        (&image["dateCreated"], &image["contentLocation"]["name"]),
        (&"2021-04-09".into(), &"Port Ellery".into())
    );
    assert!(hostile["headline"].as_str().unwrap().contains("</script>"));
    assert!(hostile["image"][0].get("contentUrl").is_none(), "a script is no address");
}

#[test]
fn web_annotations_point_at_their_words() {
    for article in articles() {
        let page = json(Form::WebAnnotation, &article);
        let items = list(&page, "items");
        assert_eq!(
            items.len(),
            article.document.blocks.len() + article.mentions.len() + article.timexes.len() + article.quotes.len()
        );
        let mut quoted = 0;
        for target in
            items.iter().flat_map(|item| item["target"].as_array().cloned().unwrap_or(vec![item["target"].clone()]))
        {
            let Some([quote, position]) = target["selector"].as_array().map(Vec::as_slice) else { continue };
            assert_eq!(points(&article.document.text, &position["start"], &position["end"]), quote["exact"]);
            quoted += 1;
        }
        assert!(quoted > 5, "{quoted}");
    }
}

#[test]
fn brat_finds_its_words_in_its_text() {
    for article in articles() {
        let pieces = Form::Brat.pieces(&article);
        let [text, annotations] = [&pieces[0].content, &pieces[1].content];
        assert_eq!(text.chars().count(), article.document.text.chars().count());
        let places: Vec<&str> = annotations.split('\n').filter(|line| line.starts_with('T')).collect();
        assert!(places.len() >= article.mentions.len() + article.timexes.len() + article.quotes.len());
        for line in places {
            let [_, place, words] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line:?}") };
            let (_, spans) = place.split_once(' ').unwrap();
            let found: Vec<String> = spans
                .split(';')
                .map(|span| {
                    let (start, end) = span.split_once(' ').unwrap();
                    let [start, end]: [usize; 2] = [start, end].map(|n| n.parse().unwrap());
                    text.chars().skip(start).take(end - start).collect()
                })
                .collect();
            assert_eq!(found.join(" "), words);
        }
    }
}

#[test]
fn spacy_gets_the_whole_text_in_tokens() {
    for article in articles() {
        let doc = json(Form::Spacy, &article);
        let text: Vec<char> = doc["text"].as_str().unwrap().chars().collect();
        let tokens = list(&doc, "tokens");
        let end = tokens.iter().fold(0, |at, token| {
            let [start, end] = ["start", "end"].map(|key| token[key].as_u64().unwrap() as usize);
            assert!(start == at || start == at + 1 && text[at] == ' ', "{at}..{start}");
            end
        });
        assert!(end == text.len() || end + 1 == text.len() && text[end] == ' ');
        let ends = |key: &str| tokens.iter().map(|token| token[key].clone()).collect::<Vec<_>>();
        let (starts, ends) = (ends("start"), ends("end"));
        let groups = doc["spans"].as_object().unwrap().values().flat_map(|group| group.as_array().unwrap());
        for place in list(&doc, "ents").iter().chain(groups) {
            assert!(starts.contains(&place["start"]) && ends.contains(&place["end"]), "{place}");
        }
        let task = json(Form::Prodigy, &article);
        for span in list(&task, "spans") {
            let [first, last] = ["token_start", "token_end"].map(|key| span[key].as_u64().unwrap() as usize);
            assert_eq!((&task["tokens"][first]["start"], &task["tokens"][last]["end"]), (&span["start"], &span["end"]));
        }
    }
}

#[test]
fn timeml_holds_the_text_and_nothing_breaks_out() {
    for article in articles() {
        let xml = &Form::TimeMl.pieces(&article)[0].content;
        let (_, rest) = xml.split_once("<TEXT>").unwrap();
        let (inside, after) = rest.split_once("</TEXT>").unwrap();
        assert_eq!(after, "\n</TimeML>\n");
        let mut text = String::new();
        for piece in inside.split('<') {
            text.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
        }
        let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#13;", "\r"), ("&amp;", "&")];
        let text = plain.iter().fold(text, |text, (escaped, plain)| text.replace(escaped, plain));
        assert!(text == article.document.text.replace('\0', "\u{fffd}"));
        assert_eq!(inside.matches("<TIMEX3 ").count(), inside.matches("</TIMEX3>").count());
    }
}

#[test]
fn names_of_files_stay_in_their_folder() {
    let [_, hostile] = articles();
    assert_eq!(stem(1, &hostile.id), "000001-id-script-txt");
    assert!(stem(2, &"long ".repeat(100)).len() <= 101);
    assert_eq!(stem(7, "\0"), "000007");
}

#[test]
fn names_of_forms_are_kept_apart() {
    let names: std::collections::BTreeSet<&str> = Form::ALL.iter().map(|form| form.name()).collect();
    assert_eq!(names.len(), Form::ALL.len());
}
