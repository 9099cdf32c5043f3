//! What the example programs share: compressed files, lines, WARC records, JSON records, and made-up articles to try them on.
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod articles;
pub mod http;
pub mod json;
mod lines;
mod source;
pub mod warc;
mod zstd;

pub use articles::Author;
pub use lines::{Line, Lines};
pub use source::{Compression, Source, explain, without_compression};
