//! A tweet that was found.

mod alternatives;
mod attribution;
mod clean;
mod display;
mod entities;
mod fields;
mod parse;

pub use fields::Tweet;
