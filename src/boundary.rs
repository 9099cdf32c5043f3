//! Boundary: where the text of a tweet begins, the only part of a quotation that is inferred and not read.
//!
//! | step | modules |
//! |---|---|
//! | Input, output and state: [`Site`], [`Beginning`], [`PreviousTweet`] | [`types`] |
//! | The lines are weighed, and where they make the answer all but certain, no other word is read than those of an introduction | [`layout`], [`introduction`] |
//! | Otherwise, the stretch that can hold the tweet is split into tokens | [`window`], [`lexer`], [`token`], [`char_class`], [`function_words`] |
//! | Some of the tokens are candidates for the beginning | [`candidates`] |
//! | Each candidate has features | [`features`], [`statistics`] |
//! | Each feature is the index of a weight; the highest sum of weights wins | [`model`], [`score`] |
//! | The confidence is the share of such answers that were right in this kind of input | [`input_kind`] |
//!
//! `examples/fit_boundary` fits the weights, with this code (`fit.rs`). It measures how often a boundary is exact on
//! documents of sites that the weights were not fitted to, and writes that to `model/reliability.md`.

mod after_quotation;
mod boundary_kind;
mod candidates;
mod char_class;
pub(crate) mod continuation;
mod false_friend;
mod feature_values;
mod features;
mod find;
#[cfg(feature = "fit")]
pub mod fit;
mod function_words;
mod input_kind;
mod introduction;
mod layout;
mod lexer;
mod list_bullet;
mod model;
mod score;
mod statistics;
#[cfg(test)]
mod tests;
mod token;
mod types;
mod window;

pub(crate) use false_friend::is_tweet_apart;
pub(crate) use find::beginning;
pub(crate) use layout::{beginning as beginning_by_structure, opens_with_attribution};
pub(crate) use score::{RANKED, beginning_at, ranking};
pub use types::Boundary;
pub(crate) use types::{Beginning, NEAR, PreviousTweet, Site};
