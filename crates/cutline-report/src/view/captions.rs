//! Which captions there are, with which credits, and what repeats.

use std::collections::BTreeMap;
use std::io::{self, Write};

use cutline_doc::{CaptionGroup, Credit, GroupMember};

use super::{Corpus, Limits, cell, count, more, number};
use crate::{CaptionSummary, Column, Page, Style, Table, Text, write_line};

mod rows;

pub use rows::{CanonicalRecord, ClusterRecord, MemberRecord, SharedContextRecord};

/// Credits and, a line each, every picture: for the report.
pub fn overview(corpus: &Corpus<'_>, limits: Limits) -> Page {
    let captions = corpus.all_captions();
    let mut page = Page::default();
    if captions.is_empty() {
        return page;
    }
    page.heading(1, "Captions", tally(corpus, &captions.iter().map(|&(_, _, c)| c).collect::<Vec<_>>()));
    page.table(credits(&captions.iter().map(|&(_, _, c)| c).collect::<Vec<_>>(), limits.rows / 2));
    let shared = Shared::of(corpus);
    let mut table = Table::new([
        Column::number("in"),
        Column::cut("date", 10),
        Column::cut("picture", 48),
        Column::cut("credit", 16),
        Column::keep("context"),
    ]);
    let rows = limits.rows * 3;
    for group in corpus.captions.iter().take(rows) {
        let Some(&(document, _, caption)) = captions.get(group.canonical) else { continue };
        table.row([
            Text::faint(number(document + 1)),
            caption.date.clone().unwrap_or_default().into(),
            picture(caption, group),
            credit(caption),
            Text::faint(shared.letters(group)),
        ]);
    }
    page.table(table);
    more(&mut page, corpus.captions.len(), rows, "captions");
    page.append(shared.page(2, limits.rows / 2));
    page
}

/// Every group of captions in full, under the document of its canonical
/// caption: the `captions` view.
pub fn page(corpus: &Corpus<'_>) -> Page {
    let captions = corpus.all_captions();
    let shared = Shared::of(corpus);
    let mut page = Page::default();
    page.heading(1, "Captions", tally(corpus, &captions.iter().map(|&(_, _, c)| c).collect::<Vec<_>>()));
    let groups: Vec<&CaptionGroup> = corpus.captions.iter().filter(|group| group.canonical < captions.len()).collect();
    let mut n = 0;
    for of_one in groups.chunk_by(|a, b| captions[a.canonical].0 == captions[b.canonical].0) {
        let document = &corpus.documents[captions[of_one[0].canonical].0];
        if corpus.documents.len() > 1 {
            page.heading(2, document.title(), document.id.as_str());
        }
        let mut table = Table::new([Column::number(""), Column::wrap("", 30)]);
        for group in of_one {
            n += 1;
            let caption = captions[group.canonical].2;
            table.row([Text::faint(number(n)), picture(caption, group)]);
            table.row(["".into(), facts(caption, &shared.letters(group))]);
            for member in group.members.iter().filter(|member| member.index != group.canonical) {
                let Some(&(document, _, _)) = captions.get(member.index) else { continue };
                table.row(["".into(), repeat(member, &corpus.documents[document].id)]);
            }
        }
        page.table(table);
    }
    page.append(shared.page(1, usize::MAX));
    page
}

/// Credit, date, place, and the letters of its shared context.
fn facts(caption: &CaptionSummary, letters: &str) -> Text {
    let context = (!letters.is_empty()).then(|| format!("context {letters}"));
    let facts: Vec<String> = [caption.date.clone(), caption.taken_at.clone(), context].into_iter().flatten().collect();
    let text = credit(caption);
    if facts.is_empty() { text } else { text.and(Style::Faint, format!(" · {}", facts.join(" · "))) }
}

/// One line of JSON a group.
///
/// # Errors
/// Those of `out`.
pub fn jsonl(corpus: &Corpus<'_>, out: &mut impl Write) -> io::Result<()> {
    let captions = corpus.all_captions();
    corpus.captions.iter().try_for_each(|group| write_line(out, &rows::record(corpus, &captions, group)))
}

