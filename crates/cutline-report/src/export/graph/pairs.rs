use cutline_doc::{Analysis, EntityRef, Span};

use super::{Linked, Of, People, Tally, people};

/// Of a block that names more people only so many follow each: a list of ten
/// thousand names is no acquaintance of them all.
const MOST: usize = 50;

/// Counts the ties of all documents.
pub(super) fn count<'a>(linked: &Linked<'a>, of: Of, ties: &mut Tally<'a>) {
    let people = people(linked);
    let repeats = if of == Of::Captions { repeats(linked) } else { Vec::new() };
    let mut captions = repeats.into_iter();
    for (n, analysis) in linked.documents.iter().enumerate() {
        let finder = Finder { people: &people, document: n, analysis };
        match of {
            Of::People => blocks(&finder, ties),
            Of::Quotes => quotes(&finder, ties),
            Of::Captions => {
                let own = captions.by_ref().take(analysis.document.captions.len()).collect::<Vec<bool>>();
                pictures(&finder, &own, ties);
            }
        }
    }
}

/// For each caption of all documents whether it repeats another.
fn repeats(linked: &Linked<'_>) -> Vec<bool> {
    let count = linked.documents.iter().map(|one| one.document.captions.len()).sum();
    let mut repeats = vec![false; count];
    for group in linked.captions {
        for member in &group.members {
            repeats[member.index] = member.index != group.canonical;
        }
    }
    repeats
}

struct Finder<'p, 'a> {
    people: &'p People<'a>,
    document: usize,
    analysis: &'a Analysis,
}

impl<'a> Finder<'_, 'a> {
    fn person(&self, entity: Option<u32>) -> Option<&'a str> {
        let at = EntityRef { document: self.document, entity: entity? };
        self.people.get(&at).map(|person| person.id.as_str())
    }

    /// Those named within the span, each once, in the order of the text.
    fn named(&self, span: Span) -> Vec<&'a str> {
        let mentions = &self.analysis.mentions;
        let first = mentions.partition_point(|mention| mention.span.start < span.start);
        let within = mentions[first..].iter().take_while(|mention| mention.span.end <= span.end);
        let mut seen = std::collections::BTreeSet::new();
        within.filter_map(|mention| self.person(mention.entity)).filter(|id| seen.insert(*id)).collect()
    }
}

fn blocks<'a>(finder: &Finder<'_, 'a>, ties: &mut Tally<'a>) {
    for block in finder.analysis.document.read_blocks() {
        all_pairs(finder, &finder.named(block.span), ties);
    }
}

fn pictures<'a>(finder: &Finder<'_, 'a>, repeats: &[bool], ties: &mut Tally<'a>) {
    for (caption, repeated) in finder.analysis.document.captions.iter().zip(repeats) {
        if !repeated {
            all_pairs(finder, &finder.named(caption.lead), ties);
        }
    }
}

fn all_pairs<'a>(finder: &Finder<'_, 'a>, named: &[&'a str], ties: &mut Tally<'a>) {
    for (n, &one) in named.iter().enumerate() {
        for &other in named[n + 1..].iter().take(MOST) {
            ties.add(finder.document, one.min(other), one.max(other));
        }
    }
}

/// From who is quoted to whom the quotation names.
fn quotes<'a>(finder: &Finder<'_, 'a>, ties: &mut Tally<'a>) {
    for quote in finder.analysis.quotes.iter().filter(|quote| quote.same_as.is_none()) {
        let Some(speaker) = finder.person(quote.speaker) else { continue };
        let mut named: Vec<&str> = quote.content.iter().flat_map(|&span| finder.named(span)).collect();
        named.sort_unstable();
        named.dedup();
        for other in named.into_iter().filter(|&other| other != speaker) {
            ties.add(finder.document, speaker, other);
        }
    }
}
