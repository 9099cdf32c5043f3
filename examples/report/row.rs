//! A tweet as the page lists it, from a text or from what another program wrote.

use chrono::NaiveDate;
use embedded_tweet::{Boundary, Handle, StatusId, Tweet, TweetRecord, html::Embed};
use serde::Deserialize;

use crate::others::{self, DOUBTFUL_BELOW, Other};

#[derive(Default)]
pub(crate) struct Row {
    /// What the document is called.
    pub(crate) document: String,
    /// Both parts of a text in two parts; empty where an embed says nothing.
    pub(crate) text: String,
    pub(crate) name: Option<String>,
    /// `None` where an embed does not tell.
    pub(crate) handle: Option<String>,
    pub(crate) date: Option<NaiveDate>,
    pub(crate) status_id: Option<String>,
    pub(crate) links: Vec<RowLink>,
    /// `None` where there is no text to begin.
    pub(crate) boundary: Option<Boundary>,
    pub(crate) confidence: Option<f32>,
    /// Where else a doubtful text may begin, if that is known.
    pub(crate) others: Vec<Other>,
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
    #[serde(default)]
    alternatives: Vec<Other>,
    #[serde(flatten)]
    tweet: TweetRecord<'static>,
}

/// An embed of a page, as `extract`, `jsonl --html` and `corpus` write it.
#[derive(Deserialize)]
pub(crate) struct ExtractedEmbed {
    id: Option<serde_json::Value>,
    status_id: Option<StatusId>,
    handle: Option<Handle>,
    tweet: Option<TweetRecord<'static>>,
}

impl Row {
    pub(crate) fn of_embed(
        document: &str,
        embed: &Embed<'_>,
        tweet: Option<&Tweet<'_>>,
        anchor: Option<String>,
    ) -> Self {
        let (status_id, handle) = (embed.status_id(), embed.handle());
        Self { anchor, ..Self::of_parts(document, status_id, handle, tweet.map(TweetRecord::from)) }
    }

    /// `document` is its name where the line does not tell.
    pub(crate) fn of_extracted_embed(document: &str, line: ExtractedEmbed) -> Self {
        let id = line.id.as_ref().and_then(name_of);
        Self::of_parts(id.as_deref().unwrap_or(document), line.status_id, line.handle, line.tweet)
    }

    fn of_parts(
        document: &str,
        status_id: Option<StatusId>,
        handle: Option<Handle>,
        tweet: Option<TweetRecord<'_>>,
    ) -> Self {
        let mut row = match tweet {
            Some(tweet) => Self::of_record(document, tweet),
            None => Self {
                document: document.to_owned(),
                handle: handle.map(|handle| handle.as_str().to_owned()),
                date: status_id.and_then(StatusId::created_at).map(|at| at.date_naive()),
                ..Self::default()
            },
        };
        row.status_id = row.status_id.or_else(|| status_id.map(|id| id.to_string()));
        row
    }

    pub(crate) fn is_doubtful(&self) -> bool {
        self.confidence.is_some_and(|confidence| confidence < DOUBTFUL_BELOW)
    }

    pub(crate) fn of_tweet(document: &str, tweet: &Tweet<'_>, anchor: Option<String>) -> Self {
        let mut row = Self::of_record(document, TweetRecord::from(tweet));
        row.anchor = anchor;
        row.others = others::others(tweet);
        row
    }

    /// `document` is its name where the line does not tell.
    pub(crate) fn of_extracted(document: &str, line: Extracted) -> Self {
        let id = line.id.as_ref().and_then(name_of);
        let mut others = line.alternatives;
        others.retain(|other| other.text != line.tweet.text);
        let mut row = Self::of_record(id.as_deref().unwrap_or(document), line.tweet);
        if row.is_doubtful() {
            row.others = others;
        }
        row
    }

    fn of_record(document: &str, tweet: TweetRecord<'_>) -> Self {
        let links = tweet
            .links
            .into_iter()
            .map(|link| RowLink { text: link.text.into_owned(), url: link.url.filter(|url| may_be_led_to(url)) });
        Self {
            document: document.to_owned(),
            text: tweet.clean_text.into_owned(),
            name: tweet.author.name.map(Into::into),
            handle: Some(tweet.author.handle.as_str().to_owned()),
            date: tweet.date,
            status_id: tweet.status_id.map(|id| id.to_string()),
            links: links.collect(),
            boundary: Some(tweet.boundary),
            confidence: Some(tweet.confidence),
            others: Vec::new(),
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
