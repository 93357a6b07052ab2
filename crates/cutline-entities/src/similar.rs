//! When two spellings are one word.

/// A key that is equal for the usual ways to write a name in Latin letters:
/// 'Zelensky', 'Zelenskyy', 'Zelenskiy'; 'Dmitri', 'Dmitry'; 'Mohammed', 'Mohamed'.
pub(crate) fn sound(word: &str) -> String {
    let mut key = String::with_capacity(word.len());
    let mut chars = word.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let c = match (c, next) {
            ('k', Some('h')) | ('g', Some('h')) | ('c', Some('k')) => continue,
            ('p', Some('h')) => {
                chars.next();
                'f'
            }
            ('y' | 'j', _) => 'i',
            ('w', _) => 'v',
            (c, _) => c,
        };
        if !key.ends_with(c) {
            key.push(c);
        }
    }
    key
}

/// Whether one long word becomes the other by changing, adding or losing one letter.
pub(crate) fn one_letter_apart(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().min(other.len()) < 6 || one.len().abs_diff(other.len()) > 1 || one.first() != other.first() {
        return false;
    }
    let head = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let tail = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    head + tail + 1 >= one.len().max(other.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_meet() {
        for (one, other) in [("zelenskyy", "zelensky"), ("dmitri", "dmitry"), ("mohammed", "mohamed")] {
            assert_eq!(sound(one), sound(other));
        }
        assert_ne!(sound("peskov"), sound("medvedev"));
        assert!(one_letter_apart("lukashenko", "lukashenka"));
        assert!(!one_letter_apart("smith", "smyth"), "short words differ by accident");
    }
}
