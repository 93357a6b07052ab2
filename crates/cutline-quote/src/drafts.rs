//! Quotations of one paragraph before their speakers are known.

use std::ops::Range;

use cutline_doc::{BlockKind, QuoteKind, Span};

use crate::extract::{Attribution, Extractor};
use crate::lexicon::{Class, ending, form};
use crate::reading::{Kind, Paragraph};
use crate::rules;
use crate::{orphans, plausible, settle, spans, tidy, trailing};

/// A quotation in pieces of one paragraph.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub content: Vec<Range<usize>>,
    pub cue: Vec<Range<usize>>,
    pub source: Vec<Range<usize>>,
    pub score: f32,
    pub rule: &'static str,
}

impl Draft {
    fn of(found: &Attribution, rule: &'static str) -> Draft {
        Draft {
            content: found.runs(spans::CONTENT),
            cue: found.runs(spans::CUE),
            source: found.runs(spans::SOURCE),
            score: found.likely,
            rule,
        }
    }

    /// The bytes of some of its pieces.
    pub fn spans(paragraph: &Paragraph, runs: &[Range<usize>]) -> Vec<Span> {
        runs.iter().flat_map(|run| paragraph.spans_of(run.clone())).collect()
    }

    /// How much of the content stands in quotation marks.
    pub fn kind(&self, paragraph: &Paragraph) -> QuoteKind {
        let (mut quoted, mut plain) = (false, false);
        for piece in self.content.iter().flat_map(|run| &paragraph.pieces[run.clone()]) {
            match piece.kind {
                Kind::Quote(_) => quoted = true,
                Kind::Word | Kind::Number => plain = true,
                Kind::Mark(_) => {}
            }
        }
        match (quoted, plain) {
            (true, false) => QuoteKind::Direct,
            (true, true) => QuoteKind::Mixed,
            (false, _) => QuoteKind::Indirect,
        }
    }

    /// Whether the piece is part of its content.
    pub fn holds(&self, piece: usize) -> bool {
        self.content.iter().any(|run| run.contains(&piece))
    }
}

/// How likely a cue must be to cut off the end of another's content.
const LEAST_COORDINATED: f32 = 0.5;
/// … or a verb of speech just behind a conjunction, with a quotation behind it.
const LEAST_JOINED: f32 = 0.15;
/// Cues less likely than this are no cues.
const LEAST: f32 = 0.33;
/// … unless they alone explain a quotation.
const LEAST_FOR_QUOTED: f32 = 0.08;

/// The drafts of a paragraph, in the order of their content.
pub(crate) fn drafts(extractor: Option<&mut Extractor<'_>>, paragraph: &Paragraph) -> Vec<Draft> {
    let mut kept = extractor.map(|extractor| modelled(extractor, paragraph)).unwrap_or_default();
    let ruled = rules::drafts(paragraph, |at| kept.iter().any(|draft| draft.holds(at)));
    kept.extend(ruled);
    settle::settle(paragraph, &mut kept);
    trailing::add(paragraph, &mut kept);
    kept.iter_mut().for_each(|draft| tidy::tidy(paragraph, draft));
    kept.retain(|draft| !draft.content.is_empty() && !is_term(paragraph, draft));
    share_subjects(paragraph, &mut kept);
    orphans::adopt(paragraph, &mut kept);
    kept.retain(|draft| !is_inscription(paragraph, draft) && !is_scenery(paragraph, draft));
    kept.retain(|draft| has_speech(paragraph, draft) || plausible::is_plausible(paragraph, draft));
    kept.sort_by_key(|draft| draft.content[0].start);
    kept
}

