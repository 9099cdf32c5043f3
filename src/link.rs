//! The links of a tweet's text.

mod find;
mod host;
mod path;
mod punycode;
mod status_url;

use alloc::{format, string::String};
use core::{iter::FusedIterator, ops::Range};

use url::Url;

use crate::{
    error::{ParseLinkError, ParseLinkErrorKind},
    handle::Handle,
    status_id::StatusId,
};
pub(crate) use host::{CODE_HOSTS, CODE_LEN};
use status_url::Target;

/// What a [`Link`] leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "lowercase"))]
pub enum LinkKind {
    /// A picture or video of the tweet: `pic.twitter.com/…` or `pic.x.com/…`.
    Media,
    /// A link that X shortened: `t.co/…`.
    Short,
    /// A tweet: `twitter.com/SMQureshiPTI/status/1415245567461347331`.
    Status,
    /// An account: `twitter.com/SMQureshiPTI`.
    Profile,
    /// Anything else.
    Other,
}

/// A link in the text of a tweet.
///
/// ```
/// use embedded_tweet::{LinkKind, Links};
///
/// let link = Links::new("Good morningpic.twitter.com/AbCdEf1234").next().unwrap();
/// assert_eq!(link.as_str(), "pic.twitter.com/AbCdEf1234");
/// assert_eq!(link.kind(), LinkKind::Media);
/// assert_eq!(link.to_url()?.as_str(), "https://pic.twitter.com/AbCdEf1234");
/// # Ok::<(), embedded_tweet::ParseLinkError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Link<'t> {
    text: &'t str,
    start: usize,
    kind: LinkKind,
}

/// What display links are cut short with.
const CUTS: [&str; 2] = ["…", "..."];

impl<'t> Link<'t> {
    pub(crate) fn new(text: &'t str, start: usize, kind: LinkKind) -> Self {
        Self { text, start, kind }
    }

    /// The link as it stands in the text. The scheme may be missing, and the `…` of a link that was cut short is its end.
    pub fn as_str(&self) -> &'t str {
        self.text
    }

    /// Where it stands, in bytes.
    ///
    /// Spans count from the beginning of the text that was given to [`Links::new`], or from that of the whole document
    /// for the links of a tweet which was found in it.
    pub fn span(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// What it leads to.
    pub fn kind(&self) -> LinkKind {
        self.kind
    }

    /// Whether it was cut short, as the links that Twitter showed in 2012 to 2016 and the end of an old retweet are:
    /// `bbc.co.uk/news/world-eur…`.
    pub fn is_truncated(&self) -> bool {
        self.cut().is_some()
    }

    /// The offset at which the sign of the cut stands.
    fn cut(&self) -> Option<usize> {
        CUTS.iter().find_map(|cut| self.text.strip_suffix(cut)).map(str::len)
    }

    /// The URL that it stands for: with `https://` before it where the scheme is missing, and without the backslashes by
    /// which Markdown escapes underscores and their like.
    ///
    /// # Errors
    ///
    /// [`ParseLinkErrorKind::Truncated`] if the link was cut short, so that nobody knows where it led, and
    /// [`ParseLinkErrorKind::Url`] if it is no URL by the [URL standard](https://url.spec.whatwg.org).
    ///
    /// ```
    /// use embedded_tweet::{Links, ParseLinkErrorKind};
    ///
    /// let link = Links::new("More: https://example.com/news/world-eur…").next().unwrap();
    /// let error = link.to_url().unwrap_err();
    /// assert_eq!((error.kind(), error.offset()), (ParseLinkErrorKind::Truncated, 34));
    /// ```
    pub fn to_url(&self) -> Result<Url, ParseLinkError> {
        if let Some(offset) = self.cut() {
            return Err(ParseLinkError::new(ParseLinkErrorKind::Truncated, offset));
        }
        let unescaped: String = self.text.chars().filter(|&c| c != '\\').collect();
        let url = if find::scheme_len(&unescaped) > 0 { unescaped } else { format!("https://{unescaped}") };
        Url::parse(&url).map_err(|error| ParseLinkError::new(ParseLinkErrorKind::Url(error), 0))
    }

    /// The number of the tweet that it leads to.
    ///
    /// ```
    /// use embedded_tweet::Links;
    ///
    /// let link = Links::new("see x.com/i/web/status/1415245567461347331?s=20").next().unwrap();
    /// assert_eq!(link.status_id().unwrap().get(), 1415245567461347331);
    /// ```
    pub fn status_id(&self) -> Option<StatusId> {
        match self.target()? {
            Target::Status { id, .. } => id,
            Target::Profile(_) => None,
        }
    }

    /// The account that it leads to, or whose tweet; `None` for the addresses of tweets that name no account.
    pub fn handle(&self) -> Option<Handle> {
        match self.target()? {
            Target::Status { handle, .. } => handle,
            Target::Profile(handle) => Some(handle),
        }
    }

    fn target(&self) -> Option<Target> {
        if !matches!(self.kind, LinkKind::Status | LinkKind::Profile) {
            return None;
        }
        let (_, after_scheme) = self.text.split_at_checked(find::scheme_len(self.text))?;
        let (_, path) = after_scheme.split_at_checked(after_scheme.find('/')?)?;
        status_url::target(path).ok().map(|(_, target)| target)
    }
}

