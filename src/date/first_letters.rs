//! The first three letters of the names of a table: most words have others, and are spared the search.

use super::tables::Name;

/// For the first two letters of a name, the bits of the letters that may be its third. Bit 31 is any other byte.
pub(super) struct FirstLetters([[u32; 26]; 26]);

#[expect(clippy::indexing_slicing, reason = "evaluated at compile time")]
impl FirstLetters {
    pub(super) const NONE: Self = Self([[0; 26]; 26]);

    /// With those of `name`, if it begins with letters of ASCII. Behind one of two letters, the bits of `after` may
    /// follow.
    pub(super) const fn with(mut self, name: &[u8], after: u32) -> Self {
        if let [first @ ..0x80, second, ref rest @ ..] = *name {
            let thirds = match *rest {
                [] => after,
                [third, ..] if letter(third) < 31 => 1 << letter(third),
                [..] => 1 << 31,
            };
            // A second letter beyond ASCII is seen in the input.
            if letter(first) < 26 && letter(second) < 26 {
                self.0[letter(first)][letter(second)] |= thirds;
            }
        }
        self
    }

    /// [`with`](Self::with) those of the `names` of a table.
    pub(super) const fn with_names<const N: usize>(mut self, names: &[Name<N>], after: u32) -> Self {
        let mut at = 0;
        while at < names.len() {
            self = self.with(names[at].0.as_bytes(), after);
            at += 1;
        }
        self
    }
}

impl FirstLetters {
    /// Whether a name can begin with what `input` begins with.
    pub(super) fn may_begin(&self, input: &str) -> bool {
        match *input.as_bytes() {
            [first @ ..0x80, second @ ..0x80, third @ ..0x80, ..] => {
                let thirds = self.0.get(letter(first)).and_then(|seconds| seconds.get(letter(second)));
                thirds.is_some_and(|thirds| thirds & 1 << letter(third).min(31) != 0)
            }
            // A name beyond ASCII, or a letter with a mark.
            ref bytes => bytes.iter().take(3).any(|byte| !byte.is_ascii()),
        }
    }
}

/// The place of an ASCII letter in the alphabet; of other bytes, more than 25.
pub(super) const fn letter(byte: u8) -> usize {
    byte.to_ascii_lowercase().wrapping_sub(b'a') as usize
}
