//! Maps the model's score to the measured share of correct boundaries.

/// What was measured on documents of sites that the weights were not fitted to.
pub(in crate::boundary) struct Calibration {
    /// Probabilities of the model, in order, and the share of boundaries with them that were exact.
    pub(in crate::boundary) reliability: &'static [(f32, f32)],
    /// The share of exact boundaries among the quotes and among the blocks that the layout rules answer.
    pub(in crate::boundary) quotes: f32,
    pub(in crate::boundary) blocks: f32,
}

/// Written by `examples/fit_boundary`.
pub(in crate::boundary) const MEASURED: Calibration = include!("calibration.txt");

/// The share of exact boundaries among those to which the model gave this `probability`.
pub(in crate::boundary) fn confidence(probability: f32) -> f32 {
    interpolated(probability, MEASURED.reliability)
}

/// The share at `probability` on the line through `knots`, which are probabilities with their shares.
pub(in crate::boundary) fn interpolated(probability: f32, knots: &[(f32, f32)]) -> f32 {
    let (mut from, mut low) = (0.0, 0.0);
    for &(at, share) in knots {
        if probability < at {
            return low + (share - low) * (probability - from) / (at - from);
        }
        (from, low) = (at, share);
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_lie_on_the_line_through_the_knots() {
        let knots = [(0.25, 0.5), (0.75, 0.625), (1.0, 0.875)];
        for (probability, share) in [
            (0.0, 0.0),
            (0.125, 0.25),
            (0.25, 0.5),
            (0.5, 0.5625),
            (0.75, 0.625),
            (0.875, 0.75),
            (1.0, 0.875),
            (2.0, 0.875),
        ] {
            let found = interpolated(probability, &knots);
            assert!((found - share).abs() < 1e-6, "{probability}: {found}, not {share}");
        }
    }

    #[test]
    fn what_is_more_probable_is_more_often_exact() {
        let shares: [f32; 11] =
            core::array::from_fn(|tenth| confidence(u8::try_from(tenth).map_or(0.0, f32::from) / 10.0));
        assert!(shares.is_sorted(), "{shares:?}");
        assert!(shares[0] < 0.2 && shares[10] > 0.9 && shares[10] < 1.0, "{shares:?}");
    }
}
