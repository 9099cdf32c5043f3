//! The model as data: groups of features, their weights, and the calibration of the score.
//!
//! `examples/fit_boundary` writes `weights.txt`, `calibration.txt` and `reliability.md`.

pub(super) mod calibration;
pub(super) mod group;
pub(super) mod groups;
pub(super) mod sum;
pub(super) mod weights;
