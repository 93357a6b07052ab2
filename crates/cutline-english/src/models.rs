use std::sync::OnceLock;

use crate::{lists, quoter, tagger};

/// The name and checksum of every model and list that is built in: what a
/// record names as having made it.
///
/// The checksum is the 64-bit FNV-1a of the file's bytes, in hexadecimal.
///
/// ```
/// let names: Vec<&str> = cutline_english::models().iter().map(|model| model.0).collect();
/// assert_eq!(names, ["clusters", "lists", "names-first", "names-second", "quotes"]);
/// ```
pub fn models() -> &'static [(&'static str, String)] {
    static MODELS: OnceLock<Vec<(&str, String)>> = OnceLock::new();
    MODELS.get_or_init(|| {
        let files = [
            ("clusters", tagger::FILES.clusters),
            ("lists", lists::FILE),
            ("names-first", tagger::FILES.first),
            ("names-second", tagger::FILES.second),
            ("quotes", quoter::FILE),
        ];
        files.map(|(name, bytes)| (name, format!("{:016x}", fnv(bytes)))).to_vec()
    })
}

fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, &byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_checksum_is_that_of_the_standard() {
        assert_eq!(super::fnv(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(super::fnv(b"a"), 0xaf63_dc4c_8601_ec8c);
    }
}
