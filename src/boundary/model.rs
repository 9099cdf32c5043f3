//! The model as data: groups of features, their weights, and the calibration of the score.

pub(super) mod calibration;
pub(super) mod groups;
pub(super) mod table;
pub(super) mod weights;
