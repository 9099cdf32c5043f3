//! The fitted weights, decoded from `weights.txt` when the crate is compiled.

use super::groups::WEIGHT_COUNT;

/// Steps of a weight of 1.
pub(in crate::boundary) const SCALE: f32 = 16.0;

/// The steps that the letters of the file stand for, finer near zero: `.` is 0, `a` to `z` speak for a candidate, `A`
/// to `Z` against it.
pub(in crate::boundary) const LEVELS: [i8; 27] =
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 19, 22, 25, 29, 33, 38, 44, 50, 57, 65, 75, 87, 105, 127];

/// The file that `examples/fit_boundary` writes: for each group a line `# NAME SIZE`, and lines of one letter a weight.
pub(in crate::boundary) const FILE: &str = include_str!("weights.txt");

/// A weight for each feature.
pub(in crate::boundary) static WEIGHTS: [i8; WEIGHT_COUNT] = decode(FILE.as_bytes());

// Runs when the crate is compiled.
#[allow(clippy::indexing_slicing, clippy::large_stack_arrays)]
const fn decode(mut file: &[u8]) -> [i8; WEIGHT_COUNT] {
    let mut weights = [0; WEIGHT_COUNT];
    let (mut at, mut in_comment) = (0, false);
    while let [byte, rest @ ..] = file {
        in_comment = *byte == b'#' || (in_comment && *byte != b'\n');
        let level = match *byte {
            // The weights of other groups than today's are of no use, but the program that replaces them must compile.
            _ if in_comment || at == WEIGHT_COUNT => None,
            b'.' => Some(0),
            letter @ b'a'..=b'z' => Some(LEVELS[(letter - b'a') as usize + 1]),
            letter @ b'A'..=b'Z' => Some(-LEVELS[(letter - b'A') as usize + 1]),
            _ => None,
        };
        if let Some(level) = level {
            weights[at] = level;
            at += 1;
        }
        file = rest;
    }
    weights
}

#[cfg(test)]
mod tests {
    use alloc::{string::String, vec::Vec};

    use super::{super::groups::GROUPS, *};

    #[test]
    fn letters_are_levels_above_and_below_zero() {
        let weights = decode(b"# START 10\nabi\nzAJZ.\n\n# BEFORE 1\nb");
        assert_eq!(weights[..10], [1, 2, 10, 127, -1, -12, -127, 0, 2, 0]);
    }

    #[test]
    fn the_file_has_the_weights_of_all_groups() {
        let sections = FILE.split("# ").skip(1).filter_map(|section| section.split_once('\n'));
        let mut found: Vec<_> =
            sections.map(|(head, letters)| (String::from(head), letters.replace('\n', "").len())).collect();
        found.remove(0);
        let groups = GROUPS.iter().map(|(name, size, _)| (alloc::format!("{name} {size}"), *size));
        assert_eq!(found, groups.collect::<Vec<_>>());
    }
}
