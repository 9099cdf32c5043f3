//! What the example programs share: compressed files, lines, WARC records, JSON records, and made-up articles to try
//! them on.
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod advice;
mod articles;
mod gzip;
pub mod http;
pub mod json;
mod lines;
mod source;
pub mod warc;
mod zstd;

/// The first block of code in the documentation of a program, whose source is `source`: how it is used.
pub fn usage(source: &str) -> String {
    let documented = source.lines().map_while(|line| line.strip_prefix("//!"));
    let block =
        documented.skip_while(|line| !line.starts_with(" ```")).skip(1).take_while(|line| !line.starts_with(" ```"));
    block.flat_map(|line| [line.strip_prefix(' ').unwrap_or(line), "\n"]).collect()
}

/// The exit codes of `jsonl` and `corpus`, for their help; `refused` is why a run ends before it begins.
pub fn exit_codes(refused: &str) -> String {
    format!(
        "\
Exit codes:
  0  everything was done; bad records that --skip-bad passed over were reported
  1  a file could not be read to its end or had a bad record, or the output could not be written
  2  the run was refused before it began: {refused}"
    )
}

pub use articles::Author;
pub use lines::{Line, Lines};
pub use source::{Compression, Source, explain, without_compression};
