//! Folding for comparison: case, accents and apostrophes. It yields no positions.

use unicode_normalization::char::decompose_canonical;

/// A 64-bit hash of the folded word; equal for 'Zelenský', 'ZELENSKY' and 'Zelensky'.
///
/// FNV-1a (Fowler, Noll, Vo) over the folded bytes, so that no string is made.
pub(crate) fn key(word: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    let mut add = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    if word.is_ascii() {
        word.bytes().for_each(|b| add(b.to_ascii_lowercase()));
    } else {
        let mut buffer = [0; 4];
        each_folded(word, |c| c.encode_utf8(&mut buffer).bytes().for_each(&mut add));
    }
    hash
}

/// The hash of a phrase from that of its head and that of its next word.
pub(crate) fn extend(head: u64, word: u64) -> u64 {
    (head.rotate_left(17) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Lower case, without accents, with one kind of apostrophe.
pub(crate) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(word.len());
    each_folded(word, |c| folded.push(c));
    folded
}

fn each_folded(word: &str, mut each: impl FnMut(char)) {
    for c in word.chars() {
        if let Some(plain) = undecomposed(c) {
            plain.chars().for_each(&mut each);
            continue;
        }
        decompose_canonical(c, |part| {
            if !ignored(part) {
                part.to_lowercase().filter(|&c| !ignored(c)).for_each(&mut each);
            }
        });
    }
}

/// Combining marks, soft hyphens and joiners.
fn ignored(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

/// Letters that Unicode does not take apart, and the marks that stand for an apostrophe.
fn undecomposed(c: char) -> Option<&'static str> {
    Some(match c {
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'ß' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ı' | 'İ' => "i",
        'þ' | 'Þ' => "th",
        '’' | '‘' | 'ʼ' | '`' | 'ʻ' => "'",
        '‐' | '‑' | '–' => "-",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_apostrophes_fold() {
        assert_eq!(fold("Sánchez O’NEIL Łódź İzmir"), "sanchez o'neil lodz izmir");
        assert_eq!(key("MICHEÁL"), key("micheal"));
        assert_ne!(key("Orr"), key("Ore"));
    }
}
