//! Writes a corpus of made-up articles to try `corpus` on: the same bytes for the same arguments.
//!
//! ```sh
//! cargo run --release --bin generate -- --size 1000000000 --seed 1 big.jsonl.gz
//! ```

mod container;

use std::{path::PathBuf, process::ExitCode};

use anyhow::Result;
use clap::Parser;
use embedded_tweet_documents::Author;

use container::Container;

/// Writes a corpus of made-up articles; the format is told by the output's name, as `corpus` reads it.
#[derive(Debug, Parser)]
#[command(name = "generate", version)]
struct Args {
    /// The file to write: .jsonl, .jsonl.gz, .jsonl.zst, .parquet or .warc.wet.gz
    output: PathBuf,

    /// Bytes of the articles' texts, all together
    #[arg(long, default_value_t = 1_000_000)]
    size: u64,

    /// How many of a hundred articles quote tweets, one to four each
    #[arg(long, value_name = "PERCENT", default_value_t = 2)]
    quoting: usize,

    /// Bytes of an article, on average
    #[arg(long, value_name = "BYTES", default_value_t = 4000)]
    article: usize,

    #[arg(long, default_value_t = 1)]
    seed: u64,
}

fn main() -> ExitCode {
    match generate(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("generate: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn generate(args: &Args) -> Result<()> {
    let mut author = Author::new(args.seed);
    let mut container = Container::create(&args.output)?;
    let (mut written, mut number) = (0, 0_u64);
    while written < args.size {
        let text = author.article(args.article, args.quoting);
        container.add(&format!("https://news.example/{}/{number}", args.seed), text)?;
        written += text.len() as u64;
        number += 1;
    }
    container.finish()
}
