//! Feature keys.

/// Mixes the parts of a feature into a 32-bit key.
///
/// The first part names the template ("the word before"), the others are its
/// values. The mixing is a multiply and rotate as in FxHash, with a final
/// avalanche; it is the same on every machine, because keys are stored in
/// model files.
///
/// ```
/// use cutline_linear::Hash;
///
/// let bigram = |a: &str, b: &str| Hash::new(3).str(a).str(b).key();
/// assert_eq!(bigram("New", "York"), bigram("New", "York"));
/// assert_ne!(bigram("New", "York"), bigram("York", "New"));
/// assert_ne!(Hash::new(3).str("a").key(), Hash::new(4).str("a").key());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hash(u64);

const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

impl Hash {
    /// Starts a feature of the template numbered `template`.
    #[inline]
    pub const fn new(template: u32) -> Hash {
        Hash(FACTOR ^ template as u64).mix(template as u64)
    }

    /// Adds a number: an id, another hash, a flag.
    #[inline]
    pub const fn mix(self, value: u64) -> Hash {
        let mixed = (self.0.rotate_left(23) ^ value).wrapping_mul(FACTOR);
        Hash(mixed ^ (mixed >> 32))
    }

    /// Adds a string.
    #[inline]
    pub fn str(self, text: &str) -> Hash {
        let mut hash = self;
        let mut pieces = text.as_bytes().chunks_exact(8);
        for piece in &mut pieces {
            hash = hash.mix(u64::from_le_bytes(piece.try_into().unwrap_or_default()));
        }
        let mut last = [0u8; 8];
        let rest = pieces.remainder();
        last[..rest.len()].copy_from_slice(rest);
        hash.mix(u64::from_le_bytes(last) ^ ((text.len() as u64) << 56))
    }

    /// All 64 bits, to be mixed into further features.
    #[inline]
    pub const fn value(self) -> u64 {
        self.0
    }

    /// The feature's key.
    #[inline]
    pub const fn key(self) -> u32 {
        let mixed = (self.0 ^ (self.0 >> 29)).wrapping_mul(FACTOR);
        (mixed >> 32) as u32
    }
}
