//! The parts that `fit_boundary` and `fit_continuation` share: the optimiser, folds by source, the calibration.
#![allow(missing_docs, unreachable_pub, clippy::indexing_slicing, clippy::cast_precision_loss)]

pub mod calibration;
pub mod folds;
pub mod optimiser;