fn modelled(extractor: &mut Extractor<'_>, paragraph: &Paragraph) -> Vec<Draft> {
    let (odds, mut candidates) = extractor.candidates(paragraph, LEAST_FOR_QUOTED);
    let sure_cues: Vec<usize> = candidates
        .iter()
        .filter(|candidate| candidate.likely >= LEAST_COORDINATED && rules::speaks(paragraph, candidate.at))
        .map(|candidate| candidate.at)
        .collect();
    candidates.sort_by(|a, b| b.likely.total_cmp(&a.likely));
    let mut kept: Vec<Draft> = Vec::new();
    for candidate in candidates {
        let joined = candidate.likely >= LEAST_JOINED && is_joined(paragraph, &kept, candidate.at);
        let sure = candidate.likely >= LEAST || joined;
        let taken = kept.iter().any(|other| other.cue.iter().any(|run| run.contains(&candidate.at)));
        if taken || !sure && !quote_waits(paragraph, &kept, candidate.at) {
            continue;
        }
        let mut draft = Draft::of(&extractor.attribution(paragraph, &odds, candidate), "model");
        leave_to_others(paragraph, &mut draft, &sure_cues);
        let reads =
            draft.source.is_empty() || has_speech(paragraph, &draft) || plausible::is_plausible(paragraph, &draft);
        let fits = !draft.content.is_empty() && reads && (sure || explains(paragraph, &draft));
        if !fits {
            continue;
        }
        if joined || candidate.likely >= LEAST_COORDINATED {
            kept.iter_mut().for_each(|other| part(paragraph, other, &mut draft, candidate.at));
        }
        if !kept.iter().any(|other| clash(paragraph, &draft, candidate.at, other)) {
            kept.push(draft);
        }
    }
    kept
}

/// '“…,” Bela said. “…” is what we need, she said': a quotation goes on in another
/// sentence only if that has no verb of its own.
fn leave_to_others(paragraph: &Paragraph, draft: &mut Draft, cues: &[usize]) {
    let pieces = &paragraph.pieces;
    let Some(own) = draft.cue.first().map(|run| pieces[run.start].sentence) else { return };
    let governed = |at: &usize| {
        let piece = &pieces[*at];
        let elsewhere = piece.sentence > own && matches!(piece.kind, Kind::Quote(_));
        elsewhere && cues.iter().any(|cue| *cue > *at && pieces[*cue].sentence == piece.sentence)
    };
    let Some(at) = draft.content.iter().flat_map(Clone::clone).find(governed) else { return };
    draft.content.retain(|run| run.start < at);
    draft.content.iter_mut().for_each(|run| run.end = run.end.min(at));
}

/// '… and even called him “smart”' within another's content.
fn is_joined(paragraph: &Paragraph, kept: &[Draft], cue: usize) -> bool {
    let pieces = &paragraph.pieces;
    let near = &pieces[cue + 1..pieces.len().min(cue + 5)];
    let quoted = near.iter().any(|piece| matches!(piece.kind, Kind::Quote(_)));
    pieces[cue].class.is(Class::SPEECH)
        && quoted
        && rules::is_coordinated(paragraph, cue)
        && kept.iter().any(|draft| draft.holds(cue))
}

/// 'Ana said she would come but cautioned, “…”': the second cue and what
/// belongs to it are no part of the first content; the subject is the same.
fn part(paragraph: &Paragraph, first: &mut Draft, second: &mut Draft, cue: usize) {
    let pieces = &paragraph.pieces;
    let Some(run) = first.content.iter().position(|run| run.contains(&cue)) else { return };
    let skipped = Class::ADVERB | Class::AUXILIARY | Class::NEGATION;
    let Some(joint) = (first.content[run].start + 1..cue).rev().find(|at| !pieces[*at].class.is(skipped)) else {
        return;
    };
    let coordinated = pieces[joint].class.is(Class::CONJUNCTION) && second.content.iter().all(|run| run.start > cue);
    let governs = first.cue.first().is_some_and(|cue| cue.start < joint);
    if !coordinated || !governs {
        return;
    }
    first.content.truncate(run + 1);
    first.content[run].end = joint;
    second.source = first.source.clone();
}

