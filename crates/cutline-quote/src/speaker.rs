//! Who speaks: from the words of the source to an entity.
//!
//! Unknown stays unknown: a source that names nobody ('the French defense
//! minister') is given a speaker only where one person of the document has that
//! very title, or where it is a pronoun with one plain antecedent.

use std::ops::Range;

use cutline_doc::{Entity, Label, Mention, Role, SpeakerVia};

use crate::gender::{self, Gender};
use crate::lexicon::{Class, form};
use crate::reading::{Kind, Paragraph, Piece};

/// What is known about speakers while a document is read.
pub(crate) struct Speakers<'a> {
    text: &'a str,
    mentions: &'a [Mention],
    entities: &'a [Entity],
    genders: Vec<Option<Gender>>,
    /// The last speakers: paragraph, sentence, entity.
    said: Vec<(usize, u16, u32)>,
}

/// A speaker, and how it is known.
pub(crate) type Known = (Option<u32>, SpeakerVia);

const UNKNOWN: Known = (None, SpeakerVia::None);

impl<'a> Speakers<'a> {
    pub fn new(
        text: &'a str,
        mentions: &'a [Mention],
        entities: &'a [Entity],
        paragraphs: &[Paragraph],
    ) -> Speakers<'a> {
        let genders = gender::genders(text, mentions, entities, paragraphs);
        Speakers { text, mentions, entities, genders, said: Vec::new() }
    }

    /// The speaker of a quotation with these source pieces; `cue` is where its cue stands.
    pub fn resolve(
        &mut self,
        paragraphs: &[Paragraph],
        at: usize,
        source: &[Range<usize>],
        cue: Option<usize>,
    ) -> Known {
        let paragraph = &paragraphs[at];
        let known = match source.first() {
            None => self.carried(paragraph, at, cue),
            Some(first) => {
                let run = first.start..source.last().map_or(first.end, |last| last.end);
                self.of_source(paragraphs, at, run)
            }
        };
        if let (Some(speaker), Some(place)) = (known.0, source.first().map(|run| run.start).or(cue)) {
            self.said.push((at, paragraph.pieces[place].sentence, speaker));
        }
        known
    }

    /// The speaker whom the label of a turn names: 'BELA', 'SEN. TOMAS ORR'. 'A'
    /// is the one person of whom an interview has spoken before its first turn.
    pub fn of_label(&mut self, paragraphs: &[Paragraph], at: usize, label: &[Range<usize>]) -> Known {
        let pieces = &paragraphs[at].pieces;
        let known = self.resolve(paragraphs, at, label, None);
        let Some(run) = label.first().filter(|_| known.0.is_none()) else { return known };
        let words = || pieces[run.clone()].iter().filter(|piece| piece.kind == Kind::Word);
        let answers = run.len() == 1 && [form("a"), form("answer")].contains(&pieces[run.start].form);
        let found =
            if answers { self.one_before(paragraphs) } else { self.bearer(words().next_back().map(|word| word.form)) };
        let via = if answers { SpeakerVia::Carried } else { SpeakerVia::Name };
        found.map_or(known, |speaker| (Some(speaker), via))
    }

    /// The one person whose name ends in the word.
    fn bearer(&self, surname: Option<u32>) -> Option<u32> {
        let last = |name: &str| name.rsplit(' ').next().map(form);
        let mut bearers = self.people().filter(|person| last(&person.name) == surname);
        bearers.next().filter(|_| bearers.next().is_none()).map(|person| person.id)
    }

    /// The one person named in the paragraphs before the first that begins with 'Q:'.
    fn one_before(&self, paragraphs: &[Paragraph]) -> Option<u32> {
        let asks = |paragraph: &Paragraph| {
            paragraph.is_mark(1, b':') && [form("q"), form("question")].contains(&paragraph.pieces[0].form)
        };
        let intro = paragraphs.iter().take_while(|paragraph| !asks(paragraph));
        let named = intro.flat_map(|paragraph| &paragraph.pieces).filter_map(|piece| piece.mention);
        let mut people = named.filter_map(|n| {
            let mention = &self.mentions[n as usize];
            mention.entity.filter(|_| mention.label == Label::Person)
        });
        let first = people.next()?;
        people.all(|other| other == first).then_some(first)
    }

    /// Whether the words of the owner stand in the role or just before it.
    fn is_owned(&self, role: &Role, owner: &[u32]) -> bool {
        const REACH: usize = 60;
        let mut from = (role.span.start as usize).saturating_sub(REACH);
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        let before = forms(&self.text[from..role.span.start as usize]);
        owner.is_empty() || before.ends_with(owner) || forms(&role.text).starts_with(owner)
    }

    fn people(&self) -> impl Iterator<Item = &Entity> {
        self.entities.iter().filter(|entity| entity.label == Label::Person)
    }

    /// No source: the subject of the sentence goes on.
    fn carried(&self, paragraph: &Paragraph, at: usize, cue: Option<usize>) -> Known {
        let Some(cue) = cue else { return UNKNOWN };
        let sentence = paragraph.pieces[cue].sentence;
        match self.said.last() {
            Some(&(place, spoken, speaker)) if place == at && spoken == sentence => {
                (Some(speaker), SpeakerVia::Carried)
            }
            _ => UNKNOWN,
        }
    }

    fn of_source(&self, paragraphs: &[Paragraph], at: usize, run: Range<usize>) -> Known {
        let paragraph = &paragraphs[at];
        let pieces = &paragraph.pieces;
        if let Some(named) = self.named(pieces, run.clone()) {
            return named.map_or(UNKNOWN, |speaker| (Some(speaker), SpeakerVia::Name));
        }
        let words: Vec<&Piece> = pieces[run.clone()].iter().filter(|piece| piece.kind == Kind::Word).collect();
        let Some(last) = words.last() else { return UNKNOWN };
        if words.len() <= 2 && last.class.is(Class::RELATIVE) {
            return self.relative(pieces, run.end - 1);
        }
        let pronoun = words.len() == 1 || words[1..].iter().all(|word| word.class.is(Class::ADVERB));
        if pronoun && words[0].class.is(Class::HE | Class::SHE) {
            let wanted = if words[0].class.is(Class::HE) { Gender::Male } else { Gender::Female };
            let found = self.antecedent(paragraphs, at, run.start, Some(wanted));
            return found.map_or(UNKNOWN, |speaker| (Some(speaker), SpeakerVia::Pronoun));
        }
        self.titled(paragraphs, at, head(pieces, run))
    }

    /// The named speaker of a source; `Some(None)` where names stand in it but none speaks.
    fn named(&self, pieces: &[Piece], run: Range<usize>) -> Option<Option<u32>> {
        let head = head(pieces, run.clone());
        let inside = self.last_name(pieces, head.clone());
        if let Some(found) = inside {
            return Some(found);
        }
        // 'the economy minister, Ana Bela': the name stands behind the comma.
        let mut next = head.end;
        while next < run.end && matches!(pieces[next].kind, Kind::Mark(b',')) {
            next += 1;
        }
        if next > head.end && next < run.end {
            let behind = self::head(pieces, next..run.end);
            let person = pieces[behind.clone()].iter().any(|piece| piece.label == Some(Label::Person));
            let article = pieces[next].class.is(Class::DETERMINER);
            if person && !article {
                return self.last_name(pieces, behind);
            }
        }
        None
    }

    /// The name that ends a noun phrase. `Some(None)` for two joined people.
    fn last_name(&self, pieces: &[Piece], head: Range<usize>) -> Option<Option<u32>> {
        let last = pieces[head.clone()].iter().rev().find(|piece| piece.kind == Kind::Word)?;
        let mention = &self.mentions[last.mention? as usize];
        let speaks = matches!(mention.label, Label::Person | Label::Org | Label::Gpe | Label::Fac);
        let others = pieces[head.clone()].iter().any(|piece| {
            piece.mention.is_some() && piece.mention != last.mention && piece.label == Some(mention.label)
        });
        let joined = pieces[head].iter().any(|piece| piece.class.is(Class::CONJUNCTION) && piece.mention.is_none());
        if !speaks || (others && joined) {
            return Some(None);
        }
        Some(mention.entity)
    }

    /// 'who': the name before it.
    fn relative(&self, pieces: &[Piece], at: usize) -> Known {
        let sentence = pieces[at].sentence;
        let before = pieces[..at].iter().rev().take_while(|piece| piece.sentence == sentence).take(4);
        let name = before.filter_map(|piece| piece.mention).next();
        let speaker =
            name.map(|n| &self.mentions[n as usize]).filter(|m| m.label == Label::Person || m.label == Label::Org);
        speaker.and_then(|mention| mention.entity).map_or(UNKNOWN, |id| (Some(id), SpeakerVia::Pronoun))
    }

    /// The person whom a pronoun at `piece` most plainly means.
    fn antecedent(&self, paragraphs: &[Paragraph], at: usize, piece: usize, wanted: Option<Gender>) -> Option<u32> {
        let fits = |id: u32| {
            let gender = self.genders.get(id as usize).copied().flatten();
            self.entities.get(id as usize).is_some_and(|entity| entity.label == Label::Person)
                && (wanted.is_none() || gender.is_none() || gender == wanted)
        };
        let mut from = piece;
        for place in (at.saturating_sub(3)..=at).rev() {
            let paragraph = &paragraphs[place];
            let end = if place == at { from } else { paragraph.pieces.len() };
            if place != at && paragraph.block != paragraphs[at].block {
                continue;
            }
            if let Some(found) = self.subject_back(paragraph, place, end, &fits) {
                return Some(found);
            }
            from = 0;
        }
        None
    }

    /// The last subject before `end`, sentence by sentence.
    fn subject_back(
        &self,
        paragraph: &Paragraph,
        place: usize,
        end: usize,
        fits: &impl Fn(u32) -> bool,
    ) -> Option<u32> {
        let pieces = &paragraph.pieces;
        let mut end = end;
        while end > 0 {
            let sentence = paragraph.sentence(end - 1);
            let number = pieces[end - 1].sentence;
            let said = self.said.iter().rev().find(|(at, spoken, id)| *at == place && *spoken == number && fits(*id));
            if let Some(&(_, _, id)) = said {
                return Some(id);
            }
            if let Some(found) = self.subject(pieces, sentence.start..end, fits) {
                return Some(found);
            }
            end = sentence.start;
        }
        None
    }

    /// The first person of a stretch who is no object and no possessor.
    fn subject(&self, pieces: &[Piece], range: Range<usize>, fits: &impl Fn(u32) -> bool) -> Option<u32> {
        let mut second = None;
        for at in range.clone() {
            let Some(n) = pieces[at].mention else { continue };
            if at > range.start && pieces[at - 1].mention == Some(n) {
                continue;
            }
            let Some(id) = self.mentions[n as usize].entity.filter(|id| fits(*id)) else { continue };
            if is_subject(self.text, pieces, at, n) {
                return Some(id);
            }
            second = second.or(Some(id));
        }
        second
    }

    /// 'the foreign minister': the one person who has that title.
    fn titled(&self, paragraphs: &[Paragraph], at: usize, head: Range<usize>) -> Known {
        let pieces = &paragraphs[at].pieces;
        let Some((noun, rest)) = pieces[head.clone()].split_last() else { return UNKNOWN };
        let definite = rest.first().is_some_and(|first| {
            first.form == form("the")
                || first.class.is(Class::TITLE)
                || first.capital && !first.class.is(Class::DETERMINER)
        });
        if !definite || noun.class.is(Class::PLURAL) || !noun.class.is(Class::TITLE | Class::ROLE) {
            return UNKNOWN;
        }
        // 'Ukraine's economy minister': whose minister, and what kind of one.
        let mark = rest.iter().rposition(|piece| piece.form == form("'s"));
        let (owner, kind) = rest.split_at(mark.map_or(0, |mark| mark + 1));
        let modifiers: Vec<u32> =
            kind.iter().filter(|p| p.kind == Kind::Word && p.form != form("the")).map(|p| p.form).collect();
        let owner: Vec<u32> = owner.iter().filter(|p| p.kind == Kind::Word).map(|p| p.form).collect();
        let holds = |role: &Role| has_title(&role.text, noun.form, &modifiers) && self.is_owned(role, &owner);
        let holders: Vec<u32> =
            self.people().filter(|person| person.roles.iter().any(holds)).map(|person| person.id).collect();
        let speaker = match holders[..] {
            [] => None,
            [one] => Some(one),
            _ => self.antecedent(paragraphs, at, head.start, None).filter(|id| holders.contains(id)),
        };
        speaker.map_or(UNKNOWN, |id| (Some(id), SpeakerVia::Title))
    }
}

