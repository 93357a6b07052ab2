//! Sentences of news prose.

use crate::Span;

/// The sentences of the bytes `within` of `text`, in order, trimmed.
///
/// A line break does not end a sentence (text may be hard-wrapped); a blank
/// line does. A full stop ends one unless it belongs to an abbreviation, an
/// initial or a number; closing quotation marks and brackets stay with the
/// sentence they close.
///
/// ```
/// use cutline_text::{Span, sentences};
///
/// let text = "“Go,” said J. Orr. (He left on Jan. 3.) Gen. Bela stayed.";
/// let found: Vec<&str> = sentences(text, Span::of(text)).map(|s| &text[s]).collect();
/// assert_eq!(found, ["“Go,” said J. Orr.", "(He left on Jan. 3.)", "Gen. Bela stayed."]);
/// ```
pub fn sentences(text: &str, within: Span) -> Sentences<'_> {
    Sentences { text, at: within.start as usize, end: within.end as usize }
}

/// The iterator that [`sentences`] returns.
#[derive(Clone, Debug)]
pub struct Sentences<'t> {
    text: &'t str,
    at: usize,
    end: usize,
}

impl Iterator for Sentences<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let rest = &self.text[self.at..self.end];
        let start = self.at + (rest.len() - rest.trim_start().len());
        if start == self.end {
            return None;
        }
        let end = sentence_end(&self.text[..self.end], start);
        self.at = end;
        Some(Span::new(start, end).trim(self.text))
    }
}

fn sentence_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(next) = bytes[at..].iter().position(|&byte| MAY_END[usize::from(byte)]) {
        at += next;
        match bytes[at] {
            b'\n' if blank_line_follows(&text[at..]) => return at,
            b'.' | b'!' | b'?' | 0xE2 => {
                if let Some(end) = boundary(text, start, at) {
                    return end;
                }
                at += run_of_marks(&text[at..]);
            }
            _ => at += 1,
        }
    }
    bytes.len()
}

/// The bytes at which a sentence may end: 0xE2 begins the ellipsis.
static MAY_END: [bool; 256] = {
    let mut bytes = [false; 256];
    bytes[b'\n' as usize] = true;
    bytes[b'.' as usize] = true;
    bytes[b'!' as usize] = true;
    bytes[b'?' as usize] = true;
    bytes[0xE2] = true;
    bytes
};

/// Bytes of the marks at the head of `rest`: one character at least, as a run of marks ends no
/// sentence halfway.
fn run_of_marks(rest: &str) -> usize {
    let tail = rest.trim_start_matches(is_final);
    let first = rest.chars().next().map_or(1, char::len_utf8);
    (rest.len() - tail.len()).max(first)
}

fn is_final(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…')
}

/// Whether the break at the head of `rest` is followed by another, with white space alone between.
fn blank_line_follows(rest: &str) -> bool {
    rest[1..].bytes().find(|b| !matches!(b, b' ' | b'\t' | b'\r')) == Some(b'\n')
}

/// Where the sentence ends if the mark at `at` ends it.
fn boundary(text: &str, start: usize, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let mark = rest.chars().next().filter(|&c| is_final(c))?;
    let tail = rest.trim_start_matches(is_final);
    let dots = rest.len() - tail.len();
    let closed = tail.trim_start_matches(is_closing);
    let end = text.len() - closed.len();
    if closed.is_empty() {
        return Some(end);
    }
    if !closed.starts_with(char::is_whitespace) {
        return None;
    }
    let next = closed.trim_start().trim_start_matches(is_opening);
    let first = next.chars().next();
    if !first.is_none_or(|c| c.is_uppercase() || c.is_ascii_digit() || !c.is_alphabetic()) {
        return None;
    }
    let ellipsis = mark == '…' || dots > 1;
    let stops = mark != '.' || ellipsis || !is_abbreviation(&text[start..at], next, end > at + 1);
    stops.then_some(end)
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | ')' | ']' | '»')
}

fn is_opening(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '(' | '[' | '«')
}

/// Whether the full stop behind `before` belongs to an abbreviation rather than ending a sentence.
fn is_abbreviation(before: &str, next: &str, closed: bool) -> bool {
    let word = last_word(before);
    if word.is_empty() {
        return false;
    }
    if ALWAYS.contains(&word) {
        return true;
    }
    let letters = word.rsplit('.').next().unwrap_or(word);
    let initial = letters.chars().count() == 1 && letters.chars().all(char::is_uppercase);
    if initial {
        // 'U.S. President' and 'J. Orr' go on; 'in the U.S. The' does not.
        let ends = closed || word.contains('.') && starts_sentence(next);
        return !ends;
    }
    if BEFORE_NUMBER.contains(&word) {
        return next.starts_with(|c: char| c.is_ascii_digit()) || (word != "No" && !starts_sentence(next));
    }
    SOMETIMES.contains(&word) && !starts_sentence(next)
}

