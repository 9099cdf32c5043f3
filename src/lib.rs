//! Finds tweets that were embedded in a web page and *flattened* into plain text.
#![cfg_attr(not(any(feature = "std", test)), no_std)]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]
// The library must not panic on any input.
#![cfg_attr(
    not(test),
    warn(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::unreachable,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

extern crate alloc;

mod attribution;
mod author;
mod boundary;
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
mod weight;
mod work;

pub use author::Author;
pub use boundary::Boundary;
#[cfg(feature = "fit")]
#[doc(hidden)]
pub use boundary::fit as boundary_fit;
pub use entity::{Entities, Entity, EntityKind};
pub use error::{
    ParseHandleError, ParseHandleErrorKind, ParseLinkError, ParseLinkErrorKind, ParseStatusIdError,
    ParseStatusIdErrorKind, ParseTweetError, ParseTweetErrorKind,
};
pub use extractor::{Doubtful, Extractor, Tweets};
pub use handle::Handle;
pub use link::{Link, LinkKind, Links};
#[cfg(feature = "serde")]
pub use record::{AuthorRecord, LinkRecord, TweetRecord};
pub use segment::{Segment, Segments};
pub use status::StatusId;
pub use tweet::Tweet;
pub use weight::weighted_length;

#[cfg(feature = "count-work")]
#[doc(hidden)]
pub use work::take_steps;

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
/// let page = "The mayor said on Tuesday that the bridge would stay closed until the end of the year.\n\n\
///     A year without our bridge! #bridges — Dana Ortiz (@dortiz) July 14, 2021\n\nShe did not say why.";
/// let segments: Vec<_> = embedded_tweet::segments(page).collect();
///
/// let [Segment::Prose(before), Segment::Tweet(tweet), Segment::Prose(after)] = segments[..] else { panic!() };
/// assert!(before.ends_with("the end of the year.\n\n"));
/// assert_eq!(tweet.text(), "A year without our bridge! #bridges");
/// assert_eq!(after, "\n\nShe did not say why.");
///
/// assert_eq!(segments.iter().map(Segment::as_str).collect::<String>(), page);
/// ```
///
/// # Complexity
///
/// That of [`Extractor::tweets`]: linear in the length of `text`, in constant memory.
pub fn segments(text: &str) -> Segments<'_> {
    Extractor::new().segments(text)
}

/// The code of the README, compiled and run with the doctests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
