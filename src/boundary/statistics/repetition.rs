//! Words that a window holds more than once.

use crate::boundary::{statistics::prefix::MOST_INDICES, token::Token};

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
}
