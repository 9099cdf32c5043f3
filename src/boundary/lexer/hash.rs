//! Hashes of words.

/// Incremental FNV-1a over ASCII-lowercased bytes.
#[derive(Debug, Clone, Copy)]
pub(in crate::boundary) struct WordHash(u32);

impl WordHash {
    pub(in crate::boundary) const NEW: Self = Self(0x811c_9dc5);

    /// Adds a byte that is no uppercase letter.
    #[inline]
    pub(in crate::boundary) const fn add_folded(&mut self, byte: u8) {
        self.0 = (self.0 ^ byte as u32).wrapping_mul(0x0100_0193);
    }

    #[inline]
    pub(in crate::boundary) const fn add(&mut self, mut bytes: &[u8]) {
        while let [first, rest @ ..] = bytes {
            self.add_folded(first.to_ascii_lowercase());
            bytes = rest;
        }
    }

    #[inline]
    pub(in crate::boundary) const fn finish(self) -> u32 {
        self.0 ^ (self.0 >> 15)
    }
}

/// The hash of a word.
pub(in crate::boundary) const fn hash(bytes: &[u8]) -> u32 {
    let mut hash = WordHash::NEW;
    hash.add(bytes);
    hash.finish()
}

/// The [`hash`] of `@` and a handle.
pub(in crate::boundary) const fn hash_mention(handle: &[u8]) -> u32 {
    let mut hash = WordHash::NEW;
    hash.add_folded(b'@');
    hash.add(handle);
    hash.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_fnv_1a_with_their_halves_mixed() {
        for (word, fnv) in [("", 0x811c_9dc5_u32), ("a", 0xe40c_292c), ("foobar", 0xbf9c_f968)] {
            assert_eq!(hash(word.as_bytes()), fnv ^ (fnv >> 15), "{word:?}");
        }
    }

    #[test]
    fn ascii_letters_hash_without_their_case() {
        assert_eq!(hash("FooBar_1Ü".as_bytes()), hash("foobar_1Ü".as_bytes()));
        assert_ne!(hash("Ü".as_bytes()), hash("ü".as_bytes()));
        assert_eq!(hash_mention(b"DOrtiz"), hash(b"@dortiz"));
    }
}
