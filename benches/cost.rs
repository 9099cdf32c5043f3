//! A small program to count the instructions of: the tweets of one generated text, found a given number of times.
//!
//! `cost TEXT MODE TIMES`, where `TEXT` is a benchmark group (`sparse` and `mixed` in a small size) and `MODE` `words`
//! (the default extractor), `structure` or `nothing` (the floor: the text is only made). Prints how many bytes and
//! tweets the text has. `.ci/cost` runs it below callgrind.
#![forbid(unsafe_code)]
#![allow(missing_docs, clippy::expect_used)]

#[path = "../tests/articles/mod.rs"]
mod articles;

use std::hint::black_box;

use articles::Article;
use embedded_tweet::Extractor;

const KIB: usize = 1024;

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let Some(name) = arguments.next() else { return };
    let mode = arguments.next();
    let times = arguments.next().map_or(1, |times| times.parse().expect("a number"));
    let Article { text, tweets, .. } = article(&name);
    let extractor = Extractor::new().structure_only(mode.as_deref() == Some("structure"));
    if mode.as_deref() != Some("nothing") {
        for _ in 0..times {
            assert_eq!(extractor.tweets(black_box(&text)).map(black_box).count(), tweets);
        }
    }
    println!("{} bytes, {tweets} tweets", text.len());
}

fn article(name: &str) -> Article {
    match name {
        "sparse" => articles::sparse_of(1024 * KIB),
        "dense" => articles::dense_of(256 * KIB),
        "joined" => articles::joined_of(256 * KIB),
        "wall" => articles::wall_of(256 * KIB),
        _ => articles::ALL.iter().find(|(known, _)| *known == name).expect("a benchmark group").1(),
    }
}
