//! A tweet as a record of owned or borrowed fields, and its documented JSON form, which changes only with a major
//! version.

use alloc::{borrow::Cow, string::String, vec::Vec};
use core::ops::Range;

use chrono::{NaiveDate, NaiveTime};

use crate::{
    boundary::Boundary,
    handle::Handle,
    link::{Link, LinkKind},
    status_id::StatusId,
    tweet::Tweet,
};

/// A tweet with its fields in the open: borrowed from a [`Tweet`], owned, or read back from JSON.
///
/// With the feature `serde`, its serialised form is:
///
/// ```json
/// {"span": {"start": 496, "end": 865}, "text_span": {"start": 496, "end": 810}, "text": "…", "clean_text": "…",
///  "continuation_span": null, "continuation": null, "attribution_span": {"start": 811, "end": 865},
///  "name_span": {"start": 815, "end": 835}, "handle_span": {"start": 838, "end": 850},
///  "date_span": {"start": 852, "end": 865},
///  "author": {"name": "Shah Mahmood Qureshi", "clean_name": "Shah Mahmood Qureshi", "handle": "SMQureshiPTI"},
///  "date": "2021-07-14",
///  "links": [{"text": "pic.twitter.com/MhNddNFlu9", "kind": "media", "url": "https://pic.twitter.com/MhNddNFlu9"}],
///  "mentions": [], "hashtags": ["SergeyLavrov"], "cashtags": [], "status_id": null, "boundary": "paragraph",
///  "confidence": 0.98}
/// ```
///
/// Spans are byte offsets into the document's text. `date` is ISO 8601 or null; `time` (`"07:32:00"`) is there only
/// where the page shows a time of day. A link that is no URL, since it was cut short, has a null `url`. A status id is
/// a string, since it does not fit into a double. `boundary` is [`Boundary::as_str`]. `continuation` and its span are
/// null unless a tool printed the text in two parts; `clean_text`, links, mentions, hashtags and cashtags are of both.
/// Fields may be added; none is taken away or changed without a new major version.
///
/// ```
/// # #[cfg(feature = "serde")] {
/// # use embedded_tweet::{TweetRecord, tweets};
/// let tweet = tweets("So glad! — Dana Ortiz (@dortiz) July 14, 2021").next().unwrap();
/// let json = serde_json::to_string(&tweet)?;
/// let record: TweetRecord = serde_json::from_str(&json)?;
/// assert_eq!(record, TweetRecord::from(tweet));
/// # }
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct TweetRecord<'t> {
    /// [`Tweet::span`].
    pub span: Range<usize>,
    /// [`Tweet::text_span`].
    pub text_span: Range<usize>,
    /// [`Tweet::text`].
    pub text: Cow<'t, str>,
    /// [`Tweet::clean_text`].
    pub clean_text: Cow<'t, str>,
    /// [`Tweet::continuation_span`].
    pub continuation_span: Option<Range<usize>>,
    /// [`Tweet::continuation`].
    pub continuation: Option<Cow<'t, str>>,
    /// [`Tweet::attribution_span`].
    pub attribution_span: Range<usize>,
    /// [`Tweet::name_span`].
    pub name_span: Option<Range<usize>>,
    /// [`Tweet::handle_span`].
    pub handle_span: Range<usize>,
    /// [`Tweet::date_span`].
    pub date_span: Option<Range<usize>>,
    /// [`Tweet::author`].
    pub author: AuthorRecord<'t>,
    /// [`Tweet::date`].
    pub date: Option<NaiveDate>,
    /// [`Tweet::time`].
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub time: Option<NaiveTime>,
    /// [`Tweet::links`].
    pub links: Vec<LinkRecord<'t>>,
    /// [`Tweet::mentions`].
    pub mentions: Vec<Cow<'t, str>>,
    /// [`Tweet::hashtags`].
    pub hashtags: Vec<Cow<'t, str>>,
    /// [`Tweet::cashtags`].
    pub cashtags: Vec<Cow<'t, str>>,
    /// [`Tweet::status_id`].
    pub status_id: Option<StatusId>,
    /// [`Tweet::boundary`].
    pub boundary: Boundary,
    /// [`Tweet::confidence`].
    pub confidence: f32,
}

