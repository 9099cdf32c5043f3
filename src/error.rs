//! The errors of reading a handle, a link, a status id or a tweet: each is a kind and a byte offset.
//!
//! Extraction has no error: any text is valid input, and a text without tweets yields none. Each error here has a kind,
//! which may grow, and the byte offset at which the input stopped making sense.

use thiserror::Error;

/// An error that consists of a kind and of the byte offset in the parsed input at which it was noticed, with an example
/// of one and its offset.
macro_rules! error_at_offset {
    ($(#[$doc:meta])* $error:ident: $kind:ident, $example:literal at $at:literal) => {
        $(#[$doc])*
        ///
        /// ```
        /// # use embedded_tweet::{Handle, Links, StatusId, Tweet};
        #[doc = concat!("let error = ", $example, ".unwrap_err();")]
        #[doc = concat!("assert!(error.to_string().ends_with(\" at byte ", $at, "\"));")]
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
        #[error("{kind} at byte {offset}")]
        pub struct $error {
            kind: $kind,
            offset: usize,
        }

        impl $error {
            pub(crate) fn new(kind: $kind, offset: usize) -> Self {
                Self { kind, offset }
            }

            /// What is wrong; see
            #[doc = concat!("[`", stringify!($kind), "`].")]
            #[must_use]
            pub fn kind(&self) -> $kind {
                self.kind
            }

            /// Where, as a byte offset into the input that was parsed.
            ///
            /// ```
            /// # use embedded_tweet::{Handle, Links, StatusId, Tweet};
            #[doc = concat!("assert_eq!(", $example, ".unwrap_err().offset(), ", $at, ");")]
            /// ```
            #[must_use]
            pub fn offset(&self) -> usize {
                self.offset
            }
        }
    };
}

error_at_offset! {
    /// Why a text is not exactly one quotation; see [`Tweet::parse`](crate::Tweet::parse).
    ParseTweetError: ParseTweetErrorKind, "Tweet::parse(\"So glad!\")" at 8
}

/// The kind of a [`ParseTweetError`]: what was expected, at the error's offset.
///
/// Where nothing in the text is an attribution, the error is that of the handle which has most of one.
///
/// ```
/// use embedded_tweet::{ParseTweetErrorKind, Tweet};
///
/// for (quotation, kind, rest) in [
///     ("So glad!", ParseTweetErrorKind::NoAttribution, ""),
///     ("So glad! — Dana Ortiz @dortiz July 14, 2021", ParseTweetErrorKind::NoParentheses, "@dortiz July 14, 2021"),
///     ("So glad! — Dana Ortiz (@dana.dev) July 14, 2021", ParseTweetErrorKind::InvalidHandle, ".dev) July 14, 2021"),
///     ("So glad! — Dana Ortiz (@dortiz) last week", ParseTweetErrorKind::NoDate, "last week"),
///     ("So glad! — Dana Ortiz (@dortiz) July 34, 2021", ParseTweetErrorKind::InvalidDate, "34, 2021"),
/// ] {
///     let error = Tweet::parse(quotation).unwrap_err();
///     assert_eq!((error.kind(), &quotation[error.offset()..]), (kind, rest));
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error)]
#[non_exhaustive]
pub enum ParseTweetErrorKind {
    /// Nothing in the text is like an attribution. The offset is the text's end.
    #[error("expected the attribution of a tweet, `— NAME (@HANDLE) DATE`")]
    NoAttribution,
    /// A handle and a date, but no parentheses. The offset is that of the `@`.
    #[error("expected the handle in parentheses, `(@HANDLE)`")]
    NoParentheses,
    /// No handle, or no `)` behind it. The offset is that of the character that no handle holds.
    #[error("expected a handle of letters, digits and underscores, and a `)` behind it")]
    InvalidHandle,
    /// More characters than handles have. The offset is that of the first that is too much.
    #[error("expected a handle of at most 20 characters")]
    HandleTooLong,
    /// Name and handle, and then no date. The offset is where it should be.
    #[error("expected a date, with day, month and year")]
    NoDate,
    /// A day that does not exist, or on which nobody could tweet. The offset is that of its number.
    #[error("expected a day that exists, since 2006")]
    InvalidDate,
    /// No dash before the name of the author. The offset is that of the name, or of the parenthesis behind it.
    #[error("expected a dash before the author's name")]
    NoDash,
    /// All parts of an attribution, but as in a byline, a picture's credit, release notes, or posts of another network.
    /// The offset is that of the dash, or of what shows that.
    #[error("expected a tweet and no byline, credit, release note or post of another network")]
    Lookalike,
    /// The text goes on after the quotation; the offset is where it does.
    #[error("expected the end of the text behind the quotation")]
    TrailingText,
    /// Another quotation follows; the offset is the end of the first.
    #[error("expected one quotation and no further one")]
    MoreThanOne,
    /// The text is HTML: [`html::embeds`](crate::html::embeds) finds the tweets in it. The offset is that of the first
    /// tag.
    #[error("expected plain text (`html::embeds` reads HTML)")]
    Html,
}

