//! What looks like a date and is none.

use super::Reader;
use crate::word::Word;

impl Reader<'_> {
    /// Whether the four digits at `at` may be a year.
    pub(crate) fn may_be_year(&self, at: usize) -> bool {
        let Word::Digits(year, 4) = self.word(at) else { return false };
        if !(1000..=2199).contains(&year) || !self.stands_free(at) || self.is_counted_thing(at + 1) {
            return false;
        }
        if self.names_a_number(at) {
            return false;
        }
        let led = self.leads_to_year(at);
        match year {
            1900..=2049 => led || !self.is_plain_amount(at),
            2050..=2199 => led,
            1500..=1899 => led || matches!(self.before(at), Word::Mark(b'(' | b'-' | b',')),
            _ => matches!(self.before(at), Word::In | Word::Since | Word::Until | Word::By),
        }
    }

    /// Whether no sign glued to the number makes it an amount, a fraction or a code.
    fn stands_free(&self, at: usize) -> bool {
        let before = match self.before(at) {
            Word::Mark(b'(' | b'[' | b'"' | b'\'' | b'-' | b'|' | b'/') => true,
            _ => !self.is_glued(at),
        };
        let money = matches!(self.before(at), Word::Mark(b'$' | b'#' | b'+'));
        let inside = self.is_glued(at) && at >= 2 && self.before(at) == Word::Mark(b'-') && !self.dash_opens_year(at);
        before && !money && !inside && self.ends_free(at + 1)
    }

    /// 'post-1959', '1985-1987', 'mid-1996': what stands before the hyphen is no code.
    fn dash_opens_year(&self, at: usize) -> bool {
        if !self.is_glued(at - 1) {
            return true;
        }
        matches!(self.before(at - 1), Word::Digits(_, 4) | Word::Mid | Word::Month(..) | Word::Early | Word::Late)
            || ["post", "pre", "since", "circa", "the"].iter().any(|word| self.is(at - 2, word))
    }

    fn ends_free(&self, at: usize) -> bool {
        if !self.is_glued(at) {
            return true;
        }
        match self.word(at) {
            Word::Mark(b'/') => self.is_season_year(at),
            Word::Mark(b'%' | b':' | b'$' | b'+') => false,
            Word::Mark(b'.' | b',') => !(self.is_glued(at + 1) && matches!(self.word(at + 1), Word::Digits(..))),
            Word::Mark(_) => true,
            _ => false,
        }
    }

    /// '/20' behind 2019.
    fn is_season_year(&self, at: usize) -> bool {
        match (self.before(at), self.word(at + 1)) {
            (Word::Digits(year, 4), Word::Digits(next, 2)) => self.is_glued(at + 1) && next == (year + 1) % 100,
            _ => false,
        }
    }

    /// 'people', 'points', '%' behind a number.
    fn is_counted_thing(&self, at: usize) -> bool {
        matches!(self.word(at), Word::Measure | Word::Million | Word::Units(_) | Word::Zone | Word::Hundred)
            || self.is(at, "hours")
    }

    /// 'Room 1998', 'No. 1995', 'Resolution 1973'.
    pub(crate) fn names_a_number(&self, at: usize) -> bool {
        let before = if self.before(at) == Word::Mark(b'.') && at >= 2 { self.before(at - 1) } else { self.before(at) };
        let no = at >= 2 && self.before(at) == Word::Mark(b'.') && self.is(at - 2, "no");
        before == Word::Label || no
    }

    /// Whether the word before says that a year comes.
    fn leads_to_year(&self, at: usize) -> bool {
        // 'from 2000 to 2050', 'between 2000 and 2050'.
        let ranges = matches!(self.before(at), Word::To | Word::And) && at >= 2;
        if ranges && matches!(self.word(at - 2), Word::Digits(1900.., 4)) {
            return true;
        }
        matches!(
            self.before(at),
            Word::In
                | Word::Since
                | Word::By
                | Word::Until
                | Word::From
                | Word::During
                | Word::Of
                | Word::Before
                | Word::After
                | Word::Early
                | Word::Late
                | Word::Mid
                | Word::Fiscal
                | Word::Through
                | Word::Ended
                | Word::Season(_)
                | Word::Month(..)
        )
    }

    /// '1,500 of', 'about 2000 shoppers': amounts that happen to look like years.
    fn is_plain_amount(&self, at: usize) -> bool {
        let amount = matches!(self.before(at), Word::More | Word::Than | Word::Least | Word::Nearly | Word::Vague);
        let round = matches!(self.word(at), Word::Digits(year, _) if year % 100 == 0);
        amount || (round && matches!(self.before(at), Word::About | Word::To | Word::Up | Word::Over))
    }

    /// Whether a month that stands alone is one: 'in May' is, 'may I', 'Theresa May' and 'June Carter' are not.
    pub(crate) fn may_be_bare_month(&self, at: usize) -> bool {
        let Word::Month(month, short) = self.word(at) else { return false };
        if self.is_glued(at) && !matches!(self.before(at), Word::Mark(b'(' | b'"' | b'\'' | b'-')) {
            return false;
        }
        let led = matches!(
            self.before(at),
            Word::In
                | Word::Since
                | Word::By
                | Word::Until
                | Word::From
                | Word::During
                | Word::Of
                | Word::Early
                | Word::Late
                | Word::Mid
                | Word::Last
                | Word::Next
                | Word::This
                | Word::Each
                | Word::Every
                | Word::To
                | Word::Through
                | Word::Before
                | Word::After
                | Word::Coming
                | Word::Past
                | Word::Previous
                | Word::Following
                | Word::For
                | Word::Within
        );
        let given = matches!(month, 4 | 6 | 8) && self.word(at + 1) == Word::Other && self.is_capital(at + 1);
        let to_whom =
            matches!(self.before(at), Word::To | Word::For | Word::Of | Word::From | Word::After | Word::Before);
        if led && given && to_whom && !self.is_glued(at + 1) {
            return false;
        }
        if led {
            return !(short && month == 3);
        }
        let doubtful = short || matches!(month, 3 | 5) || (matches!(month, 4 | 6 | 8) && self.is_name(at));
        !doubtful
    }

    /// 'June Carter', 'Theresa May', 'Miss April'.
    fn is_name(&self, at: usize) -> bool {
        let after = self.word(at + 1) == Word::Other && self.is_capital(at + 1);
        let before = self.before(at) == Word::Other && self.is_capital(at - 1) && !self.is_glued(at);
        after || before
    }
}
