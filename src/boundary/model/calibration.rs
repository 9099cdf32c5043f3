//! Maps the model's probability to the measured share of correct boundaries, for each kind of input.

use crate::boundary::input_kind::InputKind;

/// The probabilities at which the share of correct boundaries was measured.
pub(in crate::boundary) const KNOTS: [f32; 13] = [0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.995, 1.0];

/// For each kind of input and each knot, the share of exact boundaries on documents of sites that the weights were not
/// fitted to.
pub(in crate::boundary) type StageShares = [[f32; KNOTS.len()]; InputKind::COUNT];

/// The measured calibration of both stages.
pub(in crate::boundary) struct Measured {
    pub(in crate::boundary) words: StageShares,
    pub(in crate::boundary) layout: StageShares,
    /// The least probability at which the layout answers, for each kind of input.
    pub(in crate::boundary) answers: [f32; InputKind::COUNT],
}

/// Written by `examples/fit_boundary`.
#[allow(clippy::approx_constant, reason = "a share may be near any constant")]
pub(in crate::boundary) const MEASURED: Measured = include!("calibration.txt");

/// The share of exact boundaries among those of this kind to which a stage gave this `probability`, as measured `of`
/// that stage.
pub(in crate::boundary) fn confidence(of: &StageShares, probability: f32, kind: InputKind) -> f32 {
    of.get(kind as usize).map_or(0.0, |shares| at_knots(probability, shares))
}

/// The share at `probability` on the line through the `knots`, which are probabilities with their shares.
pub(in crate::boundary) fn interpolated(probability: f32, knots: impl IntoIterator<Item = (f32, f32)>) -> f32 {
    let (mut from, mut low) = (0.0, 0.0);
    for (at, share) in knots {
        if probability < at {
            return low + (share - low) * (probability - from) / (at - from);
        }
        (from, low) = (at, share);
    }
    low
}

/// The share at `probability` on the line through the `shares` at the [`KNOTS`].
pub(in crate::boundary) fn at_knots(probability: f32, shares: &[f32; KNOTS.len()]) -> f32 {
    interpolated(probability, KNOTS.into_iter().zip(shares.iter().copied()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_lie_on_the_line_through_the_knots() {
        let shares = [0.1, 0.3, 0.4, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.99];
        for (probability, share) in
            [(0.0, 0.1), (0.1, 0.2), (0.2, 0.3), (0.35, 0.4), (0.45, 0.45), (0.925, 0.925), (1.0, 0.99), (2.0, 0.99)]
        {
            let found = at_knots(probability, &shares);
            assert!((found - share).abs() < 1e-6, "{probability}: {found}, not {share}");
        }
    }

    #[test]
    fn what_is_more_probable_is_more_often_exact() {
        for (kind, shares) in MEASURED.words.iter().chain(&MEASURED.layout).enumerate() {
            assert!(shares.is_sorted(), "{kind}: {shares:?}");
            assert!(shares[0] < 0.5 && shares[12] < 1.0, "{kind}: {shares:?}");
        }
    }
}
