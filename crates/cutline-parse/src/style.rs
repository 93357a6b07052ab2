//! How much a sentence reads like the lead of a caption.
//!
//! Wire stylebooks ask for one sentence in the present tense that says who is
//! seen doing what, where and when ('Ana Bela, left, greets Kit Orr on
//! Thursday in Lodz, Poland.'), while running text is told in the past. The
//! score adds a point or a few for each habit of the one and takes some off
//! for each habit of the other.

use std::sync::OnceLock;

use cutline_text::Span;
use rustc_hash::FxHashSet;

use crate::heads::Heads;
use crate::lexicon::{
    AFTER_VERB, FUNCTION, MODAL, MONTH, OPENER, PAST, PHOTO_BASE, PHOTO_THIRD, PLURAL, POSITION, SEEN, SPEECH, WEEKDAY,
    class,
};
use crate::words::{bare, words};

/// The score from which a sentence is taken for a caption wherever it stands.
pub(crate) const SURE: i32 = 5;
/// The score that suffices where the layout sets a block apart.
pub(crate) const LIKELY: i32 = 2;

/// How much `block` reads like a caption: above 0, more like one than not.
pub(crate) fn score(block: &str) -> i32 {
    if block.starts_with(['“', '"', '‘']) {
        return -4;
    }
    let people = PEOPLE_HEADS.start_of(block).is_some();
    let near = crate::layout::floor(block, OPENING);
    let opening = read(&block[..near]);
    if opening.len() > 4 && matches!(verb(&opening, people), Verb::Past | Verb::Modal) {
        return -3;
    }
    let mut sentences = cutline_text::sentences(block, Span::of(block));
    let Some(first) = sentences.next() else { return 0 };
    let score = match first.range().end < near {
        true => score_lead(&block[first], opening_of(block, first, opening), people),
        false => score_lead(&block[first], read(&block[first]), people),
    };
    if score < LIKELY {
        return score;
    }
    let rest = sentences.take(6).count() as i32;
    score - (rest - 3).max(0) - said_elsewhere(&block[first.end as usize..])
}

/// How many bytes of a block are read for what it opens with.
const OPENING: usize = 200;

/// Those words of the opening that the first sentence holds.
fn opening_of<'t>(block: &'t str, first: Span, mut opening: Vec<Word<'t>>) -> Vec<Word<'t>> {
    let count = words(&block[first]).take(LONGEST).count();
    opening.truncate(count);
    opening
}

fn said_elsewhere(rest: &str) -> i32 {
    let said = words(rest).take(40).any(|word| matches!(word, "said." | "said," | "told"));
    if said { 3 } else { 0 }
}

/// A word without the marks around it, and what those marks were.
#[derive(Clone, Copy)]
struct Word<'t> {
    text: &'t str,
    class: u32,
    upper: bool,
    comma: bool,
    bracket: bool,
}

/// So many words of a sentence are read at most.
const LONGEST: usize = 48;

fn read(lead: &str) -> Vec<Word<'_>> {
    let mut found = Vec::with_capacity(LONGEST);
    found.extend(words(lead).take(LONGEST).map(|raw| {
        let text = bare(raw);
        let upper = text.starts_with(char::is_uppercase);
        let last = raw.as_bytes().last();
        let bracket = last == Some(&b')');
        Word { text, class: class(text), upper, comma: bracket || matches!(last, Some(b',' | b';')), bracket }
    }));
    found
}

