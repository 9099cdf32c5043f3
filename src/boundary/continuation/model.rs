//! The model as data: the weights of the features, and the calibration of the probabilities.
//!
//! `examples/fit_continuation` writes `weights.txt` and `calibration.txt`.

use crate::boundary::model::calibration::interpolated;

/// How many values a group may have.
pub(super) const VALUES: usize = 100;
/// Steps of a weight of 1.
pub(super) const SCALE: f32 = 16.0;
/// How probable it may be at most that there is no continuation, where one is handed out, and how probable that one must be:
/// where both ends are in doubt, nothing of the page is taken for the tweet's.
pub(super) const MOST_NONE: f32 = 0.5;
pub(super) const LEAST_SOME: f32 = 0.35;

/// Takes features.
pub(super) trait Sink {
    fn add(&mut self, group: Group, value: usize);
}

/// A group of features, of which each candidate has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Group {
    /// The gaps before the text, before the attribution and behind it.
    Layout,
    /// What the first part ends with, and its weighted length.
    First,
    FirstWeight,
    /// The earlier tweets of the document.
    Habit,
    /// Links to pictures, and an attribution, within reach.
    Any,
    /// What stands behind the date begins with.
    Begins,
    /// What the candidate ends with, and what follows it.
    Edge,
    Next,
    /// Links to pictures before and behind it.
    Media,
    /// Shortened links up to it.
    Links,
    /// The weighted length of both parts.
    Weight,
    /// How many lines the continuation has, and the lengths of the last and of the one behind it.
    Lines,
    LastLine,
    NextLine,
    /// What would be left for the next tweet.
    Left,
}

/// The groups in the order of the table.
#[cfg(feature = "fit")]
pub(super) const GROUPS: [Group; Group::COUNT] = [
    Group::Layout,
    Group::First,
    Group::FirstWeight,
    Group::Habit,
    Group::Any,
    Group::Begins,
    Group::Edge,
    Group::Next,
    Group::Media,
    Group::Links,
    Group::Weight,
    Group::Lines,
    Group::LastLine,
    Group::NextLine,
    Group::Left,
];

impl Group {
    #[cfg(feature = "fit")]
    pub(super) const COUNT: usize = Self::Left as usize + 1;
}

/// The index of the weight of a feature.
pub(super) fn index(group: Group, value: usize) -> usize {
    debug_assert!(value < VALUES, "{group:?} has no value {value}");
    group as usize * VALUES + value
}

/// In steps, those of a group in a line.
static WEIGHTS: &[i8] = &include!("weights.txt");

/// Probabilities of the model, in order, and the share of those that were right on sites that the weights were not fitted to: of
/// continuations, and of their absence.
const MEASURED: [&[(f32, f32)]; 2] = include!("calibration.txt");

pub(super) fn confidence_of_some(probability: f32) -> f32 {
    interpolated(probability, MEASURED[0].iter().copied())
}

pub(super) fn confidence_of_none(probability: f32) -> f32 {
    interpolated(probability, MEASURED[1].iter().copied())
}

/// Adds up the weights of features.
#[derive(Default)]
pub(super) struct Sum(i32);

impl Sink for Sum {
    fn add(&mut self, group: Group, value: usize) {
        self.0 += WEIGHTS.get(index(group, value)).copied().map_or(0, i32::from);
    }
}

impl Sum {
    /// The odds against "none".
    #[expect(clippy::cast_precision_loss, reason = "a sum of a few bytes")]
    pub(super) fn odds(&self) -> f32 {
        exp(self.0 as f32 / SCALE)
    }
}

/// `e` to the power of `x`, right to two digits where it matters.
fn exp(x: f32) -> f32 {
    let mut base = 1.0 + x.clamp(-80.0, 20.0) / 1024.0;
    for _ in 0..10 {
        base *= base;
    }
    base
}
