//! Ten everyday jobs, each a few lines: the tenth is that all of it is `no_std`.
#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

extern crate alloc;

use alloc::{borrow::Cow, collections::BTreeMap, vec::Vec};

use embedded_tweet::{
    Handle, ParseTweetError, Tweet, TweetRecord,
    chrono::{NaiveDate, NaiveDateTime},
    html, prose, tweets,
    url::Url,
};

/// 1. Who said what: cleaned names, handles and texts.
pub fn sayings(page: &str) -> Vec<(Option<Cow<'_, str>>, Handle, Cow<'_, str>)> {
    tweets(page).map(|tweet| (tweet.clean_name(), tweet.author().handle, tweet.clean_text())).collect()
}

/// 2. The tweets of an account on a day.
pub fn of_author_on<'t>(page: &'t str, handle: &str, day: NaiveDate) -> impl Iterator<Item = Tweet<'t>> {
    tweets(page).filter(move |tweet| tweet.author().handle == handle && tweet.date() == Some(day))
}

/// 3. A page in Markdown without its tweets.
pub fn without_tweets(markdown: &str) -> Cow<'_, str> {
    prose(markdown)
}

/// 4. Tweets to JSON and back.
#[cfg(feature = "serde")]
pub mod json {
    use alloc::{string::String, vec::Vec};

    use embedded_tweet::{TweetRecord, tweets};

    /// The tweets of a page as JSON.
    ///
    /// # Errors
    ///
    /// None that a page can cause.
    pub fn write(page: &str) -> serde_json::Result<String> {
        serde_json::to_string(&tweets(page).collect::<Vec<_>>())
    }

    /// The tweets that were written.
    ///
    /// # Errors
    ///
    /// If they were not.
    pub fn read(json: &str) -> serde_json::Result<Vec<TweetRecord<'static>>> {
        serde_json::from_str(json)
    }
}

/// 5. One quotation that somebody typed, or why it is none.
///
/// # Errors
///
/// If it is none.
pub fn one(quotation: &str) -> Result<Tweet<'_>, ParseTweetError> {
    Tweet::parse(quotation)
}

/// 6. The tweet of an oEmbed answer's `html`, for keeps.
pub fn of_oembed(html: &str) -> Option<TweetRecord<'static>> {
    let quotation = html::embeds(html).next()?.quotation();
    Some(TweetRecord::from(Tweet::parse(&quotation).ok()?).into_owned())
}

/// 7. Where the tweets of a page link to.
pub fn targets(page: &str) -> Vec<Url> {
    tweets(page).flat_map(|tweet| tweet.links()).filter_map(|link| link.to_url().ok()).collect()
}

/// 8. The tweets of a page in the order of time: to the millisecond where the status id tells it, else as the page
///    shows it.
pub fn by_time(page: &str) -> Vec<Tweet<'_>> {
    let time = |tweet: &Tweet<'_>| -> Option<NaiveDateTime> {
        let shown = || Some(tweet.date()?.and_time(tweet.time().unwrap_or_default()));
        tweet.created_at().map(|at| at.naive_utc()).or_else(shown)
    };
    let mut sorted: Vec<_> = tweets(page).collect();
    sorted.sort_by_key(time);
    sorted
}

/// 9. The threads of a page: tweets of one account in a row, and how many tweets each account has.
pub fn threads(page: &str) -> (Vec<Vec<Tweet<'_>>>, BTreeMap<Handle, usize>) {
    let all: Vec<_> = tweets(page).collect();
    let mut counts = BTreeMap::new();
    for tweet in &all {
        *counts.entry(tweet.author().handle).or_default() += 1;
    }
    let same_author = |one: &Tweet<'_>, next: &Tweet<'_>| one.author().handle == next.author().handle;
    (all.chunk_by(same_author).map(<[_]>::to_vec).collect(), counts)
}
