//! A link and its kind.

use alloc::{format, string::String};
use core::ops::Range;

use url::Url;

use super::{
    site_path::{SitePath, site_path},
    start::scheme_len,
};
use crate::{
    error::{ParseLinkError, ParseLinkErrorKind},
    handle::Handle,
    status_id::StatusId,
};

/// The kind of page that a [`Link`] leads to.
///
/// ```
/// # use embedded_tweet::{LinkKind, Links};
/// let text = "pic.x.com/AbCdEf1234 t.co/AbCdEf1234 x.com/dortiz/status/20 x.com/dortiz https://example.com/";
/// let kinds: Vec<_> = Links::new(text).map(|link| link.kind()).collect();
/// assert_eq!(kinds, [LinkKind::Media, LinkKind::Short, LinkKind::Status, LinkKind::Profile, LinkKind::Other]);
/// ```
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

/// The endings of a display link that was cut short.
const CUTS: [&str; 2] = ["…", "..."];

impl<'t> Link<'t> {
    pub(crate) fn new(text: &'t str, start: usize, kind: LinkKind) -> Self {
        Self { text, start, kind }
    }

    /// The link as it stands in the text. The scheme may be missing; the `…` of a truncated link is included.
    ///
    /// ```
    /// # use embedded_tweet::Links;
    /// assert_eq!(Links::new("see example.com/… http://x.com/dortiz").last().unwrap().as_str(), "http://x.com/dortiz");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &'t str {
        self.text
    }

    /// Its span in bytes.
    ///
    /// Spans are relative to the text given to [`Links::new`](crate::Links::new), or to the whole document for the
    /// links of a tweet found in it.
    ///
    /// ```
    /// # use embedded_tweet::Links;
    /// assert_eq!(Links::new("see t.co/AbCdEf1234").next().unwrap().span(), 4..19);
    /// ```
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// The kind of page that it leads to.
    ///
    /// ```
    /// # use embedded_tweet::{LinkKind, Links};
    /// assert_eq!(Links::new("see t.co/AbCdEf1234").next().unwrap().kind(), LinkKind::Short);
    /// ```
    #[must_use]
    pub fn kind(&self) -> LinkKind {
        self.kind
    }

    /// Whether it was cut short, like the display links of 2012 to 2016 and the end of an old retweet:
    /// `bbc.co.uk/news/world-eur…`.
    ///
    /// ```
    /// # use embedded_tweet::Links;
    /// assert!(Links::new("see https://example.com/news/world-eur…").next().unwrap().is_truncated());
    /// ```
    #[must_use]
    pub fn is_truncated(&self) -> bool {
        self.cut().is_some()
    }

    /// The offset of the `…`.
    fn cut(&self) -> Option<usize> {
        CUTS.iter().find_map(|cut| self.text.strip_suffix(cut)).map(str::len)
    }

    /// Its URL, with `https://` where the scheme is missing and without the backslash escapes of Markdown.
    ///
    /// # Errors
    ///
    /// [`ParseLinkErrorKind::Truncated`] if the link was cut short, and [`ParseLinkErrorKind::Url`] if it is no URL by
    /// the [URL standard](https://url.spec.whatwg.org).
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
        let url = if scheme_len(&unescaped) > 0 { unescaped } else { format!("https://{unescaped}") };
        Url::parse(&url).map_err(|error| ParseLinkError::new(ParseLinkErrorKind::Url(error), 0))
    }

    /// The id of the tweet that it leads to.
    ///
    /// ```
    /// use embedded_tweet::Links;
    ///
    /// let link = Links::new("see x.com/i/web/status/1415245567461347331?s=20").next().unwrap();
    /// assert_eq!(link.status_id().unwrap().get(), 1415245567461347331);
    /// ```
    #[must_use]
    pub fn status_id(&self) -> Option<StatusId> {
        match self.site_path()? {
            SitePath::Status { id, .. } => id,
            SitePath::Profile(_) => None,
        }
    }

    /// The account that it leads to, or the author of the tweet; `None` for URLs of tweets without a handle.
    ///
    /// ```
    /// # use embedded_tweet::Links;
    /// let link = Links::new("see x.com/dortiz/status/1415245567461347331").next().unwrap();
    /// assert_eq!(link.handle().unwrap(), "dortiz");
    /// ```
    #[must_use]
    pub fn handle(&self) -> Option<Handle> {
        match self.site_path()? {
            SitePath::Status { handle, .. } => handle,
            SitePath::Profile(handle) => Some(handle),
        }
    }

    /// The author and the id of a tweet, if its path is that of one, on whatever host: many mirrors have the same
    /// paths.
    pub(crate) fn any_status(&self) -> Option<(Handle, StatusId)> {
        match self.any_site_path()? {
            SitePath::Status { handle, id } => handle.zip(id),
            SitePath::Profile(_) => None,
        }
    }

    fn site_path(&self) -> Option<SitePath> {
        matches!(self.kind, LinkKind::Status | LinkKind::Profile).then(|| self.any_site_path())?
    }

    fn any_site_path(&self) -> Option<SitePath> {
        let host_and_path = self.text.get(scheme_len(self.text)..)?;
        let path = host_and_path.get(host_and_path.find('/')?..)?;
        site_path(path).ok().map(|(_, path)| path)
    }
}
