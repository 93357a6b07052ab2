use cutline_doc::{Analysis, Span};
use cutline_report::{OffsetUnit, Options, record, write_line};
use cutline_testkit::{Unit, article, check, slice};
use serde_json::Value;

fn json(analysis: &Analysis, unit: OffsetUnit) -> Value {
    let mut line = Vec::new();
    let options = Options { unit, ..Options::default() };
    write_line(&mut line, &record(analysis, &[], &options)).unwrap();
    assert_eq!(line.iter().filter(|&&byte| byte == b'\n').count(), 1, "a record is one line");
    serde_json::from_slice(&line).unwrap()
}

/// The words that a record's span stands for, cut as another language would.
fn words(record: &Value, unit: Unit, place: &Value) -> String {
    let [start, end] = ["start", "end"].map(|key| place[key].as_u64().unwrap() as usize);
    slice(record["text"].as_str().unwrap(), unit, start, end).unwrap()
}

#[test]
fn every_span_holds_its_words_in_all_three_units() {
    let analysis = article();
    check(&analysis);
    let text = &analysis.document.text;
    for (unit, counted) in
        [(OffsetUnit::Codepoint, Unit::Codepoint), (OffsetUnit::Byte, Unit::Byte), (OffsetUnit::Utf16, Unit::Utf16)]
    {
        let record = json(&analysis, unit);
        assert_eq!(record["offset_unit"], unit.name());
        let same = |key: &str, spans: Vec<Span>| {
            let shown: Vec<String> =
                record[key].as_array().unwrap().iter().map(|place| words(&record, counted, place)).collect();
            let expected: Vec<&str> = spans.iter().map(|&span| &text[span]).collect();
            assert_eq!(shown, expected, "{key} in {unit:?}");
        };
        same("blocks", analysis.document.blocks.iter().map(|block| block.span).collect());
        same("captions", analysis.document.captions.iter().map(|caption| caption.span).collect());
        same("mentions", analysis.mentions.iter().map(|mention| mention.span).collect());
        same("timexes", analysis.timexes.iter().map(|timex| timex.span).collect());
        same("quoted_terms", analysis.quoted_terms.clone());
        for (quote, found) in record["quotes"].as_array().unwrap().iter().zip(&analysis.quotes) {
            for (key, spans) in [("content", &found.content), ("cue", &found.cue), ("source", &found.source)] {
                assert_eq!(words(&record, counted, &quote[key][0]), text[spans[0]]);
            }
        }
        let caption = &record["captions"][0];
        assert_eq!(words(&record, counted, &caption["credit"]), caption["credit"]["raw"].as_str().unwrap());
        assert_eq!(words(&record, counted, &caption["place"]), caption["place"]["text"].as_str().unwrap());
        assert_eq!(words(&record, counted, &record["metadata"]["dateline"]), "PORT ELLERY (NW) —");
        assert_eq!(words(&record, counted, &record["metadata"]["published_from"]), "May 4, 2021, 9:30 AM");
        assert_eq!(words(&record, counted, &record["entities"][1]["roles"][0]), "Harbour master");
    }
}

#[test]
fn indices_point_where_they_say() {
    let record = json(&article(), OffsetUnit::Codepoint);
    let caption = &record["captions"][0];
    let date = caption["date"].as_u64().unwrap() as usize;
    assert_eq!(record["timexes"][date]["value"], "2021-04-09");
    let block = caption["block"].as_u64().unwrap() as usize;
    assert_eq!(record["blocks"][block]["kind"], "caption");
    assert_eq!(record["blocks"][8]["of"], 0);
}

#[test]
fn text_can_be_left_out_and_clusters_put_in() {
    let analysis = article();
    let options = Options { no_text: true, ..Options::default() };
    let clusters = [Some("other.txt#c3".to_owned()), None];
    let record = serde_json::to_value(record(&analysis, &clusters, &options)).unwrap();
    assert!(record.get("text").is_none());
    assert_eq!(record["captions"][0]["cluster"], "other.txt#c3");
    assert!(record["captions"][1].get("cluster").is_none());
}

#[test]
fn control_characters_are_escaped_in_json() {
    let mut analysis = article();
    analysis.id = "a\u{1b}]0;x\u{7}\0\n".into();
    let options = Options::default();
    let mut line = Vec::new();
    write_line(&mut line, &record(&analysis, &[], &options)).unwrap();
    assert!(line[..line.len() - 1].iter().all(|&byte| byte >= 0x20));
}
