//! Words and phrases that a window holds more than once.

use crate::boundary::{statistics::prefix::MOST_INDICES, token::Token};

/// Counts the phrases of three tokens, by their hashes.
pub(in crate::boundary) struct Phrases([u8; 512]);

impl Phrases {
    pub(in crate::boundary) const NONE: Self = Self([0; 512]);

    pub(in crate::boundary) fn read(&mut self, tokens: &[Token]) {
        for phrase in tokens.windows(3) {
            if let [a, b, c] = phrase {
                if let Some(count) = self.0.get_mut(Self::slot([a.hash, b.hash, c.hash])) {
                    *count = count.saturating_add(1);
                }
            }
        }
    }

    /// Whether the window may hold the phrase of these hashes more than once.
    pub(in crate::boundary) fn may_repeat(&self, phrase: [u32; 3]) -> bool {
        self.0.get(Self::slot(phrase)).is_some_and(|count| *count > 1)
    }

    const fn slot([a, b, c]: [u32; 3]) -> usize {
        let mixed = a.wrapping_add(b.rotate_left(7)).wrapping_add(c.rotate_left(14)).wrapping_mul(0x9e37_79b1);
        (mixed >> 23) as usize
    }
}

/// Fills `all` with the number of words behind each token that stand before it too; words of fewer than four bytes do
/// not count.
pub(in crate::boundary) fn overlap(tokens: &[Token], all: &mut [u8; MOST_INDICES]) {
    let mut first = [u8::MAX; 256];
    let mut change = [0_i8; MOST_INDICES];
    for (index, token) in tokens.iter().enumerate() {
        if !token.class.is_word() || token.len < 4 {
            continue;
        }
        // Words with the same slot are taken for one word; that is rare, and does little harm.
        let Some(slot) = first.get_mut((token.hash & 255) as usize) else { continue };
        if *slot == u8::MAX {
            *slot = u8::try_from(index).unwrap_or(u8::MAX);
            continue;
        }
        // Counted at the tokens behind the first occurrence, up to this one.
        if let Some(c) = change.get_mut(usize::from(*slot) + 1) {
            *c = c.saturating_add(1);
        }
        if let Some(c) = change.get_mut(index + 1) {
            *c = c.saturating_sub(1);
        }
    }
    let mut sum = 0_u8;
    for ((slot, change), _) in all.iter_mut().zip(change).zip(tokens) {
        sum = sum.saturating_add_signed(change);
        *slot = sum;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boundary::token::Tokens;

    #[test]
    fn words_overlap_between_their_first_occurrence_and_their_last() {
        for (text, expected) in [
            ("rain", &[0][..]),
            ("rain again, rain", &[0, 1, 1, 1]),
            ("rain rain rain", &[0, 2, 1]),
            ("open rain rain open", &[0, 1, 2, 1]),
            ("#rain @kim 2021 #rain @kim 2021", &[0, 1, 2, 3, 2, 1]),
            // Words of less than four bytes stand everywhere, and punctuation is no word.
            ("so the wet, the wet so", &[0; 7]),
            ("---- rain ----", &[0; 3]),
        ] {
            let tokens = Tokens::of(text);
            let mut all = [0; MOST_INDICES];
            overlap(tokens.as_slice(), &mut all);
            assert_eq!(&all[..tokens.as_slice().len()], expected, "{text:?}");
        }
    }

    #[test]
    fn phrases_are_three_tokens() {
        let tokens = Tokens::of("so very glad, so very sad, so very glad");
        let mut phrases = Phrases::NONE;
        phrases.read(tokens.as_slice());
        let repeats: alloc::vec::Vec<bool> =
            tokens.as_slice().windows(3).map(|p| phrases.may_repeat([p[0].hash, p[1].hash, p[2].hash])).collect();
        assert_eq!(repeats, [true, false, false, true, false, false, false, true, true]);
    }
}
