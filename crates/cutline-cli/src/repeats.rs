//! The same quotation in several documents.

use std::collections::BTreeMap;

use cutline::doc::CorpusEntity;
use cutline::quote::{Utterance, same};
use cutline_report::{QuotePlace, QuoteSummary, Summary};

/// Where nobody says who speaks, fewer words may be anybody's.
const LEAST_WORDS: usize = 6;

/// Each quotation that an earlier document has too, with the first of that
/// document. Quotations that repeat one of their own document are left out.
pub fn between(
    documents: &[Summary],
    utterances: &[Vec<Utterance>],
    entities: &[CorpusEntity],
) -> Vec<(QuotePlace, QuotePlace)> {
    let speakers = speakers(entities);
    let places: Vec<QuotePlace> = documents
        .iter()
        .enumerate()
        .flat_map(|(document, summary)| (0..summary.quotes.len()).map(move |quote| QuotePlace { document, quote }))
        .collect();
    let quote = |place: QuotePlace| &documents[place.document].quotes[place.quote];
    let speaker = |place: QuotePlace| speakers.get(&(place.document, quote(place).speaker?)).copied();
    let all: Vec<Utterance> = utterances.iter().flatten().cloned().collect();
    let links = same(&all, |n| speaker(places[n]));
    let known = |a: QuotePlace, b: QuotePlace| speaker(a).is_some() && speaker(b).is_some();
    let long = |a: &QuoteSummary, b: &QuoteSummary| a.words.min(b.words) >= LEAST_WORDS;
    let pairs = links.into_iter().enumerate().filter_map(|(n, first)| Some((places[n], places[first?])));
    pairs
        .filter(|(repeat, first)| {
            repeat.document != first.document
                && quote(*repeat).same_as.is_none()
                && (known(*repeat, *first) || long(quote(*repeat), quote(*first)))
        })
        .collect()
}

/// The place in `entities` of each entity of each document.
fn speakers(entities: &[CorpusEntity]) -> BTreeMap<(usize, u32), usize> {
    let members = entities.iter().enumerate().flat_map(|(n, entity)| entity.members.iter().map(move |m| (n, m)));
    members.map(|(n, member)| ((member.document, member.entity), n)).collect()
}