/// Whether the sentence at `at`, or the one behind it, holds a quotation that nobody says yet.
fn quote_waits(paragraph: &Paragraph, kept: &[Draft], at: usize) -> bool {
    let sentence = paragraph.sentence(at);
    let next = paragraph.pieces.get(sentence.end).map_or(sentence.end, |_| paragraph.sentence(sentence.end).end);
    (sentence.start..next).any(|at| match paragraph.pieces[at].kind {
        Kind::Quote(n) => {
            is_speech(paragraph, n)
                && !kept.iter().any(|draft| draft.holds(at))
                && rules::announced(paragraph, at).is_none()
        }
        _ => false,
    })
}

/// A verb of quoted speech without a subject of its own ('… and warned, “…”',
/// 'saying “…”') has that of the verb before it, else that of its sentence.
fn share_subjects(paragraph: &Paragraph, drafts: &mut [Draft]) {
    for n in 0..drafts.len() {
        drafts[n].source.iter_mut().for_each(|run| tidy::shorten(paragraph, run));
        drafts[n].source.iter_mut().for_each(|run| run.end = before_dangling(paragraph, run.clone()));
        drafts[n].source.retain(|run| !run.is_empty() && !is_opener(paragraph, run));
        let Some(cue) = drafts[n].cue.first().map(|run| run.start) else { continue };
        if let Some(owner) = owner(paragraph, cue).filter(|owner| !owner.clone().any(|at| drafts[n].holds(at))) {
            drafts[n].source = vec![owner];
            continue;
        }
        let coordinated = rules::is_coordinated(paragraph, cue);
        let lacks = drafts[n].source.is_empty() && drafts[n].kind(paragraph) != QuoteKind::Indirect;
        if coordinated || lacks {
            let shared = shared_source(paragraph, drafts, cue);
            let subject = || rules::sentence_subject(paragraph, cue).map(|run| vec![run]).filter(|_| lacks);
            let free = |runs: &Vec<Range<usize>>| !runs.iter().any(|run| run.clone().any(|at| drafts[n].holds(at)));
            if let Some(source) = shared.or_else(subject).filter(free) {
                drafts[n].source = source;
            }
        }
    }
}

/// The end of a source less the article or preposition that it breaks off with.
fn before_dangling(paragraph: &Paragraph, source: Range<usize>) -> usize {
    let dangles = |at: &usize| {
        let piece = &paragraph.pieces[*at];
        let article = ["a", "an", "the"].iter().any(|word| form(word) == piece.form);
        piece.mention.is_none() && (article || piece.class.is(Class::PREPOSITION))
    };
    if source.len() == 1 { source.end } else { source.end - source.rev().take_while(dangles).count() }
}

/// 'Bela's claim that …': the name before a noun of speech.
fn owner(paragraph: &Paragraph, cue: usize) -> Option<Range<usize>> {
    let pieces = &paragraph.pieces;
    let is_mark = |at: usize| pieces[at].form == form("'s");
    let mark = if is_mark(cue) { cue } else { cue.checked_sub(1).filter(|before| is_mark(*before))? };
    let noun = pieces.get(mark + 1).is_some_and(|piece| piece.ending != ending("asking"));
    let first = paragraph.sentence(mark).start;
    let named =
        |at: &usize| pieces[*at].capital && pieces[*at].kind == Kind::Word && !pieces[*at].class.is(Class::PRONOUN);
    let length = (first..mark).rev().take_while(named).count();
    (noun && length > 0).then_some(mark - length..mark)
}

/// 'After saying …', 'Meanwhile, …': one word that opens a sentence and names nobody.
fn is_opener(paragraph: &Paragraph, run: &Range<usize>) -> bool {
    let piece = &paragraph.pieces[run.start];
    let plain = !piece.class.is(Class::PRONOUN | Class::RELATIVE | Class::ROLE | Class::DETERMINER | Class::MEDIUM);
    run.len() == 1
        && plain
        && (piece.class.is(Class::SUBORDINATOR | Class::PREPOSITION | Class::OPENER) && piece.mention.is_none())
}

