//! A probability that can be compared and hashed.

use core::hash::{Hash, Hasher};

/// A number from 0 to 1, and so never NaN.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub(crate) struct Confidence(f32);

impl Confidence {
    /// The confidence `probability`, if it is one.
    pub(crate) const fn new(probability: f32) -> Option<Self> {
        // NaN is in no range.
        if 0.0 <= probability && probability <= 1.0 { Some(Self(probability)) } else { None }
    }

    /// The confidence nearest to `probability`; of NaN, none.
    pub(crate) fn nearest(probability: f32) -> Self {
        Self::new(probability).unwrap_or(Self(if probability > 1.0 { 1.0 } else { 0.0 }))
    }

    pub(crate) const fn get(self) -> f32 {
        self.0
    }
}

impl Eq for Confidence {}

impl Hash for Confidence {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // Minus zero equals zero.
        (self.0 + 0.0).to_bits().hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_probability_is_refused_or_held_to_the_range() {
        for (number, nearest) in [(0.0, 0.0), (0.5, 0.5), (1.0, 1.0)] {
            assert_eq!(Confidence::new(number), Some(Confidence(nearest)));
            assert_eq!(Confidence::nearest(number), Confidence(nearest));
        }
        for (number, nearest) in [(f32::NAN, 0.0), (f32::INFINITY, 1.0), (-0.1, 0.0), (1.1, 1.0)] {
            assert_eq!(Confidence::new(number), None);
            assert_eq!(Confidence::nearest(number), Confidence(nearest));
        }
    }
}