/// The words of a text, its possessive marks apart.
fn forms(text: &str) -> Vec<u32> {
    let apart = text.replace("’s", " 's").replace("'s", " 's");
    apart.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty()).map(form).collect()
}

/// Whether a role ends in the noun and holds all the words before it.
fn has_title(role: &str, noun: u32, modifiers: &[u32]) -> bool {
    let words: Vec<u32> = role.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(form).collect();
    words.last() == Some(&noun) && modifiers.iter().all(|word| words.contains(word))
}

/// The noun phrase that begins a source, up to a comma, a bracket or what depends on it.
fn head(pieces: &[Piece], run: Range<usize>) -> Range<usize> {
    let mut start = run.start;
    while start < run.end && matches!(pieces[start].kind, Kind::Mark(_)) {
        start += 1;
    }
    let stops = |at: &usize| {
        let piece = &pieces[*at];
        let depends = piece.class.is(Class::PREPOSITION | Class::RELATIVE) && piece.mention.is_none();
        let in_title = depends && piece.form == form("of") && titles_on(pieces, start..run.end, *at);
        matches!(piece.kind, Kind::Mark(b',' | b'(' | b'-' | b';')) && piece.mention.is_none() || depends && !in_title
    };
    let end = (start + 1..run.end).find(stops).unwrap_or(run.end);
    start.min(end)..end
}