/// For each document and caption the id of its group: what `extract --clusters`
/// writes as `cluster`.
pub fn cluster_ids(corpus: &Corpus<'_>) -> Vec<Vec<Option<String>>> {
    let captions = corpus.all_captions();
    let mut ids: Vec<Vec<Option<String>>> = corpus.documents.iter().map(|d| vec![None; d.captions.len()]).collect();
    for group in corpus.captions {
        let Some(&(document, n, _)) = captions.get(group.canonical) else { continue };
        let id = super::caption_id(&corpus.documents[document].id, n);
        for &(document, n, _) in group.members.iter().filter_map(|member| captions.get(member.index)) {
            ids[document][n] = Some(id.clone());
        }
    }
    ids
}

fn tally(corpus: &Corpus<'_>, captions: &[&CaptionSummary]) -> String {
    let of = |what: &str, n: usize| (n > 0).then(|| format!("{} {what}", number(n)));
    let credited = captions.iter().filter(|caption| caption.credit.is_some()).count();
    let photographers = captions.iter().filter_map(|caption| caption.credit.as_ref());
    let named = photographers.clone().filter(|credit| !credit.photographer.is_empty()).count();
    let pool = photographers.filter(|credit| credit.pool).count();
    let file = captions.iter().filter(|caption| caption.file_photo).count();
    let parts = [
        Some(number(captions.len())),
        of("different", if corpus.captions.len() < captions.len() { corpus.captions.len() } else { 0 }),
        of("credited", credited),
        of("naming a photographer", named),
        of("pool", pool),
        of("file photos", file),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Agencies with their photographers, most pictures first.
fn credits(captions: &[&CaptionSummary], rows: usize) -> Table {
    let mut agencies: BTreeMap<String, (usize, BTreeMap<&str, usize>)> = BTreeMap::new();
    for credit in captions.iter().filter_map(|caption| caption.credit.as_ref()) {
        let (pictures, people) = agencies.entry(house(credit)).or_default();
        *pictures += 1;
        for person in &credit.photographer {
            *people.entry(person).or_default() += 1;
        }
    }
    let mut agencies: Vec<_> = agencies.into_iter().collect();
    agencies.sort_by_key(|(_, (pictures, _))| std::cmp::Reverse(*pictures));
    let mut table =
        Table::new([Column::cut("agency", 12), Column::number("pictures"), Column::wrap("photographers", 24)]);
    for (agency, (pictures, people)) in agencies.into_iter().take(rows) {
        let mut people: Vec<_> = people.into_iter().collect();
        people.sort_by_key(|&(_, times)| std::cmp::Reverse(times));
        let times = |n: usize| if n > 1 { format!(" {n}") } else { String::new() };
        let people: Vec<String> = people.into_iter().map(|(person, n)| format!("{person}{}", times(n))).collect();
        let agency = if agency.is_empty() { Text::faint("no agency") } else { Text::strong(agency) };
        table.row([agency, cell(pictures).into(), people.join(", ").into()]);
    }
    table
}

/// Agency, through whom, and whether from a pool: 'Sputnik via AP, pool'.
pub(crate) fn house(credit: &Credit) -> String {
    let via = credit.via.as_ref().map(|via| format!("via {via}"));
    let house: Vec<String> = credit.agency.iter().cloned().chain(via).collect();
    let house = house.join(" ");
    match (credit.pool, house.is_empty()) {
        (true, true) => "pool".into(),
        (true, false) => format!("{house}, pool"),
        (false, _) => house,
    }
}

fn credit(caption: &CaptionSummary) -> Text {
    let Some(credit) = &caption.credit else { return Text::faint("no credit") };
    let people = credit.photographer.join(", ");
    let house = house(credit);
    match (people.is_empty(), house.is_empty()) {
        (true, true) => credit.raw.as_str().into(),
        (false, false) => Text::from(people).and(Style::Faint, format!(" / {house}")),
        _ => format!("{people}{house}").into(),
    }
}

/// What the picture shows, with what an editor must know of it first.
fn picture(caption: &CaptionSummary, group: &CaptionGroup) -> Text {
    let times = group.members.len();
    let mut text = Text::default();
    if times > 1 {
        text = text.and(Style::Strong, format!("{times}× "));
    }
    if caption.file_photo {
        text = text.and(Style::Faint, "FILE ");
    }
    let text = text.and(Style::Plain, caption.lead.as_str());
    if caption.truncated { text.and(Style::Doubt, " (cut off)") } else { text }
}

fn repeat(member: &GroupMember, document: &str) -> Text {
    let text = Text::faint("also ").and(Style::Plain, document);
    let how = format!(" · {} {:.2}", member.relation.name(), member.similarity);
    let differs = member.differs.as_ref().map(|differs| format!(" · {differs}")).unwrap_or_default();
    text.and(Style::Faint, how + &differs)
}

/// Sentences that captions of several groups hold, each with a letter.
pub(crate) struct Shared<'a> {
    /// Sentence and how many captions hold it, most first.
    pub sentences: Vec<(&'a str, usize)>,
    letters: BTreeMap<&'a str, String>,
}

impl<'a> Shared<'a> {
    pub fn of(corpus: &Corpus<'a>) -> Shared<'a> {
        // Wordings that differ slightly are held by the same captions: such a
        // sentence is known by its holders and by how many it stands behind
        // that have the same.
        let mut sentences: BTreeMap<(&[usize], usize), Vec<&str>> = BTreeMap::new();
        for group in corpus.captions {
            let mut before: BTreeMap<&[usize], usize> = BTreeMap::new();
            for sentence in &group.shared_context {
                let nth = before.entry(&sentence.members).or_default();
                sentences.entry((&sentence.members, *nth)).or_default().push(&sentence.text);
                *nth += 1;
            }
        }
        let mut sentences: Vec<_> = sentences.into_iter().collect();
        sentences.sort_by_key(|((members, nth), _)| (std::cmp::Reverse(members.len()), members.first().copied(), *nth));
        let mut shared = Shared { sentences: Vec::new(), letters: BTreeMap::new() };
        for (n, ((members, _), wordings)) in sentences.into_iter().enumerate() {
            shared.sentences.push((wordings[0], members.len()));
            shared.letters.extend(wordings.into_iter().map(|wording| (wording, letter(n))));
        }
        shared
    }

    /// The letter of one of `sentences`.
    #[cfg(feature = "page")]
    pub fn letter(&self, sentence: &str) -> &str {
        self.letters.get(sentence).map_or("", String::as_str)
    }

    /// The letters of the sentences that a group shares.
    pub fn letters(&self, group: &CaptionGroup) -> String {
        let letters = group.shared_context.iter().filter_map(|sentence| self.letters.get(sentence.text.as_str()));
        letters.cloned().collect::<Vec<_>>().join(" ")
    }

    fn page(&self, level: u8, rows: usize) -> Page {
        let mut page = Page::default();
        if self.sentences.is_empty() {
            return page;
        }
        page.heading(level, "Shared context", count(self.sentences.len(), "sentence"));
        let mut table = Table::new([Column::keep(""), Column::number(""), Column::wrap("", 30)]);
        for (text, members) in self.sentences.iter().take(rows) {
            table.row([Text::strong(&self.letters[text]), count(*members, "caption").into(), (*text).into()]);
        }
        page.table(table);
        more(&mut page, self.sentences.len(), rows, "sentences");
        page
    }
}

/// a … z, then a2 … z2, and so on.
fn letter(n: usize) -> String {
    let letter = char::from(b'a' + (n % 26) as u8);
    if n < 26 { letter.to_string() } else { format!("{letter}{}", n / 26 + 1) }
}
