//! Finds tweets that were embedded in a web page and *flattened* into plain text.
#![cfg_attr(not(any(feature = "std", test)), no_std)]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice))]

extern crate alloc;

mod boundary;
mod date;
mod error;
mod handle;
mod space;
mod status;

pub use boundary::Boundary;
#[cfg(feature = "fit")]
#[doc(hidden)]
pub use boundary::fit as boundary_fit;
pub use error::{
    ParseHandleError, ParseHandleErrorKind, ParseLinkError, ParseLinkErrorKind, ParseStatusIdError,
    ParseStatusIdErrorKind, ParseTweetError, ParseTweetErrorKind,
};
pub use handle::Handle;
pub use status::StatusId;
