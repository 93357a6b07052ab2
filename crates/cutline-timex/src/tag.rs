//! From text to time expressions: the grammar over each paragraph, then each
//! expression against its anchor.

use cutline_doc::{Anchor, Date, Rule, Span, Timex, TimexKind, Warning};

use crate::cues::{Side, side};
use crate::grammar::numeric::Order;
use crate::grammar::{Found, Reader};
use crate::lex::{Token, paragraph};
use crate::resolve::{Context, Place, Resolver};
use crate::sense::{Clock, Point, Sense, Which, Year};
use crate::when::interval;
use crate::word::Word;

/// An expression as it was read, before it is resolved.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub span: Span,
    sense: Sense,
    modifier: Option<&'static str>,
    rule: &'static str,
    side: Side,
    /// Whether it is the second end of a range that the draft before it begins.
    closes_range: bool,
}

/// The expressions of `text`, unresolved.
pub(crate) fn draft(text: &str, within: Span) -> Vec<Draft> {
    let text = &text[..within.end as usize];
    let mut drafts = Vec::new();
    let mut tokens = Vec::new();
    let mut order = Order::default();
    let mut at = within.start as usize;
    while let Some(next) = paragraph(text, at, &mut tokens) {
        let reader = Reader { text, tokens: &tokens };
        let from = drafts.len();
        read_paragraph(&reader, &mut order, &mut drafts);
        lend_days(&mut drafts[from..]);
        at = next;
    }
    drafts
}

fn read_paragraph(reader: &Reader<'_>, order: &mut Order, drafts: &mut Vec<Draft>) {
    let mut at = 0;
    if let Some(heading) = year_heading(reader) {
        at = heading.end;
        drafts.push(draft_of(reader, &heading, false));
    }
    let mut last: Option<Found> = None;
    while at < reader.tokens.len() {
        let found = match second_end(reader, at, last.as_ref()) {
            Some(found) => Some(found),
            None => reader.expression(at, *order),
        };
        let Some(found) = found else {
            at += 1;
            continue;
        };
        if found.rule == "day-month-year" {
            *order = Order::DayFirst;
        }
        let closes_range = last.as_ref().is_some_and(|first| is_range(reader, first, &found));
        if closes_range {
            share_year(drafts.last_mut(), &found.sense);
        }
        let weekdays = closes_range && last.as_ref().is_some_and(|first| is_weekday(&first.sense));
        let found = if weekdays { after_first(found) } else { found };
        drafts.push(draft_of(reader, &found, closes_range));
        at = found.end.max(at + 1);
        last = Some(found);
    }
}

/// The rule of a year that stands above what it tells of.
pub(crate) const YEAR_HEADING: &str = "year-heading";

/// '1863' alone on its line, or '1863:' and '1863 –' at its head.
fn year_heading(reader: &Reader<'_>) -> Option<Found> {
    let Word::Digits(year @ 1000..=2049, 4) = reader.word(0) else { return None };
    let alone = reader.tokens.len() == 1;
    let ranges = reader.is_mark(1, b'-') && matches!(reader.word(2), Word::Digits(..));
    let leads = reader.is_mark(1, b':') && !reader.is_glued(2) || reader.is_mark(1, b'-') && !reader.is_glued(1);
    let sense = Sense::Point(Point::Year(Year::Is(year as i32)));
    (alone || leads && year >= 1500 && !ranges).then_some(Found {
        first: 0,
        end: 1,
        sense,
        modifier: None,
        rule: YEAR_HEADING,
    })
}

/// In '10:35 a.m. (0735 GMT) Friday' both times are Friday's.
fn lend_days(drafts: &mut [Draft]) {
    for at in (1..drafts.len()).rev() {
        let near = drafts[at].span.start - drafts[at - 1].span.end <= 3;
        let lent = match drafts[at].sense {
            Sense::Point(day @ (Point::Weekday { .. } | Point::Day { .. })) | Sense::Time(Some(day), _) => day,
            _ => continue,
        };
        let side = drafts[at].side;
        if let (true, Sense::Time(day @ None, Clock::At { .. })) = (near, &mut drafts[at - 1].sense) {
            *day = Some(lent);
            drafts[at - 1].side = side;
        }
    }
}

fn draft_of(reader: &Reader<'_>, found: &Found, closes_range: bool) -> Draft {
    let tokens = &reader.tokens[found.first..found.end];
    let span = Span { start: tokens[0].start, end: last_end(tokens) };
    let side = if needs_side(&found.sense) {
        side(reader, found.first, found.end, is_far(&found.sense))
    } else {
        Side::Unsaid
    };
    Draft { span, sense: found.sense.clone(), modifier: found.modifier, rule: found.rule, side, closes_range }
}

