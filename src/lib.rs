//! Finds tweets that were embedded in a web page and *flattened* into plain text.
//!
//! When a page that embeds tweets becomes plain text, each tweet becomes a run of words in the middle of the prose:
//!
//! ```text
//! …a long-term partnership. pic.twitter.com/MhNddNFlu9 — Shah Mahmood Qureshi (@SMQureshiPTI) July 14, 2021 On the …
//! ```
//!
//! [`tweets`] finds them, [`segments`] takes the text apart into prose and tweets without losing a byte, [`prose`] is
//! the text without them, and [`Tweet::parse`] reads a single quotation. [`TweetRecord`] keeps a tweet when the text is
//! gone, [`Extractor`] holds the choices, and [`html`] does the same with a page that still has its markup.
//!
//! ```
//! let page = "The council met on Tuesday, and the chair spoke of a long-term partnership.\n\n\
//!     Signed! Now the work begins. #bridges pic.twitter.com/AbCdEf1234 — Dana Ortiz (@dortiz) July 14, 2021\n\n\
//!     On the other hand, nobody knows who will pay.";
//!
//! let tweet = embedded_tweet::tweets(page).next().unwrap();
//! assert_eq!(tweet.text(), "Signed! Now the work begins. #bridges pic.twitter.com/AbCdEf1234");
//! assert_eq!(tweet.author().to_string(), "Dana Ortiz (@dortiz)");
//! assert_eq!(tweet.date().unwrap().to_string(), "2021-07-14");
//! assert_eq!(tweet.hashtags().next(), Some("bridges"));
//! assert_eq!(
//!     embedded_tweet::prose(page),
//!     "The council met on Tuesday, and the chair spoke of a long-term partnership.\n\n\
//!      On the other hand, nobody knows who will pay."
//! );
//! ```
//!
//! # What is read and what is inferred
//!
//! The attribution, `— NAME (@HANDLE) DATE`, is read: by a grammar of the forms that extractors, converters and four
//! generations of widgets leave of it, with dates in 79 languages. Author, date and, where a link survived,
//! the [status id](StatusId) are certain. Where the tweet's text *begins* is inferred once paragraphs are gone:
//! [`Tweet::boundary`] tells by what, [`Tweet::confidence`] how surely.
//!
//! # Promises
//!
//! - **Lossless.** [`segments`] adds up to the input, byte for byte.
//! - **Zero-copy.** What is handed out is a slice of the input or a small `Copy` value; extraction allocates nothing.
//! - **Linear.** Time is *O*(n) whatever the input, and the stack's depth is constant.
//! - **Total.** Any `&str` is valid input, a text without tweets is no error, and nothing panics.
//! - **Honest.** Damaged input yields less, never an invented value.
//!
//! # The grammar
//!
//! Attributions, dates, links in markup, addresses of X and entities are read by [nom](https://docs.rs/nom) productions
//! that are named after their rules. The grammar stands in EBNF at the heads of `src/attribution.rs` and `src/date.rs`.
//! nom is no part of the interface.
//!
//! # What is stable
//!
//! The items on these pages, and the serialised form that [`TweetRecord`] documents, change only with a major version.
//! Variants may be added to `#[non_exhaustive]` enums, and fields to such structs. Recall, precision, the beginnings of
//! texts and the confidence improve without one. The features `fit` and `count-work` and their items may change at any
//! time.
//!
//! # Features
//!
//! - `std` (default) passes `std` on to the dependencies; without it the crate is `no_std` with `alloc`.
//! - `serde` adds `Serialize` for what is found, and both directions for what is owned, such as [`TweetRecord`].
//! - `fit` is for the programs that fit the weights of the boundary and of the continuation, and no stable interface.
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

use alloc::borrow::Cow;

mod alternatives;
mod attribution;
mod author;
mod boundary;
mod clean;
mod confidence;
mod container;
mod date;
mod entity;
mod error;
mod extractor;
#[cfg(test)]
mod grammar;
mod handle;
pub mod html;
#[cfg(feature = "serde")]
mod json;
mod kind_names;
mod length;
mod link;
#[cfg(test)]
#[path = "../tests/marks/mod.rs"]
mod marks;
mod markup;
mod prose;
mod record;
mod status_id;
mod text;
mod tweet;

pub use alternatives::{Alternative, Alternatives};
pub use author::Author;
pub use boundary::Boundary;
#[cfg(feature = "fit")]
#[doc(hidden)]
pub use boundary::continuation::fit as continuation_fit;
#[cfg(feature = "fit")]
#[doc(hidden)]
pub use boundary::fit as boundary_fit;
pub use entity::{Entities, Entity, EntityKind};
pub use error::{
    ParseHandleError, ParseHandleErrorKind, ParseLinkError, ParseLinkErrorKind, ParseStatusIdError,
    ParseStatusIdErrorKind, ParseTweetError, ParseTweetErrorKind,
};
pub use extractor::{Extractor, Segment, Segments, Tweets};
pub use handle::Handle;
pub use length::weighted_length;
pub use link::{Link, LinkKind, Links};
pub use prose::TrimmedSegments;
pub use record::{AuthorRecord, LinkRecord, TweetRecord};
pub use status_id::StatusId;
pub use tweet::Tweet;
/// The crates whose types stand in this one's signatures: [`NaiveDate`](chrono::NaiveDate) and its like,
/// [`Url`](url::Url).
pub use {chrono, url};

#[cfg(feature = "count-work")]
#[doc(hidden)]
pub use text::steps::take_steps;

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

/// The prose of `text`: what is no tweet, without the quote markers and blank lines that tweets leave behind. Borrowed
/// if there is no tweet.
///
/// Where tweets stood, the widest of the gaps around them stays: a blank line, a line break, or a space; and a space is
/// put where two words would touch. Lines with nothing but a quotation's `>` or `|` go with it. All other bytes are
/// kept. [`segments`] keeps every byte, [`Segments::trimmed`] the parts.
///
/// ```
/// let page = "The mayor met them.\n\n> So glad!\n>\n> — Dana Ortiz (@dortiz) July 14, 2021\n\nShe did not say why.\n";
/// assert_eq!(embedded_tweet::prose(page), "The mayor met them.\n\nShe did not say why.\n");
/// ```
///
/// # Complexity
///
/// That of [`Extractor::tweets`], and one allocation for the prose.
#[must_use]
pub fn prose(text: &str) -> Cow<'_, str> {
    Extractor::new().prose(text)
}

/// The code of the README, compiled and run with the doctests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
