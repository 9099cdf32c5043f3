//! A tweet as a line of JSON.

use anyhow::Result;
use embedded_tweet::{Tweet, TweetRecord};
use serde::Serialize;

/// The library's form of a tweet, with the document before it and the confidence behind it.
#[derive(Serialize)]
struct Row<'t> {
    id: &'t str,
    #[serde(flatten)]
    tweet: TweetRecord<'t>,
    confidence: f32,
}

pub(super) fn line(lines: &mut Vec<u8>, id: &str, tweet: &Tweet<'_>) -> Result<()> {
    let row = Row { id, tweet: tweet.into(), confidence: tweet.confidence() };
    serde_json::to_writer(&mut *lines, &row)?;
    lines.push(b'\n');
    Ok(())
}
