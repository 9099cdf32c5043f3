//! What the score's probability is worth.

use super::weights::RELIABILITY;

/// The share of exact beginnings among held-out ones that the model gave this `probability`.
pub(super) fn confidence(probability: f32) -> f32 {
    let mut below = (0.0, 0.0);
    for (at, share) in RELIABILITY {
        if probability < at {
            let (from, low) = below;
            return low + (share - low) * (probability - from) / (at - from);
        }
        below = (at, share);
    }
    below.1
}
