//! What all templates need to know: who is who over the corpus, and where
//! everything stands.

use std::collections::BTreeMap;
use std::ops::Range;

use cutline_doc::Analysis;
use maud::{Markup, html};

use super::{Comparison, Site};
use crate::view::quotes::{Who, speakers_of, who};
use crate::view::timeline::{Entry, Interval, dated};
use crate::view::{entities, number};
use crate::{Corpus, QuoteSummary, Summary};

/// Reports on more documents are written as a folder.
pub const DOCUMENTS_IN_ONE_FILE: usize = 1000;

/// Documents, people, and so on in a file of a folder.
const IN_A_FILE: usize = 500;

/// A site with its indices.
pub(super) struct Book<'a> {
    pub site: Site<'a>,
    /// The corpus entity of each document's entities.
    over: BTreeMap<(usize, u32), usize>,
    /// How each corpus entity is named, quoted and so on.
    pub names: Vec<Named>,
    /// The story that a document belongs to.
    story_of: BTreeMap<usize, usize>,
    /// The caption group that a caption of all captions belongs to.
    group_of: BTreeMap<usize, usize>,
    /// The place in the list of all captions of each document's first.
    first_caption: Vec<usize>,
    /// Who is quoted, most first, with document and place among its quotes.
    pub speakers: Vec<(Who<'a>, Vec<(usize, usize)>)>,
    speaker_at: BTreeMap<Who<'a>, usize>,
    /// Dated sentences by what they speak of.
    pub days: Vec<(Interval, Vec<Entry<'a>>)>,
    /// Each document's corpus entities with how often it names them.
    named_in: Vec<Vec<(usize, usize)>>,
    /// Each story's comparisons.
    compared: BTreeMap<usize, Vec<&'a Comparison>>,
    is_folder: bool,
}

/// How often somebody is named and quoted.
#[derive(Clone, Debug, Default)]
pub(super) struct Named {
    pub text: usize,
    pub captions: usize,
    pub credits: usize,
    /// Documents with how often each names them.
    pub documents: BTreeMap<usize, usize>,
    /// Document and place among its quotes; those that repeat another left out.
    pub quotes: Vec<(usize, usize)>,
    pub words: usize,
}

impl Named {
    /// Mentions in texts and captions.
    pub fn times(&self) -> usize {
        self.text + self.captions
    }
}

impl<'a> Book<'a> {
    pub fn new(site: Site<'a>, is_folder: bool) -> Book<'a> {
        let corpus = site.corpus;
        let over = entities::names_over(&corpus);
        let stories = corpus.stories.iter().enumerate();
        let groups = corpus.captions.iter().enumerate();
        let mut first = 0;
        let first_caption = corpus.documents.iter().map(|document| {
            first += document.captions.len();
            first - document.captions.len()
        });
        let names = named(&corpus, &over);
        let (speakers, speaker_at) = speakers(&corpus, &over);
        let mut book = Book {
            speakers,
            speaker_at,
            days: dated(&corpus).into_iter().collect(),
            named_in: named_in(&names, corpus.documents.len()),
            compared: BTreeMap::new(),
            names,
            story_of: stories.flat_map(|(n, story)| story.members.iter().map(move |m| (m.index, n))).collect(),
            group_of: groups.flat_map(|(n, group)| group.members.iter().map(move |m| (m.index, n))).collect(),
            first_caption: first_caption.collect(),
            over,
            site,
            is_folder,
        };
        for comparison in site.comparisons {
            if let Some(story) = book.story_of(comparison.before) {
                book.compared.entry(story).or_default().push(comparison);
            }
        }
        book
    }

    pub fn is_folder(&self) -> bool {
        self.is_folder
    }

    pub fn corpus(&self) -> Corpus<'a> {
        self.site.corpus
    }

    pub fn summary(&self, document: usize) -> &'a Summary {
        &self.site.corpus.documents[document]
    }

    pub fn analysis(&self, document: usize) -> &'a Analysis {
        &self.site.analyses[document]
    }

    /// The corpus entity of a document's entity.
    pub fn entity_of(&self, document: usize, entity: u32) -> Option<usize> {
        self.over.get(&(document, entity)).copied()
    }

    /// The story that a document is a version of.
    pub fn story_of(&self, document: usize) -> Option<usize> {
        self.story_of.get(&document).copied()
    }

    /// The versions of a story that are shown side by side.
    pub fn compared(&self, story: usize) -> &[&'a Comparison] {
        self.compared.get(&story).map_or(&[], Vec::as_slice)
    }

    /// Who says a quote, as a place among the speakers.
    pub fn speaker_of(&self, document: usize, quote: &'a QuoteSummary) -> Option<usize> {
        self.speaker_at.get(&who(&self.site.corpus, &self.over, document, quote)).copied()
    }

    /// The day on the timeline.
    pub fn day_of(&self, interval: Interval) -> Option<usize> {
        self.days.binary_search_by_key(&interval, |(interval, _)| *interval).ok()
    }

    /// The corpus entities of a document, with how often it names them.
    pub fn named_in(&self, document: usize) -> &[(usize, usize)] {
        &self.named_in[document]
    }

    /// The group of a document's nth caption.
    pub fn group_of(&self, document: usize, caption: usize) -> Option<usize> {
        self.group_of.get(&(self.first_caption.get(document)? + caption)).copied()
    }

    pub fn document(&self, n: usize) -> String {
        self.link("documents", n, format!("d{n}"))
    }

    /// A quote, date or caption where it stands in a document.
    pub fn place(&self, document: usize, kind: char, n: usize) -> String {
        self.link("documents", document, format!("d{document}.{kind}{n}"))
    }

    pub fn entity(&self, n: usize) -> String {
        self.link("people", n, format!("e{n}"))
    }

    pub fn group(&self, n: usize) -> String {
        self.link("captions", n, format!("c{n}"))
    }

    pub fn story(&self, n: usize) -> String {
        self.link("stories", n, format!("s{n}"))
    }

    pub fn speaker(&self, n: usize) -> String {
        self.link("quotes", n, format!("w{n}"))
    }

    pub fn day(&self, n: usize) -> String {
        self.link("timeline", n, format!("t{n}"))
    }

    /// What a link to a document says. In one file that is left to the script,
    /// which knows all titles: a title stands once and not in every list.
    pub fn said(&self, document: usize) -> String {
        if self.is_folder { super::documents::short(self.summary(document)) } else { String::new() }
    }

    /// What a link to a name says: see [`Book::said`].
    pub fn called(&self, entity: usize) -> &'a str {
        if self.is_folder { &self.site.corpus.entities[entity].name } else { "" }
    }

    /// A view as a whole: its first file.
    pub fn view(&self, name: &str) -> String {
        let own = matches!(name, "overview" | "documents" | "people");
        let file = if !self.is_folder {
            String::new()
        } else if own {
            "index.html".into()
        } else {
            file_name(name, 0)
        };
        format!("{file}#{name}")
    }

    /// Which things of a kind stand together in one file.
    pub fn parts(&self, count: usize) -> Vec<Range<usize>> {
        if !self.is_folder || count <= IN_A_FILE {
            return std::iter::once(0..count).collect();
        }
        (0..count).step_by(IN_A_FILE).map(|start| start..(start + IN_A_FILE).min(count)).collect()
    }

    /// The way to the other files of a long list.
    pub fn pager(&self, kind: &str, count: usize, part: &Range<usize>) -> Markup {
        let parts = self.parts(count);
        html! {
            @if parts.len() > 1 {
                nav.pager aria-label="Parts of the list" {
                    @for (n, one) in parts.iter().enumerate() {
                        @let said = format!("{}–{}", number(one.start + 1), number(one.end));
                        @if one == part { b aria-current="page" { (said) } }
                        @else { a href={ (file_name(kind, n)) "#" (kind) } { (said) } }
                        " "
                    }
                }
            }
        }
    }

    fn link(&self, kind: &str, n: usize, id: String) -> String {
        if self.is_folder { format!("{}#{id}", file_name(kind, n / IN_A_FILE)) } else { format!("#{id}") }
    }
}

