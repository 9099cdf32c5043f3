//! Sums of weights, and the exponentials by which they become odds.

use super::{
    group::FeatureSink,
    weights::{SCALE, WEIGHTS},
};

/// Adds up the weights of features.
#[derive(Clone, Copy)]
pub(in crate::boundary) struct WeightSum {
    weights: &'static [i8],
    /// In steps of a weight.
    pub(in crate::boundary) sum: i32,
}

impl WeightSum {
    /// A sum of the weights of the boundary.
    pub(in crate::boundary) const fn new() -> Self {
        Self::of(&WEIGHTS)
    }

    /// A sum of `weights`.
    pub(in crate::boundary) const fn of(weights: &'static [i8]) -> Self {
        Self { weights, sum: 0 }
    }
}

impl FeatureSink for WeightSum {
    #[inline]
    fn add(&mut self, index: usize) {
        self.sum += self.weights.get(index).copied().map_or(0, i32::from);
    }
}

/// The scores of candidates, at most `N`: sums of weights.
pub(in crate::boundary) struct Scores<const N: usize> {
    items: [i32; N],
    len: usize,
}

impl<const N: usize> Scores<N> {
    pub(in crate::boundary) const NONE: Self = Self { items: [0; N], len: 0 };

    pub(in crate::boundary) fn push(&mut self, score: i32) {
        if let Some(slot) = self.items.get_mut(self.len) {
            *slot = score;
            self.len += 1;
        }
    }

    pub(in crate::boundary) fn iter(&self) -> impl Iterator<Item = i32> + '_ {
        self.items.iter().take(self.len).copied()
    }

    /// The sum of the exponentials of all scores, each compared with `score`.
    pub(in crate::boundary) fn total(&self, score: i32) -> f32 {
        self.iter().map(|other| exp(to_logit(other - score))).sum()
    }
}

/// The probability of a candidate, where `total` sums all exponentials relative to its own.
pub(in crate::boundary) fn share_of_one(total: f32) -> f32 {
    1.0 / total.max(1.0)
}

#[allow(clippy::cast_precision_loss)]
pub(in crate::boundary) fn to_logit(score: i32) -> f32 {
    score as f32 / SCALE
}

/// `e` to the power of `x`, for `x` from -80 to 80, as `(1 + x / 1024)^1024`; right to two digits near 0.
pub(in crate::boundary) fn exp(x: f32) -> f32 {
    let mut base = 1.0 + x.clamp(-80.0, 80.0) / 1024.0;
    for _ in 0..10 {
        base *= base;
    }
    base
}

/// The natural logarithm of a positive `x`; right to four digits.
#[allow(clippy::cast_precision_loss)]
pub(in crate::boundary) fn ln(x: f32) -> f32 {
    let bits = x.to_bits();
    let exponent = i32::try_from(bits >> 23 & 0xff).unwrap_or(127) - 127;
    let mantissa = f32::from_bits(bits & 0x007f_ffff | 0x3f80_0000);
    let t = (mantissa - 1.0) / (mantissa + 1.0);
    let squared = t * t;
    exponent as f32 * core::f32::consts::LN_2
        + 2.0 * t * (1.0 + squared * (1.0 / 3.0 + squared * (0.2 + squared / 7.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_of_e_are_near() {
        for x in [0.0_f32, -0.1, -0.5, -1.0, -2.0] {
            assert!((exp(x) - x.exp()).abs() < 0.005, "{x}: {}", exp(x));
        }
        assert!(exp(-20.0) < 1e-8 && exp(-500.0) < 1e-30 && exp(-500.0) >= 0.0);
        for x in [0.5_f32, 1.0, 1.5, 3.0, 40.0] {
            assert!((ln(x) - x.ln()).abs() < 0.001, "{x}: {}", ln(x));
        }
        assert!((exp(1.0) - 1.0_f32.exp()).abs() < 0.01 && exp(500.0).is_finite());
        assert!((to_logit(32) - 2.0).abs() < f32::EPSILON && (to_logit(-8) + 0.5).abs() < f32::EPSILON);
    }
}
