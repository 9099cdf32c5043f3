//! What the score's probability is worth.

use super::weights::RELIABILITY;

/// The share of exact beginnings among held-out ones that the model gave this `probability`.
pub(super) fn confidence(probability: f32) -> f32 {
    calibrated(probability, &RELIABILITY)
}

/// The share at `probability` on the line through `knots`, which are probabilities with their shares.
pub(super) fn calibrated(probability: f32, knots: &[(f32, f32)]) -> f32 {
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