/// 'documents-001.html'
pub(super) fn file_name(kind: &str, part: usize) -> String {
    format!("{kind}-{:03}.html", part + 1)
}

type Speakers<'a> = Vec<(Who<'a>, Vec<(usize, usize)>)>;

/// Who is quoted, and where each stands in that list.
fn speakers<'a>(corpus: &Corpus<'a>, over: &BTreeMap<(usize, u32), usize>) -> (Speakers<'a>, BTreeMap<Who<'a>, usize>) {
    let order: Vec<Who<'a>> = speakers_of(corpus).into_iter().map(|speaker| speaker.who).collect();
    let places: BTreeMap<Who<'a>, usize> = order.iter().enumerate().map(|(n, &who)| (who, n)).collect();
    let mut speakers: Speakers<'a> = order.into_iter().map(|who| (who, Vec::new())).collect();
    for (document, summary) in corpus.documents.iter().enumerate() {
        for (n, quote) in summary.quotes.iter().enumerate() {
            speakers[places[&who(corpus, over, document, quote)]].1.push((document, n));
        }
    }
    (speakers, places)
}

fn named_in(names: &[Named], documents: usize) -> Vec<Vec<(usize, usize)>> {
    let mut named_in = vec![Vec::new(); documents];
    for (n, named) in names.iter().enumerate() {
        for (&document, &times) in named.documents.iter().filter(|(_, times)| **times > 0) {
            named_in[document].push((n, times));
        }
    }
    named_in
}

fn named(corpus: &Corpus<'_>, over: &BTreeMap<(usize, u32), usize>) -> Vec<Named> {
    let mut names = vec![Named::default(); corpus.entities.len()];
    for (entity, named) in corpus.entities.iter().zip(&mut names) {
        for (document, name) in corpus.parts_of(entity) {
            named.text += name.text as usize;
            named.captions += name.captions as usize;
            named.credits += name.credits as usize;
            *named.documents.entry(document).or_default() += (name.text + name.captions) as usize;
        }
    }
    for (document, summary) in corpus.documents.iter().enumerate() {
        for (n, quote) in summary.quotes.iter().enumerate().filter(|(_, quote)| quote.same_as.is_none()) {
            let speaker = quote.speaker.and_then(|speaker| over.get(&(document, speaker)));
            if let Some(&speaker) = speaker {
                names[speaker].quotes.push((document, n));
                names[speaker].words += quote.words;
            }
        }
    }
    names
}
