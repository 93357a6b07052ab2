use std::io::Write;

use anyhow::Context;
use cutline_archive::{Error, Hit, Place, Query};
use cutline_report::{Page, Style, Text, write_line};
use serde::Serialize;

use crate::archived;
use crate::flags::{Format, Search};
use crate::messages;
use crate::out::Out;
use crate::status::Tally;

pub fn run(flags: &Search) -> anyhow::Result<Tally> {
    let archive = archived::open(&flags.db)?;
    if !archive.is_settled()? {
        messages::say("the archive was left while it was brought up to date; who is who may be old until that is done");
    }
    let hits = match archive.search(&query(flags)) {
        Ok(hits) => hits,
        Err(error) => {
            if matches!(error, Error::Query(_)) {
                messages::hint(&hint(&flags.words));
            }
            return Err(error).with_context(|| flags.db.display().to_string());
        }
    };
    let mut out = Out::open(flags.output.file.as_deref())?;
    match flags.format {
        Format::Jsonl => hits.iter().try_for_each(|hit| write_line(&mut out, &Row::of(hit)))?,
        format => out.show(&page(&hits), format.view())?,
    }
    out.flush()?;
    out.finish()?;
    Ok(Tally::DONE)
}

fn query(flags: &Search) -> Query {
    Query {
        words: flags.words.clone(),
        place: if flags.captions { Place::Captions } else { Place::Text },
        speaker: flags.speaker.clone(),
        person: flags.person.clone(),
        agency: flags.agency.clone(),
        since: flags.since.clone(),
        until: flags.until.clone(),
        limit: flags.limit,
    }
}

/// The words as a phrase, in which no sign means anything.
fn hint(words: &str) -> String {
    let phrase = words.replace('"', "");
    format!("words with signs in them go between double quotes: '\"{}\"'", phrase.trim())
}

fn page(hits: &[Hit]) -> Page {
    let mut page = Page::default();
    if hits.is_empty() {
        page.paragraph("Nothing found.");
    }
    for hit in hits {
        let told = [hit.published.as_deref(), hit.agency.as_deref(), Some(&hit.id)];
        let note: Vec<&str> = told.into_iter().flatten().collect();
        page.heading(2, hit.headline.as_deref().unwrap_or("no headline"), note.join(" · "));
        let text = hit.snippet.iter().fold(Text::default(), |text, (found, words)| {
            text.and(if *found { Style::Strong } else { Style::Plain }, words.replace('\n', " "))
        });
        page.paragraph(text);
    }
    page
}

/// A line of `--format jsonl`.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agency: Option<&'a str>,
    snippet: String,
    /// Where in the snippet stands what was found, in code points.
    found: Vec<(usize, usize)>,
}

impl<'a> Row<'a> {
    fn of(hit: &'a Hit) -> Row<'a> {
        let (mut snippet, mut found, mut at) = (String::new(), Vec::new(), 0);
        for (is_found, words) in &hit.snippet {
            let end = at + words.chars().count();
            found.extend(is_found.then_some((at, end)));
            snippet.push_str(words);
            at = end;
        }
        let Hit { id, headline, published, agency, .. } = hit;
        Row {
            id,
            headline: headline.as_deref(),
            published: published.as_deref(),
            agency: agency.as_deref(),
            snippet,
            found,
        }
    }
}
