//! Time a byte on inputs that were made to be expensive, in sizes from 64 KiB to 4 MiB: it must not grow with the size.
//!
//! `sparse` is the measure: a generated article without a tweet. Read are all fields of all tweets, their links and
//! entities, and their cleaned texts.
#![forbid(unsafe_code)]
#![allow(missing_docs)]

#[path = "../tests/articles/mod.rs"]
mod articles;
#[path = "../tests/hostile/mod.rs"]
mod hostile;

use std::{hint::black_box, time::Duration};

use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput};
use embedded_tweet::{Entities, Links, Tweet, tweets, weighted_length};

const SIZES: [usize; 4] = [64 << 10, 256 << 10, 1 << 20, 4 << 20];

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(60))
        .measurement_time(Duration::from_millis(250))
        .sample_size(10)
        .without_plots()
        .configure_from_args();
    let mut group = criterion.benchmark_group("adversarial");
    group.sampling_mode(SamplingMode::Flat);
    for size in SIZES {
        group.throughput(Throughput::Bytes(size as u64));
        let text = articles::sparse_of(size).text;
        group.bench_function(BenchmarkId::new("sparse", size), |bencher| bencher.iter(|| extract(&text)));
        for (name, input) in hostile::ALL {
            let text = input(size);
            group.bench_function(BenchmarkId::new(name, size), |bencher| bencher.iter(|| extract(&text)));
        }
        for (name, input) in hostile::LAZY {
            let text = input(size);
            group.bench_function(BenchmarkId::new(format!("lazy_{name}"), size), |bencher| {
                bencher.iter(|| read_lazily(&text));
            });
            // The attribution of a quotation in Markdown, which has most to clean.
            let quotation = format!("{text}{}", hostile::ATTRIBUTIONS[2]);
            let Ok(tweet) = Tweet::parse(&quotation) else { continue };
            group.bench_function(BenchmarkId::new(format!("clean_{name}"), size), |bencher| {
                bencher.iter(|| black_box(tweet.clean_text()).len());
            });
        }
    }
    group.finish();
    criterion.final_summary();
}

/// Reads all there is to read.
fn extract(text: &str) -> usize {
    tweets(text)
        .map(|tweet| black_box(&tweet).links().count() + tweet.entities().count() + tweet.clean_text().len())
        .sum()
}

/// Reads `text` as if it were that of a tweet.
fn read_lazily(text: &str) -> usize {
    Links::new(text).count() + Entities::new(text).count() + weighted_length(text)
}
