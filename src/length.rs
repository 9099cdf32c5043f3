//! The weighted length of a text as X counts it, and its limits.

mod char_weight;
mod emoji;
mod limit;
mod nfc;
mod weight;

pub(crate) use char_weight::char_weight;
#[cfg(test)]
pub(crate) use limit::MAX_WEIGHT_UNTIL_2017;
pub(crate) use limit::{MAX_WEIGHT, holds_long_posts, max_weight_on};
pub use weight::weighted_length;
pub(crate) use weight::{LINK_WEIGHT, fits_tweet, weight_without_links};
