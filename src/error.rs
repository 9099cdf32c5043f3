//! Errors of the few operations that take *one* thing which may be malformed.
//!
//! Extraction has no error: any text is valid input, and a text without tweets yields none. Each error here has a kind,
//! which may grow, and the byte offset at which the input stopped making sense.

use thiserror::Error;

/// Why a text is not exactly one quotation; see [`Tweet::parse`](crate::Tweet::parse).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{kind} at byte {offset}")]
pub struct ParseTweetError {
    kind: ParseTweetErrorKind,
    offset: usize,
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
}

impl ParseTweetError {
    pub(crate) fn new(kind: ParseTweetErrorKind, offset: usize) -> Self {
        Self { kind, offset }
    }

    /// What is wrong.
    pub fn kind(&self) -> ParseTweetErrorKind {
        self.kind
    }

    /// Where, as a byte offset into the text that was parsed.
    pub fn offset(&self) -> usize {
        self.offset
    }
}

/// Why a text is no handle; see [`Handle::new`](crate::Handle::new).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{kind} at byte {offset}")]
pub struct ParseHandleError {
    kind: ParseHandleErrorKind,
    offset: usize,
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

impl ParseHandleError {
    pub(crate) fn new(kind: ParseHandleErrorKind, offset: usize) -> Self {
        Self { kind, offset }
    }

    /// What is wrong.
    pub fn kind(&self) -> ParseHandleErrorKind {
        self.kind
    }

    /// Where, as a byte offset into the text that was parsed.
    pub fn offset(&self) -> usize {
        self.offset
    }
}

/// Why a text is no status id; see [`StatusId`](crate::StatusId).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{kind} at byte {offset}")]
pub struct ParseStatusIdError {
    kind: ParseStatusIdErrorKind,
    offset: usize,
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

impl ParseStatusIdError {
    pub(crate) fn new(kind: ParseStatusIdErrorKind, offset: usize) -> Self {
        Self { kind, offset }
    }

    /// What is wrong.
    pub fn kind(&self) -> ParseStatusIdErrorKind {
        self.kind
    }

    /// Where, as a byte offset into the text that was parsed.
    pub fn offset(&self) -> usize {
        self.offset
    }
}

/// Why a link is no URL; see [`Link::to_url`](crate::Link::to_url).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{kind} at byte {offset}")]
pub struct ParseLinkError {
    kind: ParseLinkErrorKind,
    offset: usize,
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

impl ParseLinkError {
    pub(crate) fn new(kind: ParseLinkErrorKind, offset: usize) -> Self {
        Self { kind, offset }
    }

    /// What is wrong.
    pub fn kind(&self) -> ParseLinkErrorKind {
        self.kind
    }

    /// Where, as a byte offset into the link.
    pub fn offset(&self) -> usize {
        self.offset
    }
}
