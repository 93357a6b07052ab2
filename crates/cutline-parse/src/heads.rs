//! Lists of the words that lines begin with, looked up by their first byte.

use crate::furniture::starts;

/// Positions in a list, grouped by the first byte of what stands there.
pub(crate) struct Initials<const N: usize> {
    order: [u8; N],
    from: [u8; 257],
}

impl<const N: usize> Initials<N> {
    /// Groups a list of fewer than 256 by these first bytes; its order is kept
    /// within a group.
    pub(crate) const fn of(firsts: &[u8; N]) -> Initials<N> {
        assert!(N < 256, "positions are kept in a byte each");
        let mut initials = Initials { order: [0; N], from: [0; 257] };
        let (mut byte, mut len) = (0, 0);
        while byte < 256 {
            let mut at = 0;
            while at < N {
                if firsts[at] as usize == byte {
                    initials.order[len] = at as u8;
                    len += 1;
                }
                at += 1;
            }
            byte += 1;
            initials.from[byte] = len as u8;
        }
        initials
    }

    /// The positions of those that begin with `first`.
    pub(crate) fn with(&self, first: u8) -> &[u8] {
        &self.order[usize::from(self.from[usize::from(first)])..usize::from(self.from[usize::from(first) + 1])]
    }
}

/// Beginnings of lines, in lower case, of two bytes or more; longer ones first
/// where one begins another.
pub(crate) struct Heads<const N: usize> {
    list: &'static [&'static str],
    initials: Initials<N>,
}

impl<const N: usize> Heads<N> {
    /// `N` is the length of `list`.
    pub(crate) const fn of(list: &'static [&'static str]) -> Heads<N> {
        let mut firsts = [0; N];
        let mut at = 0;
        while at < N {
            assert!(list[at].len() > 1, "a head of one byte");
            firsts[at] = list[at].as_bytes()[0];
            at += 1;
        }
        Heads { list, initials: Initials::of(&firsts) }
    }

    /// The first of them that `text` starts with, whatever the case.
    pub(crate) fn start_of(&self, text: &str) -> Option<&'static str> {
        let &[first, second, ..] = text.as_bytes() else { return None };
        let second = second.to_ascii_lowercase();
        let same = self.initials.with(first.to_ascii_lowercase()).iter().map(|&at| self.list[usize::from(at)]);
        same.into_iter().find(|head| head.as_bytes()[1] == second && starts(text, head))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_that_fits() {
        static HEADS: Heads<4> = Heads::of(&["more from", "read", "more", "re:"]);
        assert_eq!(HEADS.start_of("More from Lodz"), Some("more from"));
        assert_eq!(HEADS.start_of("MORE"), Some("more"));
        assert_eq!(HEADS.start_of("Re: rain"), Some("re:"));
        assert_eq!(HEADS.start_of("r"), None);
        assert_eq!(HEADS.start_of("é"), None);
    }
}
