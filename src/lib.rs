//! Finds tweets that were embedded in a web page and *flattened* into plain text.
#![cfg_attr(not(any(feature = "std", test)), no_std)]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice))]

extern crate alloc;

mod boundary;
mod date;
mod entity;
mod error;
mod handle;
mod link;
mod space;
mod status;
mod weight;

pub use boundary::Boundary;
pub use entity::{Entities, Entity, EntityKind};
pub use error::{
    ParseHandleError, ParseHandleErrorKind, ParseLinkError, ParseLinkErrorKind, ParseStatusIdError,
    ParseStatusIdErrorKind, ParseTweetError, ParseTweetErrorKind,
};
pub use handle::Handle;
pub use link::{Link, LinkKind, Links};
pub use status::StatusId;
pub use weight::weighted_length;