/// The source of the last verb before `cue` in its sentence that has one.
fn shared_source(paragraph: &Paragraph, drafts: &[Draft], cue: usize) -> Option<Vec<Range<usize>>> {
    let sentence = paragraph.sentence(cue);
    let governs = |draft: &&Draft| {
        let verb = draft.cue.first().is_some_and(|run| run.start < cue && sentence.contains(&run.start));
        verb && draft.source.first().is_some_and(|run| run.end <= cue && sentence.contains(&run.start))
    };
    drafts.iter().filter(governs).max_by_key(|draft| draft.cue[0].start).map(|draft| draft.source.clone())
}

/// Titles alone, or single words in marks where nothing is said: no quotation.
fn is_term(paragraph: &Paragraph, draft: &Draft) -> bool {
    let pieces = draft.content.iter().flat_map(|run| &paragraph.pieces[run.clone()]);
    let looks = pieces.clone().filter_map(|piece| match piece.kind {
        Kind::Quote(n) => Some(paragraph.looks[n as usize]),
        _ => None,
    });
    let titles = looks.clone().all(|look| look.title) && draft.kind(paragraph) == QuoteKind::Direct;
    let single = looks.clone().count() > 0 && looks.clone().all(|look| look.words == 0);
    let speaks = any_of(paragraph, &draft.cue, Class::SPEECH | Class::SAYING | Class::ACCORDING);
    titles || single && !speaks
}

/// A caption says what a picture shows: of what its people think or want
/// nothing is a quotation unless it is in quotation marks or has a verb of speech.
fn is_scenery(paragraph: &Paragraph, draft: &Draft) -> bool {
    paragraph.block == BlockKind::Caption
        && draft.kind(paragraph) != QuoteKind::Direct
        && (!any_of(paragraph, &draft.cue, Class::SPEECH | Class::SAYING | Class::ACCORDING)
            || any_of(paragraph, &draft.cue, Class::BEGINS))
}

/// 'a banner reads: “…”': words on a thing, said by nobody.
fn is_inscription(paragraph: &Paragraph, draft: &Draft) -> bool {
    let Some(cue) = draft.cue.first().filter(|_| any_of(paragraph, &draft.cue, Class::READS)) else { return false };
    let before = paragraph.sentence(cue.start).start..cue.start;
    any_of(paragraph, &[before], Class::SIGN)
}

/// Whether a draft's cue stands in another's content, or the two share content.
fn clash(paragraph: &Paragraph, draft: &Draft, head: usize, other: &Draft) -> bool {
    let shared: usize = draft.content.iter().flat_map(Clone::clone).filter(|at| other.holds(*at)).count();
    let size: usize = draft.content.iter().map(ExactSizeIterator::len).sum();
    let taken = other.cue.iter().any(|run| run.contains(&head));
    let quoted = |at: usize| matches!(paragraph.pieces[at].kind, Kind::Quote(_));
    let same_quote = draft.content.iter().flat_map(Clone::clone).any(|at| quoted(at) && other.holds(at));
    taken || same_quote || 2 * shared > size
}

/// Whether the draft gives a cue to a quotation of three words or more.
fn explains(paragraph: &Paragraph, draft: &Draft) -> bool {
    draft.content.iter().flat_map(Clone::clone).any(|at| match paragraph.pieces[at].kind {
        Kind::Quote(n) => is_speech(paragraph, n) && !draft.source.is_empty(),
        _ => false,
    })
}

/// Two words or more that are no title.
fn is_speech(paragraph: &Paragraph, stretch: u16) -> bool {
    let look = paragraph.looks[stretch as usize];
    look.words > 0 && !look.title
}

/// Whether the content holds a quotation that is no title.
fn has_speech(paragraph: &Paragraph, draft: &Draft) -> bool {
    draft.content.iter().flat_map(|run| &paragraph.pieces[run.clone()]).any(|piece| match piece.kind {
        Kind::Quote(n) => !paragraph.looks[n as usize].title,
        _ => false,
    })
}

/// Whether any word of the run is of the class.
pub(crate) fn any_of(paragraph: &Paragraph, runs: &[Range<usize>], class: Class) -> bool {
    runs.iter().flat_map(|run| &paragraph.pieces[run.clone()]).any(|piece| piece.class.is(class))
}
