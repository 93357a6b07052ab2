//! Quarters, halves and business periods: 'the third quarter of 1990', 'Q3 2021', 'the year-ago period'.

use super::{Read, Reader};
use crate::sense::{Base, Point, Which, Year};
use crate::word::{Unit, Word};

type Said = (Point, &'static str);

impl Reader<'_> {
    /// A quarter or half, with 'the' and the year around it.
    pub(crate) fn period(&self, at: usize) -> Read<Said> {
        let the = self.skip(at, Word::The);
        if the > at && self.is_adjective(the) {
            return None;
        }
        self.short_quarter(at)
            .or_else(|| self.possessive_period(at))
            .or_else(|| self.year_ago_period(the))
            .or_else(|| self.latest_period(the, the > at))
            .or_else(|| self.numbered(the, the > at))
    }

    /// 'third-quarter', 'year-ago' before a noun, which 'the' belongs to.
    fn is_adjective(&self, at: usize) -> bool {
        let joined = self.glued_mark(at + 1, b'-') && self.is_glued(at + 2);
        let period = matches!(
            self.word(at + 3),
            Word::Period | Word::Unit(_) | Word::Ordinal(_) | Word::OrdinalOrSecond | Word::Units(_) | Word::Fiscal
        );
        joined && self.word(at) != Word::Fiscal && !period
    }

    /// 'Q3', '3Q', 'Q3 2021', 'FY2021'.
    pub(crate) fn short_quarter(&self, at: usize) -> Read<Said> {
        let free = !self.is_glued(at) || matches!(self.before(at), Word::Mark(_));
        if !free {
            return None;
        }
        if (self.is(at, "fy") || self.is(at, "fy'")) && self.is_capital(at) {
            let Word::Digits(year, len @ (2 | 4)) = self.word(at + 1) else { return None };
            let year = if len == 2 { Year::Short(year as i32) } else { Year::Is(year as i32) };
            return Some(((Point::Fiscal(year), "fiscal-year"), at + 2));
        }
        let number = match (self.word(at), self.word(at + 1)) {
            (_, Word::Digits(number @ 1..=4, 1)) if self.slice(at) == "Q" && self.is_glued(at + 1) => number,
            (Word::Digits(number @ 1..=4, 1), _) if self.slice(at + 1) == "Q" && self.is_glued(at + 1) => number,
            _ => return None,
        };
        if self.is_glued(at + 2) && !matches!(self.word(at + 2), Word::Mark(_)) {
            return None;
        }
        let (year, next) = self.year_behind_season(at + 2).unwrap_or((Year::Open, at + 2));
        Some(((Point::Quarter { year, number: number as u8 }, "quarter"), next))
    }

    /// "this year's third quarter", "last year's quarter", "next year's first half".
    fn possessive_period(&self, at: usize) -> Read<Said> {
        let (year, next) = self.relative_year(at)?;
        let next = self.behind_possessive(next)?;
        if self.word(next) == Word::Unit(Unit::Quarter) && year == Year::Offset(-1) {
            return Some(((Point::YearBack(Base::Narrative), "year-back"), next + 1));
        }
        let ((point, rule), next) = self.numbered(next, true)?;
        Some(((with_year(point, year), rule), next))
    }

    pub(crate) fn behind_possessive(&self, at: usize) -> Option<usize> {
        (self.glued_mark(at, b'\'') && self.is(at + 1, "s") && self.is_glued(at + 1)).then_some(at + 2)
    }

    /// 'third quarter', 'first half', with 'fiscal' or a year before and a year behind.
    fn numbered(&self, at: usize, the: bool) -> Read<Said> {
        let (mut year, mut next) = match self.word(at) {
            Word::Digits(year @ 1900..=2099, 4) if the || self.is_ordinal_word(at + 1) => {
                (Year::Is(year as i32), at + 1)
            }
            _ => (Year::Open, at),
        };
        if self.word(next) == Word::Fiscal {
            next += 1 + usize::from(self.glued_mark(next + 1, b'-'));
            if let Word::Digits(stated @ 1900..=2099, 4) = self.word(next) {
                (year, next) = (Year::Is(stated as i32), next + 1);
            }
        }
        let last = self.word(next) == Word::Last;
        let (number, behind) =
            if last && self.word(next + 1) == Word::Half { (2, next + 1) } else { self.ordinal(next)? };
        let dash = usize::from(self.glued_mark(behind, b'-'));
        let unit = self.word(behind + dash);
        let (stated, end) = self.year_behind_season(behind + dash + 1).unwrap_or((Year::Open, behind + dash + 1));
        let year = if stated == Year::Open { year } else { stated };
        match (unit, number) {
            (Word::Unit(Unit::Quarter), 1..=4) if !self.is_sport(end) => {
                Some(((Point::Quarter { year, number: number as u8 }, "quarter"), end))
            }
            (Word::Half, 1 | 2) => self.half(behind + dash + 1, number as u8, year, end, dash > 0),
            _ => None,
        }
    }

    fn is_ordinal_word(&self, at: usize) -> bool {
        matches!(self.word(at), Word::Ordinal(_) | Word::OrdinalOrSecond | Word::Fiscal)
    }

    /// 'the first half' is a date only of a year; otherwise it is a game's.
    fn half(&self, at: usize, number: u8, year: Year, end: usize, joined: bool) -> Read<Said> {
        if year != Year::Open {
            return Some(((Point::Half { year, number }, "half"), end));
        }
        let of_decade = self.word(at) == Word::Of
            && (self.word(at + 1) == Word::The || self.word(at + 1) == Word::A)
            && self.word(at + 2) == Word::Unit(Unit::Year);
        let results = ["profit", "earnings", "results", "net", "sales", "revenue", "loss"];
        let business = joined && results.iter().any(|word| self.is(at, word));
        if of_decade {
            return Some(((Point::Half { year: Year::Offset(0), number }, "half"), at + 3));
        }
        business.then_some(((Point::Half { year: Year::Open, number }, "half"), at))
    }

    /// 'fourth-quarter touchdown'.
    fn is_sport(&self, at: usize) -> bool {
        ["touchdown", "touchdowns", "goal", "goals", "comeback", "rally", "interception", "points", "score"]
            .iter()
            .any(|word| self.is(at, word))
    }

    /// 'year-ago', 'year-earlier', 'the year-ago third quarter', 'comparable year-ago quarter'.
    fn year_ago_period(&self, at: usize) -> Read<Said> {
        let like = matches!(self.word(at), Word::Alike | Word::Same);
        let head = at + usize::from(like);
        let dash = self.glued_mark(head + 1, b'-') && self.is_glued(head + 2);
        let ago = matches!(self.word(head + 2), Word::Ago | Word::Earlier);
        if self.word(head) == Word::Unit(Unit::Year) && dash && ago {
            return Some(self.behind_year_ago(head + 3));
        }
        if !like {
            return None;
        }
        let next = match self.word(head) {
            Word::Period | Word::Unit(Unit::Quarter | Unit::Month) => head + 1,
            _ => return None,
        };
        let of = self.skip(next, Word::Of);
        let (year, end) = self.relative_year(of)?;
        (year == Year::Offset(-1)).then_some(((Point::YearBack(Base::Narrative), "year-back"), end))
    }

    fn behind_year_ago(&self, at: usize) -> (Said, usize) {
        if let Some(((Point::Quarter { number, .. }, _), next)) = self.numbered(at, true) {
            return ((Point::Quarter { year: Year::Offset(-1), number }, "quarter"), next);
        }
        let period = matches!(self.word(at), Word::Period | Word::Unit(Unit::Quarter));
        ((Point::YearBack(Base::Narrative), "year-back"), at + usize::from(period))
    }

    /// 'the latest quarter', 'this quarter', 'that quarter', 'the previous quarter', 'the latest fiscal year'.
    fn latest_period(&self, at: usize, the: bool) -> Read<Said> {
        let latest = matches!(self.word(at), Word::Latest | Word::That) || (the && self.word(at) == Word::Same);
        if latest && matches!(self.word(at + 1), Word::Unit(Unit::Quarter) | Word::Period) {
            return (self.word(at) == Word::Latest || self.word(at + 1) != Word::Period)
                .then_some(((Point::Latest(Unit::Quarter), "quarter"), at + 2));
        }
        if self.word(at) == Word::Latest
            && self.word(at + 1) == Word::Fiscal
            && self.word(at + 2) == Word::Unit(Unit::Year)
        {
            return Some(((Point::Fiscal(Year::Which(Which::Last)), "fiscal-year"), at + 3));
        }
        None
    }

    /// 'fiscal 1989', 'fiscal year 1989', 'the 1988 period', 'the 2019 fiscal year'.
    pub(crate) fn fiscal_year(&self, at: usize) -> Read<Said> {
        let head = self.skip(at, Word::The);
        if let Word::Digits(year @ 1900..=2099, 4) = self.word(head) {
            let year = Year::Is(year as i32);
            return match (self.word(head + 1), self.word(head + 2)) {
                (Word::Fiscal, Word::Unit(Unit::Year)) => Some(((Point::Fiscal(year), "fiscal-year"), head + 3)),
                (Word::Period, _) if head > at => Some(((Point::Year(year), "year"), head + 2)),
                (Word::Unit(Unit::Quarter), _) if head > at => Some(((Point::QuarterOf(year), "quarter"), head + 2)),
                _ => None,
            };
        }
        if self.word(at) != Word::Fiscal {
            return None;
        }
        let next = self.skip(at + 1, Word::Unit(Unit::Year));
        match self.word(next) {
            Word::Digits(year @ 1900..=2099, 4) => {
                Some(((Point::Fiscal(Year::Is(year as i32)), "fiscal-year"), next + 1))
            }
            _ => None,
        }
    }

    /// 'year-end', 'year end'.
    pub(crate) fn year_end(&self, at: usize) -> Read<Said> {
        if self.word(at) != Word::Unit(Unit::Year) {
            return None;
        }
        let next = at + 1 + usize::from(self.glued_mark(at + 1, b'-'));
        if !self.is(next, "end") || self.word(next + 1) == Word::Of {
            return None;
        }
        let (year, end) = self.year_behind_season(next + 1).unwrap_or((Year::Offset(0), next + 1));
        Some(((Point::YearEnd(year), "year-end"), end))
    }
}

fn with_year(point: Point, year: Year) -> Point {
    match point {
        Point::Quarter { number, .. } => Point::Quarter { year, number },
        Point::Half { number, .. } => Point::Half { year, number },
        other => other,
    }
}
