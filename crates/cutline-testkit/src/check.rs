//! What must hold of every record.

use cutline_doc::Analysis;

/// What offsets may count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Unicode code points.
    Codepoint,
    /// Bytes of UTF-8.
    Byte,
    /// UTF-16 code units.
    Utf16,
}

impl Unit {
    /// All units.
    pub const ALL: [Unit; 3] = [Unit::Codepoint, Unit::Byte, Unit::Utf16];
}

/// `text[start..end]` as a reader in another language would cut it: slowly,
/// by the definition of the unit. `None` where the cut would split a character
/// or lie outside.
///
/// ```
/// use cutline_testkit::{Unit, slice};
///
/// assert_eq!(slice("🦀 Zoë", Unit::Codepoint, 2, 5).as_deref(), Some("Zoë"));
/// assert_eq!(slice("🦀 Zoë", Unit::Utf16, 3, 6).as_deref(), Some("Zoë"));
/// assert_eq!(slice("🦀 Zoë", Unit::Utf16, 1, 6), None);
/// ```
pub fn slice(text: &str, unit: Unit, start: usize, end: usize) -> Option<String> {
    match unit {
        Unit::Byte => text.get(start..end).map(str::to_owned),
        Unit::Codepoint => {
            let chars: Vec<char> = text.chars().collect();
            Some(chars.get(start..end)?.iter().collect())
        }
        Unit::Utf16 => {
            let units: Vec<u16> = text.encode_utf16().collect();
            String::from_utf16(units.get(start..end)?).ok()
        }
    }
}

/// Asserts the invariants of a record: see [`Analysis::check`].
///
/// # Panics
/// With the document's id, when one does not hold.
#[track_caller]
pub fn check(analysis: &Analysis) {
    if let Err(broken) = analysis.check() {
        panic!("{}: {broken}", analysis.id);
    }
}
