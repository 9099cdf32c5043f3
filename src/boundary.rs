//! Boundary: where the text of a tweet begins, the only part of a quotation that is inferred and not read.
//!
//! | step | modules |
//! |---|---|
//! | The question and the answer: [`Site`], [`Beginning`], [`PreviousTweet`] | [`types`] |
//! | If the page kept its blocks, the layout answers, and no word is read | [`layout_rules`], [`structure_only`] |
//! | Otherwise, the stretch that can hold the tweet is split into tokens | [`window`], [`lexer`], [`token`], [`char_class`], [`function_words`] |
//! | Some of the tokens are candidates for the beginning | [`candidates`] |
//! | Each candidate has features | [`features`], [`statistics`] |
//! | Each feature is the index of a weight; the highest sum of weights wins | [`model`], [`score`] |
//!
//! `examples/fit_boundary` fits the weights, with this code (`fit.rs`). It measures how often a boundary is exact on documents
//! of sites that the weights were not fitted to, and writes that to `model/reliability.md`.

mod candidates;
mod char_class;
pub(crate) mod continuation;
mod features;
mod find;
#[cfg(feature = "fit")]
pub mod fit;
mod function_words;
mod layout_rules;
mod lexer;
mod model;
mod score;
mod statistics;
mod structure_only;
#[cfg(test)]
mod tests;
mod token;
mod types;
mod window;

pub(crate) use find::beginning;
pub(crate) use structure_only::{beginning as beginning_by_structure, opens_with_attribution};
pub use types::Boundary;
pub(crate) use types::{Beginning, PreviousTweet, Site};
