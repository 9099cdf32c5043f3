//! The serialised form of a tweet: what the examples write, and what other programs can count on.

use alloc::{
    borrow::Cow,
    string::{String, ToString},
    vec::Vec,
};
use core::ops::Range;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize, Serializer, ser::SerializeStruct};

use crate::{Boundary, Handle, LinkKind, Tweet, html::Embed};

/// A tweet in its serialised form, borrowed from a [`Tweet`] or read back from JSON (feature `serde`).
///
/// ```json
/// {"span": {"start": 496, "end": 865}, "text_span": {"start": 496, "end": 810}, "text": "…",
///  "continuation_span": null, "continuation": null, "attribution_span": {"start": 811, "end": 865},
///  "author": {"name": "Shah Mahmood Qureshi", "handle": "SMQureshiPTI"}, "date": "2021-07-14",
///  "links": [{"text": "pic.twitter.com/MhNddNFlu9", "kind": "media", "url": "https://pic.twitter.com/MhNddNFlu9"}],
///  "mentions": [], "hashtags": ["SergeyLavrov"], "cashtags": [], "status_id": null, "boundary": "paragraph",
///  "confidence": 0.98}
/// ```
///
/// Spans are byte offsets into the document's text. `date` is ISO 8601 or null; `time` (`"07:32:00"`) is there only where
/// the page shows a time of day. A link that is no URL, since it was cut short, has a null `url`. A status id is a string,
/// since it does not fit into a double. `boundary` is the variant's name of [`Boundary`] in lower case. `continuation` and
/// its span are null unless a tool printed the text in two parts; links, mentions, hashtags and cashtags are of both. Fields may
/// be added; none is taken away or changed without a new major version.
///
/// ```
/// # use embedded_tweet::{TweetRecord, tweets};
/// let tweet = tweets("So glad! — Dana Ortiz (@dortiz) July 14, 2021").next().unwrap();
/// let json = serde_json::to_string(&tweet)?;
/// let record: TweetRecord = serde_json::from_str(&json)?;
/// assert_eq!(record, TweetRecord::from(&tweet));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TweetRecord<'t> {
    /// [`Tweet::span`].
    pub span: Range<usize>,
    /// [`Tweet::text_span`].
    pub text_span: Range<usize>,
    /// [`Tweet::text`].
    pub text: Cow<'t, str>,
    /// [`Tweet::continuation_span`].
    #[serde(default)]
    pub continuation_span: Option<Range<usize>>,
    /// [`Tweet::continuation`].
    #[serde(default)]
    pub continuation: Option<Cow<'t, str>>,
    /// [`Tweet::attribution_span`]; `None` only where version 0.1.0 wrote the record.
    #[serde(default)]
    pub attribution_span: Option<Range<usize>>,
    /// [`Tweet::author`].
    pub author: AuthorRecord<'t>,
    /// [`Tweet::date`].
    pub date: Option<NaiveDate>,
    /// [`Tweet::time`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<NaiveTime>,
    /// [`Tweet::links`].
    pub links: Vec<LinkRecord<'t>>,
    /// [`Tweet::mentions`].
    pub mentions: Vec<Cow<'t, str>>,
    /// [`Tweet::hashtags`].
    pub hashtags: Vec<Cow<'t, str>>,
    /// [`Tweet::cashtags`].
    pub cashtags: Vec<Cow<'t, str>>,
    /// [`Tweet::status_id`] in decimal digits.
    pub status_id: Option<String>,
    /// [`Tweet::boundary`].
    pub boundary: Boundary,
    /// [`Tweet::confidence`]; `None` only where version 0.1.0 wrote the record.
    #[serde(default)]
    pub confidence: Option<f32>,
}

/// The author of a [`TweetRecord`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AuthorRecord<'t> {
    /// [`Author::name`](crate::Author::name).
    pub name: Option<Cow<'t, str>>,
    /// [`Author::handle`](crate::Author::handle), without `@`.
    pub handle: String,
}

/// A link of a [`TweetRecord`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LinkRecord<'t> {
    /// [`Link::as_str`](crate::Link::as_str).
    pub text: Cow<'t, str>,
    /// [`Link::kind`](crate::Link::kind).
    pub kind: LinkKind,
    /// [`Link::to_url`](crate::Link::to_url), where it is one.
    pub url: Option<String>,
}

impl<'t> From<&Tweet<'t>> for TweetRecord<'t> {
    fn from(tweet: &Tweet<'t>) -> Self {
        let links = tweet.links().map(|link| LinkRecord {
            text: link.as_str().into(),
            kind: link.kind(),
            url: link.to_url().ok().map(String::from),
        });
        let author = tweet.author();
        Self {
            span: tweet.span(),
            text_span: tweet.text_span(),
            text: tweet.text().into(),
            continuation_span: tweet.continuation_span(),
            continuation: tweet.continuation().map(Cow::from),
            attribution_span: Some(tweet.attribution_span()),
            author: AuthorRecord { name: author.name.map(Cow::from), handle: author.handle.as_str().into() },
            date: tweet.date(),
            time: tweet.time(),
            links: links.collect(),
            mentions: tweet.mentions().map(Cow::from).collect(),
            hashtags: tweet.hashtags().map(Cow::from).collect(),
            cashtags: tweet.cashtags().map(Cow::from).collect(),
            status_id: tweet.status_id().map(|id| id.to_string()),
            boundary: tweet.boundary(),
            confidence: Some(tweet.confidence()),
        }
    }
}

impl Serialize for Tweet<'_> {
    /// Serialises the tweet as its [`TweetRecord`].
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        TweetRecord::from(self).serialize(serializer)
    }
}

impl Serialize for Embed<'_> {
    /// Serialises the embed as `{"span": {"start": 29, "end": 312}, "status_id": "1415245567461347331", "handle": "dortiz",
    /// "tweet": {…}}`: the span counts bytes of the page, the tweet is that of the embed's [`quotation`](Embed::quotation) and
    /// counts in it, and what the embed does not tell is null.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let quotation = self.quotation();
        let mut embed = serializer.serialize_struct("Embed", 4)?;
        embed.serialize_field("span", &self.span())?;
        embed.serialize_field("status_id", &self.status_id().map(|id| id.to_string()))?;
        embed.serialize_field("handle", &self.handle().as_ref().map(Handle::as_str))?;
        embed.serialize_field("tweet", &Tweet::parse(&quotation).ok())?;
        embed.end()
    }
}
