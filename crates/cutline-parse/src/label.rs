//! The labels that stand before a credit: 'Photo:', 'Image source,', 'Credit...'.

use crate::heads::Initials;

/// A label found in a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Label {
    /// How many bytes it takes, marks behind it not counted.
    pub(crate) len: usize,
    /// Whether it needs a sentence's end before it, since the word is common.
    pub(crate) loose: bool,
    /// Whether what follows may be written anyhow.
    pub(crate) any: bool,
    /// Whether it opens a credit within brackets.
    pub(crate) inside: bool,
}

/// What must follow the words of a label.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// ':' or '...' or the like.
    Stop,
    /// A space will do.
    Space,
    /// A space will do, behind a full stop or in brackets.
    Loose,
}

use Mark::{Loose, Space, Stop};

/// Lower case; longer ones first where one begins another.
const LABELS: &[(&str, Mark)] = &[
    ("image copyright", Space),
    ("image credit", Stop),
    ("image source", Stop),
    ("image courtesy of", Space),
    ("image courtesy", Stop),
    ("image by", Space),
    ("image", Stop),
    ("images", Stop),
    ("photo credit", Stop),
    ("photo courtesy of", Space),
    ("photo courtesy", Space),
    ("photo illustration by", Space),
    ("photo source", Stop),
    ("photo by", Space),
    ("photo via", Space),
    ("photo", Stop),
    ("photos by", Space),
    ("photos", Stop),
    ("photograph by", Space),
    ("photograph", Stop),
    ("photographs by", Space),
    ("photographer", Stop),
    ("photography", Stop),
    ("picture credit", Stop),
    ("picture by", Space),
    ("picture", Stop),
    ("pictures", Stop),
    ("pic", Stop),
    ("pics", Stop),
    ("credits", Stop),
    ("credit line", Stop),
    ("credit", Stop),
    ("courtesy of", Loose),
    ("courtesy photo", Loose),
    ("courtesy", Loose),
    ("contributed photo by", Loose),
    ("provided by", Loose),
    ("supplied by", Loose),
    ("handout via", Loose),
    ("staff photo by", Space),
    ("file photo by", Space),
    ("file photo", Stop),
    ("express photo by", Space),
    ("illustration by", Space),
    ("illustration", Stop),
    ("graphic", Stop),
    ("screenshot", Stop),
    ("screengrab", Stop),
    ("foto", Stop),
    ("bild", Stop),
    ("bildquelle", Stop),
    ("quelle", Stop),
    ("crédito", Stop),
    ("crédit photo", Stop),
    ("crédit", Stop),
    ("©", Space),
    ("(c)", Loose),
];

static BY_FIRST: Initials<{ LABELS.len() }> = {
    let mut firsts = [0; LABELS.len()];
    let mut at = 0;
    while at < LABELS.len() {
        firsts[at] = LABELS[at].0.as_bytes()[0];
        at += 1;
    }
    Initials::of(&firsts)
};

/// The label that `line` opens with.
pub(crate) fn at_start(line: &str) -> Option<Label> {
    let &[first, second, ..] = line.as_bytes() else { return None };
    let second = second.to_ascii_lowercase();
    let same = BY_FIRST.with(first.to_ascii_lowercase()).iter().map(|&at| LABELS[usize::from(at)]);
    let near = same.filter(|(words, _)| words.as_bytes()[1] == second);
    near.filter_map(|(words, mark)| opens(line, words, mark)).max_by_key(|label| label.len)
}

fn opens(line: &str, words: &str, mark: Mark) -> Option<Label> {
    let head = line.get(..words.len())?;
    if !head.eq_ignore_ascii_case(words) {
        return None;
    }
    let rest = &line[words.len()..];
    let bare = rest.trim_start();
    let stopped = bare.starts_with([':', '|', '©', '…']) || bare.starts_with("...") || bare.starts_with("- ");
    let comma = words.ends_with("source") && rest.starts_with(',');
    let spaced = rest.starts_with(char::is_whitespace) || words == "©";
    let good = stopped || comma || mark != Stop && spaced;
    good.then_some(Label { len: words.len(), loose: mark == Loose && !stopped, any: words.len() > 5, inside: true })
}

/// All labels in `text` that begin a word, in order.
pub(crate) fn all(text: &str) -> impl Iterator<Item = (usize, Label)> + '_ {
    text.bytes().enumerate().filter_map(move |(at, byte)| {
        let could = matches!(byte, b'I' | b'P' | b'C' | b'S' | b'F' | b'E' | b'B' | b'Q' | b'H' | b'G' | 0xc2);
        if !could {
            return None;
        }
        at_start(&text[at..]).map(|label| (at, label))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_need_their_mark() {
        assert!(at_start("Photo: Ana Bela").is_some());
        assert!(at_start("Photo albums sell well").is_none());
        assert!(at_start("Image source, Getty Images").is_some());
        assert_eq!(all("It rains. Photograph: Ana Bela").count(), 1);
    }
}
