//! The model as data: the weights of the features, and the calibration of the probabilities.
//!
//! `examples/fit_continuation` writes `weights.txt` and `calibration.txt`.

use super::groups::WEIGHT_COUNT;
use crate::boundary::model::calibration::interpolated;

/// A continuation is returned only if P(none) < `MOST_NONE` and its own probability ≥ `LEAST_SOME`. In doubt, nothing
/// of the page is taken for the tweet's.
pub(super) const MOST_NONE: f32 = 0.5;
pub(super) const LEAST_SOME: f32 = 0.35;

/// The weights in steps, those of a group in one line.
pub(super) static WEIGHTS: [i8; WEIGHT_COUNT] = include!("weights.txt");

/// Probabilities of the model, in order, with the share of right answers in cross-validation by site: of continuations,
/// and of their absence.
const MEASURED: [&[(f32, f32)]; 2] = include!("calibration.txt");

pub(super) fn confidence_of_some(probability: f32) -> f32 {
    interpolated(probability, MEASURED[0].iter().copied())
}

pub(super) fn confidence_of_none(probability: f32) -> f32 {
    interpolated(probability, MEASURED[1].iter().copied())
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::super::groups::GROUPS;

    #[test]
    fn the_file_has_the_weights_of_all_groups() {
        let lines: Vec<&str> = include_str!("weights.txt").lines().map(str::trim).collect();
        let named = lines.iter().zip(lines.iter().skip(1)).filter_map(|(name, weights)| {
            let name = name.strip_prefix("// ")?;
            Some((name, weights.split_terminator(',').count()))
        });
        assert_eq!(named.collect::<Vec<_>>(), GROUPS.iter().map(|(name, size, _)| (*name, *size)).collect::<Vec<_>>());
    }
}
