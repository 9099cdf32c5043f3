//! How fast tweets are found, beside the floor (a search for one byte) and what one would use without this crate.
//!
//! In each group all functions run on the same bytes, and each asserts the count that it finds.
#![forbid(unsafe_code)]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../tests/articles/mod.rs"]
mod articles;

use std::{hint::black_box, time::Duration};

use articles::Article;
use criterion::{BenchmarkGroup, Criterion, SamplingMode, Throughput, measurement::WallTime};
use embedded_tweet::{Extractor, Tweet};
use linkify::{LinkFinder, LinkKind};
use regex::Regex;

/// The best single expression for English that we found: its `(@` lets the engine search for a literal first.
const REGEX: &str = r"(?<text>[^\n]*)— (?<name>[^\n—]{1,50}) \(@(?<handle>[A-Za-z0-9_]{1,20})\) (?<date>(?:January|February|March|April|May|June|July|August|September|October|November|December) [0-9]{1,2}, [0-9]{4})";

/// Finds quotations without looking for where their text begins.
const STRUCTURE: Extractor = Extractor::new().structure_only(true);

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(400))
        .measurement_time(Duration::from_millis(1800))
        .sample_size(20)
        .configure_from_args();
    for (name, article) in articles::ALL {
        let article = article();
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Bytes(article.text.len() as u64)).sampling_mode(SamplingMode::Flat);
        if name == "sparse" {
            group.sample_size(10);
        }
        compare(&mut group, &article);
        group.finish();
    }
    criterion.final_summary();
}

fn compare(group: &mut BenchmarkGroup<'_, WallTime>, article: &Article) {
    let text = article.text.as_str();
    let at_signs = text.bytes().filter(|&byte| byte == b'@').count();
    bench(group, "embedded_tweet", article.tweets, || embedded_tweet::tweets(text).inspect(read).count());
    bench(group, "embedded_tweet_structure", article.tweets, || STRUCTURE.tweets(text).inspect(read).count());
    bench(group, "memchr", at_signs, || memchr::memchr_iter(b'@', text.as_bytes()).count());
    let regex = Regex::new(REGEX).unwrap();
    // It tells texts apart by their lines: where all is one line, there is nothing to compare.
    if article.tweets == 0 || article.english > 0 {
        bench(group, "regex", article.english, || regex.captures_iter(text).inspect(read_captures).count());
    }
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false).kinds(&[LinkKind::Url]);
    bench(group, "linkify", article.links, || finder.links(text).inspect(|link| _ = black_box(link.as_str())).count());
}

fn bench(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, expected: usize, mut count: impl FnMut() -> usize) {
    group.bench_function(name, |bencher| {
        bencher.iter(|| assert_eq!(count(), expected, "{name}"));
    });
}

/// Reads every field of a tweet.
fn read(tweet: &Tweet<'_>) {
    black_box((tweet.span(), tweet.text(), tweet.author(), tweet.date(), tweet.time(), tweet.status_id()));
    black_box((tweet.text_span(), tweet.name_span(), tweet.handle_span(), tweet.date_span(), tweet.boundary()));
}

fn read_captures(captures: &regex::Captures<'_>) {
    black_box((captures.get(0), captures.name("text"), captures.name("name")));
    black_box((captures.name("handle"), captures.name("date")));
}
