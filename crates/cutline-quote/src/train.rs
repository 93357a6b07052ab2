//! Learning the models from annotated documents.

use std::collections::BTreeMap;

use cutline_doc::{Document, Span};
use cutline_linear::train::{Example, Settings, fit};
use cutline_linear::{Chain, Weights};

use crate::lexicon::Class;
use crate::model::{self, FEATURE_SET, LEAST_ODDS, Models};
use crate::reading::{Kind, Paragraph, Piece, paragraphs};
use crate::{cues, spans};

/// A document and what people annotated in it. Names are not looked at: what is
/// learned does not depend on a tagger.
#[derive(Clone, Debug)]
pub struct Article {
    /// Text and blocks.
    pub document: Document,
    /// The annotated quotations.
    pub gold: Vec<Gold>,
}

/// One annotated quotation.
#[derive(Clone, Debug, Default)]
pub struct Gold {
    /// What is said.
    pub content: Vec<Span>,
    /// The words that say that it is said.
    pub cue: Vec<Span>,
    /// The words for who says it.
    pub source: Vec<Span>,
}

/// Learns from `articles` and returns a model file.
pub fn train(articles: &[Article]) -> Vec<u8> {
    let read: Vec<Read> = articles.iter().map(Read::new).collect();
    let counts = Counts::new(&read);
    let lexicon = counts.lexicon();
    let rough = Models::lexicon_only(&lexicon.to_bytes());
    let (mut cue_examples, mut span_examples) = (Vec::new(), Vec::new());
    for article in &read {
        article.examples(&counts, &rough, &mut cue_examples, &mut span_examples);
    }
    let mut cues = learn(&cue_examples, &cue_settings());
    let mut spans = learn(&span_examples, &span_settings());
    cues.prune(0.06);
    spans.prune(0.1);
    model::pack(&[lexicon.to_bytes(), cues.to_bytes(), spans.to_bytes()])
}

/// Runs whose mean is taken: a single one leans this way or that by chance.
const RUNS: u64 = 3;

fn learn(examples: &[Example], settings: &Settings) -> Weights {
    let run = |n: u64| fit(examples, &Settings { seed: settings.seed + 16 * n, ..settings.clone() });
    Weights::mean(&(0..RUNS).map(run).collect::<Vec<Weights>>())
}

fn cue_settings() -> Settings {
    Settings {
        feature_set: FEATURE_SET,
        labels: vec!["NO".into(), "CUE".into()],
        steps: Chain::free(2),
        epochs: 8,
        rate: 0.15,
        damp: 1e-6,
        shrink: 2e-4,
        dropout: 0.15,
        least: 3,
        seed: 1,
    }
}

fn span_settings() -> Settings {
    Settings {
        feature_set: FEATURE_SET,
        labels: spans::STATES.iter().map(|state| (*state).to_owned()).collect(),
        steps: spans::steps(),
        epochs: 8,
        rate: 0.15,
        damp: 1e-6,
        shrink: 2e-4,
        dropout: 0.15,
        least: 5,
        seed: 2,
    }
}

/// An article cut into pieces.
struct Read<'a> {
    paragraphs: Vec<Paragraph>,
    gold: &'a [Gold],
}

