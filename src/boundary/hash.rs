//! The hashes by which words are told apart.

/// FNV-1a, folded to lower case over ASCII, while it goes on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hash(u32);

impl Hash {
    pub(super) const NEW: Self = Self(0x811c_9dc5);

    /// Goes on with a byte that is no capital.
    #[inline]
    pub(super) const fn add_folded(&mut self, byte: u8) {
        self.0 = (self.0 ^ byte as u32).wrapping_mul(0x0100_0193);
    }

    #[inline]
    pub(super) const fn add(&mut self, mut bytes: &[u8]) {
        while let [first, rest @ ..] = bytes {
            self.add_folded(first.to_ascii_lowercase());
            bytes = rest;
        }
    }

    #[inline]
    pub(super) const fn finish(self) -> u32 {
        self.0 ^ (self.0 >> 15)
    }
}

/// The hash of a word.
pub(super) const fn hash(bytes: &[u8]) -> u32 {
    let mut hash = Hash::NEW;
    hash.add(bytes);
    hash.finish()
}

/// What [`hash`] makes of a handle with `@` before it.
pub(super) const fn hash_mention(handle: &[u8]) -> u32 {
    let mut hash = Hash::NEW;
    hash.add_folded(b'@');
    hash.add(handle);
    hash.finish()
}