fn score_lead(lead: &str, words: Vec<Word<'_>>, people: bool) -> i32 {
    if words.len() < 4 {
        return -3;
    }
    let verb = verb(&words, people);
    let mut score = match verb {
        Verb::Shown => 4,
        Verb::Present(weak) => {
            if weak {
                2
            } else {
                4
            }
        }
        Verb::Perhaps => 2,
        Verb::None => 0,
        Verb::Modal => -2,
        Verb::Past => -3,
    };
    score += positions(&words) + when(&words) + place(&words) + opening(lead, &words, people);
    if words.iter().any(|word| word.class & SPEECH != 0 && !word.upper) {
        score -= 4;
    }
    let quoted = memchr::memchr2(b'"', 0xe2, lead.as_bytes()).is_some() && lead.contains(['"', '“', '”']);
    if quoted && !lead.contains("read") {
        score -= 3;
    }
    score - i32::from(words.len() >= LONGEST) * 2
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verb {
    /// 'is seen', 'are pictured'.
    Shown,
    /// 'greets the', 'People walk'.
    /// Some of them tell of what cannot be seen as well ('holds a hearing').
    Present(bool),
    /// An s-form before 'a' or 'the' that no list knows.
    Perhaps,
    None,
    Modal,
    Past,
}

/// The first finite verb of the main clause, as far as it can be told.
fn verb(words: &[Word<'_>], people: bool) -> Verb {
    let mut skip = matches!(
        words[0].text,
        "In" | "On" | "At" | "By" | "For" | "After" | "Before" | "With" | "During" | "Under" | "Amid" | "As"
    );
    let shown = |pair: &[Word<'_>]| matches!(pair[0].text, "is" | "are") && pair[1].class & SEEN != 0;
    if words[..words.len().min(18)].windows(2).any(shown) {
        return Verb::Shown;
    }
    for (n, word) in words.iter().enumerate().take(26) {
        let before = n.checked_sub(1).map(|n| words[n]);
        if skip {
            skip = !word.comma;
            continue;
        }
        if word.upper || n == 0 {
            continue;
        }
        let after = words.get(n + 1);
        let apart = before.is_some_and(|b| b.comma && !b.bracket);
        if matches!(word.text, "who" | "which" | "that" | "where" | "whose") {
            skip = !word.comma && words[n..].iter().any(|w| w.comma);
            if !skip {
                return Verb::None;
            }
            continue;
        }
        if people && n <= 2 && word.class & PHOTO_BASE != 0 && words[n - 1].class & FUNCTION == 0 {
            return Verb::Present(is_weak(word.text));
        }
        if let Some(verb) = finite(*word, before, after, apart) {
            let noun = verb == Verb::Perhaps || verb == Verb::Present(true);
            return if noun { overruled(&words[n + 1..]).unwrap_or(verb) } else { verb };
        }
    }
    Verb::None
}

/// The verb that shows that one before it was a noun: 'peace talks in Lodz
/// began'. It is looked for until another clause may begin.
fn overruled(rest: &[Word<'_>]) -> Option<Verb> {
    let opens = |w: &&Word<'_>| {
        !w.comma
            && !matches!(
                w.text,
                "as" | "while" | "after" | "before" | "when" | "and" | "that" | "who" | "which" | "where"
            )
    };
    rest.iter().take(16).take_while(opens).find_map(|word| match word.text {
        "was" | "were" | "had" | "began" | "went" | "took" | "came" | "fell" | "rose" | "grew" => Some(Verb::Past),
        "will" | "would" | "could" | "should" | "might" => Some(Verb::Modal),
        _ => None,
    })
}

fn finite(word: Word<'_>, before: Option<Word<'_>>, after: Option<&Word<'_>>, apart: bool) -> Option<Verb> {
    if matches!(word.text, "is" | "are") {
        let doing = after.is_some_and(|w| w.text.ends_with("ing"));
        return Some(if doing { Verb::Present(true) } else { Verb::None });
    }
    if word.class & (MODAL | SPEECH) != 0 {
        return Some(if word.class & SPEECH != 0 { Verb::Past } else { Verb::Modal });
    }
    let determined = before.is_some_and(|b| b.class & FUNCTION != 0 && b.class & PLURAL == 0 && !b.comma);
    let named = before.is_some() && !determined;
    let follows = after.is_none_or(|w| w.class & (AFTER_VERB | WEEKDAY) != 0 || w.upper || w.text.ends_with("ly"));
    if word.class & PHOTO_THIRD != 0 {
        let object = follows || after.is_some_and(|w| w.class & FUNCTION == 0);
        return (named && object).then_some(Verb::Present(is_weak(word.text)));
    }
    let many = before.is_some_and(|b| {
        b.class & PLURAL != 0 || b.text.ends_with('s') && !b.text.ends_with("ss") || b.comma || b.upper
    });
    if word.class & PHOTO_BASE != 0 && many && follows {
        return Some(Verb::Present(is_weak(word.text)));
    }
    if word.class & PAST != 0 && word.class & POSITION == 0 && !apart && named {
        return Some(Verb::Past);
    }
    guess(word, before, after, apart)
}

/// Whether a verb is used of plans and opinions as much as of what is seen.
fn is_weak(verb: &str) -> bool {
    static STEMS: OnceLock<FxHashSet<&'static str>> = OnceLock::new();
    let stem = |weak: &'static str| weak.trim_end_matches('y').trim_end_matches('e');
    STEMS
        .get_or_init(|| WEAK.split_ascii_whitespace().map(stem).collect())
        .contains(verb.trim_end_matches("ies").trim_end_matches('s').trim_end_matches('e'))
}

const WEAK: &str = "accept address approach await control cover cross direct deliver discuss enter face fight fill follow form \
    give head hold introduce issue join lead leave lift light load meet move offer operate pass pay plant present press \
    protest prepare pull push raise reach read receive recite remove rescue return rise roll run secure sell serve set \
    stage stop struggle surround survey take talk test travel try turn use view visit vote work make look attend celebrate play";

/// What endings say about a verb that no list knows.
fn guess(word: Word<'_>, before: Option<Word<'_>>, after: Option<&Word<'_>>, apart: bool) -> Option<Verb> {
    let determined = after.is_some_and(|w| matches!(w.text, "a" | "an" | "the" | "his" | "her" | "their" | "its"));
    let noun = before.is_some_and(|b| b.class & FUNCTION == 0);
    if word.text.ends_with('s') && !word.text.ends_with("ss") && determined && noun && word.text.len() > 3 {
        return Some(Verb::Perhaps);
    }
    let ed = word.text.ends_with("ed") && word.text.len() > 4 && !word.text.contains('-');
    let goes_on = after.is_none_or(|w| w.class & (FUNCTION | WEEKDAY) != 0 && w.text != "by" || is_measure(w.text));
    let participle = before.is_some_and(|b| b.class & FUNCTION != 0 || b.text.ends_with("ly") || b.text == "newly");
    (ed && goes_on && !apart && !participle).then_some(Verb::Past)
}

/// 'higher' and '9.22' of 'closed 9.22 points higher'.
fn is_measure(word: &str) -> bool {
    matches!(word, "higher" | "lower" | "down" | "flat") || word.starts_with(|c: char| c.is_ascii_digit())
}

/// ', left,' and '(right)'; 'second from left'; 'center'.
fn positions(words: &[Word<'_>]) -> i32 {
    let set = |n: usize| {
        let word = words[n];
        if word.class & POSITION == 0 && word.text.len() != 1 {
            return false;
        }
        let side = matches!(
            word.text,
            "left" | "right" | "center" | "centre" | "foreground" | "background" | "rear" | "L" | "R"
        );
        let parted = n > 0
            && (words[n - 1].comma
                || matches!(words[n - 1].text, "from" | "second" | "third" | "far" | "top" | "bottom" | "back"));
        side && parted && (word.comma || n + 1 == words.len() || words[n - 1].text == "from")
    };
    if (1..words.len()).any(set) { 3 } else { 0 }
}

/// 'Thursday' without a preposition, or a full date at the end: when it was taken.
fn when(words: &[Word<'_>]) -> i32 {
    let day = |n: usize| {
        let word = words[n];
        if word.class & WEEKDAY == 0 || !word.upper || word.text.len() < 6 {
            return 0;
        }
        let bare = n > 0 && words[n - 1].text != "on" && words[n - 1].class & FUNCTION == 0;
        let dated = words.get(n + 1).is_some_and(|w| w.class & MONTH != 0 && w.upper);
        if dated { 3 } else { i32::from(bare) * 2 + i32::from(!bare && n > 0 && words[n - 1].text == "on") }
    };
    let year = words.windows(3).any(|w| {
        let (a, b, c) = (w[0], w[1], w[2]);
        let month = |w: Word<'_>| w.class & MONTH != 0 && w.upper;
        let year = |w: Word<'_>| w.text.len() == 4 && w.text.bytes().all(|b| b.is_ascii_digit());
        year(c) && (month(a) || month(b))
    });
    (0..words.len()).map(day).max().unwrap_or(0).max(i32::from(year) * 2)
}

/// Ends in a place ('… in Lodz, Poland.'), or names one set off by commas.
fn place(words: &[Word<'_>]) -> i32 {
    let tail = words.iter().rposition(|w| matches!(w.text, "in" | "at" | "near" | "outside")).filter(|&n| n > 0);
    let Some(n) = tail else { return 0 };
    let named = words.get(n + 1).is_some_and(|w| w.upper)
        || words.get(n + 2).is_some_and(|w| w.upper && words[n + 1].text == "the");
    let close = words.len() - n <= 7;
    let pair = words.windows(3).any(|w| w[0].class & FUNCTION != 0 && w[1].upper && w[1].comma && w[2].upper);
    i32::from(named && close) + i32::from(pair)
}

/// How the sentence opens.
fn opening(lead: &str, words: &[Word<'_>], people: bool) -> i32 {
    let first = words[0];
    let second = words[1];
    if matches!(second.text, "view" | "aerial") || VIEW_HEADS.start_of(lead).is_some() {
        return 3;
    }
    if people {
        return 1;
    }
    if first.class & OPENER != 0 && !matches!(first.text, "His" | "Her" | "Their" | "Here")
        || lead.starts_with(['“', '"', '‘', '\''])
    {
        return -4;
    }
    let introduced = first.text.ends_with("ed") && second.class & FUNCTION != 0;
    if introduced
        || matches!(first.text, "In" | "On" | "At" | "By" | "For" | "After" | "Before" | "With" | "During" | "Under")
    {
        return -2;
    }
    0
}

static PEOPLE_HEADS: Heads<{ PEOPLE.len() }> = Heads::of(PEOPLE);
static VIEW_HEADS: Heads<{ VIEWS.len() }> = Heads::of(VIEWS);

/// Subjects that captions name where running text would say who.
const PEOPLE: &[&str] = &[
    "a man ",
    "a woman ",
    "a boy ",
    "a girl ",
    "a child ",
    "a person ",
    "a worker ",
    "a pedestrian ",
    "a protester ",
    "a police ",
    "a soldier ",
    "a firefighter ",
    "a farmer ",
    "a couple ",
    "a group of ",
    "people ",
    "residents ",
    "women ",
    "men ",
    "children ",
    "students ",
    "workers ",
    "firefighters ",
    "police ",
    "soldiers ",
    "demonstrators ",
    "protesters ",
    "supporters ",
    "fans ",
    "visitors ",
    "tourists ",
    "shoppers ",
    "commuters ",
    "passengers ",
    "volunteers ",
    "rescuers ",
    "rescue ",
    "farmers ",
    "fishermen ",
    "villagers ",
    "mourners ",
    "worshippers ",
    "pilgrims ",
    "journalists ",
    "members of ",
    "pedestrians ",
    "motorists ",
    "cyclists ",
    "smoke ",
    "flames ",
    "snow ",
    "waves ",
    "cars ",
    "vehicles ",
    "boats ",
    "ships ",
    "a van",
    "a car ",
    "a truck ",
    "a boat ",
    "a ship ",
    "a train ",
    "a plane ",
    "a sign ",
    "a dog ",
    "a bird ",
];

const VIEWS: &[&str] = &[
    "a view of",
    "a general view",
    "general view",
    "aerial view",
    "an aerial",
    "a file photo",
    "file photo",
    "pictured",
    "this photo",
    "this image",
    "this undated",
    "this combination",
    "this satellite image",
    "this handout",
    "in this photo",
    "in this image",
    "in this file photo",
    "a photo shows",
    "a picture shows",
    "photo shows",
    "the scene of",
    "an artist's",
    "an artist’s",
    "a screengrab",
    "screengrab",
    "a satellite image",
    "satellite image",
    "an undated photo",
    "a stock image",
    "a stock photo",
    "this screengrab",
    "a still from",
    "still from",
    "a map of",
    "a map showing",
    "a poster",
    "a portrait of",
    "a logo",
    "the logo of",
    "this illustration",
    "an illustration",
    "a combination of",
    "a reference",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads_of_captions() {
        for caption in [
            "Mayor Ana Bela greets farmers as they arrive Thursday at the town hall in Lodz.",
            "Journalists work Thursday outside the consulate in Izmir, Turkey, where envoys met to talk.",
            "A van, believed to carry the envoys, leaves the consulate Thursday in Izmir, Turkey.",
            "Kit Orr, left, meets Tuesday with Ana Bela at the palace in Madrid.",
            "People walk past a closed shop in Lodz, Poland, Friday, March 10, 2023.",
            "An oil tanker is moored at the quay in Varna, Bulgaria, on Oct. 11, 2022.",
        ] {
            assert!(score(caption) >= SURE, "{} {caption}", score(caption));
        }
    }

    #[test]
    fn running_text() {
        for prose in [
            "Bela met Thursday with Ireland's minister, who said Ireland is open to helping.",
            "The talks followed a call between the two and contact between their envoys in Riyadh.",
            "France also seeks access to the mines, the minister said Thursday.",
            "Orr will host a meeting of leaders Sunday, which will focus on Ukraine, in London.",
            "Bela was noncommittal about guarantees, and underscored that Orr would think twice.",
            "After private talks Thursday with Bela, Orr applauded the push to end the war.",
            "The fourth round of water talks on the Varna basin began at 9:00 a.m. Tuesday at the Riga State House.",
            "The Lodz stock market closed higher Wednesday as the wool index firmed 3.1 points in Poland.",
            "Share prices on the Accra exchange ended lower Thursday, with the index down 1.2 points in May 2021.",
        ] {
            assert!(score(prose) < LIKELY, "{} {prose}", score(prose));
        }
        let told =
            "Founded in May 2003, the Tampere index gauges the prices of 40 mills in Finland, Sweden and Norway.";
        assert!(score(told) < SURE);
    }
}