/// The links of a text, in its order and without overlap.
///
/// Found are
///
/// * the addresses of X, with or without `http://` or `https://`: `pic.twitter.com/…`, `pic.x.com/…`, `t.co/…`, tweets
///   and accounts at `twitter.com` or `x.com` and their hosts `www.`, `mobile.` and `m.`, and tweets at the mirrors
///   `vxtwitter.com`, `fxtwitter.com`, `fixvx.com` and `fixupx.com`;
/// * any other `http://` or `https://` address of a host with a domain name.
///
/// Where an address ends is what twitter-text says: not at the punctuation after it, but with parentheses that are
/// balanced. Other than there, an unbalanced `)` or `]` always ends an address, as that of a Markdown link does.
///
/// Flattening loses the space before and after a link. So a link may be glued to a word or to the link before it, and
/// codes end after the number of characters that they are known to have: ten letters and digits after
/// `pic.twitter.com/` and `t.co/` (eight until about 2013, which is read only if nothing is glued to it).
///
/// ```
/// use embedded_tweet::Links;
///
/// let text = "https://t.co/AAAAAAAAAApic.twitter.com/BBBBBBBBBBThe mayor (https://example.com/a_(b)).";
/// let links: Vec<_> = Links::new(text).map(|link| link.as_str()).collect();
/// assert_eq!(links, ["https://t.co/AAAAAAAAAA", "pic.twitter.com/BBBBBBBBBB", "https://example.com/a_(b)"]);
/// ```
///
/// # Complexity
///
/// All of them together are found in *O*(n) for a text of n bytes, without allocation. A text without `/` costs the search
/// for that byte.
#[derive(Debug, Clone)]
pub struct Links<'t> {
    text: &'t str,
    /// What is added to positions in `text` to make them spans.
    offset: usize,
    /// The end of the last link.
    at: usize,
}

impl<'t> Links<'t> {
    /// The links of `text`, which may be any text.
    pub fn new(text: &'t str) -> Self {
        Self::at(text, 0)
    }

    /// The links of `text`, which stands at byte `offset` of its document.
    pub(crate) fn at(text: &'t str, offset: usize) -> Self {
        Self { text, offset, at: 0 }
    }
}

impl<'t> Iterator for Links<'t> {
    type Item = Link<'t>;

    fn next(&mut self) -> Option<Self::Item> {
        let Some(found) = find::next_link(self.text, self.at) else {
            self.at = self.text.len();
            return None;
        };
        self.at = found.end;
        Some(Link::new(self.text.get(found.start..found.end)?, self.offset + found.start, found.kind))
    }
}

impl FusedIterator for Links<'_> {}
