//! The look of a word.

use cutline_linear::Hash;

/// What the letters of a word look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Shape {
    /// Runs of upper case, lower case, digits and marks: 'Xx', 'X.X.', 'dX'; a hash.
    pub runs: u64,
    /// The same with the run's lengths up to four; a hash.
    pub lengths: u64,
    /// Whether any letter is upper case.
    pub upper: bool,
    /// Whether two or more letters are upper case and none is lower case.
    pub capitals: bool,
    /// Whether it is lower case from its first letter.
    pub lower: bool,
}

impl Shape {
    pub(crate) fn of(word: &str) -> Shape {
        let (mut runs, mut lengths) = (Hash::new(1), Hash::new(2));
        let (mut last, mut run) = (0u8, 0u64);
        let (mut uppers, mut lowers) = (0, 0);
        for c in word.chars() {
            let class = class(c);
            uppers += usize::from(class == b'X');
            lowers += usize::from(class == b'x');
            if class == last {
                run += 1;
                continue;
            }
            lengths = lengths.mix(u64::from(last) << 8 | run.min(4));
            runs = runs.mix(u64::from(class));
            (last, run) = (class, 1);
        }
        let lengths = lengths.mix(u64::from(last) << 8 | run.min(4)).value();
        Shape {
            runs: runs.value(),
            lengths,
            upper: uppers > 0,
            capitals: uppers > 1 && lowers == 0,
            lower: uppers == 0 && lowers > 0,
        }
    }
}

/// Upper case, lower case, digit, or the mark itself as one byte.
fn class(c: char) -> u8 {
    match c {
        'a'..='z' => b'x',
        'A'..='Z' => b'X',
        '0'..='9' => b'd',
        '\u{300}'..='\u{36f}' => b'x',
        '’' => b'\'',
        c if c.is_ascii() => c as u8,
        c if c.is_uppercase() => b'X',
        c if c.is_alphabetic() => b'x',
        c if c.is_numeric() => b'd',
        _ => b'~',
    }
}

/// The hashes of the first one to four characters of `word`, and of the last; the
/// whole word where it is shorter.
pub(crate) fn affixes(word: &str) -> ([u64; 4], [u64; 4]) {
    let head = |n: usize| word.char_indices().nth(n).map_or(word, |(at, _)| &word[..at]);
    let tail = |n: usize| word.char_indices().nth_back(n - 1).map_or(word, |(at, _)| &word[at..]);
    let hash = |piece: &str, n: usize| Hash::new(n as u32).str(piece).value();
    let all = [1, 2, 3, 4];
    (all.map(|n| hash(head(n), n)), all.map(|n| hash(tail(n), n)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_look_alike_share_shapes() {
        assert_eq!(Shape::of("Kit").runs, Shape::of("Élodie").runs);
        assert_ne!(Shape::of("Kit").lengths, Shape::of("Ki").lengths);
        assert_ne!(Shape::of("U.S.").runs, Shape::of("US").runs);
        assert!(Shape::of("US").capitals && !Shape::of("A").capitals && Shape::of("iPad").upper);
        assert!(Shape::of("al").lower && !Shape::of("19").lower);
    }

    #[test]
    fn affixes_of_short_words_are_the_word() {
        let (heads, tails) = affixes("né");
        assert_eq!(heads[1], Hash::new(2).str("né").value());
        assert_eq!(tails[0], Hash::new(1).str("é").value());
        assert_eq!(affixes("").0[3], Hash::new(4).str("").value());
    }
}
