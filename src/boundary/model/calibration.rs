//! What the score's probability is worth.

use crate::boundary::model::weights::RELIABILITY;

/// The share of exact beginnings among held-out ones that the model gave this `probability`.
pub(in crate::boundary) fn confidence(probability: f32) -> f32 {
    calibrated(probability, &RELIABILITY)
}

/// The share at `probability` on the line through `knots`, which are probabilities with their shares.
pub(in crate::boundary) fn calibrated(probability: f32, knots: &[(f32, f32)]) -> f32 {
    let mut below = (0.0, 0.0);
    for &(at, share) in knots {
        if probability < at {
            let (from, low) = below;
            return low + (share - low) * (probability - from) / (at - from);
        }
        below = (at, share);
    }
    below.1
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
            let found = calibrated(probability, &knots);
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
