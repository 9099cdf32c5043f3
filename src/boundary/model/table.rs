//! The weights as they are added up.

use crate::boundary::{model::groups::WEIGHT_COUNT, model::weights::CODED};

/// Steps of a weight of 1.
pub(in crate::boundary) const SCALE: f32 = 16.0;

/// What the letters of the table stand for, in steps: finer near zero.
pub(in crate::boundary) const LEVELS: [i8; 27] =
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 19, 22, 25, 29, 33, 38, 44, 50, 57, 65, 75, 87, 105, 127];

/// A weight for each feature.
pub(in crate::boundary) static WEIGHTS: [i8; WEIGHT_COUNT] = decode(CODED);

// Runs when the crate is compiled: a malformed table does not compile.
#[allow(clippy::indexing_slicing, clippy::large_stack_arrays)]
const fn decode(mut groups: &[&[u8]]) -> [i8; WEIGHT_COUNT] {
    let mut weights = [0; WEIGHT_COUNT];
    let mut at = 0;
    while let [group, rest @ ..] = groups {
        let mut letters = *group;
        while let [letter, after @ ..] = letters {
            // A table of other groups than today's is of no use, but the program that replaces it must compile.
            if at == WEIGHT_COUNT {
                return weights;
            }
            weights[at] = match *letter {
                b @ b'a'..=b'z' => LEVELS[(b - b'a') as usize + 1],
                b @ b'A'..=b'Z' => -LEVELS[(b - b'A') as usize + 1],
                _ => 0,
            };
            at += 1;
            letters = after;
        }
        groups = rest;
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_levels_above_and_below_zero() {
        let weights = decode(&[b"abi", b"zAJZ0", b""]);
        assert_eq!(weights[..9], [1, 2, 10, 127, -1, -12, -127, 0, 0]);
    }
}
