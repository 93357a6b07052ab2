//! Which sentence of its paragraph each piece stands in.

use cutline_text::sentences;

use crate::lexicon::{Class, form};
use crate::reading::{Kind, Paragraph, Piece};

/// Numbers the sentences of the paragraph outside its quotations: a quoted
/// stretch is one piece of the sentence it stands in, however many it holds.
pub(crate) fn number(text: &str, paragraph: &mut Paragraph) {
    let mut starts = sentences(text, paragraph.spans[0]).map(|s| s.start).peekable();
    let mut number: u16 = 0;
    for at in 0..paragraph.pieces.len() {
        let piece = paragraph.pieces[at];
        let mut begins = false;
        while let Some(start) = starts.next_if(|&start| start < piece.span.end) {
            begins |= start == piece.span.start;
        }
        if begins && piece.span.start > paragraph.spans[0].start && !attributes(text, &paragraph.pieces, at) {
            number = number.saturating_add(1);
        }
        paragraph.pieces[at].sentence = number;
    }
}

/// How far from a quotation its verb of speech may stand.
const REACH: usize = 18;

/// '“Who paid?” Ana Bela asked.': what stands behind the quotation is no
/// sentence of its own.
fn attributes(text: &str, pieces: &[Piece], at: usize) -> bool {
    let Some(quote) = at.checked_sub(1).map(|before| &pieces[before]) else { return false };
    let asks = matches!(quote.kind, Kind::Quote(_))
        && text[quote.span].trim_end_matches(['"', '”', '’', '\'']).ends_with(['?', '!']);
    if !asks {
        return false;
    }
    let plain = |piece: &&Piece| !matches!(piece.kind, Kind::Quote(_) | Kind::Mark(b'.' | b'?' | b'!' | b':'));
    let stop = |at: usize| pieces[at].kind == Kind::Mark(b'.') && pieces[at - 1].class.is(Class::TITLE);
    let reach = (at..pieces.len()).take(REACH).take_while(|at| plain(&&pieces[*at]) || stop(*at));
    let Some(verb) = reach.into_iter().find(|at| pieces[*at].class.is(Class::SPEECH)) else { return false };
    let Some(next) = pieces.get(verb + 1) else { return true };
    let adjunct = Class::PREPOSITION | Class::TIME | Class::ADVERB | Class::CONJUNCTION;
    let told = ["reporters", "him", "her", "them", "me", "us"].iter().any(|word| form(word) == next.form);
    verb > at && (told || next.class.is(adjunct) || matches!(next.kind, Kind::Mark(b'.' | b',') | Kind::Quote(_)))
}