impl<'a> Read<'a> {
    fn new(article: &'a Article) -> Read<'a> {
        Read { paragraphs: paragraphs(&article.document, &[]), gold: &article.gold }
    }

    /// The quotations whose cue stands in the paragraph, each with the pieces of its cue.
    fn cues_in(&self, paragraph: &Paragraph) -> Vec<(&'a Gold, Vec<usize>)> {
        let here =
            |gold: &&Gold| gold.cue.first().is_some_and(|cue| paragraph.spans.iter().any(|block| block.contains(*cue)));
        self.gold.iter().filter(here).map(|gold| (gold, pieces_in(paragraph, &gold.cue))).collect()
    }

    fn examples(&self, counts: &Counts, models: &Models, cue_out: &mut Vec<Example>, span_out: &mut Vec<Example>) {
        let mut features = Vec::new();
        for paragraph in &self.paragraphs {
            let odds: Vec<f32> = paragraph.pieces.iter().map(|piece| models.odds(piece)).collect();
            let cues = self.cues_in(paragraph);
            let heads: Vec<Option<usize>> = cues.iter().map(|(_, pieces)| counts.head(paragraph, pieces)).collect();
            for at in (0..paragraph.pieces.len()).filter(|at| odds[*at] >= LEAST_ODDS) {
                let is_head = heads.contains(&Some(at));
                if !is_head && cues.iter().any(|(_, pieces)| pieces.contains(&at)) {
                    continue;
                }
                cues::features(paragraph, &odds, at, &mut features);
                let mut example = Example::new();
                example.push(&features, if is_head { 2 } else { 1 });
                cue_out.push(example);
            }
            for ((gold, cue), head) in cues.iter().zip(&heads) {
                let Some(head) = *head else { continue };
                span_out.extend(span_example(paragraph, &odds, gold, cue, head));
            }
        }
    }
}

fn span_example(paragraph: &Paragraph, odds: &[f32], gold: &Gold, cue: &[usize], head: usize) -> Option<Example> {
    let frame = spans::Frame::new(paragraph, odds, head);
    let paths = spans::paths(&frame);
    let content = pieces_in(paragraph, &gold.content);
    if content.is_empty() {
        return None;
    }
    let states = gold_states(frame.window.clone(), cue, &content, &pieces_in(paragraph, &gold.source));
    let mut example = Example::new();
    let mut features = Vec::new();
    for (at, state) in frame.window.clone().zip(states) {
        spans::features(&frame, paths[at - frame.window.start], at, &mut features);
        example.push(&features, 1 << state);
    }
    Some(example)
}

fn gold_states(window: std::ops::Range<usize>, cue: &[usize], content: &[usize], source: &[usize]) -> Vec<usize> {
    let role = |at: usize| {
        if cue.contains(&at) {
            Some(spans::CUE)
        } else if content.contains(&at) {
            Some(spans::CONTENT)
        } else if source.contains(&at) {
            Some(spans::SOURCE)
        } else {
            None
        }
    };
    let roles: Vec<Option<usize>> = window.map(role).collect();
    let first = roles.iter().position(Option::is_some).unwrap_or(0);
    let last = roles.iter().rposition(Option::is_some).unwrap_or(0);
    (0..roles.len())
        .map(|at| match roles[at] {
            None if at < first => spans::BEFORE,
            None if at > last => spans::BEHIND,
            None => spans::BETWEEN,
            Some(spans::CUE) => spans::CUE,
            Some(role) => {
                let same = |other: Option<usize>| other.and_then(|at| roles.get(at)).is_some_and(|r| *r == Some(role));
                role + match (same(at.checked_sub(1)), same(Some(at + 1))) {
                    (false, false) => 0,
                    (false, true) => 1,
                    (true, true) => 2,
                    (true, false) => 3,
                }
            }
        })
        .collect()
}

/// The pieces that lie in the spans, by at least half.
fn pieces_in(paragraph: &Paragraph, spans: &[Span]) -> Vec<usize> {
    let covered =
        |piece: &Piece| -> usize { spans.iter().filter_map(|span| span.intersect(piece.span)).map(Span::len).sum() };
    let inside = |at: &usize| {
        let piece = &paragraph.pieces[*at];
        2 * covered(piece) >= piece.span.len()
    };
    (0..paragraph.pieces.len()).filter(inside).collect()
}

/// How often words stand in cues.
struct Counts {
    /// In a cue, and at all.
    forms: BTreeMap<u32, (u32, u32)>,
    heads: BTreeMap<u32, u32>,
}

impl Counts {
    fn new(read: &[Read<'_>]) -> Counts {
        let mut counts = Counts { forms: BTreeMap::new(), heads: BTreeMap::new() };
        for article in read {
            for paragraph in &article.paragraphs {
                for piece in &paragraph.pieces {
                    counts.forms.entry(piece.form).or_default().1 += 1;
                }
                for (_, pieces) in article.cues_in(paragraph) {
                    for at in pieces {
                        counts.forms.entry(paragraph.pieces[at].form).or_default().0 += 1;
                    }
                }
            }
        }
        for article in read {
            for paragraph in &article.paragraphs {
                for (_, pieces) in article.cues_in(paragraph) {
                    if let Some(head) = counts.head(paragraph, &pieces) {
                        *counts.heads.entry(paragraph.pieces[head].form).or_default() += 1;
                    }
                }
            }
        }
        counts
    }

    /// The word of a cue that is most a cue word.
    fn head(&self, paragraph: &Paragraph, pieces: &[usize]) -> Option<usize> {
        let value = |at: &usize| {
            let piece = &paragraph.pieces[*at];
            let (inside, all) = self.forms.get(&piece.form).copied().unwrap_or_default();
            let function = Class::AUXILIARY
                | Class::PREPOSITION
                | Class::DETERMINER
                | Class::SUBORDINATOR
                | Class::NEGATION
                | Class::ADVERB
                | Class::CONJUNCTION
                | Class::PRONOUN;
            let rate = f64::from(inside) / (f64::from(all) + 3.0);
            let dull = if piece.class.is(function) { 0.05 } else { 1.0 };
            rate * f64::from(inside + 1).ln() * dull
        };
        let wordy = |at: &&usize| matches!(paragraph.pieces[**at].kind, Kind::Word | Kind::Mark(b':'));
        pieces.iter().filter(wordy).max_by(|a, b| value(a).total_cmp(&value(b))).copied()
    }

    fn lexicon(&self) -> Weights {
        let mut weights = Weights::new(FEATURE_SET, ["ODDS"]);
        for (&form, &heads) in self.heads.iter().filter(|(_, heads)| **heads >= 2) {
            let all = self.forms[&form].1;
            let odds = ((f64::from(heads) + 0.1) / (f64::from(all - heads.min(all)) + 1.0)).ln();
            weights.add(model::lexicon_key(form), 0, (odds as f32).clamp(-6.0, 6.0));
        }
        weights
    }
}
