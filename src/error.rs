//! Errors of the few operations that take *one* thing which may be malformed.
//!
//! Extraction has no error: any text is valid input, and a text without tweets yields none. Each error here has a kind,
//! which may grow, and the byte offset at which the input stopped making sense.

use thiserror::Error;

/// An error that consists of a kind and of the byte offset in the parsed input at which it was noticed.
macro_rules! error_at_offset {
    ($(#[$doc:meta])* $error:ident: $kind:ident) => {
        $(#[$doc])*
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

            /// What is wrong.
            pub fn kind(&self) -> $kind {
                self.kind
            }

            /// Where, as a byte offset into the input that was parsed.
            pub fn offset(&self) -> usize {
                self.offset
            }
        }
    };
}

error_at_offset! {
    /// Why a text is not exactly one quotation; see [`Tweet::parse`](crate::Tweet::parse).
    ParseTweetError: ParseTweetErrorKind
}

/// The kind of a [`ParseTweetError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ParseTweetErrorKind {
    /// Nothing in the text is an attribution: dash, name, `(@handle)` and date.
    #[error("no attribution of a tweet")]
    NoAttribution,
    /// The text goes on after the quotation; the offset is where it does.
    #[error("text after the end of the quotation")]
    TrailingText,
    /// Another quotation follows; the offset is the end of the first.
    #[error("more than one quotation")]
    MoreThanOne,
    /// The text is HTML: [`html::embeds`](crate::html::embeds) finds the tweets in it.
    #[error("HTML, in which `html::embeds` finds the tweets, and no plain text")]
    Html,
}

error_at_offset! {
    /// Why a text is no handle; see [`Handle::new`](crate::Handle::new).
    ParseHandleError: ParseHandleErrorKind
}

/// The kind of a [`ParseHandleError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
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
    ParseStatusIdError: ParseStatusIdErrorKind
}

/// The kind of a [`ParseStatusIdError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
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
    ParseLinkError: ParseLinkErrorKind
}

/// The kind of a [`ParseLinkError`].
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
