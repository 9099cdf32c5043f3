//! Hostile inputs.
#![forbid(unsafe_code)]
fn main() {}