error_at_offset! {
    /// Why a text is no handle; see [`Handle::new`](crate::Handle::new).
    ParseHandleError: ParseHandleErrorKind, "Handle::new(\"dana.dev\")" at 4
}

/// The kind of a [`ParseHandleError`].
///
/// ```
/// # use embedded_tweet::{Handle, ParseHandleErrorKind};
/// assert_eq!(Handle::new("@").unwrap_err().kind(), ParseHandleErrorKind::Empty);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error)]
#[non_exhaustive]
pub enum ParseHandleErrorKind {
    /// There is nothing, or nothing after the `@`.
    #[error("empty handle")]
    Empty,
    /// A character other than an ASCII letter, an ASCII digit or `_`.
    #[error("character that no handle holds")]
    InvalidCharacter,
    /// More than [`Handle::MAX_LEN`](crate::Handle::MAX_LEN) characters.
    #[error("handle too long")]
    TooLong,
}

error_at_offset! {
    /// Why a text is no status id; see [`StatusId`](crate::StatusId).
    ParseStatusIdError: ParseStatusIdErrorKind, "\"20a\".parse::<StatusId>()" at 2
}

/// The kind of a [`ParseStatusIdError`].
///
/// ```
/// # use embedded_tweet::{ParseStatusIdErrorKind, StatusId};
/// assert_eq!("0".parse::<StatusId>().unwrap_err().kind(), ParseStatusIdErrorKind::OutOfRange);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error)]
#[non_exhaustive]
pub enum ParseStatusIdErrorKind {
    /// There is nothing.
    #[error("empty status id")]
    Empty,
    /// A character other than an ASCII digit.
    #[error("character other than a digit")]
    InvalidDigit,
    /// Zero, or a number of more than 63 bits: ids are positive and fit a signed 64-bit integer.
    #[error("number that is no status id")]
    OutOfRange,
}

error_at_offset! {
    /// Why a link is no URL; see [`Link::to_url`](crate::Link::to_url).
    ParseLinkError: ParseLinkErrorKind, "Links::new(\"https://example.com/news…\").next().unwrap().to_url()" at 24
}

/// The kind of a [`ParseLinkError`].
///
/// ```
/// # use embedded_tweet::{Links, ParseLinkErrorKind};
/// let link = Links::new("see https://example.com/news/world-eur…").next().unwrap();
/// assert_eq!(link.to_url().unwrap_err().kind(), ParseLinkErrorKind::Truncated);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ParseLinkErrorKind {
    /// The link was cut short with `…`, so that its target is not known; the offset is that of the `…`.
    #[error("link cut short")]
    Truncated,
    /// The text is not a URL by the URL standard.
    #[error("malformed link: {0}")]
    Url(url::ParseError),
}
