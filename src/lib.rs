//! Finds tweets that were embedded in a web page and *flattened* into plain text.
#![cfg_attr(not(any(feature = "std", test)), no_std)]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice))]

extern crate alloc;

mod attribution;
mod author;
mod boundary;
mod clean;
mod date;
mod entity;
mod error;
mod extractor;
mod handle;
mod link;
#[cfg(feature = "serde")]
mod record;
mod scan;
mod segment;
mod space;
mod span;
mod status;
mod tweet;

pub use author::Author;
pub use boundary::Boundary;
pub use entity::{Entities, Entity, EntityKind};
pub use error::{
    ParseHandleError, ParseHandleErrorKind, ParseLinkError, ParseLinkErrorKind, ParseStatusIdError,
    ParseStatusIdErrorKind, ParseTweetError, ParseTweetErrorKind,
};
pub use extractor::{Extractor, Tweets};
pub use handle::Handle;
pub use link::{Link, LinkKind, Links};
#[cfg(feature = "serde")]
pub use record::{AuthorRecord, LinkRecord, TweetRecord};
pub use segment::{Segment, Segments};
pub use status::StatusId;
pub use tweet::Tweet;

/// The tweets of `text`, in order.
///
/// ```
/// let text = "They are glad. So glad! — Dana Ortiz (@dortiz) July 14, 2021";
/// let dates: Vec<_> = embedded_tweet::tweets(text).filter_map(|tweet| tweet.date()).collect();
/// assert_eq!(dates[0].to_string(), "2021-07-14");
/// ```
///
/// # Complexity
///
/// That of [`Extractor::tweets`]: linear in the length of `text`, in constant memory.
pub fn tweets(text: &str) -> Tweets<'_> {
    Extractor::new().tweets(text)
}

/// `text` as prose and tweets in turn, which add up to it byte for byte.
///
/// ```
/// use embedded_tweet::Segment;
///
/// let text = "They are glad.\n\nSo glad! — Dana Ortiz (@dortiz) July 14, 2021\n\nWe are not.";
/// let prose: String = embedded_tweet::segments(text).filter(|segment| segment.tweet().is_none()).map(|segment| segment.as_str()).collect();
/// assert_eq!(prose, "They are glad.\n\n\n\nWe are not.");
///
/// let whole: String = embedded_tweet::segments(text).map(|segment| segment.as_str()).collect();
/// assert_eq!(whole, text);
/// ```
///
/// # Complexity
///
/// That of [`Extractor::tweets`]: linear in the length of `text`, in constant memory.
pub fn segments(text: &str) -> Segments<'_> {
    Extractor::new().segments(text)
}