/// Whether the next one of its kind may be months away.
fn is_far(sense: &Sense) -> bool {
    !matches!(
        sense,
        Sense::Point(Point::Weekday { .. } | Point::Weekend(_)) | Sense::Time(Some(Point::Weekday { .. }), _)
    )
}

fn last_end(tokens: &[Token]) -> u32 {
    tokens[tokens.len() - 1].end
}

fn needs_side(sense: &Sense) -> bool {
    let (Sense::Point(point) | Sense::Time(Some(point), _)) = sense else { return false };
    match point {
        Point::Weekday { which, .. } => matches!(which, Which::Bare | Which::This),
        Point::Weekend(Which::Bare) => true,
        Point::Day { year, .. }
        | Point::Month { year, .. }
        | Point::Holiday { year, .. }
        | Point::Season { year, .. } => *year == Year::Open,
        Point::Quarter { year, .. } | Point::Half { year, .. } => *year == Year::Open,
        _ => false,
    }
}

/// '5' of 'March 3-5' and 'March 3 to 5', '87' of '1985-87'.
fn second_end(reader: &Reader<'_>, at: usize, last: Option<&Found>) -> Option<Found> {
    let first = last?;
    let Word::Digits(number, len @ 1..=2) = reader.word(at) else { return None };
    if at != first.end + 1 || !is_joint(reader, first.end) {
        return None;
    }
    let dash = reader.is_mark(first.end, b'-') || reader.is_mark(first.end, b'/');
    let sense = match first.sense {
        Sense::Point(Point::Day { year, month, .. }) if (1..=31).contains(&number) && !is_clock(reader, at + 1) => {
            let (year, end) = reader.year_behind_day(at + 1).unwrap_or((year, at + 1));
            let day = Sense::Point(Point::Day { year, month, day: number as u8 });
            return Some(Found { first: at, end, sense: day, modifier: None, rule: "range-end" });
        }
        Sense::Point(Point::Year(Year::Is(year))) if dash && len == 2 && reader.is_glued(at) => {
            let end = year / 100 * 100 + number as i32;
            (end > year).then_some(Sense::Point(Point::Year(Year::Is(end))))?
        }
        _ => return None,
    };
    Some(Found { first: at, end: at + 1, sense, modifier: None, rule: "range-end" })
}

fn is_clock(reader: &Reader<'_>, at: usize) -> bool {
    matches!(reader.word(at), Word::Am | Word::Pm | Word::Unit(_) | Word::Units(_) | Word::Month(..) | Word::Measure)
        || (reader.is_glued(at)
            && !matches!(reader.word(at), Word::Mark(b',' | b'.' | b')' | b';') | Word::OrdinalSuffix))
        || (matches!(reader.word(at), Word::Other) && reader.before(at - 1) == Word::To && !reader.is_mark(at, b','))
}

fn is_joint(reader: &Reader<'_>, at: usize) -> bool {
    matches!(reader.word(at), Word::Mark(b'-' | b'/') | Word::To | Word::Through | Word::Until)
}

/// Whether `second` ends the range that `first` begins: 'from Sept. 14 to Thursday', 'between 1985 and 1987', '1985-87'.
fn is_range(reader: &Reader<'_>, first: &Found, second: &Found) -> bool {
    let points = |sense: &Sense| matches!(sense, Sense::Point(_) | Sense::Time(..));
    if second.first != first.end + 1 || !points(&first.sense) || !points(&second.sense) {
        return false;
    }
    let before = reader.before(first.first);
    match reader.word(first.end) {
        Word::Mark(b'-' | b'/') | Word::Through | Word::Until => true,
        Word::To => before != Word::By,
        Word::And => before == Word::Between,
        _ => false,
    }
}

fn is_weekday(sense: &Sense) -> bool {
    matches!(sense, Sense::Point(Point::Weekday { .. }))
}

/// In 'from Monday to Friday', Friday is the one after that Monday.
fn after_first(mut second: Found) -> Found {
    if let Sense::Point(Point::Weekday { which: which @ Which::Bare, .. }) = &mut second.sense {
        *which = Which::After;
    }
    second
}

/// 'between March and May 2021': the year stated at the second end holds for the first.
fn share_year(first: Option<&mut Draft>, second: &Sense) {
    let Some(first) = first else { return };
    let (Sense::Point(second) | Sense::Time(Some(second), _)) = second else { return };
    let (Point::Day { year: stated @ Year::Is(_), .. } | Point::Month { year: stated @ Year::Is(_), .. }) = *second
    else {
        return;
    };
    if let Sense::Point(Point::Day { year, .. } | Point::Month { year, .. }) = &mut first.sense
        && *year == Year::Open
    {
        *year = stated;
    }
}

