//! The same utterance told twice: a fragment in the lead that returns in full,
//! or one quotation in several reports.

use cutline_doc::{Quote, QuoteKind};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::Span;
use crate::lexicon::form;
use crate::marks::stretches;

/// What somebody is quoted with, for comparing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Utterance {
    /// The words of each quoted fragment, as hashes of their lower-case forms.
    fragments: Vec<Vec<u32>>,
}

impl Utterance {
    /// What stands in quotation marks in a quotation's content; for indirect
    /// speech nothing, since its words are the writer's.
    pub fn of(text: &str, quote: &Quote) -> Utterance {
        if quote.kind == QuoteKind::Indirect {
            return Utterance::default();
        }
        let marked = quote.content.iter().flat_map(|&span| stretches(text, span));
        let mut fragments: Vec<Vec<u32>> = marked.map(|stretch| words(&text[stretch.inner])).collect();
        fragments.retain(|fragment| !fragment.is_empty());
        if fragments.is_empty() && quote.kind == QuoteKind::Direct {
            fragments = quote.content.iter().map(|&span| words(&text[span])).collect();
        }
        Utterance { fragments }
    }
}

/// For each utterance the first earlier one that is the same: a fragment of
/// three words or more of the one stands in the other.
///
/// The utterances may come from one document or from many, in any order that
/// means something to the caller. Fragments of two words, or of one long word,
/// link only utterances whose `speaker` is known and the same.
///
/// ```
/// use cutline_doc::{Quote, QuoteKind, Span, SpeakerVia};
/// use cutline_quote::{Utterance, same};
///
/// let quote = |text: &str, kind| Quote {
///     content: vec![Span::of(text)], cue: vec![], source: vec![], kind, speaker: None,
///     speaker_via: SpeakerVia::None, score: 1.0, rule: "model".into(), same_as: None,
/// };
/// let lead = "the river “will not wait for us”";
/// let full = "“The river will not wait for us, whatever they say.”";
/// let told = [
///     Utterance::of(lead, &quote(lead, QuoteKind::Mixed)),
///     Utterance::of(full, &quote(full, QuoteKind::Direct)),
/// ];
/// assert_eq!(same(&told, |_| None::<u32>), [None, Some(0)]);
/// ```
pub fn same<S: PartialEq>(utterances: &[Utterance], speaker: impl Fn(usize) -> Option<S>) -> Vec<Option<usize>> {
    let mut seen: FxHashMap<[u32; 3], Vec<(u32, u32)>> = FxHashMap::default();
    let mut short: FxHashMap<Vec<u32>, u32> = FxHashMap::default();
    let mut links = Vec::with_capacity(utterances.len());
    for (n, utterance) in utterances.iter().enumerate() {
        let long = utterance.fragments.iter().find_map(|fragment| earlier(utterances, &seen, fragment));
        let agree = |m: &usize| speaker(*m).is_none() || speaker(n).is_none() || speaker(*m) == speaker(n);
        let brief = || {
            let known = speaker(n)?;
            let found = utterance.fragments.iter().find_map(|fragment| short.get(fragment))?;
            (speaker(*found as usize)? == known).then_some(*found as usize)
        };
        links.push(long.filter(agree).or_else(brief));
        for (part, fragment) in utterance.fragments.iter().enumerate() {
            for three in fragment.windows(3).filter_map(|w| w.try_into().ok()) {
                let places: &mut Vec<(u32, u32)> = seen.entry(three).or_default();
                if places.len() < MOST_PLACES {
                    places.push((n as u32, part as u32));
                }
            }
            if (1..=2).contains(&fragment.len()) {
                short.entry(fragment.clone()).or_insert(n as u32);
            }
        }
    }
    links
}

/// How many places of one three-word run are remembered: more is a set phrase.
const MOST_PLACES: usize = 16;

/// Fragments that agree in so many words from the start are the same.
const LONG_ENOUGH: usize = 60;

/// The first utterance that holds the fragment or a fragment of which it holds.
fn earlier(utterances: &[Utterance], seen: &FxHashMap<[u32; 3], Vec<(u32, u32)>>, fragment: &[u32]) -> Option<usize> {
    let mut best: Option<usize> = None;
    let mut looked = FxHashSet::default();
    for three in fragment.windows(3) {
        let Ok(key) = <[u32; 3]>::try_from(three) else { continue };
        for &(n, part) in seen.get(&key).into_iter().flatten() {
            if best.is_some_and(|best| best <= n as usize) || !looked.insert((n, part)) {
                continue;
            }
            let other = &utterances[n as usize].fragments[part as usize];
            let (small, large) =
                if other.len() < fragment.len() { (&other[..], fragment) } else { (fragment, &other[..]) };
            let small = &small[..small.len().min(LONG_ENOUGH)];
            if large.windows(small.len()).any(|window| window == small) {
                best = Some(n as usize);
            }
        }
    }
    best
}

fn words(text: &str) -> Vec<u32> {
    cutline_text::tokens(text, Span::of(text))
        .map(|token| &text[token.span])
        .filter(|word| word.contains(char::is_alphanumeric))
        .map(form)
        .collect()
}
