//! A tweet as a line of JSON.

use anyhow::Result;
use embedded_tweet::{Tweet, TweetRecord};
use serde::Serialize;

/// The library's form of a tweet, with the document before it.
#[derive(Serialize)]
struct Row<'t> {
    id: &'t str,
    #[serde(flatten)]
    tweet: TweetRecord<'t>,
}

pub(super) fn line(lines: &mut Vec<u8>, id: &str, tweet: &Tweet<'_>) -> Result<()> {
    let row = Row { id, tweet: tweet.into() };
    serde_json::to_writer(&mut *lines, &row)?;
    lines.push(b'\n');
    Ok(())
}
