//! Bytes become code points (or UTF-16 units) here and nowhere else.

use cutline_doc::Span;

/// What the offsets of a record count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OffsetUnit {
    /// Unicode code points: the unit of the W3C Text Position Selector, of
    /// Python and of spaCy.
    #[default]
    Codepoint,
    /// Bytes of UTF-8.
    Byte,
    /// UTF-16 code units: the unit of JavaScript and Java.
    Utf16,
}

impl OffsetUnit {
    /// All units.
    pub const ALL: &[OffsetUnit] = &[OffsetUnit::Codepoint, OffsetUnit::Byte, OffsetUnit::Utf16];

    /// The name in records and flags.
    pub fn name(self) -> &'static str {
        match self {
            OffsetUnit::Codepoint => "codepoint",
            OffsetUnit::Byte => "byte",
            OffsetUnit::Utf16 => "utf16",
        }
    }

    /// The unit of that name.
    pub fn from_name(name: &str) -> Option<OffsetUnit> {
        Self::ALL.iter().copied().find(|unit| unit.name() == name)
    }

    /// How many units the character adds that this byte opens.
    fn units(self, byte: u8) -> u32 {
        match self {
            OffsetUnit::Byte => 1,
            // The bytes 10xxxxxx continue a character; 11110xxx opens one of two UTF-16 units.
            OffsetUnit::Codepoint => u32::from(byte & 0xC0 != 0x80),
            OffsetUnit::Utf16 => u32::from(byte & 0xC0 != 0x80) + u32::from(byte >= 0xF0),
        }
    }
}

/// Turns byte offsets of one text into offsets of a unit, in any order.
///
/// Made in one pass over the text; a look-up counts at most [`STEP`] bytes.
///
/// ```
/// use cutline_report::{OffsetUnit, Offsets};
///
/// let text = "Zoë 🦀 said";
/// let offsets = Offsets::new(text, OffsetUnit::Codepoint);
/// assert_eq!(offsets.of(text.find("said").unwrap() as u32), 6);
/// ```
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    text: &'t [u8],
    unit: OffsetUnit,
    /// Units before every `STEP`th byte; empty where units are bytes.
    marks: Vec<u32>,
}

/// Bytes between two marks.
const STEP: usize = 64;

impl<'t> Offsets<'t> {
    /// Reads `text` once.
    pub fn new(text: &'t str, unit: OffsetUnit) -> Offsets<'t> {
        let text = text.as_bytes();
        // In plain ASCII all three units are the same.
        let unit = if text.is_ascii() { OffsetUnit::Byte } else { unit };
        let mut marks = Vec::new();
        if unit != OffsetUnit::Byte {
            let mut count = 0;
            for piece in text.chunks(STEP) {
                marks.push(count);
                count += units(piece, unit);
            }
        }
        Offsets { text, unit, marks }
    }

    /// The offset of the byte at `byte`, which may be the text's end.
    pub fn of(&self, byte: u32) -> u32 {
        let byte = byte as usize;
        let mark = (byte / STEP).min(self.marks.len().saturating_sub(1));
        match self.marks.get(mark) {
            Some(&count) => count + units(&self.text[mark * STEP..byte], self.unit),
            None => byte as u32,
        }
    }

    /// The byte at an offset of the unit: the way back. None behind the text's
    /// end and within a character.
    ///
    /// ```
    /// use cutline_report::{OffsetUnit, Offsets};
    ///
    /// let offsets = Offsets::new("🦀 said", OffsetUnit::Utf16);
    /// assert_eq!([0, 1, 2, 7, 8].map(|n| offsets.byte(n)), [Some(0), None, Some(4), Some(9), None]);
    /// ```
    pub fn byte(&self, offset: u32) -> Option<u32> {
        let mark = self.marks.partition_point(|&count| count <= offset).saturating_sub(1);
        let (mut byte, mut count) = match self.marks.get(mark) {
            Some(&count) => (mark * STEP, count),
            None => (offset as usize, offset),
        };
        let opens = |byte: usize| self.text.get(byte).map_or(byte == self.text.len(), |byte| byte & 0xC0 != 0x80);
        while count < offset || !opens(byte) {
            if self.marks.is_empty() || byte >= self.text.len() {
                return None;
            }
            count += self.unit.units(self.text[byte]);
            byte += 1;
        }
        (count == offset).then_some(byte as u32)
    }

    /// Start and end of a span.
    pub fn span(&self, span: Span) -> (u32, u32) {
        (self.of(span.start), self.of(span.end))
    }
}

fn units(bytes: &[u8], unit: OffsetUnit) -> u32 {
    bytes.iter().map(|&byte| unit.units(byte)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_counting(text in "[a-zé🦀\u{301}“ ]{0,300}") {
            let codepoints = Offsets::new(&text, OffsetUnit::Codepoint);
            let utf16 = Offsets::new(&text, OffsetUnit::Utf16);
            let bytes = Offsets::new(&text, OffsetUnit::Byte);
            let ends = text.char_indices().map(|(n, _)| n).chain([text.len()]);
            for at in ends {
                let before = &text[..at];
                prop_assert_eq!(codepoints.of(at as u32), before.chars().count() as u32);
                prop_assert_eq!(utf16.of(at as u32), before.encode_utf16().count() as u32);
                prop_assert_eq!(bytes.of(at as u32), at as u32);
                for offsets in [&codepoints, &utf16, &bytes] {
                    prop_assert_eq!(offsets.byte(offsets.of(at as u32)), Some(at as u32));
                }
            }
            for offset in 0..=text.len() as u32 + 70 {
                let back = bytes.byte(offset).map(|byte| text.is_char_boundary(byte as usize));
                prop_assert_eq!(back.unwrap_or(false), text.is_char_boundary(offset as usize));
                prop_assert!(utf16.byte(offset).is_none_or(|byte| utf16.of(byte) == offset));
                prop_assert!(codepoints.byte(offset).is_none_or(|byte| codepoints.of(byte) == offset));
            }
        }
    }
}