fn last_word(before: &str) -> &str {
    let from = before
        .char_indices()
        .rev()
        .take(24)
        .take_while(|(_, c)| c.is_alphanumeric() || *c == '.')
        .last()
        .map_or(before.len(), |(at, _)| at);
    &before[from..]
}

/// Whether `next` opens with a word that begins sentences rather than names.
fn starts_sentence(next: &str) -> bool {
    let word = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    OPENERS.contains(&word)
}

/// Abbreviations that stand before a name and so never end a sentence.
const ALWAYS: &[&str] = &[
    "Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Rev", "Fr", "Hon", "Gen", "Col", "Maj", "Capt", "Cmdr", "Lt", "Sgt", "Cpl",
    "Pvt", "Adm", "Gov", "Sen", "Rep", "Reps", "Sens", "Pres", "Supt", "Insp", "Det", "Messrs", "Mme", "Mlle", "St",
    "Ste", "Mt", "Ft", "vs", "v", "e.g", "i.e", "cf", "Brig", "Amb", "Sec", "Atty", "Dist", "Asst", "Spc", "Pfc",
];

/// Abbreviations that go on when a number (or a name) follows.
const BEFORE_NUMBER: &[&str] = &[
    "No", "Nos", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Art", "Fig",
    "Vol", "pp", "p", "ch",
];

/// Abbreviations that may end a sentence.
const SOMETIMES: &[&str] = &[
    "Inc", "Corp", "Co", "Ltd", "Jr", "Sr", "Bros", "Ave", "Blvd", "Rd", "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn",
    "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Md", "Mass", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb",
    "Nev", "Okla", "Ore", "Pa", "Tenn", "Tex", "Vt", "Va", "Wash", "Wis", "Wyo", "a.m", "p.m", "etc", "al", "est",
    "Dept", "Univ", "Assn", "U.S", "U.K", "U.N", "E.U", "D.C",
];

/// Words that open sentences.
const OPENERS: &[&str] = &[
    "A",
    "About",
    "According",
    "After",
    "All",
    "Also",
    "Although",
    "Among",
    "An",
    "And",
    "Another",
    "Any",
    "Are",
    "As",
    "Asked",
    "At",
    "Because",
    "Before",
    "Both",
    "But",
    "By",
    "Critics",
    "Despite",
    "Did",
    "Do",
    "During",
    "Each",
    "Earlier",
    "Even",
    "Experts",
    "Few",
    "For",
    "From",
    "Had",
    "Has",
    "Have",
    "He",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Instead",
    "Is",
    "It",
    "Its",
    "Just",
    "Last",
    "Later",
    "Many",
    "Meanwhile",
    "More",
    "Most",
    "My",
    "Neither",
    "No",
    "None",
    "Nor",
    "Not",
    "Now",
    "Of",
    "Officials",
    "On",
    "Once",
    "One",
    "Only",
    "Or",
    "Other",
    "Others",
    "Our",
    "Over",
    "People",
    "Police",
    "Several",
    "She",
    "Since",
    "So",
    "Some",
    "Still",
    "Such",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Through",
    "To",
    "Two",
    "Under",
    "Until",
    "We",
    "Were",
    "What",
    "When",
    "Where",
    "Whether",
    "Which",
    "While",
    "Who",
    "Why",
    "Will",
    "With",
    "Without",
    "Yet",
    "You",
    "Your",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text, Span::of(text)).map(|s| &text[s]).collect()
    }

    #[test]
    fn abbreviations_and_numbers_go_on() {
        assert_eq!(
            cut("In Moscow on Feb. 10, 2023. Russia has 3.5 million. U.S. officials say so."),
            ["In Moscow on Feb. 10, 2023.", "Russia has 3.5 million.", "U.S. officials say so."]
        );
        assert_eq!(
            cut("He lives in the U.S. The rest left at 5 p.m. They slept."),
            ["He lives in the U.S.", "The rest left at 5 p.m.", "They slept."]
        );
    }

    #[test]
    fn marks_stay_with_their_sentence() {
        assert_eq!(
            cut("“It ends.” He left. \"Why?\" she asked. Yes!"),
            ["“It ends.”", "He left.", "\"Why?\" she asked.", "Yes!"]
        );
    }

    #[test]
    fn blank_lines_end_and_wraps_do_not() {
        assert_eq!(cut("A headline\n\nThe text\nruns on. End"), ["A headline", "The text\nruns on.", "End"]);
    }
}
