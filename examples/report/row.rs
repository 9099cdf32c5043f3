//! A tweet as the page lists it, from a text or from what another program wrote.

use chrono::NaiveDate;
use embedded_tweet::{Boundary, Tweet, TweetRecord};
use serde::Deserialize;

pub(crate) struct Row {
    /// What the document is called.
    pub(crate) document: String,
    pub(crate) text: String,
    pub(crate) name: Option<String>,
    pub(crate) handle: String,
    pub(crate) date: Option<NaiveDate>,
    pub(crate) links: Vec<RowLink>,
    pub(crate) boundary: Boundary,
    /// `None` where the program that wrote the tweet did not say.
    pub(crate) confidence: Option<f32>,
    /// Where on the page the tweet is shown in its article.
    pub(crate) anchor: Option<String>,
}

pub(crate) struct RowLink {
    pub(crate) text: String,
    /// Only addresses that a page may lead to.
    pub(crate) url: Option<String>,
}

/// A line of the examples `extract`, `jsonl` and `corpus`.
#[derive(Deserialize)]
pub(crate) struct Extracted {
    id: Option<serde_json::Value>,
    #[serde(flatten)]
    tweet: TweetRecord<'static>,
}

impl Row {
    pub(crate) fn of_tweet(document: &str, tweet: &Tweet<'_>, anchor: Option<String>) -> Self {
        let mut row = Self::of_record(document, TweetRecord::from(tweet));
        row.anchor = anchor;
        row
    }

    /// `document` is its name where the line does not tell.
    pub(crate) fn of_extracted(document: &str, line: Extracted) -> Self {
        let id = line.id.as_ref().and_then(name_of);
        Self::of_record(id.as_deref().unwrap_or(document), line.tweet)
    }

    fn of_record(document: &str, tweet: TweetRecord<'_>) -> Self {
        let links = tweet
            .links
            .into_iter()
            .map(|link| RowLink { text: link.text.into_owned(), url: link.url.filter(|url| may_be_led_to(url)) });
        Self {
            document: document.to_owned(),
            text: tweet.text.into_owned(),
            name: tweet.author.name.map(Into::into),
            handle: tweet.author.handle.as_str().to_owned(),
            date: tweet.date,
            links: links.collect(),
            boundary: tweet.boundary,
            confidence: Some(tweet.confidence),
            anchor: None,
        }
    }
}

/// An id in words: `null` is none.
pub(crate) fn name_of(id: &serde_json::Value) -> Option<String> {
    match id {
        serde_json::Value::Null => None,
        serde_json::Value::String(id) => Some(id.clone()),
        id => Some(id.to_string()),
    }
}

/// Whether a link of the page may have this target: never `javascript:`, `data:` and what else a browser runs.
pub(crate) fn may_be_led_to(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}
