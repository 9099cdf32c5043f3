//! The search for tweets with its options, and the split of a text in prose and tweets.

mod options;
mod segments;
mod tweets;

pub use options::Extractor;
pub use segments::{Segment, Segments};
pub use tweets::Tweets;