/// Whether the drafts tell history: their full dates lie far from the day of
/// speech, or it is unknown, and hardly any counts from it.
pub(crate) fn tells_history(drafts: &[Draft], speech: Option<Date>) -> bool {
    let (mut far, mut stated, mut deictic) = (0, 0, 0);
    for draft in drafts {
        match stated_year(&draft.sense) {
            Some(year) => {
                stated += 1;
                far += usize::from(speech.is_none_or(|day| (i32::from(day.year()) - year).abs() >= 2));
            }
            None => deictic += usize::from(counts_from_speech(&draft.sense)),
        }
    }
    stated > 0 && far * 4 >= stated * 3 && deictic * 8 <= stated && (speech.is_none() || far >= 3)
}

fn stated_year(sense: &Sense) -> Option<i32> {
    let (Sense::Point(point) | Sense::Time(Some(point), _)) = sense else { return None };
    match *point {
        Point::Day { year: Year::Is(year), .. }
        | Point::Month { year: Year::Is(year), .. }
        | Point::Year(Year::Is(year)) => Some(year),
        _ => None,
    }
}

fn counts_from_speech(sense: &Sense) -> bool {
    use crate::sense::Base;
    let (Sense::Point(point) | Sense::Time(Some(point), _)) = sense else { return false };
    matches!(
        point,
        Point::Shift { from: Base::Speech, .. }
            | Point::Weekday { which: Which::Bare | Which::This | Which::Last | Which::Next, .. }
    )
}

/// Resolves `drafts` and appends them to `timexes`.
pub(crate) fn resolve(
    drafts: &[Draft],
    place: &Place,
    context: &mut Context,
    timexes: &mut Vec<Timex>,
    warnings: &mut Vec<Warning>,
) {
    for draft in drafts {
        if draft.is_heading() {
            let own = place.speech.as_ref().map(|speech| i32::from(speech.day.year()));
            context.headed = own != stated_year(&draft.sense);
        }
        let mut resolver = Resolver { place, context, side: draft.side, at: draft.span.start };
        let (timex, out_of_range) = timex(draft, &mut resolver);
        if out_of_range {
            warnings.push(Warning::at(
                "date-out-of-range",
                "No such day is on the calendar; its value stays open.",
                draft.span,
            ));
        }
        let free = timexes.last().is_some_and(|first| first.range_with.is_none());
        if draft.closes_range && free {
            link(timexes, timex);
        } else {
            timexes.push(timex);
        }
    }
}

fn link(timexes: &mut Vec<Timex>, mut second: Timex) {
    let index = timexes.len() as u32;
    if let Some(first) = timexes.last_mut() {
        first.range_with = Some(index);
        second.range_with = Some(index - 1);
    }
    timexes.push(second);
}

fn timex(draft: &Draft, resolver: &mut Resolver<'_>) -> (Timex, bool) {
    let mut anchor: Option<Anchor> = None;
    let mut out_of_range = false;
    // Lengths, repetitions and references denote none.
    let mut days = None;
    let (kind, value) = match &draft.sense {
        Sense::Point(point) => {
            let resolved = resolver.point(*point);
            anchor = resolved.anchor;
            out_of_range = resolved.out_of_range;
            days = resolved.when.days();
            (TimexKind::Date, resolved.when.value())
        }
        Sense::Time(day, clock) => {
            let (value, from, odd) = resolver.time(*day, *clock);
            (anchor, out_of_range) = (from, odd);
            days = interval(&value);
            (TimexKind::Time, value)
        }
        Sense::Length(length) => {
            resolver.length(*length);
            (TimexKind::Duration, length.value())
        }
        Sense::Unmeasured => (TimexKind::Duration, "PXX".to_owned()),
        Sense::Repeat(value) => (TimexKind::Set, value.clone()),
        Sense::Reference(value) => (TimexKind::Date, (*value).to_owned()),
    };
    let fiscal = matches!(draft.sense, Sense::Point(Point::Fiscal(_)));
    let interval = if fiscal { None } else { days };
    let rule: Rule = if out_of_range { "out-of-range".into() } else { draft.rule.into() };
    let modifier = draft.modifier.map(Rule::from);
    let timex = Timex { span: draft.span, kind, value, modifier, anchor, interval, range_with: None, rule };
    (timex, out_of_range)
}

impl Draft {
    /// Whether it is a year above what it tells of.
    pub(crate) fn is_heading(&self) -> bool {
        self.rule == YEAR_HEADING
    }

    /// The day, if all of it is said: 'Friday, Jan. 31, 2025'.
    pub(crate) fn full_day(&self) -> Option<Date> {
        let (Sense::Point(point) | Sense::Time(Some(point), _)) = &self.sense else { return None };
        match *point {
            Point::Day { year: Year::Is(year), month, day } => crate::calendar::day(year, month, day),
            _ => None,
        }
    }
}
