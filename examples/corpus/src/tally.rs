//! What was found, in numbers.

use std::collections::BTreeMap;

use embedded_tweet::{Boundary, Handle, Tweet, html::Embed};
use serde::{Deserialize, Serialize};

use crate::{date_language::date_language, frequent::Frequent};

/// The numbers of a file, or of several.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Tally {
    pub(crate) documents: u64,
    pub(crate) bad: u64,
    /// Responses without a page, by the reason.
    #[serde(default)]
    pub(crate) skipped: BTreeMap<String, u64>,
    /// Bytes of the documents' texts.
    pub(crate) text: u64,
    pub(crate) with_tweets: u64,
    pub(crate) tweets: u64,
    pub(crate) boundaries: BTreeMap<Boundary, u64>,
    pub(crate) languages: BTreeMap<String, u64>,
    /// Lower-case handles, since case does not tell accounts apart.
    pub(crate) authors: Frequent<String>,
}

impl Tally {
    pub(crate) fn tweet(&mut self, tweet: &Tweet<'_>, document: &str) {
        self.tweets += 1;
        *self.boundaries.entry(tweet.boundary()).or_default() += 1;
        self.date(tweet, document);
        self.author(&tweet.author().handle);
    }

    /// An embed of a page, and what it says.
    pub(crate) fn embed(&mut self, embed: &Embed<'_>, tweet: Option<&Tweet<'_>>, quotation: &str) {
        self.tweets += 1;
        match tweet {
            Some(tweet) => self.date(tweet, quotation),
            None => *self.languages.entry("no text".into()).or_default() += 1,
        }
        if let Some(handle) = tweet.map(|tweet| tweet.author().handle).or_else(|| embed.handle()) {
            self.author(&handle);
        }
    }

    fn date(&mut self, tweet: &Tweet<'_>, document: &str) {
        let date = tweet.date_span().and_then(|span| document.get(span));
        let language = date.map_or("no date".into(), date_language);
        match self.languages.get_mut(language.as_ref()) {
            Some(count) => *count += 1,
            None => drop(self.languages.insert(language.into_owned(), 1)),
        }
    }

    fn author(&mut self, handle: &Handle) {
        self.authors.add(handle.as_str().to_ascii_lowercase());
    }

    pub(crate) fn merge(&mut self, other: Self) {
        self.documents += other.documents;
        self.bad += other.bad;
        for (reason, count) in other.skipped {
            *self.skipped.entry(reason).or_default() += count;
        }
        self.text += other.text;
        self.with_tweets += other.with_tweets;
        self.tweets += other.tweets;
        for (boundary, count) in other.boundaries {
            *self.boundaries.entry(boundary).or_default() += count;
        }
        for (language, count) in other.languages {
            *self.languages.entry(language).or_default() += count;
        }
        self.authors.merge(other.authors);
    }
}