/// The author of a [`TweetRecord`].
///
/// ```
/// # use embedded_tweet::{TweetRecord, tweets};
/// let tweet = tweets("So glad! — R&amp;D (@dortiz) July 14, 2021").next().unwrap();
/// let author = TweetRecord::from(tweet).author;
/// assert_eq!(author.clean_name.as_deref(), Some("R&D"));
/// assert_eq!(author.handle, "dortiz");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct AuthorRecord<'t> {
    /// [`Author::name`](crate::Author::name).
    pub name: Option<Cow<'t, str>>,
    /// [`Tweet::clean_name`].
    pub clean_name: Option<Cow<'t, str>>,
    /// [`Author::handle`](crate::Author::handle), without `@`.
    pub handle: Handle,
}

/// A link of a [`TweetRecord`].
///
/// ```
/// # use embedded_tweet::{LinkKind, TweetRecord, tweets};
/// let tweet = tweets("So glad! t.co/AbCdEf1234 — Dana Ortiz (@dortiz) July 14, 2021").next().unwrap();
/// let [link] = &TweetRecord::from(tweet).links[..] else { panic!() };
/// assert_eq!((link.kind, link.url.as_deref()), (LinkKind::Short, Some("https://t.co/AbCdEf1234")));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct LinkRecord<'t> {
    /// [`Link::as_str`].
    pub text: Cow<'t, str>,
    /// [`Link::kind`].
    pub kind: LinkKind,
    /// [`Link::to_url`], where it is one.
    pub url: Option<String>,
}

impl TweetRecord<'_> {
    /// The same record, which no longer borrows from the document.
    ///
    /// ```
    /// # use embedded_tweet::{TweetRecord, tweets};
    /// let record: TweetRecord<'static> = {
    ///     let text = String::from("So glad! — Dana Ortiz (@dortiz) July 14, 2021");
    ///     TweetRecord::from(tweets(&text).next().unwrap()).into_owned()
    /// };
    /// assert_eq!(record.text, "So glad!");
    /// ```
    pub fn into_owned(self) -> TweetRecord<'static> {
        let all_owned = |values: Vec<Cow<'_, str>>| values.into_iter().map(owned).collect();
        TweetRecord {
            text: owned(self.text),
            clean_text: owned(self.clean_text),
            continuation: self.continuation.map(owned),
            author: AuthorRecord {
                name: self.author.name.map(owned),
                clean_name: self.author.clean_name.map(owned),
                handle: self.author.handle,
            },
            links: self.links.into_iter().map(|link| LinkRecord { text: owned(link.text), ..link }).collect(),
            mentions: all_owned(self.mentions),
            hashtags: all_owned(self.hashtags),
            cashtags: all_owned(self.cashtags),
            span: self.span,
            text_span: self.text_span,
            continuation_span: self.continuation_span,
            attribution_span: self.attribution_span,
            name_span: self.name_span,
            handle_span: self.handle_span,
            date_span: self.date_span,
            date: self.date,
            time: self.time,
            status_id: self.status_id,
            boundary: self.boundary,
            confidence: self.confidence,
        }
    }
}

fn owned(text: Cow<'_, str>) -> Cow<'static, str> {
    Cow::Owned(text.into_owned())
}

impl<'t> From<&Tweet<'t>> for TweetRecord<'t> {
    fn from(tweet: &Tweet<'t>) -> Self {
        let author = tweet.author();
        Self {
            span: tweet.span(),
            text_span: tweet.text_span(),
            text: tweet.text().into(),
            clean_text: tweet.clean_text(),
            continuation_span: tweet.continuation_span(),
            continuation: tweet.continuation().map(Cow::from),
            attribution_span: tweet.attribution_span(),
            name_span: tweet.name_span(),
            handle_span: tweet.handle_span(),
            date_span: tweet.date_span(),
            author: AuthorRecord {
                name: author.name.map(Cow::from),
                clean_name: tweet.clean_name(),
                handle: author.handle,
            },
            date: tweet.date(),
            time: tweet.time(),
            links: tweet.links().map(LinkRecord::from).collect(),
            mentions: tweet.mentions().map(Cow::from).collect(),
            hashtags: tweet.hashtags().map(Cow::from).collect(),
            cashtags: tweet.cashtags().map(Cow::from).collect(),
            status_id: tweet.status_id(),
            boundary: tweet.boundary(),
            confidence: tweet.confidence(),
        }
    }
}

impl<'t> From<Tweet<'t>> for TweetRecord<'t> {
    fn from(tweet: Tweet<'t>) -> Self {
        Self::from(&tweet)
    }
}

impl<'t> From<Link<'t>> for LinkRecord<'t> {
    fn from(link: Link<'t>) -> Self {
        Self { text: link.as_str().into(), kind: link.kind(), url: link.to_url().ok().map(String::from) }
    }
}
