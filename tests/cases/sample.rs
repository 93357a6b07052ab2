//! What the program says about the sample articles.

use std::fmt::Write;

use serde_json::Value;

use crate::program::{Outcome, run, top};

fn outcome(arguments: &[&str]) -> Outcome {
    let outcome = run(&top(), arguments);
    assert_eq!((outcome.stderr.as_str(), outcome.status), ("", Some(0)));
    outcome
}

#[test]
fn report_for_the_terminal() {
    insta::assert_snapshot!(outcome(&["report", "seeds"]).stdout);
}

#[test]
fn report_in_markdown() {
    insta::assert_snapshot!(outcome(&["report", "seeds", "--format", "markdown"]).stdout);
}

#[test]
fn quotes_by_speaker() {
    insta::assert_snapshot!(outcome(&["quotes", "seeds"]).stdout);
}

#[test]
fn extract_in_readable_form() {
    let records = outcome(&["extract", "seeds"]).records();
    let names = ["seeds/000_690b7f1cc7b505ef.txt", "seeds/001_31c7c5e941671ada.txt", "seeds/002_9628709f8aff7fc1.txt"];
    assert_eq!(records.iter().map(|record| record["id"].as_str().unwrap()).collect::<Vec<_>>(), names);
    let readable: Vec<String> = records.iter().map(Readable::of).collect();
    insta::assert_snapshot!(readable.join("\n"));
}

/// A record with the words themselves in place of offsets.
struct Readable<'r> {
    text: Vec<char>,
    record: &'r Value,
    out: String,
}

impl Readable<'_> {
    fn of(record: &Value) -> String {
        let text = record["text"].as_str().expect("a text").chars().collect();
        let mut readable = Readable { text, record, out: format!("== {}\n", record["id"].as_str().expect("an id")) };
        readable.metadata();
        readable.section("blocks", |text, block| format!("{}: {}", name(block, "kind"), short(&words(text, block))));
        readable.section("captions", caption);
        readable.section("entities", |_, entity| {
            format!("{} {} ×{}{}", name(entity, "label"), name(entity, "name"), entity["mentions"], roles(entity))
        });
        readable.section("mentions", |text, mention| format!("{} {}", name(mention, "label"), words(text, mention)));
        readable.section("timexes", |text, timex| format!("{} ← {}", name(timex, "value"), words(text, timex)));
        readable.section("quotes", quote);
        readable.section("quoted_terms", words);
        readable.section("warnings", |_, warning| name(warning, "code").to_owned());
        readable.out
    }

    fn metadata(&mut self) {
        let metadata = self.record["metadata"].as_object().expect("an object");
        for (key, value) in metadata {
            let value = match value.get("start") {
                Some(_) => format!("{value} “{}”", words(&self.text, value)),
                None => value.to_string(),
            };
            writeln!(self.out, "{key}: {value}").expect("a string takes anything");
        }
    }

    fn section(&mut self, key: &str, line: impl Fn(&[char], &Value) -> String) {
        writeln!(self.out, "-- {key}").expect("a string takes anything");
        for item in self.record[key].as_array().expect("a list") {
            writeln!(self.out, "{}", line(&self.text, item)).expect("a string takes anything");
        }
    }
}

fn caption(text: &[char], caption: &Value) -> String {
    let credit = caption.get("credit").map(|credit| {
        let names: Vec<&str> =
            credit["photographer"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let pool = if credit["pool"] == true { " pool" } else { "" };
        format!(" [{} / {}{pool}]", names.join(", "), credit["agency"].as_str().unwrap_or("no agency"))
    });
    let file = if caption["file_photo"] == true { "FILE " } else { "" };
    let context = caption["context"].as_array().map_or(0, Vec::len);
    format!("{file}{} +{context}{}", words(text, &caption["lead"]), credit.unwrap_or_default())
}

fn quote(text: &[char], quote: &Value) -> String {
    let all = |key: &str| {
        let spans = quote[key].as_array().expect("a list");
        spans.iter().map(|span| short(&words(text, span))).collect::<Vec<_>>().join(" … ")
    };
    let (kind, via) = (name(quote, "kind"), name(quote, "speaker_via"));
    format!("{kind} ({} | {} | {via} {}) {}", all("source"), all("cue"), quote["speaker"], all("content"))
}

fn roles(entity: &Value) -> String {
    let roles: Vec<&str> = entity["roles"].as_array().expect("a list").iter().map(|role| name(role, "text")).collect();
    if roles.is_empty() { String::new() } else { format!(" ({})", roles.join("; ")) }
}

fn name<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().expect("a string")
}

fn words(text: &[char], span: &Value) -> String {
    let at = |key: &str| span[key].as_u64().expect("an offset") as usize;
    text[at("start")..at("end")].iter().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first and last words of a long text.
fn short(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() <= 90 {
        return text.to_owned();
    }
    let (head, tail): (String, String) = (chars[..60].iter().collect(), chars[chars.len() - 25..].iter().collect());
    format!("{head} … {tail}")
}