/// 'Secretary of State Ana Bela': capitals before 'of' and behind it, then a person.
fn titles_on(pieces: &[Piece], run: Range<usize>, of: usize) -> bool {
    let before = of > run.start && pieces[of - 1].capital && pieces[of - 1].label != Some(Label::Person);
    let tail = pieces[of + 1..run.end].iter().take_while(|piece| piece.capital || piece.form == form("the"));
    let person = tail.clone().position(|piece| piece.label == Some(Label::Person));
    before && person.is_some_and(|at| at > 0)
}

/// Whether the name that begins at `at` is neither governed by a preposition nor a possessor.
fn is_subject(text: &str, pieces: &[Piece], at: usize, mention: u32) -> bool {
    const GOVERNING: &[&str] =
        &["of", "with", "for", "to", "by", "about", "against", "from", "at", "in", "on", "between", "than", "like"];
    let mut before = at;
    while before > 0 && (pieces[before - 1].class.is(Class::TITLE | Class::DETERMINER) || pieces[before - 1].capital) {
        before -= 1;
    }
    let governed = before.checked_sub(1).is_some_and(|n| GOVERNING.iter().any(|word| form(word) == pieces[n].form))
        || GOVERNING.iter().any(|word| form(word) == pieces[before].form) && before < at;
    let end = pieces[at..].iter().position(|piece| piece.mention != Some(mention)).map(|n| at + n);
    let possessor = end
        .and_then(|end| pieces.get(end))
        .is_some_and(|piece| matches!(&text[piece.span], "'s" | "’s") || piece.kind == Kind::Mark(b'\''));
    !governed && !possessor
}
